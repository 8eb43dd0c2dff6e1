//! Notes that references link to.

use super::{Definition, Footnotes, block_of, is_plain_label, label_of, selected};
use crate::article::link::decoded;
use crate::extract::Selection;
use crate::page::{NodeId, NodeMap, NodeSet, Page, Tag};
use crate::sort::Lookup;

/// A link that may be a reference.
struct Reference {
    link: NodeId,
    name: String,
    label: String,
}

/// Finds references by their look and notes by the link back, or by a name that says what they are.
pub(super) fn find(page: &Page, selection: &Selection, footnotes: &mut Footnotes) {
    let references: Vec<Reference> = selected(page, selection).filter_map(|node| reference(page, node)).collect();
    if references.is_empty() {
        return;
    }
    let wanted: Lookup<&str, ()> = references.iter().map(|reference| reference.name.as_str()).collect();
    let targets = targets(page, &wanted);
    let mut found: NodeMap<Option<usize>> = NodeMap::new(page);
    let blocks = note_blocks(page, &references, &targets);
    let mut all = NodeSet::new();
    page.nodes().filter_map(|node| blocks.get(node)).for_each(|block| {
        all.insert(block);
    });
    let mut back: Vec<String> = Vec::new();
    for reference in &references {
        let Some(&target) = targets.get(reference.name.as_str()).filter(|target| **target > reference.link) else { continue };
        let Some(block) = blocks.get(target) else { continue };
        if page.is_inside(reference.link, block) {
            continue;
        }
        let at = found.get(block).unwrap_or_else(|| {
            let nodes = body_of(page, block, &all);
            footnotes.add(Definition { nodes, label: reference.label.clone(), number: None })
        });
        found.set(block, Some(at));
        let place = place_of(page, reference.link);
        footnotes.references.set(place, Some(at));
        back.extend(names_around(page, reference.link, place));
        back.extend(reference.name.strip_prefix("_ftn").map(|number| format!("_ftnref{number}")));
    }
    footnotes.back = back.into_iter().collect();
}

/// Adds the items of a list of references that nothing refers to, where something refers to half of the list or more
/// (test page `paper-en`).
pub(super) fn add_rest(page: &Page, selection: &Selection, footnotes: &mut Footnotes) {
    let mut definition_of: NodeMap<Option<usize>> = NodeMap::new(page);
    let mut lists = NodeSet::new();
    for (at, definition) in footnotes.definitions.iter().enumerate() {
        if let &[node] = definition.nodes.as_slice()
            && page.tag(node) == Tag::Li
            && let Some(list) = page.parent(node)
        {
            definition_of.set(node, Some(at));
            lists.insert(list);
        }
    }
    for list in lists.iter() {
        let items: Vec<NodeId> = page.children(list).filter(|&item| page.tag(item) == Tag::Li).collect();
        // Where labels are places in the list, the place of the others is theirs.
        let is_place = |at: usize, label: &str| label.parse() == Ok(at);
        let known = items.iter().zip(1..).filter_map(|(item, place)| Some((definition_of.get(*item)?, place)));
        let labels = known.filter_map(|(at, place)| Some((footnotes.definitions.get(at)?.label.as_str(), place)));
        let are_places: Vec<bool> = labels.map(|(label, place)| is_place(place, label)).collect();
        let is_inside = selection.roots.iter().any(|&root| page.is_inside(list, root));
        if are_places.len() * 2 < items.len() || are_places.contains(&false) || !is_inside || !is_named_note(page, list, list) {
            continue;
        }
        for (item, at) in items.into_iter().zip(1..) {
            if !footnotes.parts.contains(item) && !page.text_content(item).trim().is_empty() {
                footnotes.add(Definition { nodes: vec![item], label: at.to_string(), number: None });
            }
        }
    }
}

/// A link within the page whose text is short enough for a reference.
fn reference(page: &Page, node: NodeId) -> Option<Reference> {
    if page.tag(node) != Tag::A || page.end(node).index() - node.index() > MAX_NODES {
        return None;
    }
    let (_, fragment) = page.attr(node, "href")?.split_once('#')?;
    let label = label_of(&page.text_content(node))?;
    let is_marked = matches!(page.attr(node, "role"), Some("doc-noteref" | "doc-biblioref"))
        || page.classes(node).any(|class| class.to_ascii_lowercase().contains("footnote"));
    (!fragment.is_empty() && (is_marked || is_plain_label(&label))).then(|| Reference {
        link: node,
        name: decoded(fragment),
        label,
    })
}

/// Nodes in the block that a note begins with.
const MAX_NOTE_NODES: usize = 2_000;

/// Nodes in a reference.
const MAX_NODES: usize = 12;

/// The nodes that these names name. What Word writes has no names: there the link back stands for the name.
fn targets(page: &Page, wanted: &Lookup<&str, ()>) -> Lookup<String, NodeId> {
    let mut targets = Vec::new();
    let mut stand_ins = Vec::new();
    for node in page.nodes() {
        let is_anchor = page.tag(node) == Tag::A;
        for (name, value) in page.attrs(node) {
            if (name == "id" || (name == "name" && is_anchor)) && wanted.get(value).is_some() {
                targets.push((value.to_owned(), node));
            } else if name == "href"
                && is_anchor
                && let Some((_, number)) = value.split_once("#_ftnref")
            {
                stand_ins.push((format!("_ftn{number}"), node));
            }
        }
    }
    targets.extend(stand_ins);
    Lookup::new(targets)
}

/// For each target that is a note: the block that the note begins with. A block that holds two targets is none.
fn note_blocks(page: &Page, references: &[Reference], targets: &Lookup<String, NodeId>) -> NodeMap<Option<NodeId>> {
    let mut blocks: NodeMap<Option<NodeId>> = NodeMap::new(page);
    let mut n_targets: NodeMap<u32> = NodeMap::new(page);
    let mut seen = NodeSet::new();
    for reference in references {
        let Some(&target) = targets.get(reference.name.as_str()) else { continue };
        if !seen.insert(target) || target <= reference.link {
            continue;
        }
        let Some(block) = block_of(page, target).filter(|block| page.end(*block).index() - block.index() <= MAX_NOTE_NODES)
        else {
            continue;
        };
        n_targets.set(block, n_targets.get(block) + 1);
        let place = place_of(page, reference.link);
        let names = names_around(page, reference.link, place);
        if leads_back(page, block, &names, &reference.name) || is_named_note(page, target, block) {
            blocks.set(target, Some(block));
        }
    }
    for node in page.nodes() {
        let block = blocks.get(node).filter(|block| n_targets.get(*block) == 1 && is_holder(page.tag(*block)));
        blocks.set(node, block);
    }
    blocks
}

/// Elements that hold a note, or begin one: a heading may hold its number.
fn is_holder(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, P | Li | Div | Dd | Dt | Aside | Section | Td | Tr | Footer | Article | H4 | H5 | H6)
}

/// True when a note has a link to one of these names.
fn leads_back(page: &Page, block: NodeId, names: &[String], name: &str) -> bool {
    let mut nodes = page.subtree(block).filter(|node| page.tag(*node) == Tag::A);
    nodes.any(|link| {
        let fragment = page.attr(link, "href").and_then(|href| href.split_once('#')).map(|(_, fragment)| decoded(fragment));
        let is_word =
            |fragment: &str| name.strip_prefix("_ftn").is_some_and(|number| fragment.strip_prefix("_ftnref") == Some(number));
        fragment.is_some_and(|fragment| names.contains(&fragment) || is_word(&fragment))
    })
}

/// Parts of names and classes of notes and of what holds them.
const NAMES: [&str; 11] = [
    "footnote",
    "endnote",
    "cite_note",
    "cite-note",
    "reflist",
    "references",
    "bibliograph",
    "biblist",
    "bibitem",
    "_ftn",
    "footnotes",
];

fn is_named_note(page: &Page, target: NodeId, block: NodeId) -> bool {
    let around = [target, block].into_iter().chain(page.ancestors(block).take(3));
    let mut names = around.flat_map(|node| [page.attr(node, "id"), page.attr(node, "class")]).flatten();
    names.any(|name| {
        let name = name.to_ascii_lowercase();
        NAMES.iter().any(|part| name.contains(part))
            || name.starts_with("fn") && name.trim_start_matches("fn").starts_with([':', '-', '.', '1'])
    }) || page.attr(target, "role").is_some_and(|role| role == "doc-footnote" || role == "doc-endnote")
}

/// The siblings that make up the note which begins with `block`: itself, and what follows up to the next note when
/// there is one.
fn body_of(page: &Page, block: NodeId, blocks: &NodeSet) -> Vec<NodeId> {
    let is_note = |node: NodeId| blocks.contains(node);
    let siblings =
        std::iter::successors(page.next_sibling(block), |node| page.next_sibling(*node)).filter(|node| !page.is_text(*node));
    let mut more: Vec<NodeId> = Vec::new();
    let mut ends_at_note = false;
    for sibling in siblings.take(MAX_BLOCKS) {
        if is_note(sibling) || page.tag(sibling) == Tag::Hr || page.tag(sibling).heading_level().is_some() {
            ends_at_note = is_note(sibling);
            break;
        }
        more.push(sibling);
    }
    let is_heading = page.tag(block).heading_level().is_some();
    if page.tag(block) == Tag::Li || page.tag(block) == Tag::Dd || !(ends_at_note || is_heading) {
        more.clear();
    }
    let mut nodes = vec![block];
    nodes.extend(more);
    nodes
}

/// Blocks of one note.
const MAX_BLOCKS: usize = 12;

/// The outermost element around a reference that holds nothing else.
fn place_of(page: &Page, link: NodeId) -> NodeId {
    let text = page.text_content(link).trim().to_owned();
    let mut place = link;
    for parent in page.ancestors(link).take(3) {
        let is_wrapper = matches!(page.tag(parent), Tag::Sup | Tag::Span | Tag::Small | Tag::B | Tag::Strong | Tag::Cite);
        let is_small = page.end(parent).index() - parent.index() <= MAX_NODES;
        // Brackets may stand beside the link.
        let is_alone = || {
            page.text_content(parent).trim().trim_matches(['[', ']', '(', ')']).trim() == text.trim_matches(['[', ']', '(', ')'])
        };
        if !is_wrapper || !is_small || !is_alone() {
            break;
        }
        place = parent;
    }
    place
}

/// The names that a link back may use: those of the reference and of what is in and around it.
fn names_around(page: &Page, link: NodeId, place: NodeId) -> Vec<String> {
    let outside = page.ancestors(place).take(1).filter(|parent| matches!(page.tag(*parent), Tag::Sup | Tag::Span));
    let before = page.previous_sibling(place).filter(|before| matches!(page.tag(*before), Tag::A | Tag::Span));
    let nodes = page.subtree(place).chain(outside).chain(before).chain(std::iter::once(link));
    let names = nodes.flat_map(|node| [page.attr(node, "id"), page.attr(node, "name")]).flatten();
    names.map(str::to_owned).collect()
}
