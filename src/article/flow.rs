//! The walk: running text and the blocks in it, from a run of nodes in document order.

use super::block::{Body, Direction};
use super::build::{Builder, MAX_DEPTH, Tongue};
use super::caption;
use super::inline::{Image, Style};
use super::line::{Frame, Line, Wrap};
use super::{Block, Inline};
use crate::page::{NodeId, Tag};

/// A run of blocks in the making.
#[derive(Debug, Default)]
pub(super) struct Flow<'a> {
    pub(super) line: Line,
    blocks: Vec<Block>,
    /// Positions in `blocks` behind which notes were left out.
    heads_of_notes: Vec<usize>,
    /// Images that stand in a paragraph and come after it.
    floats: Vec<(Option<u32>, Image)>,
    /// Elements that the walk is inside of and that change something when they end.
    open: Vec<Open<'a>>,
    /// The innermost element that is a block, and those around it.
    element: Option<u32>,
    /// Name for the next block.
    id: Option<String>,
}

/// An open element and what to do at its end.
#[derive(Debug)]
struct Open<'a> {
    end: NodeId,
    close: Close,
    /// What to put back.
    lang: Tongue<'a>,
    element: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Close {
    /// End the paragraph.
    Block,
    /// End the paragraph, and one level of nesting.
    Nested,
    /// Close so many inline elements.
    Inline(usize),
}

impl Flow<'_> {
    /// A run inside the element at this position and inside these inline elements.
    pub(super) fn inside(element: Option<u32>, around: Vec<Frame>) -> Self {
        Flow { element, line: Line::inside(around), ..Flow::default() }
    }

    /// The block before the running paragraph.
    pub(super) fn last(&self) -> Option<&Block> {
        self.blocks.last()
    }

    /// As [`Flow::last`], to change.
    pub(super) fn last_mut(&mut self) -> Option<&mut Block> {
        self.blocks.last_mut()
    }

    /// Names the next block.
    pub(super) fn name(&mut self, id: &str) {
        self.id = Some(id.to_owned());
    }
}

impl<'a> Builder<'a> {
    /// Reads the nodes `start .. end`, a run of whole subtrees, into `flow`.
    pub(super) fn walk(&mut self, flow: &mut Flow<'a>, start: NodeId, end: NodeId) {
        let mut node = start;
        while node < end {
            self.close_until(flow, node);
            let before = (self.n_notes_passed, flow.blocks.len());
            node = self.visit(flow, node);
            if self.n_notes_passed > before.0 && flow.blocks.len() == before.1 && flow.line.is_empty() {
                flow.heads_of_notes.extend(flow.blocks.len().checked_sub(1));
            }
        }
        self.close_until(flow, end);
        self.end_paragraph(flow);
    }

    /// The blocks of a run that has ended.
    pub(super) fn finish(&mut self, mut flow: Flow<'a>) -> Vec<Block> {
        self.end_paragraph(&mut flow);
        super::tidy::tidy(super::footnote::without_heads(flow.blocks, &flow.heads_of_notes))
    }

    /// Ends the running paragraph.
    pub(super) fn end_paragraph(&mut self, flow: &mut Flow<'a>) {
        for content in flow.line.finish() {
            if super::inline::is_blank(&content) {
                continue;
            }
            if flow.ends_in_bare_figure() && caption::looks_like_caption(&content) {
                flow.give_caption(caption::unwrapped(content));
            } else {
                let element = flow.element;
                self.push(flow, element, running(content));
            }
        }
        for id in flow.line.take_anchors() {
            flow.id.get_or_insert(id);
        }
        for (element, image) in std::mem::take(&mut flow.floats) {
            self.push(flow, element, Body::Figure { images: vec![image], caption: Vec::new() });
        }
    }

    /// Adds a block after the running paragraph.
    pub(super) fn push_block(&mut self, flow: &mut Flow<'a>, node: NodeId, body: Body) {
        self.end_paragraph(flow);
        let element = self.page.element_index(node).or(flow.element);
        self.push(flow, element, body);
    }

    /// Adds finished blocks after the running paragraph.
    pub(super) fn push_blocks(&mut self, flow: &mut Flow<'a>, blocks: Vec<Block>) {
        self.end_paragraph(flow);
        if let Some(first) = blocks.first().map(|_| flow.blocks.len()) {
            flow.blocks.extend(blocks);
            if let Some(block) = flow.blocks.get_mut(first).filter(|block| block.id.is_none()) {
                block.id = flow.id.take();
            }
            // They were read relative to the element that is given up now.
            let (lang, dir) = self.difference();
            for block in flow.blocks.iter_mut().skip(first) {
                block.lang = block.lang.take().or_else(|| lang.clone());
                block.dir = block.dir.or(dir);
            }
        }
    }

    fn push(&mut self, flow: &mut Flow<'a>, element: Option<u32>, body: Body) {
        let (lang, dir) = self.difference();
        flow.blocks.push(Block { element, id: flow.id.take(), lang, dir, body });
    }

    /// What of language and direction differs from what is said of the block around.
    fn difference(&self) -> (Option<String>, Option<Direction>) {
        let lang = self.lang.lang.filter(|lang| Some(*lang) != self.outer_lang.lang);
        let dir = self.lang.dir.filter(|dir| *dir != self.outer_lang.dir.unwrap_or_default());
        (lang.map(str::to_owned), dir)
    }

    fn close_until(&mut self, flow: &mut Flow<'a>, node: NodeId) {
        while flow.open.last().is_some_and(|open| open.end <= node) {
            let Some(open) = flow.open.pop() else { return };
            match open.close {
                Close::Block | Close::Nested => self.end_paragraph(flow),
                Close::Inline(n) => (0..n).for_each(|_| flow.line.close()),
            }
            if open.close == Close::Nested {
                self.depth -= 1;
            }
            self.lang = open.lang;
            flow.element = open.element;
        }
    }

    /// Reads one node and says which is next: its first child, or what follows its subtree.
    fn visit(&mut self, flow: &mut Flow<'a>, node: NodeId) -> NodeId {
        let page = self.page;
        let after = page.end(node);
        let tag = page.tag(node);
        // A script that holds a formula is no machinery, whoever left it out.
        if self.is_left_out(node) && tag != Tag::Script {
            self.n_notes_passed += u32::from(self.footnotes.is_part(node));
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
        if self.depth < MAX_DEPTH && self.embed(flow, node, tag) || is_never_text(tag) {
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
            Tag::Li => return self.orphan_items(flow, node),
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

    /// True when `node` runs within a line: by its name, unless it is styled as a block or, being of an
    /// unknown name, holds one.
    fn is_inline(&self, node: NodeId, tag: Tag) -> bool {
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
    fn is_set_apart(&self, node: NodeId, tag: Tag) -> bool {
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
    fn wrap(&self, node: NodeId, tag: Tag) -> Option<Wrap> {
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

    /// True for a button whose text is read, not pressed: it opens the section that its heading names.
    fn is_in_title_element(&self, node: NodeId) -> bool {
        let is_title = |tag: Tag| tag.heading_level().is_some() || matches!(tag, Tag::Summary | Tag::Dt);
        self.page.ancestors(node).take(4).any(|node| is_title(self.page.tag(node)))
    }

    /// Puts an image where it belongs: in the line, or as a figure before or after the paragraph.
    fn image_in_flow(&mut self, flow: &mut Flow<'a>, node: NodeId) {
        if let Some(emoji) = self.images().emoji(node) {
            flow.line.text(emoji);
            return;
        }
        let Some(image) = self.images().image(node) else { return };
        let is_inline = super::image::is_inline_sized(&image)
            || (image.height == 0 && !flow.line.is_at_line_start() && self.text_follows(node));
        if is_inline {
            flow.line.push(Inline::Image(image));
        } else {
            self.figure_in_flow(flow, node, image);
        }
    }

    /// Adds the images of a `noscript` that the page does not have otherwise.
    fn twins_in_flow(&mut self, flow: &mut Flow<'a>, node: NodeId) {
        for image in self.images().twins(node) {
            self.figure_in_flow(flow, node, image);
        }
    }

    /// Adds an image that stands outside the line, and so outside the link that it may be in.
    fn figure_in_flow(&mut self, flow: &mut Flow<'a>, node: NodeId, mut image: Image) {
        if let Some(href) = flow.line.href() {
            image.link_to(href);
        }
        let element = self.page.element_index(node);
        if flow.line.is_at_line_start() {
            self.end_paragraph(flow);
            self.push(flow, element, Body::Figure { images: vec![image], caption: Vec::new() });
        } else {
            flow.floats.push((element, image));
        }
    }

    /// True when the line that `node` stands in goes on with text after it.
    fn text_follows(&self, node: NodeId) -> bool {
        let page = self.page;
        let Some(block) = page.ancestors(node).take(MAX_LOOK_AHEAD).find(|each| !page.tag(*each).is_inline()) else {
            return false;
        };
        let mut next = page.end(node);
        for _ in 0..MAX_LOOK_AHEAD {
            if next >= page.end(block) {
                return false;
            }
            match page.tag(next) {
                Tag::Text if !page.text(next).trim().is_empty() => return true,
                Tag::Br | Tag::Img => return false,
                tag if !tag.is_inline() => return false,
                _ => next = NodeId(next.0 + 1),
            }
        }
        false
    }
}

/// Nodes after an image that are looked at for text on its line.
const MAX_LOOK_AHEAD: usize = 32;

/// Running text as a block: a formula alone stands on a line of its own.
fn running(mut content: Vec<Inline>) -> Body {
    match content.as_mut_slice() {
        [Inline::Math(math)] => Body::Math(std::mem::take(math)),
        _ => Body::Paragraph { content },
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
