//! How a block's words relate to the page's title, its description and its prose.

use super::blocks::{Blocks, TextBlock};
use super::measure::{Meter, share};
use crate::page::{Page, Tag};
use crate::sort;

/// What is known of the words of one page.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    title: Vec<u32>,
    social_title: Vec<u32>,
    /// A hash table: a word stands at its place or behind, before the next free one. The length is a power of two.
    words: Vec<Word>,
}

/// A word, by its hash.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    hash: u32,
    is_used: bool,
    in_title: bool,
    in_social_title: bool,
    in_description: bool,
    is_common: bool,
    /// How often the page's prose has it.
    n_in_prose: u32,
    /// How often its heaviest text has it.
    n_on_topic: u32,
}

/// Shares of a block's words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Relation {
    /// Those that the `title` element has.
    pub in_title: f32,
    /// Those that the title for social sites has.
    pub in_social_title: f32,
    /// Those that the description has.
    pub in_description: f32,
    /// Those that are common in the page's prose.
    pub in_common: f32,
    /// Of all but the common ones those that the main text has elsewhere; -1 when there are none.
    pub on_topic: f32,
}

/// How many of the most frequent words of the page's prose count as common: about as many as make up half
/// of any text, whatever its language.
const COMMON_WORDS: usize = 40;

/// Gathers what the head says and the prose has.
pub fn wording(page: &Page, blocks: &Blocks) -> Wording {
    let mut wording = Wording::default();
    let mut description = Vec::new();
    // A title element within a drawing names the drawing.
    let head_end = page.find(Tag::Body).unwrap_or(page.end(page.root()));
    for id in page.nodes().take_while(|&id| id < head_end) {
        match page.tag(id) {
            Tag::Title if wording.title.is_empty() => wording.title = word_set(&page.text_content(id)),
            Tag::Meta => {
                let name = page.attr(id, "property").or_else(|| page.attr(id, "name")).unwrap_or_default();
                let content = || word_set(page.attr(id, "content").unwrap_or_default());
                match name {
                    "og:title" => wording.social_title = content(),
                    "description" | "og:description" if description.is_empty() => description = content(),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let n_prose: usize = prose(&blocks.items).map(|block| blocks.words_of(block).len()).sum();
    let most = n_prose + wording.title.len() + wording.social_title.len() + description.len();
    wording.words = vec![Word::default(); (2 * most).next_power_of_two()];
    for at in 0..wording.title.len() {
        wording.title.get(at).copied().into_iter().for_each(|hash| wording.note(hash, |word| word.in_title = true));
    }
    for at in 0..wording.social_title.len() {
        wording.social_title.get(at).copied().into_iter().for_each(|hash| wording.note(hash, |word| word.in_social_title = true));
    }
    description.into_iter().for_each(|hash| wording.note(hash, |word| word.in_description = true));
    for &hash in prose(&blocks.items).flat_map(|block| blocks.words_of(block)) {
        wording.note(hash, |word| word.n_in_prose += 1);
    }
    wording.find_common();
    wording
}

impl Wording {
    /// Learns what the page's main text is about.
    pub fn set_topic(&mut self, blocks: &Blocks, range: std::ops::Range<usize>) {
        for &hash in prose(blocks.items.get(range).unwrap_or_default()).flat_map(|block| blocks.words_of(block)) {
            self.note(hash, |word| word.n_on_topic += 1);
        }
    }

    /// How a block's words relate to all of these. `own` says whether the block is itself part of the main text.
    pub fn relation(&self, words: &[u32], own: bool) -> Relation {
        let (mut in_title, mut in_social_title, mut in_description, mut in_common, mut on_topic) = (0, 0, 0, 0, 0);
        for &hash in words {
            let word = self.words.get(self.place(hash)).copied().unwrap_or_default();
            in_title += u32::from(word.in_title);
            in_social_title += u32::from(word.in_social_title);
            in_description += u32::from(word.in_description);
            in_common += u32::from(word.is_common);
            on_topic += u32::from(!word.is_common && word.n_on_topic > u32::from(own));
        }
        let share = |n: u32, of: u32| share(n as f32, of as f32);
        let n = words.len() as u32;
        Relation {
            in_title: share(in_title, n),
            in_social_title: share(in_social_title, n),
            in_description: share(in_description, n),
            in_common: share(in_common, n),
            on_topic: if n > in_common { share(on_topic, n - in_common) } else { -1.0 },
        }
    }

    /// Share of the title's words that the block has; only a short block can repeat a title.
    pub fn of_title(&self, words: &[u32]) -> f32 {
        if words.len() > 60 {
            return 0.0;
        }
        let title = if self.social_title.is_empty() { &self.title } else { &self.social_title };
        let found = title.iter().filter(|word| words.contains(word)).count();
        share(found as f32, title.len() as f32)
    }

    fn note(&mut self, hash: u32, change: impl FnOnce(&mut Word)) {
        let place = self.place(hash);
        if let Some(word) = self.words.get_mut(place) {
            (word.hash, word.is_used) = (hash, true);
            change(word);
        }
    }

    /// Where a word stands, or would.
    fn place(&self, hash: u32) -> usize {
        let last = self.words.len().wrapping_sub(1);
        // The low bits of an FNV hash are mixed by its high ones.
        let mut place = (hash ^ hash >> 15) as usize & last;
        while self.words.get(place).is_some_and(|word| word.is_used && word.hash != hash) {
            place = (place + 1) & last;
        }
        place
    }

    fn find_common(&mut self) {
        let counted = self.words.iter().filter(|word| word.n_in_prose > 0);
        let mut counts: Vec<u64> = counted.map(|word| sort::pair(word.n_in_prose, word.hash)).collect();
        // Few words come twice, and where enough do, the others need not be sorted.
        let is_repeated = |count: &u64| sort::parts(*count).0 > 1;
        if counts.iter().filter(|count| is_repeated(count)).count() >= COMMON_WORDS {
            counts.retain(is_repeated);
        }
        // The hash settles ties, so that the set is the same everywhere.
        sort::numbers(&mut counts);
        for count in counts.into_iter().rev().take(COMMON_WORDS) {
            self.note(sort::parts(count).1, |word| word.is_common = true);
        }
    }
}

fn prose(blocks: &[TextBlock]) -> impl Iterator<Item = &TextBlock> {
    blocks.iter().filter(|block| block.is_prose())
}

fn word_set(text: &str) -> Vec<u32> {
    let (mut meter, mut words) = (Meter::default(), Vec::new());
    meter.push(text, &mut words);
    meter.end_word(&mut words);
    let mut words: Vec<u64> = words.into_iter().map(u64::from).collect();
    sort::numbers(&mut words);
    words.dedup();
    words.into_iter().map(|word| word as u32).collect()
}
