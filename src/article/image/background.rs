//! Images that a style paints behind an element which holds nothing else.

use super::Images;
use super::placeholder::{has_image_ending, is_placeholder};
use crate::address::Use;
use crate::article::inline::Image;
use crate::page::NodeId;

/// Attributes that scripts paint a background from.
const LAZY: [&str; 5] = ["data-bg", "data-background", "data-background-image", "data-bg-src", "data-bgset"];

/// Class names of elements whose background is a picture of the article, not of the page.
const NAMES: [&str; 9] = ["image", "img", "photo", "picture", "figure", "hero", "cover", "slide", "media"];

/// An element with a background that is a picture holds no more nodes than this.
const MAX_NODES: usize = 8;

impl Images<'_> {
    /// The picture behind `node`, when there is one and nothing stands on it.
    pub(in crate::article) fn background(&self, node: NodeId) -> Option<Image> {
        let page = self.page;
        let styled = page.attr(node, "style").and_then(background_address);
        let address = styled.into_iter().chain(LAZY.iter().filter_map(|name| page.attr(node, name)));
        let address = address.into_iter().find(|address| !is_placeholder(address))?;
        let is_named = page.attr(node, "role") == Some("img")
            || page.ancestors(node).take(2).any(|each| page.tag(each) == crate::page::Tag::Figure)
            || page
                .classes(node)
                .flat_map(|class| class.split(['-', '_']))
                .any(|word| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name)));
        let is_bare = page.end(node).index() - node.index() <= MAX_NODES
            && page.descendants(node).all(|each| page.text(each).trim().is_empty() && !self.is_image(each, page.tag(each)));
        if !is_named || !is_bare || !(styled.is_some() || has_image_ending(address)) {
            return None;
        }
        let src = self.base.resolve(address, Use::Image)?;
        let alt = page.attr(node, "aria-label").or(page.attr(node, "title")).unwrap_or_default().trim().to_owned();
        Some(Image { src, alt, ..Image::default() })
    }
}

/// The address in `background-image: url(…)` or `background: … url(…)`.
fn background_address(style: &str) -> Option<&str> {
    let (_, after) = style.split_once("background")?;
    let (_, after) = after.split_once("url(")?;
    let (address, _) = after.split_once(')')?;
    Some(address.trim().trim_matches(['"', '\'']))
}
