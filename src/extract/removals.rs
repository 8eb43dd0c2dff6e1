//! Names what the selection leaves out, each with its reason and the number behind it.

use super::Selection;
use super::blocks::TextBlock;
use super::elements::Flags;
use super::hidden::Sight;
use super::measure::share;
use super::posts::Post;
use super::survey::Survey;
use crate::article::{Note, Removed};
use crate::page::NodeId;
use crate::trace::{Reason, Removal, Stage, Trace};

/// Links beyond this share make a removed subtree a list of links.
const MOSTLY_LINKS: f32 = 0.5;
/// Words of comments beyond this share make a removed subtree a list of comments.
const MOSTLY_COMMENTS: f32 = 0.5;

/// What is known of a page beside its survey that gives a removal its reason.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Lines that only say again what the metadata say.
    pub repeats: &'a [NodeId],
    /// Comments, which stand under the article by themselves.
    pub comments: &'a [Post],
}

/// Notes every subtree with text that is not part of `selection`, as large as it can be named.
pub fn note_removals(survey: &Survey<'_>, probabilities: &[f32], known: Known<'_>, selection: &Selection, trace: &mut Trace) {
    let page = survey.page;
    let likely = Likelihood::new(survey, probabilities);
    let mut note = |id, stage| {
        let reason = match known.repeats.contains(&id) {
            true => Reason::Duplicate,
            false if is_made_of(survey, id, known.comments) => Reason::Comments,
            false => reason(survey, id),
        };
        note(survey, &likely, id, stage, reason, trace);
    };
    let mut roots = selection.roots.iter().copied().peekable();
    let mut nodes = page.nodes();
    while let Some(id) = nodes.next() {
        while roots.next_if(|&root| page.end(root) <= id).is_some() {}
        let is_inside = roots.peek().is_some_and(|&root| page.is_inside(id, root));
        if is_inside {
            if selection.removed.contains(id) {
                note(id, Stage::Clean);
                nodes.skip_to(page.end(id));
            }
        } else if !roots.peek().is_some_and(|&root| page.is_inside(root, id)) {
            note(id, Stage::Select);
            nodes.skip_to(page.end(id));
        }
    }
}

/// True for a comment, or for what has hardly any other words than those of comments.
fn is_made_of(survey: &Survey<'_>, id: NodeId, comments: &[Post]) -> bool {
    let page = survey.page;
    let (mut words, mut end) = (0.0, page.root());
    for comment in comments {
        if page.is_inside(id, comment.node) {
            return true;
        }
        if page.is_inside(comment.node, id) && comment.node >= end {
            words += survey.blocks.total(page, comment.node).tokens;
            end = page.end(comment.node);
        }
    }
    words > 0.0 && share(words, survey.blocks.total(page, id).tokens) > MOSTLY_COMMENTS
}

/// The removals that have text and are elements of the live page, with the first words of each. Where the text of
/// `notes` stood is none of them: it is shown.
pub fn removed(survey: &Survey<'_>, trace: &Trace, notes: &[Note]) -> Vec<Removed> {
    let page = survey.page;
    let shown = page.elements(notes.iter().flat_map(|note| &note.blocks).filter_map(|block| block.element));
    let describe = |removal: &Removal| {
        let element = page.element_index(removal.node)?;
        let next_shown = shown.get(shown.partition_point(|&note| note < removal.node));
        if next_shown.is_some_and(|&note| page.is_inside(note, removal.node)) {
            return None;
        }
        let blocks = survey.blocks.items.get(survey.blocks.range(page, removal.node))?;
        let text = first_words(survey, blocks);
        (!text.is_empty()).then_some(Removed { element, stage: removal.stage, reason: removal.reason, text })
    };
    trace.removals.iter().filter_map(describe).collect()
}

/// As many characters as tell one block from another.
const FIRST_CHARS: usize = 120;

pub fn first_words(survey: &Survey<'_>, blocks: &[TextBlock]) -> String {
    let mut words = String::new();
    for block in blocks {
        let mut nodes = survey.page.nodes();
        nodes.skip_to(block.first);
        for word in nodes.take_while(|&id| id <= block.last).flat_map(|id| survey.page.text(id).split_whitespace()) {
            if words.len() >= FIRST_CHARS {
                words.push('…');
                return words;
            }
            if !words.is_empty() {
                words.push(' ');
            }
            words.extend(word.chars().take(FIRST_CHARS));
        }
    }
    words
}

fn note(survey: &Survey<'_>, likely: &Likelihood, id: NodeId, stage: Stage, reason: Reason, trace: &mut Trace) {
    let range = survey.blocks.range(survey.page, id);
    let is_text = survey.page.is_text(id);
    if range.is_empty() && !is_text {
        return;
    }
    let score = likely.of(range);
    trace.remove(id, stage, reason, score);
}

fn reason(survey: &Survey<'_>, id: NodeId) -> Reason {
    let flags = survey.elements.get(id).flags;
    let total = survey.blocks.total(survey.page, id);
    match survey.sights.get(id) {
        Sight::Never => return Reason::Control,
        Sight::Hidden => return Reason::Hidden,
        Sight::Shown => {}
    }
    if flags.any(Flags::NAV | Flags::FOOTER) {
        Reason::Navigation
    } else if flags.any(Flags::FORM | Flags::BUTTON) {
        Reason::Control
    } else if flags.any(Flags::COMMENT_ITEM) {
        Reason::Comments
    } else if flags.any(Flags::DIALOG) {
        Reason::Notice
    } else if total.link_density() > MOSTLY_LINKS {
        let items = survey.page.children(id).filter(|&child| survey.repetition.siblings(child).count > 0.0).count();
        if items >= 3 { Reason::Related } else { Reason::LinkDensity }
    } else {
        Reason::LowScore
    }
}

/// Mean probabilities of ranges of blocks, weighted by words.
struct Likelihood(Vec<(f32, f32)>);

impl Likelihood {
    fn new(survey: &Survey<'_>, probabilities: &[f32]) -> Likelihood {
        let mut sums = vec![(0.0, 0.0)];
        let mut sum = (0.0, 0.0);
        for (block, p) in survey.blocks.items.iter().zip(probabilities) {
            let words = block.measure.tokens as f32 + 1.0;
            sum = (sum.0 + words * p, sum.1 + words);
            sums.push(sum);
        }
        Likelihood(sums)
    }

    fn of(&self, range: std::ops::Range<usize>) -> f32 {
        let at = |index: usize| self.0.get(index).copied().unwrap_or_default();
        share(at(range.end).0 - at(range.start).0, at(range.end).1 - at(range.start).1)
    }
}
