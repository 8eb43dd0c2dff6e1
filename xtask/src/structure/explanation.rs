//! Why a part was lost: what stands in the trace for the place of the page where the part is.

use lectern::Page;
use lectern::page::{NodeId, Tag};
use lectern::trace::{Removal, Trace};

use super::parts::{Kind, Part, image_key};
use super::{last_letters, letters};

/// A few words: the stage and the reason, or that the page has the part in another form.
pub fn explain(page: &Page, trace: &Trace, part: &Part) -> String {
    let mut places = page.nodes().filter(|&id| is_at(page, id, part)).peekable();
    if places.peek().is_none() {
        return "made of other elements".to_owned();
    }
    let removal = |id: NodeId| {
        let is_around = |removal: &&Removal| page.is_inside(id, removal.node) || removal.node == id;
        let below = |removal: &&Removal| page.is_inside(removal.node, id);
        trace.removals.iter().find(is_around).or_else(|| trace.removals.iter().find(below))
    };
    let found = places.find_map(|id| removal(id).map(|removal| (id, removal)));
    found.map_or("kept in another form".to_owned(), |(_, removal)| format!("{:?}, {:?}", removal.stage, removal.reason))
}

/// Whether the element is what `part` was known by.
fn is_at(page: &Page, id: NodeId, part: &Part) -> bool {
    let tag = page.tag(id);
    let text = || page.text_content(id);
    match part.kind {
        Kind::Image => {
            tag == Tag::Img && page.attrs(id).any(|(_, value)| value.split(' ').any(|each| image_key(each) == part.key))
        }
        Kind::Item => tag == Tag::Li && last_letters(&text()) == part.key,
        Kind::Heading => tag.heading_level().is_some() && letters(&text()).starts_with(&part.key),
        Kind::Table => tag == Tag::Table && letters(&text()) == part.key,
        Kind::Code => tag == Tag::Pre && letters(&text()) == part.key,
        Kind::Link => tag == Tag::A && letters(&text()) == part.key,
        Kind::Caption => !page.is_text(id) && letters(&text()) == part.key,
    }
}
