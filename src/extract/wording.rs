//! How a block's words relate to the page's title, its description and its prose.

use super::blocks::{Blocks, TextBlock};
use super::measure::{Meter, share};
use crate::page::{Page, Tag};
use crate::sort;

/// Word sets of one page, as sorted hashes.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    title: Vec<u32>,
    social_title: Vec<u32>,
    description: Vec<u32>,
    common: Vec<u32>,
    /// Words of the heaviest text with the number of times that it has them.
    topic: Vec<(u32, u32)>,
}

/// How many of the most frequent words of the page's prose count as common: about as many as make up half
/// of any text, whatever its language.
const COMMON_WORDS: usize = 40;

/// Gathers the word sets.
pub fn wording(page: &Page, blocks: &Blocks) -> Wording {
    let mut wording = Wording::default();
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
                    "description" | "og:description" if wording.description.is_empty() => wording.description = content(),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    wording.common = common_words(blocks);
    wording
}

impl Wording {
    /// Share of the block's words that the `title` element has.
    pub fn in_title(&self, words: &[u32]) -> f32 {
        overlap(words, &self.title)
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

    /// Share of the block's words that the title for social sites has.
    pub fn in_social_title(&self, words: &[u32]) -> f32 {
        overlap(words, &self.social_title)
    }

    /// Share of the block's words that the description has.
    pub fn in_description(&self, words: &[u32]) -> f32 {
        overlap(words, &self.description)
    }

    /// Learns what the page's main text is about.
    pub fn set_topic(&mut self, blocks: &Blocks, range: std::ops::Range<usize>) {
        let prose = blocks.items.get(range).unwrap_or_default().iter().filter(|block| block.is_prose());
        let words = sorted(prose.flat_map(|block| blocks.words_of(block)).copied());
        self.topic = words.chunk_by(|a, b| a == b).filter_map(|run| Some((*run.first()?, run.len() as u32))).collect();
    }

    /// Share of the block's words, common ones apart, that the main text has elsewhere; -1 when the block
    /// has no other words. `own` says whether the block is itself part of the main text.
    pub fn on_topic(&self, words: &[u32], own: bool) -> f32 {
        let (mut rare, mut found) = (0.0, 0.0);
        for word in words.iter().filter(|word| self.common.binary_search(word).is_err()) {
            rare += 1.0;
            let times = self.topic.binary_search_by_key(word, |entry| entry.0).ok().and_then(|at| self.topic.get(at));
            if times.is_some_and(|&(_, times)| times > u32::from(own)) {
                found += 1.0;
            }
        }
        if rare > 0.0 { found / rare } else { -1.0 }
    }

    /// Share of the block's words that are common in the page's prose.
    pub fn in_common(&self, words: &[u32]) -> f32 {
        overlap(words, &self.common)
    }
}

fn overlap(words: &[u32], set: &[u32]) -> f32 {
    if set.is_empty() {
        return 0.0;
    }
    let found = words.iter().filter(|word| set.binary_search(word).is_ok()).count();
    share(found as f32, words.len() as f32)
}

fn word_set(text: &str) -> Vec<u32> {
    let (mut meter, mut words) = (Meter::default(), Vec::new());
    meter.push(text, &mut words);
    meter.end_word(&mut words);
    let mut words = sorted(words.into_iter());
    words.dedup();
    words
}

fn sorted(words: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut words: Vec<u64> = words.map(u64::from).collect();
    sort::numbers(&mut words);
    words.into_iter().map(|word| word as u32).collect()
}

fn common_words(blocks: &Blocks) -> Vec<u32> {
    let prose = |block: &&TextBlock| block.is_prose();
    let words = sorted(blocks.items.iter().filter(prose).flat_map(|block| blocks.words_of(block)).copied());
    let runs = words.chunk_by(|a, b| a == b);
    let mut counts: Vec<u64> = runs.filter_map(|run| run.first().map(|&word| sort::pair(run.len() as u32, word))).collect();
    // The hash settles ties, so that the set is the same everywhere.
    sort::numbers(&mut counts);
    sorted(counts.into_iter().rev().take(COMMON_WORDS).map(|count| sort::parts(count).1))
}
