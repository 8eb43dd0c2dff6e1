//! Reads the development corpora: pages and what is known to be their article.

use std::collections::HashMap;
use std::path::Path;

use lectern::extract::measure::Meter;
use lectern::page::{Page, html};
use serde::Deserialize;

use train::decode::decode;

use crate::split;

/// The sets that may be trained on.
pub const SETS: [&str; 5] = ["scrapinghub", "wcxb", "fundus", "zh-handmade", "trafilatura"];

/// Sets with a truth of another kind, which are only measured on.
pub const UNSEEN: [&str; 3] = ["mozilla", "postlight", "defuddle"];

/// One page with its truth.
pub struct Sample {
    /// Its collection.
    pub set: &'static str,
    /// Its name in the collection.
    pub id: String,
    /// What kind of page it is said to be; empty when not said.
    pub kind: String,
    /// Where it is from: no site is both trained on and measured on.
    pub site: String,
    /// The page.
    pub page: Page,
    /// What is known of its article.
    pub truth: Truth,
}

/// What is known of a page's article.
#[derive(Clone, Debug)]
pub enum Truth {
    /// All its words, hashed, in order.
    Words(Vec<u32>),
    /// Some texts that are in it, and some that are not.
    Snippets {
        /// In it.
        with: Vec<String>,
        /// Not in it.
        without: Vec<String>,
    },
}

#[derive(Deserialize)]
struct Row {
    id: String,
    #[serde(default)]
    url: String,
    text: Option<String>,
    #[serde(default)]
    page_type: String,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
}

/// Reads one set from `corpus/SET`.
///
/// # Errors
///
/// A missing or broken file.
pub fn read(corpus: &Path, set: &'static str) -> Result<Vec<Sample>, Box<dyn std::error::Error>> {
    let folder = corpus.join(set);
    let mut samples = Vec::new();
    for line in std::fs::read_to_string(folder.join("truth.jsonl"))?.lines().filter(|line| !line.trim().is_empty()) {
        let row: Row = serde_json::from_str(line)?;
        let html = std::fs::read(folder.join("html").join(format!("{}.html", row.id)))?;
        let page = html::parse(&decode(html));
        let truth = match row.text {
            Some(text) => Truth::Words(words(&text)),
            None => Truth::Snippets { with: row.with, without: row.without },
        };
        let site = split::site(&row.url).unwrap_or_else(|| row.id.clone());
        samples.push(Sample { set, site, id: row.id, kind: row.page_type, page, truth });
    }
    Ok(samples)
}

/// The words of a text, hashed as the features hash them.
pub fn words(text: &str) -> Vec<u32> {
    let (mut meter, mut words) = (Meter::default(), Vec::new());
    meter.push(text, &mut words);
    meter.end_word(&mut words);
    words
}

/// How often each word occurs.
pub fn counts(words: impl IntoIterator<Item = u32>) -> HashMap<u32, u32> {
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}
