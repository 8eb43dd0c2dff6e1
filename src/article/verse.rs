//! Verse: lines whose breaks count.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline;
use crate::page::{NodeId, Tag};

/// Class names of poems and lyrics.
const NAMES: [&str; 8] = ["verse", "wp-block-verse", "poem", "poetry", "stanza", "lyrics", "poembox", "has-poem"];

impl<'a> Builder<'a> {
    /// True for an element that a class marks as verse.
    pub(super) fn is_verse(&self, node: NodeId) -> bool {
        let is_holder = matches!(self.page.tag(node), Tag::Pre | Tag::P | Tag::Div | Tag::Blockquote);
        is_holder && self.page.classes(node).any(|class| NAMES.iter().any(|name| class.eq_ignore_ascii_case(name)))
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
        self.push_blocks(flow, blocks);
        true
    }
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
