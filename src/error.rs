//! Why a page could not be read: a closed list, each entry with a sentence for the person.

use serde::Serialize;

/// Why there is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NotReadable {
    /// The document has no text at all.
    Empty,
    /// The document has text, but nothing that reads as an article.
    NoArticle,
    /// The page lists other pages (a home page, a section, search results).
    Listing,
    /// The document is larger than the engine takes (see [`crate::page::MAX_BYTES`]).
    TooLarge,
}

impl NotReadable {
    /// One plain sentence for the person, in English; the extension translates by the variant's name.
    pub fn sentence(self) -> &'static str {
        match self {
            NotReadable::Empty => "This page has no text to read yet.",
            NotReadable::NoArticle => "No article was found on this page.",
            NotReadable::Listing => "This page is a list of other pages, not an article.",
            NotReadable::TooLarge => "This page is too large for the reader.",
        }
    }
}

impl std::fmt::Display for NotReadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.sentence())
    }
}

impl std::error::Error for NotReadable {}
