//! Chooses the content root and what of it stays, so that the result is whole subtrees.
//!
//! Every block speaks for or against itself with its words times the distance of its probability from the
//! page's threshold. The best choice under two costs, one for every root and one for every subtree cut out
//! of a root, is found exactly in one pass up and one pass down the tree (a three-state tree Potts model).

use serde::{Deserialize, Serialize};

use super::Selection;
use super::blocks::TextBlock;
use super::figures::add_lead;
use super::parts::parts;
use super::survey::Survey;
use super::worth::worths;
use crate::page::{NodeId, NodeMap, NodeSet, Page};
use crate::sort;

/// What choices cost, in words.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Costs {
    /// A further root, as a share of all words that the page may have in its article.
    pub root_share: f32,
    /// A further root, at least.
    pub root: f32,
    /// A subtree that is cut out of a root.
    pub cut: f32,
    /// The least probability of a caption that stays with its image.
    pub caption: f32,
    /// Words that every block counts more than it has, so that headings count.
    pub extra: f32,
    /// The lowest and the highest threshold.
    pub threshold: (f32, f32),
    /// The share of the best F1 that is the threshold.
    pub f1_share: f32,
}

/// Found by search over the development corpora; see `train/`.
pub const COSTS: Costs =
    Costs { root_share: 0.02, root: 6.0, cut: 0.5, caption: 0.03, extra: 2.0, threshold: (0.2, 0.6), f1_share: 0.6 };

/// Chooses by the probability of each block.
pub fn select(survey: &Survey<'_>, probabilities: &[f32], costs: &Costs) -> Selection {
    // Where nothing passes, the threshold gives way: something is always better than nothing.
    let first = threshold(survey, probabilities, costs);
    for threshold in [first, first / 2.0, first / 8.0, 0.0] {
        let selection = select_above(survey, probabilities, threshold, costs);
        if !selection.roots.is_empty() {
            return selection;
        }
    }
    Selection { roots: vec![survey.page.body()], ..Selection::default() }
}

fn select_above(survey: &Survey<'_>, probabilities: &[f32], threshold: f32, costs: &Costs) -> Selection {
    let page = survey.page;
    let expected: f32 = survey.blocks.items.iter().zip(probabilities).map(|(block, p)| block.measure.tokens as f32 * p).sum();
    let root_cost = costs.root.max(costs.root_share * expected);

    let parts = parts(survey, probabilities, threshold);
    let worths = worths(survey, probabilities, threshold, &parts, costs);
    // What a container's own runs are worth: one by one where it has several, for they can be cut apart.
    let mut keep: NodeMap<f32> = NodeMap::new(page);
    let mut selection = Selection::default();
    let mut cut_runs = Vec::new();
    for (block, &gain) in survey.blocks.items.iter().zip(&worths) {
        let shares_container = survey.blocks.range(page, block.container).len() > 1;
        let cut = shares_container && gain < -costs.cut;
        if cut {
            cut_runs.push(block);
        }
        if let Some(slot) = keep.get_mut(block.container) {
            *slot += if cut { -costs.cut } else { gain };
        }
    }
    for id in page.nodes().rev() {
        if page.is_text(id) {
            continue;
        }
        // What a subtree inside a root is worth: kept, or cut out at a cost.
        let worth = if parts.all.contains(id) { keep.get(id) } else { keep.get(id).max(-costs.cut) };
        if let Some(slot) = page.parent(id).and_then(|parent| keep.get_mut(parent)) {
            *slot += worth;
        }
    }
    // The first root is free.
    for cost in [root_cost, 0.0] {
        choose_roots(page, &keep, &parts.all, cost, costs, &mut selection);
        if !selection.roots.is_empty() {
            break;
        }
    }
    for block in cut_runs {
        remove_run(page, block, &mut selection.removed);
    }
    add_lead(survey, &mut selection);
    selection
}

/// Finds the roots that are worth their cost, and cuts out of each what is not worth keeping.
fn choose_roots(page: &Page, keep: &NodeMap<f32>, parts: &NodeSet, root_cost: f32, costs: &Costs, selection: &mut Selection) {
    let mut outside: NodeMap<f32> = NodeMap::new(page);
    for id in page.nodes().rev() {
        let best = outside.get(id).max(keep.get(id) - root_cost);
        if let Some(slot) = page.parent(id).and_then(|parent| outside.get_mut(parent)) {
            *slot += best.max(0.0);
        }
    }
    let mut nodes = page.nodes();
    while let Some(id) = nodes.next() {
        if !page.is_text(id) && !parts.contains(id) && keep.get(id) > root_cost && keep.get(id) - root_cost >= outside.get(id) {
            selection.roots.push(id);
            cut_subtrees(page, id, keep, parts, costs, &mut selection.removed);
            nodes.skip_to(page.end(id));
        }
    }
}

fn cut_subtrees(page: &Page, root: NodeId, keep: &NodeMap<f32>, parts: &NodeSet, costs: &Costs, removed: &mut NodeSet) {
    let mut nodes = page.descendants(root);
    while let Some(id) = nodes.next() {
        if !page.is_text(id) && keep.get(id) < -costs.cut && !parts.contains(id) {
            removed.insert(id);
            nodes.skip_to(page.end(id));
        }
    }
}

/// Takes out the texts of one run and leaves the other runs of its container.
pub(super) fn remove_run(page: &Page, block: &TextBlock, removed: &mut NodeSet) {
    let mut nodes = page.nodes();
    nodes.skip_to(block.first);
    for id in nodes.take_while(|&id| id <= block.last).filter(|&id| page.is_text(id)) {
        removed.insert(id);
    }
}

/// The threshold at which keeping the likeliest blocks has the best expected F1: half of that F1, as theory
/// has it for any measure of this form, within bounds.
pub fn threshold(survey: &Survey<'_>, probabilities: &[f32], costs: &Costs) -> f32 {
    let mut order: Vec<u64> = probabilities.iter().zip(0..).map(|(&p, at)| sort::pair(!sort::rank(p), at)).collect();
    sort::numbers(&mut order);
    let blocks = order.iter().map(|&each| sort::parts(each).1 as usize);
    let blocks = blocks.filter_map(|at| Some((*probabilities.get(at)?, survey.blocks.items.get(at)?.measure.tokens as f32)));
    let all: f32 = blocks.clone().map(|(p, n)| p * n).sum();
    let (mut kept, mut hits, mut best) = (0.0, 0.0, 0.0_f32);
    for (p, n) in blocks {
        kept += n;
        hits += n * p;
        best = best.max(2.0 * hits / (kept + all).max(1.0));
    }
    (best * costs.f1_share).clamp(costs.threshold.0, costs.threshold.1)
}

#[cfg(test)]
mod tests;
