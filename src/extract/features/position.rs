//! Features of a block's place in the order of reading: what is before and after it, near and far.

use super::super::blocks::{TextBlock, Total};
use super::super::measure::share;
use super::super::survey::Survey;
use super::log;
use crate::page::Tag;

const NEIGHBORS: [isize; 6] = [-3, -2, -1, 1, 2, 3];
const WINDOWS: [usize; 2] = [5, 15];
pub(super) const WIDTH: usize = 46;
pub(super) const NAMES: [&str; WIDTH] = [
    "index-share",
    "text-share",
    "after-title",
    "after-heading",
    "from-first-prose",
    "to-last-prose",
    "before3-chars",
    "before3-link-density",
    "before3-names",
    "before2-chars",
    "before2-link-density",
    "before2-names",
    "before1-chars",
    "before1-link-density",
    "before1-names",
    "after1-chars",
    "after1-link-density",
    "after1-names",
    "after2-chars",
    "after2-link-density",
    "after2-names",
    "after3-chars",
    "after3-link-density",
    "after3-names",
    "window5-prose",
    "window5-link-density",
    "window5-chars",
    "window15-prose",
    "window15-link-density",
    "window15-chars",
    "same-container-before",
    "same-parent-before",
    "page-blocks",
    "page-prose",
    "page-link-density",
    "page-longest",
    "page-title-match",
    "titles-before",
    "articles-before",
    "page-titles",
    "page-articles",
    "page-group-count",
    "page-group-mean",
    "page-group-prose",
    "page-group-link-density",
    "page-currencies",
];

/// What is the same for all blocks of a page.
pub(super) struct Positions<'a> {
    survey: &'a Survey<'a>,
    all: Total,
    heading: Option<usize>,
    first_prose: usize,
    last_prose: usize,
    /// What is said of the characters of each block.
    chars: Vec<f32>,
    /// What is said of the whole page: its blocks, prose and longest block, its largest group, its signs of currencies.
    blocks: f32,
    prose: f32,
    longest: f32,
    group: [f32; 2],
    currencies: f32,
}

impl<'a> Positions<'a> {
    pub(super) fn new(survey: &'a Survey<'a>) -> Positions<'a> {
        let blocks = &survey.blocks.items;
        let is_title = |block: &TextBlock| survey.page.tag(block.container) == Tag::H1;
        let all = survey.blocks.sum(0..blocks.len());
        let group = survey.repetition.largest;
        Positions {
            survey,
            all,
            heading: blocks.iter().position(is_title),
            first_prose: blocks.iter().position(TextBlock::is_prose).unwrap_or(0),
            last_prose: blocks.iter().rposition(TextBlock::is_prose).unwrap_or(blocks.len()),
            chars: blocks.iter().map(|block| log(block.measure.chars)).collect(),
            blocks: log(blocks.len() as f32),
            prose: log(all.prose),
            longest: log(blocks.iter().map(|block| block.measure.chars).fold(0.0, f32::max)),
            group: [log(group.count), log(group.mean)],
            currencies: log(blocks.iter().map(|block| block.measure.currencies as f32).sum()),
        }
    }

    pub(super) fn features(&self, index: usize) -> [f32; WIDTH] {
        let blocks = &self.survey.blocks;
        let n_blocks = blocks.items.len();
        let distance = |from: Option<usize>| from.map_or(-100.0, |from| squash(index as f32 - from as f32));
        let mut row = [0.0; WIDTH];
        let mut at = 0;
        let mut push = |value: f32| {
            if let Some(slot) = row.get_mut(at) {
                *slot = value;
            }
            at += 1;
        };
        push(share(index as f32, n_blocks as f32));
        push(share(blocks.sum(0..index).chars, self.all.chars));
        push(distance(self.survey.headline));
        push(distance(self.heading));
        push(squash(index as f32 - self.first_prose as f32));
        push(squash(self.last_prose as f32 - index as f32));
        for offset in NEIGHBORS {
            let at = index.checked_add_signed(offset);
            let neighbor = at.and_then(|at| blocks.items.get(at));
            push(at.and_then(|at| self.chars.get(at)).copied().unwrap_or(-1.0));
            push(neighbor.map_or(-1.0, TextBlock::link_density));
            push(neighbor.map_or(0.0, |block| self.survey.elements.get(block.container).names_sum));
        }
        for window in WINDOWS {
            let total = blocks.sum(index.saturating_sub(window)..(index + window + 1).min(n_blocks));
            push(share(total.prose, total.chars));
            push(total.link_density());
            push(log(total.chars));
        }
        let before = index.checked_sub(1).and_then(|at| blocks.items.get(at));
        let here = blocks.items.get(index);
        let parent = |container| self.survey.page.parent(container);
        push(flag(before.zip(here).is_some_and(|(a, b)| a.container == b.container)));
        push(flag(before.zip(here).is_some_and(|(a, b)| parent(a.container) == parent(b.container))));
        push(self.blocks);
        push(self.prose);
        push(self.all.link_density());
        push(self.longest);
        push(self.survey.headline_match);
        let before = self.survey.sequence.get(index).copied().unwrap_or_default();
        let last = self.survey.sequence.last().copied().unwrap_or_default();
        push(before.titles.min(10) as f32);
        push(before.articles.min(20) as f32);
        push(last.titles.min(10) as f32);
        push(last.articles.min(20) as f32);
        let group = self.survey.repetition.largest;
        self.group.into_iter().for_each(&mut push);
        push(group.prose_share);
        push(group.link_density);
        push(self.currencies);
        row
    }
}

/// Distances count less the longer they are; the sign stays.
fn squash(distance: f32) -> f32 {
    log(distance.abs()).copysign(distance)
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}
