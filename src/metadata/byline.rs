//! The byline: who wrote, from what the page claims and from what it shows by its headline.

use super::clues::{Clue, Clues};
use super::names::Names;
use super::phrase::fold;
use super::precedence::{Claims, order};
use super::shown_authors::{in_items, shown};
use super::site::SiteNames;
use super::{Field, Source};
use crate::page::Page;

/// Who wrote, and where the page says so.
#[derive(Clone, Debug, Default)]
pub struct Byline {
    pub names: Vec<String>,
    pub source: Option<Source>,
}

/// Finds the byline.
pub fn byline(page: &Page, clues: &Clues, claims: &Claims, sites: &SiteNames, heading: Option<Clue>) -> Byline {
    let mut organization: Option<Byline> = None;
    for &source in order(Field::Byline) {
        let names = match source {
            Source::Visible => shown(page, clues, sites, heading, organization.is_none()),
            Source::Microdata => in_items(page, clues, sites, heading),
            _ => claimed(claims, source, sites),
        };
        if !names.persons.is_empty() {
            // Content systems fill `meta name="author"` with the account that published.
            let may_be_account = source == Source::Meta || names.persons.iter().all(|name| is_account(name));
            let signed = may_be_account.then(|| signed_otherwise(page, clues, sites, heading, &names)).flatten();
            if let Some(names) = signed {
                return Byline { names: names.persons, source: Some(Source::Visible) };
            }
            return Byline { names: names.persons, source: Some(source) };
        }
        if !names.organizations.is_empty() && organization.is_none() {
            organization = Some(Byline { names: names.organizations, source: Some(source) });
        }
    }
    organization.unwrap_or_default()
}

/// The persons that the page names by its headline, with first and last name, where none of them is claimed.
fn signed_otherwise(page: &Page, clues: &Clues, sites: &SiteNames, heading: Option<Clue>, claimed: &Names) -> Option<Names> {
    let shown = shown(page, clues, sites, heading, false);
    let words = |name: &String| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let are_accounts = claimed.persons.iter().all(|name| is_account(name));
    let claimed: Vec<String> = claimed.persons.iter().flat_map(words).collect();
    let is_full = |name: &String| name.contains(' ') && (are_accounts || words(name).iter().all(|word| !claimed.contains(word)));
    let is_signed = shown.is_labeled && shown.persons.iter().all(is_full);
    // The account may be the name in one word.
    let is_spelled = |name: &String| name.contains(' ') && claimed.contains(&words(name).concat());
    (!shown.persons.is_empty() && (is_signed || shown.persons.iter().all(is_spelled))).then_some(shown)
}

/// True for what a person logs in with: one word in lower case.
fn is_account(name: &str) -> bool {
    !name.contains(' ') && name.is_ascii() && !name.contains(|c: char| c.is_ascii_uppercase())
}

fn claimed(claims: &Claims, source: Source, sites: &SiteNames) -> Names {
    let mut names = Names::default();
    for claim in claims.from(Field::Byline, source) {
        let is_index = matches!(source, Source::Scholar | Source::DublinCore);
        let turned = turned(&claim.value).filter(|_| is_index);
        let mut read = Names::read(turned.as_deref().unwrap_or(&claim.value), sites);
        if claim.is_organization {
            read.organizations.append(&mut read.persons);
        }
        names.merge(read);
    }
    names.drop_accounts();
    names
}

/// "Lovelace, Ada", as indexes write it, the way it is read.
fn turned(name: &str) -> Option<String> {
    let (last, first) = name.split_once(',')?;
    let is_name = |part: &str| (1..=3).contains(&part.split_whitespace().count());
    let is_one = is_name(last) && is_name(first) && !first.contains([',', ';']);
    is_one.then(|| format!("{} {}", first.trim(), last.trim()))
}
