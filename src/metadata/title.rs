//! The headline: which of the page's titles it is, and the heading in which the page shows it.
//!
//! What the page shows is believed more than what it tells machines, but machines are told which of the
//! headings it is. So every claimed title is cut into its parts, and the headings are compared with them.

use super::clues::{Clue, Clues, shown_text, words};
use super::phrase::{clean, fold, is_unspaced};
use super::place::is_set_apart;
use super::precedence::Claims;
use super::site::{SiteNames, parts};
use super::{Field, Source};
use crate::page::{NodeId, Page, Tag};

/// The headline of a page.
#[derive(Clone, Debug, Default)]
pub struct Title {
    pub text: String,
    pub source: Option<Source>,
    /// The heading that shows it.
    pub heading: Option<Clue>,
}

/// A heading longer than this is a text, in characters.
const MAX_HEADING: usize = 300;
/// As many headings are compared; beyond them the page is a list.
const MAX_HEADINGS: usize = 120;
/// Share of words, in percent, from which on an `h1` is a claimed title in other words.
const MIN_OVERLAP: u32 = 40;
/// The same for lesser headings, of which a page has many.
const MIN_OVERLAP_MINOR: u32 = 75;

/// The same for the only `h1` of a page, against a lesser heading that is a part of the title.
const MIN_OVERLAP_H1: u32 = 20;

/// Finds the headline.
pub fn title(page: &Page, clues: &Clues, claims: &Claims, sites: &SiteNames) -> Title {
    let claimed = claimed(page, clues, claims, sites);
    let headings = headings(page, clues, sites, &claimed);
    if let Some(heading) = same(&headings, &claimed).or_else(|| alike(&headings, &claimed)) {
        let text = best_spelling(heading, &claimed);
        return Title { text, source: Some(Source::Heading), heading: Some(heading.clue) };
    }
    if let Some(best) = claimed.first() {
        return Title { text: best.text.clone(), source: Some(best.source), heading: locate(page, &best.key) };
    }
    let first = headings.iter().min_by_key(|heading| heading.rank);
    let text = first.map(|heading| heading.text.clone()).unwrap_or_default();
    Title { text, source: first.map(|_| Source::Heading), heading: first.map(|heading| heading.clue) }
}

/// The text that says the title where no heading does: old pages have tables and bold letters for headings.
fn locate(page: &Page, key: &str) -> Option<Clue> {
    let mut offset = 0;
    for node in page.subtree(page.body()) {
        let text = page.text(node).trim_ascii();
        let is_shown = !text.is_empty() && page.parent(node).is_some_and(|parent| !page.tag(parent).is_raw_text());
        if is_shown {
            if text.len() >= key.len() && text.len() <= key.len() * 2 && fold(text) == key {
                return Some(Clue { node, offset });
            }
            offset += text.len() as u32;
        }
    }
    None
}

/// A title that the page claims, the site's name taken off.
struct Claimed {
    source: Source,
    text: String,
    key: String,
    /// The claim as it stands, folded.
    whole: String,
    /// Its parts between separators, folded.
    parts: Vec<String>,
}

fn claimed(page: &Page, clues: &Clues, claims: &Claims, sites: &SiteNames) -> Vec<Claimed> {
    let element = clues.title.map(|title| clean(&page.text_content(title)));
    let said = claims.about(Field::Title).map(|claim| (claim.source, claim.value.as_str()));
    let all = said.chain(element.as_deref().map(|text| (Source::TitleElement, text)));
    let claimed = all.map(|(source, whole)| {
        let text = sites.strip(whole);
        let parts = parts(whole).into_iter().filter(|part| !sites.is_name(part)).map(fold).collect();
        Claimed { source, key: fold(&text), text, whole: fold(whole), parts }
    });
    claimed.filter(|claim| !claim.key.is_empty() && !sites.is_name(&claim.text)).collect()
}

struct Heading {
    clue: Clue,
    text: String,
    key: String,
    /// How much less than an `h1` it is.
    rank: u32,
}

/// Added to the rank of headings in navigation and the like, which makes an `h1` there the next best.
const SET_APART: u32 = 5;

/// The headings that may be the headline, in document order.
fn headings(page: &Page, clues: &Clues, sites: &SiteNames, claimed: &[Claimed]) -> Vec<Heading> {
    let headings = clues.headings.iter().take(MAX_HEADINGS).filter_map(|&clue| {
        let text = heading_text(page, clue.node, claimed);
        let key = fold(&text);
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
        Some(Heading { clue, text, key, rank })
    });
    headings.collect()
}

/// A heading's text: without the kicker above it, and without the sign that links to it.
fn heading_text(page: &Page, node: NodeId, claimed: &[Claimed]) -> String {
    let whole = tidy(&shown_text(page, node));
    let key = fold(&whole);
    // Microdata is the heading itself, so it proves nothing about it.
    if claimed.iter().any(|claim| claim.key == key && claim.source != Source::Microdata) {
        return whole;
    }
    // Through wrappers to where the heading has several pieces.
    let mut inner = node;
    let mut pieces = pieces(page, inner);
    while let [only] = *pieces.as_slice()
        && !page.is_text(only)
        && page.first_child(only).is_some()
    {
        inner = only;
        pieces = self::pieces(page, inner);
    }
    if !(2..=8).contains(&pieces.len()) {
        return whole;
    }
    let is_kicker =
        |node: NodeId| page.classes(node).flat_map(words).any(|word| KICKERS.iter().any(|each| word.eq_ignore_ascii_case(each)));
    let texts: Vec<String> = pieces.iter().map(|&piece| shown_text(page, piece)).collect();
    let runs = (1..texts.len()).map(|at| (at, texts.len())).chain((1..texts.len()).map(|at| (0, at)));
    for (from, to) in runs {
        let text = tidy(&texts.get(from..to).unwrap_or_default().join(" "));
        let key = fold(&text);
        if claimed.iter().any(|claim| claim.key == key || claim.parts.contains(&key)) {
            return text;
        }
    }
    let rest: Vec<&str> =
        pieces.iter().zip(&texts).filter(|(piece, _)| !is_kicker(**piece)).map(|(_, text)| text.as_str()).collect();
    if rest.is_empty() { whole } else { tidy(&rest.join(" ")) }
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

/// The children of a heading that show something.
fn pieces(page: &Page, node: NodeId) -> Vec<NodeId> {
    let shown = page.children(node).take(9).filter(|&child| !page.tag(child).is_raw_text());
    shown.filter(|&child| !fold(&shown_text(page, child)).is_empty()).collect()
}

fn tidy(text: &str) -> String {
    let text = clean(text);
    text.trim_end_matches(['¶', '#', '§', '🔗', '\u{f0c1}']).trim().to_owned()
}

/// The heading that is a claimed title, or a part of one.
fn same<'h>(headings: &'h [Heading], claimed: &[Claimed]) -> Option<&'h Heading> {
    // A lesser heading is no part of a title where an `h1` says the title in other words.
    let is_said = only_h1(headings).is_some_and(|h1| likeness(h1, claimed) >= MIN_OVERLAP_H1);
    let cost = |heading: &Heading| {
        let may_be_part = heading.rank == 0 || !is_said;
        let costs = claimed.iter().filter_map(|claim| {
            if claim.key == heading.key || claim.whole == heading.key {
                return Some(0);
            }
            // The last part of several is more often the section or the site than the headline.
            let at = claim.parts.iter().position(|part| *part == heading.key).filter(|_| may_be_part)?;
            Some(if at + 1 == claim.parts.len() { 4 } else { 1 })
        });
        costs.min().map(|cost| cost + heading.rank)
    };
    let found = headings.iter().filter_map(|heading| Some((cost(heading)?, heading)));
    found.min_by_key(|(cost, _)| *cost).map(|(_, heading)| heading)
}

/// The heading that says what a claimed title says, in other words: search engines are told more than readers.
fn alike<'h>(headings: &'h [Heading], claimed: &[Claimed]) -> Option<&'h Heading> {
    let score = |heading: &Heading| likeness(heading, claimed);
    let best = |ranks: std::ops::Range<u32>, least: u32| {
        let fitting = headings.iter().filter(|heading| ranks.contains(&heading.rank));
        let scored = fitting.map(|heading| (score(heading), heading)).filter(|(score, _)| *score >= least);
        // The first among equals.
        scored.rev().max_by_key(|(score, _)| *score).map(|(_, heading)| heading)
    };
    let only = || only_h1(headings).filter(|heading| claimed.is_empty() || score(heading) > 0);
    best(0..1, MIN_OVERLAP)
        .or_else(|| best(1..SET_APART, MIN_OVERLAP_MINOR))
        .or_else(only)
        .or_else(|| best(SET_APART..SET_APART + 1, MIN_OVERLAP))
}

/// How much the heading has in common with the claimed title that is most like it, in percent.
fn likeness(heading: &Heading, claimed: &[Claimed]) -> u32 {
    claimed.iter().map(|claim| overlap(&heading.key, &claim.key)).max().unwrap_or(0)
}

/// The page's `h1`, where it has one only (or the same twice, for two widths of screen).
fn only_h1(headings: &[Heading]) -> Option<&Heading> {
    let mut h1s = headings.iter().filter(|heading| heading.rank == 0);
    let first = h1s.next()?;
    h1s.all(|heading| heading.key == first.key).then_some(first)
}

/// The heading's text, or the claim's where they differ in case and punctuation only and the page shouts.
fn best_spelling(heading: &Heading, claimed: &[Claimed]) -> String {
    let shouts = |text: &str| !text.chars().any(char::is_lowercase) && text.chars().filter(|c| c.is_uppercase()).count() > 3;
    let said = claimed.iter().find(|claim| claim.key == heading.key && !shouts(&claim.text));
    match said {
        Some(claim) if shouts(&heading.text) => claim.text.clone(),
        _ => heading.text.clone(),
    }
}

/// Share of words that two folded texts have in common, in percent of the longer one.
fn overlap(a: &str, b: &str) -> u32 {
    let (a, b) = (key_words(a), key_words(b));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    (shared * 100 / a.len().max(b.len()).max(1)) as u32
}

/// Words, at most 64; in scripts without spaces, characters.
fn key_words(key: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in key.split(' ') {
        if word.starts_with(is_unspaced) {
            words.extend(word.char_indices().filter_map(|(at, c)| word.get(at..at + c.len_utf8())));
        } else {
            words.push(word);
        }
        if words.len() > 64 {
            break;
        }
    }
    words
}
