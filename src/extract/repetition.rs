//! Things that a page has several of: cards, entries, posts, teasers.

use super::blocks::Blocks;
use super::elements::Element;
use super::measure::share;
use crate::page::{NodeId, NodeMap, Page};
use crate::sort;

/// Siblings that share a signature, or blocks that share three levels of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Group {
    /// Its number among those of the page of its sort.
    pub id: u32,
    /// How many there are.
    pub count: f32,
    /// Mean number of characters.
    pub mean: f32,
    /// Standard deviation of the characters over their mean.
    pub variation: f32,
    /// Share of the characters within links.
    pub link_density: f32,
    /// Share of the page's prose that is in it.
    pub prose_share: f32,
    /// Share of the page's prose that comes before it.
    pub prose_before: f32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    count: f32,
    chars: f32,
    squares: f32,
    link_chars: f32,
}

impl Sums {
    fn add(&mut self, chars: f32, link_chars: f32) {
        self.count += 1.0;
        self.chars += chars;
        self.squares += chars * chars;
        self.link_chars += link_chars;
    }

    fn group(self) -> Group {
        let mean = share(self.chars, self.count);
        let variance = (share(self.squares, self.count) - mean * mean).max(0.0);
        Group {
            count: self.count,
            mean,
            variation: share(variance.sqrt(), mean),
            link_density: share(self.link_chars, self.chars),
            ..Group::default()
        }
    }
}

/// Fewer than this are not a repetition.
const MIN_ITEMS: f32 = 3.0;

/// Repetition on one page.
#[derive(Clone, Debug, Default)]
pub struct Repetition {
    /// For each node the nearest repeated item that it is or is in.
    pub item: NodeMap<Option<NodeId>>,
    /// For each repeated item one more than the number of the group of it and its siblings, 0 for other nodes.
    siblings: NodeMap<u32>,
    groups: Vec<Group>,
    /// The group with the most text.
    pub largest: Group,
    /// For each block the group of blocks of the same three-level signature.
    pub alike: Vec<Group>,
    /// For each block the number of blocks with the same text.
    pub copies: Vec<u32>,
}

impl Repetition {
    /// The group of a repeated item and its siblings; an empty one for other nodes.
    pub fn siblings(&self, item: NodeId) -> Group {
        let number = self.siblings.get(item).checked_sub(1);
        number.and_then(|number| self.groups.get(number as usize)).copied().unwrap_or_default()
    }
}

/// Finds what repeats. Groups are found by sorting keys, so the work is n log n in the page's elements.
pub fn repetition(page: &Page, blocks: &Blocks, elements: &NodeMap<Element>) -> Repetition {
    let mut found = Repetition { item: NodeMap::new(page), siblings: NodeMap::new(page), ..Repetition::default() };
    let all = blocks.sum(0..blocks.items.len()).prose;
    let mut keys: Vec<u64> = Vec::new();
    for parent in page.nodes() {
        if blocks.range(page, parent).is_empty() {
            continue;
        }
        keys.clear();
        for id in page.children(parent) {
            if !page.tag(id).is_inline() && !blocks.range(page, id).is_empty() {
                keys.push(sort::pair(elements.get(id).signature, id.0));
            }
        }
        if (keys.len() as f32) < MIN_ITEMS {
            continue;
        }
        sort::numbers(&mut keys);
        for group in keys.chunk_by(|&a, &b| sort::parts(a).0 == sort::parts(b).0) {
            if (group.len() as f32) < MIN_ITEMS {
                continue;
            }
            let ids = || group.iter().map(|&key| NodeId(sort::parts(key).1));
            let mut sums = Sums::default();
            let mut prose = 0.0;
            for total in ids().map(|id| blocks.total(page, id)) {
                sums.add(total.chars, total.link_chars);
                prose += total.prose;
            }
            let before = ids().next().map_or(0.0, |id| blocks.sum(0..blocks.range(page, id).start).prose);
            let id = found.groups.len() as u32;
            let found_group = Group { id, prose_share: share(prose, all), prose_before: share(before, all), ..sums.group() };
            found.groups.push(found_group);
            ids().for_each(|item| found.siblings.set(item, id + 1));
            if found_group.count * found_group.mean > found.largest.count * found.largest.mean {
                found.largest = found_group;
            }
        }
    }
    for id in page.nodes() {
        let own = found.siblings.get(id) > 0;
        let item = if own { Some(id) } else { page.parent(id).and_then(|parent| found.item.get(parent)) };
        found.item.set(id, item);
    }
    found.alike = alike(page, blocks, elements);
    found.copies = copies(blocks);
    found
}

fn alike(page: &Page, blocks: &Blocks, elements: &NodeMap<Element>) -> Vec<Group> {
    let mut keys: Vec<(u64, u32)> = Vec::with_capacity(blocks.items.len());
    for (index, block) in blocks.items.iter().enumerate() {
        let chain = std::iter::once(block.container).chain(page.ancestors(block.container)).take(3);
        let key = chain.fold(0u64, |key, id| key.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(elements.get(id).signature));
        keys.push((key, index as u32));
    }
    sort::by_key(&mut keys, |&(key, _)| key);
    let mut groups = vec![Group::default(); blocks.items.len()];
    for (run, id) in keys.chunk_by(|a, b| a.0 == b.0).zip(0..) {
        let mut sums = Sums::default();
        for block in run.iter().filter_map(|&(_, index)| blocks.items.get(index as usize)) {
            sums.add(block.measure.chars, block.link_chars);
        }
        for &(_, index) in run {
            if let Some(slot) = groups.get_mut(index as usize) {
                *slot = Group { id, ..sums.group() };
            }
        }
    }
    groups
}

fn copies(blocks: &Blocks) -> Vec<u32> {
    let mut keys: Vec<u64> = blocks.items.iter().zip(0..).map(|(block, index)| sort::pair(block.hash, index)).collect();
    sort::numbers(&mut keys);
    let mut copies = vec![1; blocks.items.len()];
    for run in keys.chunk_by(|a, b| sort::parts(*a).0 == sort::parts(*b).0) {
        for &key in run {
            if let Some(slot) = copies.get_mut(sort::parts(key).1 as usize) {
                *slot = run.len() as u32;
            }
        }
    }
    copies
}
