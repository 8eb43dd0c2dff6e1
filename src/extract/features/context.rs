//! What the first pass of the model made of a block and of the blocks around: all that the second pass reads.
//! One look at a text says less than the verdicts on its siblings do.

use super::super::blocks::TextBlock;
use super::super::measure::share;
use super::super::repetition::Group;
use super::super::survey::Survey;
use super::log;
use crate::page::NodeId;

pub(super) const WIDTH: usize = 32;
pub(super) const NAMES: [&str; WIDTH] = [
    "first",
    "first-before3",
    "first-before2",
    "first-before1",
    "first-after1",
    "first-after2",
    "first-after3",
    "first-before-window5",
    "first-after-window5",
    "first-before-window15",
    "first-after-window15",
    "expected",
    "expected-before",
    "sure-before",
    "sure-of-expected",
    "sure-of-page",
    "since-sure",
    "until-sure",
    "first-level1",
    "first-level1-share",
    "first-level2",
    "first-level2-share",
    "first-level3",
    "first-level3-share",
    "first-level4",
    "first-level4-share",
    "first-item",
    "first-parent",
    "first-alike",
    "first-alike-share",
    "first-siblings",
    "first-siblings-share",
];

const NEIGHBORS: [isize; 6] = [-3, -2, -1, 1, 2, 3];
const WINDOWS: [usize; 2] = [5, 15];
const LEVELS: usize = 4;
/// From this probability on a block surely is content.
const SURE: f32 = 0.8;
/// Beside nothing there is no verdict.
const NONE: f32 = -1.0;
/// Beyond the page's ends everything is as unlikely as can be.
const BEYOND: f32 = -7.0;
/// The logarithm of a distance that no page has, for where there is no sure block.
const FAR: f32 = 12.0;

/// Running sums over the blocks: words, words times probability, words of sure blocks.
#[derive(Clone, Copy, Default)]
struct Sum {
    words: f32,
    likely: f32,
    sure: f32,
}

impl std::ops::Add for Sum {
    type Output = Sum;
    fn add(self, other: Sum) -> Sum {
        Sum { words: self.words + other.words, likely: self.likely + other.likely, sure: self.sure + other.sure }
    }
}

impl std::ops::Sub for Sum {
    type Output = Sum;
    fn sub(self, other: Sum) -> Sum {
        Sum { words: self.words - other.words, likely: self.likely - other.likely, sure: self.sure - other.sure }
    }
}

impl Sum {
    /// Probability of a word.
    fn mean(self) -> f32 {
        if self.words > 0.5 { self.likely / self.words } else { NONE }
    }
}

/// The first pass over one page.
pub(super) struct Context<'a> {
    survey: &'a Survey<'a>,
    first: &'a [f32],
    sums: Vec<Sum>,
    alike: Vec<Sum>,
    siblings: Vec<Sum>,
    since: Vec<f32>,
    until: Vec<f32>,
}

impl<'a> Context<'a> {
    pub(super) fn new(survey: &'a Survey<'a>, first: &'a [f32]) -> Context<'a> {
        let blocks = &survey.blocks.items;
        let mut sums = Vec::with_capacity(blocks.len() + 1);
        let mut sum = Sum::default();
        sums.push(sum);
        let (mut alike, mut siblings) = (Vec::new(), Vec::new());
        for ((block, &p), group) in blocks.iter().zip(first).zip(&survey.repetition.alike) {
            let own = own(block, p);
            sum = sum + own;
            sums.push(sum);
            add(&mut alike, group.id, own);
            if let Some(item) = survey.repetition.item.get(block.first) {
                add(&mut siblings, survey.repetition.siblings(item).id, own);
            }
        }
        let since = distances(blocks.iter().zip(first));
        let mut until = distances(blocks.iter().zip(first).rev());
        until.reverse();
        Context { survey, first, sums, alike, siblings, since, until }
    }

    fn sum(&self, range: std::ops::Range<usize>) -> Sum {
        let at = |index: usize| self.sums.get(index).or(self.sums.last()).copied().unwrap_or_default();
        at(range.end) - at(range.start)
    }

    /// Writes the numbers of one block to the end of `row`.
    pub(super) fn push(&self, index: usize, row: &mut Vec<f32>) {
        let (survey, blocks) = (self.survey, &self.survey.blocks);
        let (Some(block), Some(&p)) = (blocks.items.get(index), self.first.get(index)) else { return };
        let own = own(block, p);
        let all = self.sum(0..blocks.items.len());
        let before = self.sum(0..index);
        row.push(logit(p));
        for offset in NEIGHBORS {
            let neighbor = index.checked_add_signed(offset).and_then(|at| self.first.get(at));
            row.push(neighbor.map_or(BEYOND, |&p| logit(p)));
        }
        for window in WINDOWS {
            row.push(self.sum(index.saturating_sub(window)..index).mean());
            row.push(self.sum(index + 1..(index + 1 + window).min(blocks.items.len()).max(index + 1)).mean());
        }
        row.push(log(all.likely));
        row.push(share(before.likely, all.likely.max(1.0)));
        row.push(share(before.sure, all.sure.max(1.0)));
        row.push(share(all.sure, all.likely.max(1.0)));
        row.push(share(all.sure, all.words));
        row.push(self.since.get(index).copied().unwrap_or(FAR));
        row.push(self.until.get(index).copied().unwrap_or(FAR));
        let inside = |id: Option<NodeId>| id.map(|id| self.sum(blocks.range(survey.page, id)));
        let others = |sum: Option<Sum>| sum.map_or(NONE, |sum| (sum - own).mean());
        let mut level = survey.above.get(block.container);
        for _ in 0..LEVELS {
            let sum = inside(level);
            row.push(others(sum));
            row.push(share(sum.unwrap_or(own).likely, all.likely.max(1.0)));
            level = level.and_then(|id| survey.above.get(id));
        }
        let item = survey.repetition.item.get(block.first);
        row.push(others(inside(item)));
        row.push(others(inside(survey.page.parent(block.container))));
        let of = |sums: &[Sum], group: Option<Group>| group.and_then(|group| sums.get(group.id as usize).copied());
        let groups = [
            of(&self.alike, survey.repetition.alike.get(index).copied()),
            of(&self.siblings, item.map(|item| survey.repetition.siblings(item))),
        ];
        for sum in groups {
            row.push(others(sum));
            row.push(share(sum.unwrap_or(own).likely, all.likely.max(1.0)));
        }
    }
}

/// A block's own part in the sums. Every block counts one word more than it has, so that headings count.
fn own(block: &TextBlock, p: f32) -> Sum {
    let words = block.measure.tokens as f32 + 1.0;
    Sum { words, likely: words * p, sure: if p > SURE { words } else { 0.0 } }
}

fn add(sums: &mut Vec<Sum>, group: u32, own: Sum) {
    let at = group as usize;
    if sums.len() <= at {
        sums.resize(at + 1, Sum::default());
    }
    if let Some(slot) = sums.get_mut(at) {
        *slot = *slot + own;
    }
}

/// For each block the words since the last sure one, as a logarithm.
fn distances<'b>(blocks: impl Iterator<Item = (&'b TextBlock, &'b f32)>) -> Vec<f32> {
    let mut since = None;
    let step = |(block, &p): (&TextBlock, &f32)| {
        let distance = since.map_or(FAR, log);
        since = if p > SURE { Some(0.0) } else { since.map(|since: f32| since + block.measure.tokens as f32 + 1.0) };
        distance
    };
    blocks.map(step).collect()
}

fn logit(p: f32) -> f32 {
    let p = p.clamp(0.002, 0.998);
    (p / (1.0 - p)).ln()
}

#[cfg(test)]
mod tests {
    use super::super::second;
    use super::*;
    use crate::capture::Facts;
    use crate::extract::lexicon::Lexicon;
    use crate::extract::survey::survey;
    use crate::page::Page;

    /// The number of this name, for each block.
    fn column(html: &str, first: &[f32], name: &str) -> Vec<f32> {
        let page = Page::parse(format!("<body>{html}</body>"));
        let rows = second(&survey(&page, &Facts::default(), &Lexicon::default()), first);
        let at = NAMES.iter().position(|each| *each == name).unwrap();
        assert_eq!(rows.len(), first.len() * WIDTH);
        assert!(rows.iter().all(|number| number.is_finite()));
        rows.chunks_exact(WIDTH).map(|row| *row.get(at).unwrap()).collect()
    }

    #[test]
    fn a_block_is_told_what_was_made_of_those_around_and_not_of_itself() {
        let html = "<ul><li>one two three</li><li>one two three</li><li>one two three</li></ul><p>one two three</p>";
        let first = [0.2, 0.4, 0.9, 0.9];
        let close = |got: Vec<f32>, want: [f32; 4]| {
            assert!(got.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-5), "{got:?} {want:?}");
        };
        close(column(html, &first, "first-siblings"), [0.65, 0.55, 0.3, NONE]);
        close(column(html, &first, "first-before-window5"), [NONE, 0.2, 0.3, 0.5]);
        close(column(html, &first, "expected-before"), [0.0, 0.2 / 2.4, 0.6 / 2.4, 1.5 / 2.4]);
        close(column(html, &first, "until-sure"), [log(4.0), 0.0, 0.0, FAR]);
    }
}
