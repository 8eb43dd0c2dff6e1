//! Formulas by their source: TeX in scripts, attributes and marked text, and the boxes of KaTeX, MathJax 2, Temml and
//! MediaWiki around it.

use super::{Found, image, mathml};
use crate::article::block::Math;
use crate::article::image::Images;
use crate::page::{NodeId, Page, Tag};

/// True for a script that holds a formula.
pub(super) fn is_math_script(page: &Page, node: NodeId) -> bool {
    page.tag(node) == Tag::Script && page.attr(node, "type").is_some_and(|kind| kind.trim_start().starts_with("math/"))
}

/// The formula of a script that MathJax 2 reads: TeX, or MathML as a string.
pub(super) fn of_script(page: &Page, script: NodeId) -> Option<Found> {
    if !is_math_script(page, script) {
        return None;
    }
    let kind = page.attr(script, "type").unwrap_or_default();
    let text = page.first_child(script).map(|text| page.text(text)).unwrap_or_default();
    let is_display = kind.contains("mode=display");
    if kind.contains("math/mml") {
        let inner = Page::parse(text.to_owned());
        return inner.find(Tag::Math).map(|math| mathml::read(&inner, math));
    }
    let tex = text.trim().trim_start_matches("% <![CDATA[").trim_end_matches("%]]>").trim();
    let math = Math { tex: Some(tex.to_owned()), tree: drawn_mathml(page, script), ..Math::default() };
    Some(Found { math, is_display })
}

/// The MathML that MathJax 2 keeps in an attribute of what it drew before `script`.
fn drawn_mathml(page: &Page, script: NodeId) -> Option<crate::article::block::MathNode> {
    let before = page.previous_sibling(script).filter(|before| !page.is_text(*before))?;
    let source = page.subtree(before).take(4).find_map(|node| page.attr(node, "data-mathml"))?;
    let inner = Page::parse(source.to_owned());
    mathml::read(&inner, inner.find(Tag::Math)?).math.tree
}

/// Attributes that hold a formula's TeX.
const TEX: [&str; 9] = [
    "data-tex",
    "data-latex",
    "data-math",
    "data-expr",
    "data-formula",
    "data-entry",
    "data-value",
    "data-tex-code",
    "data-equation",
];

/// Words in the class names of boxes around formulas.
const BOXES: [&str; 12] =
    ["katex", "math", "mathjax", "tex", "latex", "mwe", "formula", "equation", "hurmet", "temml", "arithmatex", "ztext"];

/// The formula in a box: MathML in it, or the TeX that it states, or the TeX that it holds as text.
pub(super) fn of_element(page: &Page, node: NodeId, images: Images<'_>) -> Option<Found> {
    let class = page.attr(node, "class")?;
    let mut words = class.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    if !words.any(|word| BOXES.iter().any(|name| word.eq_ignore_ascii_case(name))) || page.name(node).contains("assistive") {
        return None;
    }
    if let Some(source) = page.attr(node, "data-mathml") {
        let inner = Page::parse(source.to_owned());
        return inner.find(Tag::Math).map(|math| mathml::read(&inner, math));
    }
    let stated = TEX.iter().filter_map(|name| page.attr(node, name)).map(str::trim).find(|tex| !tex.is_empty());
    let math = only_math(page, node);
    if let Some(math) = math {
        let mut found = mathml::read(page, math);
        found.math.tex = stated.map(str::to_owned).or(found.math.tex);
        let picture = page.descendants(node).find(|each| page.tag(*each) == Tag::Img);
        found.math.image = picture.and_then(|img| images.image(img));
        return Some(found);
    }
    if let Some(tex) = stated {
        return Some(Found { math: Math { tex: Some(tex.to_owned()), ..Math::default() }, is_display: is_holder(page, node) });
    }
    if page.classes(node).any(|class| class == "mwe-math-element") {
        return page.descendants(node).find(|each| page.tag(*each) == Tag::Img).and_then(|img| image::read(page, img, images));
    }
    delimited(page, node)
}

/// The one `math` element in a box, when nothing else is said in it: the rest draws the same once more.
fn only_math(page: &Page, node: NodeId) -> Option<NodeId> {
    let is_drawn_by = |name: &str| page.classes(node).any(|class| class == name);
    let known =
        ["katex", "katex-display", "mwe-math-element", "hurmet-tex", "MathJax", "MathJax_Display", "MathJax_SVG", "mjx-chtml"];
    let math = page.descendants(node).take(MAX_LOOK).find(|each| page.tag(*each) == Tag::Math)?;
    let is_alone = || {
        let mut others = page.descendants(node).filter(|each| !page.is_inside(*each, math));
        others.all(|each| page.text(each).trim().is_empty())
    };
    (known.iter().any(|name| is_drawn_by(name)) || is_alone()).then_some(math)
}

/// Nodes before the MathML of a box.
const MAX_LOOK: usize = 40;

/// TeX between delimiters, as all the text of a box: what a script would have drawn.
fn delimited(page: &Page, node: NodeId) -> Option<Found> {
    let only = page.first_child(node).filter(|child| page.is_text(*child) && page.end(*child) == page.end(node))?;
    let text = page.text(only).trim();
    let forms = [("\\(", "\\)", false), ("\\[", "\\]", true), ("$$", "$$", true), ("$", "$", false)];
    let (tex, is_display) = forms.iter().find_map(|(open, close, is_display)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.is_empty()).then_some((inner.trim(), *is_display))
    })?;
    Some(Found { math: Math { tex: Some(tex.to_owned()), ..Math::default() }, is_display })
}

/// True for a box that is a block by its name.
fn is_holder(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), Tag::Div | Tag::P)
}
