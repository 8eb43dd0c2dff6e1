//! Headings: their text without the page's controls, and levels that leave none out.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline::{self, Inline, Style};
use crate::page::NodeId;

/// A heading longer than this is a paragraph that the site sets in large type.
const MAX_CHARS: usize = 400;

impl<'a> Builder<'a> {
    /// Reads a heading.
    pub(super) fn heading(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let Some(level) = self.page.tag(node).heading_level() else { return false };
        let blocks = self.blocks(node);
        if !blocks.iter().all(|block| matches!(block.body, Body::Paragraph { .. } | Body::Heading { .. })) {
            // A heading around a picture or a list: its parts say more than it does.
            let parts = blocks.into_iter().map(|block| match block.body {
                Body::Paragraph { content } if inline::n_chars(&content) <= MAX_CHARS => {
                    Block { body: Body::Heading { level, content }, ..block }
                }
                body => Block { body, ..block },
            });
            let parts = parts.collect();
            self.push_blocks(flow, parts);
            return true;
        }
        let mut content = inline::flatten(blocks);
        // A heading is bold by itself.
        if let [Inline::Styled { style: Style::Strong, content: inner }] = content.as_mut_slice() {
            content = std::mem::take(inner);
        }
        if inline::is_blank(&content) {
            return true;
        }
        let body =
            if inline::n_chars(&content) > MAX_CHARS { Body::Paragraph { content } } else { Body::Heading { level, content } };
        self.push_block(flow, node, body);
        true
    }
}

/// Leaves out the heading that repeats `title` at the top, and closes gaps in the levels: the highest that is
/// used becomes 2, the next 3, and so on.
pub(super) fn normalize(mut blocks: Vec<Block>, title: &str) -> Vec<Block> {
    if let Some(at) = repeated_title(&blocks, title) {
        blocks.remove(at);
    }
    let mut used = [false; 7];
    for_each_heading(&mut blocks, &mut |level| {
        if let Some(used) = used.get_mut(usize::from(*level)) {
            *used = true;
        }
    });
    let mut levels = [6; 7];
    let mut next = 2;
    for (level, _) in levels.iter_mut().zip(used).filter(|(_, used)| *used) {
        *level = next;
        next = (next + 1).min(6);
    }
    for_each_heading(&mut blocks, &mut |level| {
        *level = levels.get(usize::from(*level)).copied().unwrap_or(6);
    });
    blocks
}

/// Text before a heading, in characters, after which it no longer is the article's title.
const MAX_BEFORE_TITLE: usize = 300;

/// Where the title stands among the first blocks.
fn repeated_title(blocks: &[Block], title: &str) -> Option<usize> {
    let title = letters(title);
    let mut before = 0;
    for (at, block) in blocks.iter().enumerate() {
        match &block.body {
            Body::Heading { content, .. } => {
                let heading = letters(&inline::text(content));
                // Half of the title at least: a title that metadata gave may have the site's name at its end.
                if !heading.is_empty() && title.starts_with(&heading) && heading.len() * 2 >= title.len() {
                    return Some(at);
                }
            }
            Body::Paragraph { content } => before += inline::n_chars(content),
            Body::Figure { .. } | Body::Rule => {}
            _ => return None,
        }
        if before > MAX_BEFORE_TITLE {
            return None;
        }
    }
    None
}

/// Letters and digits in lower case: what two spellings of a title have in common.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn for_each_heading(blocks: &mut [Block], visit: &mut dyn FnMut(&mut u8)) {
    for block in blocks {
        if let Body::Heading { level, .. } = &mut block.body {
            visit(level);
        }
        for inner in block.body.children_mut() {
            for_each_heading(inner, visit);
        }
    }
}
