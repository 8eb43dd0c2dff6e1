//! [In the body](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody): where most tokens are read.

use super::{Flow, Mode, Parser, Token};

impl Parser<'_> {
    pub(super) fn in_body(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(text) => {
                self.reconstruct_formatting();
                self.forbid_frameset_unless_blank(text);
                self.insert_text(text);
                Flow::Done
            }
            Token::Start(tag) => self.body_start_tag(tag),
            Token::End(tag) => self.body_end_tag(tag),
            Token::Comment => {
                self.insert_comment();
                Flow::Done
            }
            Token::Null => Flow::Done,
            Token::Eof if self.template_modes.is_empty() => Flow::Done,
            Token::Eof => self.in_template(token),
        }
    }

    /// Reads a token of a table by the rules of the body, putting what it makes in front of the table.
    pub(super) fn foster(&mut self, token: Token) -> Flow {
        self.is_fostering = true;
        let flow = self.step(Mode::InBody, token);
        self.is_fostering = false;
        flow
    }
}
