//! Callouts: notes, tips and warnings that a site sets off from its text.

use super::Block;
use super::block::{Body, Tone};
use super::build::Builder;
use super::flow::Flow;
use super::inline::{self, Inline};
use crate::page::{NodeId, Tag};

/// Class names of the boxes: Sphinx and Docutils, Docusaurus, MkDocs, GitHub, Obsidian, Bootstrap, Microsoft's docs.
const BOXES: [&str; 17] = [
    "admonition",
    "theme-admonition",
    "markdown-alert",
    "callout",
    "kg-callout-card",
    "alert",
    "notecard",
    "note-box",
    "custom-block",
    "hint",
    "infobox-note",
    "tip-box",
    "warning-box",
    "important-box",
    "panel-info",
    "panel-warning",
    "admonitionblock",
];

/// Words that name a tone, in a box's class or data attributes.
const TONES: [(&str, Tone); 26] = [
    ("note", Tone::Note),
    ("info", Tone::Note),
    ("seealso", Tone::Note),
    ("abstract", Tone::Note),
    ("example", Tone::Note),
    ("quote", Tone::Note),
    ("question", Tone::Note),
    ("faq", Tone::Note),
    ("tip", Tone::Tip),
    ("hint", Tone::Tip),
    ("success", Tone::Tip),
    ("check", Tone::Tip),
    ("important", Tone::Important),
    ("attention", Tone::Important),
    ("primary", Tone::Important),
    ("warning", Tone::Warning),
    ("caution", Tone::Warning),
    ("warn", Tone::Warning),
    ("deprecated", Tone::Warning),
    ("todo", Tone::Warning),
    ("danger", Tone::Danger),
    ("error", Tone::Danger),
    ("bug", Tone::Danger),
    ("failure", Tone::Danger),
    ("critical", Tone::Danger),
    ("experimental", Tone::Danger),
];

/// Parts of the class names of titles in boxes.
const TITLES: [&str; 7] = [
    "admonition-title",
    "admonition-heading",
    "admonitionHeading",
    "markdown-alert-title",
    "callout-title",
    "custom-block-title",
    "alert-heading",
];

/// True for a class that such boxes have, or that says so in a longer name.
pub(crate) fn is_box_name(class: &str) -> bool {
    BOXES.contains(&class) || class.contains("callout") || class.contains("notice")
}

impl<'a> Builder<'a> {
    /// Reads a callout, and says whether `node` was one.
    pub(super) fn callout(&mut self, flow: &mut Flow<'a>, node: NodeId, tag: Tag) -> bool {
        let is_holder = matches!(tag, Tag::Div | Tag::Aside | Tag::Blockquote | Tag::Section | Tag::P | Tag::Details);
        if !is_holder || tag == Tag::Details || !self.page.classes(node).any(is_box_name) {
            return false;
        }
        let page = self.page;
        // Alerts that a script shows later are no text of the article.
        let stated = [page.attr(node, "data-callout"), page.attr(node, "class")].into_iter().flatten();
        let words = stated.flat_map(|names| names.split(|c: char| !c.is_ascii_alphanumeric()));
        let mut tones = words.rev().filter_map(|word| TONES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)));
        let Some((_, tone)) = tones.next() else { return false };
        let is_title = |each: &NodeId| {
            page.classes(*each).any(|class| class == "title" || TITLES.iter().any(|title| class.starts_with(title)))
        };
        let title = page.descendants(node).take(MAX_LOOK).find(is_title);
        let title = title.map(|title| {
            let content = self.inlines(title);
            self.take(title);
            content
        });
        let mut blocks = self.blocks(node);
        let title = title.unwrap_or_else(|| bold_line(&mut blocks));
        if !blocks.is_empty() || !title.is_empty() {
            self.push_block(flow, node, Body::Callout { tone: *tone, title, blocks });
        }
        true
    }
}

/// Nodes before a callout's title.
const MAX_LOOK: usize = 24;

/// A first line that is all bold is a title.
fn bold_line(blocks: &mut Vec<Block>) -> Vec<Inline> {
    let is_title = |block: &Block| match &block.body {
        Body::Paragraph { content } => {
            matches!(content.as_slice(), [Inline::Styled { style: inline::Style::Strong, .. }]) && inline::n_chars(content) < 80
        }
        Body::Heading { .. } => true,
        _ => false,
    };
    if blocks.len() < 2 || !blocks.first().is_some_and(is_title) {
        return Vec::new();
    }
    match blocks.remove(0).body {
        Body::Heading { content, .. } => content,
        Body::Paragraph { mut content } => match content.pop() {
            Some(Inline::Styled { content, .. }) => content,
            other => other.into_iter().collect(),
        },
        _ => Vec::new(),
    }
}
