//! Reads [document types](https://html.spec.whatwg.org/multipage/parsing.html#doctype-state) for the one thing they say:
//! whether the document is in quirks mode.

use memchr::memchr;

use super::Parser;
use super::modes::Mode;
use crate::page::tokenizer::is_space;

impl Parser<'_> {
    /// Reads a document type. Only the first thing of a document counts as one.
    pub(super) fn doctype(&mut self) {
        self.skips_line_break = false;
        let start = self.at + b"<!doctype".len();
        let doctype = Doctype::read(self.html.get(start..).unwrap_or_default());
        self.at = start + doctype.len;
        if self.mode == Mode::Initial {
            self.is_quirky = doctype.is_quirky();
            self.mode = Mode::BeforeHtml;
        }
    }
}

/// What stands in a document type.
#[derive(Debug, Default)]
struct Doctype<'a> {
    name: &'a str,
    public: Option<&'a str>,
    system: Option<&'a str>,
    /// True when it is not written as it must be.
    is_broken: bool,
    /// Its length, from behind the word `DOCTYPE`.
    len: usize,
}

impl<'a> Doctype<'a> {
    fn read(text: &'a str) -> Doctype<'a> {
        let mut reader = Reader { rest: text };
        let mut doctype = Doctype::default();
        reader.skip_spaces();
        doctype.name = reader.take_while(|byte| !is_space(byte) && byte != b'>');
        reader.skip_spaces();
        let is_public = reader.word("public");
        if is_public || reader.word("system") {
            let id = reader.quoted();
            doctype.is_broken = id.is_none();
            if is_public {
                doctype.public = id;
                doctype.system = id.and_then(|_| reader.quoted());
                // Something else than a second name.
                doctype.is_broken |=
                    doctype.system.is_none() && !reader.rest.trim_start_matches(['\t', '\n', '\x0C', ' ']).starts_with('>');
            } else {
                doctype.system = id;
            }
        } else if !reader.rest.starts_with('>') {
            doctype.is_broken = true;
        }
        // What follows the names is ignored, but must end.
        match memchr(b'>', reader.rest.as_bytes()) {
            Some(end) => doctype.len = text.len() - reader.rest.len() + end + 1,
            None => {
                doctype.is_broken = true;
                doctype.len = text.len();
            }
        }
        doctype
    }

    /// [The initial insertion mode](https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode) lists
    /// what makes a document quirky.
    fn is_quirky(&self) -> bool {
        let starts_with = |id: &str, start: &str| id.get(..start.len()).is_some_and(|id| id.eq_ignore_ascii_case(start));
        let is_quirky_public = |id: &str| {
            PUBLIC_IDS.iter().any(|each| id.eq_ignore_ascii_case(each))
                || PUBLIC_PREFIXES.lines().any(|start| starts_with(id, start))
                || self.system.is_none()
                    && ["frameset", "transitional"].iter().any(|kind| starts_with(id, &format!("-//W3C//DTD HTML 4.01 {kind}//")))
        };
        self.is_broken
            || !self.name.eq_ignore_ascii_case("html")
            || self.public.is_some_and(is_quirky_public)
            || self.system.is_some_and(|id| id.eq_ignore_ascii_case(SYSTEM_ID))
    }
}

const PUBLIC_IDS: [&str; 3] = ["-//W3O//DTD W3 HTML Strict 3.0//EN//", "-/W3C/DTD HTML 4.0 Transitional/EN", "HTML"];

const SYSTEM_ID: &str = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";

/// Beginnings of public identifiers.
const PUBLIC_PREFIXES: &str = "\
-//advasoft ltd//dtd html 3.0 aswedit + extensions//\n\
-//as//dtd html 3.0 aswedit + extensions//\n\
-//ietf//dtd html 2.0 level 1//\n\
-//ietf//dtd html 2.0 level 2//\n\
-//ietf//dtd html 2.0 strict level 1//\n\
-//ietf//dtd html 2.0 strict level 2//\n\
-//ietf//dtd html 2.0 strict//\n\
-//ietf//dtd html 2.0//\n\
-//ietf//dtd html 2.1e//\n\
-//ietf//dtd html 3.0//\n\
-//ietf//dtd html 3.2 final//\n\
-//ietf//dtd html 3.2//\n\
-//ietf//dtd html 3//\n\
-//ietf//dtd html level 0//\n\
-//ietf//dtd html level 1//\n\
-//ietf//dtd html level 2//\n\
-//ietf//dtd html level 3//\n\
-//ietf//dtd html strict level 0//\n\
-//ietf//dtd html strict level 1//\n\
-//ietf//dtd html strict level 2//\n\
-//ietf//dtd html strict level 3//\n\
-//ietf//dtd html strict//\n\
-//ietf//dtd html//\n\
-//metrius//dtd metrius presentational//\n\
-//microsoft//dtd internet explorer 2.0 html strict//\n\
-//microsoft//dtd internet explorer 2.0 html//\n\
-//microsoft//dtd internet explorer 2.0 tables//\n\
-//microsoft//dtd internet explorer 3.0 html strict//\n\
-//microsoft//dtd internet explorer 3.0 html//\n\
-//microsoft//dtd internet explorer 3.0 tables//\n\
-//netscape comm. corp.//dtd html//\n\
-//netscape comm. corp.//dtd strict html//\n\
-//o'reilly and associates//dtd html 2.0//\n\
-//o'reilly and associates//dtd html extended 1.0//\n\
-//o'reilly and associates//dtd html extended relaxed 1.0//\n\
-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//\n\
-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//\n\
-//spyglass//dtd html 2.0 extended//\n\
-//sq//dtd html 2.0 hotmetal + extensions//\n\
-//sun microsystems corp.//dtd hotjava html//\n\
-//sun microsystems corp.//dtd hotjava strict html//\n\
-//w3c//dtd html 3 1995-03-24//\n\
-//w3c//dtd html 3.2 draft//\n\
-//w3c//dtd html 3.2 final//\n\
-//w3c//dtd html 3.2//\n\
-//w3c//dtd html 3.2s draft//\n\
-//w3c//dtd html 4.0 frameset//\n\
-//w3c//dtd html 4.0 transitional//\n\
-//w3c//dtd html experimental 19960712//\n\
-//w3c//dtd html experimental 970421//\n\
-//w3c//dtd w3 html//\n\
-//w3o//dtd w3 html 3.0//\n\
-//webtechs//dtd mozilla html 2.0//\n\
-//webtechs//dtd mozilla html//";

/// Goes through a document type.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn skip_spaces(&mut self) {
        self.take_while(is_space);
    }

    fn take_while(&mut self, is_part: impl Fn(u8) -> bool) -> &'a str {
        let len = self.rest.bytes().position(|byte| !is_part(byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Reads over a word, in any case.
    fn word(&mut self, word: &str) -> bool {
        match self.rest.split_at_checked(word.len()) {
            Some((found, rest)) if found.eq_ignore_ascii_case(word) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Reads over what stands between quotes. Without its end it is none.
    fn quoted(&mut self) -> Option<&'a str> {
        let before = self.rest;
        self.skip_spaces();
        let quote = self.rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (id, rest) = self.rest.strip_prefix(quote)?.split_once(quote)?;
        if id.contains('>') {
            self.rest = before;
            return None;
        }
        self.rest = rest;
        Some(id)
    }
}
