//! The tree while it is built: nodes that move, as numbers in one list.

use memchr::{memchr, memchr2};

use super::names::named;
use crate::page::Tag;
use crate::page::builder::Span;
use crate::page::references::{Place, decode};
use crate::page::tokenizer::Namespace;

/// No node.
pub(super) const NONE: u32 = u32::MAX;
/// The document: the parent of the `html` element.
pub(super) const DOCUMENT: u32 = 0;

/// What a node is, beside its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// An element, or the document.
    #[default]
    Element,
    Text,
    /// Kept because it stands between texts.
    Comment,
    /// A [MathML text integration point](https://html.spec.whatwg.org/multipage/parsing.html#mathml-text-integration-point)
    MathText,
    /// An [HTML integration point](https://html.spec.whatwg.org/multipage/parsing.html#html-integration-point)
    HtmlPoint,
    /// An `annotation-xml` that is an integration point.
    AnnotationPoint,
    /// An `annotation-xml` that is none.
    Annotation,
    /// While the tree is laid out: an element that has its shadow root.
    Host,
}

/// An element, a text, a comment or the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// [`Tag::Unknown`] for a foreign element below `svg` or `math`.
    pub(super) tag: Tag,
    pub(super) namespace: Namespace,
    pub(super) kind: Kind,
    pub(super) parent: u32,
    /// Of a text: the first of its other pieces.
    pub(super) first_child: u32,
    /// Of a text: the last of its pieces.
    pub(super) last_child: u32,
    pub(super) previous: u32,
    pub(super) next: u32,
    /// A text's characters, or the name of an element that its tag does not say.
    pub(super) span: Span,
    pub(super) first_attr: u32,
    pub(super) n_attrs: u32,
}

static NO_NODE: Node = Node {
    tag: Tag::Text,
    namespace: Namespace::Html,
    kind: Kind::Comment,
    parent: NONE,
    first_child: NONE,
    last_child: NONE,
    previous: NONE,
    next: NONE,
    span: Span { start: 0, len: 0 },
    first_attr: 0,
    n_attrs: 0,
};

impl Node {
    /// True for an element of HTML with this name.
    pub(super) fn is(&self, tag: Tag) -> bool {
        self.tag == tag && self.namespace == Namespace::Html
    }
}

/// Where a node goes: below `parent`, before one of its children or last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) parent: u32,
    /// [`NONE`] for last.
    pub(super) before: u32,
}

/// All nodes, those that fell out of the tree too.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    source: &'a str,
    /// What does not stand in the source as it is; spans past the source are ranges of it.
    pub(super) decoded: String,
    nodes: Vec<Node>,
    pub(super) attr_names: Vec<Span>,
    pub(super) attr_values: Vec<Span>,
    /// Further pieces of texts, each with the number of the next.
    pieces: Vec<(Span, u32)>,
    /// True when a template may be a shadow root.
    pub(super) has_shadow_roots: bool,
}

/// Bytes of a page for each of its nodes and attributes: about 25 to 60 on the corpora.
const BYTES_PER_NODE: usize = 32;

impl<'a> Tree<'a> {
    /// A tree with nothing but the document.
    pub(super) fn new(source: &'a str) -> Self {
        let n_nodes = source.len() / BYTES_PER_NODE + 8;
        let mut nodes = Vec::with_capacity(n_nodes);
        nodes.push(Node { tag: Tag::Unknown, kind: Kind::Element, ..NO_NODE });
        Tree {
            source,
            decoded: String::new(),
            nodes,
            attr_names: Vec::with_capacity(n_nodes),
            attr_values: Vec::with_capacity(n_nodes),
            pieces: Vec::new(),
            has_shadow_roots: false,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, id: u32) -> &Node {
        self.nodes.get(id as usize).unwrap_or(&NO_NODE)
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(id as usize) {
            change(node);
        }
    }

    /// The characters of a span.
    pub(super) fn str(&self, span: Span) -> &str {
        let (start, len) = (span.start as usize, span.len as usize);
        match start.checked_sub(self.source.len()) {
            Some(start) => self.decoded.get(start..start + len).unwrap_or_default(),
            None => self.source.get(start..start + len).unwrap_or_default(),
        }
    }

    /// Adds a node that is nowhere yet.
    pub(super) fn create(&mut self, node: Node) -> u32 {
        let id = self.nodes.len() as u32;
        self.nodes.push(Node { parent: NONE, first_child: NONE, last_child: NONE, previous: NONE, next: NONE, ..node });
        id
    }

    /// Gives an element other attributes: a run of the list.
    pub(super) fn set_attrs(&mut self, id: u32, first_attr: u32, n_attrs: u32) {
        self.change(id, |node| (node.first_attr, node.n_attrs) = (first_attr, n_attrs));
    }

    pub(super) fn set_kind(&mut self, id: u32, kind: Kind) {
        self.change(id, |node| node.kind = kind);
    }

    /// Takes a node from its parent.
    pub(super) fn detach(&mut self, id: u32) {
        let Node { parent, previous, next, .. } = *self.node(id);
        if previous == NONE {
            self.change(parent, |node| node.first_child = next);
        } else {
            self.change(previous, |node| node.next = next);
        }
        if next == NONE {
            self.change(parent, |node| node.last_child = previous);
        } else {
            self.change(next, |node| node.previous = previous);
        }
        self.change(id, |node| (node.parent, node.previous, node.next) = (NONE, NONE, NONE));
    }

    /// Puts a node that is nowhere at its place.
    pub(super) fn insert(&mut self, id: u32, spot: Spot) {
        let previous = self.before(spot);
        self.change(id, |node| (node.parent, node.previous, node.next) = (spot.parent, previous, spot.before));
        if previous == NONE {
            self.change(spot.parent, |node| node.first_child = id);
        } else {
            self.change(previous, |node| node.next = id);
        }
        if spot.before == NONE {
            self.change(spot.parent, |node| node.last_child = id);
        } else {
            self.change(spot.before, |node| node.previous = id);
        }
    }

    /// Puts characters at a place; they join the text before them.
    pub(super) fn insert_text(&mut self, text: Span, spot: Spot) {
        let previous = self.before(spot);
        let Node { kind: Kind::Text, span, last_child: last_piece, .. } = *self.node(previous) else {
            let node = Node { tag: Tag::Text, kind: Kind::Text, span: text, ..NO_NODE };
            let id = self.create(node);
            return self.insert(id, spot);
        };
        let source_len = self.source.len() as u32;
        let continues = span.start.wrapping_add(span.len) == text.start && (span.start < source_len) == (text.start < source_len);
        if continues && last_piece == NONE {
            return self.change(previous, |node| node.span.len += text.len);
        }
        let piece = self.pieces.len() as u32;
        self.pieces.push((text, NONE));
        if let Some((_, next)) = self.pieces.get_mut(last_piece as usize) {
            *next = piece;
        } else {
            self.change(previous, |node| node.first_child = piece);
        }
        self.change(previous, |node| node.last_child = piece);
    }

    /// The node that stands before a place.
    fn before(&self, spot: Spot) -> u32 {
        if spot.before == NONE { self.node(spot.parent).last_child } else { self.node(spot.before).previous }
    }

    /// Moves all children of a node to the end of another's.
    pub(super) fn move_children(&mut self, from: u32, to: u32) {
        let mut child = self.node(from).first_child;
        while child != NONE {
            let next = self.node(child).next;
            self.detach(child);
            self.insert(child, Spot { parent: to, before: NONE });
            child = next;
        }
    }

    /// Joins a text's pieces, so that it is one run of characters.
    pub(super) fn join_pieces(&mut self, text: &Node) -> Span {
        let mut piece = text.first_child;
        if piece == NONE {
            return text.span;
        }
        let start = self.source.len() + self.decoded.len();
        self.copy(text.span);
        while let Some(&(span, next)) = self.pieces.get(piece as usize) {
            self.copy(span);
            piece = next;
        }
        Span::new(start, self.source.len() + self.decoded.len())
    }

    /// Appends the characters of a span to what was decoded.
    fn copy(&mut self, span: Span) {
        let (start, len) = (span.start as usize, span.len as usize);
        match start.checked_sub(self.source.len()) {
            Some(start) if start + len <= self.decoded.len() => self.decoded.extend_from_within(start..start + len),
            Some(_) => {}
            None => self.decoded.push_str(self.source.get(start..start + len).unwrap_or_default()),
        }
    }

    /// The span of a piece of the source, decoded where references or NULs stand in it.
    pub(super) fn decoded(&mut self, span: Span, place: Place) -> Span {
        let text = self.source.get(span.start as usize..(span.start + span.len) as usize).unwrap_or_default();
        let found = match place {
            Place::Raw => memchr(0, text.as_bytes()),
            _ => memchr2(b'&', 0, text.as_bytes()),
        };
        match found {
            None => span,
            Some(_) => {
                let start = self.source.len() + self.decoded.len();
                decode(text, place, named, &mut self.decoded);
                Span::new(start, self.source.len() + self.decoded.len())
            }
        }
    }

    /// Keeps a string that does not stand in the source as it is.
    pub(super) fn intern(&mut self, text: &str) -> Span {
        let start = self.source.len() + self.decoded.len();
        self.decoded.push_str(text);
        Span::new(start, self.source.len() + self.decoded.len())
    }

    /// A name in lower case. NULs are kept visible.
    pub(super) fn lower(&mut self, name: Span) -> Span {
        if !self.str(name).bytes().any(|byte| byte.is_ascii_uppercase() || byte == 0) {
            return name;
        }
        let name = self.decoded(name, Place::Raw);
        let text = self.str(name);
        if !text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return name;
        }
        let lower = text.to_ascii_lowercase();
        self.intern(&lower)
    }

    /// A text without its first character if that is a line break; `None` if nothing is left.
    pub(super) fn without_line_break(&self, text: Span) -> Option<Span> {
        match self.str(text).starts_with('\n') {
            true if text.len == 1 => None,
            true => Some(Span { start: text.start + 1, len: text.len - 1 }),
            false => Some(text),
        }
    }
}
