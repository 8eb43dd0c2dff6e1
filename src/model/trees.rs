//! Evaluates all trees for many rows at once: a bit for each row.
//!
//! For every threshold a word says which of up to 64 rows are above it. A tree is then gone through once, from its root: at
//! each split the rows that came so far part by that word, and every leaf is added to the rows that arrived. No row walks
//! by itself, so no branch is a guess, and a split costs the same few instructions for 64 rows as for one, on any machine.
//! A tree stands in memory as it stands in the file.

/// A bit for each row.
type Rows = u64;

/// So many rows are read at once.
const N_ROWS: usize = Rows::BITS as usize;

/// All trees of a pass.
#[derive(Clone, Debug, Default)]
pub(super) struct Trees<'a> {
    /// Those of the first feature, ascending, then those of the second, and so on.
    thresholds: Vec<f32>,
    /// Where each feature's thresholds begin; one entry more at the end.
    starts: Vec<u16>,
    trees: Vec<Tree<'a>>,
}

/// A tree as it stands in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tree<'a> {
    /// Feature, number of its threshold, left and right child of each inner node; the first is the root.
    pub(super) nodes: &'a [[u8; 4]],
    pub(super) leaves: &'a [u8],
}

/// From this value on a child is a leaf.
const LEAF: u8 = 128;

impl<'a> Trees<'a> {
    /// Trees over features with these thresholds. `None` for trees that are none: every child must exist and stand behind its
    /// parent, every threshold must exist.
    pub(super) fn new(trees: Vec<Tree<'a>>, thresholds: Vec<f32>, starts: Vec<u16>) -> Option<Trees<'a>> {
        let all = Trees { thresholds, starts, trees };
        all.trees.iter().all(|tree| all.is_whole(tree)).then_some(all)
    }

    fn is_whole(&self, tree: &Tree<'_>) -> bool {
        let is_child = |at: usize, child: u8| match child.checked_sub(LEAF) {
            Some(leaf) => usize::from(leaf) < tree.leaves.len(),
            None => usize::from(child) > at && usize::from(child) < tree.nodes.len(),
        };
        let is_split = |(at, &[feature, threshold, left, right]): (usize, &[u8; 4])| {
            usize::from(threshold) < self.range(usize::from(feature)).len() && is_child(at, left) && is_child(at, right)
        };
        !tree.nodes.is_empty() && tree.nodes.iter().enumerate().all(is_split)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.trees.is_empty()
    }

    /// For each row of so many features, the sum of the leaves in which it ends.
    pub(super) fn sums(&self, rows: &[f32], width: usize) -> Vec<i32> {
        let mut sums = Vec::with_capacity(rows.len() / width);
        let mut above = vec![0; self.thresholds.len()];
        let mut open = Vec::new();
        for rows in rows.chunks(N_ROWS * width) {
            let n_rows = rows.len() / width;
            for feature in 0..width {
                let range = self.range(feature);
                if let (Some(thresholds), Some(above)) = (self.thresholds.get(range.clone()), above.get_mut(range)) {
                    compare(rows.get(feature..).unwrap_or_default(), width, thresholds, above);
                }
            }
            let mut ends = [0; N_ROWS];
            for tree in &self.trees {
                open.push((0, Rows::MAX >> (N_ROWS - n_rows)));
                self.part(tree, &above, &mut open, &mut ends);
            }
            sums.extend(ends.iter().take(n_rows));
        }
        sums
    }

    /// Where the thresholds of a feature begin and end.
    fn range(&self, feature: usize) -> std::ops::Range<usize> {
        let at = |feature: usize| self.starts.get(feature).map_or(0, |&start| usize::from(start));
        at(feature)..at(feature + 1)
    }

    /// Parts the rows that are at the root of `tree`, and adds to the sum of each the leaf in which it ends.
    fn part(&self, tree: &Tree<'_>, above: &[Rows], open: &mut Vec<(u8, Rows)>, sums: &mut [i32; N_ROWS]) {
        while let Some((mut node, mut rows)) = open.pop() {
            while let Some(&[feature, threshold, left, right]) = tree.nodes.get(usize::from(node)) {
                let start = self.starts.get(usize::from(feature)).map_or(0, |&start| usize::from(start));
                let above = above.get(start + usize::from(threshold)).copied().unwrap_or(0);
                let (to_left, to_right) = (rows & !above, rows & above);
                (node, rows) = if to_left == 0 { (right, to_right) } else { (left, to_left) };
                if to_left != 0 && to_right != 0 {
                    open.push((right, to_right));
                }
            }
            let leaf = tree.leaves.get(usize::from(node.wrapping_sub(LEAF))).map_or(0, |&leaf| i32::from(leaf as i8));
            while rows != 0 {
                if let Some(sum) = sums.get_mut(rows.trailing_zeros() as usize) {
                    *sum += leaf;
                }
                rows &= rows - 1;
            }
        }
    }
}

/// Notes for each threshold of a feature which rows are above it; the feature's values stand `width` apart.
fn compare(values: &[f32], width: usize, thresholds: &[f32], above: &mut [Rows]) {
    above.fill(0);
    // Rows that follow each other are alike: these came to the same place, above as many thresholds, between these two.
    let (mut alike, mut n_below, mut low, mut high) = (0, 0, f32::INFINITY, f32::INFINITY);
    let (mut row, mut at) = (1, 0);
    while let Some(&value) = values.get(at) {
        if !(value > low && value <= high) {
            note(above, n_below, alike);
            alike = 0;
            while thresholds.get(n_below).is_some_and(|&threshold| value > threshold) {
                n_below += 1;
            }
            // What is no number is above nothing.
            while n_below > 0 && !thresholds.get(n_below - 1).is_some_and(|&threshold| value > threshold) {
                n_below -= 1;
            }
            low = if n_below > 0 { thresholds.get(n_below - 1).copied().unwrap_or_default() } else { f32::NEG_INFINITY };
            high = thresholds.get(n_below).copied().unwrap_or(f32::INFINITY);
        }
        alike |= row;
        row <<= 1;
        at += width;
    }
    note(above, n_below, alike);
    // What is above a threshold is above all lower ones.
    let mut higher = 0;
    for above in above.iter_mut().rev() {
        *above |= higher;
        higher = *above;
    }
}

/// Adds rows that are above so many thresholds to the highest of these.
fn note(above: &mut [Rows], n_below: usize, rows: Rows) {
    if let Some(highest) = above.get_mut(n_below.wrapping_sub(1)) {
        *highest |= rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The root splits on feature 0, its left child on feature 1.
    const NODES: [[u8; 4]; 2] = [[0, 1, 1, 128], [1, 0, 129, 130]];
    const LEAVES: [u8; 3] = [7, 1, 2];

    fn trees<'a>(nodes: &'a [[u8; 4]], leaves: &'a [u8]) -> Option<Trees<'a>> {
        let tree = Tree { nodes, leaves };
        Trees::new(vec![tree, tree], vec![0.0, 1.0, 5.0], vec![0, 2, 3])
    }

    #[test]
    fn a_row_ends_where_a_walk_ends() {
        let trees = trees(&NODES, &LEAVES).unwrap();
        // What is no number is above nothing.
        let rows = [[1.5, 0.0], [1.0, 5.0], [1.0, 5.5], [f32::NAN, f32::NAN], [2.0, 9.0]];
        for n_rows in [1, 5, 63, 64, 65, 200] {
            let rows: Vec<f32> = rows.iter().cycle().take(n_rows).flatten().copied().collect();
            let expected: Vec<i32> = [7, 1, 2, 1, 7].into_iter().cycle().take(n_rows).map(|leaf| 2 * leaf).collect();
            assert_eq!(trees.sums(&rows, 2), expected);
        }
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        assert!(trees(&[[0, 0, 0, 0]], &[1, 2]).is_none(), "a circle");
        assert!(trees(&[[0, 0, 128, 200]], &[1, 2]).is_none(), "a leaf that is not there");
        assert!(trees(&[], &[1]).is_none(), "no root");
        assert!(trees(&[[0, 2, 128, 129]], &[1, 2]).is_none(), "a threshold that is not there");
        assert!(trees(&[[2, 0, 128, 129]], &[1, 2]).is_none(), "a feature that is not there");
    }
}
