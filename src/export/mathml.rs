//! Writes formulas as MathML, with the TeX they were written in.

use super::xml::Markup;
use crate::article::block::{Math, MathNode};
use crate::article::{is_attribute, is_element};

/// Writes `math` as a `math` element; without MathML, its TeX as code.
pub(super) fn write(markup: &mut Markup, math: &Math, is_display: bool) {
    const NAMESPACE: &str = "http://www.w3.org/1998/Math/MathML";
    let Some(tree) = &math.tree else {
        return markup.element("code", &[("class", "math")], &math.text());
    };
    markup.start("math", &[("xmlns", NAMESPACE), ("display", if is_display { "block" } else { "" })]);
    if let Some(tex) = &math.tex {
        markup.start("semantics", &[]);
        markup.start("mrow", &[]);
        write_content(markup, tree);
        markup.end("mrow");
        markup.element("annotation", &[("encoding", "application/x-tex")], tex);
        markup.end("semantics");
    } else {
        write_content(markup, tree);
    }
    markup.end("math");
}

/// Writes what is inside the `math` element that `tree` is, or `tree` itself when it is another.
fn write_content(markup: &mut Markup, tree: &MathNode) {
    if tree.name == "math" {
        tree.children.iter().for_each(|child| write_node(markup, child));
    } else {
        write_node(markup, tree);
    }
}

/// Writes what is known of formulas: an article that comes from a file may name anything.
fn write_node(markup: &mut Markup, node: &MathNode) {
    if !is_element(&node.name) {
        return;
    }
    let attrs = node.attrs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let attrs: Vec<(&str, &str)> = attrs.filter(|(name, _)| is_attribute(name)).collect();
    markup.start(&node.name, &attrs);
    markup.text(&node.text);
    node.children.iter().for_each(|child| write_node(markup, child));
    markup.end(&node.name);
}
