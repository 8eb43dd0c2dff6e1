//! Learned weights of tags and of the words in class, id and role attributes. Nothing here is a rule about
//! one name: a name's words are hashed into buckets, and training gave each bucket one weight.

use crate::page::{NodeId, Page};

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

/// The buckets of the element's tag and names, each once.
pub fn name_buckets(page: &Page, id: NodeId, buckets: &mut Vec<u16>) {
    buckets.clear();
    let mut tag = Word::new(Place::Tag);
    page.name(id).bytes().for_each(|byte| tag.add(byte));
    tag.push_to(1, buckets);
    for (name, value) in page.attrs(id) {
        match name {
            "class" | "id" => push_words(value, Place::Name, buckets),
            "role" | "itemprop" => push_words(value, Place::Role, buckets),
            _ => {}
        }
    }
    sort_few(buckets);
    buckets.dedup();
}

/// Sorts by insertion: there are about ten.
fn sort_few(numbers: &mut [u16]) {
    for end in 1..numbers.len() {
        let mut at = end;
        while at > 0 && numbers.get(at - 1) > numbers.get(at) {
            numbers.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Cuts `names` into words: at anything but letters, and between a small letter and a capital.
fn push_words(names: &str, place: Place, buckets: &mut Vec<u16>) {
    let mut word = Word::new(place);
    let mut previous = b' ';
    for &byte in names.as_bytes().iter().chain(b" ") {
        let letter = byte.is_ascii_alphabetic();
        if !letter || (byte.is_ascii_uppercase() && previous.is_ascii_lowercase()) {
            word.push_to(2, buckets);
            word = Word::new(place);
        }
        if letter {
            word.add(byte);
        }
        previous = byte;
        if buckets.len() >= MAX_WORDS {
            return;
        }
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

    fn add(&mut self, byte: u8) {
        self.hash = (self.hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
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
