//! Whether a page is likely to be an article: cheap enough to ask of every page that is loaded, without the model.

use super::blocks::blocks;
use super::elements::elements;
use super::hidden::sight;
use super::lexicon::Lexicon;
use super::repetition::repetition;
use super::verdict::{Teasers, weight};
use crate::capture::Facts;
use crate::page::Page;

/// The weight from which on a page is offered, over the same square roots as Readability's `isProbablyReaderable`
/// (<https://github.com/mozilla/readability>): one paragraph of 540 characters, white space apart, or four of 165.
const LEAST: f32 = 20.0;

/// True when the page has enough shown prose outside of lists of teasers. An offer, not a verdict: [`super::extract_page`]
/// looks closer.
pub fn is_readable(page: &Page) -> bool {
    let elements = elements(page, &Lexicon::default());
    let blocks = blocks(page, &sight(page, &elements, &Facts::default()));
    let repetition = repetition(page, &blocks, &elements);
    let teasers = Teasers { page, blocks: &blocks, repetition: &repetition };
    let prose = blocks.items.iter().filter(|block| block.is_prose() && !teasers.holds(block));
    prose.map(weight).sum::<f32>() >= LEAST
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str =
        "The ferry left the northern quay at seven, an hour late, with half of its usual load of milk and post. ";

    fn is_offered(body: &str) -> bool {
        is_readable(&Page::parse(format!("<body>{body}</body>")))
    }

    #[test]
    fn a_few_paragraphs_are_offered_whatever_the_markup() {
        assert!(is_offered(&format!("<p>{}</p>", SENTENCE.repeat(3)).repeat(4)));
        assert!(is_offered(&format!("<div class=x>{}<br><br></div>", SENTENCE.repeat(3)).repeat(4)));
        assert!(!is_offered(&format!("<p>{SENTENCE}</p>")));
    }

    #[test]
    fn lists_of_teasers_and_text_that_is_not_shown_are_not_offered() {
        let teaser = format!("<li><h3><a href=/a>The ferry is late again today</a></h3><p>{SENTENCE}</p></li>");
        assert!(!is_offered(&format!("<ul>{}</ul>", teaser.repeat(12))));
        assert!(!is_offered(&format!("<div hidden>{}</div>", format!("<p>{}</p>", SENTENCE.repeat(3)).repeat(6))));
    }
}
