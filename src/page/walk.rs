//! Ways to move over the page: parents, children, subtrees, siblings. All are loops over numbers.

use super::{NodeId, Page, at};

/// No parent: the root.
pub(super) const NO_PARENT: u32 = u32::MAX;

impl Page {
    /// The parent, `None` for the root.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.parents.get(id.index()).copied().filter(|&parent| parent != NO_PARENT).map(NodeId)
    }

    /// One past the last node of the subtree of `id`.
    pub fn end(&self, id: NodeId) -> NodeId {
        NodeId(at(&self.ends, id))
    }

    /// Every node of the page in document order.
    pub fn nodes(&self) -> Nodes {
        Nodes { next: 0, end: self.len() as u32 }
    }

    /// `id` and all its descendants in document order.
    pub fn subtree(&self, id: NodeId) -> Nodes {
        Nodes { next: id.0, end: self.end(id).0 }
    }

    /// The descendants of `id` in document order, without `id`.
    pub fn descendants(&self, id: NodeId) -> Nodes {
        Nodes { next: id.0 + 1, end: self.end(id).0 }
    }

    /// True when `id` is `root` or below it.
    pub fn is_inside(&self, id: NodeId, root: NodeId) -> bool {
        root <= id && id < self.end(root)
    }

    /// The first child, element or text.
    pub fn first_child(&self, id: NodeId) -> Option<NodeId> {
        let child = NodeId(id.0 + 1);
        (child < self.end(id)).then_some(child)
    }

    /// The next sibling, element or text.
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        let next = self.end(id);
        self.parent(id).is_some_and(|parent| next < self.end(parent)).then_some(next)
    }

    /// The sibling before, element or text.
    pub fn previous_sibling(&self, id: NodeId) -> Option<NodeId> {
        let parent = self.parent(id)?;
        let mut node = NodeId(id.0.checked_sub(1)?);
        if node == parent {
            return None;
        }
        // The node before is the last leaf of the sibling's subtree: climb until the parent is shared.
        while self.parent(node)? != parent {
            node = self.parent(node)?;
        }
        Some(node)
    }

    /// The children, elements and texts.
    pub fn children(&self, id: NodeId) -> Children<'_> {
        Children { page: self, next: self.first_child(id) }
    }

    /// The ancestors from the parent up to the root.
    pub fn ancestors(&self, id: NodeId) -> Ancestors<'_> {
        Ancestors { page: self, next: self.parent(id) }
    }
}

/// A run of nodes in document order.
#[derive(Clone, Debug)]
pub struct Nodes {
    next: u32,
    end: u32,
}

impl Nodes {
    /// Goes on after the subtree whose last node is before `end`.
    pub fn skip_to(&mut self, end: NodeId) {
        self.next = self.next.max(end.0);
    }
}

impl Iterator for Nodes {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let id = self.next;
        (id < self.end).then(|| {
            self.next += 1;
            NodeId(id)
        })
    }
}

impl DoubleEndedIterator for Nodes {
    fn next_back(&mut self) -> Option<NodeId> {
        (self.next < self.end).then(|| {
            self.end -= 1;
            NodeId(self.end)
        })
    }
}

/// The children of a node.
#[derive(Clone, Debug)]
pub struct Children<'a> {
    page: &'a Page,
    next: Option<NodeId>,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let id = self.next?;
        self.next = self.page.next_sibling(id);
        Some(id)
    }
}

/// The ancestors of a node, nearest first.
#[derive(Clone, Debug)]
pub struct Ancestors<'a> {
    page: &'a Page,
    next: Option<NodeId>,
}

impl Iterator for Ancestors<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let id = self.next?;
        self.next = self.page.parent(id);
        Some(id)
    }
}
