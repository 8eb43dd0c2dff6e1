//! The times of the core and its peers, over the pages of the repository and the corpora where they are at hand.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{own_pages, program};
use crate::process::{command, read};
use crate::quality::corpus;
use crate::score::quantile;
use crate::table::table;

/// In this order, the core first.
const READERS: [&str; 4] = ["lectern", "dom_smoothie", "legible", "rs-trafilatura"];

/// The times on each set of pages, and on all.
pub struct Times {
    sets: Vec<Set>,
}

struct Set {
    name: String,
    pages: Vec<Page>,
}

/// What `bench/` says of a page.
#[derive(Clone, Deserialize)]
struct Page {
    bytes: u64,
    ms: std::collections::BTreeMap<String, Option<f64>>,
}

/// So many files a run, so that their names fit on its command line.
const MAX_FILES: usize = 500;

/// Times every page once with every reader.
pub fn times() -> Result<Times> {
    let program = program("timed", "peers")?;
    let mut sets = vec![Set {
        name: "tests/pages".to_owned(),
        pages: time(&program, own_pages()?.into_iter().map(|(_, page)| page).collect())?,
    }];
    if corpus::archives().is_none() {
        println!("shared/corpus is not beside the repository: only the pages of tests/pages are read");
        return Ok(Times { sets });
    }
    for corpus in corpus::open(&[])? {
        let files = crate::set::pages(&corpus.dir)?.into_iter().map(|page| page.path).collect();
        sets.push(Set { name: corpus.name, pages: time(&program, files)? });
    }
    let all = sets.iter().flat_map(|set| set.pages.clone()).collect();
    sets.push(Set { name: "all".to_owned(), pages: all });
    Ok(Times { sets })
}

fn time(program: &Path, files: Vec<PathBuf>) -> Result<Vec<Page>> {
    let runs = files.chunks(MAX_FILES).map(|files| {
        let output = read(&mut command(&program.to_string_lossy(), files))?;
        serde_json::from_str::<Vec<Page>>(&output).context("what bench/ says")
    });
    Ok(runs.collect::<Result<Vec<_>>>()?.concat())
}

impl Times {
    /// A line for each set and reader.
    pub fn report(&self) -> String {
        let head =
            ["set", "pages", "reader", "median ms", "p95 ms", "total s", "MB/s", "median / ours"].map(str::to_owned).to_vec();
        let lines = self.sets.iter().flat_map(|set| {
            READERS.iter().map(|reader| {
                let figures = set.figures(reader);
                let digits = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
                let figures = figures.map(digits);
                [vec![set.name.clone(), set.pages.len().to_string(), (*reader).to_owned()], figures.to_vec()].concat()
            })
        });
        table(&std::iter::once(head).chain(lines).collect::<Vec<_>>())
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        let sets = self.sets.iter().map(|set| {
            let readers = READERS.iter().map(|reader| {
                let [median, p95, total, speed, ratio] = set.figures(reader);
                let figures =
                    json!({ "medianMs": median, "p95Ms": p95, "totalS": total, "megabytesPerS": speed, "ratio": ratio });
                ((*reader).to_owned(), figures)
            });
            (set.name.clone(), json!({ "pages": set.pages.len(), "readers": readers.collect::<serde_json::Map<_, _>>() }))
        });
        Value::Object(sets.collect())
    }
}

impl Set {
    /// Median and 95th percentile in milliseconds, total in seconds, megabytes a second, and the median in ours. A page on
    /// which a reader panics is no time of it.
    fn figures(&self, reader: &str) -> [Option<f64>; 5] {
        let times = |reader: &str| -> Vec<f64> { self.pages.iter().filter_map(|page| *page.ms.get(reader)?).collect() };
        let own = quantile(&times(READERS[0]), 0.5);
        let times = times(reader);
        let total = times.iter().sum::<f64>() / 1e3;
        let bytes: u64 = self.pages.iter().map(|page| page.bytes).sum();
        let median = quantile(&times, 0.5);
        let ratio = median.zip(own).map(|(median, own)| median / own);
        [median, quantile(&times, 0.95), Some(total), Some(bytes as f64 / 1e6 / total).filter(|speed| speed.is_finite()), ratio]
    }
}
