//! End tags [in the body](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody).

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;
use crate::page::html::NONE;
use crate::page::html::sets::{Scope, is_heading, is_special};
use crate::page::html::tokens::TagToken;

impl Parser<'_> {
    #[rustfmt::skip]
    pub(super) fn body_end_tag(&mut self, tag: TagToken) -> Flow {
        use Tag::*;
        match tag.tag {
            P => {
                if !self.is_in_scope(Scope::Button, P) {
                    self.insert_made(P);
                }
                self.close_paragraph();
            }
            A | B | Big | Code | Em | Font | I | Nobr | S | Small | Strike | Strong | Tt | U => self.adopt(&tag),
            Address | Article | Aside | Blockquote | Button | Center | Details | Dialog | Dir | Div | Dl | Fieldset
            | Figcaption | Figure | Footer | Header | Hgroup | Listing | Main | Menu | Nav | Ol | Pre | Search | Section
            | Select | Summary | Ul => {
                self.end_block(tag.tag);
            }
            Li => self.end_item(tag.tag, Scope::ListItem),
            Dd | Dt => self.end_item(tag.tag, Scope::Default),
            H1 | H2 | H3 | H4 | H5 | H6 => {
                if self.finds_in_scope(Scope::Default, |open| open.is_in(is_heading)) {
                    self.imply_end_tags(None);
                    self.pop_through(is_heading);
                }
            }
            Template => return self.in_head(Token::End(tag)),
            Body => {
                if self.is_in_scope(Scope::Default, Body) {
                    self.mode = Mode::AfterBody;
                }
            }
            Html => {
                if self.is_in_scope(Scope::Default, Body) {
                    return self.again_in(Mode::AfterBody, Token::End(tag));
                }
            }
            Form => self.end_form(),
            Applet | Marquee | Object => {
                if self.end_block(tag.tag) {
                    self.clear_formatting();
                }
            }
            Br => return self.body_start_tag(TagToken::made(Br)),
            _ => self.generic_end_tag(&tag),
        }
        Flow::Done
    }

    /// Ends the innermost element of this name, if it is in scope. Gives whether it was.
    fn end_block(&mut self, tag: Tag) -> bool {
        let is_in_scope = self.is_in_scope(Scope::Default, tag);
        if is_in_scope {
            self.imply_end_tags(None);
            self.pop_through(|each| each == tag);
        }
        is_in_scope
    }

    fn end_item(&mut self, tag: Tag, scope: Scope) {
        if self.is_in_scope(scope, tag) {
            self.imply_end_tags(Some(tag));
            self.pop_through(|each| each == tag);
        }
    }

    fn end_form(&mut self) {
        if self.is_open(Tag::Template) {
            self.end_block(Tag::Form);
            return;
        }
        let form = std::mem::replace(&mut self.form, NONE);
        if form != NONE && self.finds_in_scope(Scope::Default, |open| open.id == form) {
            self.imply_end_tags(None);
            self.remove(form);
        }
    }

    /// [Any other end tag](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody): ends an element of this
    /// name unless a special one is between.
    pub(in crate::page::html) fn generic_end_tag(&mut self, tag: &TagToken) {
        let name = self.tree.str(tag.name);
        let is_named = |id: u32| tag.tag != Tag::Unknown || self.tree.str(self.tree.node(id).span) == name;
        let mut found = None;
        for (at, open) in self.open.iter().enumerate().rev() {
            if open.is(tag.tag) && is_named(open.id) {
                found = Some(at);
                break;
            }
            if is_special(open) {
                return;
            }
        }
        if let Some(at) = found {
            // Implied ends between here and there end with it.
            self.open.truncate(at);
        }
    }
}
