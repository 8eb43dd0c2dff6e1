//! Reads `itemprop` attributes (HTML Microdata) and `property` attributes (RDFa).

use super::clues::{Clues, shown_lines, shown_text};
use super::names::Names;
use super::precedence::Claims;
use super::site::SiteNames;
use super::{Field, Source};
use crate::page::{NodeId, Page, Tag};

/// Adds what these attributes claim.
pub fn read(page: &Page, clues: &Clues, claims: &mut Claims) {
    for clue in &clues.props {
        let node = clue.node;
        for prop in props(page, node) {
            let Some(field) = field(prop) else { continue };
            if is_about_something_else(page, node) {
                continue;
            }
            claims.add(field, Source::Microdata, &value(page, node, prop));
        }
    }
}

/// True for an element that names an author of the article. Where it stands decides: see `shown_authors`.
pub fn is_author(page: &Page, node: NodeId) -> bool {
    props(page, node).any(|prop| matches!(prop, "author" | "creator")) && !is_about_something_else(page, node)
}

/// The names in such an element.
pub fn author(page: &Page, node: NodeId, sites: &SiteNames) -> Names {
    let mut names = Names::read(&value(page, node, "author"), sites);
    if is_organization(page, node) {
        names.organizations.append(&mut names.persons);
    }
    names
}

/// The properties that an element gives, without their vocabulary.
fn props(page: &Page, node: NodeId) -> impl Iterator<Item = &str> {
    let props = page.attr(node, "itemprop").or_else(|| page.attr(node, "property")).unwrap_or_default();
    props.split_ascii_whitespace().map(|prop| prop.rsplit([':', '/']).next().unwrap_or(prop))
}

fn field(prop: &str) -> Option<Field> {
    Some(match prop.to_ascii_lowercase().as_str() {
        "headline" => Field::Title,
        "datepublished" | "datecreated" | "publishdate" | "uploaddate" => Field::Published,
        "datemodified" => Field::Modified,
        "articlesection" => Field::Section,
        "keywords" => Field::Tags,
        _ => return None,
    })
}

/// As many ancestors are looked at: a page may nest without end.
const MAX_DEPTH: usize = 64;

/// True inside an item that is no article: a comment, a review, a video within the article.
fn is_about_something_else(page: &Page, node: NodeId) -> bool {
    let item = page.ancestors(node).take(MAX_DEPTH).find(|&each| page.attr(each, "itemscope").is_some());
    item.and_then(|item| page.attr(item, "itemtype").zip(Some(item))).is_some_and(|(kind, item)| {
        let kind = kind.rsplit('/').next().unwrap_or_default();
        let is_comment =
            matches!(kind, "Comment" | "UserComments" | "Review" | "Answer" | "ImageObject" | "VideoObject" | "Event");
        is_comment || page.attr(item, "itemprop").is_some_and(|prop| matches!(prop, "comment" | "review"))
    })
}

fn is_organization(page: &Page, node: NodeId) -> bool {
    page.attr(node, "itemtype").is_some_and(|kind| kind.ends_with("Organization"))
}

/// What a property says: the attribute that the standard names for the element, or the text it shows.
/// An author is an item of its own, whose `name` counts.
fn value(page: &Page, node: NodeId, prop: &str) -> String {
    let attr = |name| page.attr(node, name).map(str::to_owned);
    if let Some(content) = attr("content").or_else(|| attr("value").filter(|_| page.tag(node) == Tag::Meta)) {
        return content;
    }
    if matches!(prop, "author" | "creator") {
        let name = page.descendants(node).find(|&each| page.attr(each, "itemprop").is_some_and(|prop| prop == "name"));
        return name.map(|name| value(page, name, "name")).unwrap_or_else(|| shown_lines(page, node));
    }
    let machine = match page.tag(node) {
        Tag::Time => attr("datetime"),
        Tag::Link => attr("href"),
        Tag::Data | Tag::Meter => attr("value"),
        _ => None,
    };
    machine.unwrap_or_else(|| shown_text(page, node))
}
