//! The images that `noscript` holds for browsers without scripts: often the only copy with an address.

use super::Images;
use crate::article::inline::Image;
use crate::capture::Facts;
use crate::page::{NodeId, Page, Tag};

/// What stands in for images is short.
const MAX_LENGTH: usize = 16_384;

impl Images<'_> {
    /// The images inside the `noscript` element `node` that stand for images which the page does not have.
    pub(in crate::article) fn twins(&self, node: NodeId) -> Vec<Image> {
        let page = self.page;
        let html = page.first_child(node).map(|text| page.text(text)).unwrap_or_default();
        if html.len() > MAX_LENGTH || !html.contains("<img") || self.has_image_beside(node) {
            return Vec::new();
        }
        let inner = Page::parse(html.to_owned());
        let has_text = inner.nodes().any(|each| inner.is_text(each) && !inner.text(each).trim().is_empty());
        if has_text {
            return Vec::new();
        }
        let images = Images { page: &inner, facts: &NO_FACTS, base: self.base };
        inner.nodes().filter(|each| inner.tag(*each) == Tag::Img).filter_map(|each| images.image(each)).collect()
    }

    /// True when an image with an address stands before or after `node`, or the same is to be said of its parent
    /// when `node` is alone in it.
    fn has_image_beside(&self, node: NodeId) -> bool {
        let page = self.page;
        let mut node = node;
        for _ in 0..2 {
            let before = std::iter::successors(page.previous_sibling(node), |each| page.previous_sibling(*each));
            let after = std::iter::successors(page.next_sibling(node), |each| page.next_sibling(*each));
            let is_space = |each: &NodeId| page.is_text(*each) && page.text(*each).trim().is_empty();
            let before = before.take(3).find(|each| !is_space(each));
            let after = after.take(3).find(|each| !is_space(each));
            let mut beside = before.into_iter().chain(after).peekable();
            if beside.peek().is_some() {
                return beside.any(|each| self.has_image(each));
            }
            let Some(parent) = page.parent(node) else { return false };
            node = parent;
        }
        false
    }

    fn has_image(&self, node: NodeId) -> bool {
        let page = self.page;
        let mut nodes = page.subtree(node).take(MAX_NODES);
        nodes.any(|each| self.is_image(each, page.tag(each)) && self.image(each).is_some())
    }
}

/// Nodes beside a `noscript` that are looked at for an image.
const MAX_NODES: usize = 12;

/// Nothing was laid out inside a `noscript`.
static NO_FACTS: Facts = Facts { viewport_width: 0.0, pixel_ratio: 0.0, elements: Vec::new() };
