//! [In a table](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable), between its cells.

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;
use crate::page::html::NONE;
use crate::page::html::formatting::Entry;
use crate::page::html::sets::{Scope, is_table_part};
use crate::page::html::tokens::TagToken;

fn ends_table_context(tag: Tag) -> bool {
    matches!(tag, Tag::Table | Tag::Template | Tag::Html)
}

fn ends_body_context(tag: Tag) -> bool {
    matches!(tag, Tag::Tbody | Tag::Tfoot | Tag::Thead | Tag::Template | Tag::Html)
}

impl Parser<'_> {
    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable>
    pub(super) fn in_table(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(_) | Token::Null => {
                if self.current().is_in(|tag| is_table_part(tag) || tag == Tag::Template) {
                    self.original_mode = self.mode;
                    return self.again_in(Mode::InTableText, token);
                }
                return self.foster(token);
            }
            Token::Comment => self.insert_comment(),
            Token::Start(tag) => return self.table_start_tag(tag),
            Token::End(tag) => return self.table_end_tag(tag),
            Token::Eof => return self.in_body(token),
        }
        Flow::Done
    }

    #[rustfmt::skip]
    fn table_start_tag(&mut self, tag: TagToken) -> Flow {
        use Tag::*;
        let token = Token::Start(tag);
        match tag.tag {
            Caption => {
                self.pop_to(ends_table_context);
                self.formatting.push(Entry::Marker);
                self.insert(&tag);
                self.mode = Mode::InCaption;
            }
            Colgroup => {
                self.pop_to(ends_table_context);
                self.insert(&tag);
                self.mode = Mode::InColumnGroup;
            }
            Col => {
                self.pop_to(ends_table_context);
                self.insert_made(Colgroup);
                return self.again_in(Mode::InColumnGroup, token);
            }
            Tbody | Tfoot | Thead => {
                self.pop_to(ends_table_context);
                self.insert(&tag);
                self.mode = Mode::InTableBody;
            }
            Td | Th | Tr => {
                self.pop_to(ends_table_context);
                self.insert_made(Tbody);
                return self.again_in(Mode::InTableBody, token);
            }
            Table => {
                if self.is_in_scope(Scope::Table, Table) {
                    self.pop_through(|tag| tag == Table);
                    self.reset_mode();
                    return Flow::Again(token);
                }
            }
            Style | Script | Template => return self.in_head(token),
            Input if self.has_hidden_type(&tag) => {
                self.insert_void(&tag);
            }
            Form => {
                if self.form == NONE && !self.is_open(Template) {
                    self.form = self.insert_void(&tag);
                }
            }
            _ => return self.foster(token),
        }
        Flow::Done
    }

    /// True for `type="hidden"`. The names of a tag's attributes are still as they were written.
    fn has_hidden_type(&self, tag: &TagToken) -> bool {
        let first = tag.first_attr as usize;
        let attrs = self.tree.attr_names.iter().zip(&self.tree.attr_values).skip(first);
        let mut found = attrs.filter(|&(&name, _)| self.tree.str(name).eq_ignore_ascii_case("type"));
        found.next().is_some_and(|(_, &value)| self.tree.str(value).eq_ignore_ascii_case("hidden"))
    }

    #[rustfmt::skip]
    fn table_end_tag(&mut self, tag: TagToken) -> Flow {
        use Tag::*;
        match tag.tag {
            Table => {
                if self.is_in_scope(Scope::Table, Table) {
                    self.pop_through(|tag| tag == Table);
                    self.reset_mode();
                }
            }
            Body | Caption | Col | Colgroup | Html | Tbody | Td | Tfoot | Th | Thead | Tr => {}
            Template => return self.in_head(Token::End(tag)),
            _ => return self.foster(Token::End(tag)),
        }
        Flow::Done
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intabletext>
    pub(super) fn in_table_text(&mut self, token: Token) -> Flow {
        match token {
            Token::Null => Flow::Done,
            Token::Text(text) => {
                self.table_texts.push(text);
                Flow::Done
            }
            token => {
                let texts = std::mem::take(&mut self.table_texts);
                let is_blank = texts.iter().all(|&text| self.split_blank(text).1.is_empty());
                for text in texts {
                    if is_blank {
                        self.insert_text(text);
                    } else {
                        self.foster(Token::Text(text));
                    }
                }
                self.again_in(self.original_mode, token)
            }
        }
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incolgroup>
    pub(super) fn in_column_group(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(text) => self.blank_or(text, Self::leave_column_group),
            Token::Comment => {
                self.insert_comment();
                Flow::Done
            }
            Token::Start(tag) => match tag.tag {
                Tag::Html => self.in_body(token),
                Tag::Col => {
                    self.insert_void(&tag);
                    Flow::Done
                }
                Tag::Template => self.in_head(token),
                _ => self.leave_column_group(token),
            },
            Token::End(tag) => match tag.tag {
                Tag::Colgroup => {
                    if self.open.pop_if(|open| open.is(Tag::Colgroup)).is_some() {
                        self.mode = Mode::InTable;
                    }
                    Flow::Done
                }
                Tag::Col => Flow::Done,
                Tag::Template => self.in_head(token),
                _ => self.leave_column_group(token),
            },
            Token::Null => self.leave_column_group(token),
            Token::Eof => self.in_body(token),
        }
    }

    fn leave_column_group(&mut self, token: Token) -> Flow {
        match token {
            _ if self.open.pop_if(|open| open.is(Tag::Colgroup)).is_some() => self.again_in(Mode::InTable, token),
            Token::Text(text) => self.skip_word(text),
            _ => Flow::Done,
        }
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intbody>
    #[rustfmt::skip]
    pub(super) fn in_table_body(&mut self, token: Token) -> Flow {
        use Tag::*;
        match token {
            Token::Start(tag) => match tag.tag {
                Tr => {
                    self.pop_to(ends_body_context);
                    self.insert(&tag);
                    self.mode = Mode::InRow;
                }
                Th | Td => {
                    self.pop_to(ends_body_context);
                    self.insert_made(Tr);
                    return self.again_in(Mode::InRow, token);
                }
                Caption | Col | Colgroup | Tbody | Tfoot | Thead => return self.leave_table_body(token),
                _ => return self.in_table(token),
            },
            Token::End(tag) => match tag.tag {
                Tbody | Tfoot | Thead => {
                    if self.is_in_scope(Scope::Table, tag.tag) {
                        self.pop_to(ends_body_context);
                        self.open.pop();
                        self.mode = Mode::InTable;
                    }
                }
                Table => return self.leave_table_body(token),
                Body | Caption | Col | Colgroup | Html | Td | Th | Tr => {}
                _ => return self.in_table(token),
            },
            token => return self.in_table(token),
        }
        Flow::Done
    }

    fn leave_table_body(&mut self, token: Token) -> Flow {
        let is_body = |tag| matches!(tag, Tag::Tbody | Tag::Tfoot | Tag::Thead);
        if !self.finds_in_scope(Scope::Table, |open| open.is_in(is_body)) {
            return Flow::Done;
        }
        self.pop_to(ends_body_context);
        self.open.pop();
        self.again_in(Mode::InTable, token)
    }
}
