//! Keeps characters from being read as Markdown.

use crate::address::{Use, is_harmless};

/// Where a text stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// The character before it in the line; `None` at the start.
    pub(super) before: Option<char>,
    /// The first character of what comes after it in the line.
    pub(super) after: Option<char>,
    /// In a table's cell, where a bar ends the cell.
    pub(super) is_cell: bool,
}

/// `text` so that it is read as itself.
pub(super) fn text(text: &str, place: Place) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = place.before;
    let sign = if before.is_none() { sign_at_start(text) } else { None };
    let mut rest = text.chars().map(|c| if c == '\n' { ' ' } else { c }).enumerate().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|(_, after)| *after).or(place.after);
        if sign == Some(at) || is_special(c, before, after, place.is_cell) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// A heading so that what it ends with is not read as its attributes, as some do with what stands between braces.
pub(super) fn heading(line: &str) -> String {
    match line.strip_suffix('}') {
        // Of several pairs it may be any: the last brace ends them all.
        Some(rest) if rest.contains('{') => format!("{rest}&#125;"),
        _ => line.to_owned(),
    }
}

/// A note so that whoever knows no notes does not take it for what a reference leads to, where that could do harm.
pub(super) fn note(text: String) -> String {
    if is_harmless(&text, Use::Link) { text } else { format!("\u{200B}{text}") }
}

/// HTML within a line so that the text in it is not read as Markdown. None of the signs is in the markup itself.
pub(super) fn markup(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for c in html.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' | '|' => out.push_str(&format!("&#{};", u32::from(c))),
            '\n' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// TeX so that it is read as itself by whoever does not know that it is TeX, in which a space more means nothing.
pub(super) fn tex(tex: &str) -> String {
    let mut out = String::with_capacity(tex.len());
    let mut before = None;
    for c in tex.chars() {
        let begins_markup = before == Some('<') && (c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let begins_target = before == Some(']') && matches!(c, '(' | '[' | ':');
        if begins_markup || begins_target {
            out.push(' ');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Whether `c` could be read as a sign between these two.
fn is_special(c: char, before: Option<char>, after: Option<char>, is_cell: bool) -> bool {
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '$' => true,
        '|' => is_cell,
        '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
        // The start of a character reference.
        '&' => after.is_some_and(|after| after == '#' || after.is_ascii_alphabetic()),
        // An image, if a link follows.
        '!' => after == Some('['),
        _ => false,
    }
}

/// The character that makes a list, a heading or the like of a line that begins with `text`.
fn sign_at_start(text: &str) -> Option<usize> {
    if text.starts_with(['#', '+', '-', '>', '=', ':', '|']) {
        return Some(0);
    }
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = n_digits > 0 && matches!(text.as_bytes().get(n_digits), Some(b'.' | b')'));
    is_number.then_some(n_digits)
}
