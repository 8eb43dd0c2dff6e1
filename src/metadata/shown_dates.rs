//! The dates that the page shows by its headline, and what the words beside them say they are.

use super::Source;
use super::clues::{Clue, Clues, shown_lines};
use super::date::Moment;
use super::date_words::{says_joined, says_published, says_updated};
use super::dates::Reading;
use super::phrase::fold;
use super::place::Place;
use crate::letters;
use crate::page::{NodeId, Page, Tag};
use crate::sort;

/// A date that the page shows.
#[derive(Clone, Debug)]
pub struct Shown {
    pub moment: Moment,
    pub source: Source,
    /// The words beside it say that it is of a change.
    pub is_update: bool,
    pub node: NodeId,
    /// Bytes of text between it and the headline.
    pub distance: u32,
}

/// A text with a date that is longer than this is prose, in bytes.
pub const MAX_LEN: usize = 200;
/// A text without a sign that it is a date's own is no longer than this, in characters.
const MAX_BARE: usize = 64;
/// As many elements that look like dates are read.
const MAX_READ: usize = 24;
/// How far below the headline unnamed texts are searched, in bytes of text…
const BELOW: u32 = 1_200;
/// …and how far above.
const ABOVE: u32 = 120;
/// Texts without a name of their own come after those that are named, as if they stood this much farther away.
const UNNAMED: u32 = 60;
/// As many short texts of the whole page are read when nothing is found by the headline.
const MAX_TEXTS: usize = 400;

/// The dates by the headline, the nearest first; else those that the page labels anywhere.
pub fn shown(page: &Page, clues: &Clues, heading: Option<Clue>, reading: &Reading) -> Vec<Shown> {
    let place = Place::new(page, heading);
    let named = clues.dates.iter().filter_map(|clue| Some((place.distance(page, *clue)?, clue.node)));
    let mut near: Vec<(u32, NodeId)> = named.collect();
    sort::by_key(&mut near, |(distance, _)| *distance);
    near.truncate(MAX_READ);
    near.extend(unnamed(page, &place).into_iter().map(|(distance, node)| (distance + UNNAMED, node)));
    sort::by_key(&mut near, |(distance, _)| *distance);
    let mut all: Vec<Shown> = Vec::new();
    for (distance, node) in near {
        // What is around the headline has the dates of the headline's own words too.
        sharpen(page, node, reading, &mut all);
        let is_around = place.heading().is_some_and(|heading| page.is_inside(heading, node));
        if !is_around && !all.iter().any(|each| page.is_inside(each.node, node) || page.is_inside(node, each.node)) {
            read(page, node, distance, reading, &mut all);
        }
    }
    if all.is_empty() { labeled(page, clues, reading) } else { all }
}

/// Gives a date that was read in a line the time and zone of the `time` element within that has the same day.
fn sharpen(page: &Page, node: NodeId, reading: &Reading, all: &mut [Shown]) {
    let datetime = page.attr(node, "datetime").filter(|_| page.tag(node) == Tag::Time);
    let Some(moment) = datetime.and_then(|value| reading.machine(value)) else { return };
    let is_same = |each: &&mut Shown| page.is_inside(node, each.node) && each.moment.day_number() == moment.day_number();
    for each in all.iter_mut().filter(is_same) {
        (each.moment, each.source) = (moment, Source::TimeElement);
    }
}

/// The dates in one element. An attribute for machines is believed before the text.
fn read(page: &Page, node: NodeId, distance: u32, reading: &Reading, all: &mut Vec<Shown>) {
    let text = shown_lines(page, node);
    if text.len() > MAX_LEN {
        return;
    }
    let is_time = page.tag(node) == Tag::Time;
    let source = if is_time { Source::TimeElement } else { Source::Visible };
    let named_update =
        || page.classes(node).any(|class| class == "updated") && !page.classes(node).any(|class| class == "published");
    if let Some(moment) = machine(page, node, &text, reading) {
        let words = before(page, node, reading);
        if says_joined(&words) {
            return;
        }
        let is_update = says_updated(&text) || says_updated(&words) || named_update();
        all.push(Shown { moment, source, is_update, node, distance });
        return;
    }
    let mut rest = text.as_str();
    // "Published … · Updated …": each date is of the kind that the words before it say.
    for _ in 0..3 {
        let Some(found) = reading.find(rest) else { break };
        let words = rest.get(..found.start).unwrap_or_default();
        let after = rest.get(found.end..).unwrap_or_default();
        let is_named = page.tag(node) != Tag::Text;
        let is_own = text.trim().chars().count() <= MAX_BARE
            || is_named
            || is_dateline(words, after)
            || says_published(&text)
            || says_updated(&text);
        if !is_own {
            break;
        }
        let outside = if is_weekday(words) { before(page, node, reading) } else { String::new() };
        if says_joined(words) || says_joined(&outside) {
            break;
        }
        // Chinese and Japanese put the word behind.
        let is_update = says_updated(words)
            || after.trim_start().starts_with("更新")
            || is_weekday(words) && (says_updated(&outside) || named_update());
        all.push(Shown { moment: found.moment, source, is_update, node, distance });
        rest = after;
    }
}

/// True for what may stand between a label and its date: nothing, or one word.
fn is_weekday(words: &str) -> bool {
    !fold(words).contains(' ')
}

/// The moment in an attribute: a `time` element's own, or the one that a pointer shows over "three hours ago".
fn machine(page: &Page, node: NodeId, text: &str, reading: &Reading) -> Option<Moment> {
    if page.tag(node) == Tag::Time
        && let Some(moment) = page.attr(node, "datetime").and_then(|value| reading.machine(value))
    {
        return Some(moment);
    }
    let title = page.attr(node, "title").filter(|title| title.len() <= MAX_TITLE)?;
    reading.find(title).filter(|_| reading.find(text).is_none()).map(|found| found.moment)
}

/// A title that is a date is no longer than this, in bytes.
const MAX_TITLE: usize = 48;

/// True for the line that an agency's report opens with: "PARIS, 16 October 2019 – …".
fn is_dateline(words: &str, after: &str) -> bool {
    words.len() <= MAX_BARE && after.trim_start().starts_with(['|', '–', '—', '-', ':', ')', '/'])
}

/// The text right before an element, within its parent or before it.
fn before(page: &Page, node: NodeId, reading: &Reading) -> String {
    let is_blank = |node: &NodeId| page.is_text(*node) && page.text(*node).trim_ascii().is_empty();
    let previous = |node: NodeId| {
        let mut previous = page.previous_sibling(node);
        while previous.is_some_and(|each| is_blank(&each)) {
            previous = previous.and_then(|each| page.previous_sibling(each));
        }
        previous
    };
    let parent = page.parent(node);
    // A label in a heading of its own stands before the paragraph.
    let above = || {
        previous(page.parent(parent?)?).filter(|&each| matches!(page.tag(each), Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 | Tag::Dt))
    };
    let found = previous(node).or_else(|| previous(parent?)).or_else(above);
    let text = found.map(|found| shown_lines(page, found)).unwrap_or_default();
    // Where a date stands before, the words are of that one.
    if text.len() > MAX_LEN || reading.find(&text).is_some() { String::new() } else { text }
}

/// Texts with digits by the headline that no class names, with their distance. Where a date is cut into
/// several texts, the element around them.
fn unnamed(page: &Page, place: &Place) -> Vec<(u32, NodeId)> {
    let Some(heading) = place.heading() else { return Vec::new() };
    let mut found = Vec::new();
    let mut look = |node: NodeId, walked: u32| {
        let text = page.text(node);
        let has_digits = text.len() <= MAX_LEN && text.chars().any(letters::is_numeric);
        if has_digits && !place.is_elsewhere(page, node) {
            // "16" "Oct" "2019": the year alone is four digits, the day two.
            let is_fragment = text.trim().len() <= 8;
            let whole = page
                .parent(node)
                .filter(|_| is_fragment)
                .and_then(|parent| if text.trim().len() <= 4 { page.parent(parent).or(Some(parent)) } else { Some(parent) });
            found.push((walked, whole.unwrap_or(node)));
        }
    };
    let is_shown = |node: NodeId| page.is_text(node) && page.parent(node).is_some_and(|parent| !page.tag(parent).is_raw_text());
    let mut walked = 0;
    let mut after = page.nodes();
    after.skip_to(page.end(heading));
    for node in after.filter(|&node| is_shown(node)) {
        look(node, walked);
        walked += page.text(node).trim_ascii().len() as u32;
        if walked > BELOW {
            break;
        }
    }
    walked = 0;
    for node in (0..heading.0).rev().map(NodeId).filter(|&node| is_shown(node)) {
        walked += page.text(node).trim_ascii().len() as u32;
        if walked > ABOVE {
            break;
        }
        look(node, walked * 2);
    }
    found
}

/// Dates anywhere on the page whose own text says what they are: "Last updated: …" at the foot.
fn labeled(page: &Page, clues: &Clues, reading: &Reading) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let texts = page.nodes().filter(|&node| page.is_text(node) && (8..=MAX_LEN).contains(&page.text(node).trim_ascii().len()));
    let texts = texts.filter(|&node| {
        page.text(node).bytes().any(|b| b.is_ascii_digit())
            && page.parent(node).is_some_and(|parent| !page.tag(parent).is_raw_text())
    });
    for node in texts.take(MAX_TEXTS) {
        let text = page.text(node);
        let Some(found) = reading.find(text) else { continue };
        let words = text.get(..found.start).unwrap_or_default();
        let words = format!("{} {words}", if is_weekday(words) { before(page, node, reading) } else { String::new() });
        let (is_update, is_published) = (says_updated(&words), says_published(&words));
        if is_update || is_published {
            // "16 October 2019. Updated: …": the other date stands in the same line.
            let line = page.parent(node).and_then(|parent| page.parent(parent)).filter(|_| is_update && !has_published(&all));
            let n_before = all.len();
            if let Some(line) = line {
                read(page, line, u32::MAX, reading, &mut all);
            }
            if all.len() == n_before {
                all.push(Shown { moment: found.moment, source: Source::Visible, is_update, node, distance: u32::MAX });
            }
        }
    }
    let place = Place::new(page, None);
    for node in clues.dates.iter().map(|clue| clue.node).filter(|&node| page.tag(node) == Tag::Time).take(MAX_READ) {
        let words = before(page, node, reading);
        if (says_updated(&words) || says_published(&words)) && !place.is_elsewhere(page, node) {
            read(page, node, u32::MAX, reading, &mut all);
        }
    }
    all
}

fn has_published(all: &[Shown]) -> bool {
    all.iter().any(|each| !each.is_update)
}
