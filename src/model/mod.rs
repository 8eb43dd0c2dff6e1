//! The learned block model: how likely a block is part of the article.
//!
//! Boosted regression trees in two passes: the first reads each block's row of [`crate::extract::features`], the
//! second reads what the first made of the block and of those around. Both passes and the weights of names are
//! one data file, made by `train/` and described in `src/model/CARD.md`. All numbers are little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `LCT2` |
//! | 4 | f32, what one unit of a name's weight is worth |
//! | [`BUCKETS`] | i8, weights of names |
//! | | the first pass, then the second: |
//! | 2 | number of features, must be [`WIDTH`], or [`SECOND_WIDTH`] |
//! | a feature: 1 + 2 each | number of thresholds, thresholds as the upper halves of f32 |
//! | 4, 4 | f32 base logit, f32 what one unit of a leaf is worth |
//! | 2 | number of trees |
//! | a tree: 1, 4 each, 1 each | number of inner nodes; feature, threshold, left, right; then i8 leaves |
//!
//! A child below 128 is an inner node of the tree, from 128 on a leaf. A value goes left when it is not
//! above the threshold. Inner node 0 is the root, and children stand behind their parents.

mod rows;
mod trees;

use std::sync::OnceLock;

use crate::extract::features::{SECOND_WIDTH, WIDTH, features, second};
use crate::extract::lexicon::{BUCKETS, Lexicon};
use crate::extract::survey::Survey;
use trees::{Tree, Trees};

/// The model that ships.
static BUILT_IN: &[u8] = include_bytes!("blocks.bin");

/// A model, borrowed from the bytes of its file.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    /// Weights of names.
    pub lexicon: Lexicon<'a>,
    first: Pass,
    second: Pass,
}

/// One sum of trees.
#[derive(Clone, Debug, Default)]
struct Pass {
    base: f32,
    step: f32,
    trees: Trees,
}

impl Model<'static> {
    /// The model that ships, read once. A test holds that its file is whole.
    pub fn built_in() -> &'static Model<'static> {
        static MODEL: OnceLock<Model<'static>> = OnceLock::new();
        MODEL.get_or_init(|| Model::read(BUILT_IN).unwrap_or_else(Model::neutral))
    }

    /// Knows nothing: every block is as likely as not.
    pub fn neutral() -> Model<'static> {
        Model { lexicon: Lexicon { weights: &[], step: 0.0 }, first: Pass::default(), second: Pass::default() }
    }
}

impl<'a> Model<'a> {
    /// Reads a model file; `None` when it is not one, or was made for other features.
    pub fn read(bytes: &'a [u8]) -> Option<Model<'a>> {
        let mut bytes = Bytes(bytes);
        if bytes.take(4)? != b"LCT2" {
            return None;
        }
        let step = bytes.f32()?;
        let lexicon = Lexicon { weights: bytes.take(BUCKETS)?, step };
        let (first, second) = (Pass::read(&mut bytes, WIDTH)?, Pass::read(&mut bytes, SECOND_WIDTH)?);
        Some(Model { lexicon, first, second })
    }

    /// True for a model that knows nothing.
    pub fn is_neutral(&self) -> bool {
        self.first.trees.is_empty()
    }

    /// The probability of each block that it is content.
    pub fn probabilities(&self, survey: &Survey<'_>) -> Vec<f32> {
        let first = self.first.probabilities(&features(survey), WIDTH);
        if self.second.trees.is_empty() {
            return first;
        }
        self.second.probabilities(&second(survey, &first), SECOND_WIDTH)
    }

    /// The rows of the second pass, for training it.
    pub fn second_rows(&self, survey: &Survey<'_>) -> Vec<f32> {
        second(survey, &self.first_probabilities(survey))
    }
}

impl Model<'_> {
    /// How much each feature of a block speaks for it, in logits: what the pass would lose if the feature were as it
    /// typically is on the page. `row` and `typical` are of the first pass or of the second, as `is_second` says.
    ///
    /// Features that say the same share nothing here: each is asked while the others stay.
    pub fn influences(&self, row: &[f32], typical: &[f32], is_second: bool) -> Vec<f32> {
        let pass = if is_second { &self.second } else { &self.first };
        let mut rows = row.repeat(row.len() + 1);
        for (at, (changed, usual)) in rows.chunks_exact_mut(row.len().max(1)).zip(typical).enumerate() {
            changed.get_mut(at).into_iter().for_each(|value| *value = *usual);
        }
        let sums = pass.trees.sums(&rows, row.len());
        let own = sums.last().copied().unwrap_or_default();
        sums.iter().take(row.len()).map(|sum| (own - sum) as f32 * pass.step).collect()
    }

    /// What the first pass makes of each block.
    pub fn first_probabilities(&self, survey: &Survey<'_>) -> Vec<f32> {
        self.first.probabilities(&features(survey), WIDTH)
    }
}

impl Pass {
    fn read(bytes: &mut Bytes<'_>, width: usize) -> Option<Pass> {
        if usize::from(bytes.u16()?) != width {
            return None;
        }
        let (mut thresholds, mut starts) = (Vec::new(), vec![0]);
        for _ in 0..width {
            let n_thresholds = usize::from(bytes.u8()?);
            for &upper in bytes.take(2 * n_thresholds)?.as_chunks::<2>().0 {
                thresholds.push(f32::from_bits(u32::from(u16::from_le_bytes(upper)) << 16));
            }
            starts.push(thresholds.len() as u16);
        }
        let (base, step) = (bytes.f32()?, bytes.f32()?);
        let n_trees = usize::from(bytes.u16()?);
        let mut trees = Vec::with_capacity(n_trees);
        for _ in 0..n_trees {
            let n_nodes = usize::from(bytes.u8()?);
            let nodes = bytes.take(4 * n_nodes)?.as_chunks::<4>().0;
            trees.push(Tree { nodes, leaves: bytes.take(n_nodes + 1)? });
        }
        Some(Pass { base, step, trees: Trees::new(&trees, thresholds, starts)? })
    }

    /// The probability that each row of so many features means.
    fn probabilities(&self, rows: &[f32], width: usize) -> Vec<f32> {
        let probability = |sum: i32| 1.0 / (1.0 + (-(self.base + sum as f32 * self.step)).exp());
        self.trees.sums(rows, width).into_iter().map(probability).collect()
    }
}

/// Reads numbers off the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n)?;
        self.0 = tail;
        Some(head)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.take(4)?.try_into().ok().map(f32::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_file_is_no_model() {
        for n in 0..BUILT_IN.len().min(9000) {
            assert!(Model::read(BUILT_IN.get(..n).unwrap()).is_none());
        }
        assert!(!Model::built_in().is_neutral());
    }
}
