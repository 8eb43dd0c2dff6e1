//! Ends formatting that was closed out of order: the
//! [adoption agency](https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm).
//!
//! `<b>one<p>two</b>three` becomes `<b>one</b><p><b>two</b>three`. The numbers are the standard's steps.

use super::Parser;
use super::formatting::Entry;
use super::sets::{Scope, is_special};
use super::tokens::TagToken;
use super::tree::{NONE, Spot};

/// The standard's bounds: on the blocks that are taken out, and on the elements between that are kept.
const MAX_BLOCKS: usize = 8;
const MAX_BETWEEN: usize = 3;

impl Parser<'_> {
    pub(super) fn adopt(&mut self, end: &TagToken) {
        // 2.
        let current = self.current();
        if current.is(end.tag) && self.position_in_formatting(current.id).is_none() {
            self.open.pop();
            return;
        }
        // 3. 4.
        for _ in 0..MAX_BLOCKS {
            // 4.3
            let formatting = self.active_named(end.tag).filter(|_| self.may_copy());
            let Some((entry, formatting)) = formatting else { return self.generic_end_tag(end) };
            // 4.4
            let Some(at) = self.position(formatting) else {
                self.formatting.remove(entry);
                return;
            };
            // 4.5
            if !self.finds_in_scope(Scope::Default, |open| open.id == formatting) {
                return;
            }
            // 4.7
            let Some(block_at) = self.open.iter().skip(at).position(is_special).map(|after| at + after) else {
                // 4.8
                self.open.truncate(at);
                self.formatting.remove(entry);
                return;
            };
            self.take_out(formatting, at, block_at);
        }
    }

    /// Splits a formatting element in two: around the block inside it, and inside that. Both are given by where they are
    /// in the stack.
    fn take_out(&mut self, formatting: u32, at: usize, block_at: usize) {
        let id_at = |parser: &Self, at: usize| parser.open.get(at).map_or(NONE, |open| open.id);
        let block = id_at(self, block_at);
        // 4.9
        let ancestor = id_at(self, at.saturating_sub(1));
        // 4.10. Where the new element goes in the list: behind this one, or in the place of the old one.
        let mut bookmark = None;
        let mut last = block;
        // 4.13
        for (n_between, node_at) in (at + 1..block_at).rev().enumerate() {
            let node = id_at(self, node_at);
            let entry = self.position_in_formatting(node);
            let Some(entry) = entry.filter(|_| n_between < MAX_BETWEEN) else {
                // 4.13.4, 4.13.5
                self.stop_formatting(node);
                self.open.remove(node_at);
                continue;
            };
            // 4.13.6
            let copy = self.copy_element(node);
            if let (Some(open), Some(slot)) = (self.open.get_mut(node_at), self.formatting.get_mut(entry)) {
                open.id = copy;
                *slot = Entry::Element(copy);
            }
            // 4.13.7
            if last == block {
                bookmark = Some(copy);
            }
            // 4.13.8
            self.tree.detach(last);
            self.tree.insert(last, Spot { parent: copy, before: NONE });
            last = copy;
        }
        // 4.14
        self.tree.detach(last);
        self.tree.insert(last, self.spot_in(ancestor));
        // 4.15 to 4.17
        let copy = self.copy_element(formatting);
        self.tree.move_children(block, copy);
        self.tree.insert(copy, Spot { parent: block, before: NONE });
        // 4.18
        match bookmark.and_then(|node| self.position_in_formatting(node)) {
            None => {
                if let Some(slot) = self.position_in_formatting(formatting).and_then(|entry| self.formatting.get_mut(entry)) {
                    *slot = Entry::Element(copy);
                }
            }
            Some(entry) => {
                self.formatting.insert(entry + 1, Entry::Element(copy));
                self.stop_formatting(formatting);
            }
        }
        // 4.19
        let Some(mut open) = self.open.get(at).copied() else { return };
        self.open.remove(at);
        open.id = copy;
        let behind = self.position(block).map_or(self.open.len(), |at| at + 1);
        self.open.insert(behind, open);
    }
}
