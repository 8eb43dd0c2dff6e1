//! Scores a selection against the truth, by words alone: quick enough to search settings with.

use std::collections::HashMap;

use lectern::extract::elements::Flags;
use lectern::extract::select::{Costs, select};
use lectern::extract::survey::Survey;
use lectern::extract::verdict::kept_nodes;

use crate::corpus::{Sample, Truth, counts};
use crate::labels;

/// Bag F1 of a page, or the snippet counts: (kind of score, value).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Score {
    /// Token F1 of the whole text.
    F1(f32),
    /// Found of those that must be found, their number; found of those that must not, their number.
    Snippets([u32; 4]),
}

/// The words that a selection keeps, and its text.
pub fn kept(survey: &Survey<'_>, probabilities: &[f32], costs: &Costs) -> Vec<bool> {
    let inside = kept_nodes(survey, &select(survey, probabilities, costs));
    // As plain text has it: captions only before the text begins.
    let mut begun = false;
    let mut kept = Vec::new();
    for (block, caption) in survey.blocks.items.iter().zip(&survey.captions) {
        let inside = inside.contains(block.first);
        let caption = &(*caption && survey.elements.get(block.container).flags.any(Flags::FIGURE));
        begun |= inside && !*caption && block.measure.chars > 100.0;
        kept.push(inside && !(*caption && begun));
    }
    kept
}

/// The blocks that a perfect choice would keep.
pub fn oracle(sample: &Sample, survey: &Survey<'_>) -> Vec<bool> {
    match &sample.truth {
        Truth::Words(truth) => labels::labels(&survey.blocks, truth).into_iter().map(|label| label > 0.5).collect(),
        Truth::Snippets { .. } => vec![true; survey.blocks.items.len()],
    }
}

/// Scores one page.
pub fn score(sample: &Sample, survey: &Survey<'_>, kept: &[bool]) -> Score {
    let blocks = || survey.blocks.items.iter().zip(kept).filter(|(_, kept)| **kept).map(|(block, _)| block);
    match &sample.truth {
        Truth::Words(truth) => {
            let words: HashMap<u32, u32> = counts(blocks().flat_map(|block| survey.blocks.words_of(block)).copied());
            let wanted = counts(truth.iter().copied());
            let hits: u32 = wanted.iter().map(|(word, &n)| n.min(words.get(word).copied().unwrap_or(0))).sum();
            let all: u32 = words.values().sum::<u32>() + wanted.values().sum::<u32>();
            Score::F1(if all == 0 { 1.0 } else { 2.0 * hits as f32 / all as f32 })
        }
        Truth::Snippets { with, without } => {
            let mut text = String::new();
            for block in blocks() {
                let mut nodes = survey.page.nodes();
                nodes.skip_to(block.first);
                for id in nodes.take_while(|&id| id <= block.last) {
                    text.push_str(survey.page.text(id));
                }
                text.push('\n');
            }
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let found = |texts: &[String]| {
                texts.iter().filter(|text| flat.contains(&text.split_whitespace().collect::<Vec<_>>().join(" "))).count() as u32
            };
            Score::Snippets([found(with), with.len() as u32, found(without), without.len() as u32])
        }
    }
}

/// Means of scores: (pages, mean F1, share below .5) or the snippet F1.
pub fn summarize(scores: &[Score]) -> (usize, f32, f32) {
    let f1: Vec<f32> = scores.iter().filter_map(|score| if let Score::F1(f1) = score { Some(*f1) } else { None }).collect();
    if f1.is_empty() {
        let sums = scores.iter().fold([0u32; 4], |sums, score| match score {
            Score::Snippets(counts) => {
                std::array::from_fn(|at| sums.get(at).copied().unwrap_or(0) + counts.get(at).copied().unwrap_or(0))
            }
            Score::F1(_) => sums,
        });
        let [with, all_with, without, _] = sums.map(|n| n as f32);
        let (p, r) = (with / (with + without).max(1.0), with / all_with.max(1.0));
        return (scores.len(), 2.0 * p * r / (p + r).max(1e-6), 1.0 - r);
    }
    let n = f1.len() as f32;
    (f1.len(), f1.iter().sum::<f32>() / n, f1.iter().filter(|&&f1| f1 < 0.5).count() as f32 / n)
}
