//! All measures of one page.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::date::day;
use super::names::names;
use super::tokens::{bag_prf, norm, shingle_pr, squash, trim};
use crate::predict::Prediction;

/// What a truth file says about a page. A field that is absent is not scored.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Truth {
    /// The page's name in its set.
    pub id: String,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// The article's text.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    title: Value,
    #[serde(default)]
    author: Value,
    #[serde(default)]
    date: Value,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    /// Everything else, to group pages by.
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl Truth {
    /// The value of any other field, "-" when absent.
    pub fn group(&self, field: &str) -> String {
        match self.other.get(field).map(plain) {
            Some(value) if !value.is_empty() => value,
            _ => "-".to_owned(),
        }
    }

    /// The text that is wanted: all of it, or the snippets that must be there.
    pub fn wanted(&self) -> String {
        self.text.clone().unwrap_or_else(|| self.with.join("\n"))
    }

    /// The snippets that must be in `text` and are not.
    pub fn missing(&self, text: &str) -> Vec<String> {
        let flat = squash(text);
        self.with.iter().filter(|snippet| !flat.contains(&squash(snippet))).cloned().collect()
    }

    /// The snippets that must not be in `text` and are.
    pub fn unwanted(&self, text: &str) -> Vec<String> {
        let flat = squash(text);
        self.without.iter().filter(|snippet| flat.contains(&squash(snippet))).cloned().collect()
    }
}

/// The measures of one page; those that its truth does not allow are `None`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageScore {
    pub id: String,
    /// The prediction has no text.
    pub empty: bool,
    /// The prediction says that something went wrong.
    pub error: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ms: Option<f64>,
    /// Precision of the bag of tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f1: Option<f64>,
    /// Precision of the runs of four words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sp: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sr: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_exact: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_norm: Option<bool>,
    /// The same set of names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_f1: Option<f64>,
    /// The same calendar day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<bool>,
    /// At most one day apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_1d: Option<bool>,
    /// For each snippet that must be there: whether it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<bool>,
    /// For each snippet that must not be there: whether it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<bool>,
}

impl PageScore {
    /// How good the page's text is, between 0 and 1: F1 over tokens, or over snippets where the truth has no text.
    pub fn worth(&self) -> Option<f64> {
        let share = |found: &[bool]| found.iter().filter(|&&found| found).count() as f64;
        let (hits, alarms) = (share(&self.with), share(&self.without));
        let snippets = (!self.with.is_empty()).then(|| 2.0 * hits / (hits + alarms + self.with.len() as f64));
        self.f1.or(snippets)
    }
}

/// Scores a prediction. Unlike `score.py` it scores a field that no prediction of a set gives: as missed.
pub fn score_page(truth: &Truth, got: &Prediction) -> PageScore {
    let mut row = PageScore {
        id: truth.id.clone(),
        empty: trim(&got.text).is_empty(),
        error: got.error.is_some(),
        ms: Some(got.ms),
        ..PageScore::default()
    };
    if let Some(want) = &truth.text {
        let bag = bag_prf(want, &got.text);
        (row.p, row.r, row.f1) = (Some(bag.p), Some(bag.r), Some(bag.f1));
        (row.sp, row.sr) = shingle_pr(want, &got.text);
    }
    let title = plain(&truth.title);
    if !title.is_empty() {
        row.title_exact = Some(trim(&title) == trim(&got.title));
        row.title_norm = Some(norm(&title) == norm(&got.title));
    }
    let author = plain(&truth.author);
    if !author.is_empty() {
        let (want, got) = (names(&author), names(&got.author));
        let join = |names: &std::collections::BTreeSet<String>| names.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        row.author = Some(want == got);
        row.author_f1 = Some(bag_prf(&join(&want), &join(&got)).f1);
    }
    if let Some(want) = day(&plain(&truth.date)) {
        let got = day(&got.date);
        row.date = Some(got == Some(want));
        row.date_1d = Some(got.is_some_and(|got| (want - got).abs() <= 1));
    }
    if !(truth.with.is_empty() && truth.without.is_empty()) {
        let flat = squash(&got.text);
        let found = |snippets: &[String]| snippets.iter().map(|snippet| flat.contains(&squash(snippet))).collect();
        (row.with, row.without) = (found(&truth.with), found(&truth.without));
    }
    row
}

/// A field as text; several values are joined with ", ".
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Null | Value::Bool(false) => String::new(),
        other => other.to_string(),
    }
}
