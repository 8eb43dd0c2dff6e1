//! Plain text: a newline between blocks.

use crate::article::block::{Body, Media};
use crate::article::inline::{self, Inline};
use crate::article::{Article, Block};

/// The text of `blocks`, a newline between them.
pub fn text(blocks: &[Block]) -> String {
    let mut writer = Writer::default();
    writer.blocks(blocks);
    writer.out
}

/// The text of a whole article: its body, then its footnotes.
pub fn article_text(article: &Article) -> String {
    let mut writer = Writer::default();
    writer.blocks(&article.blocks);
    for note in &article.notes {
        let start = writer.start_line();
        writer.blocks(&note.blocks);
        writer.out.insert_str(start, &format!("[{}] ", note.label));
    }
    writer.out
}

/// A whole article with its title and standfirst above.
pub fn document(article: &Article) -> String {
    let standfirst = article.metadata.standfirst.as_ref().map(|text| format!("{text}\n\n")).unwrap_or_default();
    format!("{}\n\n{standfirst}{}\n", article.metadata.title, article_text(article)).trim_start().to_owned()
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Paragraphs of running text so far.
    paragraphs: u32,
}

/// A paragraph of at least this many bytes is running text; shorter ones are datelines and credits.
const RUNNING_TEXT: usize = 120;
/// Above the lead figure there may be a summary, but no second paragraph.
const LEAD_PARAGRAPHS: u32 = 1;

impl Writer {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(&block.body);
        }
    }

    fn block(&mut self, body: &Body) {
        match body {
            Body::Paragraph { content } => {
                let start = self.out.len();
                self.line(content);
                self.paragraphs += u32::from(self.out.len() > start + RUNNING_TEXT);
            }
            Body::Heading { content, .. } | Body::Verse { content } => self.line(content),
            Body::Figure { caption, .. } | Body::Media(Media { caption, .. }) => self.caption(caption),
            Body::Code { text, .. } => self.plain(text),
            Body::Table { caption, rows } => {
                self.line(caption);
                for row in rows {
                    self.start_line();
                    for (at, cell) in row.cells.iter().enumerate() {
                        if at > 0 {
                            self.out.push('\t');
                        }
                        self.out.push_str(&text(&cell.blocks).replace('\n', " "));
                    }
                }
            }
            Body::Math(math) if math.label.is_empty() => self.plain(&math.text()),
            Body::Math(math) => self.plain(&format!("{} {}", math.text(), math.label)),
            Body::Details { summary: title, blocks } | Body::Callout { title, blocks, .. } => {
                self.line(title);
                self.blocks(blocks);
            }
            Body::Quote { blocks, cite } => {
                self.blocks(blocks);
                self.line(cite);
            }
            Body::Embed(embed) => {
                self.plain(&embed.title);
                self.blocks(&embed.blocks);
                let said = [embed.author.as_str(), &embed.date].into_iter().filter(|said| !said.is_empty());
                self.plain(&said.collect::<Vec<_>>().join(", "));
            }
            // Who wrote a post is said beside its text, as an article's byline is.
            Body::Post { blocks, .. } => self.blocks(blocks),
            Body::List { .. } | Body::Definitions { .. } => {
                for inner in body.children() {
                    self.blocks(inner);
                }
            }
            Body::Rule | Body::Seam { .. } => {}
        }
    }

    /// Plain text has no pictures: between two paragraphs a caption would interrupt them and refer to nothing.
    /// Before the text, under the lead figure, it interrupts nothing, and is kept.
    fn caption(&mut self, caption: &[Inline]) {
        if self.paragraphs <= LEAD_PARAGRAPHS {
            self.line(caption);
        }
    }

    fn line(&mut self, content: &[Inline]) {
        self.plain(&inline::text(content));
    }

    fn plain(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.start_line();
            self.out.push_str(text.trim_end());
        }
    }

    /// Begins a line and says where.
    fn start_line(&mut self) -> usize {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.len()
    }
}
