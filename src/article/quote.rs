//! Quotations and who said them.

use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline::{self, Inline};
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a quotation.
    pub(super) fn quote(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let mut cite = Vec::new();
        if let Some(source) = self.source_of(node) {
            cite = inline::flatten(self.blocks_of(source, self.page.end(source), None));
            self.take(source);
            // Who speaks, said before the words, ends with a colon.
            if let Some(Inline::Styled { content, .. }) = cite.last_mut() {
                without_colon(content);
            }
            without_colon(&mut cite);
        }
        let blocks = self.blocks(node);
        if !blocks.is_empty() {
            self.push_block(flow, node, Body::Quote { blocks, cite });
        }
        true
    }

    /// The last child of a quotation, or the first, when it says who is quoted: forums name the speaker first.
    fn source_of(&self, node: NodeId) -> Option<NodeId> {
        let page = self.page;
        let mut first = page.children(node).find(|child| !page.text(*child).trim().is_empty() || !page.is_text(*child));
        if let Some(inner) = first.filter(|first| page.tag(*first) == Tag::Div) {
            first = page.first_child(inner);
        }
        let is_speaker =
            |first: &NodeId| page.tag(*first) == Tag::Cite && page.text_content(*first).trim_end().ends_with([':', '：']);
        if let Some(speaker) = first.filter(is_speaker) {
            return (!self.is_left_out(speaker)).then_some(speaker);
        }
        let last = page.children(node).filter(|child| !page.text(*child).trim().is_empty() || !page.is_text(*child)).last()?;
        (matches!(page.tag(last), Tag::Footer | Tag::Cite) && !self.is_left_out(last)).then_some(last)
    }
}

/// Takes a colon off the end.
fn without_colon(content: &mut [Inline]) {
    if let Some(Inline::Text { text }) = content.last_mut() {
        text.truncate(text.trim_end_matches([':', '：', ' ', '\u{A0}']).len());
    }
}
