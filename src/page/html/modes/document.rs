//! Before the head, and after the body: from
//! [initial](https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode) to
//! [after after body](https://html.spec.whatwg.org/multipage/parsing.html#the-after-after-body-insertion-mode).

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;

impl Parser<'_> {
    /// <https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode>
    pub(super) fn initial(&mut self, token: Token) -> Flow {
        match self.without_blank(token) {
            None | Some(Token::Comment) => Flow::Done,
            Some(token) => {
                // No document type.
                self.is_quirky = true;
                self.again_in(Mode::BeforeHtml, token)
            }
        }
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#the-before-html-insertion-mode>
    pub(super) fn before_html(&mut self, token: Token) -> Flow {
        match self.without_blank(token) {
            None | Some(Token::Comment) => Flow::Done,
            Some(Token::Start(tag)) if tag.tag == Tag::Html => {
                self.insert(&tag);
                self.mode = Mode::BeforeHead;
                Flow::Done
            }
            Some(Token::End(tag)) if !matches!(tag.tag, Tag::Head | Tag::Body | Tag::Html | Tag::Br) => Flow::Done,
            Some(token) => {
                self.insert_made(Tag::Html);
                self.again_in(Mode::BeforeHead, token)
            }
        }
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#the-before-head-insertion-mode>
    pub(super) fn before_head(&mut self, token: Token) -> Flow {
        match self.without_blank(token) {
            None => Flow::Done,
            Some(Token::Comment) => {
                self.insert_comment();
                Flow::Done
            }
            Some(token @ Token::Start(tag)) if tag.tag == Tag::Html => self.in_body(token),
            Some(Token::Start(tag)) if tag.tag == Tag::Head => {
                self.head = self.insert(&tag);
                self.mode = Mode::InHead;
                Flow::Done
            }
            Some(Token::End(tag)) if !matches!(tag.tag, Tag::Head | Tag::Body | Tag::Html | Tag::Br) => Flow::Done,
            Some(token) => {
                self.head = self.insert_made(Tag::Head);
                self.again_in(Mode::InHead, token)
            }
        }
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterbody>
    pub(super) fn after_body(&mut self, token: Token) -> Flow {
        match token {
            // In the standard it goes behind the body; as what parts two texts it is nothing there.
            Token::Comment => Flow::Done,
            Token::End(tag) if tag.tag == Tag::Html => {
                self.mode = Mode::AfterAfterBody;
                Flow::Done
            }
            token => self.after_after_body(token),
        }
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#the-after-after-body-insertion-mode>
    pub(super) fn after_after_body(&mut self, token: Token) -> Flow {
        match token {
            Token::Comment | Token::Eof => Flow::Done,
            Token::Start(tag) if tag.tag == Tag::Html => self.in_body(token),
            Token::Text(text) => match self.split_blank(text) {
                (blank, _) if blank.is_empty() => self.again_in(Mode::InBody, token),
                (blank, rest) => {
                    self.in_body(Token::Text(blank));
                    if rest.is_empty() { Flow::Done } else { self.again_in(Mode::InBody, Token::Text(rest)) }
                }
            },
            token => self.again_in(Mode::InBody, token),
        }
    }

    /// The token without the white space that a text begins with; `None` if that was all.
    fn without_blank(&self, token: Token) -> Option<Token> {
        match token {
            Token::Text(text) => Some(self.split_blank(text).1).filter(|rest| !rest.is_empty()).map(Token::Text),
            token => Some(token),
        }
    }
}
