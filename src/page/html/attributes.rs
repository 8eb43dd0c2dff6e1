//! Reads what stands in a tag behind its name:
//! [attributes](https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state).

use memchr::memchr3;

use super::Parser;
use super::tokens::TagToken;
use crate::page::builder::Span;
use crate::page::references::Place;
use crate::page::tokenizer::is_space;

impl Parser<'_> {
    /// Reads to behind the tag, and keeps its attributes in the tree. Gives whether the tag closes itself; `None` when the
    /// document ends before it does.
    pub(super) fn attributes(&mut self, tag: &mut TagToken) -> Option<bool> {
        let is_self_closing = loop {
            self.skip_spaces();
            match self.rest() {
                [b'>', ..] => {
                    self.at += 1;
                    break false;
                }
                [b'/', b'>', ..] => {
                    self.at += 2;
                    break true;
                }
                [b'/', ..] => self.at += 1,
                [] => {
                    self.tree.forget_attrs(tag.first_attr);
                    return None;
                }
                _ => {
                    let name = self.attribute_name(&mut tag.has_capitals);
                    let value = self.attribute_value();
                    self.tree.push_attr(name, value);
                }
            }
        };
        self.tree.drop_repeated_attrs(tag.first_attr);
        Some(is_self_closing)
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().iter().take_while(|&&byte| is_space(byte)).count();
    }

    /// A name as it stands; the element's namespace decides how it is written. Its first character belongs to it,
    /// whatever it is.
    fn attribute_name(&mut self, has_capitals: &mut bool) -> Span {
        let start = self.at;
        let mut has_null = false;
        while let Some(&byte) = self.bytes.get(self.at) {
            if self.at > start && (matches!(byte, b'=' | b'/' | b'>') || is_space(byte)) {
                break;
            }
            has_null |= byte == 0;
            *has_capitals |= byte.is_ascii_uppercase();
            self.at += 1;
        }
        let span = Span::new(start, self.at);
        if has_null { self.tree.decoded(span, Place::Raw) } else { span }
    }

    /// What follows an attribute's name: its value, or nothing.
    fn attribute_value(&mut self) -> Span {
        match self.rest() {
            [b'=', b'"', ..] => return self.quoted_value(self.at + 2, b'"'),
            [b'=' | b' ' | b'\n' | b'\t' | 0x0C, ..] => {}
            _ => return Span::default(),
        }
        self.skip_spaces();
        let [b'=', ..] = self.rest() else { return Span::default() };
        self.at += 1;
        self.skip_spaces();
        match self.rest() {
            [quote @ (b'"' | b'\''), ..] => self.quoted_value(self.at + 1, *quote),
            rest => {
                let len = rest.iter().position(|&byte| is_space(byte) || byte == b'>').unwrap_or(rest.len());
                let span = Span::new(self.at, self.at + len);
                self.at += len;
                self.tree.decoded(span, Place::Attribute)
            }
        }
    }

    fn quoted_value(&mut self, start: usize, quote: u8) -> Span {
        let rest = self.bytes.get(start..).unwrap_or_default();
        // One look finds the end of most values and that there is nothing to decode.
        let first = memchr3(quote, b'&', 0, rest).unwrap_or(rest.len());
        if rest.get(first) == Some(&quote) {
            self.at = start + first + 1;
            return Span::new(start, start + first);
        }
        let tail = rest.get(first..).unwrap_or_default();
        let len = first + memchr::memchr(quote, tail).unwrap_or(tail.len());
        self.at = (start + len + 1).min(self.bytes.len());
        self.tree.decoded(Span::new(start, start + len), Place::Attribute)
    }
}
