//! Facts behind the text: a list of terms or a table under a heading of its own, in a box beside the one that holds the text.
//!
//! What a product measures and what a dish is made of stand there, and look like the page's furniture.

use super::blocks::TextBlock;
use super::elements::Flags;
use super::headings::place;
use super::sections::SURE;
use super::survey::Survey;
use crate::article::is_data_table;
use crate::page::{NodeId, Tag};

/// Fewer blocks are a line of the page's own.
const BLOCKS: usize = 6;
/// They are at least as likely as this share of the threshold.
const LIKELY: f32 = 0.4;
/// So many paragraphs before it make the text…
const PROSE: usize = 2;
/// …which stands no further above the heading's box than this.
const LEVELS: usize = 2;

/// For each block whether it is such a fact, or the heading over them.
pub fn facts(survey: &Survey<'_>, probabilities: &[f32], threshold: f32) -> Vec<bool> {
    let page = survey.page;
    let blocks = &survey.blocks.items;
    let mut found = vec![false; blocks.len()];
    let mut nodes = page.nodes();
    while let Some(id) = nodes.next() {
        if !matches!(page.tag(id), Tag::Dl | Tag::Table) {
            continue;
        }
        let range = survey.blocks.range(page, id);
        if let Some(heading) = range.start.checked_sub(1)
            && is_of_facts(survey, id)
            && is_behind_text(survey, probabilities, id, heading)
            && let Some(all) = probabilities.get(heading..range.end)
            && all.iter().sum::<f32>() > threshold * LIKELY * all.len() as f32
        {
            found.get_mut(heading..range.end).unwrap_or_default().fill(true);
        }
        nodes.skip_to(page.end(id));
    }
    found
}

/// True for terms with what is said of them, and for a table of data, where nothing leads elsewhere.
fn is_of_facts(survey: &Survey<'_>, id: NodeId) -> bool {
    const OTHER: u32 = Flags::NAV | Flags::ASIDE | Flags::FORM | Flags::FOOTER | Flags::COMMENT_ITEM | Flags::DIALOG;
    survey.blocks.range(survey.page, id).len() >= BLOCKS
        && survey.blocks.total(survey.page, id).link_chars == 0.0
        && survey.images.inside(survey.page, id) == 0
        && !survey.elements.get(id).flags.any(OTHER)
        && (survey.page.tag(id) == Tag::Dl || is_data_table(survey.page, id))
}

/// True where the block `heading` is one over the facts, and the text stands before its box.
fn is_behind_text(survey: &Survey<'_>, probabilities: &[f32], facts: NodeId, heading: usize) -> bool {
    let page = survey.page;
    let Some(block) = survey.blocks.items.get(heading) else { return false };
    let Some((_, parent)) = place(survey, block.container).filter(|&(level, parent)| level > 1 && page.is_inside(facts, parent))
    else {
        return false;
    };
    let is_text = |(block, &p): (&TextBlock, &f32)| p > SURE && block.is_prose();
    page.ancestors(parent).take(LEVELS).any(|above| {
        let start = survey.blocks.range(page, above).start;
        let before = survey.blocks.items.iter().zip(probabilities).take(heading).skip(start);
        before.filter(|&each| is_text(each)).take(PROSE).count() == PROSE
    })
}
