//! The captured page: an immutable arena of elements and texts in document order.
//!
//! Nodes are numbered in preorder, so a subtree is the range `id .. page.end(id)`: a walk is a loop over
//! numbers and "is inside" is a comparison. Elements and texts share the numbering; [`Page::element_index`]
//! gives an element's position in the live document's `getElementsByTagName('*')`.

mod builder;
pub mod html;
mod map;
mod memo;
mod raw_text;
mod references;
mod tag;
#[cfg(test)]
mod tests;
mod tokenizer;
mod walk;

pub use builder::{PageBuilder, Span};
pub use map::{NodeMap, NodeSet};
pub use memo::Memo;
pub use tag::Tag;
pub use walk::{Ancestors, Children, Nodes};

use crate::sort;

/// The largest document that is read, in bytes: offsets are 32 bits wide, half of them for decoded text.
pub const MAX_BYTES: usize = 1 << 30;

/// A node of a [`Page`]: its number in document order, elements and texts together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(crate) u32);

impl NodeId {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One page, immutable, as parallel arrays indexed by [`NodeId`].
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The document as it was captured. Names and texts are ranges of it wherever they can be.
    source: String,
    /// What does not stand in the source as it is: decoded references, lowered case.
    decoded: String,
    tags: Vec<Tag>,
    parents: Vec<u32>,
    /// One past the last descendant.
    ends: Vec<u32>,
    /// An element's name or a text's characters.
    spans: Vec<Span>,
    /// Index of the first attribute; an element's attributes end where the next node's begin.
    first_attrs: Vec<u32>,
    /// Position among the live document's elements; `NO_ELEMENT` for texts and for shadow content.
    elements: Vec<u32>,
    attr_names: Vec<Span>,
    attr_values: Vec<Span>,
    /// For each node the marks of its attributes' names: most that are asked for are not there.
    attr_marks: Vec<u64>,
}

/// Marks a node that `getElementsByTagName('*')` does not list.
const NO_ELEMENT: u32 = u32::MAX;

impl Page {
    /// Reads a document as a browser serialises it (`outerHTML`). Never fails: anything is a page.
    ///
    /// Documents off the network are better read with [`html::parse`], which recovers from errors as
    /// browsers do.
    pub fn parse(html: String) -> Page {
        tokenizer::parse(html)
    }

    /// Reads a piece of HTML that somebody wrote, as what a `noscript` holds. Its root is made up.
    pub fn parse_fragment(html: &str) -> Page {
        tokenizer::parse_written(html.to_owned())
    }

    /// Number of nodes, elements and texts together.
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// True when the page has no node.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    /// Number of elements that the live document lists.
    pub fn n_elements(&self) -> usize {
        self.elements.iter().rev().find(|&&element| element != NO_ELEMENT).map_or(0, |&last| last as usize + 1)
    }

    /// The first node: the `html` element of any whole document.
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// The first element with this tag, in document order.
    pub fn find(&self, tag: Tag) -> Option<NodeId> {
        self.tags.iter().position(|&each| each == tag).map(|at| NodeId(at as u32))
    }

    /// The `body` element, or the root where there is none.
    pub fn body(&self) -> NodeId {
        self.find(Tag::Body).unwrap_or_default()
    }

    /// The tag; [`Tag::Text`] for a text.
    pub fn tag(&self, id: NodeId) -> Tag {
        at(&self.tags, id)
    }

    /// True for a text node.
    pub fn is_text(&self, id: NodeId) -> bool {
        self.tag(id) == Tag::Text
    }

    /// The element's name in lower case (foreign elements keep their case); empty for a text.
    pub fn name(&self, id: NodeId) -> &str {
        match self.tag(id) {
            Tag::Text => "",
            Tag::Unknown => self.slice(at(&self.spans, id)),
            known => known.name(),
        }
    }

    /// The characters of a text node, references decoded; empty for an element.
    pub fn text(&self, id: NodeId) -> &str {
        if self.is_text(id) { self.slice(at(&self.spans, id)) } else { "" }
    }

    /// All text in the subtree, concatenated as it stands. Raw text (script, style, noscript) is included
    /// only when `id` is that element itself.
    pub fn text_content(&self, id: NodeId) -> String {
        let mut out = String::new();
        for node in self.subtree(id) {
            if self.is_text(node) && (self.parent(node) == Some(id) || !self.is_raw(node)) {
                out.push_str(self.text(node));
            }
        }
        out
    }

    /// True for a text whose parent is an element that a browser does not render as text.
    fn is_raw(&self, text: NodeId) -> bool {
        self.parent(text).is_some_and(|parent| self.tag(parent).is_raw_text())
    }

    /// The value of an attribute, references decoded.
    // Where it is small rather than fast, it is there once.
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub fn attr(&self, id: NodeId, name: &str) -> Option<&str> {
        // Few of those that are asked for are there, and the compiler knows the mark of a name that it knows.
        if at(&self.attr_marks, id) & mark(name.as_bytes()) == 0 { None } else { self.find_attr(id, name) }
    }

    fn find_attr(&self, id: NodeId, name: &str) -> Option<&str> {
        let (names, values) = self.attr_spans(id);
        let is_named = |&span: &Span| span.len as usize == name.len() && self.slice(span) == name;
        let at = names.iter().position(is_named)?;
        values.get(at).map(|&value| self.slice(value))
    }

    /// Names (lower case outside foreign content) and values of an element's attributes, in source order.
    pub fn attrs(&self, id: NodeId) -> impl Iterator<Item = (&str, &str)> {
        let (names, values) = self.attr_spans(id);
        names.iter().zip(values).map(|(&name, &value)| (self.slice(name), self.slice(value)))
    }

    fn attr_spans(&self, id: NodeId) -> (&[Span], &[Span]) {
        let start = at(&self.first_attrs, id) as usize;
        let end = self.first_attrs.get(id.index() + 1).map_or(self.attr_names.len(), |&end| end as usize);
        let spans = self.attr_names.get(start..end).zip(self.attr_values.get(start..end));
        spans.unwrap_or_default()
    }

    /// The element's class tokens.
    pub fn classes(&self, id: NodeId) -> impl Iterator<Item = &str> {
        self.attr(id, "class").unwrap_or_default().split_ascii_whitespace()
    }

    /// Position in the live document's `getElementsByTagName('*')`; `None` for a text and for content that
    /// the document reaches only through a shadow root.
    pub fn element_index(&self, id: NodeId) -> Option<u32> {
        self.elements.get(id.index()).copied().filter(|&element| element != NO_ELEMENT)
    }

    /// The node of the live element at this position, if there is one.
    pub fn element(&self, element: u32) -> Option<NodeId> {
        // Positions ascend over the nodes that have one, and a node's position is never above its number.
        let start = element as usize;
        let found = self.elements.get(start..)?.iter().position(|&each| each == element)?;
        Some(NodeId((start + found) as u32))
    }

    /// The nodes of the live elements at these positions, in document order: all of them in one go over the page.
    pub fn elements(&self, elements: impl IntoIterator<Item = u32>) -> Vec<NodeId> {
        let mut elements: Vec<u64> = elements.into_iter().map(u64::from).collect();
        sort::numbers(&mut elements);
        let mut wanted = elements.into_iter().peekable();
        let is_wanted = |&id: &NodeId| {
            let element = self.element_index(id).map(u64::from);
            while wanted.next_if(|next| element.is_some_and(|element| *next < element)).is_some() {}
            element.is_some() && wanted.peek().copied() == element
        };
        self.nodes().filter(is_wanted).collect()
    }

    fn slice(&self, span: Span) -> &str {
        self.resolve(&self.source, span)
    }

    /// The characters of a span. While a page is built, its source is still with the parser.
    fn resolve<'a>(&'a self, source: &'a str, span: Span) -> &'a str {
        let (start, len) = (span.start as usize, span.len as usize);
        let (text, start) = match start.checked_sub(source.len()) {
            Some(start) => (self.decoded.as_str(), start),
            None => (source, start),
        };
        text.get(start..start + len).unwrap_or_default()
    }

    /// Notes the marks of all attributes, once they are all there.
    fn mark_attrs(&mut self) {
        let mut names = self.attr_names.iter();
        let n_attrs = self.attr_names.len() as u32;
        let ends = self.first_attrs.iter().skip(1).chain([&n_attrs]);
        let marks = self.first_attrs.iter().zip(ends).map(|(&start, end)| {
            let names = names.by_ref().take((end - start) as usize);
            names.fold(0, |marks, &name| marks | mark(self.bytes(name)))
        });
        self.attr_marks = marks.collect();
    }

    /// The bytes of a span.
    fn bytes(&self, span: Span) -> &[u8] {
        let (start, len) = (span.start as usize, span.len as usize);
        let (text, start) = match start.checked_sub(self.source.len()) {
            Some(start) => (self.decoded.as_bytes(), start),
            None => (self.source.as_bytes(), start),
        };
        text.get(start..start + len).unwrap_or_default()
    }

    /// Makes room for this many nodes and attributes.
    fn reserve(&mut self, n_nodes: usize, n_attrs: usize) {
        self.tags.reserve(n_nodes);
        self.parents.reserve(n_nodes);
        self.ends.reserve(n_nodes);
        self.spans.reserve(n_nodes);
        self.first_attrs.reserve(n_nodes);
        self.elements.reserve(n_nodes);
        self.attr_names.reserve(n_attrs);
        self.attr_values.reserve(n_attrs);
    }
}

/// The entry of `id`, or the default for a number that is not a node's.
fn at<T: Copy + Default>(items: &[T], id: NodeId) -> T {
    items.get(id.index()).copied().unwrap_or_default()
}

/// One bit of 64 for an attribute's name, told from its length and its ends. These factors keep those in wide use apart.
#[inline]
fn mark(name: &[u8]) -> u64 {
    let (Some(&first), Some(&last)) = (name.first(), name.last()) else { return 1 };
    let mixed = u32::from(first) * 17 + u32::from(last) * 33 + name.len() as u32;
    1 << (mixed % u64::BITS)
}

/// True for a value of `shadowrootmode` that makes a template the shadow root of the element around it.
fn is_shadow_root_mode(value: &str) -> bool {
    value.eq_ignore_ascii_case("open") || value.eq_ignore_ascii_case("closed")
}
