//! Fills the arena in document order. Both parsers drive it, so both give the same kind of page.

use super::walk::NO_PARENT;
use super::{NO_ELEMENT, NodeId, Page, Tag};

/// A run of characters of the page: of its source or, from the source's end on, of what had to be decoded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub(super) start: u32,
    pub(super) len: u32,
}

impl Span {
    /// The bytes `start .. end` of the source.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, len: end.saturating_sub(start) as u32 }
    }

    /// True for no characters.
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// A page under construction. It does not hold the source, which the parser is reading meanwhile.
#[derive(Debug, Default)]
pub struct PageBuilder {
    page: Page,
    source_len: usize,
    /// The open elements, outermost first.
    open: Vec<u32>,
    n_elements: u32,
    /// Open elements whose descendants the live document does not list, counted from the outermost.
    shadow_depth: Option<usize>,
}

/// Bytes of a serialised page for each of its nodes and attributes: 25 to 60 on the corpora. Room is made for
/// pages at the denser end, since growing copies all that is there.
const BYTES_PER_NODE: usize = 32;

impl PageBuilder {
    /// A builder over a source of this length; [`Span`]s are ranges of it.
    pub fn new(source_len: usize) -> PageBuilder {
        let n_nodes = source_len / BYTES_PER_NODE;
        PageBuilder::with_room(source_len, n_nodes, n_nodes)
    }

    /// A builder with room for this many nodes and attributes.
    pub(super) fn with_room(source_len: usize, n_nodes: usize, n_attrs: usize) -> PageBuilder {
        let mut builder = PageBuilder { source_len, ..PageBuilder::default() };
        builder.page.reserve(n_nodes, n_attrs);
        builder
    }

    /// Keeps a string that does not stand in the source as it is (decoded references, lowered case).
    pub fn intern(&mut self, text: &str) -> Span {
        self.decode(|decoded| decoded.push_str(text))
    }

    /// Keeps what `write` appends.
    pub fn decode(&mut self, write: impl FnOnce(&mut String)) -> Span {
        let start = self.page.decoded.len();
        write(&mut self.page.decoded);
        let end = self.page.decoded.len();
        // Past 32 bits there is no name for it. `MAX_BYTES` leaves room, so this is a page nobody asked for.
        if self.source_len + end > u32::MAX as usize {
            self.page.decoded.truncate(start);
            return Span::default();
        }
        Span::new(self.source_len + start, self.source_len + end)
    }

    /// Starts an element; what follows is inside it until [`PageBuilder::close`].
    pub fn open(&mut self, tag: Tag, name: Span) -> NodeId {
        let element = if self.shadow_depth.is_some() { NO_ELEMENT } else { self.n_elements };
        if element != NO_ELEMENT {
            self.n_elements += 1;
        }
        self.open_as(tag, name, element)
    }

    /// Starts an element that the document does not have but that the page needs to be a tree.
    pub fn open_made(&mut self, tag: Tag, name: &str) -> NodeId {
        let name = self.intern(name);
        self.open_as(tag, name, NO_ELEMENT)
    }

    /// Adds an attribute to the element just opened. Call before anything else is added.
    pub fn attr(&mut self, name: Span, value: Span) {
        self.page.attr_names.push(name);
        self.page.attr_values.push(value);
    }

    /// Adds attributes to the element just opened.
    pub(super) fn attrs(&mut self, names: &[Span], values: &[Span]) {
        // They are few: to copy them one by one takes less than to have them copied.
        names.iter().zip(values).for_each(|(&name, &value)| self.attr(name, value));
    }

    /// Adds a text.
    pub fn text(&mut self, text: Span) {
        if !text.is_empty() {
            self.push(Tag::Text, text, NO_ELEMENT);
        }
    }

    /// Ends the innermost open element.
    pub fn close(&mut self) {
        self.leave_shadow();
        let end = self.page.tags.len() as u32;
        if let Some(slot) = self.open.pop().and_then(|id| self.page.ends.get_mut(id as usize)) {
            *slot = end;
        }
    }

    /// From here on, until the open element is closed, elements are shadow content: part of the page, but
    /// not among the elements that the document lists.
    pub fn enter_shadow(&mut self) {
        self.shadow_depth.get_or_insert(self.open.len());
    }

    /// Ends shadow content of the open element.
    pub fn leave_shadow(&mut self) {
        if self.shadow_depth == Some(self.open.len()) {
            self.shadow_depth = None;
        }
    }

    /// Takes back the innermost open element and all in it, as if it had never been opened.
    pub fn retract(&mut self) {
        self.leave_shadow();
        if let Some(id) = self.open.pop() {
            self.truncate(id);
        }
    }

    /// Takes back all that is in the innermost open element.
    pub fn empty(&mut self) {
        self.leave_shadow();
        if let Some(&id) = self.open.last() {
            self.truncate(id + 1);
        }
    }

    /// True before the first node.
    pub fn is_empty(&self) -> bool {
        self.page.is_empty()
    }

    /// The value of an attribute of the element just opened; the source is needed to read it.
    pub fn just_opened_attr<'a>(&'a self, source: &'a str, name: &str) -> Option<&'a str> {
        let first = self.page.first_attrs.last().copied().unwrap_or_default() as usize;
        let at = self.page.attr_names.iter().skip(first).position(|&each| self.page.resolve(source, each) == name)?;
        Some(self.page.resolve(source, *self.page.attr_values.get(first + at)?))
    }

    /// Closes what is open and gives the page with its source.
    pub fn finish(mut self, source: String) -> Page {
        debug_assert_eq!(source.len(), self.source_len, "spans are ranges of the source");
        while !self.open.is_empty() {
            self.close();
        }
        self.page.source = source;
        self.page.mark_attrs();
        self.page
    }

    /// [`PageBuilder::finish`] for a parser that decoded by itself: its spans past the source are ranges of `decoded`.
    pub(super) fn finish_decoded(mut self, source: String, decoded: String) -> Page {
        self.page.decoded = decoded;
        self.finish(source)
    }

    fn open_as(&mut self, tag: Tag, name: Span, element: u32) -> NodeId {
        let id = self.push(tag, name, element);
        self.open.push(id.0);
        id
    }

    fn push(&mut self, tag: Tag, span: Span, element: u32) -> NodeId {
        let page = &mut self.page;
        let id = page.tags.len() as u32;
        page.tags.push(tag);
        page.parents.push(self.open.last().copied().unwrap_or(NO_PARENT));
        page.ends.push(id + 1);
        page.spans.push(span);
        page.first_attrs.push(page.attr_names.len() as u32);
        page.elements.push(element);
        NodeId(id)
    }

    /// Takes back the nodes from `len` on.
    fn truncate(&mut self, len: u32) {
        let page = &mut self.page;
        let len = len as usize;
        if let Some(&n_attrs) = page.first_attrs.get(len) {
            page.attr_names.truncate(n_attrs as usize);
            page.attr_values.truncate(n_attrs as usize);
        }
        if let Some(first) = page.elements.iter().skip(len).find(|&&element| element != NO_ELEMENT) {
            self.n_elements = *first;
        }
        page.tags.truncate(len);
        page.parents.truncate(len);
        page.ends.truncate(len);
        page.spans.truncate(len);
        page.first_attrs.truncate(len);
        page.elements.truncate(len);
    }
}
