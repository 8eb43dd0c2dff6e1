//! The classic score of a content root (after Readability): text in a paragraph speaks for its ancestors,
//! less and less upward. Here it is a feature of the model and the net under it.

use super::blocks::{Blocks, TextBlock};
use crate::page::{NodeId, NodeMap, Page, Tag};

/// Scores of elements as content roots.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// The score of each element, 0 for most.
    pub scores: NodeMap<f32>,
    /// The best score among each node and its ancestors.
    pub best: NodeMap<f32>,
    /// The best.
    pub top: Option<NodeId>,
    /// Its score.
    pub top_score: f32,
}

/// What the parent, the grandparent and those above receive of a paragraph's score (Readability divides by
/// 1, 2, then three times the level).
const SHARES: [f32; 5] = [1.0, 1.0 / 2.0, 1.0 / 6.0, 1.0 / 9.0, 1.0 / 12.0];

/// Paragraphs shorter than this say nothing (Readability's own limit).
const MIN_CHARS: f32 = 25.0;

/// Scores every element that has paragraphs below it.
pub fn candidates(page: &Page, blocks: &Blocks) -> Candidates {
    let mut raw: NodeMap<f32> = NodeMap::new(page);
    for block in &blocks.items {
        if block.measure.chars < MIN_CHARS || block.hidden {
            continue;
        }
        let measure = block.measure;
        let score = (1.0 + measure.commas as f32 + (measure.chars / 100.0).min(3.0)) * (1.0 - block.link_density());
        let is_paragraph = matches!(page.tag(block.container), Tag::P | Tag::Pre | Tag::Td | Tag::Li | Tag::Blockquote);
        let start = if is_paragraph { page.parent(block.container) } else { Some(block.container) };
        let chain = start.into_iter().chain(start.into_iter().flat_map(|start| page.ancestors(start)));
        for (ancestor, share) in chain.zip(SHARES) {
            if let Some(slot) = raw.get_mut(ancestor) {
                *slot += score * share;
            }
        }
    }
    let mut found = Candidates { scores: NodeMap::new(page), best: NodeMap::new(page), top: None, top_score: 0.0 };
    for id in page.nodes() {
        let score = raw.get(id);
        if score > 0.0 {
            let score = score * (1.0 - blocks.total(page, id).link_density());
            found.scores.set(id, score);
            if score > found.top_score {
                (found.top, found.top_score) = (Some(id), score);
            }
        }
        let above = page.parent(id).map_or(0.0, |parent| found.best.get(parent));
        found.best.set(id, above.max(found.scores.get(id)));
    }
    found
}

/// Probabilities from the classic score alone, for when there is no model: high for text inside the best
/// candidate, less the more of it is links.
pub fn probabilities(page: &Page, blocks: &Blocks, candidates: &Candidates) -> Vec<f32> {
    let inside = |id: NodeId| candidates.top.is_some_and(|top| page.is_inside(id, top));
    let likely = |block: &TextBlock| if inside(block.container) { 0.9 * (1.0 - block.link_density()) } else { 0.05 };
    blocks.items.iter().map(likely).collect()
}
