//! What is kept or left out with the whole that it is a part of: half a table says less than none.

use super::elements::Flags;
use super::sections::{LINE_CHARS, last_texts};
use super::survey::Survey;
use crate::article::is_data_table;
use crate::page::{NodeId, NodeSet, Page, Tag};

/// Links beyond this share make a list of links, whose items may belong to different things.
const MAX_LINKS: f32 = 0.3;
/// Links beyond this share make a table that leads through the site, unless it stands among the article's text.
const MAX_TABLE_LINKS: f32 = 0.5;
/// A table that is less likely than this share of the threshold is none of the article's.
const TABLE: f32 = 0.3;

/// From this probability on a line shows that a table stands among the text: far down a long page hardly any is surer.
const LIKELY: f32 = 0.5;

/// So many blocks may stand between a table and the lines around it: its caption, a heading, a figure.
const NEAR: usize = 6;

/// Elements that are parts of a whole.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Everything in data tables, and the items of lists that are part of a text.
    pub all: NodeSet,
    /// Everything in data tables that are not made of links.
    pub facts: NodeSet,
    /// Everything in data tables that stand among the text, whatever they are made of.
    pub whole: NodeSet,
    /// Lists of texts without any link.
    pub texts: NodeSet,
    /// Such lists side by side, each with its label: what speaks for a thing and what against.
    pub pairs: NodeSet,
}

/// Finds the parts of a page.
pub fn parts(survey: &Survey<'_>, probabilities: &[f32], threshold: f32) -> Parts {
    let page = survey.page;
    let last = last_texts(survey, probabilities, LIKELY);
    // Behind the text there are only tables that lead to other articles.
    let is_among_text = |table| {
        // A figure holds no more than the table and its caption.
        let n_blocks = |id| survey.blocks.range(page, id).len();
        let is_more = |&above: &NodeId| page.tag(above) != Tag::Figure && n_blocks(above) > n_blocks(table);
        page.ancestors(table).find(is_more).is_some_and(|parent| last.get(parent) > table)
            || is_between_lines(survey, probabilities, table)
    };
    let is_likely = |range: std::ops::Range<usize>| {
        let likely: f32 = probabilities.get(range.clone()).unwrap_or_default().iter().sum();
        likely > threshold * TABLE * range.len() as f32
    };
    let mut parts = Parts::default();
    let mut nodes = page.nodes();
    while let Some(id) = nodes.next() {
        match page.tag(id) {
            Tag::Table | Tag::Div if is_table(page, id) && !survey.elements.get(id).flags.any(Flags::NAV) => {
                let has_facts = survey.blocks.total(page, id).link_density() < MAX_TABLE_LINKS;
                let is_the_articles = is_among_text(id) && is_likely(survey.blocks.range(page, id));
                for inner in page.subtree(id).filter(|&inner| !page.is_text(inner)) {
                    if inner != id {
                        parts.all.insert(inner);
                    }
                    if has_facts {
                        parts.facts.insert(inner);
                    }
                    if is_the_articles {
                        parts.whole.insert(inner);
                    }
                }
                nodes.skip_to(page.end(id));
            }
            Tag::Ul | Tag::Ol | Tag::Dl if is_text_list(survey, id) => {
                let total = survey.blocks.total(page, id);
                // What is in such a list is known already.
                if !parts.texts.contains(id)
                    && total.link_chars == 0.0
                    && total.blocks > 0.0
                    && total.tokens >= 2.0 * total.blocks
                    && !survey.elements.get(id).flags.any(Flags::NAV | Flags::FORM)
                {
                    let pair = pair(survey, id);
                    for item in page.subtree(pair.unwrap_or(id)).filter(|&item| !page.is_text(item)) {
                        parts.texts.insert(item);
                        if pair.is_some() {
                            parts.pairs.insert(item);
                        }
                    }
                }
                page.children(id).filter(|&item| !page.is_text(item)).for_each(|item| {
                    parts.all.insert(item);
                });
            }
            _ => {}
        }
    }
    parts
}

/// True where lines of text stand shortly before and behind it, each in a box of its own.
fn is_between_lines(survey: &Survey<'_>, probabilities: &[f32], table: NodeId) -> bool {
    let range = survey.blocks.range(survey.page, table);
    let is_line = |at: usize| {
        let block = survey.blocks.items.get(at).zip(probabilities.get(at));
        block.is_some_and(|(block, &p)| p > LIKELY && block.measure.chars >= LINE_CHARS && block.link_density() < MAX_LINKS)
    };
    (range.start.saturating_sub(NEAR)..range.start).any(is_line) && (range.end..range.end + NEAR).any(is_line)
}

/// True for a table of data, and for what says that it is one.
fn is_table(page: &Page, id: NodeId) -> bool {
    let is_named = || matches!(page.attr(id, "role"), Some("table" | "grid"));
    if page.tag(id) == Tag::Table { is_data_table(page, id) } else { is_named() }
}

/// What holds the list, where it holds a label beside it and nothing else, as what stands before or after it does.
fn pair(survey: &Survey<'_>, list: NodeId) -> Option<NodeId> {
    let page = survey.page;
    let holder = page.parent(list).filter(|&holder| is_labelled(survey, holder, list))?;
    let is_same = |id: NodeId| page.children(id).any(|list| is_text_list(survey, list) && is_labelled(survey, id, list));
    let beside = |step: fn(&Page, NodeId) -> Option<NodeId>| {
        let elements = std::iter::successors(step(page, holder), |&id| step(page, id));
        elements.into_iter().find(|&id| !page.is_text(id)).is_some_and(is_same)
    };
    (beside(Page::next_sibling) || beside(Page::previous_sibling)).then_some(holder)
}

/// True where `holder` has a block beside the list, its label.
fn is_labelled(survey: &Survey<'_>, holder: NodeId, list: NodeId) -> bool {
    let n_blocks = |id| survey.blocks.range(survey.page, id).len();
    matches!(survey.page.tag(list), Tag::Ul | Tag::Ol) && n_blocks(list) + 1 == n_blocks(holder)
}

/// True for a list that is part of a text: no cards with images, no links to elsewhere.
fn is_text_list(survey: &Survey<'_>, list: NodeId) -> bool {
    survey.blocks.total(survey.page, list).link_density() < MAX_LINKS && survey.images.inside(survey.page, list) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::Facts;
    use crate::extract::lexicon::Lexicon;
    use crate::extract::survey::survey;

    fn names(html: &str) -> Vec<String> {
        let page = Page::parse(format!("<body>{html}</body>"));
        let parts = parts(&survey(&page, &Facts::default(), &Lexicon::default()), &[], 0.5);
        parts.all.iter().map(|id| page.name(id).to_owned()).collect()
    }

    #[test]
    fn rows_and_cells_go_with_their_table() {
        let table = "<table><tbody><tr><th>Port</th><th>Ships</th></tr><tr><td>Norrhamn</td><td>12</td></tr></tbody></table>";
        assert_eq!(names(table), ["tbody", "tr", "th", "th", "tr", "td", "td"]);
        assert_eq!(names(&format!("<div role=navigation>{table}</div>")), [""; 0]);
        assert_eq!(names("<table role=presentation><tr><td>a</td><td>b</td></tr></table>"), [""; 0]);
    }

    #[test]
    fn items_go_with_a_list_of_text_and_not_with_one_of_links_or_cards() {
        assert_eq!(names("<ul><li>two eggs</li><li>a cup of flour</li></ul>"), ["li", "li"]);
        assert_eq!(names("<ul><li><a href=/a>Ports</a></li><li><a href=/b>Ships</a></li></ul>"), [""; 0]);
        assert_eq!(names("<ul><li><img src=a.jpg>A ferry</li><li>A barge</li></ul>"), [""; 0]);
    }
}
