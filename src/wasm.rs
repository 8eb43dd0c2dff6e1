//! The boundary: the only file that knows a browser. Two functions, one for each place the engine runs in.
//!
//! Both answer with `{ article, milliseconds, … }` or `{ error, milliseconds, … }`, never with an exception, and
//! neither writes to the page.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::capture::{Capture, Facts};
use crate::extract::extract_page;
use crate::{Article, NotReadable, Options, Page};

/// Captures the page that this runs in, and reads it: for the content script.
///
/// `options` is a `ReadOptions` of `extension/src/engine/engine.ts`, or undefined.
#[wasm_bindgen(js_name = readLive)]
pub fn read_live(options: JsValue) -> JsValue {
    let mut clock = Clock::start();
    let options = match decode::<Options>(options) {
        Ok(options) => options,
        Err(error) => return Answer::error(error, clock).into_js(),
    };
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Answer::error(Failure::NoDocument, clock).into_js();
    };
    let html = document.document_element().map(|root| root.outer_html()).unwrap_or_default();
    let url = document.url().unwrap_or_default();
    clock.lap(|times| &mut times.capture);
    let n_live = document.get_elements_by_tag_name("*").length();
    let answer = read(Capture { html, url, facts: Facts::default() }, &options, clock, Some(n_live));
    answer.into_js()
}

/// Reads a page that the content script captured: for the background, where the page's policy keeps WebAssembly
/// out of it.
///
/// `facts` is a `Facts` and `options` a `ReadOptions`, or undefined.
#[wasm_bindgen(js_name = readCapture)]
pub fn read_capture(html: String, url: String, facts: JsValue, options: JsValue) -> JsValue {
    let clock = Clock::start();
    let answer = match (decode::<Facts>(facts), decode::<Options>(options)) {
        (Ok(facts), Ok(options)) => read(Capture { html, url, facts: facts.in_order() }, &options, clock, None),
        (Err(error), _) | (_, Err(error)) => Answer::error(error, clock),
    };
    answer.into_js()
}

/// Runs the stages. `n_live` is how many elements the live document lists, where it is known.
fn read(capture: Capture, options: &Options, mut clock: Clock, n_live: Option<u32>) -> Answer {
    let Capture { html, url, facts } = capture;
    if html.len() > crate::page::MAX_BYTES {
        return Answer::error(Failure::NotReadable(NotReadable::TooLarge), clock);
    }
    let page = Page::parse(html);
    clock.lap(|times| &mut times.arena);
    let numbering = match n_live {
        Some(n_live) if n_live as usize != page.n_elements() => Numbering::Unknown,
        _ => Numbering::Listed,
    };
    let result = extract_page(&page, &url, &facts, options);
    clock.lap(|times| &mut times.extract);
    match result {
        Ok(article) => Answer { article: Some(article), numbering, ..Answer::new(clock) },
        Err(reason) => Answer { numbering, ..Answer::error(Failure::NotReadable(reason), clock) },
    }
}

/// What crosses to TypeScript: `Outcome` in `extension/src/engine/engine.ts`.
#[derive(Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Article>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Failure>,
    numbering: Numbering,
    milliseconds: Milliseconds,
    #[serde(skip)]
    clock: Clock,
}

impl Answer {
    fn new(clock: Clock) -> Answer {
        let milliseconds = Milliseconds::default();
        Answer { article: None, error: None, numbering: Numbering::Listed, milliseconds, clock }
    }

    fn error(error: Failure, clock: Clock) -> Answer {
        Answer { error: Some(error), ..Answer::new(clock) }
    }

    fn into_js(mut self) -> JsValue {
        self.milliseconds = self.clock.times;
        // Plain objects, and `null` for `None`: what `JSON.parse` would give.
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        let value = self.serialize(&serializer).unwrap_or(JsValue::NULL);
        self.clock.lap(|times| &mut times.serialize);
        let times = self.clock.times.serialize.into();
        if let Ok(milliseconds) = js_sys::Reflect::get(&value, &"milliseconds".into()) {
            let _ = js_sys::Reflect::set(&milliseconds, &"serialize".into(), &times);
        }
        value
    }
}

/// Why there is no article.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Failure {
    /// The caller passed something that is no `ReadOptions` or no `Facts`.
    BadRequest,
    /// There is no document where this runs.
    NoDocument,
    /// The page could not be read.
    #[serde(untagged)]
    NotReadable(NotReadable),
}

/// What the numbers of elements in an article mean.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Numbering {
    /// Positions in `document.getElementsByTagName('*')`.
    Listed,
    /// Nothing: the live document has another number of elements than its serialisation has start tags.
    Unknown,
}

/// How long each stage took.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Milliseconds {
    capture: f64,
    arena: f64,
    extract: f64,
    serialize: f64,
}

struct Clock {
    performance: Option<web_sys::Performance>,
    last: f64,
    times: Milliseconds,
}

impl Clock {
    fn start() -> Clock {
        let performance = js_sys::Reflect::get(&js_sys::global(), &"performance".into()).ok();
        let mut clock =
            Clock { performance: performance.and_then(|each| each.dyn_into().ok()), last: 0.0, times: Milliseconds::default() };
        clock.last = clock.now();
        clock
    }

    /// Ends a stage.
    fn lap(&mut self, stage: impl FnOnce(&mut Milliseconds) -> &mut f64) {
        let now = self.now();
        *stage(&mut self.times) += now - self.last;
        self.last = now;
    }

    fn now(&self) -> f64 {
        self.performance.as_ref().map_or(0.0, web_sys::Performance::now)
    }
}

/// A value from TypeScript, checked; the default for undefined and null.
fn decode<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, Failure> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value).map_err(|_| Failure::BadRequest)
}
