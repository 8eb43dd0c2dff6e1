//! The article as a typed tree: what the reader shows and the exporters write.
//!
//! Only what has a variant here can be shown. That is the allow-list: no element, attribute or string of
//! markup passes through, and every address was resolved and its scheme checked when the tree was built.

pub mod block;
mod build;
mod callout;
mod caption;
mod code;
mod content;
mod definition;
mod details;
mod embed;
mod figure;
mod flow;
mod footnote;
mod heading;
mod image;
pub mod inline;
mod join;
mod lead_image;
mod line;
mod link;
mod list;
mod math;
mod media;
mod next_page;
mod post;
mod quote;
mod reading_time;
mod ruby;
mod table;
mod tidy;
mod verse;
mod walk;
mod wrap;

use serde::{Deserialize, Serialize};

pub use block::{Block, Body};
pub use build::{Built, Context, build};
pub(crate) use callout::is_box_name as is_note_name;
pub(crate) use caption::is_caption_name;
pub(crate) use code::is_editor as is_code_editor;
pub use inline::Inline;
pub use join::join;
pub use lead_image::with_lead_image;
pub(crate) use math::{is_attribute, is_element};
pub use next_page::next_page;
pub use reading_time::length;
pub(crate) use table::is_data as is_data_table;

use crate::metadata::Metadata;
use crate::trace::{Reason, Stage, Trace};

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Article {
    /// Title, byline, dates, language and the rest of what is said about the article.
    pub metadata: Metadata,
    /// What kind of page it stands on.
    pub kind: PageKind,
    /// False when the page was not judged to be an article and was read anyway.
    pub readable: bool,
    /// The body, in reading order.
    pub blocks: Vec<Block>,
    /// Footnotes in one form, in the order in which they are first referred to.
    pub notes: Vec<Note>,
    /// Comments under the article, kept apart from it.
    pub comments: Vec<Block>,
    /// How long it is.
    pub length: Length,
    /// Other selections that the reader can step to, best first; the chosen one is not among them.
    pub candidates: Vec<Candidate>,
    /// What was left out and why, in document order.
    pub removed: Vec<Removed>,
    /// Prose within the article's reach that was left out: a warning when there is any.
    pub missing: Missing,
    /// Address of the next page of the same article.
    pub next_page: Option<String>,
    /// Every decision, by node. Stays on this side of the boundary.
    #[serde(skip)]
    pub trace: Trace,
}

/// What kind of page it is, told from positive evidence only: without any, a page is an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PageKind {
    /// One text with a beginning and an end.
    #[default]
    Article,
    /// Reference or guide within a larger set of pages.
    Documentation,
    /// Posts by several people: forum, questions and answers, mailing list.
    Thread,
    /// A list of other pages.
    Listing,
    /// Something to buy.
    Product,
    /// Ingredients and steps.
    Recipe,
    /// Something else.
    Other,
}

/// A footnote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Note {
    /// Name within the article; [`Inline::NoteReference`] names it.
    pub id: String,
    /// What the reference shows: usually a number.
    pub label: String,
    /// The note's text.
    pub blocks: Vec<Block>,
}

/// How long an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Length {
    /// Words; in scripts without spaces, characters.
    pub words: u32,
    /// Reading time in minutes at the usual pace of the article's language. Whole ones: to write fractions down takes
    /// ten kilobytes of tables that hardly compress.
    pub minutes: u32,
}

/// Prose that stands among the article's but was left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Missing {
    /// Blocks.
    pub blocks: u32,
    /// Words in them.
    pub words: u32,
}

/// A selection that the reader can step to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Candidate {
    /// Its root, as a position in document order: pass it as [`crate::Options::root`].
    pub element: u32,
    /// How it relates to the chosen selection.
    pub relation: Relation,
    /// Words in it.
    pub words: u32,
}

/// How a candidate relates to the chosen selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Contains it.
    Wider,
    /// Is inside it.
    Narrower,
    /// Stands elsewhere.
    #[default]
    Other,
}

/// A block that was left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Removed {
    /// Position in document order: pass it in [`crate::Options::restore`] to put it back.
    pub element: u32,
    /// The stage that removed it.
    pub stage: Stage,
    /// Why.
    pub reason: Reason,
    /// The first words, to recognise it by.
    pub text: String,
}
