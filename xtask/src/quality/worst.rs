//! The worst pages, and what the trace says of what they lost.

use std::collections::{BTreeMap, HashSet};

use anyhow::Result;
use lectern::export;

use super::Scores;
use super::corpus::Corpus;
use super::reader::Reader;
use crate::explain::{name, start, text};
use crate::reading::Reading;
use crate::score::{PageScore, Truth, shingles, words};

/// Reasons and texts named for a page.
const N_NAMED: usize = 4;

/// Runs of words by which texts are recognized.
type Runs<'a> = HashSet<&'a [&'a str]>;

/// The `n` worst pages of each set: what they lost, by the reason that the trace gives, and what they kept wrongly.
pub fn worst(corpora: &[Corpus], scores: &BTreeMap<String, Scores>, n: usize, reader: &Reader) -> Result<String> {
    let mut out = String::new();
    for (corpus, scores) in corpora.iter().filter_map(|corpus| Some((corpus, scores.get(&corpus.name)?))) {
        let pages = corpus.truth.iter().zip(&scores.pages);
        let mut pages: Vec<(&Truth, &PageScore, f64)> =
            pages.filter_map(|(truth, page)| Some((truth, page, page.worth()?))).collect();
        pages.sort_by(|(_, _, a), (_, _, b)| a.total_cmp(b));
        for (truth, page, worth) in pages.into_iter().take(n) {
            let parts = [("P", page.p), ("R", page.r)]
                .map(|(name, value)| value.map_or_else(String::new, |value| format!(" {name} {value:.3}")));
            let url = truth.url.as_deref().unwrap_or_default();
            out.push_str(&format!("{} {} {worth:.3}{} {url}\n", corpus.name, truth.id, parts.concat()));
            for line in explain(truth, &reader.read(corpus, truth)?) {
                out.push_str(&format!("    {line}\n"));
            }
        }
    }
    Ok(out)
}

fn explain(truth: &Truth, reading: &Reading) -> Vec<String> {
    let article = match &reading.outcome {
        Err(reason) => return vec![reason.to_string()],
        Ok(article) => article,
    };
    let got = export::text::article_text(article);
    let want = truth.wanted();
    let (got_words, want_words) = (words(&got), words(&want));
    let (got_runs, want_runs): (Runs<'_>, Runs<'_>) = (shingles(&got_words).collect(), shingles(&want_words).collect());
    let mut lines = Vec::new();

    let mut removals: Vec<(usize, String)> = Vec::new();
    for removal in &article.trace.removals {
        let text = text(&reading.page, removal.node);
        let n_lost = shingles(&words(&text)).filter(|run| want_runs.contains(run) && !got_runs.contains(run)).count();
        let name = name(&reading.page, removal.node);
        let (stage, reason, score) = (removal.stage, removal.reason, removal.score);
        removals.push((n_lost, format!("lost {n_lost} words: {stage:?}, {reason:?} {score:.2}: <{name}> {}", start(&text))));
    }
    removals.sort_by(|(a, _), (b, _)| b.cmp(a));
    lines.extend(removals.into_iter().filter(|(n_lost, _)| *n_lost > 0).take(N_NAMED).map(|(_, line)| line));
    lines.extend(truth.missing(&got).into_iter().take(N_NAMED).map(|snippet| format!("lost: {}", start(&snippet))));

    let mut kept: Vec<(usize, String)> = Vec::new();
    for block in &article.blocks {
        let text = export::text::text(std::slice::from_ref(block));
        let n_wrong = shingles(&words(&text)).filter(|run| !want_runs.contains(run)).count();
        kept.push((n_wrong, format!("kept {n_wrong} words wrongly: {}", start(&text))));
    }
    kept.sort_by(|(a, _), (b, _)| b.cmp(a));
    let kept = kept.into_iter().filter(|(n_wrong, _)| *n_wrong > 3 && truth.text.is_some());
    lines.extend(kept.take(N_NAMED).map(|(_, line)| line));
    lines.extend(truth.unwanted(&got).into_iter().take(N_NAMED).map(|snippet| format!("kept: {}", start(&snippet))));
    lines
}
