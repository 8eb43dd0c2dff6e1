//! Writes the model file that `lectern::model` reads.

use crate::boost::Boosted;
use crate::lexicon::Weights;

/// One pass: its thresholds, feature by feature, and its trees.
pub struct Pass {
    /// Ascending, by feature.
    pub thresholds: Vec<Vec<f32>>,
    /// The trees.
    pub boosted: Boosted,
}

impl Pass {
    /// A pass that says nothing.
    pub fn empty(width: usize) -> Pass {
        Pass { thresholds: vec![Vec::new(); width], boosted: Boosted::default() }
    }
}

/// The bytes of a model.
pub fn bytes(names: &Weights, first: &Pass, second: &Pass) -> Vec<u8> {
    let mut out = b"LCT2".to_vec();
    out.extend(names.step.to_le_bytes());
    out.extend(&names.bytes);
    for pass in [first, second] {
        push(pass, &mut out);
    }
    out
}

fn push(Pass { thresholds, boosted }: &Pass, out: &mut Vec<u8>) {
    out.extend((thresholds.len() as u16).to_le_bytes());
    // Thresholds that no tree asks for are left out.
    let mut used = vec![[false; 64]; thresholds.len()];
    for &[feature, bin, _, _] in boosted.trees.iter().flat_map(|tree| &tree.nodes) {
        if let Some(slot) = used.get_mut(usize::from(feature)).and_then(|bins| bins.get_mut(usize::from(bin))) {
            *slot = true;
        }
    }
    for (edges, used) in thresholds.iter().zip(&used) {
        let kept: Vec<f32> = edges.iter().zip(used).filter(|(_, used)| **used).map(|(&edge, _)| edge).collect();
        out.push(kept.len() as u8);
        for edge in kept {
            out.extend(((edge.to_bits() >> 16) as u16).to_le_bytes());
        }
    }
    let largest = boosted.trees.iter().flat_map(|tree| &tree.leaves).fold(1e-6_f32, |max, leaf| max.max(leaf.abs()));
    let step = largest / 127.0;
    out.extend(boosted.base.to_le_bytes());
    out.extend(step.to_le_bytes());
    out.extend((boosted.trees.len() as u16).to_le_bytes());
    for tree in &boosted.trees {
        out.push(tree.nodes.len() as u8);
        for &[feature, bin, left, right] in &tree.nodes {
            let before =
                used.get(usize::from(feature)).map_or(0, |used| used.iter().take(usize::from(bin)).filter(|used| **used).count());
            out.extend([feature, before as u8, left, right]);
        }
        out.extend(tree.leaves.iter().map(|leaf| ((leaf / step).round() as i8) as u8));
    }
}
