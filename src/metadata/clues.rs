//! The one walk over the page: where the elements stand that may say something about the article.

use super::phrase::squash;
use crate::extract::elements::Element;
use crate::extract::said::Said;
use crate::page::{NodeId, NodeMap, Page, Tag};

/// An element that may say something, and how much text the page shows before it.
#[derive(Clone, Copy, Debug)]
pub struct Clue {
    pub node: NodeId,
    pub offset: u32,
}

/// Where to look, in document order.
#[derive(Clone, Debug, Default)]
pub struct Clues {
    /// The document's `title`.
    pub title: Option<NodeId>,
    pub metas: Vec<NodeId>,
    pub links: Vec<NodeId>,
    /// `script type="application/ld+json"`.
    pub scripts: Vec<NodeId>,
    /// `h1`, `h2`, `h3` and whatever is classed as a headline.
    pub headings: Vec<Clue>,
    /// `time`, and whatever is classed as a date.
    pub dates: Vec<Clue>,
    /// Whatever is classed or linked as an author.
    pub authors: Vec<Clue>,
    /// Elements with `itemprop`.
    pub props: Vec<Clue>,
}

/// More clues of a kind belong to a list of other articles, or are made to cost time.
const MAX_CLUES: usize = 1_000;

/// Walks the page once.
pub fn clues(page: &Page, elements: &NodeMap<Element>) -> Clues {
    let mut found = Clues::default();
    let mut offset = 0;
    for node in page.nodes() {
        let clue = Clue { node, offset };
        match page.tag(node) {
            Tag::Text => {
                let is_shown = page.parent(node).is_none_or(|parent| !page.tag(parent).is_raw_text());
                if is_shown {
                    offset += page.text(node).trim_ascii().len() as u32;
                }
                continue;
            }
            Tag::Title if found.title.is_none() && is_document_title(page, node) => found.title = Some(node),
            Tag::Meta if found.metas.len() < MAX_CLUES => found.metas.push(node),
            Tag::Link if found.links.len() < MAX_CLUES => found.links.push(node),
            Tag::Script => {
                if page.attr(node, "type").is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("application/ld+json"))
                {
                    found.scripts.push(node);
                }
                continue;
            }
            Tag::H1 | Tag::H2 | Tag::H3 => found.headings.push(clue),
            Tag::Time => found.dates.push(clue),
            Tag::Html | Tag::Body | Tag::Style | Tag::Noscript | Tag::Svg | Tag::Img | Tag::Form | Tag::Input => continue,
            _ => {}
        }
        look_at_attributes(page, clue, elements.get(node).said, &mut found);
    }
    found
}

/// Drawings have titles too.
fn is_document_title(page: &Page, node: NodeId) -> bool {
    page.ancestors(node).take(8).all(|each| page.tag(each) != Tag::Svg)
}

fn look_at_attributes(page: &Page, clue: Clue, said: Said, found: &mut Clues) {
    let tag = page.tag(clue.node);
    if said.any(Said::ITEM) {
        // RDFa says the same in another attribute.
        let is_prop = |name: &str| name == "itemprop" || name == "property" && tag != Tag::Meta;
        let props = page.attrs(clue.node).filter(|(name, _)| is_prop(name)).map(|_| clue);
        found.props.extend(props.take(MAX_CLUES.saturating_sub(found.props.len())));
    }
    if said.any(Said::AUTHOR) && found.authors.len() < MAX_CLUES {
        found.authors.push(clue);
    }
    if said.any(Said::DATE) && tag != Tag::Time && found.dates.len() < MAX_CLUES {
        found.dates.push(clue);
    }
    if said.any(Said::HEADLINE) && !matches!(tag, Tag::H1 | Tag::H2 | Tag::H3 | Tag::A | Tag::Meta) {
        found.headings.push(clue);
    }
}

/// What the words of a class or identifier say that name an author. The words are those of the development corpora's themes.
#[rustfmt::skip]
pub const AUTHORS: &[&str] = &[
    "author", "authors", "byline", "bylines", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "writer",
    "writers", "reporter", "contributor", "contributors", "journalist", "posted", "postauthor", "authorname", "articleauthor",
    "byauthor", "dateline", "zuozhe", "username", "attribution", "nickname", "yazar", "muhabir", "penulis", "periodista", "skribent",
    "forfatter", "personname",
];
/// The same for a date.
#[rustfmt::skip]
pub const DATES: &[&str] = &[
    "date", "dates", "datetime", "time", "timestamp", "published", "publish", "pubdate", "pubtime", "publication", "postdate",
    "entrydate", "datum", "fecha", "data", "datepublished", "updated", "modified", "meta", "postmeta", "entrymeta", "articledate",
    "info", "postinfo", "day", "created", "datepost", "publishdate", "age",
];
/// The same for a headline.
#[rustfmt::skip]
pub const HEADLINES: &[&str] = &[
    "headline", "title", "titulo", "titre", "titel", "titolo", "heading", "articletitle", "posttitle", "entrytitle",
];

/// True for the address of a page about a person, as sites lay them out.
pub fn is_profile(href: &str) -> bool {
    let mut folders = href.as_bytes().split(|&byte| byte == b'/').skip(1).peekable();
    std::iter::from_fn(|| folders.next().filter(|_| folders.peek().is_some())).any(is_profiles)
}

/// The folders that such pages are in.
fn is_profiles(folder: &[u8]) -> bool {
    // Most folders begin otherwise.
    matches!(folder.first(), Some(b'a' | b'b' | b'c' | b'j' | b'p' | b'r' | b's' | b'w'))
        && PROFILES.iter().any(|each| each.as_bytes() == folder)
}

#[rustfmt::skip]
const PROFILES: [&str; 14] = [
    "author", "authors", "autor", "autoren", "auteur", "autore", "by", "profile", "people", "staff", "writers", "contributors",
    "journalist", "reporter",
];

/// The words of a class list or identifier: cut at what is not a letter and where a capital begins a word.
pub fn words(value: &str) -> impl Iterator<Item = &str> {
    hashed_words(value, 0).map(|(word, _)| word)
}

/// [`words`], each with the hash of its letters in lower case (FNV-1a, 32 bits), which begins with `basis`.
pub fn hashed_words(value: &str, basis: u32) -> impl Iterator<Item = (&str, u32)> {
    let mut rest = value;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(|byte| byte.is_ascii_alphabetic())?;
        let word = rest.get(start..)?;
        let (mut is_after_small, mut hash) = (false, basis);
        let end = word.bytes().position(|byte| {
            let ends = !byte.is_ascii_alphabetic() || (is_after_small && byte.is_ascii_uppercase());
            is_after_small = byte.is_ascii_lowercase();
            if !ends {
                hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
            }
            ends
        });
        let (word, behind) = word.split_at_checked(end.unwrap_or(word.len()))?;
        rest = behind;
        Some((word, hash))
    })
}

/// The text that an element shows, on one line.
pub fn shown_text(page: &Page, root: NodeId) -> String {
    squash(&shown_lines(page, root))
}

/// The text that an element shows, a line for each block in it.
pub fn shown_lines(page: &Page, root: NodeId) -> String {
    let mut out = String::with_capacity(128);
    let mut nodes = page.subtree(root);
    for _ in 0..MAX_NODES {
        let Some(node) = nodes.next() else { break };
        match page.tag(node) {
            Tag::Text => push_text(&mut out, page.text(node)),
            tag if node != root
                && (tag.is_raw_text()
                    || matches!(tag, Tag::Svg | Tag::Template | Tag::Button | Tag::Select | Tag::Rt | Tag::Rp)) =>
            {
                nodes.skip_to(page.end(node));
            }
            tag if !is_inline(tag) && !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
        if out.len() > MAX_TEXT {
            break;
        }
    }
    out
}

/// Adds a text whose own line breaks are only spaces. Where two elements meet without a gap but a capital
/// begins the second (`By<a>Ada</a><span>Editor</span>`), a style sheet keeps them apart.
fn push_text(out: &mut String, text: &str) {
    if out.ends_with(char::is_lowercase) && text.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '„' | '«' | '"'))
        || out.ends_with(['”', '“', '»', '"']) && text.starts_with(char::is_uppercase)
        || out.ends_with("By") && text.starts_with(char::is_alphabetic)
    {
        out.push('\n');
    }
    let mut rest = text;
    while let Some((line, behind)) = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(line);
        out.push(' ');
        rest = behind.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// An element of more nodes than this is no title, name or date.
const MAX_NODES: usize = 400;
/// More text than this is no title, name or date, in bytes.
const MAX_TEXT: usize = 2_000;

/// Elements within a line of text.
pub fn is_inline(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        A | Abbr
            | B
            | Bdi
            | Bdo
            | Cite
            | Code
            | Del
            | Em
            | Font
            | I
            | Ins
            | Kbd
            | Mark
            | Q
            | Ruby
            | S
            | Small
            | Span
            | Strong
            | Sub
            | Sup
            | Time
            | U
            | Var
            | Wbr
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_names_are_joined() {
        let got: Vec<&str> = words("post-author_name entryDate2 PUBDate").collect();
        assert_eq!(got, ["post", "author", "name", "entry", "Date", "PUBDate"]);
    }
}
