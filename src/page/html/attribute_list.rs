//! Keeps the attributes of the tree's elements: each element's are a run of one list.

use super::adjust::{mathml_attribute, svg_attribute};
use super::tokens::TagToken;
use super::tree::{Node, Tree};
use crate::page::builder::Span;
use crate::page::tokenizer::Namespace;
use crate::sort;

/// Up to so many attributes, comparing each with each is quicker than sorting them.
const FEW: usize = 16;

/// More attributes than this are not added to an element by a second tag (`<body a><body b>…`), since each time all are
/// copied. No page has that many.
const MOST_ADDED: u32 = 256;

impl Tree<'_> {
    pub(super) fn n_attrs(&self) -> u32 {
        self.attr_names.len() as u32
    }

    pub(super) fn push_attr(&mut self, name: Span, value: Span) {
        self.attr_names.push(name);
        self.attr_values.push(value);
    }

    /// Drops all attributes from `first` on.
    pub(super) fn forget_attrs(&mut self, first: u32) {
        self.attr_names.truncate(first as usize);
        self.attr_values.truncate(first as usize);
    }

    /// Of the attributes from `first` on, keeps the first one of each name.
    pub(super) fn drop_repeated_attrs(&mut self, first: u32) {
        let first = first as usize;
        let names = self.attr_names.get(first..).unwrap_or_default();
        let name = |at: usize| names.get(at).map(|&name| self.str(name)).unwrap_or_default();
        let is_repeated = |&at: &usize| {
            let len = names.get(at).map(|name| name.len);
            let earlier = names.iter().take(at).filter(|earlier| Some(earlier.len) == len);
            earlier.into_iter().any(|&earlier| self.str(earlier).eq_ignore_ascii_case(name(at)))
        };
        let repeated: Vec<usize> = if names.len() <= FEW {
            if !(1..names.len()).any(|at| is_repeated(&at)) {
                return;
            }
            (1..names.len()).filter(is_repeated).collect()
        } else {
            let lower: Vec<String> = (0..names.len()).map(|at| name(at).to_ascii_lowercase()).collect();
            let mut order: Vec<usize> = (0..names.len()).collect();
            // Stable, so the first of each name stays in front.
            sort::by_key(&mut order, |&at| lower.get(at));
            let pairs = order.iter().zip(order.iter().skip(1));
            let mut repeated: Vec<usize> = pairs.filter(|(a, b)| lower.get(**a) == lower.get(**b)).map(|(_, &at)| at).collect();
            sort::by_key(&mut repeated, |&at| at);
            repeated
        };
        if repeated.is_empty() {
            return;
        }
        let drop = |list: &mut Vec<Span>| {
            let mut at = 0;
            list.retain(|_| {
                at += 1;
                at <= first || repeated.binary_search(&(at - 1 - first)).is_err()
            });
        };
        drop(&mut self.attr_names);
        drop(&mut self.attr_values);
    }

    /// Writes a tag's attributes as its namespace has them:
    /// [adjusted](https://html.spec.whatwg.org/multipage/parsing.html#adjust-svg-attributes) or in lower case.
    pub(super) fn settle_attr_names(&mut self, tag: &TagToken, namespace: Namespace) {
        if namespace == Namespace::Html && !tag.has_capitals {
            return;
        }
        for at in tag.first_attr..tag.first_attr + tag.n_attrs {
            let Some(&raw) = self.attr_names.get(at as usize) else { return };
            let name = self.lower(raw);
            let adjusted = match namespace {
                Namespace::Html => None,
                Namespace::Svg => svg_attribute(self.str(name)),
                Namespace::MathMl => mathml_attribute(self.str(name)),
            };
            let name = adjusted.map_or(name, |adjusted| self.as_written(raw, adjusted));
            if let Some(slot) = self.attr_names.get_mut(at as usize) {
                *slot = name;
            }
        }
    }

    /// The span of `name`: of the source where it stands there so.
    pub(super) fn as_written(&mut self, raw: Span, name: &str) -> Span {
        if self.str(raw) == name { raw } else { self.intern(name) }
    }

    /// Names and values of a node's attributes.
    pub(super) fn attrs(&self, node: &Node) -> (&[Span], &[Span]) {
        let range = node.first_attr as usize..(node.first_attr + node.n_attrs) as usize;
        (self.attr_names.get(range.clone()).unwrap_or_default(), self.attr_values.get(range).unwrap_or_default())
    }

    /// The value of a node's attribute.
    pub(super) fn attr(&self, node: &Node, name: &str) -> Option<&str> {
        let (names, values) = self.attrs(node);
        let at = names.iter().position(|&each| self.str(each) == name)?;
        values.get(at).map(|&value| self.str(value))
    }

    /// Gives an element the attributes of a tag that it does not have.
    pub(super) fn add_attrs(&mut self, id: u32, tag: &TagToken) {
        self.settle_attr_names(tag, Namespace::Html);
        let node = *self.node(id);
        let new: Vec<(Span, Span)> = (tag.first_attr..tag.first_attr + tag.n_attrs)
            .filter_map(|at| Some((*self.attr_names.get(at as usize)?, *self.attr_values.get(at as usize)?)))
            .filter(|&(name, _)| self.attr(&node, self.str(name)).is_none())
            .collect();
        if new.is_empty() || node.n_attrs > MOST_ADDED {
            return;
        }
        let first = self.n_attrs();
        let (names, values) = self.attrs(&node);
        let old: Vec<(Span, Span)> = names.iter().copied().zip(values.iter().copied()).collect();
        old.into_iter().chain(new).for_each(|(name, value)| self.push_attr(name, value));
        let n_attrs = self.n_attrs() - first;
        self.set_attrs(id, first, n_attrs);
    }

    /// True for two elements with the same attributes, in any order.
    pub(super) fn have_equal_attrs(&self, a: &Node, b: &Node) -> bool {
        if a.n_attrs != b.n_attrs {
            return false;
        }
        let ((a_names, a_values), (b_names, b_values)) = (self.attrs(a), self.attrs(b));
        let pair = |(&name, &value): (&Span, &Span)| (self.str(name), self.str(value));
        let (a, b) = (a_names.iter().zip(a_values).map(pair), b_names.iter().zip(b_values).map(pair));
        if a.clone().eq(b.clone()) {
            return true;
        }
        if a_names.len() <= FEW {
            // No name comes twice.
            return a.into_iter().all(|pair| b.clone().any(|other| other == pair));
        }
        let (mut a, mut b): (Vec<_>, Vec<_>) = (a.collect(), b.collect());
        sort::by_key(&mut a, |pair| *pair);
        sort::by_key(&mut b, |pair| *pair);
        a == b
    }
}
