//! Reads `meta` and `link` elements: one table from their names to fields.

use super::clues::Clues;
use super::names::Names;
use super::precedence::Claims;
use super::{Field, Source};
use crate::page::{NodeId, Page};

/// Adds what the page's `meta` and `link` elements claim.
pub fn read(page: &Page, clues: &Clues, claims: &mut Claims) {
    for &meta in &clues.metas {
        // Some themes write `value` where `content` is meant.
        let Some(content) = page.attr(meta, "content").or_else(|| page.attr(meta, "value")) else { continue };
        for name in names(page, meta) {
            for &(each, field, source) in NAMES {
                if each == name {
                    claims.add(field, source, content);
                }
            }
        }
    }
    for number in ["1", "2"] {
        let said = |what: &str| {
            let name = format!("twitter:{what}{number}");
            let mut metas = clues
                .metas
                .iter()
                .filter(|&&meta| page.attr(meta, "name").or_else(|| page.attr(meta, "property")) == Some(&name));
            metas.find_map(|&meta| page.attr(meta, "content").or_else(|| page.attr(meta, "value")))
        };
        // A card may show two lines of the publisher's choice, of which one often is "Written by".
        if let Some(data) = said("data").filter(|_| said("label").is_some_and(Names::is_label)) {
            claims.add(Field::Byline, Source::Meta, data);
        }
    }
    for &link in &clues.links {
        let (Some(rel), Some(href)) = (page.attr(link, "rel"), page.attr(link, "href")) else { continue };
        for rel in rel.split_ascii_whitespace() {
            match rel.to_ascii_lowercase().as_str() {
                "canonical" => claims.add(Field::Canonical, Source::Link, href),
                "image_src" => claims.add(Field::LeadImage, Source::Link, href),
                _ => {}
            }
        }
    }
}

/// The names of a `meta` element, in lower case and without the prefix that some themes double.
fn names(page: &Page, meta: NodeId) -> impl Iterator<Item = String> {
    page.attrs(meta).filter(|(name, _)| matches!(*name, "name" | "property" | "itemprop" | "http-equiv")).flat_map(
        |(attr, value)| {
            value.split_ascii_whitespace().map(move |each| {
                let name = each.trim_matches('/').to_ascii_lowercase();
                let name = name.strip_prefix("og:article:").map(|rest| format!("article:{rest}")).unwrap_or(name);
                // `itemprop` is Microdata's, which knows what it belongs to; outside of `meta name` it stays apart.
                if attr == "itemprop" { format!("itemprop:{name}") } else { name }
            })
        },
    )
}

/// What a `meta` element of this name claims.
const NAMES: &[(&str, Field, Source)] = {
    use Field::*;
    use Source::*;
    &[
        ("og:title", Title, OpenGraph),
        ("twitter:title", Title, Twitter),
        ("twitter:text:title", Title, Twitter),
        ("title", Title, Meta),
        ("headline", Title, Meta),
        ("parsely-title", Title, Meta),
        ("sailthru.title", Title, Meta),
        ("hdl", Title, Meta),
        ("dc.title", Title, DublinCore),
        ("dcterms.title", Title, DublinCore),
        ("citation_title", Title, Scholar),
        ("author", Byline, Meta),
        ("authors", Byline, Meta),
        ("byl", Byline, Meta),
        ("byline", Byline, Meta),
        ("parsely-author", Byline, Meta),
        ("sailthru.author", Byline, Meta),
        ("article.author", Byline, Meta),
        ("cxenseparse:author", Byline, Meta),
        ("article:author", Byline, OpenGraph),
        ("article:author_name", Byline, OpenGraph),
        ("book:author", Byline, OpenGraph),
        ("og:author", Byline, OpenGraph),
        ("twitter:creator", Byline, Twitter),
        ("dc.creator", Byline, DublinCore),
        ("dc.contributor", Byline, DublinCore),
        ("dcterms.creator", Byline, DublinCore),
        ("citation_author", Byline, Scholar),
        ("citation_authors", Byline, Scholar),
        ("article:published_time", Published, OpenGraph),
        ("article:published", Published, OpenGraph),
        ("og:published_time", Published, OpenGraph),
        ("og:pubdate", Published, OpenGraph),
        ("article:post_date", Published, OpenGraph),
        ("citation_publication_date", Published, Scholar),
        ("citation_date", Published, Scholar),
        ("citation_online_date", Published, Scholar),
        ("date", Published, Meta),
        ("pubdate", Published, Meta),
        ("pub_date", Published, Meta),
        ("publishdate", Published, Meta),
        ("publish-date", Published, Meta),
        ("publish_date", Published, Meta),
        ("published", Published, Meta),
        ("published-date", Published, Meta),
        ("published_at", Published, Meta),
        ("publicationdate", Published, Meta),
        ("publication_date", Published, Meta),
        ("publication-date", Published, Meta),
        ("datepublished", Published, Meta),
        ("date.published", Published, Meta),
        ("article.published", Published, Meta),
        ("article.created", Published, Meta),
        ("article_date_original", Published, Meta),
        ("originalpublicationdate", Published, Meta),
        ("parsely-pub-date", Published, Meta),
        ("sailthru.date", Published, Meta),
        ("cxenseparse:recs:publishtime", Published, Meta),
        ("cxenseparse:publishtime", Published, Meta),
        ("datecreated", Published, Meta),
        ("date_published", Published, Meta),
        ("displaydate", Published, Meta),
        ("timestamp", Published, Meta),
        ("pdate", Published, Meta),
        ("ptime", Published, Meta),
        ("created", Published, Meta),
        ("dc.date", Published, DublinCore),
        ("dc.date.issued", Published, DublinCore),
        ("dc.date.created", Published, DublinCore),
        ("dcterms.date", Published, DublinCore),
        ("dcterms.created", Published, DublinCore),
        ("dcterms.issued", Published, DublinCore),
        ("dcterms.available", Published, DublinCore),
        ("article:modified_time", Modified, OpenGraph),
        ("article:modified", Modified, OpenGraph),
        ("og:updated_time", Modified, OpenGraph),
        ("article:updated_time", Modified, OpenGraph),
        ("lastmod", Modified, Meta),
        ("last-modified", Modified, Meta),
        ("last_modified", Modified, Meta),
        ("modified-date", Modified, Meta),
        ("modified-time", Modified, Meta),
        ("modified", Modified, Meta),
        ("article.updated", Modified, Meta),
        ("datemodified", Modified, Meta),
        ("revised", Modified, Meta),
        ("dc.date.modified", Modified, DublinCore),
        ("dcterms.modified", Modified, DublinCore),
        ("og:site_name", SiteName, OpenGraph),
        ("og:site", SiteName, OpenGraph),
        ("application-name", SiteName, Meta),
        ("apple-mobile-web-app-title", SiteName, Meta),
        ("al:ios:app_name", SiteName, Meta),
        ("publisher", SiteName, Meta),
        ("dc.publisher", SiteName, DublinCore),
        ("dcterms.publisher", SiteName, DublinCore),
        ("citation_journal_title", SiteName, Scholar),
        ("og:description", Excerpt, OpenGraph),
        ("description", Excerpt, Meta),
        ("twitter:description", Excerpt, Twitter),
        ("dc.description", Excerpt, DublinCore),
        ("dcterms.abstract", Excerpt, DublinCore),
        ("language", Lang, Meta),
        ("content-language", Lang, Meta),
        ("og:locale", Lang, OpenGraph),
        ("dc.language", Lang, DublinCore),
        ("dcterms.language", Lang, DublinCore),
        ("og:image:secure_url", LeadImage, OpenGraph),
        ("og:image:url", LeadImage, OpenGraph),
        ("og:image", LeadImage, OpenGraph),
        ("twitter:image", LeadImage, Twitter),
        ("twitter:image:src", LeadImage, Twitter),
        ("parsely-image-url", LeadImage, Meta),
        ("image", LeadImage, Meta),
        ("thumbnail", LeadImage, Meta),
        ("article:section", Section, OpenGraph),
        ("section", Section, Meta),
        ("parsely-section", Section, Meta),
        ("article:tag", Tags, OpenGraph),
        ("news_keywords", Tags, Meta),
        ("keywords", Tags, Meta),
        ("parsely-tags", Tags, Meta),
        ("og:url", Canonical, OpenGraph),
        ("og:type", Kind, OpenGraph),
    ]
};
