//! Instructions that the core takes for a page, as valgrind counts them: the same on a busy machine as on an idle one.

use std::collections::BTreeMap;
use std::thread::available_parallelism;

use anyhow::{Context, Result};

use super::{own_pages, program};
use crate::parallel::in_parallel;
use crate::process::{capture, command};
use crate::setup;

/// Millions of instructions for each page of the repository.
pub fn count() -> Result<BTreeMap<String, f64>> {
    setup::valgrind()?;
    let program = program("release", "")?;
    let counts = in_parallel(&own_pages()?, available_parallelism()?.get(), |(name, page)| {
        let arguments = [
            "--tool=callgrind",
            "--callgrind-out-file=/dev/null",
            "--collect-atstart=no",
            "--toggle-collect=lectern_bench::readers::core",
        ];
        // The first reading reads the model too, the second is the page's.
        let run = |times: usize| -> Result<f64> {
            let mut valgrind = command("valgrind", arguments);
            let output = capture(valgrind.arg(&program).arg("--core").args(std::iter::repeat_n(page, times)))?;
            let report = String::from_utf8_lossy(&output.stderr).into_owned();
            let count = report.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse::<f64>().ok());
            count.with_context(|| format!("valgrind counted nothing\n{report}"))
        };
        let millions = (run(2)? - run(1)?) / 1e6;
        Ok((name.clone(), (millions * 1e3).round() / 1e3))
    })?;
    Ok(counts.into_iter().collect())
}
