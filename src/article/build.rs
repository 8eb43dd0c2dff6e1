//! Turns selected nodes of the page into the article's tree: one walk in document order, a file a kind.

use super::block::Direction;
use super::flow::Flow;
use super::footnote::Footnotes;
use super::line::Frame;
use super::link::Targets;
use super::list::next_item;
use super::post::Places;
use super::{Block, Inline, Note};
use crate::capture::Facts;
use crate::extract::Selection;
use crate::extract::posts::Post;
use crate::page::{NodeId, NodeSet, Page, Tag};
use crate::trace::Trace;

/// What a build needs beside the page and the selection.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The page's address, to resolve links; empty when unknown.
    pub url: &'a str,
    /// Layout facts; may be empty.
    pub facts: &'a Facts,
    /// The title, which the body does not repeat.
    pub title: &'a str,
    /// Posts among what is selected, in document order.
    pub posts: &'a [Post],
}

/// What a build gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Built {
    /// The body, in reading order.
    pub blocks: Vec<Block>,
    /// Footnotes, in the order in which they are first referred to.
    pub notes: Vec<Note>,
    /// What the build itself left out.
    pub trace: Trace,
}

/// The article's tree of `selection`.
pub fn build(page: &Page, selection: &Selection, context: Context<'_>) -> Built {
    let mut builder = Builder::new(page, selection, context);
    let mut flow = Flow::default();
    let mut roots = selection.roots.iter().copied().peekable();
    while let Some(root) = roots.next() {
        builder.enter_root(root);
        if let Some(post) = builder.post_of(root) {
            let blocks = builder.blocks_of(root, page.end(root), None);
            builder.push_post(&mut flow, post, blocks);
        } else {
            let mut last = root;
            while let Some(next) = roots.next_if(|next| builder.goes_on(last) == Some(*next) && builder.post_of(*next).is_none())
            {
                last = next;
            }
            builder.walk(&mut flow, root, page.end(last));
        }
    }
    let blocks = builder.finish(flow);
    let notes = builder.notes();
    let blocks = super::tidy::end(super::heading::normalize(blocks, context.title));
    Built { blocks, notes, trace: builder.trace }
}

/// Blocks inside blocks deeper than this lose their outer form and keep their text.
pub(super) const MAX_DEPTH: u32 = 24;

/// What the walk knows wherever it is.
pub(super) struct Builder<'a> {
    pub(super) page: &'a Page,
    pub(super) facts: &'a Facts,
    pub(super) posts: &'a [Post],
    pub(super) places: Places,
    pub(super) targets: Targets<'a>,
    pub(super) footnotes: Footnotes,
    /// Whether what is read is a note.
    pub(super) in_note: bool,
    /// How many notes the walk came by and left out.
    pub(super) n_notes_passed: u32,
    pub(super) trace: Trace,
    /// How many blocks are around the walk.
    pub(super) depth: u32,
    /// Inline elements around the block that is read.
    pub(super) around: Vec<Frame>,
    /// Captions of the figures that are open, innermost last.
    pub(super) captions: Vec<Vec<Inline>>,
    /// Whether line feeds in the source are line breaks.
    pub(super) keeps_lines: bool,
    /// Whether what is read is a heading.
    pub(super) in_heading: bool,
    /// Whether what is read is a caption.
    pub(super) in_caption: bool,
    /// Whether what is read is a table of data.
    pub(super) in_table: bool,
    /// Language in force, and that of the block around.
    pub(super) lang: Tongue<'a>,
    pub(super) outer_lang: Tongue<'a>,
    removed: &'a NodeSet,
    /// Nodes whose text was used elsewhere: a figure's caption, a note.
    taken: NodeSet,
}

/// Language and direction of a piece of text, as far as it is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Tongue<'a> {
    pub(super) lang: Option<&'a str>,
    pub(super) dir: Option<Direction>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(page: &'a Page, selection: &'a Selection, context: Context<'a>) -> Builder<'a> {
        let document = Tongue::of(page, page.body()).or(Tongue::of(page, page.root()));
        Builder {
            page,
            facts: context.facts,
            posts: context.posts,
            places: Places::of(page, context.posts),
            targets: Targets::new(page, selection, context.url),
            footnotes: Footnotes::find(page, selection),
            in_note: false,
            n_notes_passed: 0,
            trace: Trace::default(),
            depth: 0,
            around: Vec::new(),
            captions: Vec::new(),
            keeps_lines: false,
            in_heading: false,
            in_caption: false,
            in_table: false,
            lang: document,
            outer_lang: document,
            removed: &selection.removed,
            taken: NodeSet::new(),
        }
    }

    /// The language at `root` is the nearest that an ancestor states.
    fn enter_root(&mut self, root: NodeId) {
        let stated = self.page.ancestors(root).fold(Tongue::default(), |inner, node| inner.or(Tongue::of(self.page, node)));
        self.lang = stated.or(self.outer_lang);
    }

    /// What is one thing with `root` where both were chosen by themselves: the next item of a list, what a button opens.
    fn goes_on(&self, root: NodeId) -> Option<NodeId> {
        match self.page.tag(root) {
            Tag::Li => next_item(self.page, root),
            Tag::Button if self.opens_text(root) => self.element_after(root),
            _ => None,
        }
    }

    /// True when nothing of the subtree of `node` is wanted.
    pub(super) fn is_left_out(&self, node: NodeId) -> bool {
        (self.removed.contains(node) && !self.belongs(node))
            || self.taken.contains(node)
            || self.footnotes.is_mark(node)
            || (!self.in_note && self.footnotes.is_part(node))
    }

    /// True for a part of what is kept: few words do not make a heading of columns less of its table, or a note less of
    /// its reference (test pages `paper-en`, `encyclopedia-fr`).
    fn belongs(&self, node: NodeId) -> bool {
        use Tag::*;
        let is_part = || match self.page.tag(node) {
            Caption | Thead | Th => self.in_table,
            Figcaption => self.page.next_sibling(node).is_some_and(|next| self.page.tag(next) == Table),
            Tr => self.in_table && self.page.parent(node).is_some_and(|parent| self.page.tag(parent) == Thead),
            _ => self.in_table && self.is_caption(node),
        };
        self.in_note || is_part()
    }

    /// Leaves the subtree of `node` out of what is still to be walked.
    pub(super) fn take(&mut self, node: NodeId) {
        self.taken.insert(node);
    }

    /// The blocks inside `node`.
    pub(super) fn blocks(&mut self, node: NodeId) -> Vec<Block> {
        let next = NodeId(node.0 + 1);
        self.blocks_of(next, self.page.end(node), self.page.element_index(node))
    }

    /// The blocks inside `node`, the first of which has its name where a link leads to it: parts of lists are no blocks
    /// themselves (cases `definition--linked-to`, `list--linked-to`).
    pub(super) fn named_blocks(&mut self, node: NodeId) -> Vec<Block> {
        let mut blocks = self.blocks(node);
        if let (Some(first), Some(name)) = (blocks.first_mut(), self.targets.name_of(self.page, node)) {
            first.id.get_or_insert_with(|| name.to_owned());
        }
        blocks
    }

    /// The blocks of a run of whole siblings.
    pub(super) fn blocks_of(&mut self, start: NodeId, end: NodeId, element: Option<u32>) -> Vec<Block> {
        let mut flow = Flow::inside(element, self.around.iter().map(Frame::copy).collect());
        let outer = std::mem::replace(&mut self.outer_lang, self.lang);
        self.depth += 1;
        self.walk(&mut flow, start, end);
        self.depth -= 1;
        let blocks = self.finish(flow);
        self.outer_lang = outer;
        blocks
    }

    /// The content of `node` as running text: what it has of blocks is joined by line breaks.
    pub(super) fn inlines(&mut self, node: NodeId) -> Vec<Inline> {
        super::inline::flatten(self.blocks(node))
    }
}

impl<'a> Tongue<'a> {
    /// What `node` itself states.
    pub(super) fn of(page: &'a Page, node: NodeId) -> Tongue<'a> {
        let mut tongue = Tongue::default();
        for (name, value) in page.attrs(node) {
            match name {
                "lang" | "xml:lang" => tongue.lang = Some(value.trim()).filter(|lang| is_language_tag(lang)).or(tongue.lang),
                "dir" if value.eq_ignore_ascii_case("rtl") => tongue.dir = Some(Direction::Rtl),
                "dir" if value.eq_ignore_ascii_case("ltr") => tongue.dir = Some(Direction::Ltr),
                _ => {}
            }
        }
        tongue
    }

    /// This, and where it is silent, `outer`.
    pub(super) fn or(self, outer: Tongue<'a>) -> Tongue<'a> {
        Tongue { lang: self.lang.or(outer.lang), dir: self.dir.or(outer.dir) }
    }
}

/// The shape of BCP 47: letters and digits in short groups.
fn is_language_tag(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
