//! Writes markup that is right both as HTML and as XML: everything is escaped here and nowhere else.

use crate::address::{Use, is_harmless};

/// Markup in the making: blocks stand on lines of their own and are indented.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
    depth: usize,
}

/// Names and values. An attribute without a value is left out, but for `alt`: empty, it says that there is
/// nothing to say. So is an address that could do harm.
pub(super) type Attrs<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Begins a line.
    pub(super) fn line(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    /// Opens a block whose content stands on lines of its own.
    pub(super) fn open(&mut self, name: &str, attrs: Attrs<'_>) {
        self.line();
        self.start(name, attrs);
        self.depth += 1;
    }

    /// Closes what [`Markup::open`] opened.
    pub(super) fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.line();
        self.end(name);
    }

    /// A start tag within the line.
    pub(super) fn start(&mut self, name: &str, attrs: Attrs<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attrs.iter().filter(|attr| is_written(attr)) {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            value.chars().for_each(|c| self.value_char(c));
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// An end tag within the line.
    pub(super) fn end(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content, within the line.
    pub(super) fn void(&mut self, name: &str, attrs: Attrs<'_>) {
        self.start(name, attrs);
        self.out.pop();
        self.out.push_str("/>");
    }

    /// An element with characters in it, within the line.
    pub(super) fn element(&mut self, name: &str, attrs: Attrs<'_>, text: &str) {
        self.start(name, attrs);
        self.text(text);
        self.end(name);
    }

    /// Characters.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                c if is_forbidden(c) => {}
                c => self.out.push(c),
            }
        }
    }

    /// Markup that is right as it stands.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn value_char(&mut self, c: char) {
        match c {
            '&' => self.out.push_str("&amp;"),
            '<' => self.out.push_str("&lt;"),
            '"' => self.out.push_str("&quot;"),
            '\n' | '\t' => self.out.push(' '),
            c if is_forbidden(c) => {}
            c => self.out.push(c),
        }
    }
}

fn is_written(&(name, value): &(&str, &str)) -> bool {
    match name {
        "alt" => true,
        "href" => !value.is_empty() && is_harmless(value, Use::Link),
        "src" | "poster" => !value.is_empty() && is_harmless(value, Use::Image),
        _ => !value.is_empty(),
    }
}

/// Characters that no XML 1.0 document may hold.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}')
}
