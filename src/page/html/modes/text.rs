//! In an element that holds text alone:
//! [text](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata).

use super::{Flow, Parser, Token};

impl Parser<'_> {
    pub(super) fn in_text(&mut self, token: Token) -> Flow {
        match token {
            Token::Text(text) => {
                self.insert_text(text);
                Flow::Done
            }
            Token::End(_) => {
                self.open.pop();
                self.mode = self.original_mode;
                Flow::Done
            }
            // The tokenizer finds nothing else there but the document's end.
            Token::Start(_) | Token::Null | Token::Comment | Token::Eof => {
                self.open.pop();
                self.again_in(self.original_mode, token)
            }
        }
    }
}
