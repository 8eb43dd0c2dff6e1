//! Finds images with what is written under them, so that neither is kept without the other.

use super::Selection;
use super::blocks::Blocks;
use super::survey::Survey;
use crate::page::{NodeId, Page, Tag};

/// Elements of some kinds, counted so that the number in any subtree is a difference.
#[derive(Clone, Debug, Default)]
pub struct Count(Vec<u32>);

impl Count {
    /// Counts the elements of `page` whose tag is wanted.
    pub fn new(page: &Page, is_wanted: impl Fn(Tag) -> bool) -> Count {
        let mut counts = Vec::with_capacity(page.len() + 1);
        let mut count = 0;
        for id in page.nodes() {
            counts.push(count);
            count += u32::from(is_wanted(page.tag(id)));
        }
        counts.push(count);
        Count(counts)
    }

    /// The images of `page`.
    pub fn images(page: &Page) -> Count {
        Count::new(page, |tag| matches!(tag, Tag::Img | Tag::Picture | Tag::Video))
    }

    /// How many are in the subtree of `id`.
    pub fn inside(&self, page: &Page, id: NodeId) -> u32 {
        let at = |id: NodeId| self.0.get(id.index()).or(self.0.last()).copied().unwrap_or(0);
        at(page.end(id)) - at(id)
    }
}

/// An image and its caption have at most this many blocks and words (credits and sources included).
const CAPTION_BLOCKS: usize = 3;
const CAPTION_WORDS: f32 = 100.0;
/// A teaser has an image too, but its text is a link.
const CAPTION_LINKS: f32 = 0.4;
/// How far above a caption its image's element may be.
const CAPTION_LEVELS: usize = 4;

/// For each block whether it is written under an image.
pub fn captions(page: &Page, blocks: &Blocks, images: &Count) -> Vec<bool> {
    let is_caption = |container: NodeId| {
        let small = |&id: &NodeId| is_small(page, blocks, id);
        std::iter::once(container)
            .chain(page.ancestors(container))
            .take(CAPTION_LEVELS)
            .take_while(small)
            .any(|id| images.inside(page, id) > 0)
    };
    blocks.items.iter().map(|block| is_caption(block.container)).collect()
}

/// True for what is written in a figure, however many lines the caption and its credits are cut into, and though a
/// script is yet to put the image there that an attribute names.
pub fn is_in_figure(survey: &Survey<'_>, container: NodeId) -> bool {
    let page = survey.page;
    let mut above = std::iter::once(container).chain(page.ancestors(container)).take(CAPTION_LEVELS * 2);
    above.find(|&id| page.tag(id) == Tag::Figure).is_some_and(|figure| {
        let total = survey.blocks.total(page, figure);
        let is_to_come = || page.attr(figure, "itemid").is_some() || page.subtree(figure).any(|id| page.tag(id) == Tag::Noscript);
        let has_image = survey.images.inside(page, figure) > 0 || is_to_come();
        has_image && total.tokens <= CAPTION_WORDS && total.link_density() <= CAPTION_LINKS
    })
}

/// True where the nearest element that holds more than `caption` has an image, and no more text than a caption has.
pub fn has_image_beside(survey: &Survey<'_>, caption: NodeId) -> bool {
    let page = survey.page;
    let mut above = std::iter::once(caption).chain(page.ancestors(caption)).take(CAPTION_LEVELS);
    above.find(|&id| survey.images.inside(page, id) > 0).is_some_and(|holder| {
        let n_blocks = survey.blocks.range(page, holder).len();
        n_blocks <= CAPTION_BLOCKS && survey.blocks.total(page, holder).tokens <= CAPTION_WORDS
    })
}

fn is_small(page: &Page, blocks: &Blocks, id: NodeId) -> bool {
    let total = blocks.total(page, id);
    blocks.range(page, id).len() <= CAPTION_BLOCKS && total.tokens <= CAPTION_WORDS && total.link_density() <= CAPTION_LINKS
}

/// Adds the figure that stands between the headline and the text, when it is not inside a root already.
pub fn add_lead(survey: &Survey<'_>, selection: &mut Selection) {
    let (page, images) = (survey.page, &survey.images);
    let Some(&root) = selection.roots.first() else { return };
    let Some(headline) = survey.headline.and_then(|at| survey.blocks.items.get(at)) else { return };
    let end = page.end(headline.container);
    if end > root || images.inside(page, page.root()) == 0 {
        return;
    }
    let mut nodes = page.nodes();
    nodes.skip_to(end);
    let mut lead = None;
    for id in nodes {
        if id >= root {
            break;
        }
        if page.end(id) > root || page.is_text(id) || images.inside(page, id) == 0 {
            continue;
        }
        if is_lead(survey, id) {
            lead = Some(id);
            break;
        }
    }
    if let Some(lead) = lead {
        selection.roots.insert(0, lead);
    }
}

/// True for a figure: an element that says so, or an image with a few words that are no link.
fn is_lead(survey: &Survey<'_>, id: NodeId) -> bool {
    let page = survey.page;
    let says_so = |id: NodeId| matches!(page.tag(id), Tag::Figure | Tag::Figcaption);
    is_small(page, &survey.blocks, id) && (says_so(id) || page.subtree(id).take(40).any(says_so))
}
