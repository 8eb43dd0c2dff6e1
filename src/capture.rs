//! What is taken from the live page in one read: its serialised document, its address and, where a browser
//! laid it out, facts that only layout knows.

mod candidates;

use serde::Deserialize;

pub use candidates::candidates;

/// Layout facts of some elements. Absent facts are neutral: they never change an answer by being absent.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Facts {
    /// Width of the viewport in CSS pixels, 0 when unknown.
    pub viewport_width: f32,
    /// Physical pixels for each CSS pixel, 0 when unknown.
    pub pixel_ratio: f32,
    /// Facts by element, ascending by `element`.
    pub elements: Vec<ElementFacts>,
}

/// What layout knows of one element.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ElementFacts {
    /// The element's position in `document.getElementsByTagName('*')`.
    pub element: u32,
    /// False when the element or an ancestor is not rendered (`checkVisibility`).
    pub visible: bool,
    /// Left edge, top edge, width and height in CSS pixels, relative to the document's origin.
    #[serde(default)]
    pub rect: [f32; 4],
    /// Computed font size in CSS pixels, 0 when not asked.
    #[serde(default)]
    pub font_size: f32,
    /// For an image, the address that the browser chose (`currentSrc`); empty otherwise.
    #[serde(default)]
    pub current_src: String,
}

impl Facts {
    /// The facts as the stages may rely on them: ascending, as they were asked for, and all numbers finite. What is
    /// not in its place is dropped.
    pub fn checked(mut self) -> Facts {
        let mut next = 0;
        self.elements.retain(|facts| {
            let in_order = facts.element >= next;
            next = next.max(facts.element.saturating_add(1));
            in_order
        });
        let sizes = self.elements.iter_mut().flat_map(|facts| facts.rect.iter_mut().chain([&mut facts.font_size]));
        for number in sizes.chain([&mut self.viewport_width, &mut self.pixel_ratio]) {
            if !number.is_finite() {
                *number = 0.0;
            }
        }
        self
    }

    /// The facts of the element at this position in document order, if they were captured.
    pub fn of(&self, element: u32) -> Option<&ElementFacts> {
        let at = self.elements.binary_search_by_key(&element, |facts| facts.element).ok()?;
        self.elements.get(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_checked_before_they_are_used() {
        let fact = |element, font_size| ElementFacts { element, font_size, visible: true, ..ElementFacts::default() };
        let facts = vec![fact(2, f32::NAN), fact(7, 3.0), fact(7, 1.0), fact(4, 1.0), fact(u32::MAX, 1.0)];
        let facts = Facts { elements: facts, ..Facts::default() }.checked();
        assert_eq!(facts.elements, [fact(2, 0.0), fact(7, 3.0), fact(u32::MAX, 1.0)]);
        assert_eq!(facts.of(7), Some(&fact(7, 3.0)));
        assert_eq!(facts.of(3), None);
    }
}
