//! The boundary of the module that writes articles down and joins them. It is another module than the one that reads: no
//! click waits for it to be compiled.

use wasm_bindgen::prelude::*;

use crate::article::{Article, join};
use crate::export::{Resources, epub, html, markdown, text};

/// Writes an article down as `markdown`, `html`, `text` or `epub`; undefined where there is no such article or format.
///
/// `article` is JSON: what an `Answer` of `wasm.rs` carried, now or when it was kept by an older version.
#[wasm_bindgen(js_name = writeArticle)]
pub fn write_article(article: &str, format: &str) -> Option<Vec<u8>> {
    let article: Article = serde_json::from_str(article).ok()?;
    let written = match format {
        "markdown" => markdown::document(&article),
        "html" => html::document(&article, &Resources::new()),
        "text" => text::document(&article),
        // Images stay where they are: the book has links to them.
        "epub" => return epub::document(&article, &Resources::new()).ok(),
        _ => return None,
    };
    Some(written.into_bytes())
}

/// The article with the page behind it, which stands at `url`; all are JSON. Undefined where one of them is no article.
#[wasm_bindgen(js_name = joinArticles)]
pub fn join_articles(article: &str, next: &str, url: &str) -> Option<String> {
    let (article, next) = (serde_json::from_str(article).ok()?, serde_json::from_str(next).ok()?);
    serde_json::to_string(&join(article, next, url)).ok()
}
