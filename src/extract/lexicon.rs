//! Learned weights of tags and of the words in class, id and role attributes. Nothing here is a rule about
//! one name: a name's words are hashed into buckets, and training gave each bucket one weight.

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
    /// Where in `words` those of a name are, and those of a role.
    known: [Memo<'a, (usize, usize)>; 2],
    words: Vec<u16>,
    /// Of the element that is read.
    buckets: Vec<u16>,
    n_words: usize,
}

impl<'a> Names<'a> {
    /// The names of this page.
    pub fn of(page: &'a Page) -> Names<'a> {
        Names { page, known: [Memo::new(), Memo::new()], words: Vec::new(), buckets: Vec::new(), n_words: 0 }
    }

    /// The buckets of the element's tag and names, each once, in no order.
    pub fn buckets(&mut self, id: NodeId) -> &[u16] {
        self.begin(id);
        self.page.attrs(id).for_each(|(name, value)| self.add(name, value));
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

    /// Adds what the words in an attribute of the element say, if it is one of names.
    pub(super) fn add(&mut self, name: &str, value: &'a str) {
        match name {
            "class" | "id" => self.push_words(value, Place::Name),
            "role" | "itemprop" => self.push_words(value, Place::Role),
            _ => {}
        }
    }

    /// [`Names::buckets`] of what was added since an element began.
    pub(super) fn added(&self) -> &[u16] {
        &self.buckets
    }

    fn push_words(&mut self, names: &'a str, place: Place) {
        let words = &mut self.words;
        let [of_names, of_roles] = &mut self.known;
        let known = if matches!(place, Place::Role) { of_roles } else { of_names };
        let (start, end) = known.get(names, |names| {
            let start = words.len();
            push_words(names, place, words);
            (start, words.len())
        });
        for bucket in words.get(start..end).unwrap_or_default() {
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

/// Cuts `names` into words: at anything but letters, and between a small letter and a capital.
fn push_words(names: &str, place: Place, buckets: &mut Vec<u16>) {
    let most = buckets.len() + MAX_WORDS;
    let mut word = Word::new(place);
    let mut is_after_small = false;
    for &byte in names.as_bytes() {
        let lower = byte | 0x20;
        let is_letter = lower.is_ascii_lowercase();
        let is_small = is_letter && lower == byte;
        if word.len > 0 && (!is_letter || (is_after_small && !is_small)) {
            word.push_to(2, buckets);
            if buckets.len() >= most {
                return;
            }
            word = Word::new(place);
        }
        if is_letter {
            word.add(lower);
        }
        is_after_small = is_small;
    }
    word.push_to(2, buckets);
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
