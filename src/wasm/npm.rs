//! The boundary of the npm package, beside that of `write.rs`: files are read here, as the native crate reads them.

use wasm_bindgen::prelude::*;

use crate::{Options, extract, is_readable};

/// The article of a document as JSON, or the name of a `NotReadable` in quotes.
///
/// # Errors
///
/// A sentence, where `options` is JSON of something else.
#[wasm_bindgen(js_name = readDocument)]
pub fn read_document(html: &str, url: &str, options: &str) -> Result<String, JsError> {
    let options: Options = serde_json::from_str(options)?;
    let json = match extract(html, url, &options) {
        Ok(article) => serde_json::to_string(&article)?,
        Err(reason) => serde_json::to_string(&reason)?,
    };
    Ok(json)
}

/// Whether a document is likely to be an article: cheap enough to ask of every page.
#[wasm_bindgen(js_name = isReadable)]
pub fn offers_reading(html: &str) -> bool {
    is_readable(html)
}
