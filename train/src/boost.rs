//! Gradient boosting over binned features: trees grown leaf by leaf, cross-entropy with soft labels.
//!
//! The method is LightGBM's (Ke et al. 2017); one thread and a fixed order make it repeatable bit for bit.

use crate::random;

/// How to boost.
#[derive(Clone, Copy, Debug)]
pub struct Params {
    /// Number of trees.
    pub trees: usize,
    /// Leaves of a tree, at most 128.
    pub leaves: usize,
    /// Shrinkage.
    pub rate: f32,
    /// The fewest rows of a leaf.
    pub min_rows: u32,
    /// Share of the features that a tree may use.
    pub feature_share: f32,
    /// Share of the rows that a tree sees.
    pub row_share: f32,
    /// Ridge on leaf values.
    pub l2: f64,
}

/// Rows of binned features, row after row.
pub struct Table {
    /// Number of features.
    pub width: usize,
    /// One byte a feature.
    pub bins: Vec<u8>,
    /// 0 to 1.
    pub labels: Vec<f32>,
    /// Weights.
    pub weights: Vec<f32>,
}

/// One tree: see `lectern::model` for the meaning of its numbers.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Feature, threshold, left, right.
    pub nodes: Vec<[u8; 4]>,
    /// Values.
    pub leaves: Vec<f32>,
}

/// A boosted sum of trees.
#[derive(Clone, Debug, Default)]
pub struct Boosted {
    /// Base logit.
    pub base: f32,
    /// The trees.
    pub trees: Vec<Tree>,
}

const BINS: usize = 64;

#[derive(Clone, Copy, Default)]
struct Cell {
    g: f64,
    h: f64,
    n: u32,
}

struct Leaf {
    rows: Vec<u32>,
    sum: Cell,
    hist: Vec<Cell>,
    best: Option<Split>,
    /// Node and side that point to it.
    parent: Option<(usize, usize)>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    feature: usize,
    bin: u8,
}

/// Learns from `table`.
#[allow(clippy::indexing_slicing, reason = "indices are made here, from the table's own size")]
pub fn boost(table: &Table, params: &Params, seed: u64) -> Boosted {
    let n = table.labels.len();
    let total: f64 = table.weights.iter().map(|&w| f64::from(w)).sum();
    let positive: f64 = table.labels.iter().zip(&table.weights).map(|(&y, &w)| f64::from(y * w)).sum();
    let prior = (positive / total).clamp(0.01, 0.99);
    let base = (prior / (1.0 - prior)).ln() as f32;
    let mut logits = vec![base; n];
    let mut boosted = Boosted { base, trees: Vec::new() };
    let (mut g, mut h) = (vec![0.0_f32; n], vec![0.0_f32; n]);
    for round in 0..params.trees {
        for at in 0..n {
            let p = 1.0 / (1.0 + (-logits[at]).exp());
            g[at] = table.weights[at] * (p - table.labels[at]);
            h[at] = table.weights[at] * p * (1.0 - p);
        }
        let keep = |salt: u64, at: usize, share: f32| random::unit(&[seed, round as u64, salt, at as u64]) < share;
        let rows: Vec<u32> = (0..n).filter(|&at| keep(1, at, params.row_share)).map(|at| at as u32).collect();
        let features: Vec<usize> = (0..table.width).filter(|&at| keep(2, at, params.feature_share)).collect();
        let tree = grow(table, &g, &h, rows, &features, params);
        for (at, logit) in logits.iter_mut().enumerate() {
            *logit += tree.value(&table.bins[at * table.width..(at + 1) * table.width]);
        }
        boosted.trees.push(tree);
    }
    boosted
}

#[allow(clippy::indexing_slicing, reason = "indices are made here, from the table's own size")]
fn grow(table: &Table, g: &[f32], h: &[f32], rows: Vec<u32>, features: &[usize], params: &Params) -> Tree {
    let mut tree = Tree::default();
    let hist = histogram(table, g, h, &rows, features);
    let mut leaves = vec![leaf(rows, hist, g, h, None, params)];
    while leaves.len() < params.leaves {
        let best = leaves.iter().enumerate().filter_map(|(at, leaf)| leaf.best.map(|split| (at, split)));
        let Some((at, split)) = best.max_by(|a, b| a.1.gain.total_cmp(&b.1.gain).then(b.0.cmp(&a.0))) else { break };
        let feature = features[split.feature];
        let goes_left = |row: u32| table.bins[row as usize * table.width + feature] <= split.bin;
        let parent = leaves.swap_remove(at);
        let (left, right): (Vec<u32>, Vec<u32>) = parent.rows.iter().partition(|&&row| goes_left(row));
        let node = tree.nodes.len();
        tree.nodes.push([feature as u8, split.bin, 0, 0]);
        if let Some((above, side)) = parent.parent {
            tree.nodes[above][side] = node as u8;
        }
        // The smaller side is counted, the larger is the rest.
        let small_left = left.len() <= right.len();
        let small = if small_left { &left } else { &right };
        let small_hist = histogram(table, g, h, small, features);
        let rest: Vec<Cell> =
            parent.hist.iter().zip(&small_hist).map(|(a, b)| Cell { g: a.g - b.g, h: a.h - b.h, n: a.n - b.n }).collect();
        let (left_hist, right_hist) = if small_left { (small_hist, rest) } else { (rest, small_hist) };
        leaves.push(leaf(left, left_hist, g, h, Some((node, 2)), params));
        leaves.push(leaf(right, right_hist, g, h, Some((node, 3)), params));
    }
    for (at, leaf) in leaves.iter().enumerate() {
        tree.leaves.push((-leaf.sum.g / (leaf.sum.h + params.l2)) as f32 * params.rate);
        if let Some((above, side)) = leaf.parent {
            tree.nodes[above][side] = 128 + at as u8;
        }
    }
    tree
}

#[allow(clippy::indexing_slicing, reason = "indices are made here, from the table's own size")]
fn histogram(table: &Table, g: &[f32], h: &[f32], rows: &[u32], features: &[usize]) -> Vec<Cell> {
    let count = |features: &[usize]| {
        let mut hist = vec![Cell::default(); features.len() * BINS];
        for &row in rows {
            let row = row as usize;
            let bins = &table.bins[row * table.width..(row + 1) * table.width];
            let (g, h) = (f64::from(g[row]), f64::from(h[row]));
            for (slot, &feature) in features.iter().enumerate() {
                let cell = &mut hist[slot * BINS + usize::from(bins[feature])];
                cell.g += g;
                cell.h += h;
                cell.n += 1;
            }
        }
        hist
    };
    if rows.len() < 5000 {
        return count(features);
    }
    let (first, second) = features.split_at(features.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| count(second));
        let mut hist = count(first);
        if let Ok(other) = other.join() {
            hist.extend(other);
        }
        hist
    })
}

#[allow(clippy::indexing_slicing, reason = "indices are made here, from the table's own size")]
fn leaf(rows: Vec<u32>, hist: Vec<Cell>, g: &[f32], h: &[f32], parent: Option<(usize, usize)>, params: &Params) -> Leaf {
    let mut sum = Cell::default();
    for &row in &rows {
        sum.g += f64::from(g[row as usize]);
        sum.h += f64::from(h[row as usize]);
        sum.n += 1;
    }
    let worth = |g: f64, h: f64| g * g / (h + params.l2);
    let mut best: Option<Split> = None;
    for (feature, cells) in hist.chunks_exact(BINS).enumerate() {
        let mut left = Cell::default();
        for (bin, cell) in cells.iter().enumerate().take(BINS - 1) {
            left.g += cell.g;
            left.h += cell.h;
            left.n += cell.n;
            if left.n < params.min_rows || sum.n - left.n < params.min_rows || cell.n == 0 {
                continue;
            }
            let gain = worth(left.g, left.h) + worth(sum.g - left.g, sum.h - left.h) - worth(sum.g, sum.h);
            if gain > 1e-6 && best.is_none_or(|best| gain > best.gain) {
                best = Some(Split { gain, feature, bin: bin as u8 });
            }
        }
    }
    Leaf { rows, sum, hist, best, parent }
}

impl Tree {
    /// The value for one row of bins.
    pub fn value(&self, bins: &[u8]) -> f32 {
        let mut at = if self.nodes.is_empty() { 128 } else { 0u8 };
        while at < 128 {
            let Some(&[feature, threshold, left, right]) = self.nodes.get(usize::from(at)) else { return 0.0 };
            at = if bins.get(usize::from(feature)).is_some_and(|&bin| bin <= threshold) { left } else { right };
        }
        self.leaves.get(usize::from(at - 128)).copied().unwrap_or(0.0)
    }
}
