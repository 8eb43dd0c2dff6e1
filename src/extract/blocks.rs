//! Cuts the page's text into blocks: runs of text that a browser lays out as one paragraph.
//!
//! The blocks of an element are a range, because both stand in document order; sums over any subtree are
//! differences of running totals.

use super::hidden::Sight;
use super::measure::{Measure, Meter, is_closing, is_sentence_end, share};
use crate::page::{NodeId, NodeMap, Page, Tag};

/// A run of text.
#[derive(Clone, Debug, Default)]
pub struct TextBlock {
    /// The nearest ancestor that is laid out as a block.
    pub container: NodeId,
    /// The first text of the run.
    pub first: NodeId,
    /// The last text of the run.
    pub last: NodeId,
    /// Counts over its characters.
    pub measure: Measure,
    /// Characters within links.
    pub link_chars: f32,
    /// Number of links that begin in it.
    pub links: u32,
    /// Characters in bold, italic and the like.
    pub emphasis_chars: f32,
    /// Its words, as a range of [`Blocks::words`].
    pub words: (u32, u32),
    /// Hash of its text, white space apart.
    pub hash: u32,
    /// Its last character ends a sentence (closing quotes and brackets apart).
    pub ends_sentence: bool,
    /// Its first character.
    pub first_char: Option<char>,
    /// The page does not show it now.
    pub hidden: bool,
}

impl TextBlock {
    /// Share of the characters that are within links.
    pub fn link_density(&self) -> f32 {
        share(self.link_chars, self.measure.chars)
    }

    /// Long enough and with few enough links to be prose.
    pub fn is_prose(&self) -> bool {
        self.measure.chars >= PROSE_CHARS && self.link_density() < PROSE_LINK_DENSITY && !self.hidden
    }
}

/// A line of prose: about one line of a column of text.
const PROSE_CHARS: f32 = 60.0;
const PROSE_LINK_DENSITY: f32 = 0.33;

/// All blocks of a page in document order.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    /// The blocks.
    pub items: Vec<TextBlock>,
    /// Hashes of all their words, block after block.
    pub words: Vec<u32>,
    /// For each node, the number of blocks that begin before it; one entry more at the end.
    before: Vec<u32>,
    totals: Vec<Total>,
}

/// Sums over all blocks before one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Total {
    /// Blocks.
    pub blocks: f32,
    /// Characters, see [`Measure::chars`].
    pub chars: f32,
    /// Characters within links.
    pub link_chars: f32,
    /// Words.
    pub tokens: f32,
    /// Characters of prose blocks.
    pub prose: f32,
    /// Marks that part sentences.
    pub commas: f32,
}

impl std::ops::Sub for Total {
    type Output = Total;

    fn sub(self, other: Total) -> Total {
        Total {
            blocks: self.blocks - other.blocks,
            chars: self.chars - other.chars,
            link_chars: self.link_chars - other.link_chars,
            tokens: self.tokens - other.tokens,
            prose: self.prose - other.prose,
            commas: self.commas - other.commas,
        }
    }
}

impl Total {
    /// Share of the characters that are within links.
    pub fn link_density(&self) -> f32 {
        share(self.link_chars, self.chars)
    }
}

impl Blocks {
    /// The range of blocks that begin inside the subtree of `id`.
    pub fn range(&self, page: &Page, id: NodeId) -> std::ops::Range<usize> {
        self.before(id)..self.before(page.end(id))
    }

    /// Sums over the blocks inside the subtree of `id`.
    pub fn total(&self, page: &Page, id: NodeId) -> Total {
        self.sum(self.range(page, id))
    }

    /// Sums over a range of blocks.
    pub fn sum(&self, range: std::ops::Range<usize>) -> Total {
        let total = |index: usize| self.totals.get(index).copied().unwrap_or_default();
        total(range.end) - total(range.start)
    }

    /// The hashes of a block's words.
    pub fn words_of(&self, block: &TextBlock) -> &[u32] {
        self.words.get(block.words.0 as usize..block.words.1 as usize).unwrap_or_default()
    }

    fn before(&self, id: NodeId) -> usize {
        self.before.get(id.index()).copied().unwrap_or(self.items.len() as u32) as usize
    }
}

/// Cuts the page into blocks. Text that is never read is left out.
pub fn blocks(page: &Page, sights: &NodeMap<Sight>) -> Blocks {
    let mut cutter = Cutter::default();
    let mut contexts: NodeMap<Context> = NodeMap::new(page);
    cutter.blocks.before.reserve(page.len() + 1);
    for id in page.nodes() {
        let tag = page.tag(id);
        let above = page.parent(id).map(|parent| contexts.get(parent)).unwrap_or_default();
        if tag == Tag::Text {
            if sights.get(id) != Sight::Never {
                cutter.text(page, id, above, sights.get(id) == Sight::Hidden);
            }
        } else {
            contexts.set(id, cutter.element(page, id, tag, above, sights.get(id)));
        }
        // A run under way began before this node unless this node began it.
        let begun = cutter.blocks.items.len() + usize::from(cutter.run.as_ref().is_some_and(|run| run.block.first < id));
        cutter.blocks.before.push(begun as u32);
    }
    cutter.cut();
    let mut blocks = cutter.blocks;
    blocks.before.push(blocks.items.len() as u32);
    let mut total = Total::default();
    blocks.totals.push(total);
    for block in &blocks.items {
        total.blocks += 1.0;
        total.chars += block.measure.chars;
        total.link_chars += block.link_chars;
        total.tokens += block.measure.tokens as f32;
        total.commas += block.measure.commas as f32;
        if block.is_prose() {
            total.prose += block.measure.chars;
        }
        blocks.totals.push(total);
    }
    blocks
}

/// What an element's texts inherit.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    container: NodeId,
    in_link: bool,
    emphasized: bool,
}

/// A block under way.
#[derive(Debug, Default)]
struct Run {
    block: TextBlock,
    meter: Meter,
}

#[derive(Debug, Default)]
struct Cutter {
    blocks: Blocks,
    run: Option<Run>,
    /// Line breaks since the last visible text.
    breaks: u32,
    /// Links that began since the last visible text.
    links: u32,
}

impl Cutter {
    fn element(&mut self, page: &Page, id: NodeId, tag: Tag, above: Context, sight: Sight) -> Context {
        let mut context = above;
        if tag == Tag::Br {
            self.breaks += 1;
            if self.breaks >= 2 {
                self.cut();
            }
            self.end_word();
        } else if !(tag.is_inline() || (sight == Sight::Never && is_transparent(tag))) {
            self.cut();
            context.container = id;
        }
        match tag {
            Tag::A if page.attr(id, "href").is_some() => {
                context.in_link = true;
                self.links += 1;
            }
            Tag::B | Tag::Strong | Tag::Em | Tag::I | Tag::U | Tag::Mark | Tag::Big => context.emphasized = true,
            _ => {}
        }
        context
    }

    fn text(&mut self, page: &Page, id: NodeId, context: Context, hidden: bool) {
        let text = page.text(id);
        if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return self.end_word();
        }
        if self.run.as_ref().is_some_and(|run| run.block.container != context.container || run.block.hidden != hidden) {
            self.cut();
        }
        let start = self.blocks.words.len() as u32;
        let run = self.run.get_or_insert_with(|| Run {
            block: TextBlock { container: context.container, first: id, hidden, words: (start, start), ..TextBlock::default() },
            meter: Meter::default(),
        });
        let before = run.meter.measure.chars;
        run.meter.push(text, &mut self.blocks.words);
        let chars = run.meter.measure.chars - before;
        run.block.last = id;
        run.block.link_chars += if context.in_link { chars } else { 0.0 };
        run.block.emphasis_chars += if context.emphasized { chars } else { 0.0 };
        if chars > 0.0 {
            run.block.links += std::mem::take(&mut self.links);
            self.breaks = 0;
        }
    }

    fn end_word(&mut self) {
        if let Some(run) = &mut self.run {
            run.meter.end_word(&mut self.blocks.words);
        }
    }

    /// Ends the block under way.
    fn cut(&mut self) {
        self.breaks = 0;
        let Some(Run { mut block, mut meter }) = self.run.take() else { return };
        meter.end_word(&mut self.blocks.words);
        block.words.1 = self.blocks.words.len() as u32;
        block.measure = meter.measure;
        block.hash = meter.hash;
        block.first_char = meter.first;
        block.ends_sentence = meter.ends_sentence();
        self.blocks.items.push(block);
    }
}

impl Meter {
    /// True when the last character that is not a closing mark ends a sentence.
    fn ends_sentence(&self) -> bool {
        self.last.is_some_and(|last| is_sentence_end(last) || (is_closing(last) && self.measure.sentence_ends > 0))
    }
}

/// Elements without text that do not break a line.
fn is_transparent(tag: Tag) -> bool {
    matches!(tag, Tag::Script | Tag::Style | Tag::Noscript | Tag::Template | Tag::Input | Tag::Map)
}
