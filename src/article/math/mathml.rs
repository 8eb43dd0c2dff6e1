//! Reads MathML: known elements and attributes, and the TeX that it carries.

use super::Found;
use crate::article::block::{Math, MathNode};
use crate::page::{NodeId, Page, Tag};

/// Formulas nested deeper than this keep their characters and lose their form.
const MAX_DEPTH: u32 = 40;

/// Presentation MathML Core and the few elements beyond it that are in use.
const ELEMENTS: [&str; 28] = [
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "mspace",
    "mfrac",
    "msqrt",
    "mroot",
    "mstyle",
    "merror",
    "mpadded",
    "mphantom",
    "menclose",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "none",
    "mtable",
    "mtr",
    "mtd",
];

/// Attributes that change what a formula says or how its parts stand. Colors and sizes are the reader's.
const ATTRIBUTES: [&str; 31] = [
    "accent",
    "accentunder",
    "align",
    "columnalign",
    "columnlines",
    "columnspacing",
    "columnspan",
    "depth",
    "dir",
    "displaystyle",
    "fence",
    "form",
    "frame",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "rowalign",
    "rowlines",
    "rowspacing",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "voffset",
];

/// Whether an element of this name may be in a formula.
pub(crate) fn is_element(name: &str) -> bool {
    ELEMENTS.contains(&name)
}

/// Whether an attribute of this name may be on it.
pub(crate) fn is_attribute(name: &str) -> bool {
    ATTRIBUTES.contains(&name)
}

/// Reads a `math` element.
pub(super) fn read(page: &Page, math: NodeId) -> Found {
    let is_display = page.attr(math, "display") == Some("block") || page.attr(math, "mode") == Some("display");
    let tree = node(page, math, 0);
    let has_content = tree.as_ref().is_some_and(|tree| !tree.children.is_empty());
    Found { math: Math { tree: tree.filter(|_| has_content), tex: tex(page, math), ..Math::default() }, is_display }
}

/// The TeX that a `math` element carries: an annotation, or its alternative text.
fn tex(page: &Page, math: NodeId) -> Option<String> {
    let is_tex = |each: &NodeId| {
        page.name(*each) == "annotation" && page.attr(*each, "encoding").is_some_and(|encoding| encoding.contains("tex"))
    };
    let annotation = page.descendants(math).find(is_tex).map(|each| page.text_content(each));
    let stated = ["data-latex", "alttext"].iter().filter_map(|name| page.attr(math, name)).find(|text| !text.is_empty());
    let tex = annotation.or(stated.map(str::to_owned))?;
    Some(tex.trim().to_owned()).filter(|tex| !tex.is_empty())
}

/// One element and what is in it. `None` for what has no place in a formula.
fn node(page: &Page, id: NodeId, depth: u32) -> Option<MathNode> {
    let name = page.name(id).rsplit(':').next().unwrap_or_default();
    match name {
        "annotation" | "annotation-xml" | "script" | "style" => return None,
        _ if depth >= MAX_DEPTH => return Some(token("mtext", &page.text_content(id))),
        "semantics" | "maction" => return first_child(page, id, depth),
        "mfenced" => return Some(fenced(page, id, depth)),
        "mlabeledtr" => return Some(row_without_label(page, id, depth)),
        _ => {}
    }
    if !is_element(name) {
        // An unknown element counts as its content.
        let children = children(page, id, depth);
        return Some(MathNode { name: "mrow".to_owned(), children, ..MathNode::default() });
    }
    if is_token(name) {
        return Some(MathNode { attrs: attributes(page, id), ..token(name, &page.text_content(id)) });
    }
    Some(MathNode {
        name: name.to_owned(),
        attrs: attributes(page, id),
        children: children(page, id, depth),
        ..MathNode::default()
    })
}

fn children(page: &Page, id: NodeId, depth: u32) -> Vec<MathNode> {
    let mut out = Vec::new();
    for child in page.children(id) {
        if page.tag(child) != Tag::Text {
            out.extend(node(page, child, depth + 1));
        } else if !page.text(child).trim().is_empty() {
            out.push(token("mtext", page.text(child)));
        }
    }
    out
}

fn first_child(page: &Page, id: NodeId, depth: u32) -> Option<MathNode> {
    let child = page.children(id).find(|child| !page.is_text(*child))?;
    node(page, child, depth + 1)
}

/// `mfenced` is no longer drawn by browsers: its fences become operators.
fn fenced(page: &Page, id: NodeId, depth: u32) -> MathNode {
    let separators = page.attr(id, "separators").unwrap_or(",");
    let mut children = vec![token("mo", page.attr(id, "open").unwrap_or("("))];
    for (at, child) in page.children(id).filter(|child| !page.is_text(*child)).enumerate() {
        if let Some(separator) = at.checked_sub(1).and_then(|at| separators.chars().nth(at).or(separators.chars().last())) {
            children.push(token("mo", separator.encode_utf8(&mut [0; 4])));
        }
        children.extend(node(page, child, depth + 1));
    }
    children.push(token("mo", page.attr(id, "close").unwrap_or(")")));
    MathNode { name: "mrow".to_owned(), children, ..MathNode::default() }
}

fn row_without_label(page: &Page, id: NodeId, depth: u32) -> MathNode {
    let children = children(page, id, depth).into_iter().skip(1).collect();
    MathNode { name: "mtr".to_owned(), children, ..MathNode::default() }
}

/// A token: text with its white space collapsed.
pub(super) fn token(name: &str, text: &str) -> MathNode {
    let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    MathNode { name: name.to_owned(), text, ..MathNode::default() }
}

pub(super) fn is_token(name: &str) -> bool {
    matches!(name, "mi" | "mn" | "mo" | "ms" | "mtext")
}

fn attributes(page: &Page, id: NodeId) -> Vec<(String, String)> {
    let is_plain = |value: &str| value.len() <= 64 && value.chars().all(|c| c.is_ascii_alphanumeric() || " .%+-#".contains(c));
    let known = page.attrs(id).filter(|(name, value)| is_attribute(name) && is_plain(value));
    known.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
