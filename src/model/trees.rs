//! Evaluates all trees for many rows at once: a bit for each row.
//!
//! For every threshold a word says which of up to 128 rows are above it. A tree is then gone through once, from its root: at
//! each split the rows that came so far part by that word, and what the leaves say is added up bit by bit, for all rows in
//! one. Nothing of it depends on a row, so no branch is a guess, and a split costs the same few instructions for 128 rows as
//! for one, on any machine.

use super::rows::{Column, MAX_ADDED, N_ROWS, Numbers, Rows, Sums};

/// All trees of a pass.
#[derive(Clone, Debug, Default)]
pub(super) struct Trees {
    /// Those of the first feature, ascending, then those of the second, and so on.
    thresholds: Vec<f32>,
    /// Where each feature's thresholds begin; one entry more at the end.
    starts: Vec<u16>,
    trees: Vec<Laid>,
}

/// A tree as it stands in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tree<'a> {
    /// Feature, number of its threshold, left and right child of each inner node; the first is the root.
    pub(super) nodes: &'a [[u8; 4]],
    pub(super) leaves: &'a [u8],
}

/// A tree laid out to be gone through: the rows at the root have the first place, those that split 0 parts the two places
/// of the next pair, and so on. Since a split names whence its rows come and not where they go, a processor knows all
/// places in which it writes, and reads ahead.
#[derive(Clone, Debug)]
struct Laid {
    splits: Vec<Split>,
    leaves: Vec<Leaf>,
}

/// An inner node.
#[derive(Clone, Copy, Debug)]
struct Split {
    /// Its threshold among those of all features.
    threshold: u16,
    /// The place of the rows that it parts.
    place: u8,
}

#[derive(Clone, Copy, Debug)]
struct Leaf {
    /// As a number without a sign.
    value: u8,
    place: u8,
}

/// Rows by their places. No tree has as many splits.
type Reached = [[Rows; 2]; LEAF as usize];

/// From this value on a child is a leaf.
const LEAF: u8 = 128;
/// So many children a split can name.
const N_CHILDREN: usize = u8::MAX as usize + 1;
/// Turned over, this bit makes a leaf a number without a sign, which is greater by as much.
const SIGN: u8 = 128;

impl Trees {
    /// Trees over features with these thresholds. `None` for trees that are none: every child must exist, stand behind its
    /// parent and have no other, every threshold must exist. Nor for more trees than can be added up.
    pub(super) fn new(trees: &[Tree<'_>], thresholds: Vec<f32>, starts: Vec<u16>) -> Option<Trees> {
        let mut all = Trees { thresholds, starts, trees: Vec::new() };
        if trees.len() > MAX_ADDED || !trees.iter().all(|tree| all.is_whole(tree)) {
            return None;
        }
        all.trees = trees.iter().map(|tree| all.lay_out(tree)).collect();
        Some(all)
    }

    fn is_whole(&self, tree: &Tree<'_>) -> bool {
        let mut seen = [false; N_CHILDREN];
        let mut is_new = |child: u8| seen.get_mut(usize::from(child)).is_some_and(|seen| !std::mem::replace(seen, true));
        let is_child = |at: usize, child: u8| match child.checked_sub(LEAF) {
            Some(leaf) => usize::from(leaf) < tree.leaves.len(),
            None => usize::from(child) > at && usize::from(child) < tree.nodes.len(),
        };
        let is_split = |(at, &[feature, threshold, left, right]): (usize, &[u8; 4])| {
            let is_known = usize::from(threshold) < self.range(usize::from(feature)).len();
            is_known && [left, right].into_iter().all(|child| is_child(at, child) && is_new(child))
        };
        tree.leaves.len() == tree.nodes.len() + 1 && tree.leaves.len() > 1 && tree.nodes.iter().enumerate().all(is_split)
    }

    fn lay_out(&self, tree: &Tree<'_>) -> Laid {
        let mut laid = Laid { splits: Vec::with_capacity(tree.nodes.len()), leaves: Vec::with_capacity(tree.leaves.len()) };
        let mut places = [0; N_CHILDREN];
        for (at, &[feature, threshold, left, right]) in tree.nodes.iter().enumerate() {
            let start = self.starts.get(usize::from(feature)).copied().unwrap_or_default();
            let place = places.get(at).copied().unwrap_or_default();
            laid.splits.push(Split { threshold: start + u16::from(threshold), place });
            for (child, place) in [left, right].into_iter().zip(2 * (at + 1)..) {
                let place = place as u8;
                if let Some(slot) = places.get_mut(usize::from(child)) {
                    *slot = place;
                }
                if let Some(value) = child.checked_sub(LEAF).and_then(|leaf| tree.leaves.get(usize::from(leaf))) {
                    laid.leaves.push(Leaf { value: value ^ SIGN, place });
                }
            }
        }
        laid
    }

    pub(super) fn is_empty(&self) -> bool {
        self.trees.is_empty()
    }

    /// For each row of so many features, the sum of the leaves in which it ends.
    pub(super) fn sums(&self, rows: &[f32], width: usize) -> Vec<i32> {
        let mut sums = Vec::with_capacity(rows.len() / width);
        let mut above = vec![Rows::NONE; self.thresholds.len()];
        let (mut column, mut reached): (_, Reached) = (Column::new(), [[Rows::ALL; 2]; LEAF as usize]);
        for rows in rows.chunks(N_ROWS * width) {
            for feature in 0..width {
                let range = self.range(feature);
                let thresholds = self.thresholds.get(range.clone()).filter(|thresholds| !thresholds.is_empty());
                if let (Some(thresholds), Some(above)) = (thresholds, above.get_mut(range)) {
                    column.take(rows, width, feature);
                    column.compare(thresholds, above);
                }
            }
            let mut ends = Sums::new();
            for tree in &self.trees {
                tree.part(&above, &mut reached);
                let at_leaf = |leaf: &Leaf| reached.as_flattened().get(usize::from(leaf.place)).map(|rows| (leaf.value, rows));
                ends.add(&Numbers::new(tree.leaves.iter().filter_map(at_leaf)));
            }
            let offset = i32::from(SIGN) * self.trees.len() as i32;
            sums.extend((0..rows.len() / width).map(|row| ends.of(row) - offset));
        }
        sums
    }

    /// Where the thresholds of a feature begin and end.
    fn range(&self, feature: usize) -> std::ops::Range<usize> {
        let at = |feature: usize| self.starts.get(feature).map_or(0, |&start| usize::from(start));
        at(feature)..at(feature + 1)
    }
}

impl Laid {
    /// Parts all rows, which are at the root, until each is at a leaf.
    fn part(&self, above: &[Rows], reached: &mut Reached) {
        for (split, at) in self.splits.iter().zip(1..) {
            let above = above.get(usize::from(split.threshold)).copied().unwrap_or_default();
            let rows = reached.as_flattened().get(usize::from(split.place)).copied().unwrap_or_default();
            if let Some(pair) = reached.get_mut(at) {
                *pair = rows.part(above);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The root splits on feature 0, its left child on feature 1.
    const NODES: [[u8; 4]; 2] = [[0, 1, 1, 128], [1, 0, 129, 130]];
    const LEAVES: [u8; 3] = [7, 1, (-2_i8) as u8];

    fn trees(nodes: &[[u8; 4]], leaves: &[u8]) -> Option<Trees> {
        let tree = Tree { nodes, leaves };
        Trees::new(&[tree, tree], vec![0.0, 1.0, 5.0], vec![0, 2, 3])
    }

    #[test]
    fn a_row_ends_where_a_walk_ends() {
        let trees = trees(&NODES, &LEAVES).unwrap();
        // What is no number is above nothing.
        let rows = [[1.5, 0.0], [1.0, 5.0], [1.0, 5.5], [f32::NAN, f32::NAN], [2.0, 9.0]];
        for n_rows in [1, 5, 127, 128, 129, 300] {
            let rows: Vec<f32> = rows.iter().cycle().take(n_rows).flatten().copied().collect();
            let expected: Vec<i32> = [7, 1, -2, 1, 7].into_iter().cycle().take(n_rows).map(|leaf| 2 * leaf).collect();
            assert_eq!(trees.sums(&rows, 2), expected);
        }
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        assert!(trees(&[[0, 0, 0, 0]], &[1, 2]).is_none(), "a circle");
        assert!(trees(&[[0, 0, 128, 200]], &[1, 2]).is_none(), "a leaf that is not there");
        assert!(trees(&[[0, 0, 128, 128]], &[1, 2]).is_none(), "a leaf with two parents");
        assert!(trees(&[], &[1]).is_none(), "no root");
        assert!(trees(&[[0, 2, 128, 129]], &[1, 2]).is_none(), "a threshold that is not there");
        assert!(trees(&[[2, 0, 128, 129]], &[1, 2]).is_none(), "a feature that is not there");
    }
}
