//! Writes an article down: plain text, HTML, Markdown, EPUB.

#[cfg(feature = "epub")]
pub mod epub;
pub mod html;
pub mod markdown;
mod mathml;
pub mod text;
mod xml;

use std::collections::BTreeMap;

/// Files that an export carries with it, by the address that the article knows them under. The engine fetches
/// nothing: whoever calls may have asked the person and the browser for them.
pub type Resources = BTreeMap<String, Resource>;

/// One file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    /// Media type, such as `image/jpeg`.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
