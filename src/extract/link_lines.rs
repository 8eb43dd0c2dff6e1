//! Links one under another that an author typed as paragraphs: by themselves they look like the page's navigation.

use super::blocks::TextBlock;
use super::survey::Survey;
use crate::page::Tag;

/// A link with more words than this is a headline: it leads to another article.
const WORDS: u32 = 3;
/// Fewer than so many are buttons.
const FEW: usize = 3;
/// The lines around are at least as likely as this share of the threshold.
const AROUND: f32 = 0.6;

/// For each block whether it is one of several short links between paragraphs that stay, in the element that holds them.
pub fn link_lines(survey: &Survey<'_>, probabilities: &[f32], threshold: f32) -> Vec<bool> {
    let page = survey.page;
    let blocks = &survey.blocks.items;
    let is_line = |block: &TextBlock| page.tag(block.container) == Tag::P;
    let is_link = |block: &TextBlock| is_line(block) && block.link_chars == block.measure.chars && block.measure.tokens <= WORDS;
    let place = |block: &TextBlock| (is_link(block), page.parent(block.container));
    let mut stay = vec![false; blocks.len()];
    let mut start = 0;
    for run in blocks.chunk_by(|a, b| place(a) == place(b)) {
        let end = start + run.len();
        let stays = |at: Option<usize>| {
            let around = at.and_then(|at| blocks.get(at).zip(probabilities.get(at)));
            let likely = around.filter(|(_, p)| **p > threshold * AROUND).map(|(block, _)| block);
            run.first().zip(likely).is_some_and(|(link, block)| is_line(block) && place(link).1 == place(block).1)
        };
        if run.len() >= FEW && run.first().is_some_and(is_link) && stays(start.checked_sub(1)) && stays(Some(end)) {
            stay.get_mut(start..end).into_iter().for_each(|run| run.fill(true));
        }
        start = end;
    }
    stay
}
