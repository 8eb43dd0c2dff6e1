//! Start tags [in the body](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody).

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;
use crate::page::html::formatting::Entry;
use crate::page::html::sets::{Scope, is_heading, is_special};
use crate::page::html::tokens::{Content, TagToken};
use crate::page::tokenizer::Namespace;

impl Parser<'_> {
    #[rustfmt::skip]
    pub(super) fn body_start_tag(&mut self, tag: TagToken) -> Flow {
        use Tag::*;
        match tag.tag {
            Address | Article | Aside | Blockquote | Center | Details | Dialog | Dir | Div | Dl | Fieldset | Figcaption
            | Figure | Footer | Header | Hgroup | Main | Menu | Nav | Ol | P | Search | Section | Summary | Ul => {
                self.close_paragraph();
                self.insert(&tag);
            }
            A => {
                self.end_open_link();
                self.reconstruct_formatting();
                self.insert_formatting(&tag);
            }
            B | Big | Code | Em | Font | I | S | Small | Strike | Strong | Tt | U => {
                self.reconstruct_formatting();
                self.insert_formatting(&tag);
            }
            Area | Br | Embed | Img | Keygen | Wbr => {
                self.reconstruct_formatting();
                self.insert_void(&tag);
                self.may_be_frameset = false;
            }
            Li => self.start_item(&tag, |tag| tag == Li),
            Dd | Dt => self.start_item(&tag, |tag| matches!(tag, Dd | Dt)),
            H1 | H2 | H3 | H4 | H5 | H6 => {
                self.close_paragraph();
                self.open.pop_if(|open| open.is_in(is_heading));
                self.insert(&tag);
            }
            Base | Basefont | Bgsound | Link | Meta | Noframes | Script | Style | Template | Title => {
                return self.in_head(Token::Start(tag));
            }
            Html => {
                if !self.is_open(Template) && let Some(root) = self.open.first() {
                    self.tree.add_attrs(root.id, &tag);
                }
            }
            Body => self.repeated_body(&tag),
            Frameset => self.late_frameset(&tag),
            Pre | Listing => {
                self.close_paragraph();
                self.insert(&tag);
                self.skips_line_break = true;
                self.may_be_frameset = false;
            }
            Form => self.start_form(&tag),
            Button => {
                if self.is_in_scope(Scope::Default, Button) {
                    self.imply_end_tags(None);
                    self.pop_through(|tag| tag == Button);
                }
                self.reconstruct_formatting();
                self.insert(&tag);
                self.may_be_frameset = false;
            }
            Nobr => {
                self.reconstruct_formatting();
                if self.is_in_scope(Scope::Default, Nobr) {
                    self.adopt(&TagToken::made(Nobr));
                    self.reconstruct_formatting();
                }
                self.insert_formatting(&tag);
            }
            Applet | Marquee | Object => {
                self.reconstruct_formatting();
                self.insert(&tag);
                self.formatting.push(Entry::Marker);
                self.may_be_frameset = false;
            }
            Table => {
                if !self.is_quirky {
                    self.close_paragraph();
                }
                self.insert(&tag);
                self.may_be_frameset = false;
                self.mode = Mode::InTable;
            }
            Param | Source | Track => {
                self.insert_void(&tag);
            }
            Hr => {
                self.close_paragraph();
                if self.is_in_scope(Scope::Default, Select) {
                    self.imply_end_tags(None);
                }
                self.insert_void(&tag);
                self.may_be_frameset = false;
            }
            Image => return self.body_start_tag(TagToken { tag: Img, ..tag }),
            Math => {
                self.reconstruct_formatting();
                self.insert_foreign(&tag, Namespace::MathMl);
            }
            Svg => {
                self.reconstruct_formatting();
                self.insert_foreign(&tag, Namespace::Svg);
            }
            Input | Select | Option | Optgroup => self.start_control(&tag),
            Rb | Rtc | Rp | Rt => {
                if self.is_in_scope(Scope::Default, Ruby) {
                    self.imply_end_tags(matches!(tag.tag, Rp | Rt).then_some(Rtc));
                }
                self.insert(&tag);
            }
            Textarea | Xmp | Iframe | Noembed | Noscript | Plaintext => return self.start_text_element(&tag),
            Caption | Col | Colgroup | Frame | Head | Tbody | Td | Tfoot | Th | Thead | Tr => {}
            _ => {
                self.reconstruct_formatting();
                self.insert(&tag);
            }
        }
        Flow::Done
    }

    /// A link in a link ends the outer one.
    fn end_open_link(&mut self) {
        if let Some((_, link)) = self.active_named(Tag::A) {
            self.adopt(&TagToken::made(Tag::A));
            self.stop_formatting(link);
            self.remove(link);
        }
    }

    /// An item of a list ends the one before, unless something else than a paragraph or a division is between.
    fn start_item(&mut self, tag: &TagToken, closes: impl Fn(Tag) -> bool) {
        self.may_be_frameset = false;
        for at in (0..self.open.len()).rev() {
            let Some(&open) = self.open.get(at) else { break };
            if open.is_in(&closes) {
                self.imply_end_tags(Some(open.tag));
                self.pop_through(|tag| tag == open.tag);
                break;
            }
            if is_special(&open) && !open.is_in(|tag| matches!(tag, Tag::Address | Tag::Div | Tag::P)) {
                break;
            }
        }
        self.close_paragraph();
        self.insert(tag);
    }

    /// A second body tag only adds its attributes.
    fn repeated_body(&mut self, tag: &TagToken) {
        let body = self.open.get(1).filter(|open| open.is(Tag::Body)).map(|open| open.id);
        if let Some(body) = body.filter(|_| !self.is_open(Tag::Template)) {
            self.may_be_frameset = false;
            self.tree.add_attrs(body, tag);
        }
    }

    /// A frameset replaces a body in which nothing stands yet.
    fn late_frameset(&mut self, tag: &TagToken) {
        let body = self.open.get(1).filter(|open| open.is(Tag::Body)).map(|open| open.id);
        if let Some(body) = body.filter(|_| self.may_be_frameset) {
            self.tree.detach(body);
            self.open.truncate(1);
            self.insert(tag);
            self.mode = Mode::InFrameset;
        }
    }

    fn start_form(&mut self, tag: &TagToken) {
        let is_in_template = self.is_open(Tag::Template);
        if self.form != super::super::NONE && !is_in_template {
            return;
        }
        self.close_paragraph();
        let form = self.insert(tag);
        if !is_in_template {
            self.form = form;
        }
    }

    /// What may stand in a `select`, and itself.
    fn start_control(&mut self, tag: &TagToken) {
        let is_in_select = self.is_in_scope(Scope::Default, Tag::Select);
        match tag.tag {
            Tag::Select if is_in_select => return self.pop_through(|tag| tag == Tag::Select),
            Tag::Input if is_in_select => self.pop_through(|tag| tag == Tag::Select),
            Tag::Option if is_in_select => self.imply_end_tags(Some(Tag::Optgroup)),
            Tag::Optgroup if is_in_select => self.imply_end_tags(None),
            Tag::Option | Tag::Optgroup => {
                self.open.pop_if(|open| open.is(Tag::Option));
            }
            _ => {}
        }
        self.reconstruct_formatting();
        if tag.tag == Tag::Input {
            let id = self.insert_void(tag);
            self.may_be_frameset &= self.is_hidden_input(id);
        } else {
            self.insert(tag);
            self.may_be_frameset &= tag.tag != Tag::Select;
        }
    }

    fn is_hidden_input(&self, id: u32) -> bool {
        self.tree.attr(self.tree.node(id), "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"))
    }

    /// Elements that hold text alone, in the body.
    fn start_text_element(&mut self, tag: &TagToken) -> Flow {
        match tag.tag {
            Tag::Textarea => {
                self.may_be_frameset = false;
                let flow = self.insert_with_text(tag, Content::Decoded(tag.tag));
                self.skips_line_break = true;
                flow
            }
            Tag::Xmp => {
                self.close_paragraph();
                self.reconstruct_formatting();
                self.may_be_frameset = false;
                self.insert_with_text(tag, Content::Raw(tag.tag))
            }
            Tag::Plaintext => {
                self.close_paragraph();
                self.insert(tag);
                self.content = Some(Content::Plaintext);
                Flow::Done
            }
            _ => {
                self.may_be_frameset &= tag.tag != Tag::Iframe;
                self.insert_with_text(tag, Content::Raw(tag.tag))
            }
        }
    }
}
