//! Quotations and who said them.

use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a quotation.
    pub(super) fn quote(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let mut cite = Vec::new();
        if let Some(source) = self.source_of(node) {
            cite = inline::flatten(self.blocks_of(source, self.page.end(source), None));
            self.take(source);
        }
        let blocks = self.blocks(node);
        if !blocks.is_empty() {
            self.push_block(flow, node, Body::Quote { blocks, cite });
        }
        true
    }

    /// The last child of a quotation, when it says who is quoted.
    fn source_of(&self, node: NodeId) -> Option<NodeId> {
        let page = self.page;
        let last = page.children(node).filter(|child| !page.text(*child).trim().is_empty() || !page.is_text(*child)).last()?;
        (matches!(page.tag(last), Tag::Footer | Tag::Cite) && !self.is_left_out(last)).then_some(last)
    }
}
