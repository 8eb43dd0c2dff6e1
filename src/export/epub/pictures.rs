//! The images of a book: those that it carries, the one that stands for it, and the words in place of the others.

use std::collections::BTreeSet;

use super::portable::{each_block, each_inline};
use crate::article::block::{Math, Media};
use crate::article::inline::{self, Image};
use crate::article::{Article, Body, Inline};

/// The addresses of all images of an article.
pub(super) fn addresses(article: &Article) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut see = |body| found.extend(images(body).into_iter().map(|image| image.src.as_str()));
    each_block(&article.blocks, &mut |block| see(&block.body));
    for note in &article.notes {
        each_block(&note.blocks, &mut |block| see(&block.body));
    }
    found
}

/// The images that a block itself shows.
fn images(body: &Body) -> Vec<&Image> {
    let mut found = Vec::new();
    match body {
        Body::Figure { images, .. } => found.extend(images),
        Body::Math(math) => found.extend(drawn(math)),
        _ => {}
    }
    for content in body.content() {
        each_inline(content, &mut |inline| match inline {
            Inline::Image(image) => found.push(image),
            Inline::Math(math) => found.extend(drawn(math)),
            _ => {}
        });
    }
    found
}

/// The picture of a formula that is known by nothing better.
fn drawn(math: &Math) -> Option<&Image> {
    math.image.as_ref().filter(|_| math.tree.is_none())
}

/// Blocks at the top of an article among which its lead image is.
const TOP: usize = 3;

/// The address of the image that stands for the article.
pub(super) fn cover(article: &Article) -> Option<&str> {
    article.blocks.iter().take(TOP).find_map(|block| match &block.body {
        Body::Figure { images, .. } => images.first().map(|image| image.src.as_str()),
        _ => None,
    })
}

/// A block with the images that the book carries, and the words and addresses of those that it does not. Films and sounds
/// become links.
pub(super) fn still(body: Body, carried: &BTreeSet<&str>) -> Body {
    match body {
        Body::Figure { images, mut caption } => {
            let (kept, left): (Vec<Image>, Vec<Image>) =
                images.into_iter().partition(|image| carried.contains(image.src.as_str()));
            left.iter().for_each(|image| name(&mut caption, &image.src, &image.alt));
            if kept.is_empty() { Body::Paragraph { content: caption } } else { Body::Figure { images: kept, caption } }
        }
        Body::Media(Media { sources, mut caption, .. }) => {
            sources.first().iter().for_each(|(address, _)| name(&mut caption, address, ""));
            Body::Paragraph { content: caption }
        }
        Body::Math(math) => match still_math(math, carried) {
            Inline::Math(math) => Body::Math(math),
            words => Body::Paragraph { content: vec![words] },
        },
        other => other,
    }
}

/// As [`still`], within a line: there an image leaves its words alone.
pub(super) fn still_inline(inline: Inline, carried: &BTreeSet<&str>) -> Inline {
    match inline {
        Inline::Image(image) if !carried.contains(image.src.as_str()) => Inline::text(image.alt),
        Inline::Math(math) => still_math(math, carried),
        other => other,
    }
}

fn still_math(mut math: Math, carried: &BTreeSet<&str>) -> Inline {
    match drawn(&math) {
        Some(image) if !carried.contains(image.src.as_str()) => {
            let alt = image.alt.clone();
            math.image = None;
            if math.tex.is_none() { Inline::text(alt) } else { Inline::Math(math) }
        }
        _ => Inline::Math(math),
    }
}

/// Adds a link to what a book cannot hold, on a line of its own: by its words, or by the name of its file. A caption that
/// has these words already needs no second copy.
fn name(caption: &mut Vec<Inline>, address: &str, words: &str) {
    let words = words.trim();
    if !words.is_empty() && inline::text(caption).contains(words) {
        return;
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let file = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_data = address.starts_with("data:");
    let line = match (is_data, words.is_empty()) {
        (true, true) => return,
        (true, false) => Inline::text(words),
        (false, _) => {
            let words = if words.is_empty() { file } else { words };
            Inline::Link { href: address.to_owned(), content: vec![Inline::text(words)] }
        }
    };
    if !caption.is_empty() {
        caption.push(Inline::Break);
    }
    caption.push(line);
}
