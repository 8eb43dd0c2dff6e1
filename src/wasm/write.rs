//! The boundary of the module that only writes articles down. It is another module than the one that reads: no click
//! waits for it to be compiled.

use wasm_bindgen::prelude::*;

use crate::Article;
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
