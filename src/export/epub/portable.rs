//! The article as a book can hold it: names that XML allows, links that lead somewhere, and nothing that is fetched.

use std::collections::{BTreeMap, BTreeSet};

use super::Carried;
use super::pictures::{still, still_inline};
use crate::article::{Article, Block, Body, Inline};

/// The article, changed as a book needs it.
pub(super) fn portable(article: &Article, images: &[Carried<'_>]) -> Article {
    let mut article = article.clone();
    let mut names = Names { names: BTreeMap::new(), used: 0, carried: images.iter().map(|image| image.address).collect() };
    name_headings(&mut article.blocks);
    for (at, note) in article.notes.iter_mut().enumerate() {
        let name = if is_name(&note.id) { note.id.clone() } else { format!("numbered-note-{at}") };
        names.names.insert(std::mem::replace(&mut note.id, name.clone()), name);
    }
    names.collect(&article.blocks);
    article.notes.iter().for_each(|note| names.collect(&note.blocks));
    names.blocks(&mut article.blocks);
    for note in &mut article.notes {
        names.blocks(&mut note.blocks);
    }
    article
}

/// Gives the headings that have none a name, so that the table of contents can lead to them.
fn name_headings(blocks: &mut [Block]) {
    for (at, block) in blocks.iter_mut().enumerate() {
        if matches!(block.body, Body::Heading { .. }) {
            block.id.get_or_insert_with(|| format!("heading {at}"));
        }
    }
}

/// What the names of the page are called in the book.
struct Names<'a> {
    names: BTreeMap<String, String>,
    used: usize,
    carried: BTreeSet<&'a str>,
}

impl Names<'_> {
    /// Gives every name in `blocks` another, that is one in XML too.
    fn collect(&mut self, blocks: &[Block]) {
        each_block(blocks, &mut |block| {
            let mut add = |id: &str| {
                self.used += 1;
                self.names.entry(id.to_owned()).or_insert_with(|| format!("part-{}", self.used));
            };
            block.id.iter().for_each(|id| add(id));
            for content in block.body.content() {
                each_inline(content, &mut |inline| {
                    if let Inline::Anchor { id } = inline {
                        add(id);
                    }
                });
            }
        });
    }

    /// Changes blocks in place. A name is given once, to the first that has it.
    fn blocks(&mut self, blocks: &mut Vec<Block>) {
        for block in blocks.iter_mut() {
            block.id = block.id.take().and_then(|id| self.names.get(&id).cloned());
            block.body = still(std::mem::take(&mut block.body), &self.carried);
            for content in block.body.content_mut() {
                self.inlines(content);
            }
            for inner in block.body.children_mut() {
                self.blocks(inner);
            }
        }
        blocks.retain(|block| !matches!(&block.body, Body::Paragraph { content } if content.is_empty()));
    }

    fn inlines(&self, content: &mut [Inline]) {
        for inline in content.iter_mut() {
            *inline = still_inline(std::mem::replace(inline, Inline::Break), &self.carried);
            match inline {
                Inline::Link { href, content } => {
                    self.inlines(content);
                    if let Some(name) = href.strip_prefix('#') {
                        *inline = match self.names.get(name) {
                            Some(name) => Inline::Link { href: format!("#{name}"), content: std::mem::take(content) },
                            None => Inline::Span { lang: None, dir: None, content: std::mem::take(content) },
                        };
                    }
                }
                // The dates of pages are not always dates.
                Inline::Time { content, .. } => {
                    self.inlines(content);
                    *inline = Inline::Span { lang: None, dir: None, content: std::mem::take(content) };
                }
                Inline::Anchor { id } => {
                    if let Some(name) = self.names.get(id.as_str()) {
                        id.clone_from(name);
                    }
                }
                Inline::Styled { content, .. } | Inline::Abbreviation { content, .. } | Inline::Span { content, .. } => {
                    self.inlines(content);
                }
                Inline::Ruby { base, reading } => {
                    self.inlines(base);
                    self.inlines(reading);
                }
                Inline::NoteReference { note, .. } => {
                    if let Some(name) = self.names.get(note.as_str()) {
                        note.clone_from(name);
                    }
                }
                Inline::Text { .. } | Inline::Break | Inline::Image(_) | Inline::Math(_) => {}
            }
        }
    }
}

/// Whether XML takes it for a name. The engine's own names of notes are; those of an article from a file may be anything.
fn is_name(id: &str) -> bool {
    let rest = id.strip_prefix(|c: char| c.is_ascii_alphabetic());
    rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')))
}

/// Calls `see` with every block, those in blocks too. Their depth is bounded by the builder.
pub(super) fn each_block<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        see(block);
        block.body.children().into_iter().for_each(|inner| each_block(inner, see));
    }
}

/// Calls `see` with every inline, those in inlines too.
pub(super) fn each_inline<'a>(content: &'a [Inline], see: &mut dyn FnMut(&'a Inline)) {
    for inline in content {
        see(inline);
        match inline {
            Inline::Styled { content, .. }
            | Inline::Link { content, .. }
            | Inline::Abbreviation { content, .. }
            | Inline::Time { content, .. }
            | Inline::Span { content, .. } => each_inline(content, see),
            Inline::Ruby { base, reading } => {
                each_inline(base, see);
                each_inline(reading, see);
            }
            _ => {}
        }
    }
}
