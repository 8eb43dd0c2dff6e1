//! Everything that is measured on a page, once, before anything is decided.

use super::blocks::{Blocks, TextBlock, blocks};
use super::candidate::{Candidates, candidates};
use super::elements::{Element, elements};
use super::figures::{Count, captions};
use super::hidden::{Sight, sight};
use super::lexicon::Lexicon;
use super::repetition::{Repetition, repetition};
use super::wording::{Wording, wording};
use crate::capture::Facts;
use crate::page::{NodeId, NodeMap, Page, Tag};

/// The measures of one page.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The page.
    pub page: &'a Page,
    /// How each node stands to the eye.
    pub sights: NodeMap<Sight>,
    /// The text, cut into blocks.
    pub blocks: Blocks,
    /// Flags and name weights.
    pub elements: NodeMap<Element>,
    /// Classic scores.
    pub candidates: Candidates,
    /// What repeats.
    pub repetition: Repetition,
    /// Word sets.
    pub wording: Wording,
    /// Where images are.
    pub images: Count,
    /// Where dates are marked as such.
    pub times: Count,
    /// For each block whether it is written under an image.
    pub captions: Vec<bool>,
    /// For each block the share of the title's words that it has.
    pub of_title: Vec<f32>,
    /// The block that repeats the page's title as a headline.
    pub headline: Option<usize>,
    /// How well it does: the share of the title's words that it has, and more for a heading.
    pub headline_match: f32,
    /// What came before each block.
    pub sequence: Vec<Sequence>,
    /// For each node the nearest ancestor that holds more blocks than it.
    pub above: NodeMap<Option<NodeId>>,
    /// The lowest element that holds at least half of the page's prose, and the way to it.
    pub heavy: Branches,
    /// The best classic candidate, and the way to it.
    pub top: Branches,
}

/// Measures `page`. Linear in its size, up to sorting what repeats.
pub fn survey<'a>(page: &'a Page, facts: &Facts, lexicon: &Lexicon<'_>) -> Survey<'a> {
    let elements = elements(page, lexicon);
    let sights = sight(page, &elements, facts);
    let blocks = blocks(page, &sights);
    let candidates = candidates(page, &blocks);
    let repetition = repetition(page, &blocks, &elements);
    let mut wording = wording(page, &blocks);
    let heavy = Branches::new(page, &blocks, heavy_element(page, &blocks));
    let top = Branches::new(page, &blocks, candidates.top);
    if let Some(heavy) = heavy.target {
        wording.set_topic(&blocks, blocks.range(page, heavy));
    }
    let above = above(page, &blocks);
    let sequence = Sequence::new(page, &blocks, &elements);
    let of_title: Vec<f32> = blocks.items.iter().map(|block| wording.of_title(blocks.words_of(block))).collect();
    let (headline, headline_match) = headline(page, &blocks, &of_title);
    let (images, times) = (Count::images(page), Count::new(page, |tag| tag == Tag::Time));
    let captions = captions(page, &blocks, &images);
    Survey {
        page,
        images,
        times,
        captions,
        of_title,
        headline,
        headline_match,
        sequence,
        above,
        sights,
        blocks,
        elements,
        candidates,
        repetition,
        wording,
        heavy,
        top,
    }
}

fn above(page: &Page, blocks: &Blocks) -> NodeMap<Option<NodeId>> {
    let mut above = NodeMap::new(page);
    for id in page.nodes() {
        if let Some(parent) = page.parent(id) {
            let holds_more = blocks.range(page, parent).len() > blocks.range(page, id).len();
            above.set(id, if holds_more { Some(parent) } else { above.get(parent) });
        }
    }
    above
}

/// The lowest element with at least half of the prose; of all text where there is no prose.
fn heavy_element(page: &Page, blocks: &Blocks) -> Option<NodeId> {
    let all = blocks.sum(0..blocks.items.len());
    let weight = |id: NodeId| {
        let total = blocks.total(page, id);
        if all.prose > 0.0 { total.prose / all.prose } else { total.chars / all.chars.max(1.0) }
    };
    if blocks.items.is_empty() {
        return None;
    }
    let mut heavy = page.root();
    while let Some(child) = page.children(heavy).find(|&child| !page.is_text(child) && weight(child) >= 0.5) {
        heavy = child;
    }
    Some(heavy)
}

/// Where blocks leave the way from the root to one element.
#[derive(Clone, Debug, Default)]
pub struct Branches {
    /// The element.
    pub target: Option<NodeId>,
    /// Its depth.
    pub depth: u32,
    branches: Vec<Branch>,
}

/// Where one block leaves the way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Branch {
    /// The block is inside of the target.
    pub inside: bool,
    /// The ancestor (or self) that is a child of the way without being on it; `None` inside.
    pub root: Option<NodeId>,
    /// Depth of the last shared ancestor.
    pub depth: u32,
}

impl Branches {
    fn new(page: &Page, blocks: &Blocks, target: Option<NodeId>) -> Branches {
        let Some(target) = target else { return Branches::default() };
        let mut way: Vec<NodeId> = page.ancestors(target).collect();
        way.reverse();
        let depth = way.len() as u32;
        let mut last: Option<(NodeId, Branch)> = None;
        let branch = |block: &TextBlock| {
            if page.is_inside(block.first, target) {
                return Branch { inside: true, root: None, depth };
            }
            // What leaves the way does so with all that is in it.
            if let Some((_, branch)) = last.filter(|(root, _)| page.is_inside(block.first, *root)) {
                return branch;
            }
            let mut root = block.first;
            let mut above = page.parent(root);
            while let Some(next) = above.filter(|&above| !page.is_inside(target, above)) {
                (root, above) = (next, page.parent(next));
            }
            let depth = above.map_or(0, |above| way.partition_point(|&each| each <= above) as u32);
            let branch = Branch { inside: false, root: Some(root), depth };
            last = Some((root, branch));
            branch
        };
        Branches { target: Some(target), depth, branches: blocks.items.iter().map(branch).collect() }
    }

    /// Where the block of this number leaves the way.
    pub fn of(&self, index: usize) -> Branch {
        self.branches.get(index).copied().unwrap_or_default()
    }
}

/// A heading repeats the title when it has at least this share of its words.
const TITLE_MATCH: f32 = 0.6;
/// What being a heading adds to the match.
const HEADING: f32 = 0.2;

/// The block that best repeats the page's title; the first of those alike.
fn headline(page: &Page, blocks: &Blocks, of_title: &[f32]) -> (Option<usize>, f32) {
    let (mut best, mut top) = (None, 0.0);
    for (index, (block, of_title)) in blocks.items.iter().zip(of_title).enumerate() {
        let is_heading = page.tag(block.container).heading_level().is_some();
        let found = of_title + if is_heading { HEADING } else { 0.0 };
        if found >= TITLE_MATCH && found > top + 0.05 {
            (best, top) = (Some(index), found);
        }
    }
    (best, top)
}

/// What came before a block, in document order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sequence {
    /// First-level headings.
    pub titles: u32,
    /// Elements that say they are articles.
    pub articles: u32,
}

impl Sequence {
    fn new(page: &Page, blocks: &Blocks, elements: &NodeMap<Element>) -> Vec<Sequence> {
        let mut so_far = Sequence::default();
        let mut sequence = Vec::with_capacity(blocks.items.len());
        let mut nodes = page.nodes();
        for block in &blocks.items {
            for id in nodes.by_ref().take_while(|&id| id < block.first) {
                so_far.titles += u32::from(page.tag(id) == Tag::H1);
                so_far.articles += u32::from(elements.get(id).own_flags.is_article() && !page.is_text(id));
            }
            sequence.push(so_far);
        }
        sequence
    }
}
