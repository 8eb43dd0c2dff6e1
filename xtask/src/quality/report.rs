//! The figures of the sets as tables.

use std::collections::BTreeMap;

use super::corpus::Corpus;
use super::{Scores, main_figure, peers};
use crate::score::{PageScore, Summary};
use crate::table::{figure, table};

/// A column: its head and what stands in it.
type Column = (&'static str, fn(&Summary) -> Option<f64>);

const COLUMNS: [Column; 12] = [
    ("F1", |own| own.f1),
    ("P", |own| own.p),
    ("R", |own| own.r),
    ("low", |own| own.low),
    ("empty", |own| own.empty),
    ("title", |own| own.title_norm),
    ("author", |own| own.author),
    ("auth F1", |own| own.author_f1),
    ("date", |own| own.date),
    ("snip F1", |own| own.snippet_f1),
    ("with", |own| own.with_hit),
    ("without", |own| own.without_hit),
];

/// One line a set, with the best peer's main figure and the difference to it.
pub fn overview(scores: &BTreeMap<String, Scores>) -> String {
    let mut rows = vec![[head("set"), vec!["best peer".to_owned(), "difference".to_owned()]].concat()];
    for (name, scores) in scores {
        let mut row = line(name, &scores.summary);
        if let Some((peer, value)) = peers::best(name) {
            row.push(format!("{value:.3} {peer}"));
            row.push(main_figure(name, &scores.summary).map_or_else(String::new, |own| format!("{:+.4}", own - value)));
        }
        rows.push(row);
    }
    table(&rows)
}

/// One line a group of each set.
pub fn breakdown(corpora: &[Corpus], scores: &BTreeMap<String, Scores>, field: &str) -> String {
    let mut rows = vec![head(field)];
    for corpus in corpora {
        let groups = groups(corpus, scores, field);
        rows.extend(groups.iter().map(|(group, pages)| line(&format!("{} [{group}]", corpus.name), &Summary::of(pages))));
    }
    table(&rows)
}

/// The main figure of each set, of its twins without modern signals, and the difference.
pub fn twins(scores: &BTreeMap<String, Scores>, plain: &BTreeMap<String, Scores>) -> String {
    let mut rows = vec![["plain twins", "original", "twin", "difference", "low", "twin's low"].map(str::to_owned).to_vec()];
    for (set, own) in scores {
        let Some(twin) = plain.get(set) else { continue };
        let figures = [main_figure(set, &own.summary), main_figure(set, &twin.summary)];
        let difference = figures.iter().flatten().copied().reduce(|own, twin| twin - own);
        let low = [own.summary.low, twin.summary.low].map(figure);
        let difference = difference.map_or_else(String::new, |difference| format!("{difference:+.4}"));
        rows.push([vec![set.clone()], figures.map(figure).to_vec(), vec![difference], low.to_vec()].concat());
    }
    table(&rows)
}

/// The pages of a set by a field of their truth.
pub fn groups(corpus: &Corpus, scores: &BTreeMap<String, Scores>, field: &str) -> BTreeMap<String, Vec<PageScore>> {
    let mut groups: BTreeMap<String, Vec<PageScore>> = BTreeMap::new();
    let pages = scores.get(&corpus.name).map(|scores| &scores.pages);
    for (truth, page) in corpus.truth.iter().zip(pages.into_iter().flatten()) {
        groups.entry(truth.group(field)).or_default().push(page.clone());
    }
    groups
}

fn head(first: &str) -> Vec<String> {
    let columns = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
    [first.to_owned(), "pages".to_owned()].into_iter().chain(columns).chain(["ms".to_owned(), "p95".to_owned()]).collect()
}

fn line(name: &str, summary: &Summary) -> Vec<String> {
    let figures = COLUMNS.iter().map(|(_, read)| figure(read(summary)));
    let times = [summary.ms_p50, summary.ms_p95].map(|ms| ms.map_or_else(|| "-".to_owned(), |ms| format!("{ms:.2}")));
    [name.to_owned(), summary.pages.to_string()].into_iter().chain(figures).chain(times).collect()
}
