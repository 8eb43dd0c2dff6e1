//! `predict`: what the native core makes of a folder of pages, one JSON line a page.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use lectern::export;
use serde::{Deserialize, Serialize};

use crate::parallel::in_parallel;
use crate::reading::{Reading, read};
use crate::set;

/// Run the native core over DIR/html/*.html and write one JSON line a page.
#[derive(clap::Args)]
pub struct Args {
    /// Folder with `html/<id>.html`; addresses are read from `url` in its `truth.jsonl`, where there is one.
    #[arg(long = "in", value_name = "DIR")]
    input: PathBuf,
    /// File to write.
    #[arg(long, value_name = "FILE.jsonl")]
    out: PathBuf,
    /// Add the article as the exporter writes it.
    #[arg(long)]
    html: bool,
    /// Pages read at a time. More than one disturbs the times.
    #[arg(long, value_name = "N", default_value_t = 1)]
    jobs: usize,
}

/// One line of the output.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    /// The page's name in its set.
    pub id: String,
    /// The article's text, a newline between blocks; empty only when there is nothing to show.
    #[serde(default)]
    pub text: String,
    /// The title; empty when unknown.
    #[serde(default)]
    pub title: String,
    /// The authors, separated by ", "; empty when unknown.
    #[serde(default)]
    pub author: String,
    /// When it was published; empty when unknown.
    #[serde(default)]
    pub date: String,
    /// Language tag; empty when unknown.
    #[serde(default)]
    pub lang: String,
    /// The article as HTML, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// Whether the page was judged to be an article.
    #[serde(default)]
    pub readable: bool,
    /// Milliseconds of parsing and extraction.
    #[serde(default)]
    pub ms: f64,
    /// Why there is nothing to show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// The command.
pub fn run(args: &Args) -> Result<()> {
    let predictions = predict(args)?;
    if let Some(folder) = args.out.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(&args.out).with_context(|| format!("cannot write {}", args.out.display()))?;
    let mut out = BufWriter::new(file);
    for prediction in &predictions {
        serde_json::to_writer(&mut out, prediction)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    println!("{} pages -> {}", predictions.len(), args.out.display());
    Ok(())
}

fn predict(args: &Args) -> Result<Vec<Prediction>> {
    let pages = set::pages(&args.input)?;
    let addresses = set::addresses(&args.input)?;
    in_parallel(&pages, args.jobs, |page| {
        let url = addresses.get(&page.id).map_or("", String::as_str);
        let reading = read(&page.read()?, url);
        let article = reading.outcome.as_ref().ok().filter(|_| args.html);
        let html = article.map(|article| export::html::document(article, &export::Pictures::new()));
        Ok(Prediction { html, ..Prediction::new(&page.id, &reading) })
    })
}

impl Prediction {
    /// The line for the page `id`.
    pub fn new(id: &str, reading: &Reading) -> Prediction {
        let base = Prediction { id: id.to_owned(), ms: (reading.ms * 1e3).round() / 1e3, ..Prediction::default() };
        let article = match &reading.outcome {
            Err(reason) => return Prediction { error: Some(reason.to_string()), ..base },
            Ok(article) => article,
        };
        let metadata = &article.metadata;
        let text = export::text::article_text(article);
        Prediction {
            error: text.trim().is_empty().then(|| "The article has no text.".to_owned()),
            text,
            title: metadata.title.clone(),
            author: metadata.byline.join(", "),
            date: metadata.published.clone().or_else(|| metadata.modified.clone()).unwrap_or_default(),
            lang: metadata.lang.clone().unwrap_or_default(),
            readable: article.readable,
            ..base
        }
    }
}
