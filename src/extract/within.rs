//! What stands within the text and looks like little by itself: callouts, formulas, what can be folded out, and what is written
//! above and below tables and code.

use super::blocks::TextBlock;
use super::elements::Flags;
use super::survey::Survey;
use crate::article::{is_caption_name, is_data_table, is_note_name};
use crate::page::{NodeId, Page, Tag};

/// More of the characters in links than this lead elsewhere.
const LINKS: f32 = 0.4;
/// What is a part of the text by its element stays from this share of the threshold on…
const SURELY: f32 = 0.2;
/// …and what is one by its class or its place from this on.
const PERHAPS: f32 = 0.4;
/// How far above its text an element may be that says what it is.
const LEVELS: usize = 4;
/// What a figure holds begins within so many nodes of it, and a formula within as many of its block.
const NODES: usize = 40;

/// The share of the threshold from which on the block at `at` stays, where its element says that it is a part of the text around
/// it, or where it stands does.
pub fn share_to_stay(survey: &Survey<'_>, at: usize) -> Option<f32> {
    let page = survey.page;
    let is_text = |block: &&TextBlock| {
        let flags = survey.elements.get(block.container).flags;
        block.link_density() <= LINKS && !block.hidden && !flags.any(Flags::NAV | Flags::FORM)
    };
    let block = survey.blocks.items.get(at).filter(is_text)?;
    let around = || std::iter::once(block.container).chain(page.ancestors(block.container)).take(LEVELS);
    let says_so = |id: NodeId| match page.tag(id) {
        Tag::Summary => true,
        // The bar above code may be one too, and says "Terminal" or nothing.
        Tag::Figcaption if page.classes(id).any(|class| class == "header") => false,
        Tag::Figcaption => page.parent(id).is_some_and(|figure| holds(page, figure, &[Tag::Table, Tag::Pre])),
        _ if page.classes(id).any(is_caption_name) => page.parent(id).is_some_and(|holder| holds(page, holder, &[Tag::Table])),
        _ => false,
    };
    if around().any(says_so) || holds(page, block.container, &[Tag::Math]) {
        return Some(SURELY);
    }
    // Offers are set off from the text in boxes by the same names.
    let is_set_off = || around().any(|id| page.classes(id).any(is_note_name)) || is_below_table(page, block.container);
    is_set_off().then_some(PERHAPS)
}

fn holds(page: &Page, id: NodeId, tags: &[Tag]) -> bool {
    page.subtree(id).take(NODES).any(|id| tags.contains(&page.tag(id)))
}

/// True for a line directly below a table of data: its source, or what its signs mean.
fn is_below_table(page: &Page, id: NodeId) -> bool {
    let mut before = std::iter::successors(page.previous_sibling(id), |&node| page.previous_sibling(node));
    before.find(|&node| !page.is_text(node)).is_some_and(|node| page.tag(node) == Tag::Table && is_data_table(page, node))
}
