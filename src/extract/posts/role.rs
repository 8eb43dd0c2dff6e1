//! Whether posts are a thread, which is what the page is about, or comments under something else.

use super::Draft;
use super::saying;
use super::signs::{Signs, Type};
use crate::extract::measure::share;
use crate::extract::survey::Survey;
use crate::page::NodeId;
use crate::sort;

/// What posts are on their page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Part of the thread that the page is.
    Thread,
    /// Said about it, under it.
    Comment,
    /// Another one over again.
    Copy,
    /// None of these: the page repeats a shape that only looks like posts.
    #[default]
    None,
}

/// Posts that the model gives at least this mean probability are what the page is about, when the page says nothing.
const LIKELY: f32 = 0.3;
/// The same where the page says that it is a thread.
const STATED: f32 = 0.15;
/// The same for comments where the page has answers too: they are about those.
const BESIDE_ANSWERS: f32 = 0.3;
/// What of the page's expected words posts must have to be what it is about: what was asked may be a third, and no post.
const MAIN_SHARE: f32 = 0.33;
/// With more of the expected words than this, what is no thread is no set of comments either: a page about programs
/// lists what people say of each.
const COMMENT_SHARE: f32 = 0.15;

/// The role of each draft: all of a group have one.
pub(super) fn roles(
    survey: &Survey<'_>,
    probabilities: &[f32],
    words: &Words,
    signs: &Signs,
    drafts: &[Draft],
    bodies: &[Vec<NodeId>],
) -> Vec<Role> {
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of: Vec<usize> = Vec::with_capacity(drafts.len());
    let copies = copies(survey, words, drafts, bodies);
    for ((draft, bodies), is_copy) in drafts.iter().zip(bodies).zip(&copies) {
        let at = groups.iter().position(|group| group.id == draft.candidate.group).unwrap_or_else(|| {
            groups.push(Group { id: draft.candidate.group, kind: draft.candidate.kind, ..Group::default() });
            groups.len() - 1
        });
        group_of.push(at);
        let nodes = nodes(draft, bodies);
        if let Some(group) = groups.get_mut(at).filter(|_| !is_copy) {
            nodes.iter().map(|node| words.of(survey, *node)).for_each(|own| {
                group.words += own.0;
                group.expected += own.1;
            });
        }
    }
    let all = words.of(survey, survey.page.root()).1;
    let has_text = has_text(survey, probabilities, drafts);
    let has_answers = groups.iter().any(|group| group.kind == Some(Type::Answer));
    let likely: f32 = groups.iter().filter(|group| group.likelihood() >= LIKELY).map(|group| group.expected).sum();
    let is_thread = |group: &Group| match group.kind {
        Some(Type::Opening | Type::Answer) => signs.says_thread || likely >= all * MAIN_SHARE,
        Some(Type::Comment) if has_answers => group.likelihood() >= BESIDE_ANSWERS,
        _ if signs.says_thread => group.likelihood() >= STATED,
        // Who writes alone has no thread; but what is said about no text is not said under one.
        _ if drafts.len() == 1 => false,
        _ => group.likelihood() >= LIKELY && likely >= all * MAIN_SHARE || group.likelihood() >= STATED && !has_text,
    };
    // A post of another shape in a thread is no remark about it.
    let has_thread = groups.iter().any(is_thread);
    let is_other = |group: &Group| has_thread && group.kind.is_none() && group.likelihood() >= STATED;
    let roles: Vec<Role> = groups
        .iter()
        .map(|group| match group {
            _ if is_thread(group) => Role::Thread,
            _ if group.expected > all * COMMENT_SHARE || is_other(group) => Role::None,
            _ => Role::Comment,
        })
        .collect();
    let role = |at: usize| roles.get(at).copied().unwrap_or_default();
    group_of.into_iter().zip(copies).map(|(at, is_copy)| if is_copy { Role::Copy } else { role(at) }).collect()
}

/// True where prose that is likely to be the article's stands in no post.
fn has_text(survey: &Survey<'_>, probabilities: &[f32], drafts: &[Draft]) -> bool {
    let outer: Vec<NodeId> = drafts.iter().filter(|draft| draft.outer.is_none()).map(|draft| draft.candidate.node).collect();
    let is_in_post = |id: NodeId| {
        let before = outer.partition_point(|&post| post <= id).checked_sub(1).and_then(|at| outer.get(at));
        before.is_some_and(|&post| survey.page.is_inside(id, post))
    };
    let mut prose = survey.blocks.items.iter().zip(probabilities).filter(|(block, p)| **p >= LIKELY && block.is_prose());
    prose.any(|(block, _)| !is_in_post(block.container))
}

/// The elements with the post's text.
fn nodes<'a>(draft: &'a Draft, bodies: &'a [NodeId]) -> &'a [NodeId] {
    if bodies.is_empty() { std::slice::from_ref(&draft.candidate.node) } else { bodies }
}

/// For each draft whether another of the same author begins with the same text and is likelier: pages have the first
/// post once for each width. Others may begin with the same quotation.
fn copies(survey: &Survey<'_>, words: &Words, drafts: &[Draft], bodies: &[Vec<NodeId>]) -> Vec<bool> {
    let mut texts: Vec<(u32, usize, f32)> = Vec::new();
    for (at, (draft, bodies)) in drafts.iter().zip(bodies).enumerate() {
        let nodes = nodes(draft, bodies);
        let mut blocks =
            nodes.iter().filter_map(|node| survey.blocks.items.get(survey.blocks.range(survey.page, *node))).flatten();
        if let Some(first) = blocks.find(|block| block.measure.tokens >= MIN_COPIED) {
            let expected = nodes.iter().map(|node| words.of(survey, *node).1).sum();
            texts.push((first.hash, at, expected));
        }
    }
    sort::by(&mut texts, |a, b| a.0.cmp(&b.0).then(b.2.total_cmp(&a.2)).then(a.1.cmp(&b.1)));
    let mut copies = vec![false; drafts.len()];
    for alike in texts.chunk_by(|a, b| a.0 == b.0) {
        let author = |at: usize| drafts.get(at).and_then(|draft| draft.author).map(|sign| saying::author(survey.page, sign.node));
        let Some(first) = alike.first().map(|(_, at, _)| author(*at)) else { continue };
        for &(_, at, _) in alike.iter().skip(1) {
            let own = author(at);
            if let Some(slot) = copies.get_mut(at) {
                *slot = own.is_none() || first.is_none() || own == first;
            }
        }
    }
    copies
}

/// Two people may well say the same in fewer words than this.
const MIN_COPIED: u32 = 10;

/// Posts of one shape.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    id: u32,
    kind: Option<Type>,
    words: f32,
    /// Words that the model expects to be the article's.
    expected: f32,
}

impl Group {
    fn likelihood(&self) -> f32 {
        share(self.expected, self.words)
    }
}

/// Running totals of words and of expected words, a block each.
pub(super) struct Words(Vec<(f32, f32)>);

/// What a word that the model does not expect at all counts beside one that it is sure of.
const UNEXPECTED: f32 = 0.05;

impl Words {
    /// What the text of an element has to say.
    pub(super) fn weight(&self, survey: &Survey<'_>, node: NodeId) -> f32 {
        let (words, expected) = self.of(survey, node);
        expected + words * UNEXPECTED
    }

    pub(super) fn new(survey: &Survey<'_>, probabilities: &[f32]) -> Words {
        let mut sum = (0.0, 0.0);
        let sums = survey.blocks.items.iter().zip(probabilities).map(|(block, p)| {
            let words = block.measure.tokens as f32;
            sum = (sum.0 + words, sum.1 + words * p);
            sum
        });
        Words(std::iter::once((0.0, 0.0)).chain(sums).collect())
    }

    fn of(&self, survey: &Survey<'_>, node: NodeId) -> (f32, f32) {
        let range = survey.blocks.range(survey.page, node);
        let at = |index: usize| self.0.get(index).copied().unwrap_or_default();
        (at(range.end).0 - at(range.start).0, at(range.end).1 - at(range.start).1)
    }
}
