//! Tells what only decorates: icons, buttons, stars, pictures of who writes, banners, pixels that count.

use super::{Images, file_stem};
use crate::metadata::clues::words;
use crate::page::{NodeId, Tag};

/// An image no larger than this counts who reads.
const MAX_PIXEL: u32 = 3;
/// An image no larger than this, without a word on what it shows, is an icon.
const MAX_ICON: u32 = 32;
/// A picture of a person no larger than this stands for its name.
const MAX_PERSON: u32 = 160;

impl Images<'_> {
    /// True for tracking pixels, spacers, icons and pictures of authors.
    pub(super) fn is_decoration(&self, node: NodeId) -> bool {
        let page = self.page;
        let (width, height) = self.size(node);
        let is_at_most = |limit: u32| (1..=limit).contains(&width) && (1..=limit).contains(&height);
        if (1..=MAX_PIXEL).contains(&width) && height <= MAX_PIXEL || (1..=MAX_PIXEL).contains(&height) && width <= MAX_PIXEL {
            return true;
        }
        if matches!(page.attr(node, "style"), Some(style) if style.replace(' ', "").contains("display:none")) {
            return true;
        }
        let around = [Some(node), page.parent(node)].into_iter().flatten();
        let mut words = around.flat_map(|each| page.classes(each)).flat_map(|class| class.split(['-', '_']));
        let is_person = words.any(|word| ["avatar", "gravatar"].iter().any(|name| word.eq_ignore_ascii_case(name)));
        let is_icon = page.classes(node).flat_map(|class| class.split(['-', '_'])).any(|word| word.eq_ignore_ascii_case("icon"));
        is_person && (width == 0 || is_at_most(MAX_PERSON))
            || is_icon && (width == 0 || is_at_most(MAX_ICON))
            || is_at_most(MAX_ICON) && !page.attr(node, "alt").unwrap_or_default().contains(char::is_alphanumeric)
            || ((width == 0 || is_at_most(MAX_PERSON)) && self.is_named_decoration(node))
            || self.is_banner(node, width, height)
    }

    /// True for an image out of a folder of smileys.
    pub(super) fn is_smiley(&self, node: NodeId) -> bool {
        let address = self.page.attr(node, "src").unwrap_or_default();
        folders(address).any(|folder| SMILEYS.iter().any(|each| folder.eq_ignore_ascii_case(each)))
    }

    /// True for a drawing with a name that says so, outside of figures: a photograph shows something.
    fn is_named_decoration(&self, node: NodeId) -> bool {
        let page = self.page;
        let Some(src) = page.attr(node, "src") else { return false };
        let is_drawing = ["svg", "png", "gif"].iter().any(|ending| ends_with(src, ending));
        is_drawing && is_named_so(src) && !page.ancestors(node).take(LEVELS).any(|above| page.tag(above) == Tag::Figure)
    }

    /// True for an advertisement: an image that leads elsewhere, in a size that only those have.
    fn is_banner(&self, node: NodeId, width: u32, height: u32) -> bool {
        let page = self.page;
        let is_linked = page.ancestors(node).take(LEVELS).any(|above| page.tag(above) == Tag::A);
        is_linked
            && BANNERS.iter().any(|&(banner_width, banner_height)| {
                (width, height) == (banner_width, banner_height)
                    || page
                        .attr(node, "src")
                        .is_some_and(|src| file_stem(src).ends_with(&format!("{banner_width}x{banner_height}")))
            })
    }
}

/// How far above an image its figure or its link is.
const LEVELS: usize = 3;

/// True for an address with this ending of a file's name.
fn ends_with(address: &str, ending: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

/// The folders of an address.
fn folders(address: &str) -> impl Iterator<Item = &str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').skip(1)
}

/// The folders that forums and blogs keep them in.
const SMILEYS: [&str; 6] = ["smilies", "smileys", "smiley", "emoji", "emojis", "emoticons"];

/// True for a file that is named for nothing but what it decorates.
fn is_named_so(address: &str) -> bool {
    let mut says = false;
    let all = words(&file_stem(address).replace("%40", "@")).filter(|word| word.len() > 1).all(|word| {
        let is_in = |list: &[&str]| list.iter().any(|each| word.eq_ignore_ascii_case(each));
        let tells = is_in(&TELLING);
        says |= tells;
        tells || is_in(&BESIDE)
    });
    says && all
}

/// Where to share or follow, what to press, stars, and what stands in for who writes.
#[rustfmt::skip]
const TELLING: [&str; 45] = [
    "facebook", "twitter", "whatsapp", "pinterest", "linkedin", "instagram", "youtube", "telegram", "reddit", "xing", "flipboard", "pocket",
    "tiktok", "bluesky", "mastodon", "threads", "rss", "email", "mail", "print", "printer", "printfriendly", "share", "sharing", "bookmark", "button",
    "btn", "icon", "icons", "bullet", "puce", "rating", "stars", "avatar", "gravatar", "spinner", "loader", "preloader", "preloading", "advertisement", "offline", "online", "comment", "comments",
    "feedback",
];

/// What such names say besides.
#[rustfmt::skip]
const BESIDE: [&str; 47] = [
    "social", "logo", "follow", "us", "on", "off", "half", "full", "empty", "small", "large", "lg", "sm", "big", "mini", "gray", "grey", "white",
    "black", "blue", "color", "round", "square", "circle", "footer", "header", "google", "news", "scale", "zoom", "close", "menu", "search", "arrow",
    "en", "de", "fr", "es", "it", "pt", "pin", "only", "pdf", "default", "user", "star", "send",
];

/// Sizes in which advertisements are sold and articles are hardly ever illustrated (Interactive Advertising Bureau, fixed sizes).
const BANNERS: [(u32, u32); 9] =
    [(468, 60), (728, 90), (970, 90), (970, 250), (160, 600), (120, 600), (320, 50), (234, 60), (300, 600)];
