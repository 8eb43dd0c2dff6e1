//! Knows which formatting goes on where its element was closed by others:
//! [the list of active formatting elements](https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements).

use super::Parser;
use super::open::MAX_DEPTH;
use super::tokens::TagToken;
use crate::page::Tag;

/// At most so many elements are in the list; the oldest falls out. The standard knows no bound but the three equal ones
/// of Noah's Ark clause, so a page of `<b id=1><b id=2>…` would take quadratic time. No page of the corpora has as many.
pub(super) const MAX_ENTRIES: usize = MAX_DEPTH / 4;

/// Formatting is written out again only as long as the tree has no more nodes than the source has bytes, and these. In
/// `<b><i><u>…<p>x<p>x…` every paragraph has all of it, which is quadratic too; no page that is meant comes near.
pub(super) const SPARE_NODES: usize = 1 << 12;

/// What is in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// Formatting outside a cell, a caption, an object or a template does not go on inside.
    Marker,
    /// An element, by its node.
    Element(u32),
}

impl Parser<'_> {
    /// The entries behind the last marker, last first: where in the list, and which node.
    pub(super) fn active(&self) -> impl Iterator<Item = (usize, u32)> {
        self.formatting.iter().enumerate().rev().map_while(|(at, entry)| match entry {
            Entry::Marker => None,
            Entry::Element(id) => Some((at, *id)),
        })
    }

    /// The last active element with this name.
    pub(super) fn active_named(&self, tag: Tag) -> Option<(usize, u32)> {
        self.active().find(|&(_, id)| self.tree.node(id).tag == tag)
    }

    pub(super) fn position_in_formatting(&self, id: u32) -> Option<usize> {
        self.formatting.iter().position(|&entry| entry == Entry::Element(id))
    }

    pub(super) fn stop_formatting(&mut self, id: u32) {
        if let Some(at) = self.position_in_formatting(id) {
            self.formatting.remove(at);
        }
    }

    /// Inserts an element whose formatting goes on where others close it.
    pub(super) fn insert_formatting(&mut self, tag: &TagToken) {
        let id = self.insert(tag);
        let node = self.tree.node(id);
        let is_same = |other: u32| {
            let other = self.tree.node(other);
            other.tag == node.tag && self.tree.have_equal_attrs(other, node)
        };
        // Noah's Ark clause: three of a kind.
        let same: Vec<usize> = self.active().filter(|&(_, other)| is_same(other)).map(|(at, _)| at).collect();
        if same.len() >= 3
            && let Some(&earliest) = same.last()
        {
            self.formatting.remove(earliest);
        }
        if self.formatting.len() >= MAX_ENTRIES {
            self.formatting.remove(0);
        }
        self.formatting.push(Entry::Element(id));
    }

    /// Forgets the formatting since the last marker, and that.
    pub(super) fn clear_formatting(&mut self) {
        while self.formatting.pop().is_some_and(|entry| entry != Entry::Marker) {}
    }

    /// [Opens the active formatting elements](https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements)
    /// again that were closed.
    pub(super) fn reconstruct_formatting(&mut self) {
        if self.formatting.is_empty() || !self.may_copy() {
            return;
        }
        let is_closed = |entry: &Entry| match entry {
            Entry::Marker => false,
            Entry::Element(id) => self.position(*id).is_none(),
        };
        let n_closed = self.formatting.iter().rev().take_while(|entry| is_closed(entry)).count();
        for at in self.formatting.len() - n_closed..self.formatting.len() {
            let Some(&Entry::Element(id)) = self.formatting.get(at) else { return };
            if !self.may_copy() {
                return;
            }
            let copy = self.copy_element(id);
            self.tree.insert(copy, self.spot());
            self.push(copy);
            if let Some(entry) = self.formatting.get_mut(at) {
                *entry = Entry::Element(copy);
            }
        }
    }

    /// True while elements may be made that the source does not have, and fit.
    pub(super) fn may_copy(&self) -> bool {
        self.tree.len() < self.bytes.len() + SPARE_NODES && self.open.len() < MAX_DEPTH
    }

    /// A new element with the name and the attributes of another.
    pub(super) fn copy_element(&mut self, id: u32) -> u32 {
        let node = *self.tree.node(id);
        self.create_html(node.tag, node.span, node.first_attr, node.n_attrs)
    }
}
