//! What a page says about its article: title, byline, dates, language and the rest.

use serde::Serialize;

use crate::article::block::Direction;
use crate::page::Page;

/// What is said about the article. A field is empty or `None` when the page does not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
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
    /// A summary by the publisher.
    pub excerpt: Option<String>,
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
    /// For each field that was found: where it was found.
    pub sources: Vec<(Field, Source)>,
}

/// A field of [`Metadata`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "a variant is the field of that name")]
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
}

/// Where a field was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// `script type="application/ld+json"`.
    JsonLd,
    /// Open Graph `meta` elements.
    OpenGraph,
    /// Twitter card `meta` elements.
    Twitter,
    /// Dublin Core `meta` elements.
    DublinCore,
    /// Any other `meta` element.
    Meta,
    /// `itemprop` attributes.
    Microdata,
    /// The `title` element.
    TitleElement,
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
    let _ = (page, url);
    Metadata::default()
}
