//! Headings that part a text by their regularity: each has text of its own before the next that is made like it. Where a list of the
//! best of something names each in a box with its facts and an offer, nothing else tells them from the names of other articles.

use super::blocks::TextBlock;
use super::elements::Flags;
use super::headings::{is_teaser, level};
use super::repetition::Group;
use super::sections::SURE;
use super::survey::Survey;

/// Fewer headings made alike are no regularity.
const LEAST: f32 = 3.0;
/// This share of them has a text below it.
const WITH_TEXT: f32 = 0.75;
/// A text has so many words, and fewer of its characters in links.
const WORDS: u32 = 20;
const LINKS: f32 = 0.33;
/// So many blocks may stand between the heading and it: facts, an offer, a caption.
const BETWEEN: usize = 40;

/// Whether each block is such a heading.
pub fn dividing(survey: &Survey<'_>, probabilities: &[f32]) -> Vec<bool> {
    let blocks = &survey.blocks.items;
    let groups = &survey.repetition.alike;
    // "Related" says the same each time; what is said only twice may stand in a table of contents too.
    let is_label =
        |at: usize, group: &Group| survey.repetition.copies.get(at).is_some_and(|&copies| copies as f32 >= group.count);
    // What is numbered is no teaser, though its name is a link.
    let is_number = |c: char| c.is_ascii_digit() || c == '#';
    let is_heading = |block: &TextBlock| {
        level(survey.page, block.container).is_some_and(|level| level > 1)
            && !block.hidden
            && !survey.elements.get(block.container).flags.any(Flags::NAV)
            && (block.first_char.is_some_and(is_number) || !is_teaser(survey, block))
    };
    // The nearest text below each block, and the nearest heading of each group below it.
    let mut text = usize::MAX;
    let mut below = vec![usize::MAX; groups.iter().map(|group| group.id as usize + 1).max().unwrap_or(0)];
    let mut n_with_text = vec![0.0; below.len()];
    let mut found = vec![false; blocks.len()];
    for (at, (block, &p)) in blocks.iter().zip(probabilities).enumerate().rev() {
        if p > SURE && block.measure.tokens >= WORDS && block.is_prose() && block.link_density() < LINKS && !block.hidden {
            text = at;
        }
        let Some(group) = groups.get(at).filter(|group| group.count >= LEAST && !is_label(at, group) && is_heading(block)) else {
            continue;
        };
        let id = group.id as usize;
        let next = below.get(id).copied().unwrap_or(usize::MAX);
        if text < next.min(at + BETWEEN) {
            n_with_text.get_mut(id).into_iter().for_each(|n| *n += 1.0);
            found.get_mut(at).into_iter().for_each(|found| *found = true);
        }
        below.get_mut(id).into_iter().for_each(|below| *below = at);
    }
    for (found, group) in found.iter_mut().zip(groups) {
        *found &= n_with_text.get(group.id as usize).is_some_and(|&n| n >= LEAST && n >= WITH_TEXT * group.count);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::Facts;
    use crate::extract::lexicon::Lexicon;
    use crate::extract::survey::survey;
    use crate::page::Page;

    /// The headings that divide three parts, each a box with a heading and what else, and a paragraph.
    fn divides(heads: [&str; 3]) -> usize {
        let text =
            "The ferry left the northern quay at seven, an hour late, with half of its usual load of milk, post and people.";
        let part = |head: &str| {
            format!("<div class=box><div>{head}<ul><li>12 m<li>Oak</ul><a href=/buy>Buy</a></div></div><p>{text}</p>")
        };
        let page = Page::parse(format!("<body><main>{}</main></body>", heads.map(part).concat()));
        let survey = survey(&page, &Facts::default(), &Lexicon::default());
        let probabilities: Vec<f32> = survey.blocks.items.iter().map(|block| if block.is_prose() { 0.99 } else { 0.2 }).collect();
        dividing(&survey, &probabilities).iter().filter(|divides| **divides).count()
    }

    #[test]
    fn headings_of_boxes_with_text_below_each_divide_it() {
        assert_eq!(divides(["<h3>The Lamp</h3>", "<h3>The Mole</h3>", "<h3>The Rope</h3>"]), 3);
        assert_eq!(
            divides([
                "<h3>1. <a href=/1>The Lamp</a></h3>",
                "<h3>2. <a href=/2>The Mole</a></h3>",
                "<h3>3. <a href=/3>Rope</a></h3>"
            ]),
            3
        );
        assert_eq!(
            divides(["<h3><a href=/1>The Lamp</a></h3>", "<h3><a href=/2>The Mole</a></h3>", "<h3><a href=/3>Rope</a></h3>"]),
            0
        );
        assert_eq!(divides(["<h3>Related</h3>", "<h3>Related</h3>", "<h3>Related</h3>"]), 0);
        assert_eq!(divides(["<h3>The Lamp</h3>", "", ""]), 0);
    }
}
