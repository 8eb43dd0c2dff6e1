//! Figures: images with their caption.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline::{self, Inline};
use crate::page::NodeId;

impl<'a> Builder<'a> {
    /// Reads a figure: whatever stands in it, joined to its caption.
    pub(super) fn figure(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        self.captions.push(Vec::new());
        let blocks = self.blocks(node);
        let caption = self.captions.pop().unwrap_or_default();
        let mut blocks = join(blocks, caption);
        if let Some(block) = blocks.first_mut() {
            block.element = self.page.element_index(node).or(block.element);
        }
        self.push_blocks(flow, blocks);
        true
    }

    /// Reads a caption. Outside a figure it is text like any other.
    pub(super) fn caption(&mut self, node: NodeId) -> bool {
        if self.captions.is_empty() {
            return false;
        }
        let content = self.inlines(node);
        if let Some(caption) = self.captions.last_mut() {
            inline::join(caption, content);
        }
        true
    }
}

/// Gives `caption` to what it belongs to: the one block there is, the images when there is nothing else, or
/// itself as a paragraph below.
fn join(blocks: Vec<Block>, caption: Vec<Inline>) -> Vec<Block> {
    if !blocks.is_empty() && blocks.iter().all(|block| matches!(block.body, Body::Figure { .. })) {
        return vec![one_figure(blocks, caption)];
    }
    let mut blocks = blocks;
    if caption.is_empty() {
        return blocks;
    }
    match blocks.as_mut_slice() {
        [Block { body: Body::Table { caption: own, .. } | Body::Quote { cite: own, .. }, .. }] => inline::join(own, caption),
        [Block { body: Body::Media(media), .. }] => inline::join(&mut media.caption, caption),
        _ => blocks.push(Block::new(Body::Paragraph { content: caption })),
    }
    blocks
}

fn one_figure(blocks: Vec<Block>, caption: Vec<Inline>) -> Block {
    let mut all = Vec::new();
    let mut captions = Vec::new();
    let mut whole = Block::default();
    for mut block in blocks {
        if let Body::Figure { images, caption } = &mut block.body {
            all.append(images);
            inline::join(&mut captions, std::mem::take(caption));
        }
        if all.len() == 1 {
            whole = block;
        }
    }
    inline::join(&mut captions, caption);
    whole.body = Body::Figure { images: all, caption: captions };
    whole
}
