//! Reads SVG and MathML: [foreign content](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign).

use super::Parser;
use super::tokens::{Flow, TagToken, Token};
use super::tree::Kind;
use crate::page::Tag;
use crate::page::tokenizer::{Namespace, breaks_out};

impl Parser<'_> {
    /// True where the current element is no HTML.
    pub(super) fn is_in_foreign_content(&self) -> bool {
        self.open.last().is_some_and(|open| open.namespace != Namespace::Html)
    }

    /// True when the rules of foreign content are those for a token here.
    pub(super) fn is_foreign(&self, token: Token) -> bool {
        if !self.is_in_foreign_content() {
            return false;
        }
        match (self.current().kind, token) {
            (_, Token::Eof) => false,
            (Kind::MathText | Kind::HtmlPoint | Kind::AnnotationPoint, Token::Text(_) | Token::Null) => false,
            (Kind::MathText, Token::Start(tag)) => matches!(self.tree.str(tag.name), "mglyph" | "malignmark"),
            (Kind::HtmlPoint | Kind::AnnotationPoint, Token::Start(_)) => false,
            (Kind::Annotation, Token::Start(tag)) => tag.tag != Tag::Svg,
            _ => true,
        }
    }

    pub(super) fn in_foreign_content(&mut self, token: Token) -> Flow {
        match token {
            Token::Null => {
                let replacement = self.tree.intern("\u{fffd}");
                self.insert_text(replacement);
            }
            Token::Text(text) => {
                self.forbid_frameset_unless_blank(text);
                self.insert_text(text);
            }
            Token::Comment => self.insert_comment(),
            Token::Start(tag) if breaks_out(tag.tag) || self.is_styled_font(&tag) => return self.break_out(token),
            Token::Start(tag) => self.insert_foreign(&tag, self.current().namespace),
            Token::End(tag) if matches!(tag.tag, Tag::Br | Tag::P) => return self.break_out(token),
            Token::End(tag) => return self.foreign_end_tag(tag),
            Token::Eof => {}
        }
        Flow::Done
    }

    /// A `font` of HTML: SVG has one too, without these attributes.
    fn is_styled_font(&self, tag: &TagToken) -> bool {
        let names = self.tree.attr_names.get(tag.first_attr as usize..).unwrap_or_default();
        let is_style = |name: &str| ["color", "face", "size"].iter().any(|each| name.eq_ignore_ascii_case(each));
        tag.tag == Tag::Font && names.iter().any(|&name| is_style(self.tree.str(name)))
    }

    /// Leaves the foreign content for a tag that cannot be meant as one of its own.
    fn break_out(&mut self, token: Token) -> Flow {
        let stays = |kind| matches!(kind, Kind::MathText | Kind::HtmlPoint | Kind::AnnotationPoint);
        while self.open.pop_if(|open| open.namespace != Namespace::Html && !stays(open.kind)).is_some() {}
        self.step(self.mode, token)
    }

    fn foreign_end_tag(&mut self, tag: TagToken) -> Flow {
        let name = self.tree.str(tag.raw_name);
        for (at, open) in self.open.iter().enumerate().skip(1).rev() {
            if open.namespace == Namespace::Html {
                return self.step(self.mode, Token::End(tag));
            }
            if self.tree.str(self.tree.node(open.id).span).eq_ignore_ascii_case(name) {
                self.open.truncate(at);
                return Flow::Done;
            }
        }
        Flow::Done
    }
}
