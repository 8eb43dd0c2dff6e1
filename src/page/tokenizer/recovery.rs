//! The well-known repairs for HTML that somebody wrote: end tags that may be left out, and those that match
//! nothing.
//!
//! This is not the [whole of what browsers do](https://html.spec.whatwg.org/multipage/parsing.html#tree-construction)
//! (no formatting is reconstructed, nothing is moved out of tables); documents off the network are better read by
//! [`html`](crate::page::html). It is what makes a piece of hand-written HTML come out as its author meant it.

use super::foreign::breaks_out;
use super::{Kind, Tokenizer};
use crate::page::Tag;

/// How many open elements are looked through for one that a tag closes. Browsers build no deeper trees than 512;
/// without a bound, unmatched tags in a deep tree would take quadratic time.
const MAX_SEARCH: usize = 512;

impl Tokenizer<'_> {
    /// Closes and opens what a start tag implies. False when the tag itself does not count.
    pub(super) fn before_start_tag(&mut self, tag: Tag) -> bool {
        let in_document = self.open.iter().rev().take(MAX_SEARCH).all(|open| open.kind == Kind::Element);
        if in_document && !self.place_in_document(tag) {
            return false;
        }
        if self.inside().is_foreign() {
            if !breaks_out(tag) {
                return true;
            }
            while self.inside().is_foreign() {
                self.close();
            }
        }
        for rule in CLOSED_BY.iter().filter(|rule| (rule.start)(tag)) {
            if let Some(at) = self.find(|open, _| (rule.closes)(open), rule.within) {
                self.close_down_to(at);
            }
        }
        true
    }

    /// Opens a body for a text where none is open yet.
    pub(super) fn before_text(&mut self) {
        if !self.has_body && matches!(self.open.last().map(|open| open.tag), Some(Tag::Html | Tag::Head)) {
            self.begin_body();
        }
    }

    /// Closes what an end tag means, which may be nothing.
    pub(super) fn written_end_tag(&mut self, name: (usize, usize)) {
        let (tag, _) = self.tag_of(name);
        let within: fn(Tag) -> bool = match tag {
            Tag::Html | Tag::Body => return,
            _ if is_table_part(tag) => |each| each == Tag::Table,
            _ if is_formatting(tag) => is_special,
            _ => is_cell,
        };
        // Any heading's end tag ends any heading.
        let at = if tag.heading_level().is_some() {
            self.find(|open, _| open.heading_level().is_some(), within)
        } else {
            let name = self.slice(name);
            self.find(|open, open_name| open == tag && open_name.eq_ignore_ascii_case(name), within)
        };
        if let Some(at) = at {
            self.close_down_to(at);
        }
    }

    /// Keeps `html`, `head` and `body` one of each, in order. False when `tag` is one that came already.
    fn place_in_document(&mut self, tag: Tag) -> bool {
        let innermost = self.open.last().map(|open| open.tag);
        match tag {
            Tag::Html => return self.open.is_empty(),
            Tag::Body | Tag::Frameset if !self.has_body => {
                self.has_body = true;
                self.ensure_document_root();
                self.close_down_to(1);
            }
            Tag::Body => return false,
            Tag::Head => {
                self.ensure_document_root();
                return !self.has_body && innermost != Some(Tag::Head);
            }
            _ if self.has_body || is_metadata(tag) => {}
            _ if matches!(innermost, None | Some(Tag::Html | Tag::Head)) => self.begin_body(),
            _ => {}
        }
        true
    }

    fn begin_body(&mut self) {
        self.has_body = true;
        self.ensure_document_root();
        self.close_down_to(1);
        self.open_made(Tag::Body, "body");
    }

    fn ensure_document_root(&mut self) {
        // Where no element is open there is no node yet either: nothing closes the root of a written document.
        let _ = self.ensure_root();
    }

    /// The innermost open element that `matches`, unless it is outside of one that `within` names.
    fn find(&self, matches: impl Fn(Tag, &str) -> bool, within: fn(Tag) -> bool) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev().take(MAX_SEARCH) {
            if open.kind == Kind::Element && matches(open.tag, self.slice(open.name)) {
                return Some(at);
            }
            if open.kind != Kind::Element || within(open.tag) || matches!(open.tag, Tag::Html | Tag::Body) {
                return None;
            }
        }
        None
    }

    /// Closes the open element at this depth and all in it.
    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close();
        }
    }
}

/// An element that is closed where another begins.
struct Rule {
    start: fn(Tag) -> bool,
    closes: fn(Tag) -> bool,
    /// Elements that an open one is not looked for outside of.
    within: fn(Tag) -> bool,
}

/// The [end tags that may be left out](https://html.spec.whatwg.org/multipage/syntax.html#optional-tags).
const CLOSED_BY: [Rule; 11] = [
    Rule { start: closes_paragraph, closes: |open| open == Tag::P, within: |each| is_cell(each) || each == Tag::Button },
    Rule { start: |tag| tag == Tag::Li, closes: |open| open == Tag::Li, within: is_list },
    Rule { start: is_term, closes: is_term, within: is_list },
    Rule { start: is_option, closes: |open| open == Tag::Option, within: |each| each == Tag::Select },
    Rule { start: |tag| tag == Tag::Optgroup, closes: |open| open == Tag::Optgroup, within: |each| each == Tag::Select },
    Rule { start: is_section_of_table, closes: is_section_of_table, within: |each| each == Tag::Table },
    Rule {
        start: |tag| tag == Tag::Tr,
        closes: |open| open == Tag::Tr || is_head_of_table(open),
        within: |each| each == Tag::Table,
    },
    Rule {
        start: is_cell_start,
        closes: |open| is_cell_start(open) || is_head_of_table(open),
        within: |each| matches!(each, Tag::Table | Tag::Tr),
    },
    Rule { start: is_ruby_part, closes: is_ruby_part, within: |each| each == Tag::Ruby },
    Rule { start: |tag| tag.heading_level().is_some(), closes: |open| open.heading_level().is_some(), within: |_| true },
    Rule { start: |tag| tag == Tag::A, closes: |open| open == Tag::A, within: is_special },
];

fn closes_paragraph(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        Address
            | Article
            | Aside
            | Blockquote
            | Center
            | Dd
            | Details
            | Dialog
            | Dir
            | Div
            | Dl
            | Dt
            | Fieldset
            | Figcaption
            | Figure
            | Footer
            | Form
            | H1
            | H2
            | H3
            | H4
            | H5
            | H6
            | Header
            | Hgroup
            | Hr
            | Li
            | Listing
            | Main
            | Menu
            | Nav
            | Ol
            | P
            | Plaintext
            | Pre
            | Search
            | Section
            | Summary
            | Table
            | Ul
            | Xmp
    )
}

/// What may stand before the body.
fn is_metadata(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, Base | Basefont | Bgsound | Link | Meta | Noframes | Noscript | Script | Style | Template | Title)
}

/// Elements with a scope of their own: an end tag in one does not reach out of it.
fn is_cell(tag: Tag) -> bool {
    matches!(tag, Tag::Table | Tag::Td | Tag::Th | Tag::Caption | Tag::Object | Tag::Marquee | Tag::Applet)
}

fn is_cell_start(tag: Tag) -> bool {
    matches!(tag, Tag::Td | Tag::Th)
}

fn is_section_of_table(tag: Tag) -> bool {
    matches!(tag, Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Caption | Tag::Colgroup)
}

fn is_head_of_table(tag: Tag) -> bool {
    matches!(tag, Tag::Caption | Tag::Colgroup)
}

fn is_table_part(tag: Tag) -> bool {
    matches!(tag, Tag::Table | Tag::Tr) || is_cell_start(tag) || is_section_of_table(tag)
}

fn is_list(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir | Tag::Dl) || is_cell(tag)
}

fn is_term(tag: Tag) -> bool {
    matches!(tag, Tag::Dt | Tag::Dd)
}

fn is_option(tag: Tag) -> bool {
    matches!(tag, Tag::Option | Tag::Optgroup)
}

fn is_ruby_part(tag: Tag) -> bool {
    matches!(tag, Tag::Rb | Tag::Rt | Tag::Rtc | Tag::Rp)
}

/// Elements whose end tag leaves blocks open that began inside them.
fn is_formatting(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, A | B | Big | Code | Em | Font | I | Nobr | S | Small | Span | Strike | Strong | Tt | U)
}

/// Blocks: what a formatting element's end tag does not close.
fn is_special(tag: Tag) -> bool {
    use Tag::*;
    closes_paragraph(tag) || is_cell(tag) || matches!(tag, Button | Iframe | Select | Tbody | Textarea | Tfoot | Thead | Tr)
}
