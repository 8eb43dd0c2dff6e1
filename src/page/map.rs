//! Maps and sets keyed by node: dense, so that looking up is one index.

use super::{NodeId, Page};

/// One value for every node of a page.
#[derive(Clone, Debug, Default)]
pub struct NodeMap<T>(Vec<T>);

impl<T: Copy + Default> NodeMap<T> {
    /// The default value for every node of `page`.
    pub fn new(page: &Page) -> Self {
        NodeMap(vec![T::default(); page.len()])
    }

    /// The value of `id`.
    pub fn get(&self, id: NodeId) -> T {
        self.0.get(id.index()).copied().unwrap_or_default()
    }

    /// Sets the value of `id`.
    pub fn set(&mut self, id: NodeId, value: T) {
        if let Some(slot) = self.0.get_mut(id.index()) {
            *slot = value;
        }
    }

    /// Sets the value of every node from `start` on, before `end`.
    pub fn fill(&mut self, start: NodeId, end: NodeId, value: T) {
        if let Some(slots) = self.0.get_mut(start.index()..end.index()) {
            slots.fill(value);
        }
    }

    /// The value of `id`, to change. `None` for a number that is not a node's.
    pub fn get_mut(&mut self, id: NodeId) -> Option<&mut T> {
        self.0.get_mut(id.index())
    }
}

/// A set of nodes, one bit each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeSet(Vec<u64>);

impl NodeSet {
    /// No node.
    pub fn new() -> Self {
        NodeSet(Vec::new())
    }

    /// Adds `id`; false when it was in already.
    pub fn insert(&mut self, id: NodeId) -> bool {
        let (word, bit) = (id.index() / 64, 1 << (id.index() % 64));
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        match self.0.get_mut(word) {
            Some(slot) => {
                let new = *slot & bit == 0;
                *slot |= bit;
                new
            }
            None => false,
        }
    }

    /// Takes `id` out.
    pub fn remove(&mut self, id: NodeId) {
        if let Some(slot) = self.0.get_mut(id.index() / 64) {
            *slot &= !(1 << (id.index() % 64));
        }
    }

    /// True when `id` is in.
    pub fn contains(&self, id: NodeId) -> bool {
        self.0.get(id.index() / 64).is_some_and(|slot| slot & (1 << (id.index() % 64)) != 0)
    }

    /// True when no node is in.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    /// The nodes in document order.
    pub fn iter(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.0.iter().enumerate().flat_map(|(word, &bits)| {
            (0..64).filter(move |bit| bits & (1 << bit) != 0).map(move |bit| NodeId((word * 64 + bit) as u32))
        })
    }
}
