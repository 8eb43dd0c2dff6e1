//! Program text: white space exact.

use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads preformatted text.
    pub(super) fn preformatted(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let text = self.exact_text(node);
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
        if !text.trim().is_empty() {
            self.push_block(flow, node, Body::Code { text: text.to_owned(), language: None });
        }
        true
    }

    /// The text below `node` with its white space; line breaks become line feeds.
    fn exact_text(&self, node: NodeId) -> String {
        let page = self.page;
        let mut text = String::new();
        let mut nodes = page.subtree(node);
        while let Some(each) = nodes.next() {
            if self.is_left_out(each) {
                nodes.skip_to(page.end(each));
                continue;
            }
            match page.tag(each) {
                Tag::Text => text.push_str(page.text(each)),
                Tag::Br => text.push('\n'),
                Tag::Script | Tag::Style | Tag::Button | Tag::Textarea | Tag::Svg => nodes.skip_to(page.end(each)),
                _ => {}
            }
        }
        text
    }
}
