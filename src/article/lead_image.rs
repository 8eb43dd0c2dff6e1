//! The lead image, where it stands above the text and outside of what was selected.

use super::block::{Block, Body};
use super::build::{Builder, Context};
use super::flow::Flow;
use super::image::Images;
use crate::address::Base;
use crate::extract::Selection;
use crate::page::{NodeId, Page, Tag};

/// The body with its lead image before it: the image that the page names as its own (`lead`), if the page shows it
/// outside of the selection, and the body does not show it already; where it names none, a large one below the headline.
pub fn with_lead_image(
    blocks: Vec<Block>,
    page: &Page,
    selection: &Selection,
    context: Context<'_>,
    lead: Option<&str>,
) -> Vec<Block> {
    let lead = lead.map(key).filter(|lead| !is_logo(lead)).unwrap_or_default();
    if shows(&blocks, &lead, 0) {
        return blocks;
    }
    let first = selection.roots.first().copied().unwrap_or(page.body());
    let base = Base::of(page, context.url);
    let images = Images::of(page, context.facts, &base);
    let found = match lead.as_str() {
        "" => below_headline(page, first),
        lead => page.nodes().take_while(|node| *node < page.end(first)).find(|node| images.is_lead(*node, lead)),
    };
    let Some(image) = found else { return blocks };
    let outside = Selection { roots: vec![page.body()], removed: Default::default() };
    let mut builder = Builder::new(page, &outside, context);
    // The figure around it, or what is one without the name, has its caption.
    let around = page.ancestors(image).take(MAX_AROUND).filter(|node| builder.is_lead_figure(*node)).last().unwrap_or(image);
    let mut flow = Flow::default();
    builder.walk(&mut flow, around, page.end(around));
    let mut lead = builder.finish(flow);
    lead.retain(|block| matches!(block.body, Body::Figure { .. }));
    lead.truncate(1);
    lead.extend(blocks);
    lead
}

/// Elements between an image and its figure.
const MAX_AROUND: usize = 6;

/// A lead image states that it is as wide and as high as this: advertisements are lower, portraits narrower.
const LARGE: (u32, u32) = (480, 240);

/// The first large image between the headline above `text` and that text.
fn below_headline(page: &Page, text: NodeId) -> Option<NodeId> {
    let before = || page.nodes().take_while(|&node| node < text);
    let headline = before().filter(|&node| page.tag(node) == Tag::H1).last()?;
    let mut nodes = page.nodes();
    nodes.skip_to(page.end(headline));
    nodes.take_while(|&node| node < text).find(|&node| page.tag(node) == Tag::Img && is_large(page, node))
}

/// True for an image that leads to nothing but an image, and stands in the page's own frame no more than in a link.
fn is_large(page: &Page, image: NodeId) -> bool {
    let size = |name| page.attr(image, name).and_then(|value| value.trim().parse().ok()).unwrap_or(0);
    let is_image = |address: &str| [".jpg", ".jpeg", ".png", ".webp"].iter().any(|end| address.ends_with(end));
    let is_other = |node: NodeId| match page.tag(node) {
        Tag::A => !page.attr(node, "href").is_some_and(is_image),
        tag => matches!(tag, Tag::Nav | Tag::Aside | Tag::Footer | Tag::Form | Tag::Li),
    };
    size("width") >= LARGE.0 && size("height") >= LARGE.1 && !page.ancestors(image).take(2 * MAX_AROUND).any(is_other)
}

impl Images<'_> {
    fn is_lead(&self, node: NodeId, lead: &str) -> bool {
        self.is_image(node, self.tag(node))
            && self.image(node).is_some_and(|image| {
                let candidates = image.candidates.iter().map(|(src, _)| src);
                candidates.chain([&image.src]).any(|src| key(src) == lead)
            })
    }
}

impl Builder<'_> {
    fn is_lead_figure(&self, node: NodeId) -> bool {
        self.page.tag(node) == Tag::Figure || self.is_figure(node)
    }
}

/// True when one of the first images is the lead image, or when there is any near the top.
fn shows(blocks: &[Block], lead: &str, depth: u32) -> bool {
    blocks.iter().enumerate().any(|(at, block)| match &block.body {
        Body::Figure { images, .. } => {
            (depth == 0 && at < 3)
                || images.iter().any(|image| key(&image.src) == lead || image.candidates.iter().any(|(src, _)| key(src) == lead))
        }
        body => depth < 4 && body.children().iter().any(|inner| shows(inner, lead, depth + 1)),
    })
}

/// True for what sites without an image for each article name instead.
fn is_logo(key: &str) -> bool {
    let words = || key.split('-').filter(|word| word.contains(char::is_alphabetic));
    // What says more than that shows whose it is: the article may be about them.
    words().any(|word| word == "logo") && words().count() <= 2
}

/// What two addresses of one image in two sizes have in common: the file's name, without its ending and without the
/// sizes that services append.
fn key(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let file = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_size = |part: &&str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        digits > 0
            && part.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'x' | b'w' | b'h' | b'p'))
            && digits <= if part.contains('x') { 8 } else { 4 }
    };
    let parts: Vec<&str> = stem.split(['-', '_']).collect();
    let n_sizes = parts.iter().rev().take_while(|part| is_size(part)).count();
    let kept = if n_sizes < parts.len() { parts.len() - n_sizes } else { parts.len() };
    parts.get(..kept).unwrap_or_default().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::build;
    use crate::capture::Facts;
    use crate::page::NodeSet;

    fn lead(html: &str, lead: &str) -> Vec<String> {
        let page = Page::parse(format!("<html><body>{html}</body></html>"));
        let selection = Selection { roots: vec![page.find(Tag::Article).unwrap()], removed: NodeSet::new() };
        let context = Context { url: "https://example.org/", facts: &Facts::default(), title: "", posts: &[] };
        let built = build(&page, &selection, context);
        let blocks = with_lead_image(built.blocks, &page, &selection, context, Some(lead));
        blocks
            .iter()
            .filter_map(|block| match &block.body {
                Body::Figure { images, caption } => Some(format!("{}|{}", images[0].src, crate::article::inline::text(caption))),
                _ => None,
            })
            .collect()
    }

    const TEXT: &str = "<article><p>One.</p></article>";

    #[test]
    fn above_the_text_with_its_caption() {
        let html =
            format!("<header><figure><img src=\"/img/sea-800x600.jpg\"><figcaption>Sea.</figcaption></figure></header>{TEXT}");
        assert_eq!(lead(&html, "https://cdn.example.org/sea.jpg?w=1200"), ["https://example.org/img/sea-800x600.jpg|Sea."]);
    }

    #[test]
    fn a_large_one_below_the_headline_where_the_page_names_none() {
        let got = |image: &str| lead(&format!("<h1>Tides</h1><div>{image}</div>{TEXT}"), "");
        let large = "<img src=\"/sea.jpg\" width=\"800\" height=\"600\">";
        assert_eq!(got(large), ["https://example.org/sea.jpg|"]);
        assert_eq!(got(&format!("<a href=\"/full.jpg\">{large}</a>")), ["https://example.org/sea.jpg|"]);
        assert!(got(&format!("<a href=\"/offer\">{large}</a>")).is_empty());
        assert!(got("<img src=\"/ad.jpg\" width=\"728\" height=\"90\">").is_empty());
        assert!(lead(&format!("{large}<h1>Tides</h1>{TEXT}"), "").is_empty());
    }

    #[test]
    fn not_twice() {
        let html = "<div><img src=\"/sea.jpg\"></div><article><p>One.</p><img src=\"/sea-300x200.jpg\"></article>";
        assert_eq!(lead(html, "/sea.jpg"), ["https://example.org/sea-300x200.jpg|"]);
    }

    #[test]
    fn not_when_the_page_does_not_show_it() {
        assert!(lead(&format!("<img src=\"/logo.png\">{TEXT}"), "/card.jpg").is_empty());
    }

    #[test]
    fn not_when_it_is_the_sites() {
        assert!(lead(&format!("<img src=\"/img/logo_wide.png\">{TEXT}"), "/img/logo_wide.png").is_empty());
        assert!(!lead(&format!("<img src=\"/img/mill-logo-river-1024.png\">{TEXT}"), "/img/mill-logo-river-1024.png").is_empty());
    }
}
