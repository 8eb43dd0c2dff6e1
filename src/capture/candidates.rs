//! Chooses the elements whose layout is worth asking for.
//!
//! Layout is cheap for a few hundred elements and dear for all of them (`docs/performance.md`), so those are asked
//! that stand for most: an element that holds text blocks answers for all of them when it is not rendered.

use crate::page::{NodeId, NodeMap, NodeSet, Page, Tag};
use crate::sort;

/// At most this many elements of each kind. Together at most 360: below two milliseconds of layout questions on
/// the pages measured.
const MAX_CONTAINERS: usize = 140;
const MAX_BLOCKS: usize = 100;
const MAX_HEADINGS: usize = 40;
const MAX_IMAGES: usize = 80;

/// Text blocks with fewer characters are labels and buttons.
const MIN_CHARS: u32 = 20;

/// Positions of the elements to ask layout about, ascending: what holds the most text, the longest texts, and
/// headings and images from the top.
pub fn candidates(page: &Page) -> Vec<u32> {
    let texts = Texts::of(page);
    let mut chosen = NodeSet::new();
    let mut choose = |ids: &[NodeId]| {
        for &id in ids {
            chosen.insert(id);
        }
    };
    choose(&longest(&texts.containers, &texts.below, MAX_CONTAINERS));
    choose(&longest(&texts.blocks, &texts.direct, MAX_BLOCKS));
    choose(&first(page, |tag| tag.heading_level().is_some(), MAX_HEADINGS));
    choose(&first(page, |tag| tag == Tag::Img, MAX_IMAGES));
    chosen.iter().filter_map(|id| page.element_index(id)).collect()
}

/// Where the page's text is.
struct Texts {
    /// Elements of their own line with text directly in them, in document order.
    blocks: Vec<NodeId>,
    /// Characters of each block's own text.
    direct: NodeMap<u32>,
    /// The parents of blocks, in document order of their first block.
    containers: Vec<NodeId>,
    /// Characters of all blocks of each container.
    below: NodeMap<u32>,
}

impl Texts {
    fn of(page: &Page) -> Texts {
        let mut texts =
            Texts { blocks: Vec::new(), direct: NodeMap::new(page), containers: Vec::new(), below: NodeMap::new(page) };
        // The block that holds each inline element, so that no text climbs further than its parent.
        let mut holders: NodeMap<NodeId> = NodeMap::new(page);
        for id in page.nodes() {
            let Some(parent) = page.parent(id) else { continue };
            let holder = if page.tag(parent).is_inline() { holders.get(parent) } else { parent };
            holders.set(id, holder);
            if page.is_text(id) && !page.tag(parent).is_raw_text() && page.tag(parent) != Tag::Title {
                let n_chars = page.text(id).trim().len() as u32;
                texts.add(page, holder, n_chars);
            }
        }
        texts
    }

    fn add(&mut self, page: &Page, block: NodeId, n_chars: u32) {
        let before = self.direct.get(block);
        self.direct.set(block, before + n_chars);
        if before + n_chars < MIN_CHARS {
            return;
        }
        let n_new = if before < MIN_CHARS { before + n_chars } else { n_chars };
        if before < MIN_CHARS {
            self.blocks.push(block);
        }
        let Some(container) = page.parent(block) else { return };
        if self.below.get(container) == 0 {
            self.containers.push(container);
        }
        self.below.set(container, self.below.get(container) + n_new);
    }
}

/// The nodes with the largest counts, those first in the document among equals.
fn longest(ids: &[NodeId], counts: &NodeMap<u32>, most: usize) -> Vec<NodeId> {
    let rank = |&id: &NodeId| u64::from(u32::MAX - counts.get(id)) << 32 | u64::from(id.0);
    let mut ranks: Vec<u64> = ids.iter().map(rank).collect();
    sort::numbers(&mut ranks);
    ranks.iter().take(most).map(|&rank| NodeId(rank as u32)).collect()
}

fn first(page: &Page, matches: impl Fn(Tag) -> bool, most: usize) -> Vec<NodeId> {
    page.nodes().filter(|&id| matches(page.tag(id)) && page.element_index(id).is_some()).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_blocks_what_holds_them_headings_and_images_are_chosen() {
        let text = "long enough to be read, not a label";
        let html = format!(
            "<body><nav><a>Home</a></nav><main><h1>Title</h1><div><p>{text} <b>{text}</b></p><p>{text}</p></div>\
             <img src=a><script>{text}</script></main></body>"
        );
        let page = Page::parse(html);
        let names: Vec<_> = candidates(&page).iter().map(|&each| page.name(page.element(each).unwrap()).to_owned()).collect();
        assert_eq!(names, ["h1", "div", "p", "p", "img"]);
    }

    #[test]
    fn there_are_never_more_than_the_limits_allow() {
        let paragraph = "<div><p>A paragraph that is long enough to count as text.</p><h2>Title</h2><img></div>";
        let page = Page::parse(paragraph.repeat(5000));
        let candidates = candidates(&page);
        assert_eq!(candidates.len(), MAX_CONTAINERS + MAX_BLOCKS + MAX_HEADINGS + MAX_IMAGES);
        assert!(candidates.is_sorted());
    }
}
