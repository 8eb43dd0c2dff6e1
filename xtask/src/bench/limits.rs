//! What may not grow unnoticed: the size of the engine, its model and the content scripts, and the instructions for each page of the repository.
//!
//! `bench/limits.json` is changed only by `cargo xtask bench limits --bless`, and its difference is read before it lands.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::instructions;
use crate::build::{Module, build, gzipped_len};
use crate::root::root;
use crate::setup::Browser;
use crate::table::table;

/// Sizes, and millions of instructions by page.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    bytes: BTreeMap<String, f64>,
    /// Content scripts, in bytes, by browser.
    scripts: BTreeMap<String, f64>,
    instructions: BTreeMap<String, f64>,
}

/// Sizes may grow by this share before anybody is told, in percent: a compiler's mood.
const SIZE_SLACK: f64 = 0.5;
/// The same for content scripts, which grow with every feature; the engine in one that does not run it is ten times as much.
const SCRIPT_SLACK: f64 = 5.0;
/// The same for instructions, which differ with the processor's abilities and the keys of hash tables.
const INSTRUCTION_SLACK: f64 = 5.0;

impl Limits {
    /// Builds the engine and measures.
    pub fn measure() -> Result<Limits> {
        build()?;
        let mut bytes = BTreeMap::new();
        for (name, path) in
            [("engine", Module::Engine.folder().join("lectern_bg.wasm")), ("model", root().join("src/model/blocks.bin"))]
        {
            let file = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            bytes.insert(name.to_owned(), file.len() as f64);
            bytes.insert(format!("{name}, gzipped"), gzipped_len(&file)? as f64);
        }
        Ok(Limits { bytes, scripts: content_scripts()?, instructions: instructions::count()? })
    }

    /// The limits that hold.
    pub fn read() -> Result<Limits> {
        let text = fs::read_to_string(path()).with_context(|| format!("cannot read {}", path().display()))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Makes these the limits.
    pub fn write(&self) -> Result<()> {
        Ok(fs::write(path(), serde_json::to_string_pretty(self)? + "\n")?)
    }

    /// Each figure beside its limit.
    pub fn report(&self, limits: &Limits) -> String {
        let head = ["", "measured", "limit"].map(str::to_owned).to_vec();
        let lines = self.figures().map(|(name, value)| {
            let limit = limits.figures().find(|(each, _)| *each == name);
            vec![name, value.to_string(), limit.map_or_else(|| "none".to_owned(), |(_, limit)| limit.to_string())]
        });
        table(&std::iter::once(head).chain(lines).collect::<Vec<_>>())
    }

    /// What is above its limit, a sentence each.
    pub fn above(&self, limits: &Limits) -> Vec<String> {
        let above = |measured: &BTreeMap<String, f64>, limits: &BTreeMap<String, f64>, slack: f64| {
            let pairs = measured.iter().map(|(name, value)| (name.clone(), *value, limits.get(name).copied()));
            let found = pairs.filter(|(_, value, limit)| limit.is_none_or(|limit| *value > limit * (1.0 + slack / 100.0)));
            let sentence = |(name, value, limit): (String, f64, Option<f64>)| match limit {
                Some(limit) => format!("{name}: {value} is above {limit}"),
                None => format!("{name}: {value} has no limit: cargo xtask bench limits --bless"),
            };
            found.map(sentence).collect::<Vec<_>>()
        };
        [
            above(&self.bytes, &limits.bytes, SIZE_SLACK),
            above(&self.scripts, &limits.scripts, SCRIPT_SLACK),
            above(&self.instructions, &limits.instructions, INSTRUCTION_SLACK),
        ]
        .concat()
    }

    /// How many figures there are.
    pub fn len(&self) -> usize {
        self.bytes.len() + self.scripts.len() + self.instructions.len()
    }

    fn figures(&self) -> impl Iterator<Item = (String, f64)> {
        let bytes = self.bytes.iter().chain(&self.scripts).map(|(name, bytes)| (format!("{name}, bytes"), *bytes));
        bytes.chain(self.instructions.iter().map(|(name, count)| (format!("{name}, million instructions"), *count)))
    }
}

/// What a click sends to a page: with the engine in it only where the engine runs there.
fn content_scripts() -> Result<BTreeMap<String, f64>> {
    let script = |browser: Browser| {
        let path = root().join("dist").join(browser.name()).join("content.js");
        let file = fs::metadata(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok((format!("content script, {}", browser.name()), file.len() as f64))
    };
    Browser::ALL.into_iter().map(script).collect()
}

fn path() -> PathBuf {
    root().join("bench/limits.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grew_is_said() {
        let limits = |size: f64, count: f64| Limits {
            bytes: BTreeMap::from([("engine".to_owned(), size)]),
            scripts: BTreeMap::from([("content script".to_owned(), size)]),
            instructions: BTreeMap::from([("a".to_owned(), count)]),
        };
        let held = limits(1000.0, 10.0);
        assert!(limits(1004.0, 10.4).above(&held).is_empty());
        assert_eq!(limits(1006.0, 10.0).above(&held), ["engine: 1006 is above 1000"]);
        assert_eq!(limits(1060.0, 10.0).above(&held).last().map(String::as_str), Some("content script: 1060 is above 1000"));
        assert_eq!(limits(1000.0, 11.0).above(&held), ["a: 11 is above 10"]);
    }
}
