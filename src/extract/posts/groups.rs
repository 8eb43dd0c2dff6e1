//! Which elements may be posts: those of one shape, nearly all of which have an author, a time and text.

use super::signs::{Signs, Type};
use crate::extract::survey::Survey;
use crate::metadata::clues::words;
use crate::page::{NodeId, NodeMap, Page, Tag};
use crate::sort;

/// An element that may be a post.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub node: NodeId,
    /// Elements of one group are posts of one kind.
    pub group: u32,
    /// What its type says.
    pub kind: Option<Type>,
}

/// Fewer elements of one shape than this are no repetition, unless they are named as posts are.
const MIN_POSTS: usize = 3;
const MIN_NAMED: usize = 2;
/// The share of a shape's elements that are whole posts, in tenths. The rest are advertisements and posts that were
/// deleted.
const WHOLE_TENTHS: usize = 7;
/// Characters that the elements of a group have on average, author and time included.
const MIN_CHARS: f32 = 40.0;

/// The share of characters in links beyond which elements are lines of a list of threads.
const MAX_LINKED: f32 = 0.4;

/// The candidates in document order, an element once.
pub fn candidates(survey: &Survey<'_>, signs: &Signs) -> Vec<Candidate> {
    let page = survey.page;
    let typed = signs.typed.iter().filter(|(node, _)| has_text(survey, *node));
    let mut found: Vec<Candidate> =
        typed.map(|&(node, kind)| Candidate { node, group: TYPED + kind as u32, kind: Some(kind) }).collect();
    // What is around an author and a time is around them for its whole way up, so its shape can be told first.
    let mut wanted = keys(survey, |node| has_signs(page, signs, node));
    wanted.retain(|(_, node)| !is_beside(page, *node));
    sort::by_key(&mut wanted, |key| *key);
    let wanted: Vec<u32> = wanted
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|group| group.len() >= MIN_NAMED || group.first().is_some_and(|(_, node)| is_comment(page, *node)))
        .filter_map(|group| Some(group.first()?.0))
        .collect();
    let mut keys = if wanted.is_empty() { Vec::new() } else { keys(survey, |_| true) };
    keys.retain(|(key, _)| wanted.binary_search(key).is_ok());
    sort::by_key(&mut keys, |key| *key);
    let mut groups: Vec<&[(u32, NodeId)]> = keys.chunk_by(|a, b| a.0 == b.0).collect();
    // The largest come first, so that posts that differ in one class stay in one group.
    sort::by_key(&mut groups, |group| std::cmp::Reverse(group.len()));
    for group in groups {
        let Some(&(key, first)) = group.first() else { continue };
        let least = match is_named(page, first) {
            true if is_comment(page, first) => 1,
            true => MIN_NAMED,
            false => MIN_POSTS,
        };
        let whole: Vec<NodeId> = group.iter().map(|(_, node)| *node).filter(|&node| is_whole(page, signs, node)).collect();
        if whole.len() < least || whole.len() * 10 < group.len() * WHOLE_TENTHS || !is_posts(survey, signs, &whole) {
            continue;
        }
        found.extend(whole.into_iter().map(|node| Candidate { node, group: key >> 3, kind: None }));
    }
    // What its type says comes first, then what was found first.
    sort::by_key(&mut found, |candidate| (candidate.node, candidate.kind.is_none()));
    found.dedup_by_key(|candidate| candidate.node);
    found
}

/// The shapes of the elements with text that may hold a post, among those that `is_asked` for.
fn keys(survey: &Survey<'_>, is_asked: impl Fn(NodeId) -> bool) -> Vec<(u32, NodeId)> {
    let page = survey.page;
    let mut keys = Vec::new();
    let mut shapes: NodeMap<u32> = NodeMap::new(page);
    for node in page.nodes().filter(|&node| may_hold_post(page.tag(node)) && is_asked(node)) {
        let above = page.parent(node).map(|parent| shapes.get(parent)).unwrap_or_default();
        let (broad, narrow) = shape(page, node, above);
        shapes.set(node, broad);
        if has_text(survey, node) {
            keys.push((broad, node));
            keys.extend((narrow != broad).then_some((narrow, node)));
        }
    }
    keys
}

/// Groups of elements by their type have numbers that shapes have not.
const TYPED: u32 = u32::MAX - 8;

/// Elements that hold several blocks.
fn may_hold_post(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, Div | Article | Section | Li | Table | Tbody | Tr | Td | Dl | Dd | Unknown | Blockquote | Details | Main | Form)
}

fn has_text(survey: &Survey<'_>, node: NodeId) -> bool {
    survey.blocks.total(survey.page, node).chars > 0.0
}

/// Two hashes of what an element looks like: of its tag and first name, and of its tag and all its classes. Numbers in
/// names count posts. An element without a name takes that of its parent.
fn shape(page: &Page, node: NodeId, above: u32) -> (u32, u32) {
    let hash = |text: &str, seed: u32| {
        let letters = text.bytes().filter(|byte| !byte.is_ascii_digit());
        letters.fold(seed, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    };
    let seed = (page.tag(node) as u32).wrapping_mul(0x9e37_79b1) ^ 0x85eb_ca6b;
    if let Some(name) = custom_name(page, node) {
        return (hash(name, seed), hash(name, seed));
    }
    let first = page.classes(node).next();
    match (first, page.attr(node, "id")) {
        (Some(first), _) => (hash(first, seed), hash(page.attr(node, "class").unwrap_or_default(), !seed)),
        (None, Some(id)) => (hash(id, seed ^ 1), hash(id, seed ^ 1)),
        (None, None) => (seed ^ above.rotate_left(5), seed ^ above.rotate_left(5)),
    }
}

/// The name of an element that a page defines itself: whatever its classes are, it is made for one thing.
fn custom_name(page: &Page, node: NodeId) -> Option<&str> {
    (page.tag(node) == Tag::Unknown).then(|| page.name(node)).filter(|name| name.contains('-'))
}

/// True when its class says that an element is a comment and no more: one is enough then.
fn is_comment(page: &Page, node: NodeId) -> bool {
    const NAMES: [&str; 5] = ["comment", "comment-item", "comment-wrap", "comment_item", "kommentar"];
    page.classes(node).any(|class| NAMES.contains(&class))
}

/// True when its name, a class or the identifier of an element says that it is a post.
fn is_named(page: &Page, node: NodeId) -> bool {
    const NAMES: [&str; 8] = ["post", "comment", "reply", "answer", "message", "topic", "review", "kommentar"];
    let names = page.classes(node).chain(page.attr(node, "id")).chain(custom_name(page, node));
    names.flat_map(words).any(|word| NAMES.iter().any(|each| word.eq_ignore_ascii_case(each)))
}

/// True for an element with an author and a time in it that is not beside the text.
fn is_whole(page: &Page, signs: &Signs, node: NodeId) -> bool {
    has_signs(page, signs, node) && !is_beside(page, node)
}

/// True for an element with an author and a time in it.
fn has_signs(page: &Page, signs: &Signs, node: NodeId) -> bool {
    let end = page.end(node);
    let has = |signs: &[super::signs::Sign]| {
        let from = signs.partition_point(|sign| sign.node <= node);
        signs.get(from).is_some_and(|sign| sign.node < end)
    };
    has(&signs.authors) && has(&signs.times)
}

/// Navigation, margins and footers list what was written lately, and elsewhere.
fn is_beside(page: &Page, node: NodeId) -> bool {
    page.ancestors(node).take(64).any(|each| {
        matches!(page.tag(each), Tag::Nav | Tag::Aside | Tag::Footer) || page.attr(each, "role") == Some("complementary")
    })
}

/// False for teasers: most of them have a heading that leads to another page; and for what has nothing to say.
fn is_posts(survey: &Survey<'_>, signs: &Signs, nodes: &[NodeId]) -> bool {
    let page = survey.page;
    let leads = |node: NodeId| {
        let from = signs.leads.partition_point(|lead| *lead <= node);
        signs.leads.get(from).is_some_and(|lead| *lead < page.end(node))
    };
    let n_leads = nodes.iter().filter(|node| leads(**node)).count();
    let totals = || nodes.iter().map(|node| survey.blocks.total(page, *node));
    let (chars, linked): (f32, f32) = (totals().map(|total| total.chars).sum(), totals().map(|total| total.link_chars).sum());
    n_leads * 2 <= nodes.len() && chars >= MIN_CHARS * nodes.len() as f32 && linked <= chars * MAX_LINKED
}
