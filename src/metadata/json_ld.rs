//! Reads `application/ld+json`: finds the item that is the article, whatever it is wrapped in.

use super::clues::Clues;
use super::json::{Json, parse};
use super::phrase::fold;
use super::precedence::Claims;
use super::{Field, Source};
use crate::page::Page;

/// Items beyond these are the entries of a list.
const MAX_ITEMS: usize = 32;
/// More authors than this are a list of something else.
const MAX_AUTHORS: usize = 24;
/// More articles than this, none of them told apart, are a listing.
const MAX_ARTICLES: usize = 3;

/// Adds what the page's linked data claim. `url` is the page's address.
pub fn read(page: &Page, clues: &Clues, url: &str, claims: &mut Claims) {
    let documents: Vec<Json> = clues.scripts.iter().flat_map(|&script| parse(&page.text_content(script))).collect();
    if documents.is_empty() {
        return;
    }
    let mut items = Vec::new();
    for document in &documents {
        collect(document, &mut items);
    }
    let graph = Graph { documents: &documents };
    let title = clues.title.map(|title| fold(&page.text_content(title))).unwrap_or_default();
    let main = main_item(&items, url, &title);
    if let Some(main) = main {
        read_item(main, &graph, claims);
        type_names(main).for_each(|name| claims.add(Field::Kind, Source::JsonLd, name));
    }
    // A page item adds what the article leaves out; the site's item gives its name.
    for item in items
        .iter()
        .take(MAX_ITEMS)
        .filter(|item| kind(item) == Some(Kind::Page) && !main.is_some_and(|main| std::ptr::eq(main, **item)))
    {
        read_dates(item, claims);
        read_page(item, &graph, claims);
    }
    for item in items.iter().take(MAX_ITEMS).filter(|item| type_names(item).any(|name| name == "WebSite")) {
        add_text(claims, Field::SiteName, item.get("name"));
    }
}

/// The items that stand on their own, in document order: not what belongs to another item.
fn collect<'j>(value: &'j Json, items: &mut Vec<&'j Json>) {
    for item in value.items() {
        if !matches!(item, Json::Object(_)) {
            continue;
        }
        if item.get("@type").is_some() {
            items.push(item);
        }
        // What a page answers often is no title of it.
        let is_faq = type_names(item).any(|name| name == "FAQPage");
        for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
            if let Some(inner) = item.get(key).filter(|_| !(is_faq && key == "mainEntity")) {
                collect(inner, items);
            }
        }
    }
}

/// What an item is, the least telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Page,
    Media,
    Work,
    Article,
}

fn type_names(item: &Json) -> impl Iterator<Item = &str> {
    let types = item.get("@type").map(Json::items).unwrap_or_default();
    types.iter().filter_map(|name| name.as_text()).map(|name| name.rsplit(['/', '#', ':']).next().unwrap_or(name))
}

fn kind(item: &Json) -> Option<Kind> {
    type_names(item).filter_map(kind_of_type).max()
}

/// The types of schema.org that describe what a page is about.
fn kind_of_type(name: &str) -> Option<Kind> {
    Some(match name {
        "JobPosting" | "ImageObject" | "BreadcrumbList" | "SiteNavigationElement" => return None,
        "VideoObject" | "AudioObject" | "PodcastEpisode" | "Episode" | "RadioEpisode" | "TVEpisode" | "MediaObject" => {
            Kind::Media
        }
        "Report" | "BlogPost" | "NewsStory" => Kind::Article,
        "Recipe"
        | "HowTo"
        | "Question"
        | "Product"
        | "Course"
        | "Book"
        | "Movie"
        | "MusicRecording"
        | "Dataset"
        | "SoftwareApplication"
        | "SoftwareSourceCode"
        | "CreativeWork"
        | "Event"
        | "Review"
        | "Chapter"
        | "Thesis"
        | "Photograph"
        | "ClaimReview" => Kind::Work,
        name if name.ends_with("Article") || name.ends_with("Posting") => Kind::Article,
        name if name.ends_with("Page") => Kind::Page,
        _ => return None,
    })
}

/// The item that the page is about.
fn main_item<'j>(items: &[&'j Json], url: &str, title: &str) -> Option<&'j Json> {
    let best = items.iter().filter_map(|item| kind(item)).max()?;
    let mut peers = items.iter().filter(|item| kind(item) == Some(best));
    let told_apart = |item: &&&'j Json| is_at(item, url) || is_titled(item, title);
    peers
        .clone()
        .find(|item| is_at(item, url))
        .or_else(|| peers.clone().find(told_apart))
        .or_else(|| {
            let first = peers.next();
            first.filter(|_| peers.count() < MAX_ARTICLES)
        })
        .copied()
}

/// True when the item gives the page's address as its own.
fn is_at(item: &Json, url: &str) -> bool {
    let key = address_key(url);
    !key.is_empty()
        && ["url", "mainEntityOfPage", "@id"].iter().filter_map(|key| item.get(key)).any(|value| {
            let address = value.as_text().or_else(|| value.get("@id").or_else(|| value.get("url"))?.as_text());
            address.is_some_and(|address| address_key(address) == key)
        })
}

/// An address without what may differ between two ways to write it.
fn address_key(url: &str) -> &str {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.split(['?', '#']).next().unwrap_or_default();
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/')
}

/// True when the item's headline stands in the document's title.
fn is_titled(item: &Json, title: &str) -> bool {
    let headline = item.get("headline").or_else(|| item.get("name")).and_then(Json::as_text).map(fold);
    headline.is_some_and(|headline| !headline.is_empty() && title.contains(&headline))
}

/// All linked data of the page: authors may be named elsewhere than where they are referred to.
struct Graph<'j> {
    documents: &'j [Json],
}

impl<'j> Graph<'j> {
    /// The object that a reference (`{"@id": …}`) stands for; any other value stands for itself.
    fn resolve(&self, value: &'j Json) -> &'j Json {
        let Json::Object(entries) = value else { return value };
        let id = value.get("@id").and_then(Json::as_text).filter(|_| entries.len() <= 2 && value.get("name").is_none());
        let Some(id) = id else { return value };
        self.documents.iter().find_map(|document| find_id(document, id)).unwrap_or(value)
    }
}

/// The first object below `value` with this `@id` that says more than that.
fn find_id<'j>(value: &'j Json, id: &str) -> Option<&'j Json> {
    match value {
        Json::List(items) => items.iter().find_map(|item| find_id(item, id)),
        Json::Object(entries) => {
            let is_it = entries.len() > 2 && value.get("@id").and_then(Json::as_text) == Some(id);
            if is_it { Some(value) } else { entries.iter().find_map(|(_, inner)| find_id(inner, id)) }
        }
        Json::Bare | Json::Number(_) | Json::Text(_) => None,
    }
}

fn add_text(claims: &mut Claims, field: Field, value: Option<&Json>) {
    if let Some(text) = value.and_then(|value| value.items().first()?.as_text()) {
        claims.add(field, Source::JsonLd, text);
    }
}

fn read_item(item: &Json, graph: &Graph<'_>, claims: &mut Claims) {
    add_text(claims, Field::Title, item.get("headline"));
    add_text(claims, Field::Title, item.get("name"));
    read_authors(item, graph, claims);
    read_dates(item, claims);
    read_page(item, graph, claims);
    add_text(claims, Field::Section, item.get("articleSection"));
    if let Some(keywords) = item.get("keywords") {
        for keyword in keywords.items().iter().filter_map(Json::as_text) {
            claims.add(Field::Tags, Source::JsonLd, keyword);
        }
    }
    let address = item.get("mainEntityOfPage").or_else(|| item.get("url"));
    let address = address.and_then(|value| value.as_text().or_else(|| value.get("@id")?.as_text()));
    if let Some(address) = address.filter(|address| address.starts_with("http")) {
        claims.add(Field::Canonical, Source::JsonLd, address);
    }
}

fn read_dates(item: &Json, claims: &mut Claims) {
    for key in ["datePublished", "dateCreated", "uploadDate"] {
        add_text(claims, Field::Published, item.get(key));
    }
    add_text(claims, Field::Modified, item.get("dateModified"));
}

/// What an article and a page item say alike.
fn read_page(item: &Json, graph: &Graph<'_>, claims: &mut Claims) {
    add_text(claims, Field::Excerpt, item.get("description"));
    let language = item.get("inLanguage").map(|value| value.get("alternateName").unwrap_or(value));
    add_text(claims, Field::Lang, language);
    let image = item.get("image").or_else(|| item.get("thumbnailUrl")).and_then(|value| value.items().first());
    if let Some(image) = image.map(|image| graph.resolve(image)) {
        let address = image.as_text().or_else(|| image.get("url").or_else(|| image.get("contentUrl"))?.as_text());
        claims.add(Field::LeadImage, Source::JsonLd, address.unwrap_or_default());
    }
    let publisher = item.get("publisher").and_then(|value| value.items().first()).map(|value| graph.resolve(value));
    add_text(claims, Field::SiteName, publisher.map(|value| value.get("name").unwrap_or(value)));
}

fn read_authors(item: &Json, graph: &Graph<'_>, claims: &mut Claims) {
    let authors = item.get("author").or_else(|| item.get("creator")).map(Json::items).unwrap_or_default();
    for author in authors.iter().take(MAX_AUTHORS).map(|author| graph.resolve(author)) {
        let is_organization = type_names(author).any(|name| name.ends_with("Organization"));
        let names = author.get("name").unwrap_or(author).items();
        for name in names.iter().take(MAX_AUTHORS).filter_map(Json::as_text) {
            if is_organization {
                claims.add_organization(Source::JsonLd, name);
            } else {
                claims.add(Field::Byline, Source::JsonLd, name);
            }
        }
    }
}
