//! What a reader of the page does not see: told from the markup, and from layout where it was captured.

use super::elements::Element;
use super::said::Said;
use crate::capture::Facts;
use crate::page::{NodeId, NodeMap, Page, Tag};

/// How a node stands to the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// Shown, as far as is known.
    #[default]
    Shown,
    /// Text in the document that the page does not show now: it may be content behind a fold.
    Hidden,
    /// Never text to read: code, styles, controls, drawings.
    Never,
}

/// The sight of every node; descendants inherit.
pub fn sight(page: &Page, elements: &NodeMap<Element>, facts: &Facts) -> NodeMap<Sight> {
    let mut sights = NodeMap::new(page);
    for id in page.nodes() {
        let inherited = page.parent(id).map_or(Sight::Shown, |parent| sights.get(parent));
        let own = match inherited {
            Sight::Never => Sight::Never,
            _ if is_never_read(page.tag(id)) => Sight::Never,
            Sight::Hidden => Sight::Hidden,
            Sight::Shown if !page.is_text(id) && is_hidden(page, elements, facts, id) => Sight::Hidden,
            Sight::Shown => Sight::Shown,
        };
        sights.set(id, own);
    }
    sights
}

/// Elements whose text is not for reading.
fn is_never_read(tag: Tag) -> bool {
    use Tag::*;
    tag.is_raw_text()
        || matches!(
            tag,
            Head | Title
                | Template
                | Svg
                | Object
                | Select
                | Textarea
                | Option
                | Optgroup
                | Datalist
                | Audio
                | Video
                | Canvas
                | Applet
                | Map
                | Frameset
                | Input
                | Meter
                | Progress
                | Math
        )
}

fn is_hidden(page: &Page, elements: &NodeMap<Element>, facts: &Facts, id: NodeId) -> bool {
    if let Some(facts) = page.element_index(id).and_then(|element| facts.of(element)) {
        return !facts.visible;
    }
    let hides = |(name, value): (&str, &str)| match name {
        "hidden" => !value.eq_ignore_ascii_case("until-found"),
        "aria-hidden" => value == "true",
        "style" => hides(value),
        _ => false,
    };
    (elements.get(id).said.any(Said::MAY_HIDE) && page.attrs(id).any(hides))
        || (page.tag(id) == Tag::Dialog && page.attr(id, "open").is_none())
}

/// True for an inline style that takes the element off the page.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        let (property, value) = (property.trim(), value.trim());
        (property.eq_ignore_ascii_case("display") && starts_with(value, "none"))
            || (property.eq_ignore_ascii_case("visibility") && starts_with(value, "hidden"))
    })
}

fn starts_with(value: &str, word: &str) -> bool {
    value.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}
