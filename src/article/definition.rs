//! Definition lists: terms and their descriptions.

use super::block::{Body, Definition};
use super::build::Builder;
use super::flow::Flow;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a definition list.
    pub(super) fn definitions(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let mut items = Vec::new();
        let page = self.page;
        for child in page.children(node) {
            // A `div` may group a term with its descriptions.
            if page.tag(child) == Tag::Div && !self.is_left_out(child) {
                for grandchild in page.children(child) {
                    self.definition(&mut items, grandchild);
                }
            } else {
                self.definition(&mut items, child);
            }
        }
        if items.iter().any(|item: &Definition| item.term) {
            self.push_block(flow, node, Body::Definitions { items });
        } else {
            // Descriptions of nothing are how old pages indent.
            for item in items {
                self.push_blocks(flow, item.blocks);
            }
        }
        true
    }

    fn definition(&mut self, items: &mut Vec<Definition>, node: NodeId) {
        if self.is_left_out(node) {
            return;
        }
        match self.page.tag(node) {
            tag @ (Tag::Dt | Tag::Dd) => {
                let blocks = self.named_blocks(node);
                if !blocks.is_empty() {
                    items.push(Definition { term: tag == Tag::Dt, blocks });
                }
            }
            _ => {
                let blocks = self.blocks_of(node, self.page.end(node), None);
                match items.last_mut() {
                    Some(item) => item.blocks.extend(blocks),
                    None if blocks.is_empty() => {}
                    None => items.push(Definition { term: false, blocks }),
                }
            }
        }
    }
}
