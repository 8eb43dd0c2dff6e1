//! How time and memory grow with a page: made pages of many kinds, each of a thousand to a million elements.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use super::program;
use crate::process::{command, read};
use crate::table::table;

/// Elements, about: what a kind is made of is counted, not what it comes to.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Shorter times are the start of a process and not the page's, in milliseconds…
const MIN_MS: f64 = 10.0;
/// …and so is less memory, in bytes.
const MIN_MEMORY: f64 = 16e6;
/// A fit above it is not linear: issue and design call for 1.1.
pub const MAX_EXPONENT: f64 = 1.1;

/// All kinds.
pub struct Scale(Vec<Kind>);

struct Kind {
    name: String,
    costs: Vec<Cost>,
}

/// What `bench/` says of a page.
#[derive(Deserialize)]
struct Cost {
    bytes: f64,
    elements: f64,
    ms: f64,
    memory: f64,
}

/// Reads each page in a process of its own.
pub fn scale() -> Result<Scale> {
    let program = program("timed", "peers")?;
    let say = |arguments: &[&str]| read(&mut command(&program.to_string_lossy(), arguments));
    let kinds: Vec<String> = serde_json::from_str(&say(&["--kinds"])?)?;
    let measured = kinds.into_iter().map(|name| {
        let cost = |n: &usize| -> Result<Cost> {
            let said = say(&["--scale", &name, &n.to_string()]).with_context(|| format!("{name} of {n} elements"))?;
            Ok(serde_json::from_str(&said)?)
        };
        let costs = SIZES.iter().map(cost).collect::<Result<Vec<_>>>()?;
        Ok(Kind { name, costs })
    });
    Ok(Scale(measured.collect::<Result<Vec<_>>>()?))
}

impl Scale {
    /// A line for each kind.
    pub fn report(&self) -> String {
        let sizes = SIZES.map(|n| format!("{n}, ms"));
        let head: Vec<String> = std::iter::once("made page".to_owned()).chain(sizes).collect();
        let more = ["largest, MB of page", "MB of memory", "time grows by", "memory grows by"].map(str::to_owned);
        let lines = self.0.iter().map(|kind| {
            let times = kind.costs.iter().map(|cost| format!("{:.1}", cost.ms));
            let megabytes = |of: fn(&Cost) -> f64| kind.costs.last().map_or(0.0, of) / 1e6;
            let exponent = |exponent: Option<f64>| exponent.map_or_else(|| "-".to_owned(), |exponent| format!("{exponent:.2}"));
            let figures = [
                format!("{:.1}", megabytes(|cost| cost.bytes)),
                format!("{:.0}", megabytes(|cost| cost.memory)),
                exponent(kind.time()),
                exponent(kind.memory()),
            ];
            std::iter::once(kind.name.clone()).chain(times).chain(figures).collect::<Vec<_>>()
        });
        table(&std::iter::once(head.into_iter().chain(more).collect()).chain(lines).collect::<Vec<_>>())
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        let kinds = self.0.iter().map(|kind| {
            let costs = kind.costs.iter();
            let costs =
                costs.map(|cost| json!({ "bytes": cost.bytes, "elements": cost.elements, "ms": cost.ms, "memory": cost.memory }));
            let value =
                json!({ "costs": costs.collect::<Vec<_>>(), "timeExponent": kind.time(), "memoryExponent": kind.memory() });
            (kind.name.clone(), value)
        });
        Value::Object(kinds.collect())
    }

    /// The kinds that are not linear.
    pub fn steep(&self) -> Vec<&str> {
        let is_steep = |kind: &&Kind| [kind.time(), kind.memory()].into_iter().flatten().any(|exponent| exponent > MAX_EXPONENT);
        self.0.iter().filter(is_steep).map(|kind| kind.name.as_str()).collect()
    }
}

impl Kind {
    fn time(&self) -> Option<f64> {
        exponent(self.costs.iter().filter(|cost| cost.ms >= MIN_MS).map(|cost| (cost.bytes, cost.ms)))
    }

    fn memory(&self) -> Option<f64> {
        exponent(self.costs.iter().filter(|cost| cost.memory >= MIN_MEMORY).map(|cost| (cost.bytes, cost.memory)))
    }
}

/// The power with which the second number grows with the first: the slope of a line through their logarithms.
fn exponent(points: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let points: Vec<(f64, f64)> = points.map(|(x, y)| (x.ln(), y.ln())).collect();
    let n = points.len() as f64;
    let (mean_x, mean_y) =
        (points.iter().map(|point| point.0).sum::<f64>() / n, points.iter().map(|point| point.1).sum::<f64>() / n);
    let covariance: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let variance: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    (points.len() > 1 && variance > 0.0).then(|| covariance / variance)
}

#[cfg(test)]
mod tests {
    use super::exponent;

    #[test]
    fn a_square_has_the_exponent_two() {
        let fit = |power: i32| exponent((1..5).map(|n| (f64::from(n), f64::from(n).powi(power)))).unwrap();
        assert!((fit(1) - 1.0).abs() < 1e-9 && (fit(2) - 2.0).abs() < 1e-9);
        assert_eq!(exponent(std::iter::once((1.0, 1.0))), None);
    }
}
