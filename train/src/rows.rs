//! From samples to tables of rows: labels, weights, twins, out-of-fold name weights, bins.

use lectern::capture::Facts;
use lectern::extract::blocks::TextBlock;
use lectern::extract::features::features;
use lectern::extract::lexicon::Lexicon;
use lectern::extract::survey::{Survey, survey};
use lectern::model::Model;
use lectern::page::Page;

use crate::boost::Table;
use crate::corpus::{Sample, Truth};
use crate::lexicon::{Instance, Weights, instances, learn};
use crate::plain::{Losses, plain};
use crate::random;
pub use crate::split::fold;
use crate::{labels, weak};

/// What a page that is not an article weighs against one that is.
const OTHER_KIND: f32 = 0.5;
/// What a twin weighs against the page itself.
const TWIN: f32 = 0.5;
/// The most rows of a page.
const MAX_ROWS: usize = 250;

/// A page ready to be learned from.
pub struct Lesson {
    /// Index of the sample.
    pub sample: usize,
    /// The part that its site was dealt to.
    pub fold: usize,
    /// A twin's page; `None` for the sample's own.
    pub twin: Option<Page>,
    /// A label a block.
    pub labels: Vec<f32>,
    /// A weight a block, 0 for those left out.
    pub weights: Vec<f32>,
    /// For learning names; empty for twins.
    pub instances: Vec<Instance>,
}

impl Lesson {
    /// Its page.
    pub fn page<'a>(&'a self, samples: &'a [Sample]) -> Option<&'a Page> {
        self.twin.as_ref().or_else(|| samples.get(self.sample).map(|sample| &sample.page))
    }
}

/// A survey without name weights, for what does not need them.
pub fn bare(page: &Page) -> Survey<'_> {
    survey(page, &Facts::default(), &Lexicon { weights: &[], step: 0.0 })
}

/// Lessons from the samples with whole texts, and their twins.
pub fn lessons(samples: &[Sample]) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for (index, sample) in samples.iter().enumerate() {
        let Truth::Words(truth) = &sample.truth else { continue };
        if truth.len() < 5 {
            continue;
        }
        let key = random::text(&sample.id);
        let own = bare(&sample.page);
        let scale = if sample.kind.is_empty() || sample.kind == "article" { 1.0 } else { OTHER_KIND };
        let labels = labels::labels(&own.blocks, truth);
        let weights = weights(&own.blocks.items, truth.len(), scale, key);
        let instances = instances(&own, &labels, &weights);
        lessons.push(Lesson { sample: index, fold: fold(&sample.site), twin: None, labels, weights, instances });
        let chance = |salt| random::unit(&[key, salt]);
        let names = if chance(1) < 0.6 { 1.0 } else { chance(2) };
        let losses = Losses { sections: chance(3) < 0.8, names, head: chance(4) < 0.7, roles: chance(5) < 0.8, seed: key };
        let twin = plain(&sample.page, losses);
        let blocks = bare(&twin).blocks;
        let labels = labels::labels(&blocks, truth);
        let weights = self::weights(&blocks.items, truth.len(), scale * TWIN, key ^ 1);
        lessons.push(Lesson {
            sample: index,
            fold: fold(&sample.site),
            twin: Some(twin),
            labels,
            weights,
            instances: Vec::new(),
        });
    }
    lessons
}

/// Lessons from the samples with snippets only: their labels are what a model says, corrected by snippets.
pub fn weak_lessons(samples: &[Sample], probabilities: impl Fn(usize, &Survey<'_>) -> Vec<f32>) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for (index, sample) in samples.iter().enumerate() {
        let Truth::Snippets { with, without } = &sample.truth else { continue };
        let own = bare(&sample.page);
        let guessed = probabilities(index, &own);
        let (labels, trust) = weak::labels(&own, &guessed, with, without);
        let truth: u32 = own.blocks.items.iter().zip(&labels).filter(|(_, l)| **l > 0.5).map(|(b, _)| b.measure.tokens).sum();
        if truth < 40 {
            continue;
        }
        let mut weights = weights(&own.blocks.items, truth as usize, 1.0, random::text(&sample.id));
        for (weight, trust) in weights.iter_mut().zip(&trust) {
            *weight *= trust;
        }
        let instances = instances(&own, &labels, &weights);
        lessons.push(Lesson { sample: index, fold: fold(&sample.site), twin: None, labels, weights, instances });
    }
    lessons
}

fn weights(blocks: &[TextBlock], truth: usize, scale: f32, seed: u64) -> Vec<f32> {
    let share = (MAX_ROWS as f32 / blocks.len().max(1) as f32).min(1.0);
    let weight = |(at, block): (usize, &TextBlock)| {
        if random::unit(&[seed, at as u64]) >= share {
            return 0.0;
        }
        ((block.measure.tokens as f32 + 1.0) / truth.max(60) as f32).powf(0.75) * scale / share
    };
    blocks.iter().enumerate().map(weight).collect()
}

/// Learns names from the lessons that `may` lets through.
pub fn lexicon(lessons: &[Lesson], may: impl Fn(&Lesson) -> bool) -> Weights {
    let instances: Vec<&Instance> = lessons.iter().filter(|lesson| may(lesson)).flat_map(|lesson| &lesson.instances).collect();
    learn(&instances)
}

/// Rows as they are measured, before binning.
pub struct Rows {
    /// Numbers in a row.
    pub width: usize,
    /// Values, row after row.
    pub values: Vec<f32>,
    /// Labels.
    pub labels: Vec<f32>,
    /// Weights.
    pub weights: Vec<f32>,
}

impl Rows {
    /// No rows of `width` numbers.
    pub fn new(width: usize) -> Rows {
        Rows { width, values: Vec::new(), labels: Vec::new(), weights: Vec::new() }
    }

    /// Adds a lesson's rows of the first pass, measured with these name weights.
    pub fn push_first(&mut self, samples: &[Sample], lesson: &Lesson, names: &Weights) {
        let lexicon = Lexicon { weights: &names.bytes, step: names.step };
        self.push(samples, lesson, &lexicon, features);
    }

    /// Adds a lesson's rows of the second pass, the first being that of `model`.
    pub fn push_second(&mut self, samples: &[Sample], lesson: &Lesson, model: &Model<'_>) {
        self.push(samples, lesson, &model.lexicon, |survey| model.second_rows(survey));
    }

    fn push(&mut self, samples: &[Sample], lesson: &Lesson, lexicon: &Lexicon<'_>, measure: impl Fn(&Survey<'_>) -> Vec<f32>) {
        let Some(page) = lesson.page(samples) else { return };
        let values = measure(&survey(page, &Facts::default(), lexicon));
        for ((row, &label), &weight) in values.chunks_exact(self.width).zip(&lesson.labels).zip(&lesson.weights) {
            if weight > 0.0 {
                self.values.extend_from_slice(row);
                self.labels.push(label);
                self.weights.push(weight);
            }
        }
    }

    /// Thresholds for each feature: at most 62, at even shares of the rows, as upper halves of f32.
    #[allow(clippy::indexing_slicing, reason = "indices are made here, from the table's own size")]
    pub fn thresholds(&self) -> Vec<Vec<f32>> {
        let n = self.labels.len();
        let step = (n / 20_000).max(1);
        let thresholds_of = |feature: usize| {
            let mut values: Vec<f32> = (0..n).step_by(step).map(|row| self.values[row * self.width + feature]).collect();
            values.sort_unstable_by(f32::total_cmp);
            let mut edges: Vec<f32> = (1..=62).map(|k| values[k * (values.len() - 1) / 63]).map(upper_half).collect();
            edges.dedup();
            edges.pop_if(|last| values.last().is_some_and(|max| *last >= *max));
            edges
        };
        (0..self.width).map(thresholds_of).collect()
    }

    /// The binned table.
    pub fn table(self, thresholds: &[Vec<f32>]) -> Table {
        let bin = |row: &[f32]| -> Vec<u8> {
            row.iter().zip(thresholds).map(|(&value, edges)| edges.partition_point(|&edge| edge < value) as u8).collect()
        };
        let bins = self.values.chunks_exact(self.width).flat_map(bin).collect();
        Table { width: self.width, bins, labels: self.labels, weights: self.weights }
    }
}

/// The value with the lower half of its bits cleared: two bytes in the model file.
fn upper_half(value: f32) -> f32 {
    f32::from_bits(value.to_bits() & 0xffff_0000)
}
