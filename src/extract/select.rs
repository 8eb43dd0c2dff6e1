//! Chooses the content root and what of it stays, so that the result is whole subtrees.
//!
//! Every block speaks for or against itself with its words times the distance of its probability from the
//! page's threshold. The best choice under two costs, one for every root and one for every subtree cut out
//! of a root, is found exactly in one pass up and one pass down the tree (a three-state tree Potts model).

use serde::{Deserialize, Serialize};

use super::Selection;
use super::blocks::TextBlock;
use super::elements::Flags;
use super::figures::{add_lead, has_image_beside, is_in_figure};
use super::link_lines::link_lines;
use super::measure::share;
use super::parts::parts;
use super::repetition::Group;
use super::sections::{self, LINE_CHARS, SURE};
use super::survey::Survey;
use crate::article::is_caption_name;
use crate::page::{NodeId, NodeMap, NodeSet, Page, Tag};
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

/// A block between two that stay stays too from this share of the threshold on.
const BETWEEN: f32 = 0.6;
/// A share of sure words beyond which blocks made alike are one text…
const MOSTLY: f32 = 0.5;
/// …and what their prose counts above the threshold at least.
const CONTINUES: f32 = 0.1;
/// So many paragraphs that stay make a long text…
const LONG: u32 = 40;
/// …whose next paragraph made like them is hardly ever something else, from this probability on.
const GOES_ON: f32 = 0.12;
/// So many blocks behind a list more of the text may begin.
const BEHIND: usize = 12;
/// Paragraphs that may stand above a lead figure.
const ABOVE: usize = 2;
/// How far above a caption's text the element may be that says so.
const CAPTION_LEVELS: usize = 2;
/// The same for a heading over a text that surely is content.
const HEADING: f32 = 0.3;

/// The same for what is in a table of data: it goes with the text around it.
const IN_TABLE: f32 = 0.3;

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
    let gain = |block: &TextBlock, p: f32| (block.measure.tokens as f32 + costs.extra) * (p - threshold);
    let expected: f32 = survey.blocks.items.iter().zip(probabilities).map(|(block, p)| block.measure.tokens as f32 * p).sum();
    let root_cost = costs.root.max(costs.root_share * expected);

    let parts = parts(survey, probabilities, threshold);
    let listed = sections::lists(survey, probabilities, threshold);
    let link_lines = link_lines(survey, probabilities, threshold);
    // What a container's own runs are worth: one by one where it has several, for they can be cut apart.
    let mut keep: NodeMap<f32> = NodeMap::new(page);
    let mut selection = Selection::default();
    let mut cut_runs = Vec::new();
    // A paragraph between two that stay is hardly ever something else; a hole in a text is worse than a line too many.
    let stays = |at: Option<usize>, parent: Option<NodeId>| {
        let block = at.and_then(|at| survey.blocks.items.get(at).zip(probabilities.get(at)));
        block.is_some_and(|(block, &p)| p > threshold && page.parent(block.container) == parent)
    };
    let is_between = |at: usize, block: &TextBlock| {
        let parent = page.parent(block.container);
        (1..=2).any(|step| stays(at.checked_sub(step), parent)) && (1..=2).any(|step| stays(Some(at + step), parent))
    };
    // A list of texts without any link that stands before more of the text is a part of it.
    let is_before_sure = |at: usize| {
        let behind = survey.blocks.items.iter().zip(probabilities).skip(at).take(BEHIND);
        behind.into_iter().any(|(block, &p)| p > SURE && block.is_prose())
    };
    // So is a text without the heading that it stands under.
    let is_heading = |id: NodeId| page.tag(id).heading_level().is_some();
    let stays_below = |at: usize, block: &TextBlock| {
        let next = survey.blocks.items.get(at + 1).zip(probabilities.get(at + 1));
        next.is_some_and(|(next, &p)| {
            p > SURE
                && next.is_prose()
                && sections::place(survey, block.container).is_some_and(|(_, parent)| page.is_inside(next.container, parent))
        })
    };
    let kin = kin(survey, probabilities);
    let long = long_texts(survey, probabilities, threshold);
    let goes_on = |at: usize| long.get(at).is_some_and(|&goes_on| goes_on);
    let mut n_prose = 0;
    for (at, ((block, &p), caption)) in survey.blocks.items.iter().zip(probabilities).zip(&survey.captions).enumerate() {
        // What is under an image goes with the image, and what is quoted and all code with the text around it,
        // unless it is surely something else (test page news-ticker; the sample article).
        let flags = survey.elements.get(block.container).flags;
        let is_code = flags.any(Flags::CODE);
        // A class is believed within the text: above it stand credits by the same names.
        n_prose += usize::from(block.measure.chars >= LINE_CHARS && p > threshold);
        let is_below = n_prose > ABOVE;
        let is_caption = || match flags.any(Flags::FIGURE) {
            true => *caption || (is_below && is_in_figure(survey, block.container)),
            false => is_below && is_in_caption(survey, block.container),
        };
        let belongs = || flags.any(Flags::QUOTE) || is_caption();
        // What an advertisement or an offer parts from the article is made like it (an article in two containers).
        let continues =
            goes_on(at) || (block.is_prose() && p > threshold * BETWEEN && kin.get(at).is_some_and(|&sure| sure > MOSTLY));
        let gain = gain(block, if continues { p.max(threshold + CONTINUES) } else { p });
        let is_of_pair = n_prose > 0 && parts.pairs.contains(block.container) && is_before_sure(at);
        // So is a table of data (test page paper-en).
        let belongs = is_code
            || (p > costs.caption && belongs())
            || (parts.facts.contains(block.container) && p > threshold * IN_TABLE)
            || parts.whole.contains(block.container)
            || listed.get(at).is_some_and(|&listed| listed)
            || (p > threshold * HEADING
                && is_heading(block.container)
                && !sections::is_teaser(survey, block)
                && (stays_below(at, block) || (is_below && sections::heads_lines(survey, probabilities, at))))
            || link_lines.get(at).is_some_and(|&stays| stays)
            || is_of_pair
            || (p > threshold * BETWEEN && is_between(at, block))
            || (is_heading(block.container) && goes_on(at + 1))
            || (p > GOES_ON && is_below && parts.texts.contains(block.container) && is_before_sure(at));
        // Code is worth more than the label and the button beside it that are cut off (case `code--label-and-numbers`), and
        // advantages and faults more than the offers around them.
        let least = if is_of_pair || (is_code && p > threshold * HEADING) { 2.0 * costs.cut } else { 0.0 };
        let gain = if belongs { gain.max(least) } else { gain };
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

/// True for what a class marks as the caption of the image beside it, though all of it may be links (test page
/// `encyclopedia-fr`).
fn is_in_caption(survey: &Survey<'_>, container: NodeId) -> bool {
    let page = survey.page;
    let above = page.ancestors(container).take(CAPTION_LEVELS);
    let caption = std::iter::once(container).chain(above).find(|&id| page.classes(id).any(is_caption_name));
    caption.is_some_and(|caption| has_image_beside(survey, caption))
}

/// Whether each block goes on with a long text: prose beside prose, in one container, much of which stays before it. How far down a
/// block stands speaks against it more than it should where a text is longer than those that the model has seen.
fn long_texts(survey: &Survey<'_>, probabilities: &[f32], threshold: f32) -> Vec<bool> {
    let page = survey.page;
    let mut n_staying: NodeMap<u32> = NodeMap::new(page);
    let goes_on = |(block, &p): (&TextBlock, &f32)| {
        let text = page.parent(block.container).filter(|_| block.is_prose() && page.tag(block.container) == Tag::P);
        let Some(n) = text.and_then(|text| n_staying.get_mut(text)) else { return false };
        let goes_on = *n >= LONG && p > GOES_ON;
        *n += u32::from(goes_on || p > threshold);
        goes_on
    };
    survey.blocks.items.iter().zip(probabilities).map(goes_on).collect()
}

/// For each block, the share of sure words among the blocks that are made alike.
fn kin(survey: &Survey<'_>, probabilities: &[f32]) -> Vec<f32> {
    let groups = &survey.repetition.alike;
    let n_groups = groups.iter().map(|group| group.id as usize + 1).max().unwrap_or(0);
    let mut sums = vec![(0.0, 0.0); n_groups];
    for ((block, p), group) in survey.blocks.items.iter().zip(probabilities).zip(groups) {
        if let Some((sure, all)) = sums.get_mut(group.id as usize) {
            let words = block.measure.tokens as f32;
            *sure += if *p > SURE { words } else { 0.0 };
            *all += words;
        }
    }
    let share_of = |group: &Group| sums.get(group.id as usize).map_or(0.0, |(sure, all)| share(*sure, *all));
    groups.iter().map(share_of).collect()
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
fn remove_run(page: &Page, block: &TextBlock, removed: &mut NodeSet) {
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
