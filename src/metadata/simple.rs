//! The fields that need no weighing: the most believed claim that is usable.

use super::clues::Clues;
use super::phrase::{clean, fold};
use super::precedence::Claims;
use super::site::name_beside;
use super::{Field, Metadata, Source};
use crate::address::{Base, Use};
use crate::page::Page;

/// More tags than this are for search engines.
const MAX_TAGS: usize = 24;
/// A longer tag is a sentence, in characters.
const MAX_TAG: usize = 60;

/// Fills in site name, excerpt, section, tags, lead image and canonical address.
pub fn fill(page: &Page, url: &str, clues: &Clues, claims: &Claims, title: &str, out: &mut Metadata) {
    let is_text = |value: &str| !value.contains("://") && !value.starts_with('@');
    let pick = |field: Field, usable: &dyn Fn(&str) -> Option<String>| {
        claims.about(field).find_map(|claim| Some((usable(&claim.value)?, claim.source)))
    };
    let site_name = pick(Field::SiteName, &|value| is_text(value).then(|| value.to_owned())).or_else(|| {
        let element = clean(&page.text_content(clues.title?));
        Some((name_beside(&element, title)?, Source::TitleElement))
    });
    out.note(Field::SiteName, site_name.as_ref().map(|(_, source)| *source));
    out.site_name = site_name.map(|(value, _)| value);

    let title_key = fold(title);
    let excerpt = pick(Field::Excerpt, &|value| (fold(value) != title_key).then(|| value.to_owned()));
    out.note(Field::Excerpt, excerpt.as_ref().map(|(_, source)| *source));
    out.excerpt = excerpt.map(|(value, _)| value);

    let section = pick(Field::Section, &|value| (is_text(value) && value.chars().count() <= MAX_TAG).then(|| value.to_owned()));
    out.note(Field::Section, section.as_ref().map(|(_, source)| *source));
    out.section = section.map(|(value, _)| value);

    let source = claims.about(Field::Tags).next().map(|claim| claim.source);
    out.note(Field::Tags, source);
    out.tags = source.map(|source| tags(claims, source)).unwrap_or_default();

    let base = Base::of(page, url);
    let lead_image = pick(Field::LeadImage, &|value| base.resolve(value, Use::Resource));
    out.note(Field::LeadImage, lead_image.as_ref().map(|(_, source)| *source));
    out.lead_image = lead_image.map(|(value, _)| value);

    let canonical =
        pick(Field::Canonical, &|value| base.resolve(value, Use::Resource).filter(|address| !is_home(address) || is_home(url)));
    out.note(Field::Canonical, canonical.as_ref().map(|(_, source)| *source));
    out.canonical = canonical.map(|(value, _)| value);
}

/// The tags of one source, each once; keyword lists are cut at commas.
fn tags(claims: &Claims, source: Source) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in claims.from(Field::Tags, source).flat_map(|claim| claim.value.split([',', ';', '，', '、', '|'])).map(str::trim)
    {
        let is_new = !tags.iter().any(|each| each.to_lowercase() == tag.to_lowercase());
        if !tag.is_empty() && tag.chars().count() <= MAX_TAG && is_new && tags.len() < MAX_TAGS {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// True for a site's front page. Templates name it as every page's canonical address.
fn is_home(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split_once('/').is_none_or(|(_, path)| path.is_empty())
}
