//! The figures that are aimed at, and whether they are met.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Result;

use super::peers::lowest_low;
use super::{Scores, main_figure};
use crate::build::gzipped_len;
use crate::root::root;
use crate::score::{PageScore, Summary};
use crate::table::table;

/// The main figure of each set, and what it is to reach.
const MAIN: [(&str, f64); 7] = [
    ("scrapinghub", 0.975),
    ("wcxb", 0.905),
    ("fundus", 0.965),
    ("zh-handmade", 0.945),
    ("trafilatura", 0.935),
    ("postlight", 0.950),
    ("mozilla", 0.960),
];

/// The sets whose pages are pooled for dates and authors.
const POOL: [&str; 3] = ["wcxb", "trafilatura", "postlight"];

/// What the model file may weigh, gzipped: it is most of what a click has to load.
const MODEL_BYTES: f64 = 40.0 * 1024.0;

struct Target {
    what: String,
    value: Option<f64>,
    aim: Aim,
}

enum Aim {
    AtLeast(f64),
    AtMost(f64),
}

/// The table of targets that the scored sets say something about. `medians` are the times of the core and of the
/// peer that it must not be slower than.
pub fn targets(
    scores: &BTreeMap<String, Scores>,
    kinds: &BTreeMap<String, Vec<PageScore>>,
    medians: Option<[f64; 2]>,
) -> Result<String> {
    let summary = |set: &str| scores.get(set).map(|scores| &scores.summary);
    let at_least = |what: String, value: Option<f64>, least: f64| Target { what, value, aim: Aim::AtLeast(least) };
    let mut targets = Vec::new();
    for (set, least) in MAIN {
        targets.push(at_least(format!("{set}, main figure"), summary(set).and_then(|own| main_figure(set, own)), least));
    }
    let articles = kinds.get("article").and_then(|pages| Summary::of(pages).f1);
    targets.push(at_least("wcxb, articles only, F1".to_owned(), articles, 0.965));
    for (set, low) in MAIN.iter().filter_map(|(set, _)| Some((set, lowest_low(set)?))) {
        let value = summary(set).and_then(|own| own.low);
        targets.push(Target { what: format!("{set}, share of pages below .5"), value, aim: Aim::AtMost(low / 2.0) });
    }
    for set in ["wcxb", "postlight"] {
        targets.push(at_least(format!("{set}, title, normalized"), summary(set).and_then(|own| own.title_norm), 0.93));
    }
    let pooled: Vec<PageScore> = POOL.iter().filter_map(|set| scores.get(*set)).flat_map(|scores| scores.pages.clone()).collect();
    let pooled = (POOL.iter().all(|set| scores.contains_key(*set))).then(|| Summary::of(&pooled));
    targets.push(at_least(format!("{}, date, same day", POOL.join(" + ")), pooled.as_ref().and_then(|own| own.date), 0.90));
    targets.push(at_least(format!("{}, author F1", POOL.join(" + ")), pooled.as_ref().and_then(|own| own.author_f1), 0.80));
    if let Some([own, peer]) = medians {
        targets.push(Target { what: "median ms, dom_smoothie's".to_owned(), value: Some(own), aim: Aim::AtMost(peer) });
    }
    let model = gzipped_len(&fs::read(root().join("src/model/blocks.bin"))?)? as f64;
    targets.push(Target { what: "model file, bytes gzipped".to_owned(), value: Some(model), aim: Aim::AtMost(MODEL_BYTES) });
    let head = ["target", "figure", "aim", ""].map(str::to_owned).to_vec();
    Ok(table(&[vec![head], targets.into_iter().filter_map(row).collect()].concat()))
}

fn row(target: Target) -> Option<Vec<String>> {
    let value = target.value?;
    let digits = if value > 1000.0 { 0 } else { 4 };
    let (sign, aim, met) = match target.aim {
        Aim::AtLeast(least) => ("≥", least, value >= least),
        Aim::AtMost(most) => ("≤", most, value <= most),
    };
    let verdict = if met { "met" } else { "NOT MET" };
    Some(vec![target.what, format!("{value:.digits$}"), format!("{sign} {aim:.digits$}"), verdict.to_owned()])
}
