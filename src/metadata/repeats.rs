//! The lines by the headline that only repeat what the metadata say: headline, byline, dates, reading time.
//!
//! The reader shows these above the article, so they are left out of its body. A line counts only as a whole:
//! a name that begins a sentence stays.

use super::clues::{Clue, is_inline, shown_lines};
use super::date::Order;
use super::date_text::find;
use super::filter::Filter;
use super::months::month;
use super::name_words::{LABELS, RANKS, ROLES};
use super::phrase::{fold, squash};
use crate::page::{NodeId, Page, Tag};
use crate::sort;

/// How far below the headline lines are looked at, in bytes of text…
const BELOW: usize = 700;
/// …and how far above.
const ABOVE: usize = 200;
/// A longer line says more, in bytes.
const MAX_LINE: usize = 300;

/// What is known, in the form in which lines are compared with it.
pub struct Known {
    title: String,
    authors: Vec<String>,
    /// Published and modified, as ISO days.
    days: Vec<String>,
}

impl Known {
    /// From the finished metadata.
    pub fn new(title: &str, byline: &[String], dates: [Option<&str>; 2]) -> Known {
        let days = dates.into_iter().flatten().filter_map(|date| date.get(..10)).map(str::to_owned).collect();
        Known { title: fold(title), authors: byline.iter().map(|name| fold(name)).collect(), days }
    }

    /// True when the line says something that is known and nothing else.
    fn covers(&self, line: &str) -> bool {
        // Most lines are prose, as their first word tells.
        let first = fold(line.split_whitespace().next().unwrap_or_default());
        let may_be_known = |word: &str| is_known(word, &self.authors, true, true);
        if !first.is_empty() && !self.title.starts_with(&first) && !first.split(' ').all(may_be_known) {
            return false;
        }
        let key = fold(line);
        if key.is_empty() {
            return false;
        }
        if key == self.title {
            return true;
        }
        let named = self.authors.iter().filter(|author| !author.is_empty() && key.contains(author.as_str()));
        let named: Vec<String> = named.cloned().collect();
        // Most lines have a word that no date explains, and to look for a date takes the longest.
        if !key.split(' ').all(|word| is_known(word, &named, true, true)) {
            return false;
        }
        let is_dated = self.says_day(line);
        let is_time = key.split(' ').any(|word| READING_TIME.contains(&word));
        (!named.is_empty() || is_dated || is_time)
            && key.split(' ').all(|word| is_known(word, &named, is_dated, is_time))
            && !self.names_version(line)
    }

    /// True for "2.1.0 - 2024-03-12": what came out that day is the heading of its changes.
    fn names_version(&self, line: &str) -> bool {
        let Some((first, rest)) = line.trim().split_once(char::is_whitespace) else { return false };
        let version = first.trim_matches(['[', ']', 'v', 'V']);
        let is_version = version.contains('.') && version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        is_version && self.says_day(rest)
    }

    /// `text`, which is shown in `block`, with the days that are marked as one of the known ones written as such: pages
    /// count years in more ways than one (test pages `parts-fa`, `release-notes-th`).
    fn with_marked_days(&self, page: &Page, block: NodeId, text: String) -> String {
        let mut marked = page.subtree(block).take(MAX_LINE).filter(|&node| page.tag(node) == Tag::Time).filter_map(|node| {
            let said = page.attr(node, "datetime")?;
            let day = self.days.iter().find(|day| said.starts_with(day.as_str()))?;
            Some((squash(&page.text_content(node)), day))
        });
        match marked.next() {
            Some((shown, day)) if !shown.is_empty() => text.replace(&shown, day),
            _ => text,
        }
    }

    /// True when every date of the line is one of the known ones, and there is one.
    fn says_day(&self, line: &str) -> bool {
        let is_known = |order: Order| {
            find(line, order).is_some_and(|found| {
                let day = found.moment.to_string();
                self.days.iter().any(|known| day.starts_with(known.as_str()))
            })
        };
        is_known(Order::DayFirst) || is_known(Order::MonthFirst)
    }
}

/// True for a word of one of these names, of a date or a time if the line has one, and of what stands beside them.
fn is_known(word: &str, named: &[String], is_dated: bool, is_time: bool) -> bool {
    let is_number = word.bytes().all(|b| b.is_ascii_digit());
    named.iter().any(|author| author.split(' ').any(|part| part == word))
        || (is_dated || is_time)
            && (is_number
                || word.len() > 2 && month(word).is_some()
                || word.trim_start_matches(|c: char| c.is_ascii_digit()).len() <= 2
                    && word.starts_with(|c: char| c.is_ascii_digit()))
        || is_dated
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '년' | '월' | '일' | '时' | '分'))
        || BESIDE_KNOWN.may_have(word.as_bytes())
            && (LISTS.iter().any(|list| list.contains(&word))
                || LABELS.iter().any(|label| label.split(' ').any(|part| part == word)))
}

/// Words that may stand in such a line, and those of which labels are made.
const LISTS: [&[&str]; 4] = [BESIDE, READING_TIME, ROLES, RANKS];
static BESIDE_KNOWN: Filter<128> = Filter::words(&[BESIDE, READING_TIME, ROLES, RANKS, LABELS]);

/// Words that stand beside a date or a name without saying more. Folded.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "on", "at", "in", "and", "the", "am", "pm", "um", "uhr", "utc", "gmt", "est", "edt", "cet", "cest", "mesz", "published", "posted", "updated", "last", "modified", "date", "und", "et", "y",
    "veröffentlicht", "aktualisiert", "zuletzt", "stand", "publié", "mis", "à", "jour", "le", "publicado", "actualizado", "el", "pubblicato", "aggiornato", "il", "mon", "tue", "wed",
    "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
    "first", "originally", "de", "h", "发布时间", "发布", "时间", "更新", "公開", "更新日", "公開日", "опубликовано", "نشر", "في",
];

/// Words of "5 min read". Folded.
#[rustfmt::skip]
const READING_TIME: &[&str] = &[
    "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "read", "reading", "lesezeit", "lesedauer", "lecture", "lectura", "lettura", "leestijd", "минут", "мин", "分钟", "分",
    "อ", "าน", "นาที", "मिनट", "पढ़ें", "دقیقه", "زمان", "مطالعه", "دقائق", "دقيقة", "للقراءة", "דקות", "קריאה", "읽기",
];

/// The roots of what only repeats the metadata, in document order, none inside another.
pub fn repeats(page: &Page, heading: Option<Clue>, known: &Known) -> Vec<NodeId> {
    let Some(heading) = heading.map(|clue| clue.node) else { return Vec::new() };
    let mut found: Vec<NodeId> = Vec::new();
    // A line has many texts, and says more than is known for each of them.
    let mut refused = None;
    let mut visit = |node: NodeId| {
        let line = blocks_around(page, node).next();
        if (line.is_some() && line == refused) || found.iter().any(|&root| page.is_inside(node, root)) {
            return;
        }
        match line_root(page, node, heading, known) {
            Some(root) => {
                found.retain(|&each| !page.is_inside(each, root));
                found.push(root);
            }
            None => refused = line,
        }
    };
    visit(heading);
    let mut after = page.nodes();
    after.skip_to(page.end(heading));
    walk(page, after, BELOW, &mut visit);
    walk(page, (0..heading.0).rev().map(NodeId), ABOVE, &mut visit);
    sort::by_key(&mut found, |node| *node);
    found
}

/// Visits the texts of a run of nodes until so many bytes of text have passed.
fn walk(page: &Page, nodes: impl Iterator<Item = NodeId>, budget: usize, visit: &mut impl FnMut(NodeId)) {
    let mut walked = 0;
    for node in nodes.filter(|&node| page.is_text(node)) {
        let text = page.text(node).trim_ascii();
        let is_shown = !text.is_empty() && page.parent(node).is_some_and(|parent| !page.tag(parent).is_raw_text());
        if is_shown && walked > budget {
            break;
        }
        if is_shown && text.len() <= MAX_LINE {
            visit(node);
        }
        walked += if is_shown { text.len() } else { 0 };
    }
}

/// The elements around a text that are more than a part of a line.
fn blocks_around(page: &Page, node: NodeId) -> impl Iterator<Item = NodeId> {
    let around = std::iter::once(node).chain(page.ancestors(node)).take(64);
    around.filter(|&each| !page.is_text(each) && !is_inline(page.tag(each)))
}

/// The outermost element around a text that says nothing but what is known: at least its whole line.
fn line_root(page: &Page, node: NodeId, heading: NodeId, known: &Known) -> Option<NodeId> {
    let mut root = None;
    let is_own = |&block: &NodeId| node == heading || !page.is_inside(heading, block);
    for block in blocks_around(page, node).take(4).take_while(is_own) {
        let text = known.with_marked_days(page, block, shown_lines(page, block));
        let mut lines = text.split('\n').filter(|line| !line.trim().is_empty());
        let mut is_covered = || lines.all(|line| known.covers(line)) || text.contains('\n') && known.covers(&text);
        if text.len() > MAX_LINE || !is_covered() {
            break;
        }
        root = Some(block);
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_only_repeat_are_told_from_prose() {
        let known = Known::new("A quiet street", &["Ada Lovelace".to_owned()], [Some("2019-10-16T10:30:00Z"), None]);
        for (line, want) in [
            ("A quiet street", true),
            ("By Ada Lovelace", true),
            ("Ada Lovelace, Senior Editor", true),
            ("Published on October 16, 2019 at 10:30 am", true),
            ("By Ada Lovelace | 16 Oct 2019 | 5 min read", true),
            ("5 min read", true),
            ("2019年10月16日", true),
            ("Ada Lovelace walked home.", false),
            ("October 17, 2019", false),
            ("12 comments", false),
            ("2.1.0 - 2019-10-16", false),
            ("[v0.4] October 16, 2019", false),
            ("16.10.2019 10:30", true),
            ("By", false),
            ("", false),
        ] {
            assert_eq!(known.covers(line), want, "{line}");
        }
    }

    #[test]
    fn whole_lines_are_found_around_the_headline() {
        let html = concat!(
            r#"<html><body><article><header><p>Letters</p><h1 id="a">A quiet street</h1>"#,
            r#"<div id="b"><p>By <a>Ada Lovelace</a></p><p>16 October 2019</p></div></header>"#,
            r#"<p><b>Ada Lovelace</b> walked home on 16 October 2019.</p></article></body></html>"#,
        );
        let page = crate::Page::parse(html.to_owned());
        let clue = page.nodes().find(|&node| page.attr(node, "id") == Some("a")).map(|node| Clue { node, offset: 0 });
        let known = Known::new("A quiet street", &["Ada Lovelace".to_owned()], [Some("2019-10-16"), None]);
        let found: Vec<&str> = repeats(&page, clue, &known).into_iter().filter_map(|node| page.attr(node, "id")).collect();
        assert_eq!(found, ["a", "b"]);
    }
}
