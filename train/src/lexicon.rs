//! Learns the weights of names: logistic regression over the buckets of a block and all its ancestors.

use lectern::extract::lexicon::{BUCKETS, Names};
use lectern::extract::survey::Survey;

use crate::random;

/// One block: the buckets around it, whether it is content, and what it weighs.
pub struct Instance {
    /// Buckets, each once.
    pub buckets: Vec<u16>,
    /// 0 to 1.
    pub label: f32,
    /// Weight.
    pub weight: f32,
}

/// The instances of one page.
pub fn instances(survey: &Survey<'_>, labels: &[f32], weights: &[f32]) -> Vec<Instance> {
    let page = survey.page;
    // A node's list is its parent's and its own: kept by container, for blocks share containers.
    let mut cache: std::collections::HashMap<u32, Vec<u16>> = std::collections::HashMap::new();
    let mut instances = Vec::new();
    let mut names = Names::of(page);
    for ((block, &label), &weight) in survey.blocks.items.iter().zip(labels).zip(weights) {
        if weight <= 0.0 {
            continue;
        }
        let key = block.container.index() as u32;
        let buckets = cache.entry(key).or_insert_with(|| {
            let mut all = Vec::new();
            for id in std::iter::once(block.container).chain(page.ancestors(block.container)).take(60) {
                all.extend_from_slice(names.buckets(id));
            }
            all.sort_unstable();
            all.dedup();
            all
        });
        instances.push(Instance { buckets: buckets.clone(), label, weight });
    }
    instances
}

/// Learned weights, quantized.
pub struct Weights {
    /// As i8.
    pub bytes: Vec<u8>,
    /// What one unit is worth.
    pub step: f32,
}

const EPOCHS: usize = 4;
const RATE: f32 = 0.1;
const L2: f32 = 0.02;

/// Learns from instances (AdaGrad, a fixed order per epoch).
pub fn learn(instances: &[&Instance]) -> Weights {
    let mut weights = vec![0.0_f32; BUCKETS];
    let mut squares = vec![1e-4_f32; BUCKETS];
    let mut bias = 0.0_f32;
    let mut order: Vec<usize> = (0..instances.len()).collect();
    for epoch in 0..EPOCHS {
        order.sort_by_cached_key(|&at| random::hash(&[epoch as u64, at as u64]));
        for instance in order.iter().filter_map(|&at| instances.get(at)) {
            let sum: f32 = bias + instance.buckets.iter().filter_map(|&b| weights.get(usize::from(b))).sum::<f32>();
            let p = 1.0 / (1.0 + (-sum).exp());
            let gradient = (p - instance.label) * instance.weight;
            bias -= 0.02 * gradient;
            for &bucket in &instance.buckets {
                let at = usize::from(bucket);
                if let (Some(weight), Some(square)) = (weights.get_mut(at), squares.get_mut(at)) {
                    let gradient = gradient + L2 * *weight * instance.weight;
                    *square += gradient * gradient;
                    *weight -= RATE * gradient / square.sqrt();
                }
            }
        }
    }
    let largest = weights.iter().fold(0.0_f32, |max, w| max.max(w.abs())).clamp(1e-6, 4.0);
    let step = largest / 127.0;
    let bytes = weights.iter().map(|w| ((w / step).round().clamp(-127.0, 127.0) as i8) as u8).collect();
    Weights { bytes, step }
}
