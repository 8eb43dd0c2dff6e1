//! Page by page against an earlier run.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use train::random::hash;

use super::Scores;
use crate::table::table;

/// Samples drawn for an interval, and pages named each way.
const N_SAMPLES: usize = 2000;
const N_NAMED: usize = 8;

/// A page's worth then and now.
struct Change<'a> {
    id: &'a str,
    before: f64,
    after: f64,
}

impl Change<'_> {
    fn delta(&self) -> f64 {
        self.after - self.before
    }
}

/// One line a set: mean before, now, difference with its 95 % interval, pages better and worse; then the pages
/// that moved most.
pub fn compare(path: &Path, scores: &BTreeMap<String, Scores>) -> Result<String> {
    let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let before: BTreeMap<String, Scores> = serde_json::from_slice(&text).context("not a file of `quality --json`")?;
    let head = ["against earlier", "pages", "before", "now", "change", "95 % interval", "better", "worse"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut moved = Vec::new();
    for (set, now) in scores {
        let Some(before) = before.get(set) else { continue };
        let worth: HashMap<&str, f64> = before.pages.iter().filter_map(|page| Some((page.id.as_str(), page.worth()?))).collect();
        let change = |page: &'_ crate::score::PageScore| Some((worth.get(page.id.as_str()).copied()?, page.worth()?));
        let mut changes: Vec<Change<'_>> = now
            .pages
            .iter()
            .filter_map(|page| change(page).map(|(before, after)| Change { id: &page.id, before, after }))
            .collect();
        changes.sort_by(|a, b| a.delta().total_cmp(&b.delta()));
        rows.extend(line(set, &changes));
        let named = changes.iter().take(N_NAMED).chain(changes.iter().rev().take(N_NAMED).rev());
        moved.extend(named.filter(|change| change.delta().abs() > 0.01).map(|change| {
            vec![
                format!("{set} {}", change.id),
                format!("{:.3}", change.before),
                format!("{:.3}", change.after),
                format!("{:+.3}", change.delta()),
            ]
        }));
    }
    moved.dedup();
    Ok(format!("{}\n\n{}", table(&rows), table(&moved)))
}

fn line(set: &str, changes: &[Change<'_>]) -> Option<Vec<String>> {
    let deltas: Vec<f64> = changes.iter().map(Change::delta).collect();
    let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / changes.len() as f64;
    let [low, high] = interval(&deltas)?;
    Some(vec![
        set.to_owned(),
        changes.len().to_string(),
        format!("{:.4}", mean(&mut changes.iter().map(|change| change.before))),
        format!("{:.4}", mean(&mut changes.iter().map(|change| change.after))),
        format!("{:+.4}", mean(&mut deltas.iter().copied())),
        format!("{low:+.4} .. {high:+.4}"),
        deltas.iter().filter(|&&delta| delta > 0.01).count().to_string(),
        deltas.iter().filter(|&&delta| delta < -0.01).count().to_string(),
    ])
}

/// The 95 % interval of the mean by bootstrap: means of samples drawn with replacement, by repeatable chance.
fn interval(values: &[f64]) -> Option<[f64; 2]> {
    let n = values.len() as u64;
    let draw = |sample: u64, at: u64| values.get((hash(&[sample, at]) % n) as usize).copied().unwrap_or(0.0);
    let mut means: Vec<f64> =
        (0..N_SAMPLES as u64).map(|sample| (0..n).map(|at| draw(sample, at)).sum::<f64>() / n as f64).collect();
    means.sort_by(f64::total_cmp);
    Some([*means.get(N_SAMPLES / 40)?, *means.get(N_SAMPLES - 1 - N_SAMPLES / 40)?]).filter(|_| n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_holds_the_mean_and_narrows_with_the_spread() {
        let wide: Vec<f64> = (0..100).map(|at| f64::from(at % 2)).collect();
        let narrow: Vec<f64> = wide.iter().map(|value| 0.5 + value / 100.0).collect();
        let [low, high] = interval(&wide).unwrap();
        assert!((0.35..0.5).contains(&low) && (0.5..0.65).contains(&high), "{low} {high}");
        let [low, high] = interval(&narrow).unwrap();
        assert!(0.503 < low && high < 0.507, "{low} {high}");
    }
}
