//! Figures: whatever stands in one, joined to its caption.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::caption;
use super::flow::Flow;
use super::inline::{self, Inline};
use crate::page::NodeId;

impl<'a> Builder<'a> {
    /// Reads a figure.
    pub(super) fn figure(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        self.captions.push(Vec::new());
        let mut blocks = self.blocks(node);
        // An empty figure, but for a label, waits for a script to fetch its image.
        if caption::unmarked(&blocks).is_some_and(|label| inline::n_chars(&label) <= MAX_LABEL_CHARS)
            && !blocks.iter().any(is_figure)
            && let Some(image) = self.images().named_by(node)
        {
            blocks = vec![Block::new(Body::Figure { images: vec![image], caption: Vec::new() })];
        }
        let caption = self.captions.pop().unwrap_or_default();
        let mut blocks = join(blocks, caption);
        if let Some(block) = blocks.first_mut() {
            block.element = self.page.element_index(node).or(block.element);
        }
        self.push_blocks(flow, blocks);
        true
    }

    /// Reads a caption. Outside a figure it is text like any other.
    pub(super) fn figcaption(&mut self, node: NodeId) -> bool {
        if self.captions.is_empty() {
            return false;
        }
        let content = self.caption_text(node);
        if let Some(caption) = self.captions.last_mut() {
            inline::join(caption, content);
        }
        true
    }
}

/// The longest label of a figure that is not worth reading when there is a caption.
const MAX_LABEL_CHARS: usize = 20;

/// Gives `caption` to what it belongs to: the one block there is, the images when there is nothing else, or
/// itself as a paragraph below.
fn join(mut blocks: Vec<Block>, mut caption: Vec<Inline>) -> Vec<Block> {
    if blocks.iter().any(is_figure)
        && let Some(mut said) = caption::unmarked(&blocks)
    {
        // Beside a caption, a word or two ("Image", "Enlarge") are for those who cannot see the figure.
        if !caption.is_empty() && inline::n_chars(&said) <= MAX_LABEL_CHARS {
            said.clear();
        }
        inline::join(&mut said, caption);
        blocks.retain(is_figure);
        return vec![one_figure(blocks, said)];
    }
    if caption.is_empty() {
        return blocks;
    }
    match blocks.as_mut_slice() {
        [Block { body: Body::Table { caption: own, .. } | Body::Quote { cite: own, .. }, .. }] => {
            inline::join(own, std::mem::take(&mut caption));
        }
        [Block { body: Body::Embed(embed), .. }] if embed.title.is_empty() => {
            embed.title = inline::text(&std::mem::take(&mut caption))
        }
        [Block { body: Body::Media(media), .. }] => inline::join(&mut media.caption, std::mem::take(&mut caption)),
        _ => {}
    }
    if !caption.is_empty() {
        blocks.push(Block::new(Body::Paragraph { content: caption }));
    }
    blocks
}

/// The figures of a gallery: one, unless each has a caption of its own.
pub(super) fn gallery(figures: Vec<Block>) -> Vec<Block> {
    let has_caption = |block: &Block| matches!(&block.body, Body::Figure { caption, .. } if !caption.is_empty());
    if figures.iter().any(has_caption) { figures } else { vec![one_figure(figures, Vec::new())] }
}

fn is_figure(block: &Block) -> bool {
    matches!(block.body, Body::Figure { .. })
}

/// All images in one figure. The same image twice in it is a preview and what it is a preview of.
fn one_figure(blocks: Vec<Block>, caption: Vec<Inline>) -> Block {
    let mut all: Vec<inline::Image> = Vec::new();
    let mut whole = Block::default();
    for mut block in blocks {
        if let Body::Figure { images, .. } = &mut block.body {
            for image in images.drain(..) {
                all.retain(|each| !each.is_preview_of(&image));
                if !all.iter().any(|each| image.is_copy_of(each) || image.is_preview_of(each)) {
                    all.push(image);
                }
            }
        }
        if whole.element.is_none() {
            whole = block;
        }
    }
    whole.body = Body::Figure { images: all, caption };
    whole
}
