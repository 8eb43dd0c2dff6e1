//! The authors that the page shows: by its headline, or set apart as what describes the article.

use super::clues::{Clue, Clues, shown_lines, words};
use super::credits::credits;
use super::names::Names;
use super::phrase::{fold, is_unspaced};
use super::place::Place;
use super::site::SiteNames;
use super::voices::ends_with_other;
use crate::page::{NodeId, Page, Tag};
use crate::sort;

/// A byline that is shown is no longer than this, in bytes: longer texts are about the author.
const MAX_LEN: usize = 300;
/// Names within this many bytes of text from the first belong to the same byline.
const SAME_LINE: u32 = 120;
/// A text that no class names is no longer than this, in bytes.
const MAX_UNNAMED: usize = 120;
/// As many candidates are read.
const MAX_READ: usize = 16;
/// How far below the headline unnamed texts are searched, in bytes of text…
const BELOW: u32 = 800;
/// …and how far above.
const ABOVE: u32 = 120;
/// Names beside a portrait come after those that are labeled, as if they stood this much farther away.
const PORTRAIT: u32 = 100;

/// An element that may name the author.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub node: NodeId,
    pub distance: u32,
    /// The page says that it names an author: a name of one word counts, wherever it stands.
    pub is_strong: bool,
    /// It says no more than the picture beside it.
    is_portrait: bool,
}

/// The names shown nearest to the headline; else, `anywhere`, those that are marked as the author's, when they
/// agree, or with which the page signs.
pub fn shown(page: &Page, clues: &Clues, sites: &SiteNames, heading: Option<Clue>, anywhere: bool) -> Names {
    let near = candidates(page, clues, heading);
    let headline = heading.map(|clue| fold(&shown_lines(page, clue.node))).unwrap_or_default();
    let names = nearest(page, &near, sites, &headline);
    if !names.persons.is_empty() {
        return names;
    }
    let credited = if headline.contains(is_unspaced) { credits(page, sites) } else { Names::default() };
    if !credited.persons.is_empty() || !anywhere {
        return if credited.persons.is_empty() { names } else { credited };
    }
    let marked =
        clues.authors.iter().filter(|clue| is_strong(page, clue.node) && is_person_box(page, clue.node)).map(|clue| clue.node);
    let agreed = agreed(page, marked, sites);
    if !agreed.persons.is_empty() {
        return agreed;
    }
    let signed = signed(page, sites);
    if signed.persons.is_empty() { names } else { signed }
}

/// The name that the page signs with anywhere: a text that is nothing but "Author: A" or "By A".
fn signed(page: &Page, sites: &SiteNames) -> Names {
    let place = Place::new(page, None);
    let texts = page.subtree(page.body()).filter(|&node| (2..=MAX_SIGNED).contains(&page.text(node).trim().len()));
    let labeled = texts.filter(|&node| Names::begins_with_label(page.text(node).trim()) && !place.is_elsewhere(page, node));
    for node in labeled.take(MAX_READ) {
        let text = page.text(node).trim();
        let whole = if Names::is_label(text) { around(page, node) } else { node };
        let mut lines = shown_lines(page, whole);
        if lines.len() > MAX_LEN && Names::is_label(text) {
            lines = format!("{text}\n{}", words_after(page, node));
        }
        let is_own = lines.trim().len() <= MAX_SIGNED || Names::begins_with_field(text) && lines.len() <= MAX_LEN;
        let names = Names::read_shown(&lines, sites, false);
        if is_own && !names.persons.is_empty() && names.persons.iter().all(|name| name.contains(' ') || !name.is_ascii()) {
            return names;
        }
    }
    Names::default()
}

/// The text behind a label that stands alone in its element.
fn words_after(page: &Page, label: NodeId) -> String {
    let next = |node: NodeId| {
        let mut next = page.next_sibling(node);
        while let Some(each) = next.filter(|&each| page.is_text(each) && page.text(each).trim_ascii().is_empty()) {
            next = page.next_sibling(each);
        }
        next
    };
    let after = next(label).or_else(|| next(page.parent(label)?));
    after.map(|after| shown_lines(page, after)).unwrap_or_default()
}

/// A signature is no longer than this, in bytes.
const MAX_SIGNED: usize = 48;

/// The authors in `itemprop="author"` and its RDFa like: those by the headline, or the only ones.
pub fn in_items(page: &Page, clues: &Clues, sites: &SiteNames, heading: Option<Clue>) -> Names {
    let place = Place::new(page, heading);
    let items: Vec<&Clue> = clues.props.iter().filter(|clue| super::microdata::is_author(page, clue.node)).collect();
    let mut near: Vec<(u32, NodeId)> = items.iter().filter_map(|clue| Some((place.distance(page, **clue)?, clue.node))).collect();
    sort::by_key(&mut near, |(distance, _)| *distance);
    let mut names = Names::default();
    let mut first = None;
    for (distance, node) in near.into_iter().take(MAX_READ) {
        if first.is_none_or(|first| distance <= first + SAME_LINE) {
            let read = super::microdata::author(page, node, sites);
            if !read.persons.is_empty() || !read.organizations.is_empty() {
                first.get_or_insert(distance);
                names.merge(read);
            }
        }
    }
    if names.persons.is_empty() && names.organizations.is_empty() {
        let mut all = items.iter().take(MAX_READ).map(|clue| super::microdata::author(page, clue.node, sites));
        let only = all.next().unwrap_or_default();
        return if all.all(|each| each == only) { only } else { Names::default() };
    }
    names
}

/// The elements by the headline that may name the author, the nearest first.
pub fn candidates(page: &Page, clues: &Clues, heading: Option<Clue>) -> Vec<Candidate> {
    let place = Place::new(page, heading);
    let mut found: Vec<Candidate> = Vec::new();
    for clue in &clues.authors {
        if let Some(distance) = place.distance(page, *clue) {
            found.push(Candidate { node: clue.node, distance, is_strong: is_strong(page, clue.node), is_portrait: false });
        }
    }
    unnamed(page, &place, &mut found);
    // Of elements around the same name the innermost says nothing else.
    sort::by_key(&mut found, |each| (each.distance, page.end(each.node).index() - each.node.index()));
    found
}

fn nearest(page: &Page, candidates: &[Candidate], sites: &SiteNames, headline: &str) -> Names {
    let mut names = Names::default();
    let mut first: Option<Candidate> = None;
    for candidate in candidates.iter().take(MAX_READ * 2) {
        if let Some(first) = first {
            let is_apart = !page.is_inside(candidate.node, first.node) && !page.is_inside(first.node, candidate.node);
            let is_alike = page.tag(candidate.node) == page.tag(first.node)
                && page.attr(candidate.node, "class") == page.attr(first.node, "class");
            if !is_apart || candidate.distance > first.distance + SAME_LINE || !is_alike {
                continue;
            }
        }
        let text = shown_lines(page, candidate.node);
        if text.trim().is_empty() || text.len() > MAX_LEN {
            continue;
        }
        if ends_with_other(&words_before(page, candidate.node)) {
            continue;
        }
        let mut read = Names::read_shown(&text, sites, candidate.is_strong && first.is_none());
        if !read.is_labeled && !candidate.is_strong {
            // Whom the headline names the article is about, and a caption that goes on is no name.
            read.persons.retain(|name| !headline.contains(&fold(name)) && (!candidate.is_portrait || fold(name) == fold(&text)));
        }
        if !read.persons.is_empty() {
            first.get_or_insert(*candidate);
            names.merge(read);
        } else if first.is_none() && (candidate.is_strong || read.is_labeled) {
            names.merge(read);
        }
    }
    names
}

/// The text that stands right before an element, in its line.
fn words_before(page: &Page, node: NodeId) -> String {
    let is_shown = |each: &NodeId| !fold(page.text(*each)).is_empty() || !page.is_text(*each);
    let mut before = page.previous_sibling(node);
    while let Some(each) = before.filter(|each| !is_shown(each)) {
        before = page.previous_sibling(each);
    }
    let text = before.map(|each| shown_lines(page, each)).unwrap_or_default();
    if text.len() > MAX_LEN { String::new() } else { text }
}

/// The names in these elements, when all that name someone name the same.
fn agreed(page: &Page, nodes: impl Iterator<Item = NodeId>, sites: &SiteNames) -> Names {
    let mut names = Names::default();
    for node in nodes.take(MAX_READ) {
        let text = shown_lines(page, node);
        if text.len() > MAX_LEN {
            continue;
        }
        let read = Names::read_shown(&text, sites, false);
        if read.persons.is_empty() {
            continue;
        }
        if !names.persons.is_empty() && names.persons != read.persons {
            return Names::default();
        }
        names = read;
    }
    names
}

/// True where the markup itself says "author", not only something like it.
fn is_strong(page: &Page, node: NodeId) -> bool {
    page.attrs(node).any(|(name, value)| match name {
        "rel" => value.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("author")),
        "href" => super::clues::is_profile(value),
        "class" | "id" => words(value).any(|word| STRONG.iter().any(|each| word.eq_ignore_ascii_case(each))),
        _ => false,
    })
}

const STRONG: [&str; 10] =
    ["author", "authors", "byline", "bylines", "autor", "auteur", "autore", "username", "authorname", "writer"];

/// False for comments and for lists of other articles, whose authors are marked too.
fn is_person_box(page: &Page, node: NodeId) -> bool {
    !Place::new(page, None).is_elsewhere(page, node)
}

/// Texts by the headline that say "by", or that name the person of a portrait beside them.
fn unnamed(page: &Page, place: &Place, found: &mut Vec<Candidate>) {
    let Some(heading) = place.heading() else { return };
    let mut portraits: Vec<&str> = Vec::new();
    let mut walked = 0;
    let mut nodes = page.nodes();
    nodes.skip_to(page.end(heading));
    for node in nodes {
        look(page, place, node, walked, &mut portraits, found);
        walked += page.text(node).trim_ascii().len() as u32;
        if walked > BELOW {
            break;
        }
    }
    walked = 0;
    for node in (0..heading.0).rev().map(NodeId) {
        walked += page.text(node).trim_ascii().len() as u32;
        if walked > ABOVE {
            break;
        }
        look(page, place, node, walked * 2, &mut portraits, found);
    }
}

fn look<'p>(
    page: &'p Page,
    place: &Place,
    node: NodeId,
    distance: u32,
    portraits: &mut Vec<&'p str>,
    found: &mut Vec<Candidate>,
) {
    if page.tag(node) == Tag::Img {
        portraits.extend(page.attr(node, "alt").map(str::trim).filter(|alt| alt.contains(' ')));
        return;
    }
    let text = page.text(node).trim();
    if text.is_empty() || text.len() > MAX_LEN || page.parent(node).is_none_or(|parent| page.tag(parent).is_raw_text()) {
        return;
    }
    if portraits.iter().any(|alt| alt.eq_ignore_ascii_case(text)) {
        found.push(Candidate { node, distance: distance + PORTRAIT, is_strong: false, is_portrait: true });
    }
    if text.len() <= MAX_UNNAMED && Names::begins_with_label(text) && !place.is_elsewhere(page, node) {
        let node = if Names::is_label(text) { around(page, node) } else { node };
        found.push(Candidate { node, distance, is_strong: false, is_portrait: false });
    }
}

/// The line around a label that stands alone in its element: the name is in what follows.
fn around(page: &Page, label: NodeId) -> NodeId {
    let parent = page.parent(label).unwrap_or(label);
    if page.children(parent).nth(1).is_some() { parent } else { page.parent(parent).unwrap_or(parent) }
}
