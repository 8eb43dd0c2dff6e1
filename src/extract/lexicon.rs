//! Learned weights of tags and of the words in class, id and role attributes. Nothing here is a rule about
//! one name: a name's words are hashed into buckets, and training gave each bucket one weight.

use super::said::Said;
use crate::article::is_code_editor;
use crate::metadata::clues;
use crate::page::{Memo, NodeId, Page};

/// Number of buckets.
pub const BUCKETS: usize = 8192;

/// One weight a bucket.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexicon<'a> {
    /// The weights as i8, in steps of [`Lexicon::step`].
    pub weights: &'a [u8],
    /// What one unit of a weight is worth, in logits.
    pub step: f32,
}

impl Lexicon<'_> {
    /// Sum of the weights of some buckets.
    pub fn weight(&self, buckets: &[u16]) -> f32 {
        let sum: i32 =
            buckets.iter().map(|&bucket| i32::from(self.weights.get(usize::from(bucket)).copied().unwrap_or(0) as i8)).sum();
        sum as f32 * self.step
    }
}

/// The most words of one element that count: more are made by machines and say nothing.
const MAX_WORDS: usize = 24;

/// Where a name stands. A tag and a class of the same name are told apart; a class and an id are not.
#[derive(Clone, Copy)]
enum Place {
    Tag = 1,
    Name = 2,
    Role = 3,
}

impl Place {
    /// What the hash of a word that stands there begins with.
    fn basis(self) -> u32 {
        0x811c_9dc5 ^ self as u32
    }
}

/// Reads the names of a page's elements.
#[derive(Debug)]
pub struct Names<'a> {
    page: &'a Page,
    known: Memo<'a, Name>,
    /// The words of all names that were read.
    words: Vec<u16>,
    /// Of the element that is read.
    buckets: Vec<u16>,
    /// One bit of 64 for each of these: most are seen to be new by it.
    marks: u64,
    n_words: usize,
}

/// What is made of a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Name {
    /// Where its words are among those of all names.
    words: (u32, u32),
    pub(super) hash: u32,
    pub(super) said: Said,
    pub(super) is_code_editor: bool,
}

impl<'a> Names<'a> {
    /// The names of this page.
    pub fn of(page: &'a Page) -> Names<'a> {
        Names { page, known: Memo::new(), words: Vec::new(), buckets: Vec::new(), marks: 0, n_words: 0 }
    }

    /// The buckets of the element's tag and names, each once, in no order.
    pub fn buckets(&mut self, id: NodeId) -> &[u16] {
        self.begin(id);
        for (name, value) in self.page.attrs(id) {
            match name {
                "class" | "id" => self.add(value),
                "role" | "itemprop" => self.add_role(value),
                _ => continue,
            };
        }
        &self.buckets
    }

    /// Begins with an element: its tag.
    pub(super) fn begin(&mut self, id: NodeId) {
        self.buckets.clear();
        Word::of(self.page.name(id), Place::Tag).push_to(1, &mut self.buckets);
        self.marks = self.buckets.iter().fold(0, |marks, bucket| marks | mark(*bucket));
        self.n_words = self.buckets.len();
    }

    /// Adds what the words of a class attribute or an identifier say.
    pub(super) fn add(&mut self, names: &'a str) -> Name {
        let name = self.get(names);
        self.push(name.words);
        name
    }

    /// What is made of an attribute that reads like a name and is none.
    pub(super) fn get(&mut self, names: &'a str) -> Name {
        self.known.get(names, |names| Name::read(names, Place::Name, &mut self.words))
    }

    /// Adds what the words of a role say.
    pub(super) fn add_role(&mut self, role: &'a str) -> Name {
        let name = Name::read(role, Place::Role, &mut self.words);
        self.push(name.words);
        name
    }

    /// [`Names::buckets`] of what was added since an element began.
    pub(super) fn added(&self) -> &[u16] {
        &self.buckets
    }

    fn push(&mut self, (start, end): (u32, u32)) {
        for bucket in self.words.get(start as usize..end as usize).unwrap_or_default() {
            if self.n_words >= MAX_WORDS {
                return;
            }
            self.n_words += 1;
            if self.marks & mark(*bucket) == 0 || !self.buckets.contains(bucket) {
                self.buckets.push(*bucket);
                self.marks |= mark(*bucket);
            }
        }
    }
}

fn mark(bucket: u16) -> u64 {
    1 << (u32::from(bucket) % u64::BITS)
}

/// Classes beyond this many only lay out, and say nothing of posts.
const MAX_CLASSES: usize = 12;

impl Name {
    /// Cuts `names` into words.
    fn read(names: &str, place: Place, words: &mut Vec<u16>) -> Name {
        let start = words.len();
        let mut name = Name::default();
        for (nth, class) in names.split_ascii_whitespace().enumerate() {
            name.is_code_editor |= is_code_editor(class);
            for (word, hash) in clues::hashed_words(class, place.basis()) {
                if words.len() < start + MAX_WORDS {
                    Word { hash, len: word.len() }.push_to(2, words);
                }
                let said = Said::by_word(word);
                name.said |= if nth < MAX_CLASSES { said } else { said.of_page() };
            }
        }
        name.hash = names.bytes().fold(0, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        name.words = (start as u32, words.len() as u32);
        name
    }
}

/// A word, hashed.
struct Word {
    hash: u32,
    len: usize,
}

impl Word {
    /// Letters, in any case.
    fn of(letters: &str, place: Place) -> Word {
        let lower = letters.bytes().map(|byte| byte.to_ascii_lowercase());
        let hash = lower.fold(place.basis(), |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        Word { hash, len: letters.len() }
    }

    /// Adds the bucket of a word of so many to 20 letters.
    fn push_to(&self, shortest: usize, buckets: &mut Vec<u16>) {
        if (shortest..=20).contains(&self.len) {
            // The high bits of an FNV hash are better mixed than the low ones.
            let bucket = (self.hash ^ (self.hash >> 15)) % BUCKETS as u32;
            buckets.push(bucket as u16);
        }
    }
}
