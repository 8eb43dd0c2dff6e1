//! The live document, seen from Rust. It is only read, and all of it before anything is written.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::DomRect;

use crate::Page;
use crate::capture::{ElementFacts, Facts, candidates};
use crate::page::{MAX_BYTES, NodeId, Tag};

/// The document that this runs in.
pub(super) struct LiveDocument {
    window: web_sys::Window,
    document: Document,
    root: Element,
}

/// The elements of the live document, numbered as the page numbers them.
pub(super) enum Elements {
    Listed(web_sys::HtmlCollection),
    Selected(web_sys::NodeList),
}

/// A script can put elements where a parser only sees text: into `noscript` most of all, with `DOMParser`. They are
/// listed, but no page has them. Without them the numbers agree again.
const OUTSIDE_RAW_TEXT: &str = ":not(:is(noscript, iframe, noembed, noframes, xmp, style, script, template) *)";

/// At most this many elements are asked for a shadow root, those inside other shadow roots included.
const MAX_HOSTS: u32 = 4000;

impl LiveDocument {
    pub(super) fn of_this_page() -> Option<LiveDocument> {
        let window = web_sys::window()?;
        let document: Document = JsValue::from(window.document()?).unchecked_into();
        let root = document.root().ok()??;
        Some(LiveDocument { window, document, root })
    }

    pub(super) fn url(&self) -> String {
        self.document.url().unwrap_or_default()
    }

    /// The document as a string; `None` when it cannot be had or is longer than what is read.
    pub(super) fn html(&self) -> Option<String> {
        let html = self.root.outer_html().ok()?;
        (html.length() as usize <= MAX_BYTES).then(|| html.into())
    }

    /// The elements that a page with so many elements was made of; `None` when no way of counting gives as many.
    pub(super) fn elements(&self, n_elements: usize) -> Option<Elements> {
        let listed = self.document.get_elements_by_tag_name("*").ok()?;
        if listed.length() as usize == n_elements {
            return Some(Elements::Listed(listed));
        }
        let selected = self.document.query_selector_all(OUTSIDE_RAW_TEXT).ok()?;
        (selected.length() as usize == n_elements).then_some(Elements::Selected(selected))
    }

    /// The document as a string with what its open shadow roots show; `None` when there are none.
    ///
    /// Only custom elements are asked for one, and what is inside their shadow roots: asking all elements would
    /// cost as much as the rest of the capture.
    pub(super) fn html_with_shadow_roots(&self, page: &Page, elements: &Elements) -> Option<String> {
        let is_custom = |id: NodeId| page.tag(id) == Tag::Unknown && page.name(id).contains('-');
        let custom = page.nodes().filter(|&id| is_custom(id)).filter_map(|id| page.element_index(id));
        let mut hosts: Vec<Element> = custom.take(MAX_HOSTS as usize).filter_map(|at| elements.get(at)).collect();
        let roots = Array::new();
        let mut n_asked = 0;
        while let Some(host) = hosts.pop().filter(|_| n_asked < MAX_HOSTS) {
            n_asked += 1;
            let Ok(Some(root)) = host.shadow_root() else { continue };
            if let Ok(inner) = root.query_selector_all("*") {
                let n_inner = inner.length().min(MAX_HOSTS - n_asked);
                hosts.extend((0..n_inner).filter_map(|at| inner.item(at)).map(JsCast::unchecked_into));
            }
            roots.push(&root);
        }
        if roots.length() == 0 {
            return None;
        }
        let options = Object::new();
        Reflect::set(&options, &"shadowRoots".into(), &roots).ok()?;
        let inner = self.root.get_html(&options).ok()?;
        if inner.length() as usize > MAX_BYTES {
            return None;
        }
        // `getHTML` leaves the element itself out; an empty copy of it has its tags.
        let empty: Element = self.root.unchecked_ref::<web_sys::Node>().clone_node().ok()?.unchecked_into();
        let mut html = String::from(empty.outer_html().ok()?);
        let end = html.rfind("</")?;
        html.insert_str(end, &String::from(inner));
        Some(html)
    }

    /// What layout knows of the page's candidates.
    pub(super) fn facts(&self, page: &Page, elements: &Elements) -> Facts {
        let (scroll_x, scroll_y) = (self.window.scroll_x().unwrap_or_default(), self.window.scroll_y().unwrap_or_default());
        let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default() as f32;
        let options = Object::new();
        // Words in a menu are often laid out, but not visible. An opacity of 0 may be the start of an animation.
        let _ = Reflect::set(&options, &"visibilityProperty".into(), &true.into());
        let ask = |element: u32| {
            let live = elements.get(element)?;
            let visible = live.check_visibility(&options).ok()?;
            let rect = live.rect().ok()?;
            let image = live.dyn_ref::<web_sys::HtmlImageElement>();
            Some(ElementFacts {
                element,
                visible,
                rect: [rect.x() + scroll_x, rect.y() + scroll_y, rect.width(), rect.height()].map(|each| each as f32),
                font_size: 0.0,
                current_src: image.map(web_sys::HtmlImageElement::current_src).unwrap_or_default(),
            })
        };
        let facts = Facts {
            viewport_width: number(self.window.inner_width()),
            pixel_ratio: self.window.device_pixel_ratio() as f32,
            elements: candidates(page).into_iter().filter_map(ask).collect(),
        };
        facts.checked()
    }
}

impl Elements {
    fn get(&self, element: u32) -> Option<Element> {
        let element = match self {
            Elements::Listed(all) => JsValue::from(all.item(element)?),
            Elements::Selected(all) => JsValue::from(all.item(element)?),
        };
        Some(element.unchecked_into())
    }
}

// A form or a document can be made to hide its own properties behind elements of those names. `final` takes each one
// from its prototype instead. The rest of the DOM is web-sys's.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type Document;
    #[wasm_bindgen(method, getter, final, catch, js_name = documentElement)]
    fn root(this: &Document) -> Result<Option<Element>, JsValue>;
    #[wasm_bindgen(method, getter, final, catch, js_name = URL)]
    fn url(this: &Document) -> Result<String, JsValue>;
    #[wasm_bindgen(method, final, catch, js_name = getElementsByTagName)]
    fn get_elements_by_tag_name(this: &Document, name: &str) -> Result<web_sys::HtmlCollection, JsValue>;
    #[wasm_bindgen(method, final, catch, js_name = querySelectorAll)]
    fn query_selector_all(this: &Document, selector: &str) -> Result<web_sys::NodeList, JsValue>;

    #[wasm_bindgen(extends = Object)]
    type Element;
    #[wasm_bindgen(method, getter, final, catch, js_name = outerHTML)]
    fn outer_html(this: &Element) -> Result<JsString, JsValue>;
    #[wasm_bindgen(method, final, catch, js_name = getHTML)]
    fn get_html(this: &Element, options: &Object) -> Result<JsString, JsValue>;
    #[wasm_bindgen(method, getter, final, catch, js_name = shadowRoot)]
    fn shadow_root(this: &Element) -> Result<Option<web_sys::ShadowRoot>, JsValue>;
    #[wasm_bindgen(method, final, catch, js_name = checkVisibility)]
    fn check_visibility(this: &Element, options: &Object) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, final, catch, js_name = getBoundingClientRect)]
    fn rect(this: &Element) -> Result<DomRect, JsValue>;
}
