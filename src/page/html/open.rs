//! Knows which elements are open, and what an end tag may close.

use super::Parser;
use super::sets::{Scope, has_implied_end};
use super::tree::{Kind, NONE};
use crate::page::Tag;
use crate::page::tokenizer::Namespace;

/// At most so many elements are open: where one more begins, the innermost is closed first. The standard knows no bound,
/// browsers do, and have this one; it makes every walk over the open elements short.
pub(super) const MAX_DEPTH: usize = 512;

/// An open element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Open {
    /// Its node.
    pub(super) id: u32,
    pub(super) tag: Tag,
    pub(super) namespace: Namespace,
    pub(super) kind: Kind,
}

impl Open {
    /// True for an element of HTML with this name.
    pub(super) fn is(&self, tag: Tag) -> bool {
        self.tag == tag && self.namespace == Namespace::Html
    }

    /// True for an element of HTML whose name is in a set.
    pub(super) fn is_in(&self, set: impl Fn(Tag) -> bool) -> bool {
        self.namespace == Namespace::Html && set(self.tag)
    }
}

impl Parser<'_> {
    /// The innermost open element.
    pub(super) fn current(&self) -> Open {
        let none = Open { id: NONE, tag: Tag::Unknown, namespace: Namespace::Html, kind: Kind::Element };
        self.open.last().copied().unwrap_or(none)
    }

    /// Opens an element that is in the tree.
    pub(super) fn push(&mut self, id: u32) {
        let node = self.tree.node(id);
        let open = Open { id, tag: node.tag, namespace: node.namespace, kind: node.kind };
        self.open.push(open);
    }

    /// Closes the innermost element where one more would be too deep.
    pub(super) fn limit_depth(&mut self) {
        if self.open.len() >= MAX_DEPTH {
            self.open.pop();
        }
    }

    /// Where in the stack an element is.
    pub(super) fn position(&self, id: u32) -> Option<usize> {
        self.open.iter().rposition(|open| open.id == id)
    }

    /// Takes an element from the stack, wherever in it.
    pub(super) fn remove(&mut self, id: u32) {
        if let Some(at) = self.position(id) {
            self.open.remove(at);
        }
    }

    /// True when an element of HTML with this name is in scope.
    pub(super) fn is_in_scope(&self, scope: Scope, tag: Tag) -> bool {
        self.finds_in_scope(scope, |open| open.is(tag))
    }

    /// True when an element is found before the scope ends.
    pub(super) fn finds_in_scope(&self, scope: Scope, is_wanted: impl Fn(&Open) -> bool) -> bool {
        for open in self.open.iter().rev() {
            if is_wanted(open) {
                return true;
            }
            if scope.ends_at(open) {
                return false;
            }
        }
        false
    }

    /// True when an element of HTML with this name is open.
    pub(super) fn is_open(&self, tag: Tag) -> bool {
        self.open.iter().any(|open| open.is(tag))
    }

    /// Closes elements whose end tags are implied, except those with one name.
    pub(super) fn imply_end_tags(&mut self, except: Option<Tag>) {
        while self.open.pop_if(|open| open.is_in(|tag| has_implied_end(tag) && Some(tag) != except)).is_some() {}
    }

    /// Closes elements up to one with this name, and that too.
    pub(super) fn pop_through(&mut self, is_last: impl Fn(Tag) -> bool) {
        while let Some(open) = self.open.pop() {
            if open.is_in(&is_last) {
                return;
            }
        }
    }

    /// Closes elements up to one in a set, which stays open.
    pub(super) fn pop_to(&mut self, stops_at: impl Fn(Tag) -> bool) {
        while self.open.pop_if(|open| !open.is_in(&stops_at)).is_some() {}
    }

    /// [Closes a paragraph](https://html.spec.whatwg.org/multipage/parsing.html#close-a-p-element), if one is in scope.
    pub(super) fn close_paragraph(&mut self) {
        if self.is_in_scope(Scope::Button, Tag::P) {
            self.imply_end_tags(Some(Tag::P));
            self.pop_through(|tag| tag == Tag::P);
        }
    }
}
