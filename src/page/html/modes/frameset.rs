//! In a document made of frames:
//! [in frameset](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inframeset) and after.

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;

impl Parser<'_> {
    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inframeset>
    pub(super) fn in_frameset(&mut self, token: Token) -> Flow {
        match token {
            Token::Start(tag) if tag.tag == Tag::Frameset => {
                self.insert(&tag);
            }
            Token::Start(tag) if tag.tag == Tag::Frame => {
                self.insert_void(&tag);
            }
            Token::End(tag) if tag.tag == Tag::Frameset => {
                if self.open.len() > 1 {
                    self.open.pop();
                    if !self.current().is(Tag::Frameset) {
                        self.mode = Mode::AfterFrameset;
                    }
                }
            }
            token => return self.around_frameset(token),
        }
        Flow::Done
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterframeset>
    pub(super) fn after_frameset(&mut self, token: Token) -> Flow {
        match token {
            Token::End(tag) if tag.tag == Tag::Html => {
                self.mode = Mode::AfterAfterFrameset;
                Flow::Done
            }
            token => self.around_frameset(token),
        }
    }

    /// What both have in common: of a text, the white space stays.
    fn around_frameset(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(text) => {
                let (blank, rest) = self.split_blank(text);
                if !blank.is_empty() {
                    self.insert_text(blank);
                }
                return self.skip_word(rest);
            }
            Token::Comment => self.insert_comment(),
            Token::Start(tag) if tag.tag == Tag::Html => return self.in_body(token),
            Token::Start(tag) if tag.tag == Tag::Noframes => return self.in_head(token),
            _ => {}
        }
        Flow::Done
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#the-after-after-frameset-insertion-mode>
    pub(super) fn after_after_frameset(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(text) => {
                let (blank, rest) = self.split_blank(text);
                if !blank.is_empty() {
                    self.in_body(Token::Text(blank));
                }
                self.skip_word(rest)
            }
            Token::Start(tag) if tag.tag == Tag::Html => self.in_body(token),
            Token::Start(tag) if tag.tag == Tag::Noframes => self.in_head(token),
            _ => Flow::Done,
        }
    }

    /// Goes on behind the characters that are no white space.
    pub(super) fn skip_word(&mut self, text: crate::page::Span) -> Flow {
        let (_, rest) = self.split_word(text);
        if rest.is_empty() { Flow::Done } else { Flow::Again(Token::Text(rest)) }
    }
}
