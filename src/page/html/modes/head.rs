//! [In the head](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead) and right behind it.

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;
use crate::page::html::formatting::Entry;
use crate::page::html::sets::has_thoroughly_implied_end;
use crate::page::html::tokens::{Content, TagToken};

impl Parser<'_> {
    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead>
    pub(super) fn in_head(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(text) => return self.blank_or(text, Self::leave_head),
            Token::Comment => self.insert_comment(),
            Token::Start(tag) => return self.head_start_tag(tag),
            Token::End(tag) => match tag.tag {
                Tag::Head => {
                    self.open.pop();
                    self.mode = Mode::AfterHead;
                }
                Tag::Body | Tag::Html | Tag::Br => return self.leave_head(token),
                Tag::Template => self.end_template(),
                _ => {}
            },
            Token::Null | Token::Eof => return self.leave_head(token),
        }
        Flow::Done
    }

    fn leave_head(&mut self, token: Token) -> Flow {
        self.open.pop();
        self.again_in(Mode::AfterHead, token)
    }

    fn head_start_tag(&mut self, tag: TagToken) -> Flow {
        match tag.tag {
            Tag::Html => return self.in_body(Token::Start(tag)),
            Tag::Base | Tag::Basefont | Tag::Bgsound | Tag::Link | Tag::Meta => {
                self.insert_void(&tag);
            }
            Tag::Title => return self.insert_with_text(&tag, Content::Decoded(tag.tag)),
            Tag::Noframes | Tag::Style | Tag::Noscript => return self.insert_with_text(&tag, Content::Raw(tag.tag)),
            Tag::Script => return self.insert_with_text(&tag, Content::Script),
            Tag::Template => self.start_template(&tag),
            Tag::Head => {}
            _ => return self.leave_head(Token::Start(tag)),
        }
        Flow::Done
    }

    fn start_template(&mut self, tag: &TagToken) {
        self.formatting.push(Entry::Marker);
        self.may_be_frameset = false;
        self.mode = Mode::InTemplate;
        self.template_modes.push(Mode::InTemplate);
        let id = self.insert(tag);
        let is_shadow_root = self.tree.attr(self.tree.node(id), "shadowrootmode").is_some();
        self.tree.has_shadow_roots |= is_shadow_root;
    }

    fn end_template(&mut self) {
        if self.is_open(Tag::Template) {
            while self.open.pop_if(|open| open.is_in(has_thoroughly_implied_end)).is_some() {}
            self.pop_through(|tag| tag == Tag::Template);
            self.clear_formatting();
            self.template_modes.pop();
            self.reset_mode();
        }
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#the-after-head-insertion-mode>
    pub(super) fn after_head(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(text) => return self.blank_or(text, Self::make_body),
            Token::Comment => self.insert_comment(),
            Token::Start(tag) => match tag.tag {
                Tag::Html => return self.in_body(token),
                Tag::Body => {
                    self.insert(&tag);
                    self.may_be_frameset = false;
                    self.mode = Mode::InBody;
                }
                Tag::Frameset => {
                    self.insert(&tag);
                    self.mode = Mode::InFrameset;
                }
                Tag::Base
                | Tag::Basefont
                | Tag::Bgsound
                | Tag::Link
                | Tag::Meta
                | Tag::Noframes
                | Tag::Script
                | Tag::Style
                | Tag::Template
                | Tag::Title => {
                    let head = self.head;
                    self.push(head);
                    let flow = self.in_head(token);
                    self.remove(head);
                    return flow;
                }
                Tag::Head => {}
                _ => return self.make_body(token),
            },
            Token::End(tag) => match tag.tag {
                Tag::Template => return self.in_head(token),
                Tag::Body | Tag::Html | Tag::Br => return self.make_body(token),
                _ => {}
            },
            Token::Null | Token::Eof => return self.make_body(token),
        }
        Flow::Done
    }

    fn make_body(&mut self, token: Token) -> Flow {
        self.insert_made(Tag::Body);
        self.again_in(Mode::InBody, token)
    }

    /// Inserts the white space that a text begins with, and does `otherwise` with the rest.
    pub(super) fn blank_or(&mut self, text: crate::page::Span, otherwise: impl FnOnce(&mut Self, Token) -> Flow) -> Flow {
        let (blank, rest) = self.split_blank(text);
        if !blank.is_empty() {
            self.insert_text(blank);
        }
        if rest.is_empty() { Flow::Done } else { otherwise(self, Token::Text(rest)) }
    }
}
