//! The boundary of the module that writes articles down and joins them. It is another module than the one that reads: no
//! click waits for it to be compiled.

use js_sys::{Map, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::article::{Article, join};
use crate::export::{Picture, Pictures, epub, html, markdown, text};

/// Writes an article down as `markdown`, `html`, `text` or `epub`; undefined where there is no such article or format.
///
/// `article` is JSON: what an `Answer` of `wasm.rs` carried, now or when it was kept by an older version. `images` are the
/// bytes of those that a page or a book carries with it, by their addresses: a `Map<string, Uint8Array>`, or undefined.
#[wasm_bindgen(js_name = writeArticle)]
pub fn write_article(article: &str, format: &str, images: Option<Map>) -> Option<Vec<u8>> {
    let article: Article = serde_json::from_str(article).ok()?;
    let written = match format {
        "markdown" => markdown::document(&article),
        "html" => html::document(&article, &pictures(images)),
        "text" => text::document(&article),
        "epub" => return epub::document(&article, &pictures(images)).ok(),
        _ => return None,
    };
    Some(written.into_bytes())
}

/// Those of the images that can be carried.
fn pictures(images: Option<Map>) -> Pictures {
    let mut pictures = Pictures::new();
    if let Some(images) = images {
        images.for_each(&mut |bytes, address| {
            let picture = bytes.dyn_into().ok().and_then(|bytes: Uint8Array| Picture::new(bytes.to_vec()));
            if let (Some(picture), Some(address)) = (picture, address.as_string()) {
                pictures.insert(address, picture);
            }
        });
    }
    pictures
}

/// The article with the page behind it, which stands at `url`; all are JSON. Undefined where one of them is no article.
#[wasm_bindgen(js_name = joinArticles)]
pub fn join_articles(article: &str, next: &str, url: &str) -> Option<String> {
    let (article, next) = (serde_json::from_str(article).ok()?, serde_json::from_str(next).ok()?);
    serde_json::to_string(&join(article, next, url)).ok()
}
