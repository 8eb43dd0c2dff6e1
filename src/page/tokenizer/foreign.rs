//! Knows where SVG and MathML begin and end, and what is HTML again inside them.
//!
//! [Foreign content](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign) matters to the
//! tokenizer because nothing in it is raw text, nothing is void, and names keep their case.

use crate::page::Tag;

/// The namespace of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::page) enum Namespace {
    #[default]
    Html,
    Svg,
    MathMl,
}

/// How the content of an element is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// As HTML: also in the integration points of SVG.
    Html,
    Svg,
    MathMl,
    /// A MathML element that holds text: as HTML, but for two elements.
    MathMlText,
    /// `annotation-xml`, which may hold SVG.
    Annotation,
}

impl Inside {
    /// The namespace of an element that begins here.
    pub(super) fn namespace(self, tag: Tag, name: &str) -> Namespace {
        match (self, tag) {
            (Inside::Svg, _) if !breaks_out(tag) => Namespace::Svg,
            (Inside::Annotation, Tag::Svg) => Namespace::Svg,
            (Inside::MathMl | Inside::Annotation, _) if !breaks_out(tag) => Namespace::MathMl,
            (Inside::MathMlText, _) if is_one_of(name, &["mglyph", "malignmark"]) => Namespace::MathMl,
            (_, Tag::Svg) => Namespace::Svg,
            (_, Tag::Math) => Namespace::MathMl,
            _ => Namespace::Html,
        }
    }

    /// True where an element of HTML stands only because a script put it there.
    pub(super) fn is_foreign(self) -> bool {
        matches!(self, Inside::Svg | Inside::MathMl | Inside::Annotation)
    }
}

impl Namespace {
    /// True when an element of this namespace has the tag that its name has in HTML. Foreign elements have none,
    /// so that an icon's `title` is not taken for the document's; their outermost elements do.
    pub(in crate::page) fn keeps(self, tag: Tag) -> bool {
        match self {
            Namespace::Html => true,
            Namespace::Svg => tag == Tag::Svg,
            Namespace::MathMl => tag == Tag::Math,
        }
    }

    /// How the content of an element of this namespace is read. `encoding` is its attribute of that name.
    pub(super) fn inside<'a>(self, name: &str, encoding: impl FnOnce() -> Option<&'a str>) -> Inside {
        match self {
            Namespace::Html => Inside::Html,
            Namespace::Svg if is_one_of(name, &["foreignObject", "desc", "title"]) => Inside::Html,
            Namespace::Svg => Inside::Svg,
            Namespace::MathMl if is_one_of(name, &["mi", "mo", "mn", "ms", "mtext"]) => Inside::MathMlText,
            Namespace::MathMl if is_one_of(name, &["annotation-xml"]) => match encoding() {
                Some(encoding) if is_one_of(encoding, &["text/html", "application/xhtml+xml"]) => Inside::Html,
                _ => Inside::Annotation,
            },
            Namespace::MathMl => Inside::MathMl,
        }
    }
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|each| name.eq_ignore_ascii_case(each))
}

/// The elements that are HTML even where a parser reads foreign content: it leaves the foreign content first.
pub(in crate::page) fn breaks_out(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        B | Big
            | Blockquote
            | Body
            | Br
            | Center
            | Code
            | Dd
            | Div
            | Dl
            | Dt
            | Em
            | Embed
            | H1
            | H2
            | H3
            | H4
            | H5
            | H6
            | Head
            | Hr
            | I
            | Img
            | Li
            | Listing
            | Menu
            | Meta
            | Nobr
            | Ol
            | P
            | Pre
            | Ruby
            | S
            | Small
            | Span
            | Strike
            | Strong
            | Sub
            | Sup
            | Table
            | Tt
            | U
            | Ul
            | Var
    )
}
