//! Inlines: what runs within a line.

use serde::{Deserialize, Serialize};

use super::block::{Block, Body, Direction, Math};

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Inline {
    /// Characters, white space collapsed.
    Text {
        /// The characters.
        text: String,
    },
    /// Text with a meaning or a look.
    Styled {
        /// Which.
        style: Style,
        /// The text.
        content: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Resolved address of an allowed scheme, or `#name` for a place in the article.
        href: String,
        /// The text.
        content: Vec<Inline>,
    },
    /// A line break that counts.
    Break,
    /// A small image within the line.
    Image(Image),
    /// A formula within the line.
    Math(Math),
    /// Text with its reading above it.
    Ruby {
        /// The text.
        base: Vec<Inline>,
        /// How it is read.
        reading: Vec<Inline>,
    },
    /// Explained by a title: an abbreviation.
    Abbreviation {
        /// What it stands for.
        title: String,
        /// The text.
        content: Vec<Inline>,
    },
    /// A date or time.
    Time {
        /// Machine-readable form.
        datetime: String,
        /// The text.
        content: Vec<Inline>,
    },
    /// Text of another language or direction.
    Span {
        /// Language tag.
        lang: Option<String>,
        /// Direction.
        dir: Option<Direction>,
        /// The text.
        content: Vec<Inline>,
    },
    /// A place that links within the article point to.
    Anchor {
        /// Its name.
        id: String,
    },
    /// A reference to a footnote.
    NoteReference {
        /// [`super::Note::id`].
        note: String,
        /// What is shown.
        label: String,
    },
}

impl Inline {
    /// Plain characters.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text { text: text.into() }
    }

    /// What is inside it; empty for what has no inlines inside.
    pub fn content(&self) -> &[Inline] {
        match self {
            Inline::Styled { content, .. }
            | Inline::Link { content, .. }
            | Inline::Abbreviation { content, .. }
            | Inline::Time { content, .. }
            | Inline::Span { content, .. } => content,
            Inline::Ruby { base, .. } => base,
            _ => &[],
        }
    }
}

/// The characters of `content`: line breaks as line feeds, formulas as TeX, ruby with its
/// readings in parentheses.
pub fn text(content: &[Inline]) -> String {
    let mut out = String::new();
    write_text(content, &mut out);
    out
}

/// As [`text`], at the end of `out`.
pub fn write_text(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text { text } => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::Math(math) => out.push_str(&math.text()),
            Inline::Ruby { base, reading } => {
                write_text(base, out);
                out.push('(');
                write_text(reading, out);
                out.push(')');
            }
            Inline::NoteReference { label, .. } => {
                out.push('[');
                out.push_str(label);
                out.push(']');
            }
            Inline::Styled { style: Style::Quotation, content } => {
                out.push('“');
                write_text(content, out);
                out.push('”');
            }
            other => write_text(other.content(), out),
        }
    }
}

/// Number of characters of text in `content`.
pub(super) fn n_chars(content: &[Inline]) -> usize {
    text(content).chars().count()
}

/// True when `content` shows nothing.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text { text } => text.chars().all(is_invisible),
        Inline::Break | Inline::Anchor { .. } => true,
        Inline::Image(_) | Inline::Math(_) | Inline::NoteReference { .. } => false,
        other => is_blank(other.content()),
    })
}

/// White space of any kind, and characters without width.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Adds `more` after `content`, on a line of its own.
pub(super) fn join(content: &mut Vec<Inline>, more: Vec<Inline>) {
    if !content.is_empty() && !more.is_empty() {
        content.push(Inline::Break);
    }
    content.extend(more);
}

/// The running text of `blocks`, a line break between them: for places that hold nothing else.
pub(super) fn flatten(blocks: Vec<Block>) -> Vec<Inline> {
    let mut out = Vec::new();
    for block in blocks {
        join(&mut out, flat(block));
    }
    out
}

fn flat(block: Block) -> Vec<Inline> {
    match block.body {
        Body::Paragraph { content } | Body::Heading { content, .. } | Body::Verse { content } => content,
        Body::Figure { images, caption } => {
            let mut content: Vec<Inline> = images.into_iter().map(Inline::Image).collect();
            join(&mut content, caption);
            content
        }
        Body::Code { text, .. } => vec![Inline::Styled { style: Style::Code, content: vec![Inline::Text { text }] }],
        Body::Math(math) => vec![Inline::Math(math)],
        mut body => {
            let mut content = Vec::new();
            for inner in body.children_mut() {
                join(&mut content, flatten(std::mem::take(inner)));
            }
            content
        }
    }
}

/// Meaning or look of a piece of text, by the HTML element that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "a variant is the HTML element of that meaning")]
#[non_exhaustive]
pub enum Style {
    Emphasis,
    Strong,
    Code,
    Keyboard,
    Sample,
    Variable,
    Subscript,
    Superscript,
    Highlight,
    Deleted,
    Inserted,
    Small,
    Quotation,
    Citation,
    Definition,
    Underline,
}

/// An image.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Image {
    /// Resolved address of the best single candidate.
    pub src: String,
    /// All candidates with their widths in pixels, ascending; empty when there is only `src`.
    pub candidates: Vec<(String, u32)>,
    /// Text in place of the image.
    pub alt: String,
    /// Natural or stated width in CSS pixels, 0 when unknown.
    pub width: u32,
    /// Natural or stated height in CSS pixels, 0 when unknown.
    pub height: u32,
    /// Where a click on it leads, when it is not to a larger copy of itself.
    pub href: Option<String>,
}
