//! Judges whether what was selected is something to read, and what kind of page it stands on.
//!
//! Only positive evidence speaks against an article: a page without modern markup is one until shown otherwise.

use super::Selection;
use super::blocks::{Blocks, TextBlock};
use super::measure::share;
use super::repetition::Repetition;
use super::survey::Survey;
use crate::article::PageKind;
use crate::page::{NodeId, NodeSet, Page};

/// What is known of a selection as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Verdict {
    /// What kind of page it is.
    pub kind: PageKind,
    /// Whether it is something to read.
    pub readable: bool,
    /// Words selected.
    pub words: u32,
    /// Mean probability of the selected words.
    pub certainty: f32,
    /// Sum over selected prose of the square root of its characters beyond those of a caption.
    pub weight: f32,
    /// Share of the selected words in repeated items that lead elsewhere.
    pub teasers: f32,
}

/// A block longer than this is more than a caption or a teaser (the limit of Readability's own check).
const SENTENCES: f32 = 140.0;

/// Judges a selection.
///
/// `said` is what the page says it is: it takes fewer teasers to believe that a collection is a list.
pub fn verdict(survey: &Survey<'_>, probabilities: &[f32], said: Option<PageKind>, selection: &Selection) -> Verdict {
    let kept = kept_nodes(survey, selection);
    let mut verdict = Verdict::default();
    let teasers_of = Teasers { page: survey.page, blocks: &survey.blocks, repetition: &survey.repetition };
    let (mut tokens, mut sure, mut teasers) = (0.0, 0.0, 0.0);
    for (block, p) in survey.blocks.items.iter().zip(probabilities).filter(|(block, _)| kept.contains(block.first)) {
        let words = block.measure.tokens as f32;
        tokens += words;
        sure += words * p;
        if teasers_of.holds(block) {
            teasers += words;
        } else if block.is_prose() {
            verdict.weight += weight(block);
        }
    }
    verdict.words = tokens as u32;
    verdict.certainty = share(sure, tokens);
    verdict.teasers = share(teasers, tokens);
    let limit = if said == Some(PageKind::Listing) { TEASERS_OF_COLLECTION } else { TEASERS };
    verdict.kind = if verdict.teasers > limit { PageKind::Listing } else { PageKind::Article };
    verdict.readable = verdict.kind != PageKind::Listing && verdict.words > 0;
    verdict
}

/// More than this share of the words in teasers makes a listing.
const TEASERS: f32 = 0.6;
/// The same for a page that says that it is a collection.
const TEASERS_OF_COLLECTION: f32 = 0.2;

/// Characters of an item beyond which it is a text of its own, not a teaser.
const TEASER_CHARS: f32 = 600.0;

/// Finds the items of lists that lead elsewhere.
pub struct Teasers<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its blocks.
    pub blocks: &'a Blocks,
    /// What repeats on it.
    pub repetition: &'a Repetition,
}

impl Teasers<'_> {
    /// True for a block in a repeated item that is short and has a link of its own.
    pub fn holds(&self, block: &TextBlock) -> bool {
        let Some(item) = self.repetition.item.get(block.first) else { return false };
        let group = self.repetition.siblings(item);
        group.count >= 5.0 && group.mean < TEASER_CHARS && group.link_density > 0.15 && self.has_lead_link(item)
    }

    /// True when the item's first or second block is mostly a link.
    fn has_lead_link(&self, item: NodeId) -> bool {
        let blocks = self.blocks.items.get(self.blocks.range(self.page, item)).unwrap_or_default();
        blocks.iter().take(3).any(|block| block.link_density() > 0.8 && block.measure.tokens >= 3)
    }
}

/// What a block of prose adds to the weight of a page.
pub fn weight(block: &TextBlock) -> f32 {
    (block.measure.chars - SENTENCES).max(0.0).sqrt()
}

/// The nodes that a selection keeps.
pub fn kept_nodes(survey: &Survey<'_>, selection: &Selection) -> NodeSet {
    let mut kept = NodeSet::new();
    for &root in &selection.roots {
        let mut nodes = survey.page.subtree(root);
        while let Some(id) = nodes.next() {
            if selection.removed.contains(id) {
                nodes.skip_to(survey.page.end(id));
            } else {
                kept.insert(id);
            }
        }
    }
    kept
}
