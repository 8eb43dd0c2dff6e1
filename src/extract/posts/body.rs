//! Which part of a post is its text: what stands at the same place in every post of its kind and has the most to say that the
//! model expects: what is told of its author may be longer.

use super::role::Words;
use crate::extract::survey::Survey;
use crate::page::{NodeId, Page};
use crate::sort;

/// A post whose text is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The post it is of, as a position in the list of posts.
    pub post: usize,
    pub node: NodeId,
}

/// The share of posts that have an element of the shape, in tenths.
const HAVE_TENTHS: usize = 8;
/// What an inner element must have of the outer one's text to be taken for it: the rest is a signature.
const INNER: f32 = 0.85;
/// With less of the posts' text than this, a shape is not where the text is.
const LEAST: f32 = 0.4;

/// The shape whose elements are the text of the posts, among `parts`: every element that may be one, in document
/// order. `weight` is what the posts have together.
pub(super) fn shape(survey: &Survey<'_>, words: &Words, parts: &[Part], n_posts: usize, weight: f32) -> Option<u32> {
    let shape_of = |node: NodeId| place(survey, node);
    let mut keys: Vec<(u32, usize, NodeId)> = parts.iter().map(|part| (shape_of(part.node), part.post, part.node)).collect();
    sort::by_key(&mut keys, |key| *key);
    let mut best: Vec<(u32, f32, f32)> = Vec::new();
    for group in keys.chunk_by(|a, b| a.0 == b.0) {
        let n_with = group.chunk_by(|a, b| a.1 == b.1).count();
        // One in each post: where there are several they are paragraphs.
        if n_with * 10 < n_posts * HAVE_TENTHS || group.len() * 10 > n_with * 12 {
            continue;
        }
        let own: f32 = group.iter().map(|(.., node)| words.weight(survey, *node)).sum();
        let depth: f32 = group.iter().map(|(.., node)| survey.elements.get(*node).depth as f32).sum();
        best.extend(group.first().map(|(key, ..)| (*key, own, depth / group.len() as f32)));
    }
    let most = best.iter().map(|(_, own, _)| *own).fold(0.0, f32::max);
    let inner = best.iter().filter(|(_, own, _)| *own >= most * INNER);
    let found = inner.max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)))?;
    (found.1 >= weight * LEAST).then_some(found.0)
}

/// What tells an element from the others in its post: its own shape and that of its parent.
pub fn place(survey: &Survey<'_>, node: NodeId) -> u32 {
    let signature = |node: NodeId| survey.elements.get(node).signature;
    let above = survey.page.parent(node).map(signature).unwrap_or_default();
    signature(node) ^ above.rotate_left(7)
}

/// True for an element that runs in a line, and so is no part of its own.
pub fn is_part(page: &Page, node: NodeId) -> bool {
    !page.is_text(node) && !page.tag(node).is_inline()
}
