//! Reads canonical HTML, as browsers serialise it, into the arena.
//!
//! A [serialised document](https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments) says
//! where every element begins and ends, so it is read as it stands: the tree that comes out is the live one, also
//! where no parser would have built it (a `div` in a `p`), and the k-th start tag is the k-th element. Only when
//! something shows that no browser serialised the document is it read once more, as somebody wrote it: with the
//! repairs of [`recovery`].

mod attributes;
mod foreign;
mod recovery;

use memchr::{memchr, memchr2, memchr3};

use self::attributes::TagEnd;
pub(super) use self::attributes::{is_space, name_len};
use self::foreign::Inside;
pub(super) use self::foreign::{Namespace, breaks_out};
use super::builder::Span;
use super::references::{self, Place};
use super::{Page, PageBuilder, Tag, raw_text};

/// The page that `html` describes.
pub(super) fn parse(html: String) -> Page {
    match Tokenizer::new(&html, Mode::Canonical).run() {
        Ok(builder) => builder.finish(html),
        Err(NotCanonical) => parse_written(html),
    }
}

/// The page of a document, or a piece of one, that somebody wrote.
pub(super) fn parse_written(html: String) -> Page {
    let builder = Tokenizer::new(&html, Mode::Written).run();
    builder.unwrap_or_else(|NotCanonical| PageBuilder::new(html.len())).finish(html)
}

/// True for a document that is read to the letter.
#[cfg(test)]
pub(super) fn is_canonical(html: &str) -> bool {
    Tokenizer::new(html, Mode::Canonical).run().is_ok()
}

/// How a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// To the letter, until something shows that no browser serialised it.
    Canonical,
    /// With repairs, to the end.
    Written,
}

/// Something that no browser serialises was found. Never the answer in [`Mode::Written`].
#[derive(Debug)]
struct NotCanonical;

/// An open element.
#[derive(Clone, Copy, Debug)]
struct Open {
    tag: Tag,
    /// Its name as it stands in the source.
    name: (usize, usize),
    /// How what is in it is read.
    inside: Inside,
    kind: Kind,
    has_shadow_root: bool,
}

/// What an open element is to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Element,
    /// A template: its contents are read, to find its end, and then taken back.
    Template,
    /// A template that stands for its parent's shadow root: its contents are the page's, itself it is not.
    ShadowRoot,
}

struct Tokenizer<'a> {
    html: &'a str,
    /// The same as bytes.
    bytes: &'a [u8],
    /// The next byte to read.
    at: usize,
    mode: Mode,
    builder: PageBuilder,
    open: Vec<Open>,
    /// True when the document has no root of its own that could hold all of it.
    made_root: bool,
    /// True once the body, or a frameset in its place, has begun. Kept in [`Mode::Written`] alone.
    has_body: bool,
}

impl<'a> Tokenizer<'a> {
    fn new(html: &'a str, mode: Mode) -> Self {
        Tokenizer {
            html,
            bytes: html.as_bytes(),
            // A byte order mark is no text.
            at: if html.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 },
            mode,
            builder: PageBuilder::new(html.len()),
            open: Vec::with_capacity(64),
            made_root: false,
            has_body: false,
        }
    }

    fn run(mut self) -> Result<PageBuilder, NotCanonical> {
        while self.at < self.bytes.len() {
            match self.rest(self.at) {
                [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => self.end_tag()?,
                [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] => self.start_tag()?,
                [b'<', b'!' | b'?' | b'/', ..] => self.declaration()?,
                _ => self.text()?,
            }
        }
        if self.builder.is_empty() {
            self.ensure_root()?;
        }
        // What is still open was cut off, or somebody left its end tag out.
        let is_whole = self.open.len() == usize::from(self.made_root);
        if is_whole || self.mode == Mode::Written { Ok(self.builder) } else { Err(NotCanonical) }
    }

    fn rest(&self, at: usize) -> &'a [u8] {
        self.bytes.get(at..).unwrap_or_default()
    }

    fn slice(&self, (start, end): (usize, usize)) -> &'a str {
        self.html.get(start..end).unwrap_or_default()
    }

    /// The text up to the next tag, comment or declaration.
    fn text(&mut self) -> Result<(), NotCanonical> {
        let start = self.at;
        self.at = loop {
            match memchr3(b'<', b'&', 0, self.rest(self.at)) {
                None => break self.bytes.len(),
                Some(found) => self.at += found,
            }
            match self.rest(self.at) {
                [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'!' | b'?' | b'/', ..] => break self.at,
                _ => self.at += 1,
            }
        };
        let range = (start, self.at);
        if self.make_room_for_text(self.slice(range))? {
            let text = self.span(range, Place::Text);
            self.builder.text(text);
        }
        Ok(())
    }

    /// Opens what a text needs around it. False for white space outside all elements, which is no text.
    fn make_room_for_text(&mut self, text: &str) -> Result<bool, NotCanonical> {
        if self.mode == Mode::Canonical && !self.open.is_empty() {
            return Ok(true);
        }
        let is_blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        if is_blank {
            return Ok(!self.open.is_empty());
        }
        self.ensure_root()?;
        if self.mode == Mode::Written {
            self.before_text();
        }
        Ok(true)
    }

    /// The span of a piece of the source, decoded where references or NULs stand in it.
    fn span(&mut self, (start, end): (usize, usize), place: Place) -> Span {
        let text = self.slice((start, end));
        match memchr2(b'&', 0, text.as_bytes()) {
            None => Span::new(start, end),
            Some(_) => self.builder.decode(|out| references::decode(text, place, references::named, out)),
        }
    }

    /// A comment, a document type, a processing instruction or a CDATA section.
    fn declaration(&mut self) -> Result<(), NotCanonical> {
        let rest = self.rest(self.at);
        if rest.starts_with(b"<!--") {
            self.at += raw_text::comment_len(rest);
        } else if rest.starts_with(b"<![CDATA[") && (self.made_root || self.inside() != Inside::Html) {
            let start = self.at + b"<![CDATA[".len();
            let len = raw_text::cdata_len(self.rest(start));
            self.at = (start + len + b"]]>".len()).min(self.bytes.len());
            let range = (start, start + len);
            if self.make_room_for_text(self.slice(range))? {
                self.builder.text(Span::new(range.0, range.1));
            }
        } else {
            self.at += memchr(b'>', rest).map_or(rest.len(), |end| end + 1);
        }
        Ok(())
    }

    /// How what stands here is read.
    fn inside(&self) -> Inside {
        self.open.last().map_or(Inside::Html, |open| open.inside)
    }

    /// A start tag with its attributes and, where its content is not markup, its content.
    fn start_tag(&mut self) -> Result<(), NotCanonical> {
        let start = self.at + 1;
        let name = (start, start + attributes::name_len(self.rest(start)));
        self.at = name.1;
        let (tag, lower) = self.tag_of(name);
        if self.mode == Mode::Written && !self.before_start_tag(tag) {
            return self.skip_tag();
        }
        // Asked for only now: a repair may have changed where this stands.
        let inside = self.inside();
        let namespace = inside.namespace(tag, self.slice(name));
        let tag = if namespace.keeps(tag) { tag } else { Tag::Unknown };
        if self.open.is_empty() && (tag != Tag::Html || !self.builder.is_empty()) {
            self.ensure_root()?;
        }
        let span = match lower {
            Some(lower) if namespace == Namespace::Html => self.builder.intern(&lower),
            _ => Span::new(name.0, name.1),
        };
        self.builder.open(tag, span);
        match self.attributes(namespace) {
            TagEnd::CutOff => {
                self.builder.retract();
                return Ok(());
            }
            TagEnd::SelfClosing if namespace != Namespace::Html || self.made_root => {
                self.builder.close();
                return Ok(());
            }
            TagEnd::SelfClosing | TagEnd::Plain => {}
        }
        if tag.is_void() {
            self.builder.close();
            return Ok(());
        }
        let kind = if tag == Tag::Template { self.template() } else { Kind::Element };
        let inside = namespace.inside(self.slice(name), || self.builder.just_opened_attr(self.html, "encoding"));
        self.open.push(Open { tag, name, inside, kind, has_shadow_root: false });
        if tag.is_raw_text() || matches!(tag, Tag::Title | Tag::Textarea) {
            self.content_text(tag, name);
        }
        Ok(())
    }

    /// The tag of a name as it stands in the source, and the name in lower case if it is not.
    fn tag_of(&self, name: (usize, usize)) -> (Tag, Option<String>) {
        let name = self.slice(name);
        if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            let lower = name.to_ascii_lowercase();
            (Tag::from_name(&lower), Some(lower))
        } else {
            (Tag::from_name(name), None)
        }
    }

    /// What the template just opened is. A shadow root's template is taken back: its contents are its parent's.
    fn template(&mut self) -> Kind {
        let mode = self.builder.just_opened_attr(self.html, "shadowrootmode");
        let is_mode = mode.is_some_and(super::is_shadow_root_mode);
        match self.open.last_mut() {
            Some(host) if is_mode && host.kind == Kind::Element && !host.has_shadow_root => {
                host.has_shadow_root = true;
                self.builder.retract();
                self.builder.enter_shadow();
                Kind::ShadowRoot
            }
            _ => Kind::Template,
        }
    }

    /// The content of the element just opened, where it is text up to the element's end tag.
    fn content_text(&mut self, tag: Tag, name: (usize, usize)) {
        let rest = self.rest(self.at);
        let len = match tag {
            Tag::Script => raw_text::script_len(rest),
            Tag::Plaintext => raw_text::plaintext_len(rest),
            _ => raw_text::len(rest, self.slice(name)),
        };
        let range = (self.at, self.at + len);
        self.at = range.1;
        let text = match tag {
            Tag::Title | Tag::Textarea => self.span(range, Place::Text),
            _ => Span::new(range.0, range.1),
        };
        self.builder.text(text);
    }

    /// An end tag.
    fn end_tag(&mut self) -> Result<(), NotCanonical> {
        let start = self.at + b"</".len();
        let rest = self.rest(start);
        // What follows the body's end tag in a written document belongs into the body all the same.
        let is_endless = |tag| self.mode == Mode::Written && matches!(tag, Tag::Html | Tag::Body);
        if let Some(open) = self.open.last().filter(|open| !is_endless(open.tag)) {
            let name = self.slice(open.name).as_bytes();
            if rest.starts_with(name) && rest.get(name.len()) == Some(&b'>') {
                self.at = start + name.len() + 1;
                self.close();
                return Ok(());
            }
        }
        let name = (start, start + attributes::name_len(rest));
        self.at = name.1;
        if self.mode == Mode::Written {
            self.written_end_tag(name);
        } else if self.open.last().is_some_and(|open| self.slice(open.name).eq_ignore_ascii_case(self.slice(name))) {
            self.close();
        } else {
            return Err(NotCanonical);
        }
        self.skip_tag()
    }

    /// Reads to the end of a tag whose attributes say nothing.
    fn skip_tag(&mut self) -> Result<(), NotCanonical> {
        self.builder.open(Tag::Unknown, Span::default());
        self.attributes(Namespace::Html);
        self.builder.retract();
        Ok(())
    }

    /// Ends the innermost open element.
    fn close(&mut self) {
        match self.open.pop().map(|open| open.kind) {
            Some(Kind::Element) => self.builder.close(),
            Some(Kind::Template) => {
                self.builder.empty();
                self.builder.close();
            }
            Some(Kind::ShadowRoot) => self.builder.leave_shadow(),
            None => {}
        }
    }

    /// Sees to it that an element is open, so that the page is one tree.
    fn ensure_root(&mut self) -> Result<(), NotCanonical> {
        if !self.open.is_empty() {
            return Ok(());
        }
        if !self.builder.is_empty() {
            return Err(NotCanonical);
        }
        self.made_root = true;
        self.open_made(Tag::Html, "html");
        Ok(())
    }

    /// Opens an element that the source does not have.
    fn open_made(&mut self, tag: Tag, name: &str) {
        self.builder.open_made(tag, name);
        self.open.push(Open { tag, name: (0, 0), inside: Inside::Html, kind: Kind::Element, has_shadow_root: false });
    }
}
