//! How long the core takes beside a peer, page by page in turn on one thread, so that both meet the same machine.

use std::collections::BTreeMap;

use anyhow::Result;
use dom_smoothie::{Config, Readability, TextMode};

use super::corpus::Corpus;
use crate::reading::{processor_ms, read};
use crate::score::quantile;
use crate::set::PageFile;
use crate::table::table;

/// Milliseconds of the core and of the peer.
pub type Times = [Vec<f64>; 2];

/// Times both on every page of every set.
pub fn race(corpora: &[Corpus]) -> Result<BTreeMap<String, Times>> {
    corpora.iter().map(|corpus| Ok((corpus.name.clone(), race_one(corpus)?))).collect()
}

/// One line a set: medians and 95th percentiles of both.
pub fn report(times: &BTreeMap<String, Times>) -> String {
    let head = ["milliseconds", "lectern", "p95", "dom_smoothie", "p95"].map(str::to_owned).to_vec();
    let figure = |times: &[f64], share| quantile(times, share).map_or_else(|| "-".to_owned(), |ms| format!("{ms:.2}"));
    let line = |(set, [own, peer]): (&String, &Times)| {
        vec![set.clone(), figure(own, 0.5), figure(own, 0.95), figure(peer, 0.5), figure(peer, 0.95)]
    };
    table(&[vec![head], times.iter().map(line).collect()].concat())
}

/// The medians over the pages of all sets.
pub fn medians(times: &BTreeMap<String, Times>) -> Option<[f64; 2]> {
    let all = |which: fn(&Times) -> &Vec<f64>| times.values().flat_map(which).copied().collect::<Vec<f64>>();
    Some([quantile(&all(|[own, _]| own), 0.5)?, quantile(&all(|[_, peer]| peer), 0.5)?])
}

fn race_one(corpus: &Corpus) -> Result<Times> {
    let [mut own, mut peer] = Times::default();
    for truth in &corpus.truth {
        let html = PageFile { id: truth.id.clone(), path: corpus.page(&truth.id) }.read()?;
        let url = truth.url.as_deref();
        own.push(read(&html, url.unwrap_or_default()).ms);
        peer.push(processor_ms(|| {
            let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
            let _ = Readability::new(html.as_str(), url, Some(config)).map(|mut reader| reader.parse());
        }));
    }
    Ok([own, peer])
}
