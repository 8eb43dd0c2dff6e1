//! Posts of social sites, as the quotations that their scripts find and replace.

use super::address::host;
use crate::address::Use;
use crate::article::Block;
use crate::article::block::{Body, Embed, EmbedForm};
use crate::article::build::Builder;
use crate::article::inline::{self, Inline};
use crate::page::{NodeId, Tag};

/// Class names of posts and the services that gave them.
const NAMES: [(&str, &str); 12] = [
    ("twitter-tweet", "X"),
    ("twitter-video", "X"),
    ("instagram-media", "Instagram"),
    ("bluesky-embed", "Bluesky"),
    ("mastodon-embed", "Mastodon"),
    ("reddit-embed-bq", "Reddit"),
    ("reddit-card", "Reddit"),
    ("tiktok-embed", "TikTok"),
    ("text-post-media", "Threads"),
    ("fb-post", "Facebook"),
    ("imgur-embed-pub", "Imgur"),
    ("telegram-post", "Telegram"),
];

/// Attributes that hold a post's address.
const ADDRESSES: [&str; 5] = ["data-instgrm-permalink", "data-text-post-permalink", "data-bluesky-uri", "cite", "data-href"];

impl Builder<'_> {
    /// The post that a quotation holds, when its class says so or when it ends as posts do: a name, an address with an
    /// at sign, and a link.
    pub(super) fn post(&mut self, node: NodeId) -> Option<Embed> {
        let page = self.page;
        let named =
            page.classes(node).find_map(|class| NAMES.iter().find(|(name, _)| *name == class)).map(|(_, service)| *service);
        if named.is_none() && page.tag(node) != Tag::Blockquote {
            return None;
        }
        let signature = signature(self, node);
        if named.is_none() && signature.is_none() {
            return None;
        }
        let stated = ADDRESSES.iter().find_map(|name| page.attr(node, name)).and_then(|url| self.post_address(url));
        let last_link = page.descendants(node).rev().find(|each| page.tag(*each) == Tag::A);
        let linked = last_link.and_then(|link| self.link(link));
        let url = stated.or(linked)?;
        let signature = signature.unwrap_or_default();
        let blocks =
            self.blocks(node).into_iter().filter(|block| !leads_only_to(block, &url) && !ends_as(block, &signature)).collect();
        Some(Embed {
            form: EmbedForm::Post,
            provider: named.map_or_else(|| host(&url).trim_start_matches("www.").to_owned(), str::to_owned),
            url,
            author: signature.author,
            date: signature.date,
            blocks,
            ..Embed::default()
        })
    }

    fn post_address(&self, stated: &str) -> Option<String> {
        // `at://did/collection/id` is Bluesky's own form.
        if let Some((did, id)) = stated.strip_prefix("at://").and_then(|rest| rest.split_once("/app.bsky.feed.post/")) {
            return Some(format!("https://bsky.app/profile/{did}/post/{id}"));
        }
        let url = self.targets.resolve(stated, Use::Resource)?;
        Some(url.split('?').next().unwrap_or(&url).to_owned())
    }
}

/// Who wrote a post and when: the line at its end.
#[derive(Default)]
struct Signature {
    author: String,
    date: String,
}

/// Reads `— Name (@handle) <a>Date</a>` at the end of a quotation.
fn signature(builder: &Builder<'_>, node: NodeId) -> Option<Signature> {
    let page = builder.page;
    let children: Vec<NodeId> =
        page.children(node).filter(|child| !page.is_text(*child) || !page.text(*child).trim().is_empty()).collect();
    let last = *children.last()?;
    let link = page.subtree(last).rev().find(|each| page.tag(*each) == Tag::A)?;
    // The line may be the quotation's own or a paragraph's.
    let line = match page.tag(last) {
        Tag::P | Tag::Footer => page.text_content(last),
        Tag::A => {
            let is_dash = |child: &&NodeId| page.text(**child).trim_start().starts_with(DASHES);
            let start = children.iter().rev().find(is_dash).copied().unwrap_or(last);
            page.children(node).filter(|child| *child >= start).map(|child| page.text_content(child)).collect()
        }
        _ => return None,
    };
    let date = page.text_content(link).trim().to_owned();
    let (author, date) = match line.split_once("shared by") {
        Some((_, name)) => (name, String::new()),
        None => (line.trim().strip_prefix(DASHES)?.strip_suffix(date.as_str())?, date),
    };
    author.contains('@').then(|| Signature { author: author.trim().to_owned(), date })
}

/// What stands before a name.
const DASHES: [char; 3] = ['—', '–', '-'];

/// True for a paragraph that says nothing but where the post is.
fn leads_only_to(block: &Block, url: &str) -> bool {
    let is_link = |inline: &Inline| match inline {
        Inline::Link { href, .. } => href.split('?').next() == url.split('?').next(),
        other => inline::is_blank(std::slice::from_ref(other)),
    };
    matches!(&block.body, Body::Paragraph { content } if content.iter().all(is_link))
}

/// True for the paragraph that is the signature.
fn ends_as(block: &Block, signature: &Signature) -> bool {
    let Body::Paragraph { content } = &block.body else { return false };
    let text = inline::text(content);
    !signature.author.is_empty() && text.contains(&signature.author) && text.trim_end().ends_with(&signature.date)
}
