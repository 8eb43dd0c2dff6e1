//! Makes twins of a page that have lost their modern signals: the same text in nested divisions.

use lectern::page::{NodeId, Page, PageBuilder, Tag};

use crate::random;

/// What a twin loses.
#[derive(Clone, Copy, Debug)]
pub struct Losses {
    /// Sectioning elements become divisions.
    pub sections: bool,
    /// The share of class and id words that become meaningless.
    pub names: f32,
    /// Open Graph and other descriptions in the head.
    pub head: bool,
    /// Roles and microdata.
    pub roles: bool,
    /// Chooses the words.
    pub seed: u64,
}

/// The twin of `page`.
pub fn plain(page: &Page, losses: Losses) -> Page {
    let mut builder = PageBuilder::new(0);
    let mut ends: Vec<NodeId> = Vec::new();
    for id in page.nodes() {
        while ends.last().is_some_and(|&end| end <= id) {
            ends.pop();
            builder.close();
        }
        let tag = page.tag(id);
        if tag == Tag::Text {
            let text = builder.intern(page.text(id));
            builder.text(text);
            continue;
        }
        let is_section = matches!(
            tag,
            Tag::Article | Tag::Main | Tag::Section | Tag::Aside | Tag::Header | Tag::Footer | Tag::Nav | Tag::Figure
        );
        let (tag, name) = if losses.sections && is_section { (Tag::Div, "div") } else { (tag, page.name(id)) };
        let name = builder.intern(name);
        builder.open(tag, name);
        ends.push(page.end(id));
        if losses.head && tag == Tag::Meta {
            continue;
        }
        for (name, value) in page.attrs(id) {
            let value = match name {
                "class" | "id" => scramble(value, losses),
                "role" | "itemprop" | "itemtype" | "itemscope" if losses.roles => continue,
                _ if losses.roles && name.starts_with("aria-") && name != "aria-hidden" => continue,
                _ => value.to_string(),
            };
            let (name, value) = (builder.intern(name), builder.intern(&value));
            builder.attr(name, value);
        }
    }
    builder.finish(String::new())
}

/// Replaces words by others that say nothing; the same word by the same, so that what repeats still does.
fn scramble(names: &str, losses: Losses) -> String {
    let scramble_word = |word: &str| {
        let hash = random::hash(&[losses.seed, random::text(word)]);
        if random::unit(&[hash]) >= losses.names {
            return word.to_string();
        }
        (0..6).map(|at| char::from(b'a' + (hash >> (8 * at)) as u8 % 26)).collect()
    };
    names.split_ascii_whitespace().map(scramble_word).collect::<Vec<_>>().join(" ")
}
