//! Markdown: CommonMark with GitHub's tables, footnotes, task lists and alerts, and TeX between dollar signs.
//!
//! What Markdown has no sign for is written as the HTML that CommonMark allows in it. A CommonMark parser gives
//! back the article's text (`tests/markdown.rs` holds this).

mod blocks;
mod escape;
mod inlines;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, Block, Note};

/// A whole article: front matter in YAML, the title as heading, the standfirst, the body and the notes.
pub fn document(article: &Article) -> String {
    let mut out = front_matter(article);
    if !article.metadata.title.is_empty() {
        out.push_str("\n# ");
        out.push_str(&escape::heading(&escape::text(&article.metadata.title, escape::Place::default())));
        out.push('\n');
    }
    if let Some(standfirst) = &article.metadata.standfirst {
        out.push('\n');
        out.push_str(&escape::text(standfirst, escape::Place::default()));
        out.push('\n');
    }
    let body = fragment(&article.blocks, &article.notes);
    if !body.is_empty() {
        out.push('\n');
        out.push_str(&body);
    }
    out
}

/// The blocks and, behind them, the notes.
pub fn fragment(blocks: &[Block], notes: &[Note]) -> String {
    let writer = Writer { labels: labels(notes) };
    let mut parts = vec![writer.blocks(blocks)];
    for note in notes {
        let label = writer.labels.get(note.id.as_str()).map_or("", String::as_str);
        let text = writer.blocks(&note.blocks);
        parts.push(format!("[^{label}]: {}", blocks::indented(&escape::note(text), "    ")));
    }
    let mut out = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Writes the tree as Markdown.
struct Writer<'a> {
    /// What each note is called, by its id.
    labels: BTreeMap<&'a str, String>,
}

/// Names for the notes: their own labels where those are plain and differ, numbers otherwise.
fn labels(notes: &[Note]) -> BTreeMap<&str, String> {
    let own: BTreeSet<&str> = notes.iter().map(|note| note.label.as_str()).filter(|label| is_plain(label)).collect();
    let keeps_own = own.len() == notes.len();
    let numbered = notes.iter().enumerate();
    numbered.map(|(at, note)| (note.id.as_str(), if keeps_own { note.label.clone() } else { (at + 1).to_string() })).collect()
}

fn is_plain(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// What is known about the article. JSON strings are YAML strings.
fn front_matter(article: &Article) -> String {
    let metadata = &article.metadata;
    let mut out = String::from("---\n");
    let mut field = |name: &str, value: Option<serde_json::Value>| {
        if let Some(value) = value {
            // A reader that knows no front matter takes it for text, and lets markup through.
            let value = value.to_string().replace('<', "\\u003c").replace("](", "]\\u0028");
            out.push_str(&format!("{name}: {value}\n"));
        }
    };
    let list = |items: &[String]| (!items.is_empty()).then(|| items.into());
    field("title", (!metadata.title.is_empty()).then(|| metadata.title.as_str().into()));
    field("author", list(&metadata.byline));
    field("published", metadata.published.as_deref().map(Into::into));
    field("modified", metadata.modified.as_deref().map(Into::into));
    field("site", metadata.site_name.as_deref().map(Into::into));
    field("source", metadata.canonical.as_deref().map(Into::into));
    field("lang", metadata.lang.as_deref().map(Into::into));
    field("description", metadata.excerpt.as_deref().map(Into::into));
    field("tags", list(&metadata.tags));
    out.push_str("---\n");
    out
}
