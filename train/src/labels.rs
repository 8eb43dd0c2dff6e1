//! Which blocks of a page are its article, told by matching their words with the truth's.

use std::collections::HashMap;

use lectern::extract::blocks::{Blocks, TextBlock};

/// Blocks longer than this match only by longer runs.
const LONG: usize = 12;

/// For each block the share of its words that the article has, cleaned: 0, 1, or between where it is open.
pub fn labels(blocks: &Blocks, truth: &[u32]) -> Vec<f32> {
    let mut positions: HashMap<[u32; 3], Vec<usize>> = HashMap::new();
    for (at, run) in truth.windows(3).enumerate() {
        if let &[a, b, c] = run {
            positions.entry([a, b, c]).or_default().push(at);
        }
    }
    let mut labels: Vec<f32> = blocks.items.iter().map(|block| covered(blocks.words_of(block), truth, &positions)).collect();
    cover_across(blocks, truth, &positions, &mut labels);
    settle_lonely(blocks, &mut labels);
    settle_copies(blocks, truth, &mut labels);
    settle_short(blocks, truth, &mut labels);
    for label in &mut labels {
        if *label > 0.8 {
            *label = 1.0;
        } else if *label < 0.3 {
            *label = 0.0;
        }
    }
    labels
}

/// Share of `words` in runs that the truth has.
fn covered(words: &[u32], truth: &[u32], positions: &HashMap<[u32; 3], Vec<usize>>) -> f32 {
    let shortest = if words.len() > LONG { 5.min(words.len() * 3 / 10).max(3) } else { 3 };
    let (mut at, mut found) = (0, 0);
    while let Some(&[a, b, c]) = words.get(at..at + 3) {
        let run = |start: &usize| words.iter().skip(at).zip(truth.iter().skip(*start)).take_while(|(x, y)| x == y).count();
        let longest = positions.get(&[a, b, c]).map_or(0, |starts| starts.iter().take(50).map(run).max().unwrap_or(0));
        if longest >= shortest {
            found += longest;
            at += longest;
        } else {
            at += 1;
        }
    }
    if words.is_empty() { 0.0 } else { found as f32 / words.len() as f32 }
}

/// A run this long is no accident even where it spans blocks: the cells of a row, the lines of a poem.
const ACROSS: usize = 8;

/// Raises the labels of blocks that long runs span.
fn cover_across(blocks: &Blocks, truth: &[u32], positions: &HashMap<[u32; 3], Vec<usize>>, labels: &mut [f32]) {
    let mut at = 0;
    let mut spans = Vec::new();
    while let Some(&[a, b, c]) = blocks.words.get(at..at + 3) {
        let run = |start: &usize| blocks.words.iter().skip(at).zip(truth.iter().skip(*start)).take_while(|(x, y)| x == y).count();
        let longest = positions.get(&[a, b, c]).map_or(0, |starts| starts.iter().take(50).map(run).max().unwrap_or(0));
        if longest >= ACROSS {
            spans.push(at..at + longest);
            at += longest;
        } else {
            at += 1;
        }
    }
    let mut spans = spans.into_iter().peekable();
    for (block, label) in blocks.items.iter().zip(labels) {
        let own = block.words.0 as usize..block.words.1 as usize;
        let mut covered = 0;
        while let Some(span) = spans.peek() {
            covered += span.end.min(own.end).saturating_sub(span.start.max(own.start));
            if span.end > own.end {
                break;
            }
            spans.next();
        }
        if !own.is_empty() {
            *label = label.max(covered as f32 / own.len() as f32);
        }
    }
}

/// How far, in blocks, a short match may stand from the next.
const REACH: usize = 6;

/// A few words that match far from everything else are an entry of a menu, not the article.
fn settle_lonely(blocks: &Blocks, labels: &mut [f32]) {
    let solid: Vec<bool> =
        labels.iter().zip(&blocks.items).map(|(&label, block)| label > 0.5 && block.measure.tokens >= 8).collect();
    for (at, (label, block)) in labels.iter_mut().zip(&blocks.items).enumerate() {
        let near = solid.get(at.saturating_sub(REACH)..(at + REACH + 1).min(solid.len())).unwrap_or_default();
        if block.measure.tokens < 8 && *label < 1.0 + f32::EPSILON && !near.contains(&true) && !block_in_table(block) {
            *label = 0.0;
        }
    }
}

/// Cells are short; a table of them needs no sentence beside it.
fn block_in_table(block: &TextBlock) -> bool {
    block.measure.tokens <= 2
}

/// Text that the page has more often than the truth: the copies nearest to the article keep it.
fn settle_copies(blocks: &Blocks, truth: &[u32], labels: &mut [f32]) {
    let matched: Vec<usize> = (0..labels.len()).filter(|&at| labels.get(at).is_some_and(|&label| label > 0.8)).collect();
    let Some(&middle) = matched.get(matched.len() / 2) else { return };
    let mut copies: HashMap<u32, Vec<usize>> = HashMap::new();
    for &at in &matched {
        if let Some(block) = blocks.items.get(at) {
            copies.entry(block.hash).or_default().push(at);
        }
    }
    for (_, mut places) in copies.into_iter().filter(|(_, places)| places.len() > 1) {
        let Some(block) = places.first().and_then(|&at| blocks.items.get(at)) else { continue };
        let words = blocks.words_of(block);
        let n = truth.windows(words.len().max(1)).filter(|run| *run == words).count().max(1);
        places.sort_by_key(|&at| at.abs_diff(middle));
        for at in places.into_iter().skip(n) {
            if let Some(label) = labels.get_mut(at) {
                *label = 0.0;
            }
        }
    }
}

/// Blocks of one or two words are in when both neighbors are and the truth has their words.
fn settle_short(blocks: &Blocks, truth: &[u32], labels: &mut [f32]) {
    let known: std::collections::HashSet<u32> = truth.iter().copied().collect();
    let is_short = |block: &TextBlock| block.measure.tokens < 3;
    let neighbor = |at: usize, step: isize, labels: &[f32]| {
        let mut at = at.checked_add_signed(step)?;
        for _ in 0..4 {
            if !is_short(blocks.items.get(at)?) {
                return labels.get(at).copied();
            }
            at = at.checked_add_signed(step)?;
        }
        None
    };
    for (at, block) in blocks.items.iter().enumerate().filter(|(_, block)| is_short(block)) {
        let has_words = !blocks.words_of(block).is_empty() && blocks.words_of(block).iter().all(|word| known.contains(word));
        let before = neighbor(at, -1, labels).unwrap_or(0.0);
        let after = neighbor(at, 1, labels).unwrap_or(0.0);
        if let Some(label) = labels.get_mut(at) {
            let spanned = *label > 0.8;
            *label = if spanned || (has_words && before > 0.5 && after > 0.5) { 1.0 } else { 0.0 };
        }
    }
}
