//! Native video and audio.

use super::block::{Body, Media};
use super::build::Builder;
use super::flow::Flow;
use super::inline::Image;
use crate::address::Use;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a `video` or `audio` element, and says whether `node` was one.
    pub(super) fn media(&mut self, flow: &mut Flow<'a>, node: NodeId, tag: Tag) -> bool {
        let audio = match (tag, self.page.name(node)) {
            (Tag::Video, _) | (_, "amp-video") => false,
            (Tag::Audio, _) | (_, "amp-audio") => true,
            _ => return false,
        };
        let page = self.page;
        let resolve = |node: NodeId, names: &[&str]| {
            names.iter().filter_map(|name| page.attr(node, name)).find_map(|src| self.targets.resolve(src, Use::Resource))
        };
        let mut sources = Vec::new();
        let mut tracks = Vec::new();
        for each in page.subtree(node) {
            if each == node || page.tag(each) == Tag::Source {
                let kind = page.attr(each, "type").unwrap_or_default().to_owned();
                sources.extend(resolve(each, &["src", "data-src"]).map(|src| (src, kind)));
            } else if page.tag(each) == Tag::Track {
                let attr = |name| page.attr(each, name).unwrap_or_default().to_owned();
                tracks.extend(resolve(each, &["src"]).map(|src| (src, attr("srclang"), attr("label"))));
            }
        }
        sources.dedup_by(|a, b| a.0 == b.0);
        let poster = page.attr(node, "poster").and_then(|poster| self.targets.resolve(poster, Use::Image));
        if !sources.is_empty() {
            self.push_block(flow, node, Body::Media(Media { audio, sources, poster, tracks, caption: Vec::new() }));
        } else if let Some(src) = poster {
            // A film that a script fetches piece by piece: its still picture is what there is to show.
            let alt = page.attr(node, "aria-label").or(page.attr(node, "title")).unwrap_or_default().to_owned();
            self.push_block(
                flow,
                node,
                Body::Figure { images: vec![Image { src, alt, ..Image::default() }], caption: Vec::new() },
            );
        }
        true
    }
}
