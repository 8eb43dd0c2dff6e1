//! Notes that stand in the text where they are referred to, and that a style moves or hides: sidenotes and the like.

use super::{Definition, Footnotes, label_of, selected};
use crate::extract::Selection;
use crate::page::{NodeId, Page, Tag};
use crate::sort::Lookup;

/// Class names of notes within a line.
const NAMES: [&str; 10] = [
    "sidenote",
    "marginnote",
    "margin-note",
    "inline-footnote",
    "ltx_role_footnote",
    "ltx_role_footnotetext",
    MARK,
    "footnote-inline",
    "footnote-popup",
    "side-note",
];

/// The class name of what refers to such a note once more, by its number.
const MARK: &str = "ltx_role_footnotemark";

/// Class names of the text within such a note, beside its number.
const CONTENTS: [&str; 4] = ["footnoteContent", "footnote-content", "ltx_note_content", "footnote-text"];

/// Class names of numbers and labels within such a note.
const MARKS: [&str; 4] = ["ltx_note_mark", "ltx_tag_note", "ltx_note_type", "sidenote-number"];

/// Finds the notes and gives them numbers.
pub(super) fn find(page: &Page, selection: &Selection, footnotes: &mut Footnotes) {
    let notes: Vec<NodeId> = selected(page, selection).filter(|node| is_note(page, *node)).collect();
    let mut end = NodeId(0);
    let mut again = Vec::new();
    for note in notes {
        if note < end || footnotes.references.get(note).is_some() {
            continue;
        }
        end = page.end(note);
        let is_content = |node: &NodeId| page.classes(*node).any(|class| CONTENTS.contains(&class));
        let content = page.descendants(note).find(is_content).unwrap_or(note);
        let mut label = (footnotes.definitions.len() + 1).to_string();
        let is_again = page.classes(note).any(|class| class == MARK);
        for mark in marks(page, note, content) {
            label = label_of(&page.text_content(mark)).unwrap_or(label);
            if !is_again {
                footnotes.marks.insert(mark);
            }
        }
        if is_again {
            again.push((note, content, label));
            continue;
        }
        // The note is not a part of the body, but where it stands is the reference to it.
        let at = footnotes.definitions.len();
        footnotes.definitions.push(Definition { nodes: vec![content], label, number: None });
        footnotes.references.set(note, Some(at));
    }
    let labels = footnotes.definitions.iter().zip(0..).map(|(definition, at)| (definition.label.as_str(), at));
    let labels = Lookup::new(if again.is_empty() { Vec::new() } else { labels.collect() });
    for (note, content, label) in again {
        if let Some(at) = labels.get(label.as_str()) {
            footnotes.references.set(note, Some(*at));
        } else if content != note {
            // Where there is no such note its number is left.
            footnotes.marks.insert(content);
        }
    }
    if !footnotes.definitions.is_empty() {
        leave_out_copies(page, selection, footnotes);
    }
}

fn is_note(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), Tag::Span | Tag::Small | Tag::Aside) && page.classes(node).any(|class| NAMES.contains(&class))
}

/// Numbers and switches in and directly before a note.
fn marks(page: &Page, note: NodeId, content: NodeId) -> Vec<NodeId> {
    let mut marks: Vec<NodeId> =
        page.descendants(note).filter(|node| page.classes(*node).any(|class| MARKS.contains(&class))).collect();
    let first = page.children(content).find(|child| !page.is_text(*child) || !page.text(*child).trim().is_empty());
    marks.extend(first.filter(|first| page.tag(*first) == Tag::Sup && !marks.contains(first)));
    let mut before = page.previous_sibling(note);
    while let Some(node) = before.filter(|node| matches!(page.tag(*node), Tag::Label | Tag::Input | Tag::Sup)) {
        if label_of(&page.text_content(node)).is_some() {
            marks.push(node);
        }
        before = page.previous_sibling(node);
    }
    marks
}

/// Sites that move notes to the side keep a list of them at the end for narrow screens.
fn leave_out_copies(page: &Page, selection: &Selection, footnotes: &mut Footnotes) {
    let nodes = footnotes.definitions.iter().flat_map(|each| &each.nodes);
    let known: Lookup<String, ()> = nodes.map(|node| letters(page, *node)).collect();
    let is_copy = |node: NodeId| {
        let is_named = page.attr(node, "role") == Some("doc-footnote") || page.classes(node).any(|class| class == "footdef");
        is_named && known.get(&letters(page, node)).is_some()
    };
    let copies: Vec<NodeId> = selected(page, selection).filter(|node| is_copy(*node)).collect();
    for copy in copies {
        footnotes.parts.insert(copy);
    }
}

/// The letters of a note, without the number before them.
fn letters(page: &Page, node: NodeId) -> String {
    page.text_content(node).chars().filter(|c| c.is_alphanumeric()).skip_while(char::is_ascii_digit).collect()
}
