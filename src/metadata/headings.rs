//! The headings that may be the headline, and what each of them says without its kicker and the site's name.

use super::Source;
use super::clues::{Clue, Clues, shown_lines, shown_text, words};
use super::phrase::{clean, decoded, fold};
use super::place::is_set_apart;
use super::site::{SiteNames, parts};
use super::title::Claimed;
use crate::letters;
use crate::page::{NodeId, Page, Tag};

/// A heading longer than this is a text, in characters.
const MAX_HEADING: usize = 300;
/// As many headings less than an `h1` are compared, and as many `h1`; beyond them the page is a list.
const MAX_HEADINGS: usize = 120;

/// A heading that the page shows.
#[derive(Debug)]
pub struct Heading {
    pub clue: Clue,
    pub text: String,
    pub key: String,
    /// How much less than an `h1` it is.
    pub rank: u32,
}

/// Added to the rank of headings in navigation and the like, which makes an `h1` there the next best.
pub const SET_APART: u32 = 5;
/// Added to the rank of a heading that leads to the start of a site.
pub const HOME: u32 = 2 * SET_APART;

/// The headings that may be the headline, in document order.
pub fn headings(page: &Page, clues: &Clues, sites: &SiteNames, claimed: &[Claimed]) -> Vec<Heading> {
    let (mut n_h1, mut n_lesser) = (0, 0);
    let considered = clues.headings.iter().filter(|clue| {
        // Menus may have hundreds of titles before the headline.
        let n = if page.tag(clue.node) == Tag::H1 { &mut n_h1 } else { &mut n_lesser };
        *n += 1;
        *n <= MAX_HEADINGS
    });
    let headings = considered.filter_map(|&clue| {
        let (text, key) = heading_text(page, clue.node, sites, claimed);
        if key.is_empty() || text.chars().count() > MAX_HEADING || sites.is_name(&text) {
            return None;
        }
        let rank = match page.tag(clue.node) {
            Tag::H1 => 0,
            Tag::H2 => 2,
            Tag::H3 => 4,
            _ => 3,
        };
        let rank = rank + if is_set_apart(page, clue.node) { SET_APART } else { 0 };
        let rank = rank + if leads_home(page, clue.node) { HOME } else { 0 };
        Some(Heading { clue, text, key, rank })
    });
    headings.collect()
}

/// True for a heading that is a link to the start of a site: that is the site's name.
fn leads_home(page: &Page, node: NodeId) -> bool {
    let is_link = |each: &NodeId| page.tag(*each) == Tag::A;
    let mut around = page.ancestors(node).take(1).chain(page.descendants(node).take(4));
    let href = around.find(is_link).and_then(|link| page.attr(link, "href")).unwrap_or_default().trim();
    let path = href.split_once("://").map_or(href, |(_, rest)| rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"));
    matches!(path, "/" | "./" | "/index.html" | "/index.php")
}

/// A heading's text: without the kicker above it, the site's name behind it, and the sign that links to it. With it what
/// it is compared by.
fn heading_text(page: &Page, node: NodeId, sites: &SiteNames, claimed: &[Claimed]) -> (String, String) {
    let with_key = |text: String| {
        let key = key(&text);
        (text, key)
    };
    let whole = tidy(&shown_lines(page, node));
    let whole_key = key(&whole);
    // Microdata is the heading itself, so it proves nothing about it.
    let is_claimed = |key: &str| claimed.iter().any(|claim| claim.key == key && claim.source != Source::Microdata);
    let is_whole = is_claimed(&whole_key);
    let pieces = innermost_pieces(page, node);
    if (2..=MAX_PIECES).contains(&pieces.len()) {
        let texts: Vec<String> = pieces.iter().map(|&piece| shown_text(page, piece)).collect();
        if let Some(text) = claimed_pieces(&texts, claimed, is_whole) {
            return with_key(text);
        }
        let is_kicker = |node: NodeId| {
            page.classes(node).flat_map(words).any(|word| KICKERS.iter().any(|each| word.eq_ignore_ascii_case(each)))
        };
        let rest = || pieces.iter().zip(&texts).filter(|(piece, _)| !is_kicker(**piece)).map(|(_, text)| text.as_str());
        if !is_whole && rest().next().is_some() && rest().count() < texts.len() {
            return with_key(tidy(&rest().collect::<Vec<_>>().join(" ")));
        }
    }
    match without_site(&whole, sites, claimed) {
        Some(text) => with_key(text),
        None => (whole, whole_key),
    }
}

/// The heading's text without the site's name behind it, where the page says the title without it elsewhere.
fn without_site(whole: &str, sites: &SiteNames, claimed: &[Claimed]) -> Option<String> {
    let bare = sites.strip(whole);
    let is_said = || claimed.iter().any(|claim| claim.whole == key(&bare));
    let is_name = || parts(whole).last().is_some_and(|last| sites.is_name(last));
    (bare.len() < whole.len() && (is_said() || is_name())).then_some(bare)
}

/// A headline has no more pieces than this…
const MAX_PIECES: usize = 8;
/// …and no more between them that show nothing.
const MAX_CHILDREN: usize = 64;

/// The pieces of a heading that are a claimed title without the others.
fn claimed_pieces(texts: &[String], claimed: &[Claimed], is_whole: bool) -> Option<String> {
    let run = |from: usize, to: usize| tidy(&texts.get(from..to).unwrap_or_default().join(" "));
    if is_whole {
        // Some claim the headline with the kicker, some without: then the kicker is none of it.
        let is_alone = |key: &str| {
            claimed.iter().any(|claim| claim.key == key && matches!(claim.source, Source::JsonLd | Source::OpenGraph))
        };
        return (1..texts.len()).map(|at| run(at, texts.len())).find(|text| is_alone(&key(text)));
    }
    let is_claimed = |key: &String| claimed.iter().any(|claim| claim.key == *key || claim.parts.contains(key));
    let runs = (1..texts.len()).map(|at| (at, texts.len())).chain((1..texts.len()).map(|at| (0, at)));
    runs.map(|(from, to)| run(from, to)).find(|text| is_claimed(&key(text)))
}

/// The pieces of which a heading is made, through wrappers to where it has several.
fn innermost_pieces(page: &Page, node: NodeId) -> Vec<NodeId> {
    let mut inner = node;
    let mut pieces = pieces(page, inner);
    while let [only] = *pieces.as_slice()
        && !page.is_text(only)
        && page.first_child(only).is_some()
    {
        inner = only;
        pieces = self::pieces(page, inner);
    }
    pieces
}

/// The children of a heading that show something to read.
fn pieces(page: &Page, node: NodeId) -> Vec<NodeId> {
    let is_read = |tag: Tag| !tag.is_raw_text() && !matches!(tag, Tag::Button | Tag::Select);
    let shown = page.children(node).take(MAX_CHILDREN).filter(|&child| is_read(page.tag(child)));
    shown.filter(|&child| shows_letters(page, child)).take(MAX_PIECES + 1).collect()
}

/// True for what shows a letter or a number: most do with their first character.
fn shows_letters(page: &Page, node: NodeId) -> bool {
    page.text(node).chars().any(letters::is_alphanumeric) || shown_lines(page, node).chars().any(letters::is_alphanumeric)
}

/// What a heading is compared by. What looks like a tag in it is text, but claims may have lost it.
fn key(text: &str) -> String {
    // Few have one, or a reference.
    if text.contains(['<', '&']) { fold(&clean(text)) } else { fold(text) }
}

fn tidy(text: &str) -> String {
    let text = decoded(text);
    text.trim_end_matches(['¶', '#', '§', '🔗', '\u{f0c1}']).trim().to_owned()
}

/// Class names of the line above a headline, as newspapers' themes have them.
const KICKERS: [&str; 12] = [
    "kicker",
    "overline",
    "topline",
    "roofline",
    "dachzeile",
    "eyebrow",
    "spitzmarke",
    "antetitulo",
    "overtitle",
    "surtitle",
    "label",
    "badge",
];
