//! The parts of an article that was built.

use lectern::article::block::Body;
use lectern::article::inline::{Image, Inline};
use lectern::article::{Block, Built};
use lectern::export::text;

use super::parts::{Kind, Parts, image_key};
use super::{last_letters, letters};

/// The parts of `built`, its notes included.
pub fn parts(built: &Built) -> Parts {
    let mut parts = Parts::default();
    blocks(&mut parts, &built.blocks);
    for note in &built.notes {
        parts.add(Kind::Item, last_letters(&said(&note.blocks)));
        blocks(&mut parts, &note.blocks);
    }
    parts
}

fn blocks(parts: &mut Parts, all: &[Block]) {
    for block in all {
        match &block.body {
            Body::Paragraph { content } | Body::Verse { content } => inlines(parts, content),
            Body::Heading { content, .. } => {
                parts.add(Kind::Heading, letters(&lectern::article::inline::text(content)));
                inlines(parts, content);
            }
            Body::Figure { images, caption } => {
                images.iter().for_each(|each| image(parts, each));
                parts.add(Kind::Caption, letters(&lectern::article::inline::text(caption)));
                inlines(parts, caption);
            }
            Body::Media(media) => {
                parts.add(Kind::Caption, letters(&lectern::article::inline::text(&media.caption)));
                inlines(parts, &media.caption);
            }
            Body::List { items, .. } => {
                items.iter().for_each(|item| parts.add(Kind::Item, last_letters(&said(&item.blocks))));
            }
            Body::Quote { cite, .. } => inlines(parts, cite),
            Body::Code { text, .. } => parts.add(Kind::Code, letters(text)),
            Body::Table { caption, .. } => {
                parts.add(Kind::Table, letters(&text::text(std::slice::from_ref(block))));
                parts.add(Kind::Caption, letters(&lectern::article::inline::text(caption)));
                inlines(parts, caption);
            }
            Body::Details { summary: title, .. } | Body::Callout { title, .. } => inlines(parts, title),
            Body::Math(math) => math.image.iter().for_each(|each| image(parts, each)),
            Body::Embed(embed) => parts.add(Kind::Image, image_key(&embed.url)),
            _ => {}
        }
        block.body.children().into_iter().for_each(|inner| blocks(parts, inner));
    }
}

/// The text of an item, captions aside: figures are counted by themselves, and may stand elsewhere in it.
fn said(all: &[Block]) -> String {
    let mut all = all.to_vec();
    without_figures(&mut all);
    text::text(&all)
}

fn without_figures(all: &mut Vec<Block>) {
    all.retain(|block| !matches!(block.body, Body::Figure { .. } | Body::Media(_)));
    all.iter_mut().flat_map(|block| block.body.children_mut()).for_each(without_figures);
}

fn inlines(parts: &mut Parts, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Link { content, .. } => parts.add(Kind::Link, letters(&lectern::article::inline::text(content))),
            Inline::Image(each) => image(parts, each),
            Inline::Math(math) => math.image.iter().for_each(|each| image(parts, each)),
            _ => {}
        }
        inlines(parts, inline.content());
    }
}

fn image(parts: &mut Parts, image: &Image) {
    parts.add(Kind::Image, image_key(&image.src));
    image.candidates.iter().for_each(|(src, _)| parts.add(Kind::Image, image_key(src)));
}
