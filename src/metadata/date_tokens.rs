//! Cuts a text into what dates are made of: numbers in any digits, words, signs.

use crate::letters;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind<'t> {
    /// A number and how many digits it is written with.
    Number(u32, usize),
    /// A word in lower case.
    Word(&'t str),
    Sign(char),
}

/// A token and the bytes it covers.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    pub kind: Kind<'t>,
    pub start: usize,
    pub end: usize,
    /// True when whitespace stands before it.
    pub spaced: bool,
}

impl<'t> Token<'t> {
    /// A number's value and how many digits it is written with.
    pub fn number(&self) -> Option<(u32, usize)> {
        if let Kind::Number(value, n_digits) = self.kind { Some((value, n_digits)) } else { None }
    }

    /// A word, in lower case.
    pub fn word(&self) -> Option<&'t str> {
        if let Kind::Word(word) = self.kind { Some(word) } else { None }
    }

    /// True for this sign.
    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// The value of a decimal digit in the scripts that dates are written with.
pub fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{e50}'..='\u{e59}' => '\u{e50}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

fn is_thai(c: char) -> bool {
    ('\u{e00}'..='\u{e7f}').contains(&c)
}

fn is_word(c: char) -> bool {
    // Vowel signs of the Indic scripts are no letters, but parts of words.
    letters::is_alphabetic(c) || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The text in lower case, byte for byte in the same places.
pub fn lower(text: &str) -> String {
    let lower = |c: char| {
        if c.is_ascii() {
            return c.to_ascii_lowercase();
        }
        let mut lower = letters::to_lowercase(c);
        lower.next().filter(|each| lower.next().is_none() && each.len_utf8() == c.len_utf8()).unwrap_or(c)
    };
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().map(lower));
    out
}

/// Room is made for the tokens of a date's line, in bytes.
const MAX_ROOM: usize = 200;

/// Numbers, words and signs of a text in lower case; ideographs and Hangul syllables one by one, as they stand
/// next to numbers.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len().min(MAX_ROOM) / 3);
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let kind = if c.is_whitespace() {
            spaced = true;
            continue;
        } else if let Some(first) = digit(c) {
            let (mut value, mut n_digits) = (first, 1);
            while let Some((at, next)) = chars.next_if(|&(_, next)| digit(next).is_some()) {
                value = value.saturating_mul(10).saturating_add(digit(next).unwrap_or(0));
                n_digits += 1;
                end = at + next.len_utf8();
            }
            Kind::Number(value, n_digits)
        } else if is_ideograph(c) {
            Kind::Word(text.get(start..end).unwrap_or_default())
        } else if is_word(c) {
            // Thai abbreviations carry their dots: ต.ค.
            let goes_on = |next: char| is_word(next) && !is_ideograph(next) || next == '.' && is_thai(c);
            while let Some((at, next)) = chars.next_if(|&(_, next)| goes_on(next)) {
                end = at + next.len_utf8();
            }
            Kind::Word(text.get(start..end).unwrap_or_default())
        } else {
            Kind::Sign(c)
        };
        tokens.push(Token { kind, start, end, spaced });
        spaced = false;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_keeps_places() {
        for text in ["İstanbul ÄÖ", "Straße", "ΑΒΓ", "16 OCT"] {
            let lower = lower(text);
            assert_eq!(lower.len(), text.len(), "{text}");
            assert!(text.char_indices().map(|(at, _)| at).eq(lower.char_indices().map(|(at, _)| at)), "{text}");
        }
    }
}
