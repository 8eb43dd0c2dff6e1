//! Posts of several people on one page: which elements they are, and whether they are what the page is about
//! (a thread) or stand under it (comments).
//!
//! Only positive evidence makes a post: its type in schema.org's vocabulary, or siblings of one shape that each
//! name an author, tell a time and have a text of their own.

mod body;
mod groups;
pub mod role;
pub mod saying;
pub(super) mod signs;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::survey::Survey;
use crate::page::{NodeId, NodeMap, NodeSet, Page};
use crate::sort;
use groups::Candidate;
use role::Role;
use signs::{Sign, Signs, Type};

/// One post.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// The element that holds all of it, and the posts that answer it where the page nests them.
    pub node: NodeId,
    /// The elements that hold its text; none when that is all of it but author and time.
    pub bodies: Vec<NodeId>,
    /// The element that names the author.
    pub author: Option<NodeId>,
    /// The element that tells the time.
    pub time: Option<NodeId>,
    /// How deep it answers.
    pub depth: u8,
    /// What it is on its page.
    pub role: Role,
}

/// The posts of a page, in document order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Posts {
    items: Vec<Post>,
}

/// What of a post is under way while its text is looked for.
#[derive(Clone, Copy, Debug)]
struct Draft {
    candidate: Candidate,
    author: Option<Sign>,
    time: Option<Sign>,
    /// The post it stands in, as a position in the list.
    outer: Option<usize>,
    /// Characters of its own, those of posts in it aside.
    chars: f32,
}

/// Finds the posts of a page. `probabilities` is what the model gives its blocks.
pub fn posts(survey: &Survey<'_>, probabilities: &[f32], url: &str) -> Posts {
    let signs = signs::signs(survey, url);
    if signs.authors.is_empty() && signs.typed.is_empty() {
        return Posts::default();
    }
    let mut drafts = drafts(survey, &signs);
    if drafts.is_empty() {
        return Posts::default();
    }
    let owner = owners(survey.page, &drafts);
    give_signs(survey.page, &mut drafts, &owner, &signs);
    let words = role::Words::new(survey, probabilities);
    let bodies = bodies(survey, &words, &signs, &drafts, &owner);
    let roles = role::roles(survey, probabilities, &words, &signs, &drafts, &bodies);
    let mut items: Vec<Post> = Vec::new();
    let mut depths: Vec<u8> = Vec::new();
    for ((draft, bodies), role) in drafts.iter().zip(bodies).zip(roles) {
        let outer = draft.outer.and_then(|outer| Some((depths.get(outer)?, drafts.get(outer)?)));
        // What opens a thread is not answered but continued.
        let depth = outer.map_or(0, |(depth, outer)| depth.saturating_add(u8::from(outer.candidate.kind != Some(Type::Opening))));
        depths.push(depth);
        let has_signs = draft.author.is_some() || draft.time.is_some();
        if has_signs && draft.chars > 0.0 && role != Role::None {
            let (author, time) = (draft.author.map(|sign| sign.node), draft.time.map(|sign| sign.node));
            items.push(Post { node: draft.candidate.node, bodies, author, time, depth, role });
        }
    }
    Posts { items }
}

/// The candidates that are posts: of two that share their author or their time, the outer one.
fn drafts(survey: &Survey<'_>, signs: &Signs) -> Vec<Draft> {
    let page = survey.page;
    let first = |signs: &[Sign], node: NodeId| signs.partition_point(|sign| sign.node <= node);
    let candidates = groups::candidates(survey, signs);
    let speaking = speaking(survey, &candidates);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for candidate in candidates {
        while open.pop_if(|at| drafts.get(*at).is_none_or(|draft| page.end(draft.candidate.node) <= candidate.node)).is_some() {}
        let outer = open.last().copied();
        if let Some(around) = outer.and_then(|at| drafts.get_mut(at)) {
            let node = around.candidate.node;
            let is_same = |signs: &[Sign]| {
                let (a, b) = (first(signs, node), first(signs, candidate.node));
                a == b && signs.get(b).is_some_and(|sign| sign.node < page.end(candidate.node))
            };
            if is_same(&signs.authors) || is_same(&signs.times) {
                around.candidate.kind = around.candidate.kind.or(candidate.kind);
                continue;
            }
            if candidate.kind.is_none() && speaking.binary_search(&candidate.group).is_err() {
                continue;
            }
        }
        open.push(drafts.len());
        drafts.push(Draft { candidate, author: None, time: None, outer, chars: 0.0 });
    }
    for at in 0..drafts.len() {
        let Some(&draft) = drafts.get(at) else { continue };
        let chars = survey.blocks.total(page, draft.candidate.node).chars;
        if let Some(own) = drafts.get_mut(at) {
            own.chars += chars;
        }
        if let Some(outer) = draft.outer.and_then(|outer| drafts.get_mut(outer)) {
            outer.chars -= chars;
        }
    }
    drafts
}

/// A sentence has at least so many words.
const SENTENCE: u32 = 3;

/// The groups of which one at least says a sentence, ascending. Within a post the others are what it is signed with: a name, a time and
/// the standing of who wrote it.
fn speaking(survey: &Survey<'_>, candidates: &[Candidate]) -> Vec<u32> {
    let says = |candidate: &&Candidate| {
        let blocks = survey.blocks.items.get(survey.blocks.range(survey.page, candidate.node)).unwrap_or_default();
        blocks.iter().any(|block| block.ends_sentence && block.measure.tokens >= SENTENCE)
    };
    let mut groups: Vec<u32> = candidates.iter().filter(says).map(|candidate| candidate.group).collect();
    sort::by_key(&mut groups, |group| *group);
    groups.dedup();
    groups
}

/// For each node one more than the position of the innermost post that it is in.
fn owners(page: &Page, drafts: &[Draft]) -> NodeMap<u32> {
    let mut owner: NodeMap<u32> = NodeMap::new(page);
    for (at, draft) in drafts.iter().enumerate() {
        owner.set(draft.candidate.node, at as u32 + 1);
    }
    for node in page.nodes() {
        if owner.get(node) == 0 {
            owner.set(node, page.parent(node).map_or(0, |parent| owner.get(parent)));
        }
    }
    owner
}

/// Gives each post its plainest author and time, the first of those alike.
fn give_signs(page: &Page, drafts: &mut [Draft], owner: &NodeMap<u32>, signs: &Signs) {
    let draft_of = |node: NodeId| (owner.get(node) as usize).checked_sub(1);
    let is_plainer = |sign: &Sign, known: Option<Sign>| known.is_none_or(|known| sign.rank > known.rank);
    for sign in &signs.authors {
        if let Some(draft) = draft_of(sign.node).and_then(|at| drafts.get_mut(at)).filter(|draft| is_plainer(sign, draft.author))
        {
            draft.author = Some(*sign);
        }
    }
    // "asked March 12": what machines read of it is the time alone.
    let is_stated = |sign: &Sign, known: Option<Sign>| {
        let around = known.filter(|known| known.rank == sign.rank && page.is_inside(sign.node, known.node));
        around.is_some() && ["datetime", "title"].iter().any(|name| page.attr(sign.node, name).is_some())
    };
    for sign in &signs.times {
        let is_better = |draft: &&mut Draft| is_plainer(sign, draft.time) || is_stated(sign, draft.time);
        if let Some(draft) = draft_of(sign.node).and_then(|at| drafts.get_mut(at)).filter(is_better) {
            draft.time = Some(*sign);
        }
    }
}

/// The elements that hold each post's text: those that say so, or those of the shape that has it in all posts of its group.
fn bodies(survey: &Survey<'_>, words: &role::Words, signs: &Signs, drafts: &[Draft], owner: &NodeMap<u32>) -> Vec<Vec<NodeId>> {
    let page = survey.page;
    let draft_of = |node: NodeId| (owner.get(node) as usize).checked_sub(1);
    let mut bodies: Vec<Vec<NodeId>> = vec![Vec::new(); drafts.len()];
    let mut add = |at: usize, node: NodeId| {
        if let Some(bodies) = bodies.get_mut(at)
            && bodies.last().is_none_or(|last| !page.is_inside(node, *last))
        {
            bodies.push(node);
        }
    };
    let mut stated = NodeSet::new();
    // A `meta` element may state it too, but shows nothing.
    for &text in signs.texts.iter().filter(|text| survey.blocks.total(page, **text).chars > 0.0) {
        if let Some(at) = draft_of(text) {
            add(at, text);
            stated.insert(NodeId(at as u32));
        }
    }
    // Elements with a sign or another post in them are no text of a post alone.
    let mut mixed = NodeSet::new();
    let signed = drafts.iter().flat_map(|draft| [draft.author, draft.time]).flatten().map(|sign| sign.node);
    for node in signed.chain(drafts.iter().map(|draft| draft.candidate.node)) {
        std::iter::once(node).chain(page.ancestors(node)).take_while(|&each| mixed.insert(each)).for_each(drop);
    }
    // Of each post without those in it.
    let mut weights: Vec<f32> = drafts.iter().map(|draft| words.weight(survey, draft.candidate.node)).collect();
    for draft in drafts {
        if let Some(outer) = draft.outer.and_then(|outer| weights.get_mut(outer)) {
            *outer -= words.weight(survey, draft.candidate.node);
        }
    }
    let mut groups: Vec<(u32, usize)> = drafts.iter().enumerate().map(|(at, draft)| (draft.candidate.group, at)).collect();
    sort::by_key(&mut groups, |group| *group);
    let mut parts: Vec<Vec<body::Part>> = vec![Vec::new(); drafts.len()];
    for node in page.nodes().filter(|&node| body::is_part(page, node) && !mixed.contains(node)) {
        if let Some(post) = draft_of(node)
            && survey.blocks.total(page, node).chars > 0.0
            && let Some(parts) = parts.get_mut(post)
        {
            parts.push(body::Part { post, node });
        }
    }
    for group in groups.chunk_by(|a, b| a.0 == b.0) {
        let members = || group.iter().map(|(_, at)| *at).filter(|at| !stated.contains(NodeId(*at as u32)));
        let parts: Vec<body::Part> = members().filter_map(|at| parts.get(at)).flatten().copied().collect();
        let weight = members().filter_map(|at| weights.get(at)).sum();
        if let Some(shape) = body::shape(survey, words, &parts, members().count(), weight) {
            parts.iter().filter(|part| body::place(survey, part.node) == shape).for_each(|part| add(part.post, part.node));
        }
    }
    bodies
}

/// What the model's probability of a post's furniture and of comments is lowered to.
const FURNITURE: f32 = 0.02;
/// What that of the text of a thread's posts is raised to: who thanks in a word has answered too.
const SAID: f32 = 0.95;
/// What a page says between posts has no more words than this.
const LABEL_WORDS: u32 = 6;

impl Posts {
    /// True when the page is a thread.
    pub fn is_thread(&self) -> bool {
        self.items.iter().any(|post| post.role == Role::Thread)
    }

    /// The posts of the thread, or the comments, in document order.
    pub fn of(&self, role: Role) -> Vec<Post> {
        self.items.iter().filter(|post| post.role == role).cloned().collect()
    }

    /// Lets each block be as likely as its place says: all but sure in the text of a thread's posts (a short answer
    /// looks like furniture to the model), out of the question around that text and in comments.
    pub fn weigh(&self, survey: &Survey<'_>, probabilities: &mut [f32]) {
        let page = survey.page;
        let model = probabilities.to_vec();
        let mut change = |range: Range<usize>, change: &dyn Fn(usize, f32) -> f32| {
            for at in range {
                if let (Some(p), Some(slot)) = (model.get(at), probabilities.get_mut(at)) {
                    *slot = change(at, *p);
                }
            }
        };
        let lower = |_: usize, p: f32| p.min(FURNITURE);
        let keep = |_: usize, p: f32| p;
        // What is folded away and what stands there twice is left to the model.
        let is_plain = |at: usize| {
            let is_once = survey.repetition.copies.get(at).is_none_or(|n| *n < 2);
            is_once && survey.blocks.items.get(at).is_some_and(|block| !block.hidden)
        };
        let raise = |at: usize, p: f32| if is_plain(at) { p.max(SAID) } else { p };
        // Labels behind the first post are nobody's: "2 answers", "Your answer".
        let threads = || self.items.iter().filter(|post| post.role == Role::Thread);
        if let Some(first) = threads().next() {
            let behind = survey.blocks.range(page, first.node).end..survey.blocks.items.len();
            let is_label = |at: usize| survey.blocks.items.get(at).is_some_and(|block| block.measure.tokens <= LABEL_WORDS);
            change(behind, &|at, p| if is_label(at) { p.min(FURNITURE) } else { p });
        }
        for post in &self.items {
            if post.role == Role::Copy {
                post.bodies.iter().for_each(|body| change(survey.blocks.range(page, *body), &lower));
                continue;
            }
            let is_whole = post.role == Role::Thread && post.bodies.is_empty();
            change(survey.blocks.range(page, post.node), if is_whole { &keep } else { &lower });
            for &body in post.bodies.iter().filter(|_| post.role == Role::Thread) {
                change(survey.blocks.range(page, body), &raise);
            }
        }
    }
}
