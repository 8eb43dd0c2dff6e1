//! Text that opens on demand.

use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a `details` element.
    pub(super) fn details(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let page = self.page;
        let mut summary = Vec::new();
        if let Some(child) = page.children(node).find(|child| page.tag(*child) == Tag::Summary) {
            if !self.is_left_out(child) {
                summary = self.inlines(child);
            }
            self.take(child);
        }
        let blocks = self.blocks(node);
        if blocks.is_empty() && summary.is_empty() {
            return true;
        }
        self.push_block(flow, node, Body::Details { summary, blocks });
        true
    }

    /// Reads a button and the element after it, which it opens, and says what follows them.
    pub(super) fn accordion(&mut self, flow: &mut Flow<'a>, button: NodeId) -> NodeId {
        let page = self.page;
        let Some(panel) = self.element_after(button) else { return page.end(button) };
        let summary = self.inlines(button);
        let blocks = if self.is_left_out(panel) { Vec::new() } else { self.blocks(panel) };
        self.push_block(flow, button, Body::Details { summary, blocks });
        page.end(panel)
    }

    /// True for one of several buttons that open the element after each (case `details--buttons`). A lone one only shows
    /// more of a text.
    pub(super) fn opens_text(&self, button: NodeId) -> bool {
        let page = self.page;
        let opens = |node: NodeId| {
            page.tag(node) == Tag::Button && page.attr(node, "aria-expanded").is_some() && self.element_after(node).is_some()
        };
        let Some(parent) = page.parent(button).filter(|_| opens(button)) else { return false };
        let around = page.parent(parent).into_iter().flat_map(|above| page.children(above));
        let alike = around.filter_map(|each| page.children(each).find(|child| !page.is_text(*child)));
        page.children(parent).chain(alike).filter(|&node| node != button && opens(node)).take(1).count() > 0
    }

    pub(super) fn element_after(&self, node: NodeId) -> Option<NodeId> {
        let after = std::iter::successors(self.page.next_sibling(node), |&node| self.page.next_sibling(node));
        after.into_iter().find(|&node| !self.page.is_text(node)).filter(|&node| self.page.tag(node) != Tag::Button)
    }
}
