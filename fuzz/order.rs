//! That the text of an article is a subsequence of its page's: nothing is made up, nothing is said twice, nothing changes its place.

use lectern::Article;
use lectern::article::block::{Embed, Media};
use lectern::article::{Block, Body, Inline};
use lectern::page::Page;

/// Holds the article's text against the page's, word by word. What an article moves is looked for anywhere, and is in its own
/// order: notes, comments, each line of a caption and of what a caption may be a line of, the summary of what is folded, the name
/// of a callout or of who is quoted, the reading above a word, rows of a table, whose foot is shown behind the others wherever it
/// stands, and posts, since what answers one is shown behind it, but stands in it in the page. A formula is made, and so is a
/// reference's label.
pub fn check_order(article: &Article, page: &Page) {
    let mut reader = Reader { source: letters_of(page), at: 0 };
    reader.blocks(&article.blocks);
    article.notes.iter().for_each(|note| reader.elsewhere(|reader| reader.blocks(&note.blocks)));
    reader.elsewhere(|reader| reader.blocks(&article.comments));
}

/// The letters and digits of a page in order, as one word: what an article takes for a word may be in two elements.
fn letters_of(page: &Page) -> String {
    let mut letters = String::new();
    for id in page.nodes() {
        if page.name(id) == "noscript" {
            let inner = Page::parse_fragment(&page.text_content(id));
            inner.nodes().for_each(|id| push_letters(&mut letters, inner.text(id)));
        } else if !page.parent(id).is_some_and(|parent| matches!(page.name(parent), "script" | "style" | "noscript")) {
            push_letters(&mut letters, page.text(id));
        }
    }
    letters
}

fn push_letters(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|c| c.is_alphanumeric()));
}

/// Reads an article along its page.
struct Reader {
    source: String,
    /// What was read ends here.
    at: usize,
}

impl Reader {
    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match &block.body {
            // The caption of a figure that is a line of something stands behind it; one that belongs to no one thing in its figure
            // stands below all of them, and is of no element.
            Body::Paragraph { content } | Body::Heading { content, .. }
                if block.element.is_none() || content.contains(&Inline::Break) =>
            {
                self.lines(content)
            }
            Body::Paragraph { content } | Body::Heading { content, .. } | Body::Verse { content } => self.inlines(content),
            Body::Figure { caption, .. } | Body::Media(Media { caption, .. }) => self.lines(caption),
            Body::Code { text, .. } => self.words(text),
            Body::Table { caption, rows } => {
                self.lines(caption);
                let start = self.at;
                let mut end = start;
                for row in rows {
                    self.at = start;
                    row.cells.iter().for_each(|cell| self.blocks(&cell.blocks));
                    end = end.max(self.at);
                }
                self.at = end;
            }
            Body::Details { summary: title, blocks } | Body::Callout { title, blocks, .. } => {
                self.lines(title);
                self.blocks(blocks);
            }
            Body::Quote { blocks, cite } => {
                self.blocks(blocks);
                self.elsewhere(|reader| reader.inlines(cite));
            }
            Body::Post { blocks, .. } => self.elsewhere(|reader| reader.blocks(blocks)),
            Body::Embed(Embed { blocks, .. }) => self.blocks(blocks),
            body => body.children().into_iter().for_each(|inner| self.blocks(inner)),
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text } => self.words(text),
                Inline::Ruby { base, reading } => {
                    self.inlines(base);
                    self.elsewhere(|reader| reader.inlines(reading));
                }
                other => self.inlines(other.content()),
            }
        }
    }

    /// The lines of a caption, each of which may have its own place.
    fn lines(&mut self, content: &[Inline]) {
        for line in content.split(|inline| matches!(inline, Inline::Break)) {
            self.elsewhere(|reader| reader.inlines(line));
        }
    }

    fn words(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let rest = self.source.get(self.at..).unwrap_or_default();
            let Some(end) = end_of(word, rest) else { panic!("{word:?} of {text:?} is not in the page, or not at its place") };
            self.at += end;
        }
    }

    /// Reads what may stand anywhere, and comes back.
    fn elsewhere(&mut self, read: impl FnOnce(&mut Reader)) {
        let before = std::mem::take(&mut self.at);
        read(self);
        self.at = before;
    }
}

/// Where a word first ends in `source`. Where something between two elements was left out, it may be made of the ends of both.
fn end_of(word: &str, source: &str) -> Option<usize> {
    let end_after = |start: usize, part: &str| Some(start + source.get(start..)?.find(part)? + part.len());
    let whole = end_after(0, word);
    let joined = word.char_indices().skip(1).filter_map(|(middle, _)| {
        let (head, tail) = word.split_at(middle);
        let after = end_after(0, head).filter(|after| whole.is_none_or(|whole| *after < whole))?;
        end_after(after, tail)
    });
    whole.into_iter().chain(joined).min()
}
