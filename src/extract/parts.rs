//! What is kept or left out with the whole that it is a part of: half a table says less than none.

use super::survey::Survey;
use crate::article::is_data_table;
use crate::page::{NodeId, NodeSet, Tag};

/// Links beyond this share make a list of links, whose items may belong to different things.
const MAX_LINKS: f32 = 0.3;
/// Links beyond this share make a table that leads through the site.
const MAX_TABLE_LINKS: f32 = 0.5;

/// Elements that are parts of a whole.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Everything in data tables, and the items of lists that are part of a text.
    pub all: NodeSet,
    /// Everything in data tables that are not made of links.
    pub facts: NodeSet,
}

/// Finds the parts of a page.
pub fn parts(survey: &Survey<'_>) -> Parts {
    let page = survey.page;
    let mut parts = Parts::default();
    let mut nodes = page.nodes();
    while let Some(id) = nodes.next() {
        match page.tag(id) {
            Tag::Table if is_data_table(page, id) => {
                let has_facts = survey.blocks.total(page, id).link_density() < MAX_TABLE_LINKS;
                for inner in page.subtree(id).filter(|&inner| !page.is_text(inner)) {
                    if inner != id {
                        parts.all.insert(inner);
                    }
                    if has_facts {
                        parts.facts.insert(inner);
                    }
                }
                nodes.skip_to(page.end(id));
            }
            Tag::Ul | Tag::Ol | Tag::Dl if is_text_list(survey, id) => {
                page.children(id).filter(|&item| !page.is_text(item)).for_each(|item| {
                    parts.all.insert(item);
                });
            }
            _ => {}
        }
    }
    parts
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
    use crate::page::Page;

    fn names(html: &str) -> Vec<String> {
        let page = Page::parse(format!("<body>{html}</body>"));
        let parts = parts(&survey(&page, &Facts::default(), &Lexicon::default()));
        parts.all.iter().map(|id| page.name(id).to_owned()).collect()
    }

    #[test]
    fn rows_and_cells_go_with_their_table() {
        let table = "<table><tbody><tr><th>Port</th><th>Ships</th></tr><tr><td>Norrhamn</td><td>12</td></tr></tbody></table>";
        assert_eq!(names(table), ["tbody", "tr", "th", "th", "tr", "td", "td"]);
        assert_eq!(names("<table role=presentation><tr><td>a</td><td>b</td></tr></table>"), [""; 0]);
    }

    #[test]
    fn items_go_with_a_list_of_text_and_not_with_one_of_links_or_cards() {
        assert_eq!(names("<ul><li>two eggs</li><li>a cup of flour</li></ul>"), ["li", "li"]);
        assert_eq!(names("<ul><li><a href=/a>Ports</a></li><li><a href=/b>Ships</a></li></ul>"), [""; 0]);
        assert_eq!(names("<ul><li><img src=a.jpg>A ferry</li><li>A barge</li></ul>"), [""; 0]);
    }
}
