//! The walk: from a run of nodes in document order to running text and the blocks in it.

use super::block::Body;
use super::build::{Builder, MAX_DEPTH, Tongue};
use super::flow::{Close, Flow, Open};
use super::line::Wrap;
use crate::page::{NodeId, Tag};

/// A longer name is a text, in characters.
const MAX_NAME: usize = 40;
/// More nodes than these are no choice of names: whoever looks for one would have to choose from hundreds.
const MAX_CHOICE: usize = 500;

impl<'a> Builder<'a> {
    /// Reads the nodes `start .. end`, a run of whole subtrees, into `flow`.
    pub(super) fn walk(&mut self, flow: &mut Flow<'a>, start: NodeId, end: NodeId) {
        let mut node = start;
        while node < end {
            self.close_until(flow, node);
            let before = (self.n_notes_passed, flow.blocks.len());
            node = self.visit(flow, node, end);
            if self.n_notes_passed > before.0 && flow.blocks.len() == before.1 && flow.line.is_empty() {
                flow.heads_of_notes.extend(flow.blocks.len().checked_sub(1));
            }
        }
        self.close_until(flow, end);
        self.end_paragraph(flow);
    }

    /// Reads one node of those before `end` and says which is next: its first child, or what follows its subtree.
    fn visit(&mut self, flow: &mut Flow<'a>, node: NodeId, end: NodeId) -> NodeId {
        let page = self.page;
        let after = page.end(node);
        let tag = page.tag(node);
        // A script that holds a formula is no machinery, whoever left it out.
        if self.is_left_out(node) && tag != Tag::Script {
            self.n_notes_passed += u32::from(self.footnotes.has_part(page, node));
            return after;
        }
        if tag == Tag::Text {
            if self.keeps_lines {
                flow.line.text_of_lines(page.text(node));
            } else {
                flow.line.text(page.text(node));
            }
            return after;
        }
        if !self.posts.is_empty() {
            if self.posts_at(flow, node) || self.post_body_at(flow, node) {
                return after;
            }
            if self.holds_posts(node) {
                self.enter(flow, node, tag);
                return NodeId(node.0 + 1);
            }
        }
        if self.note_reference(flow, node) || self.is_back_link(node, tag) || self.is_heading_tool(node, tag) {
            return after;
        }
        if self.math(flow, node, tag) || self.media(flow, node, tag) {
            return after;
        }
        if self.depth < MAX_DEPTH && self.embed(flow, node, tag) || is_never_text(tag) || self.is_choice(node, tag) {
            return after;
        }
        if self.depth < MAX_DEPTH && tag == Tag::Ruby {
            self.ruby(flow, node);
            return after;
        }
        if self.depth < MAX_DEPTH
            && (self.callout(flow, node, tag) || self.block_kind(flow, node, tag) || self.caption_kind(flow, node, tag))
        {
            return after;
        }
        match tag {
            Tag::Br => flow.line.line_break(),
            Tag::Wbr => flow.line.text("\u{200B}"),
            Tag::Hr => self.push_block(flow, node, Body::Rule),
            Tag::Noscript => self.twins_in_flow(flow, node),
            _ if self.images().is_image(node, tag) => self.image_in_flow(flow, node),
            Tag::Li => return self.orphan_items(flow, node, end),
            Tag::Button if self.opens_text(node) && self.element_after(node).is_some_and(|panel| panel < end) => {
                return self.accordion(flow, node);
            }
            Tag::Button if !self.is_in_title_element(node) => {}
            _ => {
                self.enter(flow, node, tag);
                return NodeId(node.0 + 1);
            }
        }
        after
    }

    /// Reads `node` as a block of a kind of its own, and says whether it was one.
    fn block_kind(&mut self, flow: &mut Flow<'a>, node: NodeId, tag: Tag) -> bool {
        let is_code = self.is_code(node, tag);
        let is_verse = !is_code && self.is_verse(node);
        let is_table = tag == Tag::Div && matches!(self.page.attr(node, "role"), Some("table" | "grid"));
        if self.heading_level(node).is_none() && !has_own_kind(tag) && !is_code && !is_verse && !is_table {
            return false;
        }
        self.end_paragraph(flow);
        // What the block's own text depends on: the inline elements around it, its language, and its name.
        let around = std::mem::replace(&mut self.around, flow.line.frames());
        let outer = self.lang;
        self.lang = Tongue::of(self.page, node).or(outer);
        if let Some(id) = self.targets.name_of(self.page, node) {
            flow.name(id);
        }
        let done = match tag {
            _ if is_code => self.code(flow, node),
            _ if is_verse => self.verse(flow, node),
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir => self.list(flow, node),
            Tag::Dl => self.definitions(flow, node),
            Tag::Blockquote => self.quote(flow, node),
            Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => self.preformatted(flow, node),
            Tag::Figure => self.figure(flow, node),
            Tag::Figcaption => self.figcaption(node),
            Tag::Table => self.table(flow, node),
            _ if is_table => self.table(flow, node),
            Tag::Details => self.details(flow, node),
            _ => self.heading(flow, node),
        };
        self.lang = outer;
        self.around = around;
        done
    }

    /// Reads `node` as a caption, or as a figure that is none by name, and says whether it was one.
    fn caption_kind(&mut self, flow: &mut Flow<'a>, node: NodeId, tag: Tag) -> bool {
        if self.in_caption {
            return false;
        }
        if !self.captions.is_empty() {
            return self.is_caption(node) && self.figcaption(node);
        }
        let is_holder = matches!(tag, Tag::Div | Tag::P | Tag::Section | Tag::Aside | Tag::Table | Tag::Center | Tag::Dl);
        if is_holder && self.is_figure(node) {
            return self.figure(flow, node);
        }
        !tag.is_inline() && self.caption_below(flow, node)
    }

    /// Opens an element whose children the walk reads next.
    fn enter(&mut self, flow: &mut Flow<'a>, node: NodeId, tag: Tag) {
        if let Some(image) = self.images().background(node) {
            self.figure_in_flow(flow, node, image);
        }
        let own = Tongue::of(self.page, node);
        let mut open = Open { end: self.page.end(node), close: Close::Inline(0), lang: self.lang, element: flow.element };
        if self.is_inline(node, tag) {
            if self.is_set_apart(node, tag) {
                flow.line.text(" ");
            }
            if let Some(id) = self.targets.name_of(self.page, node) {
                flow.line.anchor(id.to_owned());
            }
            let span = (own != Tongue::default()).then(|| Wrap::Span { lang: own.lang.map(str::to_owned), dir: own.dir });
            let wraps = [span, self.wrap(node, tag)].into_iter().flatten();
            open.close = Close::Inline(wraps.filter(|wrap| flow.line.open(wrap.clone())).count());
        } else {
            self.end_paragraph(flow);
            if let Some(id) = self.targets.name_of(self.page, node) {
                flow.name(id);
            }
            self.lang = own.or(self.lang);
            flow.element = self.page.element_index(node).or(flow.element);
            open.close = Close::Block;
            if tag == Tag::Table {
                self.depth += 1;
                open.close = Close::Nested;
            }
        }
        flow.open.push(open);
    }

    /// True for what offers a choice as a `select` does, such as the language of the code below it: short names and no more. What
    /// opens and closes sections may say that it is a list of tabs, and has their text in it.
    fn is_choice(&self, node: NodeId, tag: Tag) -> bool {
        let page = self.page;
        let is_name = |id| match page.tag(id) {
            Tag::Text => page.text(id).trim().chars().nth(MAX_NAME).is_none(),
            tag => matches!(tag, Tag::Div | Tag::Span | Tag::Ul | Tag::Li | Tag::Button),
        };
        matches!(tag, Tag::Div | Tag::Ul)
            && matches!(page.attr(node, "role"), Some("listbox" | "tablist"))
            && page.end(node).index() - node.index() <= MAX_CHOICE
            && page.subtree(node).all(is_name)
    }

    /// True for a button whose text is read, not pressed: it opens the section that its heading names.
    fn is_in_title_element(&self, node: NodeId) -> bool {
        let is_title = |tag: Tag| tag.heading_level().is_some() || matches!(tag, Tag::Summary | Tag::Dt);
        self.page.ancestors(node).take(4).any(|node| is_title(self.page.tag(node)))
    }
}

/// Elements that are blocks of a kind of their own.
fn has_own_kind(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        Ul | Ol | Menu | Dir | Dl | Blockquote | Pre | Listing | Xmp | Plaintext | Figure | Figcaption | Table | Details
    )
}

/// Elements whose content is not text to read: machinery, controls and fallbacks.
fn is_never_text(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        Script
            | Style
            | Template
            | Svg
            | Head
            | Title
            | Meta
            | Link
            | Base
            | Select
            | Option
            | Optgroup
            | Datalist
            | Textarea
            | Input
            | Keygen
            | Progress
            | Meter
            | Canvas
            | Iframe
            | Frame
            | Frameset
            | Noframes
            | Noembed
            | Embed
            | Applet
            | Param
            | Audio
            | Video
            | Source
            | Track
            | Area
            | Map
            | Col
            | Colgroup
            | Rp
    )
}
