//! `quality`: how well the native core does on the development corpora, against its peers.

pub mod corpus;
mod floors;
mod peers;

pub use floors::below_floors;

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::parallel::in_parallel;
use crate::predict::Prediction;
use crate::reading::read;
use crate::score::{PageScore, Summary, Truth, score_page};
use crate::set::PageFile;
use crate::structure::{self, Chooser};
use crate::table::{figure, table};
use corpus::Corpus;

/// Score the native core on the development corpora.
#[derive(clap::Args)]
pub struct Args {
    /// Sets to score; all of them when none is named.
    sets: Vec<String>,
    /// Break the figures down by this field of the truth, such as `page_type` or `lang`.
    #[arg(long, value_name = "FIELD")]
    by: Option<String>,
    /// Name the N worst pages of each set.
    #[arg(long, value_name = "N")]
    worst: Option<usize>,
    /// Compare images, figures, headings, list items, tables, code and links with what is expected, where a set
    /// says; with `--worst`, name what was lost.
    #[arg(long)]
    structure: bool,
    /// With `--structure`: take the element that holds the expected text instead of extracting.
    #[arg(long, requires = "structure")]
    oracle: bool,
    /// Write the figures and every page's scores.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Pages read at a time; all cores when not given. Times are of the thread's processor time.
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
}

/// The scores of one set.
#[derive(Serialize, Deserialize)]
struct Scores {
    summary: Summary,
    pages: Vec<PageScore>,
}

/// The command.
pub fn run(args: &Args) -> Result<()> {
    let corpora = corpus::open(&args.sets)?;
    let jobs = args.jobs.unwrap_or_else(all_cores);
    if args.structure {
        let chooser = if args.oracle { Chooser::Oracle } else { Chooser::Extraction };
        println!("{}", structure::report(&corpora, chooser, args.worst.is_some(), jobs)?);
        return Ok(());
    }
    let mut scores = BTreeMap::new();
    for corpus in &corpora {
        scores.insert(corpus.name.clone(), score(corpus, jobs)?);
    }
    println!("{}", overview(&scores));
    if let Some(field) = &args.by {
        println!("\n{}", breakdown(&corpora, &scores, field));
    }
    if let Some(n) = args.worst {
        println!("\n{}", worst(&corpora, &scores, n));
    }
    if let Some(path) = &args.json {
        fs::write(path, serde_json::to_vec(&scores)?).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn all_cores() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}

fn score(corpus: &Corpus, jobs: usize) -> Result<Scores> {
    let pages = in_parallel(&corpus.truth, jobs, |truth| {
        let page = PageFile { id: truth.id.clone(), path: corpus.dir.join("html").join(&truth.id).with_added_extension("html") };
        let prediction = Prediction::new(&truth.id, &read(&page.read()?, truth.url.as_deref().unwrap_or_default()));
        Ok(score_page(truth, &prediction))
    })?;
    Ok(Scores { summary: Summary::of(&pages), pages })
}

/// One line a set.
fn overview(scores: &BTreeMap<String, Scores>) -> String {
    let mut rows = vec![HEAD.iter().map(|&name| name.to_owned()).collect::<Vec<_>>()];
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

const HEAD: [&str; 17] = [
    "set",
    "pages",
    "F1",
    "P",
    "R",
    "low",
    "empty",
    "title",
    "author",
    "auth F1",
    "date",
    "snip F1",
    "with",
    "without",
    "ms p50",
    "p95",
    "best peer",
];

fn line(name: &str, summary: &Summary) -> Vec<String> {
    let figures = [
        summary.f1,
        summary.p,
        summary.r,
        summary.low,
        summary.empty,
        summary.title_norm,
        summary.author,
        summary.author_f1,
        summary.date,
        summary.snippet_f1,
        summary.with_hit,
        summary.without_hit,
    ];
    let times = [summary.ms_p50, summary.ms_p95].map(|ms| ms.map_or_else(|| "-".to_owned(), |ms| format!("{ms:.2}")));
    [name.to_owned(), summary.pages.to_string()].into_iter().chain(figures.map(figure)).chain(times).collect()
}

/// What a set is judged by: F1 over tokens, or over snippets where its truth has no text.
fn main_figure(set: &str, summary: &Summary) -> Option<f64> {
    if matches!(set, "trafilatura" | "postlight") { summary.snippet_f1 } else { summary.f1 }
}

/// One line a group of each set.
fn breakdown(corpora: &[Corpus], scores: &BTreeMap<String, Scores>, field: &str) -> String {
    let mut rows = vec![HEAD.iter().take(16).map(|&name| name.to_owned()).collect::<Vec<_>>()];
    for (corpus, scores) in corpora.iter().filter_map(|corpus| Some((corpus, scores.get(&corpus.name)?))) {
        let mut groups: BTreeMap<String, Vec<PageScore>> = BTreeMap::new();
        for (truth, page) in corpus.truth.iter().zip(&scores.pages) {
            groups.entry(truth.group(field)).or_default().push(page.clone());
        }
        rows.extend(groups.iter().map(|(group, pages)| line(&format!("{} [{group}]", corpus.name), &Summary::of(pages))));
    }
    table(&rows)
}

/// The worst pages of each set.
fn worst(corpora: &[Corpus], scores: &BTreeMap<String, Scores>, n: usize) -> String {
    let mut rows = Vec::new();
    for (corpus, scores) in corpora.iter().filter_map(|corpus| Some((corpus, scores.get(&corpus.name)?))) {
        let mut pages: Vec<(&Truth, &PageScore)> =
            corpus.truth.iter().zip(&scores.pages).filter(|(_, page)| page.f1.is_some()).collect();
        pages.sort_by(|(_, a), (_, b)| a.f1.unwrap_or(1.0).total_cmp(&b.f1.unwrap_or(1.0)));
        rows.extend(pages.iter().take(n).map(|(truth, page)| {
            let figures = [page.f1, page.p, page.r].map(figure);
            [vec![corpus.name.clone(), truth.id.clone()], figures.to_vec(), vec![truth.url.clone().unwrap_or_default()]].concat()
        }));
    }
    table(&rows)
}
