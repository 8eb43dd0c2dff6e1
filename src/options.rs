//! What the caller may ask of extraction.

use serde::Deserialize;

/// Choices of one extraction. The default is what a click on the toolbar does.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Options {
    /// Answer with the best there is even when the page is not judged to be an article.
    pub read_anyway: bool,
    /// Read this element (its position in document order) instead of the one that extraction would choose.
    pub root: Option<u32>,
    /// Elements (positions in document order) that were removed and are to be put back.
    pub restore: Vec<u32>,
}
