//! Verse: lines whose breaks count.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline::{self, Inline};
use crate::metadata::clues::words;
use crate::page::{NodeId, Tag};

/// Class names of poems and lyrics.
const NAMES: [&str; 8] = ["verse", "wp-block-verse", "poem", "poetry", "stanza", "lyrics", "poembox", "has-poem"];

/// Words in longer class names of the same.
const WORDS: [&str; 3] = ["poem", "poetry", "lyrics"];

fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|each| word.eq_ignore_ascii_case(each))
}

/// So many lines, each an element of its own…
const LINES: usize = 3;
/// …and none longer than this, in characters, are verse: longer ones are what is said about it.
const LINE_CHARS: usize = 90;

impl<'a> Builder<'a> {
    /// True for an element that a class marks as verse.
    pub(super) fn is_verse(&self, node: NodeId) -> bool {
        let is_holder = matches!(self.page.tag(node), Tag::Pre | Tag::P | Tag::Div | Tag::Blockquote);
        let is_name = |class: &str| NAMES.iter().any(|name| class.eq_ignore_ascii_case(name));
        is_holder && self.page.classes(node).any(|class| is_name(class) || words(class).any(|word| is_in(&WORDS, word)))
    }

    /// Reads verse: a stanza a block.
    pub(super) fn verse(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        if self.page.tag(node) == Tag::Blockquote {
            // A poem that is quoted is both (case `verse--quoted`).
            let n_before = flow.blocks.len();
            let is_quote = self.quote(flow, node);
            for block in flow.blocks.iter_mut().skip(n_before) {
                block.body.children_mut().into_iter().for_each(|blocks| as_verse(blocks));
            }
            return is_quote;
        }
        let outer = std::mem::replace(&mut self.keeps_lines, self.page.tag(node) == Tag::Pre);
        let mut blocks = self.blocks(node);
        self.keeps_lines = outer;
        as_verse(&mut blocks);
        if !self.page.children(node).any(|child| self.is_verse(child)) {
            join_lines(&mut blocks);
        }
        self.push_blocks(flow, blocks);
        true
    }
}

/// Makes one verse of lines that are paragraphs each (case `verse--lines-in-elements`).
fn join_lines(blocks: &mut Vec<Block>) {
    let is_line = |block: &Block| match &block.body {
        Body::Paragraph { content } => inline::n_chars(content) <= LINE_CHARS,
        _ => false,
    };
    if blocks.len() < LINES || !blocks.iter().all(is_line) {
        return;
    }
    let mut lines = std::mem::take(blocks).into_iter();
    let Some(mut verse) = lines.next() else { return };
    let mut content = Vec::new();
    for line in std::iter::once(std::mem::take(&mut verse.body)).chain(lines.map(|line| line.body)) {
        if let Body::Paragraph { content: mut line } = line {
            content.extend((!content.is_empty()).then_some(Inline::Break));
            content.append(&mut line);
        }
    }
    verse.body = Body::Verse { content };
    blocks.push(verse);
}

/// Makes verse of the paragraphs that have lines.
fn as_verse(blocks: &mut [Block]) {
    for block in blocks {
        if let Body::Paragraph { content } = &mut block.body
            && inline::text(content).contains('\n')
        {
            block.body = Body::Verse { content: std::mem::take(content) };
        }
    }
}
