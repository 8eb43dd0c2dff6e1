//! The [insertion modes](https://html.spec.whatwg.org/multipage/parsing.html#the-insertion-mode): what a token means where
//! the parser is. A file for each part of a document.

mod body;
mod body_end;
mod body_start;
mod cell;
mod document;
mod frameset;
mod head;
mod table;
mod template;
mod text;

use super::Parser;
use super::tokens::{Flow, Token};
use crate::page::Tag;
use crate::page::builder::Span;

/// Where the parser is in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    AfterHead,
    InBody,
    Text,
    InTable,
    InTableText,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    InFrameset,
    AfterFrameset,
    AfterAfterBody,
    AfterAfterFrameset,
}

impl Parser<'_> {
    /// Processes a token by the rules of a mode.
    pub(super) fn step(&mut self, mode: Mode, token: Token) -> Flow {
        match mode {
            Mode::Initial => self.initial(token),
            Mode::BeforeHtml => self.before_html(token),
            Mode::BeforeHead => self.before_head(token),
            Mode::InHead => self.in_head(token),
            Mode::AfterHead => self.after_head(token),
            Mode::InBody => self.in_body(token),
            Mode::Text => self.in_text(token),
            Mode::InTable => self.in_table(token),
            Mode::InTableText => self.in_table_text(token),
            Mode::InCaption => self.in_caption(token),
            Mode::InColumnGroup => self.in_column_group(token),
            Mode::InTableBody => self.in_table_body(token),
            Mode::InRow => self.in_row(token),
            Mode::InCell => self.in_cell(token),
            Mode::InTemplate => self.in_template(token),
            Mode::AfterBody => self.after_body(token),
            Mode::InFrameset => self.in_frameset(token),
            Mode::AfterFrameset => self.after_frameset(token),
            Mode::AfterAfterBody => self.after_after_body(token),
            Mode::AfterAfterFrameset => self.after_after_frameset(token),
        }
    }

    /// Goes to another mode with a token that this one does not take.
    fn again_in(&mut self, mode: Mode, token: Token) -> Flow {
        self.mode = mode;
        Flow::Again(token)
    }

    /// A text in two: the white space that it begins with, and the rest. Either may be empty.
    fn split_blank(&self, text: Span) -> (Span, Span) {
        let characters = self.tree.str(text);
        let len = characters.bytes().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(characters.len()) as u32;
        (Span { start: text.start, len }, Span { start: text.start + len, len: text.len - len })
    }

    /// A text in two: the characters up to the first white space, and the rest.
    fn split_word(&self, text: Span) -> (Span, Span) {
        let characters = self.tree.str(text);
        let len = characters.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(characters.len()) as u32;
        (Span { start: text.start, len }, Span { start: text.start + len, len: text.len - len })
    }

    /// A document of text that is not white space can no longer become one of frames.
    pub(super) fn forbid_frameset_unless_blank(&mut self, text: Span) {
        if self.may_be_frameset && !self.split_blank(text).1.is_empty() {
            self.may_be_frameset = false;
        }
    }

    /// [Resets the mode](https://html.spec.whatwg.org/multipage/parsing.html#reset-the-insertion-mode-appropriately) to what
    /// the open elements say.
    fn reset_mode(&mut self) {
        let found = self.open.iter().enumerate().rev().find_map(|(at, open)| match open.tag {
            _ if !open.is(open.tag) || open.tag == Tag::Unknown => None,
            Tag::Td | Tag::Th if at > 0 => Some(Mode::InCell),
            Tag::Tr => Some(Mode::InRow),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => Some(Mode::InTableBody),
            Tag::Caption => Some(Mode::InCaption),
            Tag::Colgroup => Some(Mode::InColumnGroup),
            Tag::Table => Some(Mode::InTable),
            Tag::Template => Some(self.template_modes.last().copied().unwrap_or(Mode::InBody)),
            Tag::Head if at > 0 => Some(Mode::InHead),
            Tag::Body => Some(Mode::InBody),
            Tag::Frameset => Some(Mode::InFrameset),
            Tag::Html => Some(if self.head == super::NONE { Mode::BeforeHead } else { Mode::AfterHead }),
            _ => None,
        });
        self.mode = found.unwrap_or(Mode::InBody);
    }
}
