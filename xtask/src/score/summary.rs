//! The figures of many pages.

use serde::{Deserialize, Serialize};

use super::PageScore;

/// Means over pages; a figure that no page has is `None`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Summary {
    pub pages: usize,
    /// Pages whose truth has the text.
    pub text_pages: usize,
    pub f1: Option<f64>,
    pub p: Option<f64>,
    pub r: Option<f64>,
    /// Harmonic mean of the two below, not a mean over pages.
    pub shingle_f1: Option<f64>,
    pub shingle_p: Option<f64>,
    pub shingle_r: Option<f64>,
    /// Share of pages whose F1 is below .5.
    pub low: Option<f64>,
    /// Share of pages without text.
    pub empty: Option<f64>,
    pub errors: usize,
    pub title_exact: Option<f64>,
    pub title_norm: Option<f64>,
    pub author: Option<f64>,
    pub author_f1: Option<f64>,
    pub date: Option<f64>,
    pub date_1d: Option<f64>,
    /// Share of the snippets that must be there that are.
    pub with_hit: Option<f64>,
    /// Share of the snippets that must not be there that are.
    pub without_hit: Option<f64>,
    pub snippet_f1: Option<f64>,
    /// Median of milliseconds.
    pub ms_p50: Option<f64>,
    pub ms_p95: Option<f64>,
}

impl Summary {
    /// The figures of `rows`.
    pub fn of(rows: &[PageScore]) -> Summary {
        let column = |read: fn(&PageScore) -> Option<f64>| rows.iter().filter_map(read).collect::<Vec<f64>>();
        let average = |read| mean(&column(read));
        let (f1, ms) = (column(|row| row.f1), column(|row| row.ms));
        let (shingle_p, shingle_r) = (average(|row| row.sp), average(|row| row.sr));
        let with: Vec<f64> = rows.iter().flat_map(|row| &row.with).map(|&hit| f64::from(hit)).collect();
        let without: Vec<f64> = rows.iter().flat_map(|row| &row.without).map(|&hit| f64::from(hit)).collect();
        Summary {
            pages: rows.len(),
            text_pages: f1.len(),
            f1: mean(&f1),
            p: average(|row| row.p),
            r: average(|row| row.r),
            shingle_f1: harmonic(shingle_p, shingle_r),
            shingle_p,
            shingle_r,
            low: mean(&f1.iter().map(|&f1| f64::from(f1 < 0.5)).collect::<Vec<_>>()),
            empty: average(|row| Some(f64::from(row.empty))),
            errors: rows.iter().filter(|row| row.error).count(),
            title_exact: average(|row| row.title_exact.map(f64::from)),
            title_norm: average(|row| row.title_norm.map(f64::from)),
            author: average(|row| row.author.map(f64::from)),
            author_f1: average(|row| row.author_f1),
            date: average(|row| row.date.map(f64::from)),
            date_1d: average(|row| row.date_1d.map(f64::from)),
            with_hit: mean(&with),
            without_hit: mean(&without),
            snippet_f1: snippet_f1(&with, &without),
            ms_p50: quantile(&ms, 0.5),
            ms_p95: quantile(&ms, 0.95),
        }
    }
}

/// The mean, `None` of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The value below which this share of the values lies.
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = (values.len() as f64 * share) as usize;
    values.get(at.min(values.len().saturating_sub(1))).copied()
}

fn harmonic(p: Option<f64>, r: Option<f64>) -> Option<f64> {
    let (p, r) = (p?, r?);
    Some(if p > 0.0 && r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
}

/// All snippets pooled: those found that must be there are hits, those found that must not are false alarms.
fn snippet_f1(with: &[f64], without: &[f64]) -> Option<f64> {
    let recall = mean(with)?;
    let (hits, alarms) = (with.iter().sum::<f64>(), without.iter().sum::<f64>());
    let precision = if hits + alarms > 0.0 { hits / (hits + alarms) } else { 0.0 };
    harmonic(Some(precision), Some(recall))
}
