//! How far an element is from the headline, as a reader sees it.

use super::clues::Clue;
use super::filter::Filter;
use crate::page::{NodeId, Page, Tag};

/// As many ancestors are looked at: a page may nest without end.
const MAX_DEPTH: usize = 64;

/// The headline's place.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    heading: Option<NodeId>,
    start: u32,
    end: u32,
}

/// Farther below the headline than this there is other matter, in characters.
const MAX_BELOW: u32 = 2_500;
/// Farther above it there is the site's own header.
const MAX_ABOVE: u32 = 200;

impl Place {
    /// The place of this heading, or the top of the page.
    pub fn new(page: &Page, heading: Option<Clue>) -> Place {
        let Some(clue) = heading else { return Place { heading: None, start: 0, end: 0 } };
        let len: usize = page.subtree(clue.node).map(|node| page.text(node).trim_ascii().len()).sum();
        Place { heading: Some(clue.node), start: clue.offset, end: clue.offset + len as u32 }
    }

    /// Characters between the headline and an element; what stands above counts twice. `None` when it is too far,
    /// or belongs to something else than the headline: a comment, a teaser, a footer.
    pub fn distance(&self, page: &Page, clue: Clue) -> Option<u32> {
        let distance =
            if clue.offset >= self.start { clue.offset.saturating_sub(self.end) } else { (self.start - clue.offset) * 2 };
        let is_near = if clue.offset >= self.start { distance <= MAX_BELOW } else { distance <= MAX_ABOVE * 2 };
        (is_near && !self.is_elsewhere(page, clue.node)).then_some(distance)
    }

    /// The heading, where there is one.
    pub fn heading(&self) -> Option<NodeId> {
        self.heading
    }

    /// True when, on the way up to what it shares with the headline, the element is inside of something else.
    pub fn is_elsewhere(&self, page: &Page, node: NodeId) -> bool {
        let shared = |each: NodeId| self.heading.is_some_and(|heading| page.is_inside(heading, each));
        std::iter::once(node)
            .chain(page.ancestors(node))
            .take(MAX_DEPTH)
            .take_while(|&each| !shared(each))
            .any(|each| is_other_matter(page, each) && !self.is_own_footer(page, each))
    }

    /// True for a `footer` that closes the header of the article: it stands right behind the `header` that holds the headline.
    fn is_own_footer(&self, page: &Page, node: NodeId) -> bool {
        let mut before = page.previous_sibling(node);
        while let Some(each) = before.filter(|&each| page.is_text(each) && page.text(each).trim_ascii().is_empty()) {
            before = page.previous_sibling(each);
        }
        let holds = |each: NodeId| self.heading.is_some_and(|heading| page.is_inside(heading, each));
        page.tag(node) == Tag::Footer && before.is_some_and(|each| page.tag(each) == Tag::Header && holds(each))
    }
}

/// True for elements that hold other matter than the article.
fn is_other_matter(page: &Page, node: NodeId) -> bool {
    if matches!(page.tag(node), Tag::Nav | Tag::Footer | Tag::Figure | Tag::Figcaption) {
        return true;
    }
    static OUTLINES: Filter<8> = Filter::outlines(&[&OTHER_MATTER]);
    let names = ["class", "id"].into_iter().filter_map(|name| page.attr(node, name));
    let words = names.flat_map(super::clues::words).filter(|word| OUTLINES.may_have_outline(word));
    words.into_iter().any(|word| OTHER_MATTER.iter().any(|each| word.eq_ignore_ascii_case(each)))
}

/// Words in the names of elements around comments, teasers and the like.
#[rustfmt::skip]
const OTHER_MATTER: [&str; 15] = [
    "comment", "comments", "related", "recommended", "recommendations", "sidebar", "trending", "popular", "latest", "footer",
    "respond", "disqus", "carousel", "today", "todays",
];

/// True for what stands in the site's own frame, or is not shown: navigation, footer, dialogs.
pub fn is_set_apart(page: &Page, node: NodeId) -> bool {
    std::iter::once(node).chain(page.ancestors(node)).take(MAX_DEPTH).take_while(|&each| page.tag(each) != Tag::Body).any(
        |each| {
            let is_frame = matches!(page.tag(each), Tag::Nav | Tag::Footer | Tag::Aside | Tag::Dialog | Tag::Template);
            let says_so = |(name, value): (&str, &str)| match name {
                "hidden" => true,
                "role" => matches!(value, "dialog" | "navigation"),
                "style" => value.contains("display:none") || value.contains("display: none"),
                _ => false,
            };
            is_frame || page.attrs(each).any(says_so)
        },
    )
}
