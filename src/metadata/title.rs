//! The headline: which of the page's titles it is, and the heading in which the page shows it.
//!
//! What the page shows is believed more than what it tells machines, but machines are told which of the
//! headings it is. So every claimed title is cut into its parts, and the headings are compared with them.

use super::clues::{Clue, Clues};
use super::headings::{HOME, Heading, SET_APART, headings};
use super::phrase::{clean, fold, is_unspaced};
use super::precedence::Claims;
use super::site::{SiteNames, is_generic, parts};
use super::{Field, Source};
use crate::page::Page;

/// The headline of a page.
#[derive(Clone, Debug, Default)]
pub struct Title {
    pub text: String,
    pub source: Option<Source>,
    /// The heading that shows it.
    pub heading: Option<Clue>,
}

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
    // A home page is titled with the site's name; what else it shows are headlines of articles.
    if let Some(name) = home_name(page, clues, sites).filter(|_| first.is_none_or(|heading| heading.rank > 0)) {
        return Title { text: name, source: Some(Source::TitleElement), heading: None };
    }
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

/// The site's name, where the `title` element says nothing else.
fn home_name(page: &Page, clues: &Clues, sites: &SiteNames) -> Option<String> {
    let element = clean(&page.text_content(clues.title?));
    let names = parts(&element).into_iter().filter(|part| !is_generic(part));
    names.map(str::to_owned).next().filter(|name| sites.is_name(name))
}

/// A title that the page claims, the site's name taken off.
#[derive(Debug)]
pub struct Claimed {
    pub source: Source,
    text: String,
    pub key: String,
    /// The claim as it stands, folded.
    pub whole: String,
    /// Its parts between separators, folded.
    pub parts: Vec<String>,
}

fn claimed(page: &Page, clues: &Clues, claims: &Claims, sites: &SiteNames) -> Vec<Claimed> {
    let element = clues.title.map(|title| clean(&page.text_content(title)));
    // Where several items have a headline, they are a list's.
    let mut items = claims.from(Field::Title, Source::Microdata).map(|claim| fold(&claim.value));
    let is_list = items.next().is_some_and(|first| items.any(|each| each != first));
    let said = claims.about(Field::Title).filter(|claim| !(is_list && claim.source == Source::Microdata));
    let said = said.map(|claim| (claim.source, claim.value.as_str()));
    let all = said.chain(element.as_deref().map(|text| (Source::TitleElement, text)));
    let claimed = all.map(|(source, whole)| {
        let text = sites.strip(whole);
        let parts = parts(whole).into_iter().filter(|part| !sites.is_name(part)).map(fold).collect();
        Claimed { source, key: fold(&text), text, whole: fold(whole), parts }
    });
    claimed.filter(|claim| !claim.key.is_empty() && !sites.is_name(&claim.text) && !is_generic(&claim.text)).collect()
}

/// The heading that is a claimed title, or a part of one.
fn same<'h>(headings: &'h [Heading], claimed: &[Claimed]) -> Option<&'h Heading> {
    // A lesser heading is no part of a title where an `h1` says the title in other words.
    let says = |h1: &Heading| likeness(h1, claimed) >= MIN_OVERLAP_H1 && !is_behind(h1, claimed);
    let is_said = only_h1(headings).is_some_and(says);
    let names = || headings.iter().filter(|heading| heading.rank >= HOME).map(|heading| heading.key.as_str());
    // "Tide notes: A walk" under the blog's name, which leads to its start.
    let is_behind_name = |claim: &Claimed, heading: &Heading| {
        heading.rank < HOME
            && claim.whole.ends_with(&heading.key)
            && names().any(|name| claim.whole.strip_prefix(name).is_some_and(|rest| rest.trim_start() == heading.key))
    };
    let cost = |heading: &Heading| {
        let may_be_part = heading.rank == 0 || !is_said;
        let costs = claimed.iter().enumerate().filter_map(|(nth, claim)| {
            if claim.key == heading.key || claim.whole == heading.key {
                return Some((0, nth));
            }
            if is_behind_name(claim, heading) {
                return Some((1, nth));
            }
            // The last part of several is more often the section or the site than the headline.
            let at = claim.parts.iter().position(|part| *part == heading.key).filter(|_| may_be_part)?;
            Some((if at + 1 == claim.parts.len() { 4 } else { 1 }, nth))
        });
        // Among equals the one that is claimed where pages are believed most.
        costs.min().map(|(cost, nth)| (cost + heading.rank, nth))
    };
    let found = headings.iter().filter_map(|heading| Some((cost(heading)?, heading)));
    let (_, best) = found.min_by_key(|(cost, _)| *cost)?;
    // Of lesser headings that say the same the first: the others are in lists of what is popular.
    let is_same = |each: &&Heading| each.key == best.key && each.rank < SET_APART;
    if best.rank == 0 { Some(best) } else { headings.iter().find(is_same).or(Some(best)) }
}

/// The heading that says what a claimed title says, in other words: search engines are told more than readers.
fn alike<'h>(headings: &'h [Heading], claimed: &[Claimed]) -> Option<&'h Heading> {
    let score = |heading: &Heading| if is_behind(heading, claimed) { 0 } else { likeness(heading, claimed) };
    let best = |ranks: std::ops::Range<u32>, least: u32| {
        let fitting = headings.iter().filter(|heading| ranks.contains(&heading.rank));
        let scored = fitting.map(|heading| (score(heading), heading)).filter(|(score, _)| *score >= least);
        // The first among equals.
        scored.rev().max_by_key(|(score, _)| *score).map(|(_, heading)| heading)
    };
    let only = || only_h1(headings).filter(|heading| claimed.is_empty() || score(heading) > 0);
    best(0..1, MIN_OVERLAP)
        .or_else(|| only_h1(headings).filter(|h1| score(h1) >= MIN_OVERLAP_H1))
        .or_else(|| best(1..SET_APART, MIN_OVERLAP_MINOR))
        .or_else(only)
        .or_else(|| best(SET_APART..SET_APART + 1, MIN_OVERLAP))
}

/// True for a heading that is what stands behind the headline in a claimed title: the book's name above its chapter.
fn is_behind(heading: &Heading, claimed: &[Claimed]) -> bool {
    let is_tail = |claim: &Claimed| {
        let ends = |from: usize| claim.parts.get(from..).is_some_and(|parts| parts.join(" ") == heading.key);
        claim.key != heading.key && (1..claim.parts.len()).any(ends)
    };
    claimed.iter().any(is_tail) && claimed.iter().all(|claim| claim.key != heading.key && claim.whole != heading.key)
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
