//! Blocks: what stands on lines of its own.

use serde::{Deserialize, Serialize};

use super::Inline;
use super::inline::Image;

/// A block and what is true of any block.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Block {
    /// The live element it comes from, as a position in document order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<u32>,
    /// Name that links within the article point to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Language tag (BCP 47) where it differs from the article's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Direction where it differs from the article's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<Direction>,
    /// What it is.
    pub body: Body,
}

impl Block {
    /// A block of this body that knows nothing else.
    pub fn new(body: Body) -> Block {
        Block { body, ..Block::default() }
    }
}

/// Base direction of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Body {
    /// Running text.
    Paragraph {
        /// The text.
        content: Vec<Inline>,
    },
    /// A heading.
    Heading {
        /// 2 to 6: the title is the only level 1.
        level: u8,
        /// The text.
        content: Vec<Inline>,
    },
    /// One or more images with a caption.
    Figure {
        /// The images, in order; never empty.
        images: Vec<Image>,
        /// The caption; empty when there is none.
        caption: Vec<Inline>,
    },
    /// Native video or audio.
    Media(Media),
    /// Items.
    List {
        /// Numbered.
        ordered: bool,
        /// The first number, when it is not 1.
        start: Option<i32>,
        /// The items.
        items: Vec<Item>,
    },
    /// Terms and their descriptions.
    Definitions {
        /// Terms and descriptions in order.
        items: Vec<Definition>,
    },
    /// Text of somebody else.
    Quote {
        /// The text.
        blocks: Vec<Block>,
        /// Who said it and where; empty when not said.
        cite: Vec<Inline>,
    },
    /// Program text or output: white space counts.
    Code {
        /// The text, lines separated by `\n`, without line numbers and prompts.
        text: String,
        /// Name of the language in lower case.
        language: Option<String>,
    },
    /// Lines whose breaks count, as in a poem.
    Verse {
        /// The text, with [`Inline::Break`] between lines.
        content: Vec<Inline>,
    },
    /// Data in rows and columns.
    Table {
        /// The caption; empty when there is none.
        caption: Vec<Inline>,
        /// The rows.
        rows: Vec<Row>,
    },
    /// A formula on a line of its own.
    Math(Math),
    /// A change of subject (`hr`).
    Rule,
    /// Text that opens on demand.
    Details {
        /// What is shown when closed.
        summary: Vec<Inline>,
        /// What opens.
        blocks: Vec<Block>,
    },
    /// A note, tip or warning set off from the text.
    Callout {
        /// Its tone.
        tone: Tone,
        /// Its title; empty when there is none.
        title: Vec<Inline>,
        /// Its text.
        blocks: Vec<Block>,
    },
    /// Something of another site: shown as a card, loaded only when the person asks.
    Embed(Embed),
    /// A post in a thread, or a comment.
    Post {
        /// Who wrote it; empty when unknown.
        author: String,
        /// When, as an ISO 8601 date or as the page says it; empty when unknown.
        time: String,
        /// How deep it answers: 0 for a post that answers none.
        depth: u8,
        /// The text.
        blocks: Vec<Block>,
    },
    /// Where the next page of an article begins.
    Seam {
        /// The page's number, from 2.
        page: u32,
        /// The page's address.
        url: String,
    },
}

impl Body {
    /// The runs of blocks inside this one, in reading order.
    pub fn children(&self) -> Vec<&[Block]> {
        match self {
            Body::List { items, .. } => items.iter().map(|item| item.blocks.as_slice()).collect(),
            Body::Definitions { items } => items.iter().map(|item| item.blocks.as_slice()).collect(),
            Body::Quote { blocks, .. }
            | Body::Details { blocks, .. }
            | Body::Callout { blocks, .. }
            | Body::Post { blocks, .. }
            | Body::Embed(Embed { blocks, .. }) => vec![blocks],
            Body::Table { rows, .. } => rows.iter().flat_map(|row| &row.cells).map(|cell| cell.blocks.as_slice()).collect(),
            _ => Vec::new(),
        }
    }

    /// As [`Body::children`], to change.
    pub fn children_mut(&mut self) -> Vec<&mut Vec<Block>> {
        match self {
            Body::List { items, .. } => items.iter_mut().map(|item| &mut item.blocks).collect(),
            Body::Definitions { items } => items.iter_mut().map(|item| &mut item.blocks).collect(),
            Body::Quote { blocks, .. }
            | Body::Details { blocks, .. }
            | Body::Callout { blocks, .. }
            | Body::Post { blocks, .. }
            | Body::Embed(Embed { blocks, .. }) => vec![blocks],
            Body::Table { rows, .. } => rows.iter_mut().flat_map(|row| &mut row.cells).map(|cell| &mut cell.blocks).collect(),
            _ => Vec::new(),
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Body::Paragraph { content: Vec::new() }
    }
}

/// One item of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Item {
    /// A number given to the item itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<i32>,
    /// For a task: whether it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A term or a description of a definition list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Definition {
    /// A term; otherwise a description.
    pub term: bool,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Row {
    /// Part of the table's head.
    pub head: bool,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Cell {
    /// A header of its row or column.
    pub header: bool,
    /// Columns it spans, from 1.
    pub columns: u16,
    /// Rows it spans, from 1.
    pub rows: u16,
    /// Alignment of its text.
    pub align: Align,
    /// The content.
    pub blocks: Vec<Block>,
}

/// Alignment of a cell's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// As the direction has it.
    #[default]
    Start,
    /// Centered.
    Center,
    /// At the other end, as numbers are.
    End,
}

/// A formula: MathML, or TeX, or both when TeX is kept for copying.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Math {
    /// The formula as MathML; `None` when only TeX is known.
    pub tree: Option<MathNode>,
    /// The formula in TeX, without delimiters.
    pub tex: Option<String>,
    /// A picture of it, where the page has one.
    pub image: Option<Image>,
    /// Its number, as the page writes it: `(1)`; empty when it has none.
    pub label: String,
}

impl Math {
    /// The formula as text: TeX, or the characters of its MathML, or what stands for its picture.
    pub fn text(&self) -> String {
        match (&self.tex, &self.tree, &self.image) {
            (Some(tex), ..) => tex.clone(),
            (None, Some(tree), _) => tree.text(),
            (None, None, Some(image)) => image.alt.clone(),
            (None, None, None) => String::new(),
        }
    }
}

impl MathNode {
    /// The characters of all tokens.
    pub fn text(&self) -> String {
        let mut text = self.text.clone();
        for child in &self.children {
            text.push_str(&child.text());
        }
        text
    }
}

/// A node of presentation MathML. Names and attributes are from the allow-list of `article::math`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct MathNode {
    /// Element name (`mrow`, `mi`, …).
    pub name: String,
    /// Attributes.
    pub attrs: Vec<(String, String)>,
    /// Text of a token element; empty otherwise.
    pub text: String,
    /// Children.
    pub children: Vec<MathNode>,
}

/// What a callout is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Further information.
    #[default]
    Note,
    /// Advice.
    Tip,
    /// Something not to miss.
    Important,
    /// Something that may go wrong.
    Warning,
    /// Something that does harm.
    Danger,
}

/// Native video or audio of the article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Media {
    /// Audio; otherwise video.
    pub audio: bool,
    /// Addresses with their media types (empty when unknown), best first.
    pub sources: Vec<(String, String)>,
    /// Address of the still picture.
    pub poster: Option<String>,
    /// Subtitle tracks: address, language, label.
    pub tracks: Vec<(String, String, String)>,
    /// The caption; empty when there is none.
    pub caption: Vec<Inline>,
}

/// Something of another site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Embed {
    /// What it is.
    pub form: EmbedForm,
    /// Name of the service ("YouTube"), or the host.
    pub provider: String,
    /// Where a click leads.
    pub url: String,
    /// What a frame would load; `None` when it can only be opened.
    pub frame: Option<String>,
    /// Its title; empty when unknown.
    pub title: String,
    /// For a post: who wrote it.
    pub author: String,
    /// For a post: when, as the page says it.
    pub date: String,
    /// For a post: its text.
    pub blocks: Vec<Block>,
}

/// What an embed is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmbedForm {
    /// A film.
    Video,
    /// Sound.
    Audio,
    /// A post on a social site.
    Post,
    /// A map.
    Map,
    /// Code that runs.
    Code,
    /// Anything else.
    #[default]
    Other,
}
