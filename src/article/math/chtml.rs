//! Reads what MathJax 3 and 4 draw: the MathML they add for screen readers, or else the drawing itself, whose elements
//! are named after MathML's (`mjx-mfrac`, or `g data-mml-node="mfrac"` in SVG).

use super::{Found, mathml, tex};
use crate::article::block::{Math, MathNode};
use crate::page::{NodeId, Page, Tag};

/// Formulas nested deeper than this lose what is below.
const MAX_DEPTH: u32 = 60;

/// Reads an `mjx-container`.
pub(super) fn read(page: &Page, container: NodeId) -> Found {
    let is_display = matches!(page.attr(container, "display"), Some("true" | "block"));
    let latex = page.subtree(container).take(6).find_map(|node| page.attr(node, "data-latex")).map(str::to_owned);
    if let Some(math) = page.descendants(container).find(|node| page.tag(*node) == Tag::Math) {
        let mut found = mathml::read(page, math);
        found.math.tex = found.math.tex.or(latex);
        return Found { is_display: found.is_display || is_display, ..found };
    }
    let drawn = page.descendants(container).find(|node| kind(page, *node) == Some("math"));
    let tree = drawn.map(|math| MathNode { name: "math".to_owned(), children: contents(page, math, 0), ..MathNode::default() });
    let tree = tree.filter(|tree| !tree.children.is_empty());
    Found { math: Math { tree, tex: latex, ..Math::default() }, is_display }
}

/// The MathML element that a drawn element stands for.
fn kind(page: &Page, node: NodeId) -> Option<&str> {
    if let Some(kind) = page.attr(node, "data-mml-node") {
        return Some(kind);
    }
    page.name(node).strip_prefix("mjx-").filter(|name| *name == "math" || *name == "texatom" || KINDS.contains(name))
}

const KINDS: [&str; 24] = [
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
    "mpadded",
    "mphantom",
    "menclose",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mtable",
    "mtr",
    "mtd",
    "merror",
];

/// The MathML of the drawn elements inside `node`.
fn contents(page: &Page, node: NodeId, depth: u32) -> Vec<MathNode> {
    parts(page, node).into_iter().filter_map(|part| element(page, part, depth + 1)).collect()
}

/// The nearest elements below `node` that stand for MathML, in order.
fn parts(page: &Page, node: NodeId) -> Vec<NodeId> {
    let mut parts = Vec::new();
    let mut nodes = page.descendants(node);
    while let Some(each) = nodes.next() {
        if kind(page, each).is_some() {
            parts.push(each);
            nodes.skip_to(page.end(each));
        }
    }
    parts
}

fn element(page: &Page, node: NodeId, depth: u32) -> Option<MathNode> {
    let name = kind(page, node)?;
    if depth > MAX_DEPTH || name == "mspace" {
        return None;
    }
    if mathml::is_token(name) {
        let text: String = characters(page, node).chars().map(upright).collect();
        return Some(mathml::token(name, &text));
    }
    let children = match name {
        "mfrac" => sides(page, node, &["mjx-num", "mjx-den"], depth),
        "msub" | "msup" => sides(page, node, &["", "mjx-script"], depth),
        "mover" => sides(page, node, &["mjx-base", "mjx-over"], depth),
        "munder" => sides(page, node, &["mjx-base", "mjx-under"], depth),
        "munderover" => sides(page, node, &["mjx-base", "mjx-under", "mjx-over"], depth),
        "msqrt" => sides(page, node, &["mjx-box"], depth),
        "mroot" => sides(page, node, &["mjx-box", "mjx-root"], depth),
        // In a pair of scripts the upper is drawn first.
        "msubsup" => sides(page, node, &["", "mjx-script"], depth).map(|mut all| {
            if let Some(MathNode { children, .. }) = all.get_mut(1).filter(|script| script.children.len() == 2) {
                let (upper, lower) = (children.pop(), children.pop());
                all.truncate(1);
                all.extend(upper.into_iter().chain(lower));
            }
            all
        }),
        _ => None,
    };
    let name = if matches!(name, "texatom" | "TeXAtom" | "mstyle") { "mrow" } else { name };
    let children = children.unwrap_or_else(|| contents(page, node, depth));
    Some(MathNode { name: name.to_owned(), children, ..MathNode::default() })
}

/// The parts of an element in MathML's order, by the boxes they are drawn in; an empty name is what is in no box.
/// `None` for a drawing without boxes (SVG), whose order is MathML's already.
fn sides(page: &Page, node: NodeId, boxes: &[&str], depth: u32) -> Option<Vec<MathNode>> {
    let named = boxes.iter().filter(|name| !name.is_empty());
    let found: Vec<(&str, NodeId)> = named.filter_map(|name| Some((*name, box_named(page, node, name)?))).collect();
    if found.is_empty() {
        return None;
    }
    let sides = boxes.iter().map(|name| match found.iter().find(|(each, _)| each == name) {
        Some((_, place)) => one(contents(page, *place, depth)),
        None => {
            let is_outside = |part: &NodeId| !found.iter().any(|(_, place)| page.is_inside(*part, *place));
            one(parts(page, node).into_iter().filter(is_outside).filter_map(|part| element(page, part, depth + 1)).collect())
        }
    });
    Some(sides.collect())
}

/// The first box of this name that belongs to `node` and not to a part of it.
fn box_named(page: &Page, node: NodeId, name: &str) -> Option<NodeId> {
    let mut nodes = page.descendants(node);
    while let Some(each) = nodes.next() {
        if page.name(each) == name {
            return Some(each);
        }
        let is_part = kind(page, each).is_some_and(|kind| !(kind == "munder" && page.name(node) == "mjx-munderover"));
        let is_other_box =
            matches!(page.name(each), "mjx-num" | "mjx-den" | "mjx-script" | "mjx-over" | "mjx-under" | "mjx-base");
        if is_part || is_other_box {
            nodes.skip_to(page.end(each));
        }
    }
    None
}

/// Several nodes as one.
fn one(mut nodes: Vec<MathNode>) -> MathNode {
    match (nodes.len(), nodes.pop()) {
        (1, Some(node)) => node,
        (_, last) => {
            nodes.extend(last);
            MathNode { name: "mrow".to_owned(), children: nodes, ..MathNode::default() }
        }
    }
}

/// The characters of a token: written out, or named by the class or attribute of the glyphs drawn.
fn characters(page: &Page, node: NodeId) -> String {
    let mut out = String::new();
    for each in page.descendants(node) {
        if page.is_text(each) {
            out.push_str(page.text(each).trim());
        } else if page.first_child(each).is_none() {
            let by_class = page.classes(each).find_map(|class| class.strip_prefix("mjx-c"));
            let hex = page.attr(each, "data-c").or(by_class);
            out.extend(hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32));
        }
    }
    out
}

/// A letter that is drawn slanted, as itself: identifiers of one letter are slanted anyway.
fn upright(c: char) -> char {
    match tex::plain_letter(c) {
        (letter, "") => letter,
        _ => c,
    }
}
