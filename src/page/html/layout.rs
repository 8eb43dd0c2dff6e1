//! Lays the finished tree out in document order, without recursion.

use super::tree::{DOCUMENT, Kind, NONE, Node, Tree};
use crate::page::{PageBuilder, Tag, is_shadow_root_mode};

/// The arena of a tree, but for its source; and what was decoded.
pub(super) fn lay_out(mut tree: Tree<'_>, source_len: usize) -> (PageBuilder, String) {
    let mut builder = PageBuilder::with_room(source_len, tree.len(), tree.attr_names.len());
    let mut id = tree.node(DOCUMENT).first_child;
    while id != NONE {
        let node = *tree.node(id);
        let goes_in = match node.kind {
            Kind::Comment => false,
            Kind::Text => {
                builder.text(tree.join_pieces(&node));
                false
            }
            _ => enter(&mut builder, &mut tree, &node),
        };
        id = if goes_in { node.first_child } else { leave(&mut builder, &tree, id) };
    }
    (builder, tree.decoded)
}

/// Opens an element. True when its children come next; else it is closed already.
fn enter(builder: &mut PageBuilder, tree: &mut Tree<'_>, node: &Node) -> bool {
    let is_template = node.is(Tag::Template);
    if is_template && tree.has_shadow_roots && is_shadow_root(tree, node) {
        // The template around it is only how a shadow root is written down. An element has one at most.
        tree.set_kind(node.parent, Kind::Host);
        builder.enter_shadow();
        if node.first_child == NONE {
            builder.leave_shadow();
        }
        return node.first_child != NONE;
    }
    builder.open(node.tag, node.span);
    let (names, values) = tree.attrs(node);
    builder.attrs(names, values);
    // What is in a template is not in the document.
    let goes_in = node.first_child != NONE && !is_template;
    if !goes_in {
        builder.close();
    }
    goes_in
}

/// The node that comes after all of this one; [`NONE`] behind the last. Closes the parents between.
fn leave(builder: &mut PageBuilder, tree: &Tree<'_>, id: u32) -> u32 {
    let mut node = tree.node(id);
    while node.next == NONE && node.parent != DOCUMENT && node.parent != NONE {
        node = tree.node(node.parent);
        if node.is(Tag::Template) {
            // Only of a shadow root does one see the inside.
            builder.leave_shadow();
        } else {
            builder.close();
        }
    }
    node.next
}

/// True for the first template of an element that makes a
/// [shadow root](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead).
fn is_shadow_root(tree: &Tree<'_>, template: &Node) -> bool {
    let host = tree.node(template.parent);
    let is_host = template.parent != DOCUMENT && host.kind != Kind::Host && !host.is(Tag::Template);
    is_host && tree.attr(template, "shadowrootmode").is_some_and(is_shadow_root_mode)
}
