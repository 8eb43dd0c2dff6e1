//! Counts over characters that mean the same in every language: words, sentence ends, capitals, digits.

use crate::letters;

/// Counts over a run of text. Sums of runs are sums of counts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measure {
    /// Characters that are not white space; one that stands for about a word counts [`DENSE_CHARACTER`].
    pub chars: f32,
    /// Words; each character of a script without spaces is one.
    pub tokens: u32,
    /// Characters of scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese).
    pub dense: u32,
    /// Marks that end a sentence.
    pub sentence_ends: u32,
    /// Marks that part a sentence.
    pub commas: u32,
    /// Capital letters.
    pub upper: u32,
    /// Digits.
    pub digits: u32,
    /// Any other mark.
    pub marks: u32,
    /// Marks that part entries of a menu or a byline.
    pub separators: u32,
    /// Signs of currencies.
    pub currencies: u32,
}

/// What a character of a script without spaces weighs against an alphabetic one: a Chinese text has about
/// 2.5 times fewer characters than its English translation.
pub const DENSE_CHARACTER: f32 = 2.5;

/// Base of the rolling token hash (FNV-1a, 32 bits).
const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// Hash of one more character onto a token.
fn hash_char(hash: u32, c: char) -> u32 {
    (hash ^ c as u32).wrapping_mul(FNV_PRIME)
}

/// Hash of a whole word, lower-cased.
pub fn hash_word(word: &str) -> u32 {
    word.chars().flat_map(char::to_lowercase).fold(FNV_OFFSET, hash_char)
}

/// A measure that is being taken over several texts in a row.
#[derive(Clone, Debug, Default)]
pub struct Meter {
    /// The counts so far.
    pub measure: Measure,
    /// Hash of the whole run, white space apart.
    pub hash: u32,
    /// The last character that is not white space.
    pub last: Option<char>,
    /// The first character that is not white space.
    pub first: Option<char>,
    word: Option<u32>,
}

impl Meter {
    /// Takes in `text`; each complete word's hash goes to `words`.
    pub fn push(&mut self, text: &str, words: &mut Vec<u32>) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            // Most characters are small letters in a row.
            let len = if c.is_ascii_lowercase() {
                self.push_letters(rest.as_bytes())
            } else {
                self.push_char(c, words);
                c.len_utf8()
            };
            rest = rest.get(len..).unwrap_or_default();
        }
    }

    /// Takes in the small letters of ASCII at the start of a text, and says how many.
    fn push_letters(&mut self, text: &[u8]) -> usize {
        let (mut word, mut hash) = (self.word.unwrap_or(FNV_OFFSET), self.hash);
        let mut len = 0;
        let mut last = None;
        while let Some(letter) = text.get(len).filter(|byte| byte.is_ascii_lowercase()) {
            let letter = char::from(*letter);
            word = hash_char(word, letter);
            hash = hash_char(hash, letter);
            last = Some(letter);
            len += 1;
        }
        (self.word, self.hash) = (Some(word), hash);
        self.measure.chars += len as f32;
        self.last = last;
        self.first = self.first.or(text.first().map(|&letter| char::from(letter)));
        len
    }

    /// Ends the word under way: call at the end of a run, and where an element parts words.
    pub fn end_word(&mut self, words: &mut Vec<u32>) {
        if let Some(word) = self.word.take() {
            words.push(word);
            self.measure.tokens += 1;
        }
    }

    fn push_char(&mut self, c: char, words: &mut Vec<u32>) {
        let measure = &mut self.measure;
        if c.is_ascii_whitespace() || c == '\u{a0}' {
            return self.end_word(words);
        } else if c.is_ascii_uppercase() {
            measure.chars += 1.0;
            measure.upper += 1;
            self.word = Some(hash_char(self.word.unwrap_or(FNV_OFFSET), c.to_ascii_lowercase()));
        } else if c.is_ascii_digit() {
            measure.chars += 1.0;
            measure.digits += 1;
            self.word = Some(hash_char(self.word.unwrap_or(FNV_OFFSET), c));
        } else if is_dense(c) {
            self.end_word(words);
            let measure = &mut self.measure;
            measure.chars += DENSE_CHARACTER;
            measure.tokens += 1;
            measure.dense += 1;
            words.push(hash_char(FNV_OFFSET, c));
        } else if letters::is_alphanumeric(c) || c == '_' {
            measure.chars += 1.0;
            measure.upper += u32::from(letters::is_uppercase(c));
            measure.digits += u32::from(letters::is_numeric(c));
            for lower in letters::to_lowercase(c) {
                self.word = Some(hash_char(self.word.unwrap_or(FNV_OFFSET), lower));
            }
        } else if c.is_whitespace() || c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}') {
            return self.end_word(words);
        } else if is_combining(c) {
            // Marks on a letter (vowel signs, accents) belong to the word.
            if let Some(word) = self.word {
                self.word = Some(hash_char(word, c));
            }
        } else {
            self.end_word(words);
            self.push_mark(c);
        }
        self.hash = hash_char(self.hash, c);
        self.last = Some(c);
        self.first.get_or_insert(c);
    }

    fn push_mark(&mut self, c: char) {
        let measure = &mut self.measure;
        measure.chars += 1.0;
        measure.marks += 1;
        match c {
            c if is_sentence_end(c) => measure.sentence_ends += 1,
            ',' | ';' | '،' | '؛' | '，' | '、' | '；' | '﹐' | '︐' | '՝' => measure.commas += 1,
            '|' | '·' | '•' | '/' | '»' | '›' | '>' | '→' | '★' | '✓' | '▸' | '–' => measure.separators += 1,
            '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₪' | '฿' | '₫' | '₴' => measure.currencies += 1,
            _ => {}
        }
    }
}

/// Marks that end a sentence in any script.
pub fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' | '։' | '።' | '។' | '။' | '｡')
}

/// Marks that may follow the end of a sentence: quotation marks and brackets.
pub fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '«' | '“' | ')' | ']' | '」' | '』' | '）' | '›')
}

/// Characters of scripts that are written without spaces between words.
pub fn is_dense(c: char) -> bool {
    matches!(
        c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Combining marks of the scripts in wide use.
fn is_combining(c: char) -> bool {
    matches!(
        c,
        '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}'
            | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}' | '\u{0951}'..='\u{0957}' | '\u{0962}' | '\u{0963}'
            | '\u{0981}'..='\u{0983}' | '\u{09bc}'..='\u{09cd}' | '\u{0a01}'..='\u{0a03}' | '\u{0a3c}'..='\u{0a51}'
            | '\u{0a81}'..='\u{0a83}' | '\u{0abc}'..='\u{0acd}' | '\u{0b01}'..='\u{0b03}' | '\u{0b3c}'..='\u{0b57}'
            | '\u{0b82}' | '\u{0bbe}'..='\u{0bcd}' | '\u{0c00}'..='\u{0c04}' | '\u{0c3e}'..='\u{0c56}'
            | '\u{0c81}'..='\u{0c83}' | '\u{0cbc}'..='\u{0cd6}' | '\u{0d00}'..='\u{0d03}' | '\u{0d3b}'..='\u{0d4d}'
            | '\u{0d81}'..='\u{0d83}' | '\u{0dca}'..='\u{0ddf}'
    )
}

/// A share that is 0 where there is nothing to share.
pub fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, tokens: u32, sentence_ends: u32, commas: u32) {
        let (mut meter, mut words) = (Meter::default(), Vec::new());
        meter.push(text, &mut words);
        meter.end_word(&mut words);
        let measure = meter.measure;
        assert_eq!((measure.tokens, measure.sentence_ends, measure.commas), (tokens, sentence_ends, commas), "{text}");
        assert_eq!(words.len(), tokens as usize, "{text}");
    }

    #[test]
    fn words_and_marks_are_counted_in_every_script() {
        check("One two, three.", 3, 1, 1);
        check("Das war's; oder?", 4, 1, 1);
        check("今日は、雨。", 4, 1, 1);
        check("हिन्दी में लिखा है।", 4, 1, 0);
        check("قال الرئيس، أمس؟", 3, 1, 1);
        check("", 0, 0, 0);
    }

    #[test]
    fn words_hash_alike_whatever_their_case() {
        let (mut meter, mut words) = (Meter::default(), Vec::new());
        meter.push("Émile ÉMILE émile", &mut words);
        meter.end_word(&mut words);
        assert_eq!(words, vec![hash_word("émile"); 3]);
    }
}
