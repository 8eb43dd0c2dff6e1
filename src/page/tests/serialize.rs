//! Writes a page as browsers do, for tests and fuzzing: the canonical form that the tokenizer reads.

use crate::page::{NodeId, Page};

/// The page as `outerHTML` has it. A document's made-up elements become real ones.
pub fn serialize(page: &Page) -> String {
    let mut out = String::new();
    let mut open: Vec<NodeId> = Vec::new();
    for id in page.nodes() {
        while let Some(&last) = open.last().filter(|&&last| page.end(last) <= id) {
            close(page, last, &mut out);
            open.pop();
        }
        if page.is_text(id) {
            // A comment stood between two texts, or they would be one.
            if page.previous_sibling(id).is_some_and(|previous| page.is_text(previous)) {
                out.push_str("<!---->");
            }
            let is_raw = page.parent(id).is_some_and(|parent| page.tag(parent).is_raw_text());
            if is_raw {
                out.push_str(page.text(id))
            } else {
                escape(page.text(id), false, &mut out)
            }
            continue;
        }
        out.push('<');
        out.push_str(page.name(id));
        for (name, value) in page.attrs(id) {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, true, &mut out);
            out.push('"');
        }
        out.push('>');
        if !page.tag(id).is_void() {
            open.push(id);
        }
    }
    while let Some(last) = open.pop() {
        close(page, last, &mut out);
    }
    out
}

fn close(page: &Page, id: NodeId, out: &mut String) {
    out.push_str("</");
    out.push_str(page.name(id));
    out.push('>');
}

/// <https://html.spec.whatwg.org/multipage/parsing.html#escapingString>
fn escape(text: &str, in_attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if in_attribute => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// Where two pages differ first, in words; `None` when they are the same page.
pub fn difference(a: &Page, b: &Page) -> Option<String> {
    for id in a.nodes() {
        let describe = |page: &Page| {
            if id.index() >= page.len() {
                return "nothing".to_owned();
            }
            let attrs: Vec<_> = page.attrs(id).collect();
            let parent = page.parent(id);
            format!(
                "{id:?} {:?} <{}> {attrs:?} {:?} below {parent:?}, element {:?}",
                page.tag(id),
                page.name(id),
                page.text(id),
                page.element_index(id)
            )
        };
        let (in_a, in_b) = (describe(a), describe(b));
        if in_a != in_b {
            return Some(format!("{in_a}\n   instead of {in_b}"));
        }
    }
    let end = a.nodes().find(|&id| a.end(id) != b.end(id)).map(|id| format!("{id:?} ends elsewhere"));
    end.or((a.len() != b.len()).then(|| format!("{} nodes instead of {}", a.len(), b.len())))
}
