//! Knows the sets of elements that the insertion modes ask about.

use super::open::Open;
use super::tree::Kind;
use crate::page::Tag;
use crate::page::tokenizer::Namespace;

/// How far a search down the stack of open elements goes:
/// [scopes](https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Default,
    ListItem,
    Button,
    Table,
}

impl Scope {
    /// True for an element that ends the search.
    pub(super) fn ends_at(self, element: &Open) -> bool {
        use Tag::*;
        if element.namespace != Namespace::Html {
            return self != Scope::Table && is_foreign_boundary(element);
        }
        match (self, element.tag) {
            (_, Html | Table | Template) => true,
            (Scope::Table, _) => false,
            (_, Applet | Caption | Td | Th | Marquee | Object | Select) => true,
            (Scope::ListItem, Ol | Ul) | (Scope::Button, Button) => true,
            _ => false,
        }
    }
}

/// [Special](https://html.spec.whatwg.org/multipage/parsing.html#special) elements: those that end tags of others do not
/// close.
pub(super) fn is_special(element: &Open) -> bool {
    if element.namespace == Namespace::Html { is_special_tag(element.tag) } else { is_foreign_boundary(element) }
}

/// Foreign elements whose content is HTML, and `annotation-xml`.
fn is_foreign_boundary(element: &Open) -> bool {
    matches!(element.kind, Kind::MathText | Kind::HtmlPoint | Kind::AnnotationPoint | Kind::Annotation)
}

#[rustfmt::skip]
fn is_special_tag(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag,
        Address | Applet | Area | Article | Aside | Base | Basefont | Bgsound | Blockquote | Body | Br | Button | Caption
        | Center | Col | Colgroup | Dd | Details | Dir | Div | Dl | Dt | Embed | Fieldset | Figcaption | Figure | Footer
        | Form | Frame | Frameset | H1 | H2 | H3 | H4 | H5 | H6 | Head | Header | Hgroup | Hr | Html | Iframe | Img | Input
        | Keygen | Li | Link | Listing | Main | Marquee | Menu | Meta | Nav | Noembed | Noframes | Noscript | Object | Ol
        | P | Param | Plaintext | Pre | Script | Search | Section | Select | Source | Style | Summary | Table | Tbody | Td
        | Template | Textarea | Tfoot | Th | Thead | Title | Tr | Track | Ul | Wbr | Xmp)
}

/// Elements whose [end tags are implied](https://html.spec.whatwg.org/multipage/parsing.html#generate-implied-end-tags).
pub(super) fn has_implied_end(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, Dd | Dt | Li | Optgroup | Option | P | Rb | Rp | Rt | Rtc)
}

/// Those whose end tags the end of a template implies.
pub(super) fn has_thoroughly_implied_end(tag: Tag) -> bool {
    use Tag::*;
    has_implied_end(tag) || matches!(tag, Caption | Colgroup | Tbody | Td | Tfoot | Th | Thead | Tr)
}

pub(super) fn is_heading(tag: Tag) -> bool {
    tag.heading_level().is_some()
}

/// Elements in front of whose table misplaced content is put.
pub(super) fn is_table_part(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, Table | Tbody | Tfoot | Thead | Tr)
}
