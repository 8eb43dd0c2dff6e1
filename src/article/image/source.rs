//! Where an image really is: the address that the page shows, or the one that a script would load.

use super::Images;
use super::placeholder::{has_image_ending, is_placeholder};
use super::srcset::{self, Candidate};
use crate::address::Use;
use crate::page::{NodeId, Tag};
use crate::sort;

/// The addresses of one image, resolved.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// The best single one.
    pub(super) src: String,
    /// All that come in several widths, ascending.
    pub(super) candidates: Vec<(String, u32)>,
}

/// Width of the reader's column in CSS pixels, on a screen with two pixels to each.
const COLUMN_WIDTH: f32 = 720.0;
const USUAL_RATIO: f32 = 2.0;

/// Attributes that scripts load an image from, the most telling first. The names are those of the lazy loaders
/// in use: lazysizes, lozad, WordPress, Jetpack, Rocket, Cloudflare, Medium and the sites' own.
const LAZY: [&str; 26] = [
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-actualsrc",
    "data-original-src",
    "data-lazyload",
    "data-lazyload-src",
    "data-src-large",
    "data-hi-res-src",
    "data-full-src",
    "data-fullsrc",
    "data-orig-file",
    "data-large-file",
    "data-large-src",
    "data-image-src",
    "data-img-src",
    "data-srv",
    "data-cfsrc",
    "data-ezsrc",
    "data-wood-src",
    "data-pagespeed-lazy-src",
    "data-delayed-url",
    "data-defer-src",
    "data-runner-src",
    "data-adaptive-src",
];

/// Attributes that may hold the image, or the address of something else: read when there is nothing better.
const MAYBE_LAZY: [&str; 4] = ["data-image", "data-img", "data-url", "data-echo"];

/// Attributes that hold what `srcset` holds.
const SETS: [&str; 6] = ["srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-src-set", "imagesrcset"];

/// Words in names of attributes that hold an image of something else, or a worse copy.
const NOT_LAZY: [&str; 12] =
    ["thumb", "small", "low", "lqip", "placeholder", "blur", "avatar", "icon", "share", "pin", "logo", "error"];

impl Images<'_> {
    /// Where the image of `node` is; `None` when it is nowhere.
    pub(super) fn sources(&self, node: NodeId) -> Option<Sources> {
        let mut sets: Vec<Vec<Candidate<'_>>> = Vec::new();
        let page = self.page;
        let picture = page.parent(node).filter(|parent| page.tag(*parent) == Tag::Picture);
        let offers =
            picture.into_iter().flat_map(|picture| page.children(picture)).filter(|child| page.tag(*child) == Tag::Source);
        for element in [node].into_iter().chain(offers) {
            for (name, value) in page.attrs(element) {
                if SETS.contains(&name) || (element != node && matches!(name, "src" | "data-src")) {
                    let mut set = srcset::candidates(value);
                    set.retain(|candidate| !is_placeholder(candidate.address));
                    // Beside densities alone, `src` is the candidate for one pixel each.
                    let has_width = set.iter().any(|candidate| candidate.width.is_some());
                    let src = page.attr(node, "src").filter(|src| name == "srcset" && element == node && !is_placeholder(src));
                    if let Some(address) = src.filter(|_| !has_width && !set.is_empty()) {
                        set.insert(0, Candidate { address, width: None, density: Some(1.0) });
                    }
                    sets.push(set);
                }
            }
        }
        let single = self.single(node);
        // The set that goes up to the greatest width; of sets without widths, the image's own or else the first.
        let widest = |set: &Vec<Candidate<'_>>| set.iter().filter_map(|candidate| candidate.width).max().unwrap_or(0);
        sets.retain(|set| !set.is_empty());
        sets.reverse();
        let Some(set) = sets.iter().max_by_key(|set| widest(set)) else {
            return single.map(|src| Sources { src, ..Sources::default() });
        };
        let stated = page.attr(node, "width").and_then(super::pixels).unwrap_or(0);
        let mut candidates: Vec<(String, u32)> = set
            .iter()
            .filter_map(|candidate| {
                let width = candidate.width.unwrap_or_else(|| (stated as f32 * candidate.density.unwrap_or(1.0)) as u32);
                Some((self.base.resolve(candidate.address, Use::Image)?, width))
            })
            .collect();
        sort::by_key(&mut candidates, |(_, width)| *width);
        candidates.dedup_by_key(|(src, _)| src.clone());
        let densest = set.iter().max_by(|a, b| a.density.unwrap_or(1.0).total_cmp(&b.density.unwrap_or(1.0)));
        if candidates.iter().any(|(_, width)| *width == 0) {
            let src = densest.and_then(|candidate| self.base.resolve(candidate.address, Use::Image)).or(single)?;
            return Some(Sources { src, ..Sources::default() });
        }
        let wanted = self.wanted_width();
        let best = candidates.iter().find(|(_, width)| *width as f32 >= wanted).or(candidates.last());
        let src = best.map(|(src, _)| src.clone()).or(single)?;
        if candidates.len() < 2 {
            candidates.clear();
        }
        Some(Sources { src, candidates })
    }

    /// Where the image is of which only a placeholder is shown, when it is linked to itself.
    pub(super) fn linked(&self, node: NodeId) -> Option<Sources> {
        let page = self.page;
        let link = page.parent(node).filter(|&parent| page.tag(parent) == Tag::A)?;
        let href = page.attr(link, "href").filter(|href| has_image_ending(href))?;
        Some(Sources { src: self.base.resolve(href, Use::Image)?, ..Sources::default() })
    }

    /// The one address that stands outside any set.
    fn single(&self, node: NodeId) -> Option<String> {
        let page = self.page;
        let named = LAZY.iter().filter_map(|name| page.attr(node, name));
        let endings = page.attrs(node).filter(|(name, value)| {
            name.starts_with("data-") && has_image_ending(value) && !NOT_LAZY.iter().any(|word| name.contains(word))
        });
        let endings = endings.map(|(_, value)| value);
        let facts = page.element_index(node).and_then(|element| self.facts.of(element));
        let current = facts.map(|facts| facts.current_src.as_str());
        let src = page.attr(node, "src");
        let maybe = MAYBE_LAZY.iter().filter_map(|name| page.attr(node, name));
        let all = named.chain(endings).chain(current).chain(src).chain(maybe);
        // An attribute may say `true`, or hold JSON.
        let is_address = |address: &&str| address.contains(['/', '.']) && !address.trim_start().starts_with(['{', '[']);
        all.filter(|address| is_address(address) && !is_placeholder(address))
            .find_map(|address| self.base.resolve(address, Use::Image))
    }

    /// How wide an image should be to look sharp in the reader.
    fn wanted_width(&self) -> f32 {
        let ratio = if self.facts.pixel_ratio > 0.0 { self.facts.pixel_ratio } else { USUAL_RATIO };
        COLUMN_WIDTH * ratio
    }
}
