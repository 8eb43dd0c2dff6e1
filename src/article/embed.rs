//! Things of other sites: never a frame that loads by itself, but a card that says what it is and where it leads.

mod address;
mod post;
mod provider;

use super::block::{Body, Embed};
use super::build::Builder;
use super::flow::Flow;
use super::image::has_image_ending;
use super::image::number::number;
use super::inline::Image;
use crate::address::Use;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads `node` as something of another site, and says whether it was one.
    pub(super) fn embed(&mut self, flow: &mut Flow<'a>, node: NodeId, tag: Tag) -> bool {
        match tag {
            Tag::Iframe | Tag::Embed => {
                let embed = self.frame(node);
                self.push_embed(flow, node, embed);
                true
            }
            Tag::Object => self.object(flow, node),
            Tag::Blockquote | Tag::Div | Tag::Unknown => {
                let Some(embed) = self.post(node).or_else(|| self.placeholder(node, tag)).or_else(|| self.covered(node)) else {
                    return false;
                };
                self.push_embed(flow, node, Some(embed));
                true
            }
            _ => false,
        }
    }

    fn push_embed(&mut self, flow: &mut Flow<'a>, node: NodeId, embed: Option<Embed>) {
        if let Some(embed) = embed {
            self.push_block(flow, node, Body::Embed(embed));
        }
    }

    /// The card of a frame.
    fn frame(&self, node: NodeId) -> Option<Embed> {
        let page = self.page;
        let names = ["src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cmp-src", "data-url"];
        let mut addresses = names.iter().filter_map(|name| page.attr(node, name)).filter(|src| !src.starts_with("about:"));
        let src = addresses.find_map(|src| self.targets.resolve(src, Use::Resource))?;
        let title = self.title_of(node);
        match provider::of_frame(&src) {
            Some(embed) => Some(Embed { title, ..embed }),
            None if self.is_content(node, &src) => {
                let provider = address::host(&src).trim_start_matches("www.").to_owned();
                Some(Embed { provider, url: src.clone(), frame: Some(src), title, ..Embed::default() })
            }
            None => None,
        }
    }

    /// True for a frame of an unknown site that is there to be looked at: set off as a figure or a player, and not one
    /// of the many that count and advertise.
    fn is_content(&self, node: NodeId, src: &str) -> bool {
        let page = self.page;
        if provider::is_machinery(src) || !src.starts_with("https:") {
            return false;
        }
        let is_named = |names: &[&str]| {
            let words =
                page.ancestors(node).take(3).flat_map(|each| page.classes(each)).flat_map(|class| class.split(['-', '_']));
            words.into_iter().any(|word| names.contains(&word))
        };
        let is_set_off = page.ancestors(node).take(3).any(|each| page.tag(each) == Tag::Figure)
            || page.attr(node, "allowfullscreen").is_some()
            || is_named(&["embed", "video", "player", "oembed", "iframe", "chart", "podcast"]);
        let is_ad = is_named(&["ad", "ads", "advert", "advertisement", "sponsor", "banner"]);
        let is_small =
            |name: &str| page.attr(node, name).and_then(|value| number(value.trim())).is_some_and(|pixels| pixels < MIN_PIXELS);
        is_set_off && !is_ad && !is_small("width") && !is_small("height")
    }

    /// An `object`: an image, a known player, or else what it holds for browsers that know neither.
    fn object(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let Some(data) = self.page.attr(node, "data") else { return false };
        if has_image_ending(data)
            && let Some(src) = self.targets.resolve(data, Use::Image)
        {
            let image = Image { src, alt: self.title_of(node), ..Image::default() };
            self.push_block(flow, node, Body::Figure { images: vec![image], caption: Vec::new() });
            return true;
        }
        let embed = self.targets.resolve(data, Use::Resource).and_then(|src| provider::of_frame(&src));
        let is_known = embed.is_some();
        self.push_embed(flow, node, embed);
        is_known
    }

    /// An element that a script turns into a player when it is clicked.
    fn placeholder(&self, node: NodeId, tag: Tag) -> Option<Embed> {
        let page = self.page;
        let attr = |names: &[&str]| names.iter().find_map(|name| page.attr(node, name)).filter(|value| !value.is_empty());
        let source = match page.name(node) {
            "lite-youtube" | "youtube-video" | "amp-youtube" => {
                format!("https://www.youtube.com/embed/{}", attr(&["videoid", "video-id", "data-videoid"])?)
            }
            "lite-vimeo" | "vimeo-video" | "amp-vimeo" => {
                format!("https://player.vimeo.com/video/{}", attr(&["videoid", "video-id", "data-videoid"])?)
            }
            "amp-iframe" => attr(&["src"])?.to_owned(),
            _ if tag == Tag::Div => {
                let is_player = page.classes(node).any(|class| class.to_ascii_lowercase().contains("youtube"));
                let id = attr(&["data-youtube-id", "data-video-id", "data-videoid", "data-id", "data-ytid"])?;
                is_player.then(|| format!("https://www.youtube.com/embed/{id}"))?
            }
            _ => return None,
        };
        let src = self.targets.resolve(&source, Use::Resource)?;
        provider::of_frame(&src).map(|embed| Embed { title: self.title_of(node), ..embed })
    }

    /// A player with a cover before it, which asks for consent: a few words and a button around one frame, or around where
    /// one will be (case `embed--behind-consent`). The cover's words are the site's, but for a caption.
    fn covered(&self, node: NodeId) -> Option<Embed> {
        let page = self.page;
        let is_small = page.end(node).index() - node.index() <= MAX_COVER_NODES;
        let holds_frame = |id| page.tag(id) == Tag::Iframe || self.later_frame(id).is_some();
        if !is_small || !page.subtree(node).any(holds_frame) {
            return None;
        }
        let (mut frames, mut title, mut has_button, mut n_chars) = (Vec::new(), String::new(), false, 0);
        let mut nodes = page.subtree(node);
        while let Some(each) = nodes.next() {
            match page.tag(each) {
                Tag::Iframe => frames.push(self.frame(each)?),
                Tag::Text => n_chars += page.text(each).trim().chars().count(),
                Tag::Script | Tag::Style => nodes.skip_to(page.end(each)),
                tag => {
                    frames.extend(self.later_frame(each));
                    has_button |= tag == Tag::Button || page.attr(each, "role") == Some("button");
                    if self.is_caption(each) {
                        title = page.text_content(each).split_whitespace().collect::<Vec<_>>().join(" ");
                        nodes.skip_to(page.end(each));
                    }
                }
            }
        }
        frames.dedup_by(|a, b| a.url == b.url);
        let [embed] = frames.as_slice() else { return None };
        let is_cover = has_button && n_chars > 0 && n_chars <= MAX_COVER_CHARS;
        is_cover.then(|| Embed { title: if title.is_empty() { embed.title.clone() } else { title }, ..embed.clone() })
    }

    /// The card of the frame that a script will put into an element.
    fn later_frame(&self, node: NodeId) -> Option<Embed> {
        let page = self.page;
        if page.is_text(node) || page.tag(node) == Tag::Iframe {
            return None;
        }
        let names = ["data-src", "data-cmp-src", "data-embed-src", "data-embed-url", "data-iframe-src", "data-video-src"];
        let source = names.iter().find_map(|name| page.attr(node, name))?;
        self.targets.resolve(source, Use::Resource).and_then(|src| provider::of_frame(&src))
    }

    /// What an element says that it shows, unless players say it of any film.
    fn title_of(&self, node: NodeId) -> String {
        let page = self.page;
        let said = ["title", "aria-label", "playlabel", "data-title"].iter().filter_map(|name| page.attr(node, name));
        let mut said = said.map(str::trim).filter(|title| !title.is_empty() && !is_generic(title));
        said.next().unwrap_or_default().to_owned()
    }
}

/// A cover before a player has no more nodes and letters than this.
const MAX_COVER_NODES: usize = 60;
const MAX_COVER_CHARS: usize = 500;

/// A frame smaller than this shows nothing to look at.
const MIN_PIXELS: f32 = 100.0;

/// True for a title that a service gives to all its frames.
fn is_generic(title: &str) -> bool {
    let title = title.to_ascii_lowercase();
    ["youtube video player", "video player", "vimeo", "embedded content", "iframe", "spotify embed", "twitter tweet", "x post"]
        .iter()
        .any(|generic| title == *generic)
}
