//! Where an image stands: in the line, or as a figure before or after the paragraph.

use crate::article::Inline;
use crate::article::block::Body;
use crate::article::build::Builder;
use crate::article::flow::Flow;
use crate::article::inline::Image;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Puts an image where it belongs: in the line, or as a figure before or after the paragraph.
    pub(in crate::article) fn image_in_flow(&mut self, flow: &mut Flow<'a>, node: NodeId) {
        if let Some(emoji) = self.images().emoji(node) {
            flow.line.text(emoji);
            return;
        }
        let Some(image) = self.images().image(node) else { return };
        let is_inline = super::is_inline_sized(&image)
            || self.images().is_smiley(node)
            || (image.height == 0 && !flow.line.is_at_line_start() && self.text_follows(node));
        if is_inline {
            flow.line.push(Inline::Image(image));
        } else {
            self.figure_in_flow(flow, node, image);
        }
    }

    /// Adds the images of a `noscript` that the page does not have otherwise.
    pub(in crate::article) fn twins_in_flow(&mut self, flow: &mut Flow<'a>, node: NodeId) {
        for image in self.images().twins(node) {
            self.figure_in_flow(flow, node, image);
        }
    }

    /// Adds an image that stands outside the line, and so outside the link that it may be in.
    pub(in crate::article) fn figure_in_flow(&mut self, flow: &mut Flow<'a>, node: NodeId, mut image: Image) {
        if let Some(href) = flow.line.href() {
            image.link_to(href);
        }
        let element = self.page.element_index(node);
        if flow.line.is_at_line_start() {
            self.end_paragraph(flow);
            self.push(flow, element, Body::Figure { images: vec![image], caption: Vec::new() });
        } else {
            flow.floats.push((element, image));
        }
    }

    /// True when the line that `node` stands in goes on with text after it.
    fn text_follows(&self, node: NodeId) -> bool {
        let page = self.page;
        let Some(block) = page.ancestors(node).take(MAX_LOOK_AHEAD).find(|each| !page.tag(*each).is_inline()) else {
            return false;
        };
        let mut next = page.end(node);
        for _ in 0..MAX_LOOK_AHEAD {
            if next >= page.end(block) {
                return false;
            }
            match page.tag(next) {
                Tag::Text if !page.text(next).trim().is_empty() => return true,
                Tag::Br | Tag::Img => return false,
                tag if !tag.is_inline() => return false,
                _ => next = NodeId(next.0 + 1),
            }
        }
        false
    }
}

/// Nodes after an image that are looked at for text on its line.
const MAX_LOOK_AHEAD: usize = 32;
