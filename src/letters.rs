//! Letters and their cases. The standard library asks Unicode's tables, which takes some fifty steps for a character beyond
//! ASCII; nearly all that pages have of those stand in a few long ranges.

use std::iter::once;

/// What is known of a character without asking the tables.
enum Letter {
    /// A capital, and its small letter.
    Capital(char),
    Small,
    /// A letter of a script without capitals.
    Caseless,
}

/// The same as [`char::is_alphanumeric`].
pub fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    letter(c).is_some() || !is_mark(c) && c.is_alphanumeric()
}

/// The same as [`char::is_alphabetic`].
pub fn is_alphabetic(c: char) -> bool {
    letter(c).is_some() || c.is_alphabetic()
}

/// The same as [`char::is_uppercase`].
pub fn is_uppercase(c: char) -> bool {
    match letter(c) {
        Some(letter) => matches!(letter, Letter::Capital(_)),
        None => c.is_uppercase(),
    }
}

/// The same as [`char::is_numeric`].
pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    letter(c).is_none() && !is_mark(c) && c.is_numeric()
}

/// Punctuation in wide use, and marks on letters that are none themselves.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{5be}' | '\u{60c}'..='\u{60f}' | '\u{94d}' | '\u{964}'..='\u{965}' | '\u{e47}'..='\u{e4c}'
            | '\u{2010}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{ff01}'..='\u{ff0f}'
    )
}

/// The same as [`char::to_lowercase`].
pub fn to_lowercase(c: char) -> impl Iterator<Item = char> {
    let (first, rest) = if c.is_ascii() {
        (c.to_ascii_lowercase(), None)
    } else {
        match letter(c) {
            Some(Letter::Capital(small)) => (small, None),
            Some(Letter::Small | Letter::Caseless) => (c, None),
            None => {
                let mut lower = c.to_lowercase();
                (lower.next().unwrap_or(c), Some(lower))
            }
        }
    };
    once(first).chain(rest.into_iter().flatten())
}

/// Appends a character in lower case.
pub fn push_lowercase(c: char, out: &mut String) {
    match letter(c) {
        Some(Letter::Capital(small)) => out.push(small),
        Some(Letter::Small | Letter::Caseless) => out.push(c),
        None if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        None => out.extend(c.to_lowercase()),
    }
}

fn letter(c: char) -> Option<Letter> {
    let small = |distance: u32| char::from_u32(c as u32 + distance).map(Letter::Capital);
    match c {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => small(0x20),
        'Ѐ'..='Џ' => small(0x50),
        'ß'..='ö' | 'ø'..='ÿ' | 'α'..='ω' | 'а'..='џ' => Some(Letter::Small),
        // Hebrew, Arabic, Devanagari and Thai with the vowels on them, kana, ideographs, Hangul.
        'א'..='ת'
        | 'ؠ'..='ي'
        | 'ٱ'..='ۓ'
        | '\u{900}'..='\u{93b}'
        | '\u{93d}'..='\u{94c}'
        | '\u{e01}'..='\u{e3a}'
        | '\u{e40}'..='\u{e46}'
        | '\u{64b}'..='\u{657}'
        | 'ぁ'..='ゖ'
        | 'ァ'..='ヺ'
        | '㐀'..='䶿'
        | '一'..='\u{9fff}'
        | '가'..='힣' => Some(Letter::Caseless),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_character_is_what_the_tables_say() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(super::is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(super::is_uppercase(c), c.is_uppercase(), "{c:?}");
            assert_eq!(super::is_numeric(c), c.is_numeric(), "{c:?}");
            assert!(super::to_lowercase(c).eq(c.to_lowercase()), "{c:?}");
            let mut pushed = String::new();
            super::push_lowercase(c, &mut pushed);
            assert!(pushed.chars().eq(c.to_lowercase()), "{c:?}");
        }
    }
}
