//! Takes out of the selected text what belongs to the site: lines that only lead to another article, and lines
//! that only repeat what the reader shows above the article.

use super::Selection;
use super::blocks::TextBlock;
use super::survey::Survey;
use crate::article::is_data_table;
use crate::page::{NodeId, Page, Tag};

/// A label in front of a link has at most this many words ("Read more:", "See also:", in any language).
const LABEL_WORDS: usize = 5;

/// A block that is this likely to be content is left alone, whatever it looks like.
const SURE: f32 = 0.97;

/// Removes paragraphs that are a short label with a colon and then one link (test pages `news-ticker`,
/// `news-ticker-ar`), lists, tables and text that goes on after the link left alone; and `repeats`, the lines of
/// the page's head that the metadata have said already.
pub fn clean(survey: &Survey<'_>, probabilities: &[f32], repeats: &[NodeId], selection: &mut Selection) {
    let page = survey.page;
    // What a table of facts says of the article is not said twice: its row would be left without it.
    let is_in_table = |&id: &NodeId| page.ancestors(id).any(|above| page.tag(above) == Tag::Table && is_data_table(page, above));
    for id in repeats.iter().filter(|id| !is_in_table(id)) {
        selection.removed.insert(*id);
    }
    for (block, &p) in survey.blocks.items.iter().zip(probabilities) {
        if p < SURE && block.links == 1 && block.link_chars > 0.0 && is_labeled_link(survey.page, block) {
            selection.removed.insert(block.container);
        }
    }
}

fn is_labeled_link(page: &Page, block: &TextBlock) -> bool {
    let is_line = matches!(page.tag(block.container), Tag::P | Tag::Div) && page.end(block.container) > block.last;
    if !is_line || is_under_heading(page, block.container) {
        return false;
    }
    let mut label = String::new();
    let mut linked = false;
    for id in page.descendants(block.container).filter(|&id| page.is_text(id)) {
        let text = page.text(id).trim();
        let in_link = page.ancestors(id).take_while(|&above| above != block.container).any(|above| page.tag(above) == Tag::A);
        if in_link {
            linked |= !text.is_empty();
        } else if linked && text.chars().any(char::is_alphanumeric) {
            return false;
        } else {
            label.push_str(text);
        }
    }
    let words = label.split_whitespace().count();
    linked
        && label.ends_with([':', '：', '︓'])
        && (1..=LABEL_WORDS).contains(&words)
        && is_among_paragraphs(page, block.container)
}

/// True for the line under a heading that leads to the whole of what the section says in short (test page
/// `encyclopedia-fr`).
fn is_under_heading(page: &Page, id: NodeId) -> bool {
    let mut before = std::iter::successors(page.previous_sibling(id), |&node| page.previous_sibling(node));
    let is_heading = |id: NodeId| page.subtree(id).take(2).any(|id| page.tag(id).heading_level().is_some());
    before.find(|&node| !page.is_text(node)).is_some_and(is_heading)
}

/// True when a paragraph stands directly before or after.
fn is_among_paragraphs(page: &Page, id: NodeId) -> bool {
    let Some(parent) = page.parent(id) else { return false };
    page.children(parent).filter(|&sibling| page.tag(sibling) == Tag::P).take(3).count() >= 2
}
