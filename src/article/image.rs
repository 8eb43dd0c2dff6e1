//! Images: where they are and how large.

use super::build::Builder;
use super::inline::Image;
use crate::address::Use;
use crate::page::NodeId;

impl Builder<'_> {
    /// The image of an `img` element; `None` when it shows nothing.
    pub(super) fn image(&self, node: NodeId) -> Option<Image> {
        let page = self.page;
        let src = page.attr(node, "src").and_then(|src| self.targets.resolve(src, Use::Image))?;
        let pixels = |name| page.attr(node, name).and_then(pixels).unwrap_or(0);
        let (width, height) = (pixels("width"), pixels("height"));
        if (1..=2).contains(&width) || (1..=2).contains(&height) {
            return None;
        }
        let alt = page.attr(node, "alt").unwrap_or_default().trim().to_owned();
        Some(Image { src, alt, width, height, ..Image::default() })
    }
}

/// The largest image that belongs in a line of text, in CSS pixels: a formula or a character drawn as one.
const MAX_INLINE_HEIGHT: u32 = 40;
const MAX_INLINE_WIDTH: u32 = 160;

/// True for an image that stands in a line as a word does.
pub(super) fn is_inline_sized(image: &Image) -> bool {
    (1..=MAX_INLINE_HEIGHT).contains(&image.height) && image.width <= MAX_INLINE_WIDTH
}

/// A length attribute in pixels.
fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let digits = value.trim_end_matches("px");
    digits.parse::<f32>().ok().filter(|pixels| (0.0..100_000.0).contains(pixels)).map(|pixels| pixels as u32)
}
