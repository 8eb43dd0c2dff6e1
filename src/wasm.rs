//! The boundary: with `wasm/live.rs` the only file that knows a browser. [`read_live`] is for the content script,
//! [`CapturedPage`] for the background.
//!
//! Nothing here throws and nothing writes to the page: what goes wrong is an `error` in the [`Answer`].

#[cfg(feature = "explain")]
mod explain;
mod live;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use self::live::LiveDocument;
use crate::capture::{self, Facts};
use crate::extract::extract_page;
use crate::page::MAX_BYTES;
use crate::{Article, NotReadable, Options, Page};

/// Captures the page that this runs in, and reads it.
///
/// `options` is a `ReadOptions` of `extension/src/engine/engine.ts`, or undefined. Gives an [`Answer`].
#[wasm_bindgen(js_name = readLive)]
pub fn read_live(options: JsValue) -> JsValue {
    Answer::timed(|clock| {
        let options = decode(options)?;
        let document = LiveDocument::of_this_page().ok_or(Failure::NoDocument)?;
        let html = document.html().ok_or(Failure::NoDocument)?;
        clock.lap(|times| &mut times.capture);
        let mut page = parse(html)?;
        clock.lap(|times| &mut times.arena);
        let elements = document.elements(page.n_elements());
        if let Some(html) = elements.as_ref().and_then(|elements| document.html_with_shadow_roots(&page, elements)) {
            clock.lap(|times| &mut times.capture);
            page = parse(html)?;
            clock.lap(|times| &mut times.arena);
        }
        let facts = elements.map(|elements| document.facts(&page, &elements)).unwrap_or_default();
        clock.lap(|times| &mut times.capture);
        read(&page, &document.url(), &facts, &options, clock)
    })
}

/// A page that the content script captured, because the page's policy may keep WebAssembly out of it. It stays here
/// while the content script is asked for what layout knows.
#[wasm_bindgen]
pub struct CapturedPage {
    page: Result<Page, Failure>,
    arena: f64,
}

#[wasm_bindgen]
impl CapturedPage {
    /// A page from its serialised document.
    #[wasm_bindgen(constructor)]
    pub fn new(html: String) -> CapturedPage {
        let mut clock = Clock::start();
        let page = parse(html);
        clock.lap(|times| &mut times.arena);
        CapturedPage { page, arena: clock.times.arena }
    }

    /// The positions of the elements whose layout facts [`CapturedPage::read`] would like to have.
    pub fn candidates(&self) -> Vec<u32> {
        self.page.as_ref().map(capture::candidates).unwrap_or_default()
    }

    /// Reads the page.
    ///
    /// `facts` is a `Facts` of `extension/src/engine/capture.ts` and `options` a `ReadOptions`, or undefined. Gives an
    /// [`Answer`].
    pub fn read(self, url: String, facts: JsValue, options: JsValue) -> JsValue {
        Answer::timed(|clock| {
            clock.times.arena = self.arena;
            let (facts, options) = (decode::<Facts>(facts)?.checked(), decode(options)?);
            read(&self.page?, &url, &facts, &options, clock)
        })
    }
}

/// Whether a page is likely to be an article: the quick question, for a hint on pages that nobody has clicked on yet.
#[wasm_bindgen(js_name = isReadable)]
pub fn is_readable(html: String) -> bool {
    parse(html).is_ok_and(|page| crate::extract::readable::is_readable(&page))
}

fn parse(html: String) -> Result<Page, Failure> {
    if html.len() > MAX_BYTES {
        return Err(Failure::NotReadable(NotReadable::TooLarge));
    }
    Ok(Page::parse(html))
}

fn read(page: &Page, url: &str, facts: &Facts, options: &Options, clock: &mut Clock) -> Result<(Article, usize), Failure> {
    let article = extract_page(page, url, facts, options).map_err(Failure::NotReadable);
    clock.lap(|times| &mut times.extract);
    Ok((article?, page.n_elements()))
}

/// A value from TypeScript, checked; the default for undefined and null.
fn decode<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, Failure> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value).map_err(|_| Failure::BadRequest)
}

/// What crosses to TypeScript: `Outcome` in `extension/src/engine/engine.ts`, without where the engine runs.
#[derive(Default, Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Article>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Failure>,
    /// How many elements the article's element numbers count. When the live document lists another number, the
    /// numbers mean nothing there.
    elements: usize,
}

/// Why there is no article.
#[derive(Clone, Copy, Serialize)]
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

/// How long each stage took.
#[derive(Clone, Copy, Default)]
struct Milliseconds {
    /// The browser's part: serialising the document, and layout.
    capture: f64,
    arena: f64,
    extract: f64,
    /// Giving the answer to JavaScript.
    serialize: f64,
}

impl Answer {
    /// The answer of `read`, as a plain object.
    ///
    /// It goes over as JSON. Through serde-wasm-bindgen every string and property is a call of its own: for a long
    /// article (Wikipedia, 5,000 objects) on a fresh page 49 ms against 1.8 in Chromium, 8.9 against 1.7 in Firefox.
    fn timed(read: impl FnOnce(&mut Clock) -> Result<(Article, usize), Failure>) -> JsValue {
        let mut clock = Clock::start();
        let answer = match read(&mut clock) {
            Ok((article, elements)) => Answer { article: Some(article), elements, ..Answer::default() },
            Err(error) => Answer { error: Some(error), ..Answer::default() },
        };
        let json = serde_json::to_string(&answer).unwrap_or_default();
        let value = js_sys::JSON::parse(&json).unwrap_or_default();
        clock.lap(|times| &mut times.serialize);
        let Milliseconds { capture, arena, extract, serialize } = clock.times;
        let milliseconds = js_sys::Object::new();
        for (stage, took) in [("capture", capture), ("arena", arena), ("extract", extract), ("serialize", serialize)] {
            let _ = js_sys::Reflect::set(&milliseconds, &stage.into(), &took.into());
        }
        let _ = js_sys::Reflect::set(&value, &"milliseconds".into(), &milliseconds);
        value
    }
}

struct Clock {
    performance: Option<web_sys::Performance>,
    last: f64,
    times: Milliseconds,
}

impl Clock {
    fn start() -> Clock {
        let performance = js_sys::Reflect::get(&js_sys::global(), &"performance".into()).ok();
        let performance = performance.and_then(|performance| performance.dyn_into().ok());
        let mut clock = Clock { performance, last: 0.0, times: Milliseconds::default() };
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
