//! A quick no for words that are on none of some lists: most are not, and to look through a list takes long.

#![expect(clippy::indexing_slicing, reason = "what the compiler evaluates knows no other way")]

/// Words of lists that are known when this is compiled, as one bit each in `BITS` bits. What it has not is on no list;
/// what it has is on one, or is one of the few others that share its bit.
pub struct Filter<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Filter<WORDS> {
    /// The words between the spaces of these texts.
    pub const fn words(lists: &[&[&str]]) -> Self {
        let mut filter = Filter([0; WORDS]);
        let mut list = 0;
        while list < lists.len() {
            let mut text = 0;
            while text < lists[list].len() {
                filter.add_words(lists[list][text].as_bytes());
                text += 1;
            }
            list += 1;
        }
        filter
    }

    /// The first bytes of those texts that have as many.
    pub const fn starts(texts: &[&str], len: usize) -> Self {
        let mut filter = Filter([0; WORDS]);
        let mut text = 0;
        while text < texts.len() {
            if texts[text].len() >= len {
                filter.add(texts[text].as_bytes(), 0, len);
            }
            text += 1;
        }
        filter
    }

    /// The lengths of these words in lower case with their first and last letters.
    pub const fn outlines(lists: &[&[&str]]) -> Self {
        let mut filter = Filter([0; WORDS]);
        let mut list = 0;
        while list < lists.len() {
            let mut word = 0;
            while word < lists[list].len() {
                filter.add(&outline(lists[list][word].as_bytes()), 0, 3);
                word += 1;
            }
            list += 1;
        }
        filter
    }

    /// False for a word that has another outline than all of those, whatever its case.
    pub fn may_have_outline(&self, word: &str) -> bool {
        !word.is_empty() && self.may_have(&outline(word.as_bytes()))
    }

    /// False for a word that was not among those.
    pub fn may_have(&self, word: &[u8]) -> bool {
        let bit = Self::bit(word, 0, word.len());
        self.0.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }

    const fn add_words(&mut self, text: &[u8]) {
        let (mut start, mut at) = (0, 0);
        while at <= text.len() {
            if at == text.len() || text[at] == b' ' {
                self.add(text, start, at);
                start = at + 1;
            }
            at += 1;
        }
    }

    const fn add(&mut self, text: &[u8], start: usize, end: usize) {
        let bit = Self::bit(text, start, end);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// FNV-1a.
    const fn bit(text: &[u8], start: usize, end: usize) -> usize {
        let mut hash: u32 = 0x811c_9dc5;
        let mut at = start;
        while at < end {
            hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
            at += 1;
        }
        // The upper half is mixed better.
        (hash ^ hash >> 15) as usize % (WORDS * 64)
    }
}

/// Length, first and last letter of a word of letters, in lower case.
const fn outline(word: &[u8]) -> [u8; 3] {
    [word.len() as u8, word[0] | 0x20, word[word.len() - 1] | 0x20]
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn what_is_there_is_never_denied() {
        const LISTS: [&[&str]; 2] = [&["one two", "three"], &["four"]];
        static FILTER: Filter<4> = Filter::words(&LISTS);
        assert!(["one", "two", "three", "four"].iter().all(|word| FILTER.may_have(word.as_bytes())));
        let others = (0..1000).filter(|number| FILTER.may_have(format!("word{number}").as_bytes())).count();
        assert!(others < 60, "{others}");
        static STARTS: Filter<1> = Filter::starts(&["by", "written by"], 2);
        static OUTLINES: Filter<4> = Filter::outlines(&LISTS);
        assert!(OUTLINES.may_have_outline("Three") && OUTLINES.may_have_outline("TREEE"));
        assert!(!OUTLINES.may_have_outline("threes") && !OUTLINES.may_have_outline(""));
        assert!(STARTS.may_have(b"by") && STARTS.may_have(b"wr") && !STARTS.may_have(b"xy"));
    }
}
