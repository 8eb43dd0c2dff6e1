//! Links: where they lead, and which places of the article are led to.

use super::build::Builder;
use crate::address::{Base, Use};
use crate::extract::Selection;
use crate::page::{NodeId, Page, Tag};
use crate::sort::Lookup;

/// What links of the article lead to within it.
pub(super) struct Targets<'a> {
    base: Base,
    /// The page's address without its fragment; empty when unknown.
    document: &'a str,
    /// Names that stand in the article and that a link of it names.
    names: Lookup<&'a str, ()>,
}

impl<'a> Targets<'a> {
    /// Reads all links and names of the selection.
    pub(super) fn new(page: &'a Page, selection: &Selection, url: &'a str) -> Targets<'a> {
        let mut linked: Vec<String> = Vec::new();
        let mut named: Vec<&str> = Vec::new();
        for &root in &selection.roots {
            let mut nodes = page.subtree(root);
            while let Some(node) = nodes.next() {
                if selection.removed.contains(node) {
                    nodes.skip_to(page.end(node));
                    continue;
                }
                for (name, value) in page.attrs(node) {
                    match name {
                        "id" => named.push(value),
                        "name" if page.tag(node) == Tag::A => named.push(value),
                        "href" if page.tag(node) == Tag::A => {
                            linked.extend(value.split_once('#').map(|(_, fragment)| decoded(fragment)));
                        }
                        _ => {}
                    }
                }
            }
        }
        let linked: Lookup<String, ()> = linked.into_iter().collect();
        let names = named.into_iter().filter(|name| linked.get(*name).is_some()).collect();
        let document = url.split_once('#').map_or(url, |(document, _)| document);
        Targets { base: Base::of(page, url), document, names }
    }

    /// What the page's addresses are resolved against.
    pub(super) fn base(&self) -> &Base {
        &self.base
    }

    /// The name of `node`, if a link of the article leads to it.
    pub(super) fn name_of(&self, page: &'a Page, node: NodeId) -> Option<&'a str> {
        let is_anchor = page.tag(node) == Tag::A;
        let names = page.attrs(node).filter(|(name, _)| *name == "id" || (is_anchor && *name == "name"));
        names.map(|(_, value)| value).find(|name| self.names.get(name).is_some())
    }

    /// The address that `reference` means, if it may be used so.
    pub(super) fn resolve(&self, reference: &str, use_: Use) -> Option<String> {
        let address = self.base.resolve(reference, use_)?;
        let Some(fragment) = address.strip_prefix('#') else { return Some(address) };
        let name = decoded(fragment);
        if self.names.get(name.as_str()).is_some() {
            return Some(format!("#{name}"));
        }
        // The place is not in the article: the link leads out, to the page itself.
        self.base.resolve(self.document, Use::Resource).map(|document| format!("{document}#{fragment}"))
    }
}

impl Builder<'_> {
    /// Where the link `node` leads.
    pub(super) fn link(&self, node: NodeId) -> Option<String> {
        self.targets.resolve(self.page.attr(node, "href")?, Use::Link)
    }
}

/// `fragment` with the characters that its percent signs stand for.
pub(super) fn decoded(fragment: &str) -> String {
    if !fragment.contains('%') {
        return fragment.to_owned();
    }
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.bytes();
    while let Some(byte) = rest.next() {
        let hex = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        let mut ahead = rest.clone();
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}
