//! Finds the tokens: [tokenization](https://html.spec.whatwg.org/multipage/parsing.html#tokenization), a run at a time.
//!
//! The standard reads a character at a time through eighty states. Here a search for the next byte that matters stands
//! for each state that only copies, so a text is one token and a tag one call.

use memchr::{memchr, memchr3};

use super::Parser;
use super::tree::Tree;
use crate::page::Tag;
use crate::page::builder::Span;
use crate::page::raw_text;
use crate::page::references::Place;
use crate::page::tokenizer::name_len;

/// What the tree is made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Token {
    Start(TagToken),
    End(TagToken),
    /// Characters, never none.
    Text(Span),
    /// U+0000, which means something else in every mode.
    Null,
    Comment,
    Eof,
}

/// A tag.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TagToken {
    /// What it is called, if that is a name of HTML.
    pub(super) tag: Tag,
    /// Its name as it stands in the source; empty for a tag that was made up.
    pub(super) raw_name: Span,
    /// Its name in lower case where [`TagToken::tag`] does not say it; empty otherwise.
    pub(super) name: Span,
    /// Its attributes are those of the tree from here on.
    pub(super) first_attr: u32,
    pub(super) n_attrs: u32,
    /// The name of an attribute has capitals.
    pub(super) has_capitals: bool,
    pub(super) is_self_closing: bool,
}

impl TagToken {
    /// A tag that the source does not have.
    pub(super) fn made(tag: Tag) -> TagToken {
        TagToken { tag, ..TagToken::default() }
    }
}

/// How the content of an element is read that holds text alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// [RCDATA](https://html.spec.whatwg.org/multipage/parsing.html#rcdata-state): with references.
    Decoded(Tag),
    /// [RAWTEXT](https://html.spec.whatwg.org/multipage/parsing.html#rawtext-state)
    Raw(Tag),
    Script,
    /// To the end of the document.
    Plaintext,
}

impl<'a> Parser<'a> {
    /// Reads everything.
    pub(super) fn run(mut self) -> Tree<'a> {
        while self.at < self.bytes.len() {
            if let Some(content) = self.content.take() {
                self.content(content);
                continue;
            }
            match self.rest() {
                [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] => self.tag(b"<".len()),
                [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => self.tag(b"</".len()),
                [b'<', b'/', b'>', ..] => self.at += b"</>".len(),
                [b'<', b'!', ..] => self.declaration(),
                [b'<', b'?', ..] | [b'<', b'/', _, ..] => self.bogus_comment(),
                [0, ..] => {
                    self.at += 1;
                    self.process(Token::Null);
                }
                _ => self.text(),
            }
        }
        self.process(Token::Eof);
        self.tree
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// A tag, whose name begins after so many bytes. One that the document's end cuts off does not count.
    fn tag(&mut self, start_len: usize) {
        let is_end = start_len > b"<".len();
        self.at += start_len;
        let len = name_len(self.rest());
        let raw_name = Span::new(self.at, self.at + len);
        let tag = Tag::from_any_case(self.rest(), len);
        self.at += len;
        let name = if tag == Tag::Unknown { self.tree.lower(raw_name) } else { Span::default() };
        let first_attr = self.tree.n_attrs();
        let mut token = TagToken { tag, raw_name, name, first_attr, n_attrs: 0, has_capitals: false, is_self_closing: false };
        let Some(is_self_closing) = self.attributes(&mut token) else { return };
        if is_end {
            self.tree.forget_attrs(token.first_attr);
            return self.process(Token::End(token));
        }
        token.is_self_closing = is_self_closing;
        token.n_attrs = self.tree.n_attrs() - token.first_attr;
        self.process(Token::Start(token));
    }

    /// The text up to the next tag, comment or NUL.
    fn text(&mut self) {
        let start = self.at;
        let mut has_references = false;
        loop {
            match memchr3(b'<', b'&', 0, self.rest()) {
                None => self.at = self.bytes.len(),
                Some(found) => self.at += found,
            }
            has_references |= self.rest().first() == Some(&b'&');
            match self.rest() {
                [] | [0, ..] | [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'!' | b'?', ..] | [b'<', b'/', _, ..] => break,
                _ => self.at += 1,
            }
        }
        let span = Span::new(start, self.at);
        let text = if has_references { self.tree.decoded(span, Place::Text) } else { span };
        self.process(Token::Text(text));
    }

    /// Everything up to the end tag of the element just opened, as text.
    fn content(&mut self, content: Content) {
        let rest = self.rest();
        let (len, place) = match content {
            Content::Decoded(tag) => (raw_text::len(rest, tag.name()), Place::Content),
            Content::Raw(tag) => (raw_text::len(rest, tag.name()), Place::Raw),
            Content::Script => (raw_text::script_len(rest), Place::Raw),
            Content::Plaintext => (rest.len(), Place::Raw),
        };
        let span = Span::new(self.at, self.at + len);
        self.at += len;
        if len > 0 {
            let text = self.tree.decoded(span, place);
            self.process(Token::Text(text));
        }
    }

    /// The [markup declaration open state](https://html.spec.whatwg.org/multipage/parsing.html#markup-declaration-open-state)
    fn declaration(&mut self) {
        let rest = self.rest();
        if rest.starts_with(b"<!--") {
            self.at += raw_text::comment_len(rest);
            self.process(Token::Comment);
        } else if rest.get(2..9).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype")) {
            self.doctype();
        } else if rest.starts_with(b"<![CDATA[") && self.is_in_foreign_content() {
            self.character_data();
        } else {
            self.bogus_comment();
        }
    }

    fn bogus_comment(&mut self) {
        let rest = self.rest();
        self.at += memchr(b'>', rest).map_or(rest.len(), |end| end + 1);
        self.process(Token::Comment);
    }

    /// A [CDATA section](https://html.spec.whatwg.org/multipage/parsing.html#cdata-section-state)
    fn character_data(&mut self) {
        self.at += b"<![CDATA[".len();
        let end = self.at + raw_text::cdata_len(self.rest());
        while self.at < end {
            let rest = self.bytes.get(self.at..end).unwrap_or_default();
            let len = memchr(0, rest).unwrap_or(rest.len());
            if len > 0 {
                let text = Span::new(self.at, self.at + len);
                self.process(Token::Text(text));
            } else {
                self.process(Token::Null);
            }
            self.at += len.max(1);
        }
        self.at = (end + b"]]>".len()).min(self.bytes.len());
    }

    /// Gives a token to the insertion mode, and whatever is left of it to the next.
    pub(super) fn process(&mut self, token: Token) {
        let mut token = match token {
            Token::Text(text) if std::mem::take(&mut self.skips_line_break) => match self.tree.without_line_break(text) {
                Some(text) => Token::Text(text),
                None => return,
            },
            token => {
                self.skips_line_break = false;
                token
            }
        };
        // Every repetition changes the mode, leaves foreign content or shortens the text.
        while let Flow::Again(next) = self.dispatch(token) {
            token = next;
        }
    }

    /// The [tree construction dispatcher](https://html.spec.whatwg.org/multipage/parsing.html#tree-construction-dispatcher)
    fn dispatch(&mut self, token: Token) -> Flow {
        if self.is_foreign(token) { self.in_foreign_content(token) } else { self.step(self.mode, token) }
    }
}

/// What became of a token.
#[derive(Clone, Copy, Debug)]
pub(super) enum Flow {
    Done,
    /// This is still to be processed.
    Again(Token),
}
