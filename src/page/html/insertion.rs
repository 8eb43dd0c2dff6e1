//! [Creates and inserts nodes](https://html.spec.whatwg.org/multipage/parsing.html#creating-and-inserting-nodes) where
//! they belong.

use super::Parser;
use super::adjust::svg_element;
use super::sets::is_table_part;
use super::tokens::{Content, Flow, TagToken};
use super::tree::{DOCUMENT, Kind, NONE, Node, Spot};
use crate::page::Tag;
use crate::page::builder::Span;
use crate::page::tokenizer::Namespace;

impl Parser<'_> {
    /// The [appropriate place](https://html.spec.whatwg.org/multipage/parsing.html#appropriate-place-for-inserting-a-node)
    /// for a node that belongs into `target`: there, or in front of the table that cannot hold it.
    pub(super) fn spot_in(&self, target: u32) -> Spot {
        let last = |parent| Spot { parent, before: NONE };
        let node = self.tree.node(target);
        if !self.is_fostering || node.namespace != Namespace::Html || !is_table_part(node.tag) {
            return last(target);
        }
        let Some(at) = self.open.iter().rposition(|open| open.is(Tag::Table) || open.is(Tag::Template)) else {
            return last(self.open.first().map_or(DOCUMENT, |root| root.id));
        };
        let Some(found) = self.open.get(at) else { return last(target) };
        if found.is(Tag::Template) {
            return last(found.id);
        }
        match self.tree.node(found.id).parent {
            NONE => last(at.checked_sub(1).and_then(|at| self.open.get(at)).map_or(target, |before| before.id)),
            parent => Spot { parent, before: found.id },
        }
    }

    /// The place for a node that belongs into the current element.
    pub(super) fn spot(&self) -> Spot {
        self.spot_in(self.open.last().map_or(DOCUMENT, |open| open.id))
    }

    /// Inserts characters.
    pub(super) fn insert_text(&mut self, text: Span) {
        self.tree.insert_text(text, self.spot());
    }

    /// Inserts a comment: of all that it is, only that it parts two texts.
    pub(super) fn insert_comment(&mut self) {
        let id = self.tree.create(Node { tag: Tag::Text, kind: Kind::Comment, ..*self.tree.node(NONE) });
        self.tree.insert(id, self.spot());
    }

    /// Inserts an element of HTML that has no content.
    pub(super) fn insert_void(&mut self, tag: &TagToken) -> u32 {
        self.tree.settle_attr_names(tag, Namespace::Html);
        let id = self.create_html(tag.tag, tag.name, tag.first_attr, tag.n_attrs);
        self.tree.insert(id, self.spot());
        id
    }

    /// [Inserts an element of HTML](https://html.spec.whatwg.org/multipage/parsing.html#insert-an-html-element).
    pub(super) fn insert(&mut self, tag: &TagToken) -> u32 {
        self.limit_depth();
        let id = self.insert_void(tag);
        self.push(id);
        id
    }

    /// Inserts an element whose tag the source does not have.
    pub(super) fn insert_made(&mut self, tag: Tag) -> u32 {
        self.insert(&TagToken::made(tag))
    }

    /// Inserts an element that holds [text alone](https://html.spec.whatwg.org/multipage/parsing.html#parsing-elements-that-contain-only-text).
    pub(super) fn insert_with_text(&mut self, tag: &TagToken, content: Content) -> Flow {
        self.insert(tag);
        self.content = Some(content);
        self.original_mode = self.mode;
        self.mode = super::Mode::Text;
        Flow::Done
    }

    /// An element of HTML that is nowhere yet.
    pub(super) fn create_html(&mut self, tag: Tag, name: Span, first_attr: u32, n_attrs: u32) -> u32 {
        let node = Node { tag, kind: Kind::Element, span: name, first_attr, n_attrs, ..*self.tree.node(NONE) };
        self.tree.create(node)
    }

    /// [Inserts a foreign element](https://html.spec.whatwg.org/multipage/parsing.html#insert-a-foreign-element).
    pub(super) fn insert_foreign(&mut self, tag: &TagToken, namespace: Namespace) {
        self.tree.settle_attr_names(tag, namespace);
        let lower = self.tree.lower(tag.raw_name);
        let adjusted = if namespace == Namespace::Svg { svg_element(self.tree.str(lower)) } else { None };
        let name = adjusted.map_or(lower, |adjusted| self.tree.as_written(tag.raw_name, adjusted));
        let keeps_tag = namespace.keeps(tag.tag);
        let mut node = Node {
            tag: if keeps_tag { tag.tag } else { Tag::Unknown },
            namespace,
            kind: Kind::Element,
            span: name,
            first_attr: tag.first_attr,
            n_attrs: tag.n_attrs,
            ..*self.tree.node(NONE)
        };
        node.kind = self.foreign_kind(&node);
        if !tag.is_self_closing {
            self.limit_depth();
        }
        let id = self.tree.create(node);
        self.tree.insert(id, self.spot());
        if !tag.is_self_closing {
            self.push(id);
        }
    }

    /// What a foreign element is to its content.
    fn foreign_kind(&self, node: &Node) -> Kind {
        match (node.namespace, self.tree.str(node.span)) {
            (Namespace::Svg, "foreignObject" | "desc" | "title") => Kind::HtmlPoint,
            (Namespace::MathMl, "mi" | "mo" | "mn" | "ms" | "mtext") => Kind::MathText,
            (Namespace::MathMl, "annotation-xml") => match self.tree.attr(node, "encoding") {
                Some(encoding) if encoding.eq_ignore_ascii_case("text/html") => Kind::AnnotationPoint,
                Some(encoding) if encoding.eq_ignore_ascii_case("application/xhtml+xml") => Kind::AnnotationPoint,
                _ => Kind::Annotation,
            },
            _ => Kind::Element,
        }
    }
}
