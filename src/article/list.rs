//! Lists, ordered and not, and the items that stand in no list.

use super::Block;
use super::block::{Body, Item};
use super::build::Builder;
use super::figure;
use super::flow::Flow;
use crate::page::{NodeId, Page, Tag};

impl<'a> Builder<'a> {
    /// Reads a list.
    pub(super) fn list(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let ordered = self.page.tag(node) == Tag::Ol;
        let start = self.number(node, "start").filter(|start| ordered && *start != 1);
        let mut items = self.items(self.page.first_child(node), self.page.end(node));
        if ordered && self.page.attr(node, "reversed").is_some() {
            number_downwards(&mut items, self.number(node, "start"));
        }
        let is_figure = |block: &Block| matches!(block.body, Body::Figure { .. });
        if !items.is_empty() && items.iter().all(|item| item.blocks.iter().all(is_figure)) {
            // A list of pictures is a gallery.
            let figures = items.into_iter().flat_map(|item| item.blocks).collect();
            self.push_blocks(flow, figure::gallery(figures));
        } else if !items.is_empty() {
            self.push_block(flow, node, Body::List { ordered, start, items });
        }
        true
    }

    /// Reads a run of items that stand in no list, as far as they are to be read, and says where it ends.
    pub(super) fn orphan_items(&mut self, flow: &mut Flow<'a>, node: NodeId, until: NodeId) -> NodeId {
        let mut end = self.page.end(node);
        let mut last = node;
        while let Some(next) = next_item(self.page, last).filter(|next| *next < until) {
            end = self.page.end(next);
            last = next;
        }
        let items = self.items(Some(node), end);
        if !items.is_empty() {
            self.push_block(flow, node, Body::List { ordered: false, start: None, items });
        }
        end
    }

    /// The items among the siblings from `first` up to `end`.
    fn items(&mut self, first: Option<NodeId>, end: NodeId) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let mut next = first.filter(|first| *first < end);
        while let Some(child) = next {
            let after = self.page.end(child);
            next = self.page.next_sibling(child).filter(|next| *next < end);
            if self.is_left_out(child) {
                self.n_notes_passed += u32::from(self.footnotes.is_part(child));
                continue;
            }
            if self.page.tag(child) == Tag::Li {
                let blocks = self.named_blocks(child);
                if !blocks.is_empty() {
                    items.push(Item { value: self.number(child, "value"), checked: self.checked(child), blocks });
                }
                continue;
            }
            // A list or text directly in a list: browsers show it under the item before.
            let blocks = self.blocks_of(child, after, None);
            match items.last_mut() {
                Some(item) => item.blocks.extend(blocks),
                None if blocks.is_empty() => {}
                None => items.push(Item { blocks, ..Item::default() }),
            }
        }
        items
    }

    /// For an item that begins with a check box: whether it is checked.
    fn checked(&self, item: NodeId) -> Option<bool> {
        let page = self.page;
        // The box comes first, inside a label or a paragraph at most.
        let input = page.descendants(item).take(6).find(|node| page.tag(*node) == Tag::Input)?;
        let is_box = page.attr(input, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
        is_box.then(|| page.attr(input, "checked").is_some())
    }

    fn number(&self, node: NodeId, name: &str) -> Option<i32> {
        self.page.attr(node, name)?.trim().parse().ok()
    }
}

/// The item that follows `item`, with nothing but white space between them.
pub(super) fn next_item(page: &Page, item: NodeId) -> Option<NodeId> {
    let mut next = page.next_sibling(item);
    while let Some(space) = next.filter(|next| page.is_text(*next) && page.text(*next).trim().is_empty()) {
        next = page.next_sibling(space);
    }
    next.filter(|next| page.tag(*next) == Tag::Li)
}

/// Gives each item its number in a list that counts down, to 1 unless it says where it starts (case `list--counting-down`).
fn number_downwards(items: &mut [Item], start: Option<i32>) {
    let mut next = start.unwrap_or_else(|| i32::try_from(items.len()).unwrap_or(i32::MAX));
    for item in items {
        let value = *item.value.get_or_insert(next);
        next = value.saturating_sub(1);
    }
}
