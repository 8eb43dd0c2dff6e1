//! Finds the end of what is not markup: raw text, comments, CDATA sections.

use memchr::{memchr, memchr2, memrchr};

use super::tokenizer::is_space;

/// The length of the raw text before the end tag of the element `name`.
pub(super) fn len(rest: &[u8], name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = memchr(b'<', rest.get(at..).unwrap_or_default()) {
        at += found;
        if is_tag(rest.get(at..), "</", name) {
            return at;
        }
        at += 1;
    }
    rest.len()
}

/// The length of a script before its end tag. In a comment, a script in the script hides its own end tag: the
/// [escaped states](https://html.spec.whatwg.org/multipage/parsing.html#script-data-double-escaped-state).
pub(super) fn script_len(rest: &[u8]) -> usize {
    #[derive(PartialEq)]
    enum State {
        Plain,
        Escaped,
        DoubleEscaped,
    }
    let mut state = State::Plain;
    let mut at = 0;
    loop {
        let tail = rest.get(at..).unwrap_or_default();
        let found = if state == State::Plain { memchr(b'<', tail) } else { memchr2(b'<', b'>', tail) };
        let Some(found) = found else { return rest.len() };
        at += found;
        let tail = rest.get(at..);
        match state {
            State::Plain if tail.is_some_and(|tail| tail.starts_with(b"<!--")) => {
                state = State::Escaped;
                // The dashes that open the comment may be those that close it.
                at += b"<!".len();
            }
            State::Plain | State::Escaped if is_tag(tail, "</", "script") => return at,
            State::Escaped if is_tag(tail, "<", "script") => state = State::DoubleEscaped,
            State::DoubleEscaped if is_tag(tail, "</", "script") => state = State::Escaped,
            State::Escaped | State::DoubleEscaped if rest.get(..=at).is_some_and(|text| text.ends_with(b"-->")) => {
                state = State::Plain;
            }
            _ => {}
        }
        at += 1;
    }
}

/// The length of the text in `plaintext`. A parser never ends it; the end tag that serialisation wrote does.
pub(super) fn plaintext_len(rest: &[u8]) -> usize {
    let mut end = rest.len();
    while let Some(found) = memrchr(b'<', rest.get(..end).unwrap_or_default()) {
        if is_tag(rest.get(found..), "</", "plaintext") {
            return found;
        }
        end = found;
    }
    rest.len()
}

/// The length of a comment with its `<!--` and `-->`.
pub(super) fn comment_len(rest: &[u8]) -> usize {
    let start = b"<!--".len();
    for empty in [b"<!-->".as_slice(), b"<!--->"] {
        if rest.starts_with(empty) {
            return empty.len();
        }
    }
    let mut at = start;
    while let Some(found) = memchr(b'>', rest.get(at..).unwrap_or_default()) {
        at += found + 1;
        let comment = rest.get(start..at).unwrap_or_default();
        if comment.ends_with(b"-->") || comment.ends_with(b"--!>") {
            return at;
        }
    }
    rest.len()
}

/// The length of a CDATA section's text, before its `]]>`.
pub(super) fn cdata_len(rest: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = memchr(b'>', rest.get(at..).unwrap_or_default()) {
        at += found + 1;
        if rest.get(..at).is_some_and(|text| text.ends_with(b"]]>")) {
            return at - b"]]>".len();
        }
    }
    rest.len()
}

/// True when `text` begins with `start`, `name` in any case, and something that ends a name.
fn is_tag(text: Option<&[u8]>, start: &str, name: &str) -> bool {
    let after_start = text.and_then(|text| text.strip_prefix(start.as_bytes()));
    let Some((found, rest)) = after_start.and_then(|text| text.split_at_checked(name.len())) else { return false };
    let ends = |byte: &u8| is_space(*byte) || matches!(byte, b'/' | b'>');
    found.eq_ignore_ascii_case(name.as_bytes()) && rest.first().is_some_and(ends)
}
