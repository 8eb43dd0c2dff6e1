//! A run of blocks in the making: the paragraph that is open, and the blocks before it.

use super::block::{Body, Direction};
use super::build::{Builder, Tongue};
use super::caption;
use super::inline::Image;
use super::line::{Frame, Line};
use super::{Block, Inline};
use crate::page::NodeId;

/// A run of blocks in the making.
#[derive(Debug, Default)]
pub(super) struct Flow<'a> {
    pub(super) line: Line,
    pub(super) blocks: Vec<Block>,
    /// Positions in `blocks` behind which notes were left out.
    pub(super) heads_of_notes: Vec<usize>,
    /// Images that stand in a paragraph and come after it.
    pub(super) floats: Vec<(Option<u32>, Image)>,
    /// Elements that the walk is inside of and that change something when they end.
    pub(super) open: Vec<Open<'a>>,
    /// The innermost element that is a block, and those around it.
    pub(super) element: Option<u32>,
    /// Name for the next block.
    id: Option<String>,
}

/// An open element and what to do at its end.
#[derive(Debug)]
pub(super) struct Open<'a> {
    pub(super) end: NodeId,
    pub(super) close: Close,
    /// What to put back.
    pub(super) lang: Tongue<'a>,
    pub(super) element: Option<u32>,
}

/// What the end of an element ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Close {
    /// End the paragraph.
    Block,
    /// End the paragraph, and one level of nesting.
    Nested,
    /// Close so many inline elements.
    Inline(usize),
}

impl Flow<'_> {
    /// A run inside the element at this position and inside these inline elements.
    pub(super) fn inside(element: Option<u32>, around: Vec<Frame>) -> Self {
        Flow { element, line: Line::inside(around), ..Flow::default() }
    }

    /// The block before the running paragraph.
    pub(super) fn last(&self) -> Option<&Block> {
        self.blocks.last()
    }

    /// As [`Flow::last`], to change.
    pub(super) fn last_mut(&mut self) -> Option<&mut Block> {
        self.blocks.last_mut()
    }

    /// Names the next block.
    pub(super) fn name(&mut self, id: &str) {
        self.id = Some(id.to_owned());
    }
}

impl<'a> Builder<'a> {
    /// The blocks of a run that has ended.
    pub(super) fn finish(&mut self, mut flow: Flow<'a>) -> Vec<Block> {
        self.end_paragraph(&mut flow);
        super::tidy::tidy(super::footnote::without_heads(flow.blocks, &flow.heads_of_notes))
    }

    /// Ends the running paragraph.
    pub(super) fn end_paragraph(&mut self, flow: &mut Flow<'a>) {
        for content in flow.line.finish() {
            if super::inline::is_blank(&content) {
                continue;
            }
            if flow.ends_in_bare_figure() && caption::looks_like_caption(&content) {
                flow.give_caption(caption::unwrapped(content));
            } else {
                let element = flow.element;
                self.push(flow, element, running(content));
            }
        }
        for id in flow.line.take_anchors() {
            flow.id.get_or_insert(id);
        }
        for (element, image) in std::mem::take(&mut flow.floats) {
            self.push(flow, element, Body::Figure { images: vec![image], caption: Vec::new() });
        }
    }

    /// Adds a block after the running paragraph.
    pub(super) fn push_block(&mut self, flow: &mut Flow<'a>, node: NodeId, body: Body) {
        self.end_paragraph(flow);
        let element = self.page.element_index(node).or(flow.element);
        self.push(flow, element, body);
    }

    /// Adds finished blocks after the running paragraph.
    pub(super) fn push_blocks(&mut self, flow: &mut Flow<'a>, blocks: Vec<Block>) {
        self.end_paragraph(flow);
        if let Some(first) = blocks.first().map(|_| flow.blocks.len()) {
            flow.blocks.extend(blocks);
            if let Some(block) = flow.blocks.get_mut(first).filter(|block| block.id.is_none()) {
                block.id = flow.id.take();
            }
            // They were read relative to the element that is given up now.
            let (lang, dir) = self.difference();
            for block in flow.blocks.iter_mut().skip(first) {
                block.lang = block.lang.take().or_else(|| lang.clone());
                block.dir = block.dir.or(dir);
            }
        }
    }

    pub(super) fn push(&mut self, flow: &mut Flow<'a>, element: Option<u32>, body: Body) {
        let (lang, dir) = self.difference();
        flow.blocks.push(Block { element, id: flow.id.take(), lang, dir, body });
    }

    /// What of language and direction differs from what is said of the block around.
    fn difference(&self) -> (Option<String>, Option<Direction>) {
        let lang = self.lang.lang.filter(|lang| Some(*lang) != self.outer_lang.lang);
        let dir = self.lang.dir.filter(|dir| *dir != self.outer_lang.dir.unwrap_or_default());
        (lang.map(str::to_owned), dir)
    }

    pub(super) fn close_until(&mut self, flow: &mut Flow<'a>, node: NodeId) {
        while flow.open.last().is_some_and(|open| open.end <= node) {
            let Some(open) = flow.open.pop() else { return };
            match open.close {
                Close::Block | Close::Nested => self.end_paragraph(flow),
                Close::Inline(n) => (0..n).for_each(|_| flow.line.close()),
            }
            if open.close == Close::Nested {
                self.depth -= 1;
            }
            self.lang = open.lang;
            flow.element = open.element;
        }
    }
}

/// Running text as a block: a formula alone stands on a line of its own.
fn running(mut content: Vec<Inline>) -> Body {
    match content.as_mut_slice() {
        [Inline::Math(math)] => Body::Math(std::mem::take(math)),
        _ => Body::Paragraph { content },
    }
}
