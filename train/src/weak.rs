//! Labels for pages of which only some texts are known.

use std::collections::HashMap;

use lectern::extract::survey::Survey;

use crate::corpus::words;

/// Labels and how far to trust them, from a model's guess and the known texts.
pub fn labels(survey: &Survey<'_>, guessed: &[f32], with: &[String], without: &[String]) -> (Vec<f32>, Vec<f32>) {
    let mut labels: Vec<f32> = guessed
        .iter()
        .map(|&p| {
            if p > 0.7 {
                1.0
            } else if p < 0.3 {
                0.0
            } else {
                p
            }
        })
        .collect();
    let mut trust: Vec<f32> = guessed.iter().map(|&p| if (0.3..=0.7).contains(&p) { 0.3 } else { 0.6 }).collect();
    let mut spread: HashMap<u32, f32> = HashMap::new();
    for (texts, label) in [(without, 0.0), (with, 1.0)] {
        for text in texts {
            let needle = words(text);
            if needle.is_empty() {
                continue;
            }
            for (at, block) in survey.blocks.items.iter().enumerate() {
                let found = survey.blocks.words_of(block).windows(needle.len()).any(|run| run == needle);
                // A word or two says little of a long block.
                if found && needle.len() * 12 >= block.measure.tokens as usize {
                    if let (Some(slot), Some(trust)) = (labels.get_mut(at), trust.get_mut(at)) {
                        (*slot, *trust) = (label, 1.5);
                    }
                    if let (0.0, Some(item)) = (label, survey.repetition.item.get(block.first)) {
                        spread.insert(survey.elements.get(item).signature, label);
                    }
                }
            }
        }
    }
    // Items made like one that is not content are not content either, unless they are known to be.
    for (at, block) in survey.blocks.items.iter().enumerate() {
        let Some(item) = survey.repetition.item.get(block.first) else { continue };
        if spread.contains_key(&survey.elements.get(item).signature)
            && guessed.get(at).is_some_and(|&p| p < 0.6)
            && let (Some(slot), Some(trust)) = (labels.get_mut(at), trust.get_mut(at))
            && *trust < 1.5
        {
            (*slot, *trust) = (0.0, 1.0);
        }
    }
    (labels, trust)
}
