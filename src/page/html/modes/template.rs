//! [In a template](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intemplate), where tables may begin
//! anywhere.

use super::{Flow, Mode, Parser, Token};
use crate::page::Tag;

impl Parser<'_> {
    pub(super) fn in_template(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(_) | Token::Null | Token::Comment => self.in_body(token),
            Token::Start(tag) => match tag.tag {
                Tag::Base
                | Tag::Basefont
                | Tag::Bgsound
                | Tag::Link
                | Tag::Meta
                | Tag::Noframes
                | Tag::Script
                | Tag::Style
                | Tag::Template
                | Tag::Title => self.in_head(token),
                Tag::Caption | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead => self.go_on_in(Mode::InTable, token),
                Tag::Col => self.go_on_in(Mode::InColumnGroup, token),
                Tag::Tr => self.go_on_in(Mode::InTableBody, token),
                Tag::Td | Tag::Th => self.go_on_in(Mode::InRow, token),
                _ => self.go_on_in(Mode::InBody, token),
            },
            Token::End(tag) if tag.tag == Tag::Template => self.in_head(token),
            Token::End(_) => Flow::Done,
            Token::Eof => {
                if !self.is_open(Tag::Template) {
                    return Flow::Done;
                }
                self.pop_through(|tag| tag == Tag::Template);
                self.clear_formatting();
                self.template_modes.pop();
                self.reset_mode();
                Flow::Again(token)
            }
        }
    }

    /// What the template holds is told by its first element.
    fn go_on_in(&mut self, mode: Mode, token: Token) -> Flow {
        self.template_modes.pop();
        self.template_modes.push(mode);
        self.again_in(mode, token)
    }
}
