//! Footnotes in one form: found before the walk, left out of the body, read after it.

mod inline;
mod linked;
mod numbered;

use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline::{Inline, is_blank};
use super::{Block, Note};
use crate::extract::Selection;
use crate::page::{NodeId, NodeMap, NodeSet, Page, Tag};
use crate::sort::{self, Lookup};

/// The footnotes of a selection.
#[derive(Debug)]
pub(super) struct Footnotes {
    definitions: Vec<Definition>,
    /// The note that each reference refers to; the reference may be a link or an element around one.
    references: NodeMap<Option<usize>>,
    /// What belongs to definitions, and is no part of the body.
    parts: NodeSet,
    /// Numbers in and before notes, which their labels repeat.
    marks: NodeSet,
    /// Names that links lead to from a note back to its reference.
    back: Lookup<String, ()>,
}

/// Where the text of a note stands.
#[derive(Clone, Debug, Default)]
struct Definition {
    /// Siblings.
    nodes: Vec<NodeId>,
    label: String,
    /// The number that it gets where its label is another note's too.
    number: Option<String>,
}

impl Definition {
    /// What the reference and the note show.
    fn shown(&self) -> String {
        self.number.clone().unwrap_or_else(|| self.label.clone())
    }
}

impl Footnotes {
    /// Finds the footnotes that the selection refers to. Their text may stand outside of it.
    pub(super) fn find(page: &Page, selection: &Selection) -> Footnotes {
        let mut footnotes = Footnotes {
            definitions: Vec::new(),
            references: NodeMap::new(page),
            parts: NodeSet::new(),
            marks: NodeSet::new(),
            back: Lookup::default(),
        };
        linked::find(page, selection, &mut footnotes);
        if !footnotes.definitions.is_empty() {
            linked::add_rest(page, selection, &mut footnotes);
        }
        inline::find(page, selection, &mut footnotes);
        if footnotes.definitions.is_empty() {
            numbered::find(page, selection, &mut footnotes);
        }
        if !footnotes.definitions.is_empty() {
            footnotes.sort(page);
        }
        footnotes
    }

    /// Puts the notes in the order in which they are first referred to.
    fn sort(&mut self, page: &Page) {
        let mut order: Vec<usize> = Vec::with_capacity(self.definitions.len());
        let mut places = vec![usize::MAX; self.definitions.len()];
        for node in page.nodes() {
            let Some(Some(at)) = self.references.get_mut(node) else { continue };
            if let Some(place) = places.get_mut(*at) {
                if *place == usize::MAX {
                    *place = order.len();
                    order.push(*at);
                }
                *at = *place;
            }
        }
        // What stands among them and is never referred to comes last, in the page's order (test page `paper-en`).
        order.extend((0..places.len()).filter(|at| places.get(*at) == Some(&usize::MAX)));
        let mut definitions = std::mem::take(&mut self.definitions);
        self.definitions = order.iter().filter_map(|at| definitions.get_mut(*at).map(std::mem::take)).collect();
        self.tell_apart();
    }

    /// Numbers the notes anew where two have one label: references and footnotes are each numbered from one
    /// (test page `paper-en`).
    fn tell_apart(&mut self) {
        let mut labels: Vec<&str> = self.definitions.iter().map(|definition| definition.label.as_str()).collect();
        sort::by_key(&mut labels, |label| *label);
        labels.dedup();
        if labels.len() < self.definitions.len() {
            for (definition, number) in self.definitions.iter_mut().zip(1_usize..) {
                definition.number = Some(number.to_string());
            }
        }
    }

    fn add(&mut self, definition: Definition) -> usize {
        for &node in &definition.nodes {
            self.parts.insert(node);
        }
        self.definitions.push(definition);
        self.definitions.len() - 1
    }

    /// True for the text of a note.
    pub(super) fn is_part(&self, node: NodeId) -> bool {
        self.parts.contains(node)
    }

    /// True for what holds the text of a note.
    pub(super) fn has_part(&self, page: &Page, node: NodeId) -> bool {
        !self.parts.is_empty() && page.subtree(node).any(|each| self.is_part(each))
    }

    /// True for what is neither the body's nor a note's.
    pub(super) fn is_mark(&self, node: NodeId) -> bool {
        self.marks.contains(node)
    }
}

impl<'a> Builder<'a> {
    /// Reads `node` as a reference to a note, and says whether it was one.
    pub(super) fn note_reference(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let Some(at) = self.footnotes.references.get(node) else { return false };
        let label = self.footnotes.definitions.get(at).map(Definition::shown).unwrap_or_default();
        flow.line.push_close(Inline::NoteReference { note: note_id(at), label });
        true
    }

    /// True for a link in a note that leads back to where it is referred to.
    pub(super) fn is_back_link(&self, node: NodeId, tag: Tag) -> bool {
        self.in_note
            && tag == Tag::A
            && self
                .page
                .attr(node, "href")
                .and_then(|href| href.split_once('#'))
                .is_some_and(|(_, name)| self.footnotes.back.get(name).is_some())
    }

    /// The text of all notes.
    pub(super) fn notes(&mut self) -> Vec<Note> {
        let definitions = self.footnotes.definitions.clone();
        self.in_note = true;
        let notes = definitions.into_iter().enumerate().map(|(at, definition)| Note {
            id: note_id(at),
            blocks: self.note(&definition),
            label: definition.shown(),
        });
        let notes = notes.collect();
        self.in_note = false;
        notes
    }

    fn note(&mut self, definition: &Definition) -> Vec<Block> {
        let page = self.page;
        let mut blocks = Vec::new();
        for &node in &definition.nodes {
            // The inside of an item or of an inline element; a paragraph, a list or a figure as it is.
            let is_box = page.tag(node) == Tag::Li || page.tag(node).is_inline() || self.footnotes.references.get(node).is_some();
            let more = if is_box { self.blocks(node) } else { self.blocks_of(node, page.end(node), None) };
            blocks.extend(more);
        }
        trim(&mut blocks, &definition.label);
        blocks
    }
}

/// Leaves out headings and rules that stood before notes and before nothing else, and headings over nothing but those.
pub(super) fn without_heads(mut blocks: Vec<Block>, heads: &[usize]) -> Vec<Block> {
    // How deep a heading is; a rule ends all sections.
    let depth = |block: Option<&Block>| match block.map(|block| &block.body) {
        Some(Body::Heading { level, .. }) => Some(*level),
        Some(Body::Rule) | None => Some(0),
        Some(_) => None,
    };
    for &at in heads.iter().rev() {
        if blocks.get(at).is_none() || depth(blocks.get(at)).is_none() || depth(blocks.get(at + 1)).is_none() {
            continue;
        }
        let mut inner = blocks.remove(at);
        let mut above = at;
        while let Some(before) = above.checked_sub(1)
            && let Some(Block { body: Body::Heading { level, .. }, .. }) = blocks.get(before)
            && depth(Some(&inner)).is_some_and(|inner| inner > *level)
            && depth(blocks.get(above)).is_some_and(|next| next <= *level)
        {
            inner = blocks.remove(before);
            above = before;
        }
    }
    blocks
}

fn note_id(at: usize) -> String {
    format!("note-{}", at + 1)
}

/// Takes the note's own number off its start, and arrows back off its start and end.
fn trim(blocks: &mut Vec<Block>, label: &str) {
    if let Some(Block { body: Body::Paragraph { content }, .. }) = blocks.first_mut() {
        trim_start(content, label, 4);
    }
    if let Some(Block { body: Body::Paragraph { content }, .. }) = blocks.last_mut() {
        trim_end(content, 4);
    }
    blocks.retain(|block| !matches!(&block.body, Body::Paragraph { content } if is_blank(content)));
}

/// Signs that lead back.
const ARROWS: [char; 14] = ['↩', '↵', '⏎', '↑', '^', '⤴', '↲', '⮐', '⬆', '⇑', '▲', '\u{FE0E}', '\u{FE0F}', '\u{A0}'];

fn trim_start(content: &mut Vec<Inline>, label: &str, depth: u32) {
    while let Some(first) = content.first_mut() {
        match first {
            Inline::Text { text } => {
                let rest = text.trim_start_matches(ARROWS).trim_start();
                let bare = rest.trim_start_matches(['[', '(']);
                let rest = match bare.strip_prefix(label).filter(|_| !label.is_empty()) {
                    Some(after) if !after.starts_with(char::is_alphanumeric) => {
                        after.trim_start_matches([']', ')', '.', ':', '\u{A0}', ' '])
                    }
                    _ => rest,
                };
                // What stood around or behind the number that was a link.
                let rest = rest.trim_start_matches(ARROWS).trim_start_matches("[]").trim_start_matches(". ");
                *text = rest.trim_start().to_owned();
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Styled { content, .. } | Inline::Link { content, .. } | Inline::Span { content, .. } if depth > 0 => {
                trim_start(content, label, depth - 1);
                if !is_blank(content) {
                    return;
                }
            }
            Inline::Break | Inline::Anchor { .. } => {}
            _ => return,
        }
        content.remove(0);
    }
}

fn trim_end(content: &mut Vec<Inline>, depth: u32) {
    while let Some(last) = content.last_mut() {
        match last {
            Inline::Text { text } => {
                let text_end = text.trim_end().trim_end_matches(ARROWS).trim_end();
                // Brackets stood around the link back.
                *text = text_end.trim_end_matches("[]").trim_end_matches("()").trim_end().to_owned();
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Styled { content, .. } | Inline::Link { content, .. } | Inline::Span { content, .. } if depth > 0 => {
                trim_end(content, depth - 1);
                if !is_blank(content) {
                    return;
                }
            }
            Inline::Break => {}
            _ => return,
        }
        content.pop();
    }
}

/// What a reference shows, without brackets; `None` for a text that is too long to be one.
fn label_of(text: &str) -> Option<String> {
    let bare = text.trim().trim_start_matches(['[', '(', '^']).trim_end_matches([']', ')', '.', ':']).trim();
    let bare: String = bare.chars().map(|c| SUPERSCRIPT.iter().position(|each| *each == c).map_or(c, digit)).collect();
    (1..=MAX_LABEL_CHARS).contains(&bare.chars().count()).then_some(bare)
}

const MAX_LABEL_CHARS: usize = 8;

const SUPERSCRIPT: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

fn digit(value: usize) -> char {
    char::from_digit(value as u32, 10).unwrap_or('0')
}

/// True for a label that can be nothing else: a number, a letter or a sign.
fn is_plain_label(label: &str) -> bool {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) => only.is_alphanumeric() || "*†‡§¶#".contains(only),
        _ => {
            let number = label.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ' || c == '*');
            number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit())
        }
    }
}

/// The nodes of the selection, in document order, without what was left out.
fn selected<'a>(page: &'a Page, selection: &'a Selection) -> impl Iterator<Item = NodeId> + 'a {
    selection.roots.iter().flat_map(move |&root| {
        let mut nodes = page.subtree(root);
        std::iter::from_fn(move || {
            loop {
                let node = nodes.next()?;
                if !selection.removed.contains(node) {
                    return Some(node);
                }
                nodes.skip_to(page.end(node));
            }
        })
    })
}

/// The smallest block around `node`, or `node` itself when it is one.
fn block_of(page: &Page, node: NodeId) -> Option<NodeId> {
    let is_block = |each: &NodeId| !page.tag(*each).is_inline() && page.tag(*each) != Tag::Unknown;
    std::iter::once(node).chain(page.ancestors(node).take(8)).find(is_block)
}
