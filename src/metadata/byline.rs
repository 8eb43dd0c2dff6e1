//! The byline: who wrote, from what the page claims and from what it shows by its headline.

use super::clues::{Clue, Clues, shown_lines};
use super::names::Names;
use super::place::Place;
use super::precedence::{Claims, order};
use super::site::SiteNames;
use super::{Field, Source};
use crate::page::{NodeId, Page};

/// Who wrote, and where the page says so.
#[derive(Clone, Debug, Default)]
pub struct Byline {
    pub names: Vec<String>,
    pub source: Option<Source>,
}

/// A byline that is shown is no longer than this, in bytes: longer texts are about the author.
const MAX_LEN: usize = 300;
/// Names within this many characters of the first belong to the same byline.
const SAME_LINE: u32 = 120;

/// Finds the byline.
pub fn byline(page: &Page, clues: &Clues, claims: &Claims, sites: &SiteNames, heading: Option<Clue>) -> Byline {
    let mut organization: Option<Byline> = None;
    for &source in order(Field::Byline) {
        let names = if source == Source::Visible { visible(page, clues, sites, heading) } else { claimed(claims, source, sites) };
        if !names.persons.is_empty() {
            return Byline { names: names.persons, source: Some(source) };
        }
        if !names.organizations.is_empty() && organization.is_none() {
            organization = Some(Byline { names: names.organizations, source: Some(source) });
        }
    }
    organization.unwrap_or_default()
}

fn claimed(claims: &Claims, source: Source, sites: &SiteNames) -> Names {
    let mut names = Names::default();
    for claim in claims.from(Field::Byline, source) {
        let read = Names::read(&claim.value, sites);
        if claim.is_organization {
            let organizations = read.persons.into_iter().chain(read.organizations).collect();
            names.merge(Names { persons: Vec::new(), organizations });
        } else {
            names.merge(read);
        }
    }
    names
}

/// The names shown nearest to the headline.
fn visible(page: &Page, clues: &Clues, sites: &SiteNames, heading: Option<Clue>) -> Names {
    let place = Place::new(page, heading);
    let mut near: Vec<(u32, &Clue)> =
        clues.authors.iter().filter_map(|clue| Some((place.distance(page, *clue)?, clue))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    let mut names = Names::default();
    let mut first: Option<(u32, NodeId)> = None;
    for (_, clue) in near.iter().take(12) {
        if let Some((offset, node)) = first {
            let is_same =
                clue.offset.abs_diff(offset) <= SAME_LINE && !page.is_inside(clue.node, node) && !page.is_inside(node, clue.node);
            if !is_same {
                continue;
            }
        }
        let text = shown_lines(page, clue.node);
        if text.is_empty() || text.len() > MAX_LEN {
            continue;
        }
        let read = Names::read(&text, sites);
        if !read.persons.is_empty() || !read.organizations.is_empty() {
            first.get_or_insert((clue.offset, clue.node));
            names.merge(read);
        }
    }
    names
}
