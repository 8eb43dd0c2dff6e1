//! The headline: which of the page's titles it is, and the heading in which the page shows it.

use super::clues::{Clue, Clues, shown_text};
use super::phrase::{clean, fold, is_unspaced};
use super::precedence::Claims;
use super::site::{SiteNames, without_site};
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

struct Heading {
    clue: Clue,
    text: String,
    key: String,
    rank: u8,
}

/// A title that the page claims, the site's name taken off.
struct Claimed {
    source: Source,
    text: String,
    key: String,
    whole_key: String,
}

/// Finds the headline.
pub fn title(page: &Page, clues: &Clues, claims: &Claims, sites: &SiteNames) -> Title {
    let claimed = claimed(page, clues, claims, sites);
    let headings = headings(page, clues, sites);
    if let Some(heading) = matching(&headings, &claimed) {
        return Title { text: heading.text.clone(), source: Some(Source::Heading), heading: Some(heading.clue) };
    }
    let h1s = || headings.iter().filter(|heading| heading.rank == 0);
    if let (Some(only), 1) = (h1s().next(), h1s().count()) {
        return Title { text: only.text.clone(), source: Some(Source::Heading), heading: Some(only.clue) };
    }
    if let Some(best) = claimed.first() {
        return Title { text: best.text.clone(), source: Some(best.source), heading: None };
    }
    let first = headings.first();
    Title {
        text: first.map(|heading| heading.text.clone()).unwrap_or_default(),
        source: first.map(|_| Source::Heading),
        heading: first.map(|heading| heading.clue),
    }
}

fn claimed(page: &Page, clues: &Clues, claims: &Claims, sites: &SiteNames) -> Vec<Claimed> {
    let element = clues.title.map(|title| clean(&page.text_content(title)));
    let said = claims.about(Field::Title).map(|claim| (claim.source, claim.value.as_str()));
    let all = said.chain(element.as_deref().map(|text| (Source::TitleElement, text)));
    let claimed = all.filter(|(_, text)| !text.is_empty()).map(|(source, whole)| {
        let text = without_site(whole, sites);
        Claimed { source, key: fold(&text), text, whole_key: fold(whole) }
    });
    claimed.filter(|claim| !claim.key.is_empty()).collect()
}

fn headings(page: &Page, clues: &Clues, sites: &SiteNames) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for &clue in &clues.headings {
        let text = heading_text(page, clue.node);
        let key = fold(&text);
        if key.is_empty() || text.chars().count() > MAX_HEADING || sites.is_name(&text) {
            continue;
        }
        let rank = match page.tag(clue.node) {
            Tag::H1 => 0,
            Tag::H2 => 1,
            Tag::H3 => 2,
            _ => 3,
        };
        headings.push(Heading { clue, text, key, rank });
    }
    headings
}

/// A heading's text without the sign that links to it.
fn heading_text(page: &Page, node: NodeId) -> String {
    let text = clean(&shown_text(page, node));
    text.trim_end_matches(['¶', '#', '§', '🔗']).trim().to_owned()
}

fn matching<'h>(headings: &'h [Heading], claimed: &[Claimed]) -> Option<&'h Heading> {
    for claim in claimed {
        let same = headings.iter().filter(|heading| heading.key == claim.key || heading.key == claim.whole_key);
        if let Some(heading) = same.min_by_key(|heading| heading.rank) {
            return Some(heading);
        }
    }
    for rank in 0..2 {
        let like = headings.iter().filter(|heading| heading.rank == rank);
        let best =
            like.map(|heading| (claimed.iter().map(|claim| overlap(&heading.key, &claim.key)).max().unwrap_or(0), heading));
        let best = best.filter(|(score, _)| *score >= 50).max_by_key(|(score, _)| *score);
        if let Some((_, heading)) = best {
            return Some(heading);
        }
    }
    None
}

/// Share of words that two folded texts have in common, in percent of the longer one; 100 when one is a
/// beginning of the other.
fn overlap(a: &str, b: &str) -> u32 {
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    (shared * 100 / a.len().max(b.len()).max(1)) as u32
}

/// Words, at most 64; in scripts without spaces, characters.
fn words(key: &str) -> Vec<&str> {
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
