//! What the signs of a post say: the author's name and the time.

use crate::page::{NodeId, Page, Tag};

/// The author's name in an element that may show more of them.
pub fn author(page: &Page, node: NodeId) -> String {
    // Microformats say it by a class.
    let is_name = |each: &NodeId| page.attr(*each, "itemprop") == Some("name") || page.classes(*each).any(|class| class == "fn");
    let said = |name: NodeId| page.attr(name, "content").map_or_else(|| shown(page, name), str::to_owned);
    let is_link = |each: &NodeId| page.tag(*each) == Tag::A;
    let stated = page.descendants(node).find(is_name).map(said);
    let linked = || page.descendants(node).filter(is_link).map(|link| shown(page, link)).find(|text| text.chars().count() > 1);
    let text = stated.filter(|text| !text.is_empty()).or_else(linked).unwrap_or_else(|| shown(page, node));
    let text = text.strip_prefix("by ").or_else(|| text.strip_prefix("By ")).unwrap_or(&text);
    let text = text.trim_end_matches([':', ',', '·', '|']).trim_end();
    SAYS.iter().find_map(|says| text.strip_suffix(says)).unwrap_or(text).trim().to_owned()
}

/// What may follow a name: "Ada says:". In these words software for comments is installed most.
const SAYS: [&str; 10] = [" says", " said", " sagt", " schreibt", " dit", " dice", " disse", " zegt", " пишет", " говорит"];

/// When something was written: as the page says it when it names a year, otherwise as its attributes do.
pub fn time(page: &Page, node: NodeId) -> String {
    let text = shown(page, node);
    let names_year = text.split(|c: char| !c.is_numeric()).any(|digits| digits.chars().count() == 4);
    let stated =
        || ["datetime", "title", "content"].iter().filter_map(|name| page.attr(node, name)).find(|text| !text.trim().is_empty());
    let text = if names_year { text } else { stated().map_or(text, |stated| stated.trim().to_owned()) };
    text.trim_matches(['·', '|', ',', '»', '«', ' ']).to_owned()
}

/// The text of an element on one line.
fn shown(page: &Page, node: NodeId) -> String {
    page.text_content(node).split_whitespace().collect::<Vec<_>>().join(" ")
}
