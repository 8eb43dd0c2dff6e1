//! Formulas, whatever drew them: one copy as MathML, with the TeX kept.

mod chtml;
mod image;
mod mathml;
mod source;
mod tex;

use super::block::{Body, Math};
use super::build::Builder;
use super::flow::Flow;
use super::inline::Inline;
use crate::page::{NodeId, Page, Tag};

/// A formula that was found, and whether it stands on a line of its own.
#[derive(Debug)]
struct Found {
    math: Math,
    is_display: bool,
}

pub(crate) use mathml::{is_attribute, is_element};

impl<'a> Builder<'a> {
    /// Reads `node` as a formula, and says whether it was one.
    pub(super) fn math(&mut self, flow: &mut Flow<'a>, node: NodeId, tag: Tag) -> bool {
        if is_double(self.page, node) {
            return true;
        }
        let Some(Found { mut math, is_display }) = self.find_math(node, tag) else { return false };
        if math.tex.is_none() {
            math.tex = math.tree.as_ref().and_then(tex::from_mathml);
        }
        if math.tree.is_none() && math.tex.is_none() && math.image.is_none() {
            return true;
        }
        if is_display {
            self.push_block(flow, node, Body::Math(math));
        } else {
            flow.line.push(Inline::Math(math));
        }
        true
    }

    fn find_math(&self, node: NodeId, tag: Tag) -> Option<Found> {
        let page = self.page;
        let found = match tag {
            Tag::Math => Some(mathml::read(page, node)),
            Tag::Script => source::of_script(page, node),
            Tag::Img => image::read(page, node, self.images()),
            Tag::Unknown if page.name(node) == "mjx-container" => Some(chtml::read(page, node)),
            Tag::Span | Tag::Div | Tag::P | Tag::Code | Tag::Unknown => source::of_element(page, node, self.images()),
            _ => None,
        }?;
        let is_display = found.is_display || is_marked_display(page, node);
        Some(Found { is_display, ..found })
    }
}

/// Elements around a formula that may say that it stands on a line of its own.
const MAX_AROUND: usize = 3;

/// Class names of formulas on lines of their own.
const DISPLAY: [&str; 9] = [
    "katex-display",
    "MathJax_Display",
    "MathJax_SVG_Display",
    "MJXc-display",
    "math-block",
    "math-display",
    "display-math",
    "tml-display",
    "mwe-math-mathml-display",
];

fn is_marked_display(page: &Page, node: NodeId) -> bool {
    let around = std::iter::once(node).chain(page.ancestors(node).take(MAX_AROUND));
    let mut classes = around.filter(|each| !page.is_text(*each)).flat_map(|each| page.classes(each));
    classes.any(|class| DISPLAY.contains(&class))
}

/// True for what stands beside a formula and says the same: a preview of its source, the picture that MathJax 2 drew
/// of the script behind it.
fn is_double(page: &Page, node: NodeId) -> bool {
    const DRAWN: [&str; 9] = [
        "MathJax_Preview",
        "MathJax",
        "MathJax_Display",
        "MathJax_CHTML",
        "MathJax_SVG",
        "MathJax_SVG_Display",
        "mjx-chtml",
        "MathJax_PlainSource",
        "MJXp-math",
    ];
    let is_drawn = matches!(page.tag(node), Tag::Span | Tag::Div) && page.classes(node).any(|class| DRAWN.contains(&class));
    // What was drawn stands before its script, perhaps with a preview between.
    let after = std::iter::successors(page.next_sibling(node), |each| page.next_sibling(*each)).take(4);
    is_drawn && after.take_while(|each| !is_words(page, *each)).any(|each| source::is_math_script(page, each))
}

fn is_words(page: &Page, node: NodeId) -> bool {
    page.is_text(node) && !page.text(node).trim().is_empty()
}
