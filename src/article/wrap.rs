//! Inline elements: which elements run within a line, and what they make of what is in them.

use super::build::Builder;
use super::inline::Style;
use super::line::Wrap;
use crate::page::{NodeId, Tag};

impl Builder<'_> {
    /// True when `node` runs within a line: by its name, unless it is styled as a block or, being of an
    /// unknown name, holds one.
    pub(super) fn is_inline(&self, node: NodeId, tag: Tag) -> bool {
        match tag {
            Tag::Unknown => self.page.name(node) == "acronym" || !self.stands_alone(node),
            Tag::Button | Tag::Blink | Tag::Object | Tag::Output | Tag::Slot => true,
            _ if tag.is_inline() && self.is_caption_part(node) => false,
            _ if tag.is_inline() => !self.page.attr(node, "style").is_some_and(is_block_style),
            _ => false,
        }
    }

    /// True for an element that a style, and no space, sets apart from the one before: the parts of a caption, and a
    /// date behind a name.
    pub(super) fn is_set_apart(&self, node: NodeId, tag: Tag) -> bool {
        let before = self.page.previous_sibling(node).map(|before| self.page.tag(before));
        match tag {
            Tag::Span => self.in_caption && before == Some(Tag::Span),
            Tag::Time => before.is_some_and(|before| before != Tag::Text),
            _ => false,
        }
    }

    /// True for an element of an unknown name that has no text beside it: browsers lay it out in the line,
    /// but the sites that make up names style them as blocks.
    fn stands_alone(&self, node: NodeId) -> bool {
        let is_text = |node: Option<NodeId>| {
            node.is_some_and(|node| self.page.tag(node).is_inline() && !self.page.text(node).trim().is_empty())
        };
        !is_text(self.page.previous_sibling(node)) && !is_text(self.page.next_sibling(node))
    }

    /// What an inline element makes of its content.
    pub(super) fn wrap(&self, node: NodeId, tag: Tag) -> Option<Wrap> {
        let attr = |name| self.page.attr(node, name).map(str::trim).filter(|value| !value.is_empty());
        let style = match tag {
            Tag::A => return self.link(node).map(Wrap::Link),
            Tag::Abbr => return attr("title").map(|title| Wrap::Abbreviation(title.to_owned())),
            Tag::Time => return attr("datetime").map(|datetime| Wrap::Time(datetime.to_owned())),
            Tag::B | Tag::Strong => Style::Strong,
            Tag::Cite => Style::Citation,
            Tag::Code | Tag::Tt => Style::Code,
            Tag::Del | Tag::S | Tag::Strike => Style::Deleted,
            Tag::Dfn => Style::Definition,
            Tag::Em | Tag::I => Style::Emphasis,
            Tag::Ins => Style::Inserted,
            Tag::Kbd => Style::Keyboard,
            Tag::Mark => Style::Highlight,
            Tag::Q => Style::Quotation,
            Tag::Samp => Style::Sample,
            Tag::Small => Style::Small,
            Tag::Sub => Style::Subscript,
            Tag::Sup => Style::Superscript,
            Tag::U => Style::Underline,
            Tag::Var => Style::Variable,
            Tag::Span | Tag::Font => return self.page.attr(node, "style").and_then(styled).map(Wrap::Styled),
            _ => return None,
        };
        Some(Wrap::Styled(style))
    }
}

/// True for an inline style that lays an inline element out as a block.
fn is_block_style(style: &str) -> bool {
    let mut declarations = style.split(';').filter_map(|each| each.split_once(':'));
    declarations.any(|(name, value)| {
        let value = value.trim();
        name.trim().eq_ignore_ascii_case("display")
            && ["block", "flex", "grid", "list-item", "table"].iter().any(|block| value.eq_ignore_ascii_case(block))
    })
}

/// Emphasis that a style gives, as word processors write it.
fn styled(style: &str) -> Option<Style> {
    style.split(';').filter_map(|each| each.split_once(':')).find_map(|(name, value)| match (name.trim(), value.trim()) {
        ("font-style", "italic") => Some(Style::Emphasis),
        ("font-weight", "bold" | "bolder" | "600" | "700" | "800" | "900") => Some(Style::Strong),
        _ => None,
    })
}
