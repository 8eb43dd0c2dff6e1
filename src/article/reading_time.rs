//! How long an article takes to read, at the usual pace of its language.

use super::{Block, Length};
use crate::export::text;
use crate::letters;

/// Characters a minute, for silent reading of short texts. From Trauzettel-Klosinski and Dietz, "Standardized
/// Assessment of Reading Performance: The New International Reading Speed Texts IReST", IOVS 53 (2012), table 1, as
/// Firefox uses it.
const CHARACTERS_A_MINUTE: [(&str, f32); 17] = [
    ("ar", 612.0),
    ("de", 920.0),
    ("en", 987.0),
    ("es", 1025.0),
    ("fi", 1078.0),
    ("fr", 998.0),
    ("he", 833.0),
    ("it", 950.0),
    ("ja", 357.0),
    ("nl", 978.0),
    ("pl", 916.0),
    ("pt", 913.0),
    ("ru", 986.0),
    ("sl", 885.0),
    ("sv", 917.0),
    ("tr", 1054.0),
    ("zh", 255.0),
];

/// The study's mean over its languages with alphabets, for those that it leaves out.
const USUAL: f32 = 938.0;

/// Characters of Chinese or Japanese in a minute where the language is not said.
const USUAL_IDEOGRAPHIC: f32 = 300.0;

/// The length of `blocks` in the language `lang`.
pub fn length(blocks: &[Block], lang: Option<&str>) -> Length {
    let text = text::text(blocks);
    let (mut words, mut n_chars, mut n_ideographs) = (0, 0, 0);
    let mut in_word = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            words += u32::from(!in_word);
            in_word = true;
            n_chars += 1;
            continue;
        }
        if c == ' ' {
            in_word = false;
        } else if is_ideographic(c) {
            n_ideographs += 1;
            in_word = false;
        } else if letters::is_alphanumeric(c) {
            words += u32::from(!in_word);
            in_word = true;
        } else if c.is_whitespace() {
            in_word = false;
        }
        n_chars += u32::from(!c.is_whitespace() || c == ' ');
    }
    let primary = lang.and_then(|lang| lang.split(['-', '_']).next()).unwrap_or_default().to_ascii_lowercase();
    let known = CHARACTERS_A_MINUTE.iter().find(|(language, _)| *language == primary).map(|(_, pace)| *pace);
    let is_ideographic = n_ideographs * 2 > words;
    let pace = known.unwrap_or(if is_ideographic { USUAL_IDEOGRAPHIC } else { USUAL });
    Length { words: words + n_ideographs, minutes: (n_chars as f32 / pace).round() as u32 }
}

/// Characters that are words, or nearly so: ideographs and kana. Hangul has spaces.
fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Body, Inline};

    fn of(text: &str, lang: Option<&str>) -> Length {
        length(&[Block::new(Body::Paragraph { content: vec![Inline::text(text)] })], lang)
    }

    #[test]
    fn words_and_ideographs_are_counted() {
        assert_eq!(of("It's a well-known ferry, no. 7.", Some("en")).words, 6);
        assert_eq!(of("渡し船は 3 時に出る。", Some("ja")).words, 9);
        assert_eq!(of("여객선이 떠난다", None).words, 2);
    }

    #[test]
    fn the_pace_is_the_languages() {
        let text = "word ".repeat(987);
        assert_eq!(of(&text, Some("en-GB")).minutes, 5);
        assert!(of(&text, Some("ar")).minutes > of(&text, Some("en")).minutes);
        assert_eq!(of(&"字".repeat(600), None).minutes, 2);
    }
}
