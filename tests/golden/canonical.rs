//! A page as a browser serializes it: the algorithm of `outerHTML`
//! (<https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments>).

use lectern::page::{NodeId, Page};

/// The whole document.
pub fn serialize(page: &Page) -> String {
    let mut out = String::new();
    let mut open: Vec<NodeId> = Vec::new();
    for node in page.nodes() {
        close_until(page, &mut out, &mut open, node);
        if page.is_text(node) {
            let raw = page.parent(node).is_some_and(|parent| RAW.contains(&page.name(parent)));
            out.push_str(&if raw { page.text(node).to_owned() } else { escape(page.text(node), false) });
            continue;
        }
        out.push_str(&format!("<{}", page.name(node)));
        for (name, value) in page.attrs(node) {
            out.push_str(&format!(" {name}=\"{}\"", escape(value, true)));
        }
        out.push('>');
        if !VOID.contains(&page.name(node)) {
            open.push(node);
        }
    }
    close_until(page, &mut out, &mut open, page.end(page.root()));
    out
}

/// Closes the open elements that end before `node`.
fn close_until(page: &Page, out: &mut String, open: &mut Vec<NodeId>, node: NodeId) {
    while let Some(ended) = open.pop_if(|element| page.end(*element) <= node) {
        out.push_str(&format!("</{}>", page.name(ended)));
    }
}

fn escape(text: &str, in_attribute: bool) -> String {
    let text = text.replace('&', "&amp;").replace('\u{a0}', "&nbsp;").replace('<', "&lt;").replace('>', "&gt;");
    if in_attribute { text.replace('"', "&quot;") } else { text }
}

const VOID: [&str; 16] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr",
];
const RAW: [&str; 8] = ["style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript"];
