//! The boundary of the playground's module, beside that of the engine: a captured page, explained.

use js_sys::{Float32Array, JSON, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{Clock, decode, parse};
use crate::capture::{self, Facts};
use crate::extract::explain::{self, Explanation};
use crate::extract::select::{COSTS, Costs};

/// Explains a captured page: an `Explanation` of `www/src/explanation.ts`, or an `error` alone.
///
/// `costs` is what [`Explanation::costs`] was, with other numbers; undefined for those that ship.
#[wasm_bindgen(js_name = explainCapture)]
pub fn explain_capture(html: String, url: &str, facts: JsValue, options: JsValue, costs: JsValue) -> Option<JsValue> {
    let clock = Clock::start();
    let facts = decode::<Facts>(facts).ok()?.checked();
    let options = decode(options).ok()?;
    let costs = if costs.is_undefined() { COSTS } else { serde_wasm_bindgen::from_value::<Costs>(costs).ok()? };
    let page = parse(html).ok()?;
    let mut stages = Vec::new();
    let mut last = clock.last;
    let mut lap = |stage| {
        let now = clock.now();
        stages.push((stage, now - last));
        last = now;
    };
    lap("parse");
    let explanation = explain::explain(&page, url, &facts, &options, &costs, lap);
    let explained = Explained { explanation: &explanation, stages, elements: page.n_elements() };
    let value = JSON::parse(&serde_json::to_string(&explained).ok()?).ok()?;
    Reflect::set(&value, &"rows".into(), &Float32Array::from(explanation.rows.as_slice())).ok()?;
    Some(value)
}

/// An explanation, and how long it took.
#[derive(Serialize)]
struct Explained<'a> {
    #[serde(flatten)]
    explanation: &'a Explanation,
    /// Milliseconds of each stage.
    stages: Vec<(&'static str, f64)>,
    /// How many elements the page has.
    elements: usize,
}

/// The positions of the elements of a captured page whose layout facts [`explain_capture`] would like to have.
#[wasm_bindgen]
pub fn candidates(html: String) -> Vec<u32> {
    parse(html).map(|page| capture::candidates(&page)).unwrap_or_default()
}

/// How much each feature of a block speaks for it, in logits. `rows` are those of an explanation.
#[wasm_bindgen]
pub fn influences(rows: &[f32], index: usize) -> Vec<f32> {
    explain::influences(rows, index)
}
