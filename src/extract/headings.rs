//! Headings of the article: by themselves many look doubtful, and stay for what they stand over or are made like.

use super::blocks::TextBlock;
use super::elements::Flags;
use super::repetition::Group;
use super::sections::SURE;
use super::survey::Survey;
use crate::page::{NodeId, Page, Tag};

/// A heading that is less likely than this share of the threshold is the site's, whatever it stands over.
const LEAST: f32 = 0.3;

/// True for a heading over what surely is content: a text or, `below` the first paragraphs, lines.
pub fn stays(survey: &Survey<'_>, probabilities: &[f32], threshold: f32, at: usize, below: bool) -> bool {
    let heading = survey.blocks.items.get(at).zip(probabilities.get(at));
    heading.is_some_and(|(block, &p)| {
        p > threshold * LEAST
            && level(survey.page, block.container).is_some()
            && !is_teaser(survey, block)
            && (heads_text(survey, probabilities, at) || (below && heads_lines(survey, probabilities, at)))
    })
}

/// So many words and the end of a sentence make a text of what is shorter than a line.
const SENTENCE: u32 = 5;
/// A text has fewer of its characters in links.
const TEXT_LINKS: f32 = 0.33;

/// So many cells, lines and captions may stand between a heading and its text.
const SHOWN: usize = 40;

/// True for a heading directly over text, or over an image, a table or code with text below it.
fn heads_text(survey: &Survey<'_>, probabilities: &[f32], at: usize) -> bool {
    let blocks = &survey.blocks.items;
    let is_sentence = |block: &TextBlock| {
        block.ends_sentence && block.measure.tokens >= SENTENCE && block.link_density() < TEXT_LINKS && !block.hidden
    };
    let is_shown = |at: usize, block: &TextBlock| {
        let flags = survey.elements.get(block.container).flags;
        survey.captions.get(at) == Some(&true) || flags.any(Flags::TABLE | Flags::FIGURE | Flags::CODE)
    };
    let below = || blocks.iter().enumerate().skip(at + 1).take(SHOWN);
    let Some(next) = below().find(|(at, block)| !is_shown(*at, block)).map(|(at, _)| at) else { return false };
    blocks.get(at).zip(blocks.get(next)).zip(probabilities.get(next)).is_some_and(|((block, next), &p)| {
        p > SURE
            && (next.is_prose() || is_sentence(next))
            && place(survey, block.container).is_some_and(|(_, parent)| survey.page.is_inside(next.container, parent))
    })
}

/// So many words that end a sentence are no heading but what stands first, typed as one…
const STANDFIRST: u32 = 12;
/// …so near to the text.
const NEAR: usize = 3;

/// True for a sentence typed as a heading shortly before the text, under the headline.
pub fn is_standfirst(survey: &Survey<'_>, probabilities: &[f32], threshold: f32, at: usize) -> bool {
    let blocks = || survey.blocks.items.iter().zip(probabilities).skip(at);
    blocks().next().is_some_and(|(block, &p)| {
        block.ends_sentence
            && block.measure.tokens >= STANDFIRST
            && p > threshold * LEAST
            && survey.page.tag(block.container).heading_level().is_some_and(|level| level > 1)
            && block.link_density() < TEXT_LINKS
            && !block.hidden
            && survey.headline != Some(at)
    }) && blocks().skip(1).take(NEAR).any(|(next, &p)| p > SURE && next.is_prose())
}

/// Where this share of the headings made alike stays, the others do.
const ALIKE: f32 = 0.34;
/// They are worth as much as takes a line beside them to be cut off alone: a time, a name.
const KEPT: f32 = 1.0;

/// Keeps headings from the block `from` on that are made like others that stay, where what is under them is worth keeping.
pub fn keep_alike(survey: &Survey<'_>, from: usize, worths: &mut [f32]) {
    let (blocks, groups) = (&survey.blocks.items, &survey.repetition.alike);
    let mut n_staying = Vec::new();
    for at in (from..blocks.len()).rev() {
        let is_left_out = |worth: Option<&f32>| worth.is_some_and(|worth| *worth < 0.0);
        if !is_left_out(worths.get(at)) || is_left_out(worths.get(at + 1)) {
            continue;
        }
        let (Some(block), Some(next), Some(group)) = (blocks.get(at), blocks.get(at + 1), groups.get(at)) else { continue };
        let is_over = |(level, parent)| level > 1 && survey.page.is_inside(next.container, parent);
        if !place(survey, block.container).is_some_and(is_over) || is_teaser(survey, block) {
            continue;
        }
        if n_staying.is_empty() {
            n_staying = staying(groups, worths);
        }
        let n = n_staying.get(group.id as usize).copied().unwrap_or(0.0);
        if n > 0.0
            && n >= ALIKE * (group.count - 1.0)
            && let Some(worth) = worths.get_mut(at)
        {
            *worth = KEPT;
        }
    }
}

/// How many blocks of each group stay.
fn staying(groups: &[Group], worths: &[f32]) -> Vec<f32> {
    let mut n = vec![0.0; groups.iter().map(|group| group.id as usize + 1).max().unwrap_or(0)];
    for (group, worth) in groups.iter().zip(worths) {
        if let Some(n) = n.get_mut(group.id as usize) {
            *n += f32::from(u8::from(*worth >= 0.0));
        }
    }
    n
}

/// What a heading stands over without a paragraph must have: words, and as much probability for each.
const LINES_WORDS: f32 = 10.0;
const LINES: f32 = 0.7;
/// More of the characters in links than this make lines that lead elsewhere…
const LINE_LINKS: f32 = 0.5;
/// …and a heading that is a teaser's.
const HEADING_LINKS: f32 = 0.9;

/// True for a heading directly over lines that are the article's, though no paragraph is among them.
fn heads_lines(survey: &Survey<'_>, probabilities: &[f32], at: usize) -> bool {
    let (page, blocks) = (survey.page, &survey.blocks);
    let Some(container) = blocks.items.get(at).map(|block| block.container) else { return false };
    let Some((level, parent)) = place(survey, container) else { return false };
    if level == 1 || !page.ancestors(container).take(2).any(|above| above == parent) {
        return false;
    }
    let is_below = |id: NodeId| page.is_inside(id, parent) && page.tag(id).heading_level().is_none();
    let below = blocks.items.iter().zip(probabilities).skip(at + 1).take_while(|(block, _)| is_below(block.container));
    let (n, sure) = below.fold((0, 0.0), |(n, sure), (block, p)| (n + 1, sure + block.measure.tokens as f32 * p));
    let total = blocks.sum(at + 1..at + 1 + n);
    total.tokens >= LINES_WORDS && sure > total.tokens * LINES && total.link_density() < LINE_LINKS
}

/// A heading's link is among its first nodes.
const HEADING_NODES: usize = 20;

/// True for a heading that is a link to another page: it is a teaser's.
pub(super) fn is_teaser(survey: &Survey<'_>, heading: &TextBlock) -> bool {
    let page = survey.page;
    let leads_away = |id| page.tag(id) == Tag::A && page.attr(id, "href").is_some_and(|href| !href.starts_with('#'));
    let around = || page.subtree(heading.container).take(HEADING_NODES).chain(page.ancestors(heading.container).take(2));
    heading.link_density() > HEADING_LINKS && around().any(leads_away)
}

/// The level of the heading that a block is, though its words may stand in an element of their own in it.
pub(super) fn level(page: &Page, container: NodeId) -> Option<u8> {
    std::iter::once(container).chain(page.ancestors(container).take(1)).find_map(|id| page.tag(id).heading_level())
}

/// As many words beside a heading are the links that edit it or lead to it.
const BESIDE: f32 = 8.0;

/// The level of a heading, and the element that it divides: above what holds nothing but it, and links for its section.
pub fn place(survey: &Survey<'_>, container: NodeId) -> Option<(u8, NodeId)> {
    let page = survey.page;
    let level = level(page, container)?;
    let words = |id: NodeId| survey.blocks.total(page, id).tokens;
    let alone = words(container) + BESIDE;
    let parent = page.ancestors(container).find(|&above| words(above) > alone)?;
    Some((level, parent))
}
