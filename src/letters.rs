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
    letter(c).is_some()
        || !matches!(c, '\u{2010}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}') && c.is_alphanumeric()
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
    letter(c).is_none() && c.is_numeric()
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

fn letter(c: char) -> Option<Letter> {
    let small = |distance: u32| char::from_u32(c as u32 + distance).map(Letter::Capital);
    match c {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => small(0x20),
        'Ѐ'..='Џ' => small(0x50),
        'ß'..='ö' | 'ø'..='ÿ' | 'α'..='ω' | 'а'..='џ' => Some(Letter::Small),
        // Hebrew, Arabic, Devanagari, Thai, kana, ideographs, Hangul.
        'א'..='ת'
        | 'ؠ'..='ي'
        | 'ٱ'..='ۓ'
        | 'ऄ'..='ह'
        | 'ก'..='ะ'
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
        }
    }
}
