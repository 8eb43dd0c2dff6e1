//! Chooses the content by looking at the answer.

use std::collections::HashSet;

use lectern::extract::Selection;
use lectern::page::{NodeId, NodeMap, NodeSet, Page, Tag};

/// Words that stand next to each other in the expected text are looked for in runs of this many.
const RUN: usize = 4;
/// The smallest element with this share of what the whole page has is the content.
const SHARE: f64 = 0.98;

/// The smallest element of `page` that holds nearly all of `text`.
pub fn selection(page: &Page, text: &str) -> Selection {
    let wanted: HashSet<Vec<String>> = runs(&words(text)).collect();
    // Runs that end at each text, summed up over subtrees.
    let mut hits: NodeMap<u32> = NodeMap::new(page);
    let mut seen = Vec::new();
    for node in page.nodes().filter(|&node| page.is_text(node)) {
        if page.parent(node).is_some_and(|parent| page.tag(parent).is_raw_text()) {
            continue;
        }
        let start = seen.len();
        seen.extend(words(page.text(node)));
        let recent = seen.get(start.saturating_sub(RUN - 1)..).unwrap_or_default();
        hits.set(node, runs(recent).filter(|run| wanted.contains(run)).count() as u32);
    }
    let total = |node: NodeId| page.subtree(node).map(|each| hits.get(each)).sum::<u32>();
    let mut root = page.body();
    let enough = (f64::from(total(root)) * SHARE) as u32;
    let goes_down = |child: &NodeId| {
        matches!(
            page.tag(*child),
            Tag::Div
                | Tag::Section
                | Tag::Article
                | Tag::Main
                | Tag::Body
                | Tag::Unknown
                | Tag::Table
                | Tag::Tbody
                | Tag::Tr
                | Tag::Td
                | Tag::Form
                | Tag::Center
        )
    };
    while let Some(child) = page.children(root).find(|child| goes_down(child) && total(*child) >= enough.max(1)) {
        root = child;
    }
    Selection { roots: vec![root], removed: NodeSet::new() }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn runs(words: &[String]) -> impl Iterator<Item = Vec<String>> + '_ {
    words.windows(RUN).map(<[String]>::to_vec)
}
