//! What each block is worth to the article: its words times the distance of its probability from the threshold, and no less than
//! nothing where it goes with what stays.

use super::blocks::TextBlock;
use super::dividing::dividing;
use super::elements::Flags;
use super::facts::facts;
use super::figures::{has_image_beside, is_in_figure};
use super::headings;
use super::link_lines::link_lines;
use super::measure::share;
use super::parts::Parts;
use super::repetition::Group;
use super::sections::{self, LINE_CHARS, SURE};
use super::select::Costs;
use super::survey::Survey;
use super::within;
use crate::article::{is_caption_name, is_note_name};
use crate::page::{NodeId, NodeMap, Page, Tag};

/// A block between two that stay stays too from this share of the threshold on.
const BETWEEN: f32 = 0.6;
/// What a heading that divides the text is worth, in cuts.
const BOXED: f32 = 8.0;
/// A share of sure words beyond which blocks made alike are one text…
const MOSTLY: f32 = 0.5;
/// …and what their prose counts above the threshold at least.
const CONTINUES: f32 = 0.1;
/// So many paragraphs that stay make a long text…
const LONG: u32 = 40;
/// …whose next paragraph made like them is hardly ever something else, from this probability on.
const GOES_ON: f32 = 0.12;
/// So many blocks behind a list more of the text may begin.
const BEHIND: usize = 12;
/// Paragraphs that may stand above a lead figure.
const ABOVE: usize = 2;
/// A link in a figure with more words is a caption.
const BUTTON_WORDS: u32 = 5;
/// How far above a caption's text the element may be that says so.
const CAPTION_LEVELS: usize = 2;
/// Code that is more likely than this share of the threshold is worth the label beside it.
const CODE: f32 = 0.3;
/// The same for what is in a table of data: it goes with the text around it.
const IN_TABLE: f32 = 0.3;

/// The worth of each block, by its probability and by those around it.
pub fn worths(survey: &Survey<'_>, probabilities: &[f32], threshold: f32, parts: &Parts, costs: &Costs) -> Vec<f32> {
    let page = survey.page;
    // A space that holds a line open says nothing of the image beside it.
    let gain = |block: &TextBlock, p: f32| match block.measure.chars {
        0.0 => 0.0,
        _ => (block.measure.tokens as f32 + costs.extra) * (p - threshold),
    };
    let listed = sections::lists(survey, probabilities, threshold);
    let link_lines = link_lines(survey, probabilities, threshold);
    // A paragraph between two that stay is hardly ever something else; a hole in a text is worse than a line too many.
    let stays = |at: Option<usize>, parent: Option<NodeId>| {
        let block = at.and_then(|at| survey.blocks.items.get(at).zip(probabilities.get(at)));
        block.is_some_and(|(block, &p)| p > threshold && page.parent(block.container) == parent)
    };
    let is_between = |at: usize, block: &TextBlock| {
        // A note's box around one line stands where its line does.
        let is_box = |&id: &NodeId| survey.blocks.range(page, id).len() == 1 && page.classes(id).any(is_note_name);
        let parent = page.ancestors(block.container).find(|id| !is_box(id));
        (1..=2).any(|step| stays(at.checked_sub(step), parent)) && (1..=2).any(|step| stays(Some(at + step), parent))
    };
    // A list of texts without any link that stands before more of the text is a part of it.
    let is_before_sure = |at: usize| {
        let behind = survey.blocks.items.iter().zip(probabilities).skip(at).take(BEHIND);
        behind.into_iter().any(|(block, &p)| p > SURE && block.is_prose())
    };
    // So is one directly between paragraphs that stay, however few they are.
    let is_between_texts = |at: usize| {
        let lists = page.ancestors(survey.blocks.items.get(at)?.container).take_while(|&id| parts.texts.contains(id));
        let parent = page.parent(lists.last()?);
        let is_text = |&(_, block): &(usize, &TextBlock)| !parts.texts.contains(block.container);
        let blocks = || survey.blocks.items.iter().enumerate();
        let before = blocks().take(at).rev().take(BEHIND).find(is_text)?;
        let behind = blocks().skip(at).take(BEHIND).find(is_text)?;
        (before.1.is_prose() && behind.1.is_prose() && stays(Some(before.0), parent) && stays(Some(behind.0), parent))
            .then_some(())
    };
    // By itself it looks like little, but it says what it is, and the text goes on behind it.
    let is_within = |at: usize, p: f32, n_prose: usize| {
        p < threshold
            && n_prose > 0
            && within::share_to_stay(survey, at).is_some_and(|share| p > threshold * share)
            && is_before_sure(at)
    };
    let facts = facts(survey, probabilities, threshold);
    let kin = kin(survey, probabilities);
    let long = long_texts(survey, probabilities, threshold);
    let goes_on = |at: usize| long.get(at).is_some_and(|&goes_on| goes_on);
    let dividing = dividing(survey, probabilities);
    let (mut n_prose, mut first) = (0, None);
    let mut worths = Vec::with_capacity(probabilities.len());
    for (at, ((block, &p), caption)) in survey.blocks.items.iter().zip(probabilities).zip(&survey.captions).enumerate() {
        // What is under an image goes with the image, and what is quoted and all code with the text around it,
        // unless it is surely something else (test page news-ticker; the sample article).
        let flags = survey.elements.get(block.container).flags;
        let is_code = flags.any(Flags::CODE);
        // A class is believed within the text: above it stand credits by the same names.
        n_prose += usize::from(block.measure.chars >= LINE_CHARS && p > threshold);
        let is_below = n_prose > ABOVE;
        let is_caption = || match flags.any(Flags::FIGURE) {
            true => !is_button(page, block) && (*caption || (is_below && is_in_figure(survey, block.container))),
            false => is_below && is_in_caption(survey, block.container),
        };
        let belongs = || flags.any(Flags::QUOTE) || is_caption();
        // What an advertisement or an offer parts from the article is made like it (an article in two containers).
        let continues = goes_on(at)
            || facts.get(at) == Some(&true)
            || (n_prose == 0 && headings::is_standfirst(survey, probabilities, threshold, at))
            || (block.is_prose() && p > threshold * BETWEEN && kin.get(at).is_some_and(|&sure| sure > MOSTLY));
        let gain = gain(block, if continues { p.max(threshold + CONTINUES) } else { p });
        let is_of_pair = n_prose > 0 && parts.pairs.contains(block.container) && is_before_sure(at);
        let divides = dividing.get(at).is_some_and(|&divides| divides);
        let is_heading = divides || headings::stays(survey, probabilities, threshold, at, is_below);
        // So is a table of data (test page paper-en).
        let belongs = is_code
            || (p > costs.caption && belongs())
            || (parts.facts.contains(block.container) && p > threshold * IN_TABLE)
            || parts.whole.contains(block.container)
            || listed.get(at).is_some_and(|&listed| listed)
            || is_heading
            || link_lines.get(at).is_some_and(|&stays| stays)
            || is_of_pair
            || is_within(at, p, n_prose)
            || (p < threshold && p > threshold * BETWEEN && is_between(at, block))
            || (goes_on(at + 1) && page.tag(block.container).heading_level().is_some())
            || (p > GOES_ON
                && n_prose > 0
                && parts.texts.contains(block.container)
                && (is_below && is_before_sure(at) || is_between_texts(at).is_some()));
        // Code is worth more than the label and the button beside it that are cut off (case `code--label-and-numbers`), and
        // advantages and faults more than the offers around them.
        let n_cuts = match is_of_pair || is_heading || (is_code && p > threshold * CODE) {
            // Facts and offers around it may each be worth less than nothing.
            true if divides => BOXED,
            true => 2.0,
            // A table in the midst of the text goes with what its box has beside it: a number, a link to it alone.
            false if parts.whole.contains(block.container) => 0.5,
            false => 0.0,
        };
        let least = n_cuts * costs.cut;
        worths.push(if belongs { gain.max(least) } else { gain });
        first = first.or(is_below.then_some(at));
    }
    headings::keep_alike(survey, first.unwrap_or(worths.len()), &mut worths);
    worths
}

/// True for what a class marks as the caption of the image beside it, though all of it may be links (test page
/// `encyclopedia-fr`).
fn is_in_caption(survey: &Survey<'_>, container: NodeId) -> bool {
    let page = survey.page;
    let above = page.ancestors(container).take(CAPTION_LEVELS);
    let caption = std::iter::once(container).chain(above).find(|&id| page.classes(id).any(is_caption_name));
    caption.is_some_and(|caption| has_image_beside(survey, caption))
}

/// True for a short link in a figure that is not in its caption: the image in full, a download.
fn is_button(page: &Page, block: &TextBlock) -> bool {
    let is_caption = |id: NodeId| page.tag(id) == Tag::Figcaption || page.classes(id).any(is_caption_name);
    block.links == 1
        && block.link_chars == block.measure.chars
        && block.measure.tokens <= BUTTON_WORDS
        && !std::iter::once(block.container).chain(page.ancestors(block.container)).take(CAPTION_LEVELS).any(is_caption)
}

/// Whether each block goes on with a long text: prose beside prose, in one container, much of which stays before it. How far down a
/// block stands speaks against it more than it should where a text is longer than those that the model has seen.
fn long_texts(survey: &Survey<'_>, probabilities: &[f32], threshold: f32) -> Vec<bool> {
    let page = survey.page;
    let mut n_staying: NodeMap<u32> = NodeMap::new(page);
    let goes_on = |(block, &p): (&TextBlock, &f32)| {
        let text = page.parent(block.container).filter(|_| block.is_prose() && page.tag(block.container) == Tag::P);
        let Some(n) = text.and_then(|text| n_staying.get_mut(text)) else { return false };
        let goes_on = *n >= LONG && p > GOES_ON;
        *n += u32::from(goes_on || p > threshold);
        goes_on
    };
    survey.blocks.items.iter().zip(probabilities).map(goes_on).collect()
}

/// For each block, the share of sure words among the blocks that are made alike.
fn kin(survey: &Survey<'_>, probabilities: &[f32]) -> Vec<f32> {
    let groups = &survey.repetition.alike;
    let n_groups = groups.iter().map(|group| group.id as usize + 1).max().unwrap_or(0);
    let mut sums = vec![(0.0, 0.0); n_groups];
    for ((block, p), group) in survey.blocks.items.iter().zip(probabilities).zip(groups) {
        if let Some((sure, all)) = sums.get_mut(group.id as usize) {
            let words = block.measure.tokens as f32;
            *sure += if *p > SURE { words } else { 0.0 };
            *all += words;
        }
    }
    let share_of = |group: &Group| sums.get(group.id as usize).map_or(0.0, |(sure, all)| share(*sure, *all));
    groups.iter().map(share_of).collect()
}
