//! Inlines: what runs within a line.

use serde::Serialize;

use super::block::{Direction, Math};

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
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
}

/// Meaning or look of a piece of text, by the HTML element that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "a variant is the HTML element of that meaning")]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
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
