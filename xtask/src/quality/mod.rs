//! `quality`: how well the native core does on the development corpora, against its peers.

mod compare;
pub mod corpus;
mod floors;
mod peers;
mod race;
mod reader;
mod report;
mod targets;
mod verdicts;
mod worst;

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
use crate::score::{PageScore, Summary, score_page};
use crate::structure::{self, Chooser};
use corpus::Corpus;
use reader::Reader;

/// Score the native core on the development corpora.
#[derive(clap::Args)]
pub struct Args {
    /// Sets to score; all of them when none is named.
    sets: Vec<String>,
    /// Break the figures down by this field of the truth, such as `page_type` or `lang`.
    #[arg(long, value_name = "FIELD")]
    by: Option<String>,
    /// Name the N worst pages of each set, and why they are.
    #[arg(long, value_name = "N")]
    worst: Option<usize>,
    /// Read each page with the model of cross-validation that has not seen its site (`train cv` makes them).
    #[arg(long)]
    held_out: bool,
    /// Read the pages' twins too: nested divisions with meaningless names and no description of the article.
    #[arg(long)]
    plain: bool,
    /// Instead: by kind of page, how many are offered to be read and how many are read without asking.
    #[arg(long)]
    verdicts: bool,
    /// Time dom_smoothie on the same pages too, each in turn on one thread.
    #[arg(long)]
    race: bool,
    /// Compare with the file that an earlier run wrote with `--json`.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
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
    let reader = args.reader()?;
    if args.verdicts {
        println!("{}", verdicts::report(&corpora, &reader, jobs)?);
        return Ok(());
    }
    let scores = score_all(&corpora, &reader, jobs)?;
    println!("{}", report::overview(&scores));
    if let Some(field) = &args.by {
        println!("\n{}", report::breakdown(&corpora, &scores, field));
    }
    let wcxb = corpora.iter().find(|corpus| corpus.name == "wcxb");
    let kinds = wcxb.map(|corpus| report::groups(corpus, &scores, "page_type")).unwrap_or_default();
    let times = args.race.then(|| race::race(&corpora)).transpose()?;
    println!("\n{}", targets::targets(&scores, &kinds, times.as_ref().and_then(race::medians))?);
    if !args.held_out {
        println!("\nThe model was trained on most of these pages: --held-out gives the figures of cross-validation.");
    }
    if let Some(times) = &times {
        println!("\n{}", race::report(times));
    }
    if args.plain {
        println!("\n{}", report::twins(&scores, &score_all(&corpora, &args.reader()?.plain(), jobs)?));
    }
    if let Some(path) = &args.compare {
        println!("\n{}", compare::compare(path, &scores)?);
    }
    if let Some(n) = args.worst {
        println!("\n{}", worst::worst(&corpora, &scores, n, &reader)?);
    }
    if let Some(path) = &args.json {
        fs::write(path, serde_json::to_vec(&scores)?).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

impl Args {
    fn reader(&self) -> Result<Reader> {
        if self.held_out { Reader::held_out() } else { Ok(Reader::shipped()) }
    }
}

fn all_cores() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}

fn score_all(corpora: &[Corpus], reader: &Reader, jobs: usize) -> Result<BTreeMap<String, Scores>> {
    corpora.iter().map(|corpus| Ok((corpus.name.clone(), score(corpus, reader, jobs)?))).collect()
}

fn score(corpus: &Corpus, reader: &Reader, jobs: usize) -> Result<Scores> {
    let pages = in_parallel(&corpus.truth, jobs, |truth| {
        let prediction = Prediction::new(&truth.id, &reader.read(corpus, truth)?);
        Ok(score_page(truth, &prediction))
    })?;
    Ok(Scores { summary: Summary::of(&pages), pages })
}

/// What a set is judged by: F1 over tokens, or over snippets where its truth has no text.
fn main_figure(set: &str, summary: &Summary) -> Option<f64> {
    if matches!(set, "trafilatura" | "postlight") { summary.snippet_f1 } else { summary.f1 }
}
