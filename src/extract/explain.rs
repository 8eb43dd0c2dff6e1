//! What extraction saw in a page: each block with its numbers, and what became of it. For whoever works on
//! extraction; nothing that reads a page on a click calls it.

use serde::Serialize;

use super::features::{SECOND_WIDTH, WIDTH, features, names, second};
use super::removals::first_words;
use super::select::{Costs, threshold};
use super::survey::{Survey, survey};
use super::{extract_with, judge};
use crate::article::Article;
use crate::capture::Facts;
use crate::error::NotReadable;
use crate::metadata;
use crate::model::Model;
use crate::options::Options;
use crate::page::{NodeId, NodeMap, Page};
use crate::trace::{Reason, Removal, Stage};

/// A page, explained. Elements are positions in document order.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The best that there is, whether it is readable or not.
    pub article: Option<Article>,
    /// Why there is not even that.
    pub error: Option<NotReadable>,
    /// The costs that it was chosen by.
    pub costs: Costs,
    /// The probability that a block had to have.
    pub threshold: f32,
    /// The text, in document order.
    pub blocks: Vec<ExplainedBlock>,
    /// What was left out, in document order.
    pub removals: Vec<ExplainedRemoval>,
    /// The names of the features, of the first pass and then of the second.
    pub names: Vec<&'static str>,
    /// How many of them the first pass has.
    pub width: usize,
    /// The features of all blocks, row after row.
    #[serde(skip)]
    pub rows: Vec<f32>,
}

/// A run of text.
#[derive(Debug, Serialize)]
pub struct ExplainedBlock {
    /// The element that it is laid out in.
    pub element: u32,
    /// Its first words.
    pub text: String,
    /// Words, or characters in scripts without spaces.
    pub words: u32,
    /// How likely the first pass found it.
    pub first: f32,
    /// How likely it was in the end: after the second pass, layout and posts.
    pub likely: f32,
    /// The entry of [`Explanation::removals`] that left it out.
    pub removal: Option<usize>,
}

/// A subtree that was left out.
#[derive(Debug, Serialize)]
pub struct ExplainedRemoval {
    /// Its root; of a single text, the element that it stands in.
    pub element: u32,
    /// True for a single text, whose element may have stayed.
    pub only_text: bool,
    /// The stage that removed it.
    pub stage: Stage,
    /// Why.
    pub reason: Reason,
    /// The number behind the reason.
    pub score: f32,
}

/// Explains `page`. `lap` is told the name of each stage when it has ended; the last is the whole extraction, which
/// goes through all of them once more.
pub fn explain(
    page: &Page,
    url: &str,
    facts: &Facts,
    options: &Options,
    costs: &Costs,
    mut lap: impl FnMut(&'static str),
) -> Explanation {
    let model = Model::built_in();
    let survey = survey(page, facts, &model.lexicon);
    lap("survey");
    let _ = metadata::read(page, &survey.elements, url);
    lap("metadata");
    let first_rows = features(&survey);
    lap("features");
    let first = model.first_probabilities(&survey);
    let second_rows = second(&survey, &first);
    let (probabilities, _) = judge(model, &survey, facts, url);
    lap("model");
    let threshold = threshold(&survey, &probabilities, costs);
    lap("threshold");
    let anyway = Options { read_anyway: true, ..options.clone() };
    let outcome = extract_with(model, costs, page, url, facts, &anyway);
    lap("whole");

    let (article, error) = match outcome {
        Ok(article) => (Some(article), None),
        Err(error) => (None, Some(error)),
    };
    let removals = article.as_ref().map_or(&[][..], |article| &article.trace.removals);
    let removed_by = removed_by(page, removals);
    let explained = survey.blocks.items.iter().zip(first.iter().zip(&probabilities));
    let blocks = explained.map(|(block, (&first, &likely))| ExplainedBlock {
        element: element(page, block.container),
        text: first_words(&survey, std::slice::from_ref(block)),
        words: block.measure.tokens,
        first,
        likely,
        removal: removed_by.get(block.first),
    });
    let blocks = blocks.collect();
    let removals = removals.iter().map(|removal| explained_removal(page, removal)).collect();
    let rows = rows(&survey, &first_rows, &second_rows);
    Explanation { article, error, costs: *costs, threshold, blocks, removals, names: names().collect(), width: WIDTH, rows }
}

/// The first removal that each node is in.
fn removed_by(page: &Page, removals: &[Removal]) -> NodeMap<Option<usize>> {
    let mut by: NodeMap<Option<usize>> = NodeMap::new(page);
    for (at, removal) in removals.iter().enumerate().rev() {
        by.set(removal.node, Some(at));
    }
    for id in page.nodes() {
        if let Some(above) = page.parent(id).and_then(|parent| by.get(parent)) {
            by.set(id, Some(above));
        }
    }
    by
}

fn explained_removal(page: &Page, removal: &Removal) -> ExplainedRemoval {
    let Removal { node, stage, reason, score } = *removal;
    ExplainedRemoval { element: element(page, node), only_text: page.is_text(node), stage, reason, score }
}

/// The position of an element, or of the one that a text stands in.
fn element(page: &Page, id: NodeId) -> u32 {
    let mut around = std::iter::once(id).chain(page.ancestors(id));
    around.find_map(|id| page.element_index(id)).unwrap_or_default()
}

/// Both passes' features of each block, side by side.
fn rows(survey: &Survey<'_>, first: &[f32], second: &[f32]) -> Vec<f32> {
    let mut rows = Vec::with_capacity(survey.blocks.items.len() * (WIDTH + SECOND_WIDTH));
    for (first, second) in first.chunks_exact(WIDTH).zip(second.chunks_exact(SECOND_WIDTH)) {
        rows.extend_from_slice(first);
        rows.extend_from_slice(second);
    }
    rows
}

/// How much each feature of the block at `index` speaks for it, in logits, against the median of the page's blocks.
/// `rows` is [`Explanation::rows`].
pub fn influences(rows: &[f32], index: usize) -> Vec<f32> {
    let width = WIDTH + SECOND_WIDTH;
    let Some((first, second)) = rows.chunks_exact(width).nth(index).and_then(|row| row.split_at_checked(WIDTH)) else {
        return Vec::new();
    };
    let typical: Vec<f32> =
        (0..width).map(|feature| median(rows.iter().skip(feature).step_by(width).copied().collect())).collect();
    let (typical_first, typical_second) = typical.split_at(WIDTH);
    let model = Model::built_in();
    let mut influences = model.influences(first, typical_first, false);
    influences.extend(model.influences(second, typical_second, true));
    influences
}

fn median(mut values: Vec<f32>) -> f32 {
    values.sort_unstable_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::select::COSTS;
    use super::*;

    const PAGE: &str = "<body><nav><a href=/a>Harbors</a> <a href=/b>Weather</a></nav><article><h1>The ferry</h1>\
        <p>The ferry left the northern quay at seven, an hour late, with half of its usual load of milk and post.</p>\
        <p>Nobody on board could say why, and nobody on the quay had asked, for it was raining again.</p></article></body>";

    fn explained(costs: &Costs) -> Explanation {
        let page = Page::parse(PAGE.to_owned());
        explain(&page, "https://example.org/ferry", &Facts::default(), &Options::default(), costs, |_| ())
    }

    #[test]
    fn every_block_has_its_numbers_and_its_fate() {
        let explanation = explained(&COSTS);
        let article = explanation.article.as_ref().unwrap();
        assert!(article.readable);
        assert_eq!(explanation.rows.len(), explanation.blocks.len() * explanation.names.len());
        let menu = explanation.blocks.iter().find(|block| block.text.starts_with("Harbors")).unwrap();
        let removal = &explanation.removals[menu.removal.unwrap()];
        assert_eq!((removal.stage, removal.reason), (Stage::Select, Reason::Navigation));
        let text = explanation.blocks.iter().find(|block| block.text.starts_with("The ferry left")).unwrap();
        assert_eq!(text.removal, None);
        assert!(text.likely > explanation.threshold && menu.likely < explanation.threshold);
        assert!(text.words > 15);
    }

    #[test]
    fn costs_decide() {
        let everything = explained(&Costs { threshold: (0.0, 0.0), ..COSTS });
        assert!(everything.blocks.iter().filter(|block| block.removal.is_some()).count() < 2, "{everything:?}");
    }

    #[test]
    fn features_speak_for_and_against() {
        let Explanation { rows, blocks, names, .. } = explained(&COSTS);
        for index in 0..blocks.len() {
            assert_eq!(influences(&rows, index).len(), names.len());
        }
        assert!(influences(&rows, blocks.len()).is_empty());
        // What is the same as everywhere says nothing.
        let one = &rows[..names.len()];
        assert!(influences(one, 0).iter().all(|influence| *influence == 0.0));
    }
}
