//! Notes that nothing links to: small raised numbers in the text, and paragraphs or items that begin with the same
//! numbers.

use super::{Definition, Footnotes, selected};
use crate::extract::Selection;
use crate::page::{NodeId, Page, Tag};

/// A paragraph that begins with a number, and how it is written.
struct Numbered {
    block: NodeId,
    number: u32,
    /// Raised; otherwise bold, which says less.
    is_raised: bool,
}

/// Finds raised numbers whose notes stand further down: all of them, counted from 1, or none.
pub(super) fn find(page: &Page, selection: &Selection, footnotes: &mut Footnotes) {
    let nodes: Vec<NodeId> = selected(page, selection).collect();
    let raised: Vec<(NodeId, u32)> = nodes.iter().filter_map(|&node| Some((node, raised_number(page, node)?))).collect();
    if raised.is_empty() {
        return;
    }
    let mut definitions = listed(page);
    if definitions.is_empty() {
        definitions = paragraphs(page, &nodes);
    }
    let counts = definitions.iter().enumerate().all(|(at, each)| each.number as usize == at + 1);
    let is_referred_to = |each: &Numbered| raised.iter().any(|(node, number)| *number == each.number && *node < each.block);
    if definitions.is_empty() || !counts || !definitions.iter().all(is_referred_to) {
        return;
    }
    for at in 0..definitions.len() {
        let Some(each) = definitions.get(at) else { break };
        let nodes = body_of(page, each, definitions.get(at + 1));
        let label = each.number.to_string();
        let note = footnotes.add(Definition { nodes, label, number: None });
        let references = raised.iter().filter(|(node, number)| *number == each.number && !page.is_inside(*node, each.block));
        references.for_each(|(node, _)| footnotes.references.set(*node, Some(note)));
    }
}

/// The number of a `sup` element that holds nothing else.
fn raised_number(page: &Page, node: NodeId) -> Option<u32> {
    if page.tag(node) != Tag::Sup || page.end(node).index() - node.index() > 4 {
        return None;
    }
    number(&page.text_content(node))
}

/// A number that counts notes.
fn number(text: &str) -> Option<u32> {
    let text = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')', '.']);
    text.parse().ok().filter(|number| (1..=300).contains(number))
}

/// The items of a numbered list that is marked as one of notes, wherever on the page it is.
fn listed(page: &Page) -> Vec<Numbered> {
    let is_marked = |node: NodeId| page.attr(node, "class").is_some_and(|class| class.to_ascii_lowercase().contains("footnotes"));
    let is_list =
        |node: &NodeId| page.tag(*node) == Tag::Ol && std::iter::once(*node).chain(page.ancestors(*node).take(2)).any(is_marked);
    let Some(list) = page.nodes().find(is_list) else { return Vec::new() };
    let items = page.children(list).filter(|child| page.tag(*child) == Tag::Li);
    (1..).zip(items).map(|(number, block)| Numbered { block, number, is_raised: true }).collect()
}

/// Paragraphs that begin with a raised number; behind a rule, a bold one will do.
fn paragraphs(page: &Page, nodes: &[NodeId]) -> Vec<Numbered> {
    let mut found = Vec::new();
    let mut is_behind_rule = false;
    for &node in nodes {
        match page.tag(node) {
            Tag::Hr => is_behind_rule = true,
            Tag::P | Tag::Div => found.extend(numbered(page, node).filter(|each| each.is_raised || is_behind_rule)),
            _ => {}
        }
    }
    found
}

fn numbered(page: &Page, block: NodeId) -> Option<Numbered> {
    let mut first = page.children(block).find(|child| !page.text(*child).trim().is_empty() || !page.is_text(*child))?;
    let is_bold = matches!(page.tag(first), Tag::Strong | Tag::B);
    if is_bold && let Some(inner) = page.first_child(first).filter(|inner| page.tag(*inner) == Tag::Sup) {
        first = inner;
    }
    let is_raised = page.tag(first) == Tag::Sup;
    if !is_raised && !is_bold {
        return None;
    }
    let number = number(&page.text_content(first))?;
    // A number alone is no note.
    let has_text = page.subtree(block).any(|node| node >= page.end(first) && !page.text(node).trim().is_empty());
    has_text.then_some(Numbered { block, number, is_raised })
}

/// The paragraph and what stands between it and the next; behind the last note, what is left of its parent, if a rule
/// stands before the notes.
fn body_of(page: &Page, note: &Numbered, next: Option<&Numbered>) -> Vec<NodeId> {
    let siblings = std::iter::successors(page.next_sibling(note.block), |node| page.next_sibling(*node));
    let siblings = siblings.filter(|node| !page.is_text(*node)).take(MAX_BLOCKS);
    let stops = |node: &NodeId| {
        page.tag(*node).heading_level().is_some() || page.tag(*node) == Tag::Hr || next.is_some_and(|next| next.block == *node)
    };
    let mut nodes = vec![note.block];
    let between: Vec<NodeId> = siblings.take_while(|node| !stops(node)).collect();
    let is_followed = next.is_some_and(|next| {
        page.parent(next.block) == page.parent(note.block) && between.len() < MAX_BLOCKS && {
            let last = between.last().copied().unwrap_or(note.block);
            let after = std::iter::successors(page.next_sibling(last), |node| page.next_sibling(*node));
            after.filter(|node| !page.is_text(*node)).take(1).any(|node| node == next.block)
        }
    });
    let is_last_behind_rule = next.is_none() && !note.is_raised;
    // A paragraph that is marked as a note by its class ends with itself.
    let is_marked = page.classes(note.block).any(|class| class.contains("footnote"));
    if page.tag(note.block) != Tag::Li && !is_marked && (is_followed || is_last_behind_rule) {
        nodes.extend(between);
    }
    nodes
}

/// Blocks of one note.
const MAX_BLOCKS: usize = 12;
