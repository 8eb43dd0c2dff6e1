//! Learned weights of tags and of the words in class, id and role attributes. Nothing here is a rule about
//! one name: a name's words are hashed into buckets, and training gave each bucket one weight.

use super::said::Said;
use crate::article::is_code_editor;
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

/// Reads the names of a page's elements.
#[derive(Debug)]
pub struct Names<'a> {
    page: &'a Page,
    known: Memo<'a, Name>,
    /// The words of all names that were read.
    words: Vec<u16>,
    /// Of the element that is read.
    buckets: Vec<u16>,
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
        Names { page, known: Memo::new(), words: Vec::new(), buckets: Vec::new(), n_words: 0 }
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
        let mut tag = Word::new(Place::Tag);
        self.page.name(id).bytes().for_each(|byte| tag.add(byte.to_ascii_lowercase()));
        tag.push_to(1, &mut self.buckets);
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
            if !self.buckets.contains(bucket) {
                self.buckets.push(*bucket);
            }
        }
    }
}

/// Classes beyond this many only lay out, and say nothing of posts.
const MAX_CLASSES: usize = 12;

impl Name {
    /// Cuts `names` into words: at anything but letters, and between a small letter and a capital.
    fn read(names: &str, place: Place, words: &mut Vec<u16>) -> Name {
        let start = words.len();
        let mut name = Name { is_code_editor: names.split_ascii_whitespace().any(is_code_editor), ..Name::default() };
        let mut word = Word::new(place);
        let (mut n_classes, mut is_after_space, mut is_after_small) = (0, true, false);
        let mut end_word = |word: &mut Word, end: usize, n_classes: usize| {
            if word.len > 0 {
                if words.len() < start + MAX_WORDS {
                    word.push_to(2, words);
                }
                let said = Said::by_word(names.get(end - word.len..end).unwrap_or_default());
                name.said |= if n_classes > MAX_CLASSES { said.of_page() } else { said };
                *word = Word::new(place);
            }
        };
        for (at, &byte) in names.as_bytes().iter().enumerate() {
            let lower = byte | 0x20;
            let is_letter = lower.is_ascii_lowercase();
            let is_small = is_letter && lower == byte;
            if !is_letter || (is_after_small && !is_small) {
                end_word(&mut word, at, n_classes);
            }
            if is_letter {
                word.add(lower);
            }
            is_after_small = is_small;
            let is_space = byte.is_ascii_whitespace();
            n_classes += usize::from(is_after_space && !is_space);
            is_after_space = is_space;
        }
        end_word(&mut word, names.len(), n_classes);
        name.hash = names.bytes().fold(0, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        name.words = (start as u32, words.len() as u32);
        name
    }
}

/// A word, hashed while it is read.
struct Word {
    hash: u32,
    len: usize,
}

impl Word {
    fn new(place: Place) -> Word {
        Word { hash: 0x811c_9dc5 ^ place as u32, len: 0 }
    }

    /// Adds a letter in lower case.
    fn add(&mut self, lower: u8) {
        self.hash = (self.hash ^ u32::from(lower)).wrapping_mul(0x0100_0193);
        self.len += 1;
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
