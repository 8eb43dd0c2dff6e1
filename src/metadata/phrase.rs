//! Short texts: whitespace, references left encoded, and a form in which two texts can be compared.

use std::borrow::Cow;

use crate::letters;

/// Longest text that is taken for a field, in characters: longer ones are cut at a word.
const MAX_CHARS: usize = 1_000;

/// One line, without markup and without references: what a person would read.
///
/// Publishers encode twice (`&amp;quot;` in an attribute, entities and tags inside JSON), so references
/// are decoded again until nothing changes, at most twice.
pub fn clean(raw: &str) -> String {
    let text = decode_again(raw);
    if text.contains('<') { squash(&without_tags(&text)) } else { squash(&text) }
}

/// The same for text that the page shows: what looks like markup in it is there to be read.
pub fn decoded(shown: &str) -> String {
    squash(&decode_again(shown))
}

fn decode_again(raw: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(raw);
    for _ in 0..2 {
        match decode(&text) {
            Some(decoded) => text = Cow::Owned(decoded),
            None => break,
        }
    }
    text
}

/// The text with every run of whitespace as one space, without invisible characters, trimmed. What joins or parts two
/// letters in scripts that need it is spelling, and stays (test page `parts-fa`).
pub fn squash(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(256));
    let mut gap = false;
    let mut joiner = None;
    let mut n_chars = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // Most characters come in runs that are copied as they are.
        let n_plain = rest.bytes().take(MAX_CHARS + 1).take_while(u8::is_ascii_graphic).count();
        if n_plain > 0 && n_chars + n_plain <= MAX_CHARS {
            let (plain, others) = rest.split_at_checked(n_plain).unwrap_or_default();
            if gap && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(plain);
            (gap, joiner, rest) = (false, None, others);
            n_chars += n_plain;
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        n_chars += 1;
        if c.is_whitespace() || c.is_control() {
            gap = true;
        } else if is_joiner(c) {
            joiner = (!gap && !out.is_empty()).then_some(c);
            continue;
        } else if !is_invisible(c) {
            if n_chars > MAX_CHARS + 1 && gap || n_chars > 2 * MAX_CHARS + 1 {
                break;
            }
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            if !c.is_ascii() {
                out.extend(joiner);
            }
            out.push(c);
        }
        joiner = None;
    }
    out
}

/// Words in lower case, one space between them, nothing else: equal for texts that differ in punctuation,
/// case, quotes or full-width forms only.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let n_plain = rest.bytes().take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()).count();
        if n_plain > 0 {
            let (plain, others) = rest.split_at_checked(n_plain).unwrap_or_default();
            if gap && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(plain);
            (gap, rest) = (false, others);
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let c = match c {
            // Full-width ASCII, as Chinese and Japanese pages mix it with the plain form.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            c => c,
        };
        if letters::is_alphanumeric(c) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            letters::push_lowercase(c, &mut out);
        } else if !is_invisible(c) && !matches!(c, '\'' | '’' | '‘' | '`') {
            gap = true;
        }
    }
    out
}

/// True for scripts that are written without spaces between words.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The zero-width joiner and non-joiner.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Soft hyphens, joiners and marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The text with its character references decoded; `None` when there is none.
fn decode(text: &str) -> Option<String> {
    text.contains('&').then_some(())?;
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match reference(after) {
            Some((c, tail)) => {
                out.push(c);
                changed = true;
                rest = tail;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    changed.then_some(out)
}

/// The character that the reference after an ampersand stands for, and what follows it.
fn reference(after: &str) -> Option<(char, &str)> {
    // The longest name in the table has six letters, the largest number seven digits.
    let end = after.bytes().take(10).position(|b| b == b';')?;
    let (name, tail) = (after.get(..end)?, after.get(end + 1..)?);
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => NAMED.iter().find(|(each, _)| *each == name)?.1,
    };
    Some((c, tail))
}

/// The references that are met doubly encoded in titles and names.
const NAMED: [(&str, char); 37] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("ecirc", 'ê'),
    ("acirc", 'â'),
    ("ccedil", 'ç'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
];

/// The text without anything that looks like a tag.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        // Without an end there is no further tag either, so the text is searched for one only once.
        match is_tag.then(|| after.split_once('>')) {
            Some(None) => {
                out.push('<');
                rest = after;
                break;
            }
            Some(Some((tag, tail))) => {
                // A break between lines is a gap between words; `<i>` inside a word is not.
                if tag.starts_with("br") || tag.starts_with("/p") || tag.starts_with("/div") {
                    out.push(' ');
                }
                rest = tail;
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_reads_like_a_person() {
        for (raw, want) in [
            ("  a\n\t b\u{a0}c ", "a b c"),
            ("Tom &amp;amp; Jerry", "Tom & Jerry"),
            ("It&#8217;s &quot;on&quot;", "It’s \"on\""),
            ("soft\u{ad}hyphen &shy;here", "softhyphen here"),
            ("<b>Bold</b> and<br/>broken", "Bold and broken"),
            ("2 < 3 & 4 > 1", "2 < 3 & 4 > 1"),
            ("a <b", "a <b"),
            ("AT&T; &unknown; &", "AT&T; &unknown; &"),
            ("&#xZZ; &#99999999;", "&#xZZ; &#99999999;"),
        ] {
            assert_eq!(clean(raw), want, "{raw}");
        }
    }

    #[test]
    fn fold_compares_what_matters() {
        for (a, b) in [("It’s “on”!", "its on"), ("Ｈｅｌｌｏ　２０２４", "hello 2024"), ("A - B", "a–b"), ("Straße", "STRAßE")]
        {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
        }
        assert_ne!(fold("ab"), fold("a b"));
    }
}
