//! How much of an article's structure is kept: images, captions, headings, list items, tables, code and links,
//! against what a set expects.

mod built;
mod expected;
mod explanation;
mod oracle;
mod parts;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use lectern::article::{self, Built};
use lectern::capture::Facts;
use lectern::page::{Page, html};

use crate::parallel::in_parallel;
use crate::quality::corpus::Corpus;
use crate::reading::{Reading, read};
use crate::score::Truth;
use crate::table::{figure, table};
use explanation::explain;
use parts::{Kind, Part};

/// Who chooses what the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chooser {
    /// Extraction, as for a click.
    Extraction,
    /// The smallest element that holds the expected text: measures the builder alone.
    Oracle,
}

/// What became of one page's parts.
struct Kept {
    id: String,
    expected: BTreeMap<Kind, usize>,
    lost: Vec<Part>,
    /// Why each was lost.
    why: Vec<String>,
}

/// Compares every set that has an `expected` folder; names what was lost when `names_losses`.
pub fn report(corpora: &[Corpus], chooser: Chooser, names_losses: bool, jobs: usize) -> Result<String> {
    let mut rows = vec![["set", "kind", "expected", "lost", "recall"].map(str::to_owned).to_vec()];
    let mut losses = Vec::new();
    for corpus in corpora.iter().filter(|corpus| corpus.dir.join("expected").is_dir()) {
        let pages = in_parallel(&corpus.truth, jobs, |truth| compare(corpus, truth, chooser))?;
        for kind in Kind::ALL {
            let expected: usize = pages.iter().filter_map(|page| page.expected.get(&kind)).sum();
            let lost = pages.iter().flat_map(|page| &page.lost).filter(|part| part.kind == kind).count();
            let recall = (expected > 0).then(|| 1.0 - lost as f64 / expected as f64);
            rows.push(vec![corpus.name.clone(), kind.name().to_owned(), expected.to_string(), lost.to_string(), figure(recall)]);
        }
        for page in pages {
            let named = page.lost.iter().zip(&page.why);
            losses.extend(named.map(|(part, why)| format!("{} {}: {} ({why})", page.id, part.kind.name(), part.key)));
        }
    }
    let losses = if names_losses { format!("\n\n{}", losses.join("\n")) } else { String::new() };
    Ok(table(&rows) + &losses)
}

fn compare(corpus: &Corpus, truth: &Truth, chooser: Chooser) -> Result<Kept> {
    let path = corpus.dir.join("html").join(&truth.id).with_added_extension("html");
    let html = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let html = train::decode::decode(html);
    // What the sets that give no address were read at.
    let url = truth.url.as_deref().unwrap_or("http://fakehost/test/page.html");
    let expected = expected::page(&corpus.dir.join("expected"), &truth.id)?;
    let (page, title, built) = match chooser {
        Chooser::Extraction => {
            let Reading { page, outcome, .. } = read(&html, url);
            let article = outcome.unwrap_or_default();
            (page, article.metadata.title, Built { blocks: article.blocks, notes: article.notes, trace: article.trace })
        }
        Chooser::Oracle => {
            let page = html::parse(&html);
            let (title, built) = by_oracle(&page, url, &expected);
            (page, title, built)
        }
    };
    let wanted = expected::parts(&expected, &title);
    let lost = wanted.lost_in(&built::parts(&built));
    let why = lost.iter().map(|part| explain(&page, &built.trace, part)).collect();
    Ok(Kept { id: truth.id.clone(), expected: wanted.counts(), lost, why })
}

fn by_oracle(page: &Page, url: &str, expected: &Page) -> (String, Built) {
    let title = lectern::metadata::metadata(page, url).title;
    let selection = oracle::selection(page, &expected.text_content(expected.body()));
    let context = article::Context { url, facts: &Facts::default(), title: &title, posts: &[] };
    let built = article::build(page, &selection, context);
    (title, built)
}

/// The last letters and digits: labels and numbers stand at the start of an item, and are not its text.
fn last_letters(text: &str) -> String {
    let all: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    all.iter().skip(all.len().saturating_sub(30)).collect()
}

/// Letters and digits in lower case, cut: enough to know a text by.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(60).collect()
}
