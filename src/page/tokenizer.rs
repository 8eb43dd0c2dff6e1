//! Reads canonical HTML, as browsers serialise it, into the arena.

use super::{Page, PageBuilder};

/// The page that `html` describes.
pub(super) fn parse(html: String) -> Page {
    PageBuilder::new(html).finish()
}
