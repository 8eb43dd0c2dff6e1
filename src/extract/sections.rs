//! The lists under an article's own headings ("See also", "Further reading", "Sources"): by themselves they look like the
//! lists of other pages that a site puts below a text.

use super::elements::Flags;
use super::survey::Survey;
use crate::page::{NodeId, NodeMap, Page, Tag};

/// From this probability on a block surely is content.
pub const SURE: f32 = 0.8;
/// A line of text: about one line of a column.
pub const LINE_CHARS: f32 = 60.0;
/// A heading that is less likely than this share of the threshold is the site's.
const HEADING: f32 = 0.5;
/// An item that is less likely than this share of the threshold is the site's too.
const ITEM: f32 = 0.15;
/// How far below the heading's parent an item may be: a list, and an element around it.
const ITEM_LEVELS: usize = 4;

/// For each block whether it is an item of a list that stands, with nothing but lists, below a heading in the element
/// that holds the article's text and headings of the same level over it.
pub fn lists(survey: &Survey<'_>, probabilities: &[f32], threshold: f32) -> Vec<bool> {
    let page = survey.page;
    // Levels of the headings that stand over sure text, a bit each, by the element that holds both.
    let mut levels: NodeMap<u8> = NodeMap::new(page);
    let blocks = || survey.blocks.items.iter().zip(probabilities);
    let mut heading = None;
    for (block, &p) in blocks() {
        if let Some(place) = place(survey, block.container) {
            heading = Some(place);
        } else if p > SURE
            && block.measure.chars >= LINE_CHARS
            && let Some((level, parent)) = heading.filter(|&(_, parent)| page.is_inside(block.container, parent))
            && let Some(slot) = levels.get_mut(parent)
        {
            *slot |= 1 << level;
        }
    }
    let mut section = None;
    let is_item = |(block, &p): (&super::blocks::TextBlock, &f32)| {
        if let Some((level, parent)) = place(survey, block.container) {
            let is_own = level > 1 && levels.get(parent) & (1 << level) != 0 && p > threshold * HEADING;
            section = is_own.then_some(parent);
            return false;
        }
        let Some(parent) = section.filter(|&parent| page.is_inside(block.container, parent)) else {
            section = None;
            return false;
        };
        let is_listed = is_listed(page, block.container, parent);
        if !is_listed && p > threshold {
            section = None;
        }
        is_listed && p > threshold * ITEM && !survey.elements.get(block.container).flags.any(Flags::NAV | Flags::FORM)
    };
    blocks().map(is_item).collect()
}

/// As many words beside a heading are the links that edit it or lead to it.
const BESIDE: f32 = 8.0;

/// The level of a heading, and the element that it divides: above what holds nothing but it, and links for its section.
pub fn place(survey: &Survey<'_>, container: NodeId) -> Option<(u8, NodeId)> {
    let page = survey.page;
    let level = page.tag(container).heading_level()?;
    let words = |id: NodeId| survey.blocks.total(page, id).tokens;
    let alone = words(container) + BESIDE;
    let parent = page.ancestors(container).find(|&above| words(above) > alone)?;
    Some((level, parent))
}

/// True for what is in a list below `parent`.
fn is_listed(page: &Page, container: NodeId, parent: NodeId) -> bool {
    let above = std::iter::once(container).chain(page.ancestors(container)).take(ITEM_LEVELS);
    above.take_while(|&id| id != parent).any(|id| matches!(page.tag(id), Tag::Ul | Tag::Ol | Tag::Dl))
}
