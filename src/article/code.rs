//! Program text, from whatever a highlighter made of it: white space exact, nothing that is not code.

mod furniture;
mod language;
mod lines;

use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use crate::page::{NodeId, Tag};
pub(super) use language::known;
use lines::Lines;

impl<'a> Builder<'a> {
    /// Reads preformatted text.
    pub(super) fn preformatted(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        if self.is_verse(node) {
            return self.verse(flow, node);
        }
        self.code(flow, node)
    }

    /// Reads all text below `node` as code.
    pub(super) fn code(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        if self.page.tag(node) == Tag::Table
            && let Some(gutter) = self.gutter_cell(node)
        {
            self.take(gutter);
        }
        let text = self.code_text(node);
        if !text.trim().is_empty() {
            let language = self.language(node);
            self.push_block(flow, node, Body::Code { text, language });
        }
        for image in self.page.descendants(node).filter(|each| self.page.tag(*each) == Tag::Img) {
            if let Some(image) = self.images().image(image) {
                self.push_block(flow, node, Body::Figure { images: vec![image], caption: Vec::new() });
            }
        }
        true
    }

    /// True for an element that holds code without being a `pre`: an editor, a table with a gutter, a `code` element
    /// of several lines.
    pub(super) fn is_code(&self, node: NodeId, tag: Tag) -> bool {
        match tag {
            Tag::Table => self.is_code_table(node),
            Tag::Code | Tag::Samp => self.is_code_of_lines(node),
            Tag::Div => self.page.classes(node).any(is_editor),
            _ => false,
        }
    }

    /// A table whose first column numbers the lines of the second.
    fn is_code_table(&self, table: NodeId) -> bool {
        let page = self.page;
        let mut cells = page.descendants(table).filter(|each| matches!(page.tag(*each), Tag::Td | Tag::Th)).take(2);
        let (Some(first), Some(second)) = (cells.next(), cells.next()) else { return false };
        furniture::is_gutter(page, first)
            || self.gutter_cell(table) == Some(first)
                && page.subtree(second).take(MAX_LOOK).any(|each| matches!(page.tag(each), Tag::Pre | Tag::Code))
    }

    /// The first cell of a table, when it holds numbers and nothing else.
    fn gutter_cell(&self, table: NodeId) -> Option<NodeId> {
        let page = self.page;
        let first = page.descendants(table).take(MAX_LOOK).find(|each| page.tag(*each) == Tag::Td)?;
        let mut words = page.subtree(first).flat_map(|each| page.text(each).split_ascii_whitespace()).peekable();
        let is_gutter = words.peek().is_some() && words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        is_gutter.then_some(first)
    }

    /// A `code` element that is laid out as a block: its lines are told by breaks or by its style.
    fn is_code_of_lines(&self, node: NodeId) -> bool {
        let page = self.page;
        let mut nodes = page.descendants(node).take(MAX_LOOK);
        if nodes.any(|each| page.tag(each) == Tag::Br) {
            return !page.descendants(node).take(MAX_LOOK).any(|each| page.tag(each) == Tag::Pre);
        }
        let is_block = page.classes(node).any(|class| class == "block")
            || page.attr(node, "style").is_some_and(|style| {
                let style = style.replace(' ', "");
                style.contains("display:block") || style.contains("white-space:pre")
            });
        is_block && page.descendants(node).any(|each| page.text(each).trim().contains('\n'))
    }

    fn code_text(&self, root: NodeId) -> String {
        let page = self.page;
        let mut lines = Lines::default();
        let keeps_prompts = furniture::has_output(page, root);
        let mut open: Vec<(NodeId, usize)> = Vec::new();
        let mut nodes = page.subtree(root);
        while let Some(node) = nodes.next() {
            while let Some((_, start)) = open.pop_if(|(end, _)| *end <= node) {
                lines.end_line_element(start);
            }
            let is_left_out = self.is_left_out(node) || (node != root && furniture::is_furniture(page, node, keeps_prompts));
            if is_left_out {
                nodes.skip_to(page.end(node));
                continue;
            }
            match page.tag(node) {
                Tag::Text => lines.text(page.text(node)),
                Tag::Br => lines.line_break(),
                _ if node != root && furniture::is_line(page, node) => {
                    lines.begin_line_element();
                    open.push((page.end(node), lines.len()));
                    if let Some(marker) = page.attr(node, "data-code-marker") {
                        lines.text(marker);
                    }
                }
                _ => {}
            }
            if let Some((number, len)) = furniture::number(page, node) {
                lines.number(number, len);
            }
        }
        lines.finish()
    }
}

/// Nodes that are looked at to see what an element holds.
const MAX_LOOK: usize = 400;

/// True for the class name of an editor, or of a highlighter that uses no `pre`.
pub(crate) fn is_editor(class: &str) -> bool {
    EDITORS.contains(&class)
}

/// Class names of editors and of highlighters that use no `pre`.
const EDITORS: [&str; 7] =
    ["CodeMirror", "cm-editor", "monaco-editor", "ace_editor", "syntaxhighlighter", "crayon-syntax", "blob-code-content"];
