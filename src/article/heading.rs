//! Headings: their text without the page's controls, and levels that leave none out.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use super::inline::{self, Inline, Style};
use crate::page::{NodeId, Tag};

/// A heading longer than this is a paragraph that the site sets in large type.
const MAX_CHARS: usize = 400;

impl<'a> Builder<'a> {
    /// Reads a heading.
    pub(super) fn heading(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let Some(level) = self.heading_level(node) else { return false };
        let outer = std::mem::replace(&mut self.in_heading, true);
        let blocks = self.blocks(node);
        self.in_heading = outer;
        if !blocks.iter().all(|block| matches!(block.body, Body::Paragraph { .. } | Body::Heading { .. })) {
            // A heading around a picture or a list: its parts say more than it does.
            let parts = blocks.into_iter().map(|block| match block.body {
                Body::Paragraph { content } if inline::n_chars(&content) <= MAX_CHARS => {
                    Block { body: Body::Heading { level, content }, ..block }
                }
                body => Block { body, ..block },
            });
            let parts = parts.collect();
            self.push_blocks(flow, parts);
            return true;
        }
        let mut content = inline::flatten(blocks);
        bare(&mut content);
        if inline::is_blank(&content) {
            return true;
        }
        let body =
            if inline::n_chars(&content) > MAX_CHARS { Body::Paragraph { content } } else { Body::Heading { level, content } };
        self.push_block(flow, node, body);
        true
    }
}

impl Builder<'_> {
    /// The level of a heading, by its name or by its role.
    pub(super) fn heading_level(&self, node: NodeId) -> Option<u8> {
        let page = self.page;
        page.tag(node).heading_level().or_else(|| {
            let is_heading =
                page.attr(node, "role") == Some("heading") && matches!(page.tag(node), Tag::Div | Tag::Span | Tag::P);
            let level = || page.attr(node, "aria-level").and_then(|level| level.trim().parse().ok());
            is_heading.then(|| level().filter(|level| (1..=6).contains(level)).unwrap_or(2))
        })
    }

    /// True for what stands in a heading and is no part of it: links to edit the section, and to the heading itself.
    pub(super) fn is_heading_tool(&self, node: NodeId, tag: Tag) -> bool {
        if !self.in_heading {
            return false;
        }
        let page = self.page;
        if page.classes(node).any(|class| TOOLS.contains(&class)) {
            // MDN and VuePress put the heading itself into the link to it.
            let heading = page.ancestors(node).find(|&above| self.heading_level(above).is_some());
            let n_letters = |id| page.text_content(id).chars().filter(|c| c.is_alphanumeric()).count();
            return n_letters(node) == 0 || heading.is_none_or(|heading| n_letters(heading) > n_letters(node));
        }
        let leads_here = tag == Tag::A && page.attr(node, "href").is_some_and(|href| href.contains('#'));
        leads_here && !page.text_content(node).contains(char::is_alphanumeric)
    }
}

/// Class names of tools in headings: MediaWiki, GitHub, Sphinx, Docusaurus, VitePress.
const TOOLS: [&str; 9] = [
    "mw-editsection",
    "editsection",
    "headerlink",
    "hash-link",
    "header-anchor",
    "heading-anchor",
    "anchor-link",
    "octicon",
    "anchorjs-link",
];

/// Takes off a heading what it needs not say: that it is bold, and a link to itself.
fn bare(content: &mut Vec<Inline>) {
    while let [Inline::Styled { style: Style::Strong, content: inner } | Inline::Link { content: inner, .. }] =
        content.as_mut_slice()
    {
        let inner = std::mem::take(inner);
        if let [Inline::Link { href, .. }] = content.as_slice()
            && !href.starts_with('#')
        {
            let href = href.clone();
            *content = vec![Inline::Link { href, content: inner }];
            return;
        }
        *content = inner;
    }
}

/// Leaves out the heading that repeats `title` at the top, and closes gaps in the levels: the highest that is
/// used becomes 2, the next 3, and so on.
pub(super) fn normalize(mut blocks: Vec<Block>, title: &str) -> Vec<Block> {
    if let Some(at) = repeated_title(&blocks, title) {
        blocks.remove(at);
    }
    let mut used = [false; 7];
    for_each_heading(&mut blocks, &mut |level| {
        if let Some(used) = used.get_mut(usize::from(*level)) {
            *used = true;
        }
    });
    let mut levels = [6; 7];
    let mut next = 2;
    for (level, _) in levels.iter_mut().zip(used).filter(|(_, used)| *used) {
        *level = next;
        next = (next + 1).min(6);
    }
    for_each_heading(&mut blocks, &mut |level| {
        *level = levels.get(usize::from(*level)).copied().unwrap_or(6);
    });
    blocks
}

/// Text before a heading, in characters, after which it no longer is the article's title.
const MAX_BEFORE_TITLE: usize = 300;

/// A title of fewer bytes of letters may begin or end another heading.
const MIN_TITLE: usize = 20;

/// Where the title stands among the first blocks.
fn repeated_title(blocks: &[Block], title: &str) -> Option<usize> {
    let title = letters(title);
    let mut before = 0;
    for (at, block) in blocks.iter().enumerate() {
        match &block.body {
            Body::Heading { content, .. } => {
                let heading = letters(&inline::text(content));
                // Half of the title at least: a title that metadata gave may have the site's name at its end.
                let is_title = !heading.is_empty() && title.starts_with(&heading) && heading.len() * 2 >= title.len();
                // Metadata leave out a kicker before the headline and the site's name behind it.
                let is_around = title.len() >= MIN_TITLE
                    && title.len() * 2 >= heading.len()
                    && (heading.ends_with(&title) || heading.starts_with(&title));
                if is_title || is_around {
                    return Some(at);
                }
            }
            Body::Paragraph { content } => before += inline::n_chars(content),
            Body::Figure { .. } | Body::Rule => {}
            _ => return None,
        }
        if before > MAX_BEFORE_TITLE {
            return None;
        }
    }
    None
}

/// Letters and digits in lower case: what two spellings of a title have in common.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn for_each_heading(blocks: &mut [Block], visit: &mut dyn FnMut(&mut u8)) {
    for block in blocks {
        if let Body::Heading { level, .. } = &mut block.body {
            visit(level);
        }
        for inner in block.body.children_mut() {
            for_each_heading(inner, visit);
        }
    }
}
