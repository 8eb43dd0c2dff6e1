//! Joins the next page of an article to those before it: one text, with a seam where the page turns.

use super::block::{Block, Body};
use super::inline::{self, Inline};
use super::{Article, Note};
use crate::trace::Trace;

/// `article` with the page behind it, which stands at `url`. What the page repeats of the head is left out, its notes
/// come after those before, and it is where the article goes on from then.
pub fn join(mut article: Article, next: Article, url: &str) -> Article {
    let page = 2 + article.blocks.iter().filter(|block| matches!(block.body, Body::Seam { .. })).count() as u32;
    let Article { mut blocks, mut notes, comments, length, next_page, .. } = next;
    blocks.drain(..n_repeated(&article, &blocks));
    let names = Names { page, n_notes: article.notes.len() };
    names.blocks(&mut blocks);
    names.notes(&mut notes);
    article.blocks.push(Block::new(Body::Seam { page, url: url.to_owned() }));
    article.blocks.append(&mut blocks);
    article.notes.append(&mut notes);
    if article.comments.is_empty() {
        article.comments = comments;
        names.blocks(&mut article.comments);
    }
    article.length.words += length.words;
    article.length.minutes += length.minutes;
    article.next_page = next_page;
    article.trace = Trace::default();
    article
}

/// Blocks at the top of a page that may repeat those of the first: the headline, its summary, the lead image.
const MAX_HEAD: usize = 6;

/// How many blocks at the top of a page say what stands at the top of the article, or what its title says.
fn n_repeated(article: &Article, blocks: &[Block]) -> usize {
    let known: Vec<Saying<'_>> = article.blocks.iter().take(MAX_HEAD).map(saying).collect();
    let title = letters(&article.metadata.title);
    let is_known = |block: &Block| match saying(block) {
        Saying::Words(words) => !words.is_empty() && (words == title || known.contains(&Saying::Words(words))),
        other => known.contains(&other),
    };
    blocks.iter().take(MAX_HEAD).take_while(|block| is_known(block)).count()
}

/// What one block is recognized by.
#[derive(Debug, PartialEq)]
enum Saying<'a> {
    /// Its letters.
    Words(String),
    /// The addresses of its images.
    Images(Vec<&'a str>),
    /// Nothing: it repeats nothing.
    Nothing(&'a Body),
}

fn saying(block: &Block) -> Saying<'_> {
    match &block.body {
        Body::Paragraph { content } | Body::Heading { content, .. } => Saying::Words(letters(&inline::text(content))),
        Body::Figure { images, .. } => Saying::Images(images.iter().map(|image| image.src.as_str()).collect()),
        other => Saying::Nothing(other),
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Gives the names of a further page others than those of the pages before have.
struct Names {
    page: u32,
    /// Notes of the pages before.
    n_notes: usize,
}

impl Names {
    fn notes(&self, notes: &mut [Note]) {
        for note in notes {
            note.id = self.named(&note.id);
            note.label = self.number(&note.label);
            self.blocks(&mut note.blocks);
        }
    }

    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            // It names an element of another page than the one that is live.
            block.element = None;
            block.id = block.id.take().map(|id| self.named(&id));
            for content in block.body.content_mut() {
                self.inlines(content);
            }
            for inner in block.body.children_mut() {
                self.blocks(inner);
            }
        }
    }

    fn inlines(&self, content: &mut [Inline]) {
        for inline in content {
            match inline {
                Inline::NoteReference { note, label } => {
                    *note = self.named(note);
                    *label = self.number(label);
                }
                Inline::Anchor { id } => *id = self.named(id),
                Inline::Link { href, content } => {
                    if let Some(name) = href.strip_prefix('#') {
                        *href = format!("#{}", self.named(name));
                    }
                    self.inlines(content);
                }
                Inline::Styled { content, .. }
                | Inline::Abbreviation { content, .. }
                | Inline::Time { content, .. }
                | Inline::Span { content, .. } => self.inlines(content),
                Inline::Ruby { base, reading } => {
                    self.inlines(base);
                    self.inlines(reading);
                }
                Inline::Text { .. } | Inline::Break | Inline::Image(_) | Inline::Math(_) => {}
            }
        }
    }

    fn named(&self, name: &str) -> String {
        format!("page-{}-{name}", self.page)
    }

    /// Notes are numbered on; a label that is no number stays.
    fn number(&self, label: &str) -> String {
        label.parse::<usize>().map_or_else(|_| label.to_owned(), |number| (number + self.n_notes).to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::article::inline::Image;
    use crate::metadata::Metadata;

    fn paragraph(content: Vec<Inline>) -> Block {
        Block { element: Some(7), ..Block::new(Body::Paragraph { content }) }
    }

    fn page(n: u32, more: Vec<Block>) -> Article {
        let image = Image { src: "https://example.org/lead.jpg".to_owned(), ..Image::default() };
        let reference = Inline::NoteReference { note: "note-1".to_owned(), label: "1".to_owned() };
        let mut blocks = vec![
            Block::new(Body::Figure { images: vec![image], caption: Vec::new() }),
            paragraph(vec![Inline::text("What the tide leaves.")]),
            paragraph(vec![Inline::text(format!("Text of page {n}.")), reference]),
        ];
        blocks.extend(more);
        let note = Note {
            id: "note-1".to_owned(),
            label: "1".to_owned(),
            blocks: vec![paragraph(vec![Inline::text(format!("Note {n}."))])],
        };
        Article {
            metadata: Metadata { title: "Tides".to_owned(), ..Metadata::default() },
            blocks,
            notes: vec![note],
            next_page: Some(format!("https://example.org/tides/{}", n + 1)),
            ..Article::default()
        }
    }

    #[test]
    fn a_further_page_repeats_no_head_and_shares_no_name() {
        let inner = vec![paragraph(vec![Inline::Link { href: "#top".to_owned(), content: vec![Inline::text("Up")] }])];
        let joined = join(page(1, Vec::new()), page(2, inner), "https://example.org/tides/2");
        let joined = join(joined, page(3, Vec::new()), "https://example.org/tides/3");
        let texts: Vec<String> =
            joined.blocks.iter().map(|block| crate::export::text::text(std::slice::from_ref(block))).collect();
        assert_eq!(
            texts,
            ["", "What the tide leaves.", "Text of page 1.[1]", "", "Text of page 2.[2]", "Up", "", "Text of page 3.[3]"]
        );
        let seams: Vec<u32> = joined
            .blocks
            .iter()
            .filter_map(|block| match block.body {
                Body::Seam { page, .. } => Some(page),
                _ => None,
            })
            .collect();
        assert_eq!(seams, [2, 3]);
        assert_eq!(joined.notes.iter().map(|note| note.label.as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
        assert_eq!(joined.notes.iter().map(|note| note.id.as_str()).collect::<BTreeSet<_>>().len(), 3);
        let json = serde_json::to_string(&joined).unwrap_or_default();
        assert!(json.contains(r##""href":"#page-2-top""##), "{json}");
        assert!(joined.blocks.iter().skip(3).all(|block| block.element.is_none()));
        assert_eq!(joined.next_page.as_deref(), Some("https://example.org/tides/4"));
    }
}
