//! Fills the arena in document order. Both parsers drive it, so both give the same kind of page.

use super::walk::NO_PARENT;
use super::{NO_ELEMENT, NodeId, Page, Tag};

/// A run of bytes of the page's text.
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
}

/// A page under construction.
#[derive(Debug, Default)]
pub struct PageBuilder {
    page: Page,
    /// The open elements, outermost first.
    open: Vec<u32>,
    n_elements: u32,
    /// Open elements whose descendants the live document does not list, counted from the outermost.
    shadow_depth: Option<usize>,
}

impl PageBuilder {
    /// A builder over `source`; [`Span`]s are ranges of it until [`PageBuilder::intern`] adds to it.
    pub fn new(source: String) -> PageBuilder {
        PageBuilder { page: Page { text: source, ..Page::default() }, ..PageBuilder::default() }
    }

    /// The source, and behind it everything interned.
    pub fn source(&self) -> &str {
        &self.page.text
    }

    /// Keeps a string that does not stand in the source as it is (decoded references, lowered case).
    pub fn intern(&mut self, text: &str) -> Span {
        let start = self.page.text.len();
        self.page.text.push_str(text);
        Span::new(start, self.page.text.len())
    }

    /// Starts an element; what follows is inside it until [`PageBuilder::close`].
    pub fn open(&mut self, name: Span) -> NodeId {
        let tag = Tag::from_name(self.page.slice(name));
        let element = if self.shadow_depth.is_some() { NO_ELEMENT } else { self.n_elements };
        if element != NO_ELEMENT {
            self.n_elements += 1;
        }
        let id = self.push(tag, name, element);
        self.open.push(id.0);
        id
    }

    /// Adds an attribute to the element just opened. Call before anything else is added.
    pub fn attr(&mut self, name: Span, value: Span) {
        self.page.attr_names.push(name);
        self.page.attr_values.push(value);
    }

    /// Adds a text.
    pub fn text(&mut self, text: Span) {
        if text.len > 0 {
            self.push(Tag::Text, text, NO_ELEMENT);
        }
    }

    /// From here on, until the open element is closed, elements are shadow content: part of the page, but
    /// not among the elements that the document lists.
    pub fn enter_shadow(&mut self) {
        self.shadow_depth.get_or_insert(self.open.len());
    }

    /// Ends shadow content that [`PageBuilder::enter_shadow`] began.
    pub fn leave_shadow(&mut self) {
        if self.shadow_depth == Some(self.open.len()) {
            self.shadow_depth = None;
        }
    }

    /// Ends the innermost open element.
    pub fn close(&mut self) {
        if self.shadow_depth == Some(self.open.len()) {
            self.shadow_depth = None;
        }
        let end = self.page.tags.len() as u32;
        if let Some(slot) = self.open.pop().and_then(|id| self.page.ends.get_mut(id as usize)) {
            *slot = end;
        }
    }

    /// The innermost open element.
    pub fn current(&self) -> Option<NodeId> {
        self.open.last().copied().map(NodeId)
    }

    /// The open elements, innermost first.
    pub fn open_elements(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.open.iter().rev().copied().map(NodeId)
    }

    /// The page so far.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Closes what is open and gives the page.
    pub fn finish(mut self) -> Page {
        while !self.open.is_empty() {
            self.close();
        }
        self.page
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
}
