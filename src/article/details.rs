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
}
