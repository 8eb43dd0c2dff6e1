//! Inlines as Markdown.

use super::Writer;
use super::escape::{self, Place};
use crate::address::{Use, is_harmless};
use crate::article::Inline;
use crate::article::block::Math;
use crate::article::inline::{self, Image, Style};
use crate::export::html;

/// Where running text stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Line {
    /// In a paragraph, which may have several lines.
    Paragraph,
    /// In a heading, which has one.
    Heading,
    /// In a table's cell: one line, and a bar ends it.
    Cell,
}

impl Writer<'_> {
    pub(super) fn line(&self, content: &[Inline], line: Line) -> String {
        let mut out = String::new();
        self.write(&mut out, content, line, None);
        out
    }

    /// Writes `content` after `out`; `after` is the first character of what follows it.
    fn write(&self, out: &mut String, content: &[Inline], line: Line, after: Option<char>) {
        for (at, inline) in content.iter().enumerate() {
            let next = content.get(at + 1).map(first_char).unwrap_or(after);
            self.inline(out, inline, line, next);
        }
    }

    fn inline(&self, out: &mut String, inline: &Inline, line: Line, after: Option<char>) {
        match inline {
            Inline::Text { text } => {
                let before = out.chars().next_back().filter(|before| *before != '\n');
                out.push_str(&escape::text(text, Place { before, after, is_cell: line == Line::Cell }));
            }
            Inline::Styled { style: Style::Code, content } => self.code(out, content, line, after),
            Inline::Styled { style: Style::Small, content } => self.write(out, content, line, after),
            Inline::Styled { style: Style::Quotation, content } => {
                out.push('“');
                self.write(out, content, line, Some('”'));
                out.push('”');
            }
            Inline::Styled { style: Style::Emphasis | Style::Citation | Style::Definition, content } => {
                self.delimited(out, content, line, after, Mark { sign: "*", tag: "em" });
            }
            Inline::Styled { style: Style::Strong, content } => {
                self.delimited(out, content, line, after, Mark { sign: "**", tag: "strong" });
            }
            Inline::Styled { style: Style::Deleted, content } => {
                self.delimited(out, content, line, after, Mark { sign: "~~", tag: "del" });
            }
            Inline::Styled { style, content } => self.tagged(out, content, line, html::style_tag(*style)),
            Inline::Link { href, content } => {
                out.push('[');
                self.write(out, content, line, Some(']'));
                out.push_str("](");
                out.push_str(&destination(href, Use::Link, line));
                out.push(')');
            }
            Inline::Break if line == Line::Paragraph => out.push_str("\\\n"),
            Inline::Break => out.push_str("<br>"),
            Inline::Image(image) => out.push_str(&self.image(image, line)),
            Inline::Math(math) => self.math(out, math, line),
            Inline::Ruby { base, reading } => {
                out.push_str("<ruby>");
                self.write(out, base, line, Some('<'));
                out.push_str("<rp>(</rp>");
                self.tagged(out, reading, line, "rt");
                out.push_str("<rp>)</rp></ruby>");
            }
            Inline::Abbreviation { content, .. } | Inline::Time { content, .. } | Inline::Span { content, .. } => {
                self.write(out, content, line, after);
            }
            Inline::Anchor { id } => out.push_str(&anchor(id)),
            Inline::NoteReference { note, label } => match self.labels.get(note.as_str()) {
                Some(label) => out.push_str(&format!("[^{label}]")),
                None => out.push_str(&escape::text(label, Place::default())),
            },
        }
    }

    /// Text between signs, or in an element where the signs would not be read as such: Markdown wants white space
    /// or punctuation at the right sides of them, and other scripts than Latin often have neither.
    fn delimited(&self, out: &mut String, content: &[Inline], line: Line, after: Option<char>, mark: Mark) {
        let before = out.chars().next_back().filter(|before| *before != '\n');
        let mut inner = String::from(mark.sign);
        self.write(&mut inner, content, line, mark.sign.chars().next());
        let inner = inner.get(mark.sign.len()..).unwrap_or_default();
        if mark.is_read(before, inner, after) {
            out.push_str(mark.sign);
            out.push_str(inner);
            out.push_str(mark.sign);
        } else {
            self.tagged(out, content, line, mark.tag);
        }
    }

    fn tagged(&self, out: &mut String, content: &[Inline], line: Line, tag: &str) {
        out.push_str(&format!("<{tag}>"));
        self.write(out, content, line, Some('<'));
        out.push_str(&format!("</{tag}>"));
    }

    /// Code with nothing else in it has signs of its own.
    fn code(&self, out: &mut String, content: &[Inline], line: Line, after: Option<char>) {
        let is_plain = content.iter().all(|inline| matches!(inline, Inline::Text { .. }));
        let touches = out.ends_with('`') || after == Some('`');
        match content {
            _ if is_plain && !touches => out.push_str(&code_span(&inline::text(content), line)),
            [Inline::Link { href, content }] => {
                let code = Inline::Styled { style: Style::Code, content: content.clone() };
                let link = Inline::Link { href: href.clone(), content: vec![code] };
                self.inline(out, &link, line, after);
            }
            _ => self.tagged(out, content, line, "code"),
        }
    }

    pub(super) fn image(&self, image: &Image, line: Line) -> String {
        let place = Place { before: Some('['), after: Some(']'), is_cell: line == Line::Cell };
        let alt = escape::text(&image.alt, place);
        let shown = format!("![{alt}]({})", destination(&image.src, Use::Image, line));
        match &image.href {
            Some(href) => format!("[{shown}]({})", destination(href, Use::Link, line)),
            None => shown,
        }
    }

    fn math(&self, out: &mut String, math: &Math, line: Line) {
        match (&math.tex, &math.image) {
            (Some(tex), _) if is_safe_tex(tex) => {
                let tex = escape::tex(&one_line(tex));
                out.push('$');
                out.push_str(&if line == Line::Cell { tex.replace('|', "\\|") } else { tex });
                out.push('$');
            }
            (_, Some(image)) if math.tree.is_none() => out.push_str(&self.image(image, line)),
            _ => out.push_str(&escape::markup(&html::math(math))),
        }
    }
}

/// A sign of emphasis and the element that means the same.
struct Mark {
    sign: &'static str,
    tag: &'static str,
}

impl Mark {
    /// Whether the sign opens and closes around `inner` (CommonMark, left- and right-flanking delimiter runs).
    fn is_read(&self, before: Option<char>, inner: &str, after: Option<char>) -> bool {
        let (Some(first), Some(last)) = (inner.chars().next(), inner.chars().next_back()) else { return false };
        let ends = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_punctuation(c));
        let touches = |c: Option<char>| c.is_some_and(|c| self.sign.starts_with(c));
        !first.is_whitespace()
            && !last.is_whitespace()
            && (!is_punctuation(first) || ends(before))
            && (!is_punctuation(last) || ends(after))
            && ![before, Some(first), Some(last), after].into_iter().any(touches)
    }
}

/// What CommonMark calls punctuation, on the safe side: symbols are not letters either.
fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

/// The first character that `inline` is written with.
fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text { text } => text.chars().next(),
        Inline::Styled { style, content } => match style {
            Style::Strong | Style::Emphasis | Style::Citation | Style::Definition => Some('*'),
            Style::Deleted => Some('~'),
            Style::Code => Some('`'),
            Style::Quotation => Some('“'),
            Style::Small => content.first().and_then(first_char),
            _ => Some('<'),
        },
        Inline::Link { .. } | Inline::NoteReference { .. } => Some('['),
        Inline::Image(_) => Some('!'),
        Inline::Math(_) => Some('$'),
        // White space, as far as the signs before it are concerned.
        Inline::Break => Some(' '),
        Inline::Ruby { .. } | Inline::Anchor { .. } => Some('<'),
        Inline::Abbreviation { content, .. } | Inline::Time { content, .. } | Inline::Span { content, .. } => {
            content.first().and_then(first_char)
        }
    }
}

/// Code between more backticks than it has in a row.
fn code_span(text: &str, line: Line) -> String {
    let text = one_line(text);
    let text = if line == Line::Cell { text.replace('|', "\\|") } else { text };
    let fence = "`".repeat(longest_run(&text, '`') + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// How many of `sign` stand in a row.
pub(super) fn longest_run(text: &str, sign: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == sign { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// The target of a link or an image; none where it could do harm.
pub(super) fn destination(address: &str, use_: Use, line: Line) -> String {
    if !is_harmless(address, use_) {
        return String::new();
    }
    let address = if line == Line::Cell { address.replace('|', "%7C") } else { address.to_owned() };
    if address.contains(['(', ')', ' ', '<', '>', '\\']) {
        let address = address.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E");
        return format!("<{address}>");
    }
    address
}

/// A place that links lead to.
pub(super) fn anchor(id: &str) -> String {
    let id = id.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!("<a id=\"{id}\"></a>")
}

/// TeX that dollar signs can stand around.
fn is_safe_tex(tex: &str) -> bool {
    !tex.trim().is_empty() && !tex.contains('$')
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
