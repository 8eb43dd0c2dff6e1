//! Holds the arena and both parsers to what a page is.

mod agreement;
mod constructs;
mod files;
mod hostile;
mod oracle;
mod random;
mod serialize;

use super::{NodeId, Page, html};

/// A page on one line: `0:html(1:head 2:body(3:p[class="a"]("text")))`. The number is the element's position in
/// the live document, `-` where it has none.
fn outline(page: &Page) -> String {
    let mut out = String::new();
    let mut open: Vec<NodeId> = Vec::new();
    for id in page.nodes() {
        while open.last().is_some_and(|&last| page.end(last) <= id) {
            open.pop();
            out.push(')');
        }
        if !out.is_empty() && !out.ends_with('(') {
            out.push(' ');
        }
        if page.is_text(id) {
            out.push_str(&format!("{:?}", page.text(id)));
            continue;
        }
        match page.element_index(id) {
            Some(element) => out.push_str(&format!("{element}:{}", page.name(id))),
            None => out.push_str(&format!("-:{}", page.name(id))),
        }
        for (name, value) in page.attrs(id) {
            out.push_str(&format!("[{name}={value:?}]"));
        }
        if page.first_child(id).is_some() {
            out.push('(');
            open.push(id);
        }
    }
    out + &")".repeat(open.len())
}

/// Holds what must be true of every page, whatever it was read from.
#[track_caller]
fn check_sound(page: &Page) {
    let mut next_element = 0;
    for id in page.nodes() {
        let end = page.end(id);
        assert!(id < end && end.index() <= page.len(), "{id:?} ends at {end:?}");
        match page.parent(id) {
            Some(parent) => assert!(parent < id && end <= page.end(parent), "{id:?} sticks out of {parent:?}"),
            None => assert_eq!((id, end.index()), (page.root(), page.len()), "a second root"),
        }
        if let Some(element) = page.element_index(id) {
            assert_eq!(element, next_element, "elements are numbered in order");
            // Each is looked up from its number on, so of many elements only some are.
            assert!(!(element < 100 || element % 997 == 0) || page.element(element) == Some(id));
            next_element += 1;
        }
        assert_eq!(page.is_text(id), page.name(id).is_empty(), "{id:?} has a name if it is an element");
        assert_eq!(page.is_text(id), !page.text(id).is_empty(), "{id:?} has characters if it is a text");
        assert!(!page.text(id).contains('\0') || page.parent(id).is_some_and(|parent| page.tag(parent).is_raw_text()));
    }
    assert_eq!(page.n_elements(), next_element as usize);
    let some = (0..next_element).rev().step_by(3);
    let found = page.elements(some.clone().chain(some.clone()).chain([u32::MAX]));
    assert!(found.iter().rev().filter_map(|&id| page.element_index(id)).eq(some), "elements are found together");
}

/// Reads every beginning of `html` with both parsers.
#[track_caller]
fn check_beginnings(html: &str) {
    for (end, _) in html.char_indices() {
        let (beginning, _) = html.split_at(end);
        check_sound(&Page::parse(beginning.to_owned()));
        check_sound(&Page::parse_fragment(beginning));
        check_sound(&html::parse(beginning));
    }
}
