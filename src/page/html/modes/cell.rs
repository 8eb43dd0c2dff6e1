//! In a table's [rows](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intr), cells and caption.

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;
use crate::page::html::formatting::Entry;
use crate::page::html::sets::Scope;

fn ends_row_context(tag: Tag) -> bool {
    matches!(tag, Tag::Tr | Tag::Template | Tag::Html)
}

impl Parser<'_> {
    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intr>
    #[rustfmt::skip]
    pub(super) fn in_row(&mut self, token: Token) -> Flow {
        use Tag::*;
        match token {
            Token::Start(tag) => match tag.tag {
                Th | Td => {
                    self.pop_to(ends_row_context);
                    self.insert(&tag);
                    self.mode = Mode::InCell;
                    self.formatting.push(Entry::Marker);
                }
                Caption | Col | Colgroup | Tbody | Tfoot | Thead | Tr => return self.leave_row(token),
                _ => return self.in_table(token),
            },
            Token::End(tag) => match tag.tag {
                Tr => {
                    if self.close_row() {
                        self.mode = Mode::InTableBody;
                    }
                }
                Table => return self.leave_row(token),
                Tbody | Tfoot | Thead => {
                    if self.is_in_scope(Scope::Table, tag.tag) {
                        return self.leave_row(token);
                    }
                }
                Body | Caption | Col | Colgroup | Html | Td | Th => {}
                _ => return self.in_table(token),
            },
            token => return self.in_table(token),
        }
        Flow::Done
    }

    fn leave_row(&mut self, token: Token) -> Flow {
        if self.close_row() { self.again_in(Mode::InTableBody, token) } else { Flow::Done }
    }

    /// Closes the row, if there is one in scope.
    fn close_row(&mut self) -> bool {
        let is_in_scope = self.is_in_scope(Scope::Table, Tag::Tr);
        if is_in_scope {
            self.pop_to(ends_row_context);
            self.open.pop();
        }
        is_in_scope
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intd>
    #[rustfmt::skip]
    pub(super) fn in_cell(&mut self, token: Token) -> Flow {
        use Tag::*;
        match token {
            Token::Start(tag) => match tag.tag {
                Caption | Col | Colgroup | Tbody | Td | Tfoot | Th | Thead | Tr => {
                    if self.finds_in_scope(Scope::Table, |open| open.is_in(is_cell)) {
                        return self.leave_cell(token);
                    }
                }
                _ => return self.in_body(token),
            },
            Token::End(tag) => match tag.tag {
                Td | Th => {
                    if self.is_in_scope(Scope::Table, tag.tag) {
                        self.imply_end_tags(None);
                        self.pop_through(|each| each == tag.tag);
                        self.clear_formatting();
                        self.mode = Mode::InRow;
                    }
                }
                Body | Caption | Col | Colgroup | Html => {}
                Table | Tbody | Tfoot | Thead | Tr => {
                    if self.is_in_scope(Scope::Table, tag.tag) {
                        return self.leave_cell(token);
                    }
                }
                _ => return self.in_body(token),
            },
            token => return self.in_body(token),
        }
        Flow::Done
    }

    /// [Closes the cell](https://html.spec.whatwg.org/multipage/parsing.html#close-the-cell).
    fn leave_cell(&mut self, token: Token) -> Flow {
        self.imply_end_tags(None);
        self.pop_through(is_cell);
        self.clear_formatting();
        self.again_in(Mode::InRow, token)
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incaption>
    #[rustfmt::skip]
    pub(super) fn in_caption(&mut self, token: Token) -> Flow {
        use Tag::*;
        match token {
            Token::Start(tag) => match tag.tag {
                Caption | Col | Colgroup | Tbody | Td | Tfoot | Th | Thead | Tr => self.leave_caption(token),
                _ => self.in_body(token),
            },
            Token::End(tag) => match tag.tag {
                Caption => {
                    if self.close_caption() {
                        self.mode = Mode::InTable;
                    }
                    Flow::Done
                }
                Table => self.leave_caption(token),
                Body | Col | Colgroup | Html | Tbody | Td | Tfoot | Th | Thead | Tr => Flow::Done,
                _ => self.in_body(token),
            },
            token => self.in_body(token),
        }
    }

    fn leave_caption(&mut self, token: Token) -> Flow {
        if self.close_caption() { self.again_in(Mode::InTable, token) } else { Flow::Done }
    }

    /// Closes the caption, if there is one in scope.
    fn close_caption(&mut self) -> bool {
        let is_in_scope = self.is_in_scope(Scope::Table, Tag::Caption);
        if is_in_scope {
            self.imply_end_tags(None);
            self.pop_through(|tag| tag == Tag::Caption);
            self.clear_formatting();
        }
        is_in_scope
    }
}

fn is_cell(tag: Tag) -> bool {
    matches!(tag, Tag::Td | Tag::Th)
}
