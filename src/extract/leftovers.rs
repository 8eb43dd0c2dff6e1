//! What is left of a card that leads to another page when its words are cut: its image. It goes too.

use super::Selection;
use super::survey::Survey;
use crate::page::{NodeId, Page, Tag};

/// How far above the image its card may end.
const LEVELS: usize = 6;
/// A card with more texts is none.
const MAX_TEXTS: usize = 8;

/// Takes out the images of links whose words, in the link itself or in another to the same page beside it, are all left out.
pub fn remove(survey: &Survey<'_>, selection: &mut Selection) {
    let page = survey.page;
    let mut cards = Vec::new();
    for &root in &selection.roots {
        if survey.images.inside(page, root) == 0 {
            continue;
        }
        let is_linked_image = |&id: &NodeId| page.tag(id) == Tag::A && survey.images.inside(page, id) > 0;
        for link in page.descendants(root).filter(is_linked_image) {
            let Some(href) = page.attr(link, "href").filter(|href| leads_to_page(href)) else { continue };
            // A figure is the article's own, whatever became of its caption.
            let above = page.ancestors(link).take(LEVELS).take_while(|&above| above != root && page.tag(above) != Tag::Figure);
            let around = std::iter::once(link).chain(above);
            let wordless = around.take_while(|&card| is_wordless(survey, selection, card));
            // The smallest that has the words: a larger one may have another image in it.
            cards.extend(wordless.into_iter().find(|&card| says_where(page, card, href)));
        }
    }
    for card in cards {
        selection.removed.insert(card);
    }
}

/// True for an address of a page, not of the image itself or of a place on this page.
fn leads_to_page(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let is_image = path.rsplit_once('.').is_some_and(|(_, ending)| IMAGES.iter().any(|each| ending.eq_ignore_ascii_case(each)));
    !path.is_empty() && !is_image
}

const IMAGES: [&str; 7] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"];

/// True for an element of whose few texts none is kept.
fn is_wordless(survey: &Survey<'_>, selection: &Selection, card: NodeId) -> bool {
    survey.blocks.range(survey.page, card).len() <= MAX_TEXTS && !selection.keeps(survey.page, card)
}

/// True for an element with words in a link to that page.
fn says_where(page: &Page, card: NodeId, href: &str) -> bool {
    let has_words = |id: NodeId| page.descendants(id).any(|each| page.text(each).contains(char::is_alphanumeric));
    page.subtree(card).any(|id| page.tag(id) == Tag::A && page.attr(id, "href") == Some(href) && has_words(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::Facts;
    use crate::extract::lexicon::Lexicon;
    use crate::extract::survey::survey;
    use crate::page::NodeSet;

    /// What stays of the images where the words of the teaser are left out, by their addresses.
    fn images(inner: &str) -> Vec<String> {
        let text = "<p>The ferry left the northern quay at seven, an hour late.</p>";
        let page = Page::parse(format!("<body><main>{text}{inner}{text}</main></body>"));
        let survey = survey(&page, &Facts::default(), &Lexicon::default());
        let main = page.nodes().find(|&id| page.tag(id) == Tag::Main).unwrap();
        let mut removed = NodeSet::new();
        for id in page.nodes().filter(|&id| page.text(id).contains("Ten")) {
            removed.insert(id);
        }
        let mut selection = Selection { roots: vec![main], removed };
        remove(&survey, &mut selection);
        let is_kept = |&id: &NodeId| !page.ancestors(id).any(|each| selection.removed.contains(each));
        let images = page.nodes().filter(|&id| page.tag(id) == Tag::Img).filter(is_kept);
        images.filter_map(|id| page.attr(id, "src")).map(str::to_owned).collect()
    }

    #[test]
    fn the_image_of_a_card_goes_with_its_words() {
        let none = [""; 0];
        assert_eq!(images("<div><a href=/ten><img src=a.jpg></a><h4><a href=/ten>Ten lamps</a></h4></div>"), none);
        assert_eq!(images("<a href=/ten><div><img src=a.jpg></div><span>Ten lamps</span></a>"), none);
        assert_eq!(
            images("<div><a href=/mole><img src=a.jpg></a><p>The mole.</p><h4><a href=/ten>Ten lamps</a></h4></div>"),
            ["a.jpg"]
        );
        assert_eq!(
            images("<div><a href=/ten><img src=a.jpg></a><p>The mole.</p><h4><a href=/ten>Ten lamps</a></h4></div>"),
            ["a.jpg"]
        );
        assert_eq!(
            images("<figure><a href=/ten><img src=a.jpg></a><figcaption><a href=/ten>Ten lamps</a></figcaption></figure>"),
            ["a.jpg"]
        );
        assert_eq!(images("<div><a href=a-large.jpg><img src=a.jpg></a><a href=a-large.jpg>Ten lamps</a></div>"), ["a.jpg"]);
        assert_eq!(images("<div><a href=/mole><img src=a.jpg></a></div><h4><a href=/ten>Ten lamps</a></h4>"), ["a.jpg"]);
    }
}
