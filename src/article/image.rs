//! Images: where they are, how large, and which of them show nothing to look at.

mod background;
mod decoration;
pub(super) mod number;
mod place;
mod placeholder;
mod source;
mod srcset;
mod twin;

pub(super) use placeholder::has_image_ending;

use super::build::Builder;
use super::inline::Image;
use crate::address::{Base, Use};
use crate::capture::Facts;
use crate::page::{NodeId, Page, Tag};

impl Builder<'_> {
    /// What images need of all that the walk knows.
    pub(super) fn images(&self) -> Images<'_> {
        Images::of(self.page, self.facts, self.targets.base())
    }
}

/// Reads images off a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Images<'a> {
    page: &'a Page,
    facts: &'a Facts,
    base: &'a Base,
}

impl<'a> Images<'a> {
    /// The images of a page whose addresses are resolved against `base`.
    pub(super) fn of(page: &'a Page, facts: &'a Facts, base: &'a Base) -> Images<'a> {
        Images { page, facts, base }
    }
}

impl Images<'_> {
    pub(super) fn tag(&self, node: NodeId) -> Tag {
        self.page.tag(node)
    }

    /// The image of an `img` element; `None` when it shows nothing.
    pub(super) fn image(&self, node: NodeId) -> Option<Image> {
        if self.is_decoration(node) {
            return None;
        }
        let sources = self.sources(node).or_else(|| self.linked(node))?;
        let (width, height) = self.size(node);
        let alt = self.page.attr(node, "alt").or(self.page.attr(node, "aria-label")).unwrap_or_default();
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Image { src: sources.src, candidates: sources.candidates, alt, width, height, href: None })
    }

    /// Stated width and height, 0 where unknown.
    fn size(&self, node: NodeId) -> (u32, u32) {
        let stated = |name| self.page.attr(node, name).and_then(pixels).or_else(|| self.styled_length(node, name)).unwrap_or(0);
        (stated("width"), stated("height"))
    }

    fn styled_length(&self, node: NodeId, name: &str) -> Option<u32> {
        let style = self.page.attr(node, "style")?;
        let mut declarations = style.split(';').filter_map(|each| each.split_once(':'));
        let (_, value) = declarations.find(|(each, _)| each.trim().eq_ignore_ascii_case(name))?;
        pixels(value.trim().strip_suffix("px")?)
    }

    /// The character that a small image stands for, when its alternative text is one: emoji drawn by the site.
    pub(super) fn emoji(&self, node: NodeId) -> Option<&str> {
        let alt = self.page.attr(node, "alt")?.trim();
        // Of ":)" nothing is lost in the text; a word stays an image's.
        if self.is_smiley(node) && !alt.is_empty() && !alt.contains(char::is_alphanumeric) {
            return Some(alt);
        }
        let is_emoji = |c: char| matches!(c, '\u{200D}' | '\u{20E3}' | '\u{FE0F}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{E0020}'..='\u{E007F}');
        let has_emoji = alt.chars().any(|c| is_emoji(c) && c != '\u{200D}');
        (has_emoji && alt.chars().all(|c| is_emoji(c) || c.is_ascii_digit() || c == '#' || c == '*')).then_some(alt)
    }

    /// The image that an empty figure names in an attribute, for a script to fetch.
    pub(super) fn named_by(&self, figure: NodeId) -> Option<Image> {
        let mut nodes = self.page.subtree(figure).take(MAX_FIGURE_NODES);
        let src = nodes.find_map(|node| {
            let mut named = self.page.attrs(node).filter(|(name, value)| {
                *name != "href" && placeholder::has_image_ending(value) && !placeholder::is_placeholder(value)
            });
            named.find_map(|(_, value)| self.base.resolve(value, Use::Image))
        })?;
        Some(Image { src, ..Image::default() })
    }

    /// True for an element that is an image by another name.
    pub(super) fn is_image(&self, node: NodeId, tag: Tag) -> bool {
        match tag {
            Tag::Img | Tag::Image => true,
            Tag::Unknown => matches!(self.page.name(node), "amp-img" | "amp-anim") || self.is_custom_image(node),
            _ => false,
        }
    }

    /// True for an element with a made-up name that has an image's address and nothing inside.
    fn is_custom_image(&self, node: NodeId) -> bool {
        let page = self.page;
        let is_leaf = page.descendants(node).take(8).all(|each| page.text(each).trim().is_empty() && page.tag(each) != Tag::Img);
        is_leaf
            && page.name(node).contains('-')
            && page.attrs(node).any(|(name, value)| name.ends_with("src") && placeholder::has_image_ending(value))
    }
}

impl Image {
    /// True for a blurred preview in the page itself of an image that a script fetches.
    pub(super) fn is_preview_of(&self, other: &Image) -> bool {
        let is_inside = |image: &Image| image.src.starts_with("data:");
        is_inside(self) && !is_inside(other) && !self.alt.is_empty() && self.alt == other.alt
    }

    /// True for the same file once more, in another format or cut for another screen.
    pub(super) fn is_copy_of(&self, other: &Image) -> bool {
        let is_named = || file_stem(&self.src).len() >= MIN_STEM && file_stem(&self.src) == file_stem(&other.src);
        self.src == other.src || (!self.alt.is_empty() && self.alt == other.alt && is_named())
    }

    /// Takes note of the link around the image: a larger copy takes its place, another page is where it leads.
    pub(super) fn link_to(&mut self, href: &str) {
        let is_file = placeholder::has_image_ending(href) && !file_stem(href).contains(':');
        if !is_file {
            self.href = Some(href.to_owned());
        } else if self.candidates.is_empty() && (1..MAX_THUMBNAIL).contains(&self.width) {
            // The copy's name is the image's without its size.
            let is_copy = file_stem(&self.src).starts_with(file_stem(href));
            if is_copy {
                self.src = href.to_owned();
            }
        }
    }
}

/// A shorter name of a file may be given to several.
const MIN_STEM: usize = 8;

/// An image narrower than this, linked to a copy of itself, is a preview.
const MAX_THUMBNAIL: u32 = 600;

/// The name of the file at an address, without its ending.
fn file_stem(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Nodes of an empty figure that are looked at.
const MAX_FIGURE_NODES: usize = 24;

/// The largest image that belongs in a line of text, in CSS pixels: a formula or a character drawn as one.
const MAX_INLINE_HEIGHT: u32 = 40;
const MAX_INLINE_WIDTH: u32 = 160;

/// True for an image that stands in a line as a word does.
pub(super) fn is_inline_sized(image: &Image) -> bool {
    (1..=MAX_INLINE_HEIGHT).contains(&image.height) && image.width <= MAX_INLINE_WIDTH
}

/// A length in pixels.
fn pixels(value: &str) -> Option<u32> {
    let digits = value.trim().trim_end_matches("px").trim_end();
    number::number(digits).filter(|pixels| *pixels < 100_000.0).map(|pixels| pixels.round() as u32)
}
