//! Reads the names in tags and the attributes behind them.

use memchr::memchr3;

use super::foreign::Namespace;
use super::{Span, Tokenizer};
use crate::page::references::Place;

/// How a tag ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagEnd {
    /// With `>`.
    Plain,
    /// With `/>`.
    SelfClosing,
    /// The document ended first: the tag does not count.
    CutOff,
}

/// The length of the name that a tag begins with.
pub(in crate::page) fn name_len(rest: &[u8]) -> usize {
    rest.iter().position(|&byte| is_space(byte) || matches!(byte, b'/' | b'>')).unwrap_or(rest.len())
}

impl Tokenizer<'_> {
    /// Reads from behind a tag's name to behind the tag, and gives what stands there to the element just opened.
    ///
    /// A name that comes twice is kept twice; the first one is what [`Page::attr`](crate::Page::attr) finds.
    pub(super) fn attributes(&mut self, namespace: Namespace) -> TagEnd {
        loop {
            let rest = self.rest(self.at);
            self.at += rest.iter().take_while(|&&byte| is_space(byte)).count();
            match self.rest(self.at) {
                [b'>', ..] => {
                    self.at += 1;
                    return TagEnd::Plain;
                }
                [b'/', b'>', ..] => {
                    self.at += 2;
                    return TagEnd::SelfClosing;
                }
                [b'/', ..] => self.at += 1,
                [] => return TagEnd::CutOff,
                _ => {
                    let name = self.attribute_name(namespace);
                    let value = self.attribute_value();
                    self.builder.attr(name, value);
                }
            }
        }
    }

    fn attribute_name(&mut self, namespace: Namespace) -> Span {
        let start = self.at;
        let mut upper = false;
        // The first character belongs to the name, whatever it is.
        for (n, &byte) in self.rest(start).iter().enumerate() {
            if (byte == b'=' && n > 0) || is_space(byte) || matches!(byte, b'/' | b'>') {
                break;
            }
            upper |= byte.is_ascii_uppercase();
            self.at += 1;
        }
        if upper && namespace == Namespace::Html {
            let lower = self.slice((start, self.at)).to_ascii_lowercase();
            return self.builder.intern(&lower);
        }
        Span::new(start, self.at)
    }

    /// What follows an attribute's name: its value, or nothing.
    fn attribute_value(&mut self) -> Span {
        let rest = self.rest(self.at);
        let quoted = match rest {
            // As serialised.
            [b'=', b'"', ..] => Some((self.at + 2, b'"')),
            _ => {
                let spaces = rest.iter().take_while(|&&byte| is_space(byte)).count();
                let Some([b'=', rest @ ..]) = rest.get(spaces..) else { return Span::default() };
                self.at += spaces + 1;
                self.at += rest.iter().take_while(|&&byte| is_space(byte)).count();
                match self.rest(self.at) {
                    [quote @ (b'"' | b'\''), ..] => Some((self.at + 1, *quote)),
                    _ => None,
                }
            }
        };
        match quoted {
            Some((start, quote)) => self.quoted_value(start, quote),
            None => {
                let rest = self.rest(self.at);
                let len = rest.iter().position(|&byte| is_space(byte) || byte == b'>').unwrap_or(rest.len());
                let range = (self.at, self.at + len);
                self.at = range.1;
                self.span(range, Place::Attribute)
            }
        }
    }

    fn quoted_value(&mut self, start: usize, quote: u8) -> Span {
        let rest = self.rest(start);
        // One look finds the end of most values and that there is nothing to decode.
        let first = memchr3(quote, b'&', 0, rest).unwrap_or(rest.len());
        if rest.get(first) == Some(&quote) {
            self.at = start + first + 1;
            return Span::new(start, start + first);
        }
        let tail = rest.get(first..).unwrap_or_default();
        let len = first + memchr::memchr(quote, tail).unwrap_or(tail.len());
        self.at = (start + len + 1).min(self.bytes.len());
        self.span((start, start + len), Place::Attribute)
    }
}

pub(in crate::page) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | 0x0C)
}
