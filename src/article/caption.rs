//! Captions, however a page marks them: by element, by a class, by a table of one column, or by slanted type below.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline::{self, Inline, Style};
use crate::page::{NodeId, Tag};

/// An image with its caption, wrapped as deep as sites do, has no more nodes than this.
const MAX_NODES: usize = 80;
/// A text longer than this below an image is the article going on.
const MAX_CHARS: usize = 600;
/// Without a class that says so, a caption is shorter.
const MAX_UNMARKED_CHARS: usize = 240;

/// No name of a caption is shorter than this.
const SHORTEST_NAME: usize = 6;

/// Words in the class names of captions and credits.
const NAMES: [&str; 8] = ["caption", "figcaption", "imagecaption", "photocaption", "credit", "credits", "legend", "cutline"];

impl<'a> Builder<'a> {
    /// True for an element that a class marks as a caption: text alone, and not much of it.
    pub(super) fn is_caption(&self, node: NodeId) -> bool {
        let page = self.page;
        let is_named = page.classes(node).any(is_caption_name);
        is_named && page.end(node).index() - node.index() <= MAX_NODES && {
            let mut n_chars = 0;
            page.descendants(node).all(|each| {
                n_chars += page.text(each).trim().chars().count();
                n_chars <= MAX_CHARS && !self.images().is_image(each, page.tag(each))
            })
        }
    }

    /// True for an element that holds images and their caption and nothing else.
    pub(super) fn is_figure(&self, node: NodeId) -> bool {
        let page = self.page;
        if page.end(node).index() - node.index() > MAX_NODES || !self.captions.is_empty() {
            return false;
        }
        // Most elements hold no image, which is told at once.
        if !page.descendants(node).any(|each| self.images().is_image(each, page.tag(each))) {
            return false;
        }
        let (mut has_image, mut has_caption, mut is_captioned, mut n_unmarked) = (false, false, false, 0);
        let mut nodes = page.descendants(node);
        while let Some(each) = nodes.next() {
            let tag = page.tag(each);
            if tag == Tag::Text {
                n_unmarked += page.text(each).trim().chars().count();
            } else if self.images().is_image(each, tag) {
                if is_captioned {
                    // Another image: a gallery whose images have captions of their own (case `figure--slides`).
                    return false;
                }
                has_image = true;
            } else if self.is_left_out(each) || matches!(tag, Tag::Script | Tag::Style | Tag::Noscript) {
                nodes.skip_to(page.end(each));
            } else if tag == Tag::Figure {
                return false;
            } else if self.is_caption(each) {
                has_caption = true;
                is_captioned = has_image;
                nodes.skip_to(page.end(each));
            }
        }
        let is_marked = has_caption && n_unmarked == 0;
        let is_table =
            page.tag(node) == Tag::Table && n_unmarked > 0 && n_unmarked <= MAX_UNMARKED_CHARS && self.has_one_column(node);
        has_image && (is_marked || is_table)
    }

    /// True for a table of two or three rows with one cell each: a picture and what is said of it.
    fn has_one_column(&self, table: NodeId) -> bool {
        let page = self.page;
        let count = |tags: [Tag; 2]| page.descendants(table).filter(|each| tags.contains(&page.tag(*each))).count();
        let n_rows = count([Tag::Tr, Tag::Tr]);
        (2..=3).contains(&n_rows) && count([Tag::Td, Tag::Th]) == n_rows
    }

    /// Joins a marked caption to the figure before it. False when there is none that lacks one.
    pub(super) fn caption_below(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        if !flow.ends_in_bare_figure() || !self.is_caption(node) {
            return false;
        }
        let content = self.caption_text(node);
        flow.give_caption(content);
        true
    }

    /// The text of a caption. What it marks as caption and as credit stands on lines of its own.
    pub(super) fn caption_text(&mut self, node: NodeId) -> Vec<Inline> {
        let outer = std::mem::take(&mut self.captions);
        self.in_caption = true;
        let content = self.inlines(node);
        self.in_caption = false;
        self.captions = outer;
        content
    }

    /// True for a part of a caption that is marked as such.
    pub(super) fn is_caption_part(&self, node: NodeId) -> bool {
        self.in_caption && self.page.classes(node).any(is_caption_name)
    }
}

impl Flow<'_> {
    /// True when the last block is a figure without a caption and nothing came after it.
    pub(super) fn ends_in_bare_figure(&self) -> bool {
        let is_bare = |block: &Block| matches!(&block.body, Body::Figure { caption, .. } if caption.is_empty());
        self.line.is_empty() && self.last().is_some_and(is_bare)
    }

    /// Adds to the caption of the last block, which is a figure.
    pub(super) fn give_caption(&mut self, content: Vec<Inline>) {
        if let Some(Block { body: Body::Figure { caption, .. }, .. }) = self.last_mut() {
            inline::join(caption, content);
        }
    }
}

/// True when a class says that the element is a caption, and not that it has one.
pub(crate) fn is_caption_name(class: &str) -> bool {
    if class.len() < SHORTEST_NAME {
        return false;
    }
    let class = class.as_bytes();
    let is = |word: &[u8], name: &&str| word.eq_ignore_ascii_case(name.as_bytes());
    let words = || class.split(|byte| matches!(byte, b'-' | b'_')).filter(|word| !word.is_empty());
    let ends = class.last_chunk().is_some_and(|end: &[u8; 7]| is(end, &"caption"));
    // Most classes are not about captions at all.
    if !ends && !words().any(|word| NAMES.iter().any(|name| is(word, name))) {
        return false;
    }
    let has_none = words().next().is_some_and(|first| ["has", "with", "no", "without"].iter().any(|name| is(first, name)));
    !has_none && !is(class, &"wp-caption")
}

/// True for running text that is a caption by its look: all of it slanted or small, or pointing up, and short.
pub(super) fn looks_like_caption(content: &[Inline]) -> bool {
    let is_set_apart = |inline: &Inline| match inline {
        Inline::Styled { style: Style::Emphasis | Style::Small | Style::Citation, .. } | Inline::Break => true,
        Inline::Text { text } => text.trim().is_empty(),
        _ => false,
    };
    let points_up = || matches!(content.first(), Some(Inline::Text { text }) if text.trim_start().starts_with(POINTERS));
    (content.iter().all(is_set_apart) || points_up()) && inline::n_chars(content) <= MAX_UNMARKED_CHARS
}

/// Signs that point at the image above, as Chinese and Japanese pages set them (test page `review-zh`).
const POINTERS: [char; 3] = ['▲', '△', '↑'];

/// A caption without the look that set it apart from the text: as a caption it has its own.
pub(super) fn unwrapped(mut content: Vec<Inline>) -> Vec<Inline> {
    match content.as_mut_slice() {
        [Inline::Styled { style: Style::Emphasis | Style::Small, content }] => std::mem::take(content),
        [Inline::Text { text }, ..] if text.trim_start().starts_with(POINTERS) => {
            *text = text.trim_start().trim_start_matches(POINTERS).trim_start().to_owned();
            content
        }
        _ => content,
    }
}

/// The short text among a figure's blocks, as its caption; `None` when there is more than a caption's worth.
pub(super) fn unmarked(blocks: &[Block]) -> Option<Vec<Inline>> {
    let mut caption = Vec::new();
    for block in blocks {
        match &block.body {
            Body::Paragraph { content } => inline::join(&mut caption, content.clone()),
            Body::Figure { caption: own, .. } => inline::join(&mut caption, own.clone()),
            _ => return None,
        }
    }
    (inline::n_chars(&caption) <= MAX_CHARS).then_some(caption)
}
