//! Ruby: characters with their reading above them.

use super::build::Builder;
use super::flow::Flow;
use super::inline::Inline;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a `ruby` element: each run of characters with the reading behind it.
    pub(super) fn ruby(&mut self, flow: &mut Flow<'a>, node: NodeId) {
        let page = self.page;
        let mut base: Vec<Inline> = Vec::new();
        let mut read: Vec<Inline> = Vec::new();
        for child in page.children(node) {
            if self.is_left_out(child) {
                continue;
            }
            match page.tag(child) {
                Tag::Rt | Tag::Rtc => {
                    let reading = self.inlines(child);
                    if reading.is_empty() {
                        continue;
                    }
                    // A second reading of the same characters stands above the first (case `ruby--two-sides`).
                    let base = match base.is_empty() {
                        false => std::mem::take(&mut base),
                        true if page.tag(child) == Tag::Rtc => read.pop().into_iter().collect(),
                        true => continue,
                    };
                    read.push(Inline::Ruby { base, reading });
                }
                Tag::Rp => {}
                Tag::Text if page.text(child).trim().is_empty() => {}
                _ => base.extend(super::inline::flatten(self.blocks_of(child, page.end(child), None))),
            }
        }
        for inline in read.into_iter().chain(base) {
            flow.line.push(inline);
        }
    }
}
