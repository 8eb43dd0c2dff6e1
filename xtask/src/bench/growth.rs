//! Whether the core is linear in a page, whatever it repeats: by instructions, which are the same on a busy machine.

use std::fs;
use std::path::Path;
use std::thread::available_parallelism;

use anyhow::{Context, Result, ensure};

use super::program;
use crate::parallel::in_parallel;
use crate::process::{capture, command};
use crate::root::target;
use crate::setup;

/// The larger page of each pattern is so many times as large as the smaller one.
const FACTOR: f64 = 3.0;

/// Above it a pattern is not linear. Bounds that are come to between the two sizes count too, so it is more than is called for
/// where pages grow a thousandfold (`scale.rs`); what looks at every other element for each has 2.
const MAX_EXPONENT: f64 = 1.25;

/// Each pattern, and the power with which its instructions grow.
pub struct Growth(Vec<(String, f64)>);

/// Counts each reading of the program in `bench/` by itself, on all processors.
pub fn measure() -> Result<Growth> {
    setup::valgrind()?;
    let program = program("release", "")?;
    let n = available_parallelism()?.get();
    let parts: Vec<usize> = (0..n).collect();
    let grown = in_parallel(&parts, n, |part| measure_part(&program, *part, n))?.concat();
    ensure!(!grown.is_empty(), "nothing was read");
    Ok(Growth(grown))
}

/// Counts one of so many parts of the patterns.
fn measure_part(program: &Path, part: usize, parts: usize) -> Result<Vec<(String, f64)>> {
    let folder = target().join("growth").join(part.to_string());
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let out = format!("--callgrind-out-file={}", folder.join("reading").display());
    let core = "lectern_bench::readers::core";
    let arguments =
        ["--tool=callgrind", &out, "--collect-atstart=no", &format!("--toggle-collect={core}"), &format!("--dump-after={core}")];
    let output = capture(command("valgrind", arguments).arg(program).args(["--growth", &part.to_string(), &parts.to_string()]))?;
    let names: Vec<String> = serde_json::from_slice(&output.stdout)?;
    let count = |reading: usize| -> Result<f64> {
        let path = folder.join(format!("reading.{reading}"));
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let total = text.lines().find_map(|line| line.strip_prefix("totals: ")?.trim().parse().ok());
        total.context("valgrind counted nothing")
    };
    // The first reading is of no page.
    let grown =
        names.into_iter().enumerate().map(|(at, name)| Ok((name, (count(2 * at + 3)? / count(2 * at + 2)?).ln() / FACTOR.ln())));
    grown.collect()
}

impl Growth {
    /// The patterns that grow most.
    pub fn report(&self) -> String {
        let mut sorted: Vec<&(String, f64)> = self.0.iter().collect();
        sorted.sort_by(|a, b| b.1.total_cmp(&a.1));
        let lines = sorted.iter().take(10).map(|(name, exponent)| format!("{exponent:.3}  {name:?}\n"));
        format!("{} patterns; instructions grow most in:\n{}", self.0.len(), lines.collect::<String>())
    }

    /// What is not linear, a sentence each.
    pub fn above(&self) -> Vec<String> {
        let steep = self.0.iter().filter(|(_, exponent)| exponent.is_nan() || *exponent > MAX_EXPONENT);
        steep.map(|(name, exponent)| format!("{name:?} grows by the power {exponent:.3}")).collect()
    }

    /// How many patterns there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}
