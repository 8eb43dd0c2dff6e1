//! The figures below which a change does not land: `tests/floors.json`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::reader::Reader;
use super::{all_cores, corpus, score};
use crate::root::root;

/// Of these figures less is better: their floor is a ceiling.
const LESS_IS_BETTER: [&str; 3] = ["low", "empty", "without_hit"];

/// One sentence for each figure on the wrong side of its floor; `None` when the corpora are not there.
pub fn below_floors() -> Result<Option<Vec<String>>> {
    if corpus::archives().is_none() {
        return Ok(None);
    }
    let path = root().join("tests/floors.json");
    let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let floors: BTreeMap<String, BTreeMap<String, f64>> = serde_json::from_slice(&text).context("tests/floors.json")?;
    let sets: Vec<String> = floors.keys().cloned().collect();
    let mut failures = Vec::new();
    for corpus in corpus::open(&sets)? {
        let summary = serde_json::to_value(score(&corpus, &Reader::shipped(), all_cores())?.summary)?;
        for (figure, floor) in floors.get(&corpus.name).into_iter().flatten() {
            let value =
                summary.get(figure).and_then(Value::as_f64).with_context(|| format!("{} has no figure {figure}", corpus.name))?;
            let bad = if LESS_IS_BETTER.contains(&figure.as_str()) { value > *floor } else { value < *floor };
            if bad {
                failures.push(format!("{}: {figure} is {value:.4}, its floor is {floor}", corpus.name));
            }
        }
    }
    Ok(Some(failures))
}
