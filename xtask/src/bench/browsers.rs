//! Milliseconds from the click on, beside Readability.js and Defuddle on the same pages, in both browsers.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::own_pages;
use crate::build::build;
use crate::process::{command, read};
use crate::quality::corpus;
use crate::root::root;
use crate::setup::Browser;
use crate::table::table;

/// So many pages, evenly spread by size…
const N_PAGES: usize = 12;
/// …from and to these bytes.
const SIZES: std::ops::RangeInclusive<u64> = 50_000..=2_000_000;

/// Measures in both browsers and prints a table for each.
pub fn measure() -> Result<Value> {
    build()?;
    let pages = pages()?;
    let mut json = serde_json::Map::new();
    for browser in Browser::ALL {
        let mut node = command("node", ["bench/browsers.mjs", "--browser", browser.name()]);
        let said = read(node.env(browser.variable(), browser.program()?).args(&pages))?;
        let measured: Vec<Value> = serde_json::from_str(&said).context("what bench/browsers.mjs says")?;
        println!("{}, milliseconds\n{}\n", browser.name(), report(&measured));
        json.insert(browser.name().to_owned(), json!({ "pages": measured, "ratios": ratios(&measured) }));
    }
    Ok(Value::Object(json))
}

/// Pages of the corpora, or those of the repository where there are none.
fn pages() -> Result<Vec<PathBuf>> {
    if corpus::archives().is_none() {
        println!("shared/corpus is not beside the repository: the pages are those of tests/pages, which are small");
        return Ok(own_pages()?.into_iter().map(|(_, page)| page).collect());
    }
    let mut sized = BTreeMap::new();
    for corpus in corpus::open(&[])? {
        for page in crate::set::pages(&corpus.dir)? {
            let bytes = std::fs::metadata(&page.path)?.len();
            if SIZES.contains(&bytes) {
                sized.insert((bytes, page.path.clone()), page.path);
            }
        }
    }
    // Every tenth of a list by size would be small pages nearly all: the steps are those of a logarithm.
    let (first, last) = (*SIZES.start() as f64, *SIZES.end() as f64);
    let wanted = (0..N_PAGES).map(|nth| first * (last / first).powf((nth as f64 + 0.5) / N_PAGES as f64));
    let nearest = wanted.filter_map(|bytes| sized.range((bytes as u64, PathBuf::new())..).next().map(|(_, path)| path.clone()));
    Ok(nearest.map(|path| path.strip_prefix(root()).map(PathBuf::from).unwrap_or(path)).collect())
}

/// The stages of a reading that end where there is an article.
const READING: [&str; 3] = ["capture", "arena", "extract"];

/// What a page says under a path of keys.
fn figure(page: &Value, path: &[&str]) -> f64 {
    path.iter().try_fold(page, |value, key| value.get(key)).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

/// Capture, arena and extraction together.
fn reading(page: &Value, when: &str) -> f64 {
    READING.iter().map(|stage| figure(page, &["lectern", when, stage])).sum()
}

fn report(pages: &[Value]) -> String {
    let head = [
        "KB",
        "compile",
        "capture",
        "arena",
        "extract",
        "render",
        "to the frame",
        "again: reading",
        "render",
        "to the frame",
        "Readability",
        "again",
        "Defuddle",
        "again",
    ];
    let lines = pages.iter().map(|page| {
        let stage = |when: &str, stage: &str| figure(page, &["lectern", when, stage]);
        let times = [
            stage("cold", "compile"),
            stage("cold", "capture"),
            stage("cold", "arena"),
            stage("cold", "extract"),
            stage("cold", "render"),
            stage("cold", "frame"),
            reading(page, "warm"),
            stage("warm", "render"),
            stage("warm", "frame"),
            figure(page, &["readability", "cold"]),
            figure(page, &["readability", "warm"]),
            figure(page, &["defuddle", "cold"]),
            figure(page, &["defuddle", "warm"]),
        ];
        let size = format!("{:.0}", figure(page, &["bytes"]) / 1e3);
        std::iter::once(size).chain(times.map(|ms| format!("{ms:.1}"))).collect::<Vec<_>>()
    });
    let ratios = ratios(pages);
    let ratio =
        |name: &str| ratios.get(name).and_then(Value::as_f64).map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2}"));
    let table = table(&std::iter::once(head.map(str::to_owned).to_vec()).chain(lines).collect::<Vec<_>>());
    format!(
        "{table}\nmedian of capture + arena + extract in Readability.js: first {}, again {}; first frame in its first reading, above 500 KB: {}",
        ratio("coldReading"),
        ratio("warmReading"),
        ratio("frameAbove500KB"),
    )
}

/// The medians over the pages of our time in that of Readability.js.
fn ratios(pages: &[Value]) -> Value {
    let median = |ratios: Vec<f64>| crate::score::quantile(&ratios, 0.5);
    let first = |page: &Value| figure(page, &["readability", "cold"]);
    let large = pages.iter().filter(|page| figure(page, &["bytes"]) > 500_000.0);
    json!({
        "coldReading": median(pages.iter().map(|page| reading(page, "cold") / first(page)).collect()),
        "warmReading": median(pages.iter().map(|page| reading(page, "warm") / figure(page, &["readability", "warm"])).collect()),
        "frameAbove500KB": median(large.map(|page| figure(page, &["lectern", "cold", "frame"]) / first(page)).collect()),
    })
}
