//! What a page says about its article: title, byline, dates, language and the rest.

mod byline;
mod clock;
pub(crate) mod clues;
mod credits;
mod date;
mod date_text;
mod date_tokens;
mod date_words;
mod dates;
pub(crate) mod filter;
mod headings;
mod json;
mod json_ld;
mod kind;
mod language;
mod meta;
mod microdata;
mod months;
mod name_words;
mod names;
mod phrase;
mod place;
mod precedence;
mod repeats;
mod shown_authors;
mod shown_dates;
mod simple;
mod site;
mod standfirst;
#[cfg(test)]
mod tests;
mod title;
mod voices;

use serde::{Deserialize, Serialize};

use crate::article::PageKind;
use crate::article::block::Direction;
use crate::extract::elements::{Element, elements};
use crate::extract::lexicon::Lexicon;
use crate::page::{NodeId, NodeMap, Page};
use precedence::Claims;
use repeats::Known;
use site::SiteNames;

/// What is said about the article. A field is empty or `None` when the page does not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Metadata {
    /// The headline, without the site's name.
    pub title: String,
    /// Who wrote it: persons, or an organisation where no person is named. Never a date or a role.
    pub byline: Vec<String>,
    /// When it was published: ISO 8601, with the time zone as the page gives it, or a date alone.
    pub published: Option<String>,
    /// When it was last changed, in the same form.
    pub modified: Option<String>,
    /// The site's or publication's name.
    pub site_name: Option<String>,
    /// A summary by the publisher, as told to machines.
    pub excerpt: Option<String>,
    /// The summary that the page shows under its headline, where it is not in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// Language tag (BCP 47).
    pub lang: Option<String>,
    /// Base direction of the text.
    pub dir: Direction,
    /// Resolved address of the lead image.
    pub lead_image: Option<String>,
    /// The site's section.
    pub section: Option<String>,
    /// Tags or keywords.
    pub tags: Vec<String>,
    /// Resolved canonical address.
    pub canonical: Option<String>,
    /// What kind of page it says it is, where it says so. Stays on this side of the boundary.
    #[serde(skip)]
    pub kind: Option<PageKind>,
    /// Roots of what the page shows by its headline and what only repeats these fields: the headline itself, the
    /// byline, the dates, the reading time. The body leaves them out. Stays on this side of the boundary.
    #[serde(skip)]
    pub visible: Vec<NodeId>,
    /// Where the standfirst stands. Stays on this side of the boundary.
    #[serde(skip)]
    pub standfirst_node: Option<NodeId>,
    /// For each field that was found: where it was found.
    pub sources: Vec<(Field, Source)>,
}

/// A field of [`Metadata`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "a variant is the field of that name")]
#[non_exhaustive]
pub enum Field {
    Title,
    Byline,
    Published,
    Modified,
    SiteName,
    Excerpt,
    Lang,
    LeadImage,
    Section,
    Tags,
    Canonical,
    Kind,
}

/// Where a field was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Source {
    /// `script type="application/ld+json"`.
    JsonLd,
    /// Open Graph `meta` elements.
    OpenGraph,
    /// Twitter card `meta` elements.
    Twitter,
    /// Dublin Core `meta` elements.
    DublinCore,
    /// `citation_*` meta elements, as journals write them.
    Scholar,
    /// Any other `meta` element.
    Meta,
    /// A `link` element or a link's `rel`.
    Link,
    /// `itemprop` attributes.
    Microdata,
    /// The `title` element.
    TitleElement,
    /// A heading that the page shows.
    Heading,
    /// A `time` element.
    TimeElement,
    /// Text that the page shows.
    Visible,
    /// The page's address.
    Address,
    /// An attribute of the root or body element.
    Root,
    /// Told from the text itself.
    Text,
}

/// Reads what the page says about its article. `url` is the page's address, empty when unknown.
pub fn metadata(page: &Page, url: &str) -> Metadata {
    read(page, &elements(page, &Lexicon::default()), url)
}

/// [`metadata`] of a page whose elements were surveyed.
pub(crate) fn read(page: &Page, elements: &NodeMap<Element>, url: &str) -> Metadata {
    let clues = clues::clues(page, elements);
    let mut claims = Claims::default();
    json_ld::read(page, &clues, url, &mut claims);
    meta::read(page, &clues, &mut claims);
    microdata::read(page, &clues, &mut claims);
    let title_element = clues.title.map(|title| phrase::clean(&page.text_content(title))).unwrap_or_default();
    let sites = SiteNames::new(&claims, &title_element, url);
    let title = title::title(page, &clues, &claims, &sites);
    let (lang, dir) = language::language(page, &claims, title.heading.map(|clue| clue.node));
    let tag = lang.as_ref().map_or("", |(tag, _)| tag);
    let byline = byline::byline(page, &clues, &claims, &sites, title.heading);
    let dates = dates::dates(page, &clues, &claims, url, tag, title.heading);
    let mut out = Metadata { dir, ..Metadata::default() };
    out.note(Field::Published, dates.published.map(|(_, source)| source));
    out.note(Field::Modified, dates.modified.map(|(_, source)| source));
    out.published = dates.published.map(|(moment, _)| moment.to_string());
    out.modified = dates.modified.map(|(moment, _)| moment.to_string());
    out.note(Field::Lang, lang.as_ref().map(|(_, source)| *source));
    out.lang = lang.map(|(tag, _)| tag);
    out.note(Field::Byline, byline.source);
    out.byline = byline.names;
    simple::fill(page, url, &clues, &claims, &title.text, &mut out);
    (out.standfirst, out.standfirst_node) =
        title.heading.and_then(|headline| standfirst::standfirst(page, headline, &title.text, &out.byline)).unzip();
    out.note(Field::Title, title.source);
    out.title = title.text;
    out.kind = kind::kind(&claims);
    let known = Known::new(&out.title, &out.byline, [out.published.as_deref(), out.modified.as_deref()]);
    out.visible = repeats::repeats(page, title.heading, &known);
    out
}

impl Metadata {
    fn note(&mut self, field: Field, source: Option<Source>) {
        self.sources.extend(source.map(|source| (field, source)));
    }
}
