//! Reads any HTML into the arena with html5ever: the second opinion that tests and fuzzing ask.

use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, local_name, ns};

use crate::page::{Page, PageBuilder, Tag};

/// The page that html5ever builds from `html`, with scripting on (so `noscript` holds text).
pub fn parse(html: &str) -> Page {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() },
        ..ParseOpts::default()
    };
    html5ever::parse_document(Sink::default(), options).one(html)
}

/// A node's place in [`Sink::nodes`].
type Handle = usize;
const DOCUMENT: Handle = 0;

enum Kind {
    /// The document, a template's contents, a comment, a processing instruction: no node of the page.
    Other,
    Text(String),
    Element {
        name: QualName,
        attrs: Vec<Attribute>,
        contents: Option<Handle>,
        /// `annotation-xml` that holds HTML.
        is_integration_point: bool,
    },
}

struct Node {
    kind: Kind,
    parent: Option<Handle>,
    first_child: Option<Handle>,
    last_child: Option<Handle>,
    previous: Option<Handle>,
    next: Option<Handle>,
}

#[derive(Clone, Debug)]
struct Name {
    ns: Namespace,
    local: LocalName,
}

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.local
    }
}

struct Sink {
    nodes: RefCell<Vec<Node>>,
    quirks: Cell<QuirksMode>,
}

impl Default for Sink {
    fn default() -> Self {
        let sink = Sink { nodes: RefCell::new(Vec::new()), quirks: Cell::new(QuirksMode::NoQuirks) };
        sink.create(Kind::Other);
        sink
    }
}

impl Sink {
    fn create(&self, kind: Kind) -> Handle {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { kind, parent: None, first_child: None, last_child: None, previous: None, next: None });
        nodes.len() - 1
    }

    fn with<T>(&self, id: Handle, read: impl FnOnce(&Node) -> T) -> Option<T> {
        self.nodes.borrow().get(id).map(read)
    }

    fn change(&self, id: Option<Handle>, write: impl FnOnce(&mut Node)) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(node) = id.and_then(|id| nodes.get_mut(id)) {
            write(node);
        }
    }

    fn detach(&self, id: Handle) {
        let Some((parent, previous, next)) = self.with(id, |node| (node.parent, node.previous, node.next)) else { return };
        match previous {
            Some(_) => self.change(previous, |node| node.next = next),
            None => self.change(parent, |node| node.first_child = next),
        }
        match next {
            Some(_) => self.change(next, |node| node.previous = previous),
            None => self.change(parent, |node| node.last_child = previous),
        }
        self.change(Some(id), |node| (node.parent, node.previous, node.next) = (None, None, None));
    }

    /// Puts `child` below `parent`, before `next` or last.
    fn insert(&self, parent: Handle, next: Option<Handle>, child: Handle) {
        self.detach(child);
        let previous = match next {
            Some(next) => self.with(next, |node| node.previous).flatten(),
            None => self.with(parent, |node| node.last_child).flatten(),
        };
        self.change(Some(child), |node| (node.parent, node.previous, node.next) = (Some(parent), previous, next));
        match previous {
            Some(_) => self.change(previous, |node| node.next = Some(child)),
            None => self.change(Some(parent), |node| node.first_child = Some(child)),
        }
        match next {
            Some(_) => self.change(next, |node| node.previous = Some(child)),
            None => self.change(Some(parent), |node| node.last_child = Some(child)),
        }
    }

    /// Puts a node or a text below `parent`, before `next` or last; a text joins the text before it.
    fn insert_any(&self, parent: Handle, next: Option<Handle>, child: NodeOrText<Handle>) {
        let text = match child {
            NodeOrText::AppendNode(node) => return self.insert(parent, next, node),
            NodeOrText::AppendText(text) => text,
        };
        let before = match next {
            Some(next) => self.with(next, |node| node.previous).flatten(),
            None => self.with(parent, |node| node.last_child).flatten(),
        };
        let mut joined = false;
        self.change(before, |node| {
            if let Kind::Text(existing) = &mut node.kind {
                existing.push_str(&text);
                joined = true;
            }
        });
        if !joined {
            let node = self.create(Kind::Text(text.to_string()));
            self.insert(parent, next, node);
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Page;
    type ElemName<'a> = Name;

    fn finish(self) -> Page {
        lay_out(&self.nodes.into_inner())
    }

    fn parse_error(&self, _: std::borrow::Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        DOCUMENT
    }

    fn elem_name(&self, target: &Handle) -> Name {
        let name = self.with(*target, |node| match &node.kind {
            Kind::Element { name, .. } => Name { ns: name.ns.clone(), local: name.local.clone() },
            Kind::Other | Kind::Text(_) => Name { ns: Namespace::default(), local: LocalName::default() },
        });
        name.unwrap_or(Name { ns: Namespace::default(), local: LocalName::default() })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let contents = flags.template.then(|| self.create(Kind::Other));
        let is_integration_point = flags.mathml_annotation_xml_integration_point;
        self.create(Kind::Element { name, attrs, contents, is_integration_point })
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.create(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create(Kind::Other)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert_any(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        match self.with(*element, |node| node.parent).flatten() {
            Some(parent) => self.insert_any(parent, Some(*element), child),
            None => self.insert_any(*previous, None, child),
        }
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some(parent) = self.with(*sibling, |node| node.parent).flatten() {
            self.insert_any(parent, Some(*sibling), child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        let contents = self.with(*target, |node| match node.kind {
            Kind::Element { contents, .. } => contents,
            Kind::Other | Kind::Text(_) => None,
        });
        contents.flatten().unwrap_or(*target)
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        let is_point = |node: &Node| matches!(node.kind, Kind::Element { is_integration_point: true, .. });
        self.with(*target, is_point).unwrap_or_default()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode);
    }

    fn add_attrs_if_missing(&self, target: &Handle, new: Vec<Attribute>) {
        self.change(Some(*target), |node| {
            if let Kind::Element { attrs, .. } = &mut node.kind {
                for attr in new {
                    if !attrs.iter().any(|each| each.name == attr.name) {
                        attrs.push(attr);
                    }
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        while let Some(child) = self.with(*node, |node| node.first_child).flatten() {
            self.insert(*new_parent, None, child);
        }
    }
}

/// The tree in document order, without recursion.
fn lay_out(nodes: &[Node]) -> Page {
    enum Step {
        Enter(Handle),
        EnterShadow(Handle),
        Close,
        LeaveShadow,
    }
    let mut builder = PageBuilder::new(0);
    let mut steps = vec![Step::Enter(DOCUMENT)];
    let push_children = |steps: &mut Vec<Step>, node: &Node| {
        let mut child = node.last_child;
        // The first of its children that can be an element's shadow root is it.
        let mut shadow_root = None;
        while let Some((id, node)) = child.and_then(|id| Some((id, nodes.get(id)?))) {
            if let Kind::Element { contents: Some(contents), attrs, .. } = &node.kind
                && is_shadow_root(attrs)
            {
                shadow_root = Some((steps.len(), *contents));
            }
            steps.push(Step::Enter(id));
            child = node.previous;
        }
        let is_host = matches!(node.kind, Kind::Element { .. });
        if let Some((at, contents)) = shadow_root.filter(|_| is_host)
            && let Some(step) = steps.get_mut(at)
        {
            *step = Step::EnterShadow(contents);
        }
    };
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::Close => {
                builder.close();
                continue;
            }
            Step::LeaveShadow => {
                builder.leave_shadow();
                continue;
            }
            Step::EnterShadow(contents) => {
                // The template around it is only how a shadow root is written down.
                builder.enter_shadow();
                steps.push(Step::LeaveShadow);
                steps.push(Step::Enter(contents));
                continue;
            }
            Step::Enter(id) => match nodes.get(id) {
                Some(node) => node,
                None => continue,
            },
        };
        match &node.kind {
            Kind::Other => push_children(&mut steps, node),
            Kind::Text(text) => {
                let text = builder.intern(text);
                builder.text(text);
            }
            Kind::Element { name, attrs, .. } => {
                let tag = tag(name);
                let name = builder.intern(&name.local);
                builder.open(tag, name);
                for attr in attrs {
                    let name = match &attr.name.prefix {
                        // `xmlns` has a prefix of no characters.
                        Some(prefix) if !prefix.is_empty() => builder.intern(&format!("{prefix}:{}", attr.name.local)),
                        _ => builder.intern(&attr.name.local),
                    };
                    let value = builder.intern(&attr.value);
                    builder.attr(name, value);
                }
                steps.push(Step::Close);
                push_children(&mut steps, node);
            }
        }
    }
    builder.finish(String::new())
}

/// As the tokenizer has it: a foreign element has no tag, unless it is where the foreign content begins.
fn tag(name: &QualName) -> Tag {
    let tag = Tag::from_name(&name.local);
    let is_root = tag == Tag::Svg && name.ns == ns!(svg) || tag == Tag::Math && name.ns == ns!(mathml);
    if name.ns == ns!(html) || is_root { tag } else { Tag::Unknown }
}

fn is_shadow_root(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| {
        attr.name.local == local_name!("shadowrootmode")
            && (attr.value.eq_ignore_ascii_case("open") || attr.value.eq_ignore_ascii_case("closed"))
    })
}
