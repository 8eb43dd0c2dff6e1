//! Who is believed first: for each field its sources in order.

use super::{Field, Source};

/// Something that the page says about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub field: Field,
    pub source: Source,
    pub value: String,
    /// For a byline: the page says that this is an organization and no person.
    pub is_organization: bool,
}

/// More claims than this are made to cost time.
const MAX_CLAIMS: usize = 600;

/// Everything that the page says, in the order in which it was found.
#[derive(Clone, Debug, Default)]
pub struct Claims(Vec<Claim>);

impl Claims {
    /// Adds a claim, unless it is empty.
    pub fn add(&mut self, field: Field, source: Source, value: &str) {
        self.push(field, source, value, false);
    }

    /// Adds an author that is said to be an organization.
    pub fn add_organization(&mut self, source: Source, name: &str) {
        self.push(Field::Byline, source, name, true);
    }

    fn push(&mut self, field: Field, source: Source, value: &str, is_organization: bool) {
        let value = super::phrase::clean(value);
        if !value.is_empty() && self.0.len() < MAX_CLAIMS {
            self.0.push(Claim { field, source, value, is_organization });
        }
    }

    /// The claims about a field, the most believed first; among equals the first found.
    pub fn about(&self, field: Field) -> impl Iterator<Item = &Claim> {
        order(field).iter().flat_map(move |&source| self.from(field, source))
    }

    /// The claims about a field from one source.
    pub fn from(&self, field: Field, source: Source) -> impl Iterator<Item = &Claim> {
        self.0.iter().filter(move |claim| claim.field == field && claim.source == source)
    }
}

/// The sources of a field, the most believed first. A source that is not listed is not believed.
pub fn order(field: Field) -> &'static [Source] {
    use Source::*;
    match field {
        // The page's own heading decides between these: see `title`.
        Field::Title => &[JsonLd, Scholar, OpenGraph, Microdata, Meta, Twitter, DublinCore, TitleElement],
        Field::Byline => &[JsonLd, Scholar, Meta, OpenGraph, Microdata, DublinCore, Visible, Twitter],
        // `dates` overrules the first where the page shows another day and a second source confirms it, or where the
        // difference proves which is wrong. Of `TimeElement` and `Visible` the nearer to the headline counts.
        Field::Published => &[JsonLd, OpenGraph, Scholar, Microdata, Meta, DublinCore, TimeElement, Visible, Address],
        Field::Modified => &[JsonLd, OpenGraph, Microdata, Meta, DublinCore, TimeElement, Visible],
        Field::SiteName => &[OpenGraph, JsonLd, Scholar, Meta, DublinCore, TitleElement],
        Field::Excerpt => &[OpenGraph, Meta, JsonLd, Twitter, DublinCore, Microdata],
        Field::Lang => &[Root, JsonLd, Meta, OpenGraph, DublinCore, Text],
        Field::LeadImage => &[OpenGraph, JsonLd, Twitter, Meta, Link, Microdata],
        Field::Section => &[OpenGraph, JsonLd, Meta, Microdata],
        Field::Tags => &[OpenGraph, JsonLd, Meta, Microdata],
        Field::Canonical => &[Link, OpenGraph, JsonLd],
        Field::Kind => &[JsonLd, OpenGraph],
    }
}
