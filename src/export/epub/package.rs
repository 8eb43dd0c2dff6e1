//! The package document: what the book is called, what is in it and in which direction its pages turn.

use super::{Carried, language};
use crate::article::Article;
use crate::article::block::Direction;
use crate::export::xml::Markup;

/// The package document of a book with this chapter; `cover` is the address of the image that stands for it, where it is
/// among `images`.
pub(super) fn package(article: &Article, images: &[Carried<'_>], cover: Option<&str>, chapter: &str) -> String {
    let mut markup = Markup::default();
    markup.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    let lang = language(article);
    let package = [
        ("xmlns", "http://www.idpf.org/2007/opf"),
        ("version", "3.0"),
        ("unique-identifier", "id"),
        ("xml:lang", lang),
        ("dir", if article.metadata.dir == Direction::Rtl { "rtl" } else { "ltr" }),
    ];
    markup.open("package", &package);
    metadata(&mut markup, article);
    manifest(&mut markup, images, cover, chapter);
    // Pages turn the way that the text runs.
    let turning = if article.metadata.dir == Direction::Rtl { "rtl" } else { "ltr" };
    markup.open("spine", &[("page-progression-direction", turning)]);
    markup.line();
    markup.void("itemref", &[("idref", "chapter")]);
    markup.close("spine");
    markup.close("package");
    let mut document = markup.finish();
    document.push('\n');
    document
}

fn metadata(markup: &mut Markup, article: &Article) {
    let known = &article.metadata;
    markup.open("metadata", &[("xmlns:dc", "http://purl.org/dc/elements/1.1/")]);
    let mut field = |name: &str, attrs: &[(&str, &str)], value: &str| {
        if !value.trim().is_empty() {
            markup.line();
            markup.element(name, attrs, value.trim());
        }
    };
    field("dc:identifier", &[("id", "id")], &identifier(article));
    field("dc:title", &[], if known.title.trim().is_empty() { "—" } else { &known.title });
    field("dc:language", &[], language(article));
    for name in &known.byline {
        field("dc:creator", &[], name);
    }
    field("dc:publisher", &[], known.site_name.as_deref().unwrap_or_default());
    field("dc:source", &[], known.canonical.as_deref().unwrap_or_default());
    field("dc:description", &[], known.excerpt.as_deref().unwrap_or_default());
    field("dc:date", &[], known.published.as_deref().and_then(day).unwrap_or_default());
    field("meta", &[("property", "dcterms:modified")], &modified(article));
    markup.close("metadata");
}

fn manifest(markup: &mut Markup, images: &[Carried<'_>], cover: Option<&str>, chapter: &str) {
    const XHTML: &str = "application/xhtml+xml";
    markup.open("manifest", &[]);
    let mut item = |id: &str, href: &str, kind: &str, properties: &str| {
        markup.line();
        markup.void("item", &[("id", id), ("href", href), ("media-type", kind), ("properties", properties)]);
    };
    item("nav", "nav.xhtml", XHTML, "nav");
    item("chapter", "chapter.xhtml", XHTML, if chapter.contains("<math ") { "mathml" } else { "" });
    item("style", "style.css", "text/css", "");
    for (image, at) in images.iter().zip(1..) {
        let properties = if Some(image.address) == cover { "cover-image" } else { "" };
        item(&format!("image-{at}"), &image.name, image.picture.media_type(), properties);
    }
    markup.close("manifest");
}

/// The article's address; without one, a name made of its title and date.
fn identifier(article: &Article) -> String {
    let known = &article.metadata;
    known.canonical.clone().unwrap_or_else(|| {
        let said = known.title.bytes().chain(known.published.iter().flat_map(|date| date.bytes()));
        let hash = said.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("urn:lectern:{hash:016x}")
    })
}

/// The day that the article last changed, as the moment that the format asks for; its first day where no day is known.
fn modified(article: &Article) -> String {
    let known = &article.metadata;
    let day = known.modified.as_deref().and_then(day).or_else(|| known.published.as_deref().and_then(day));
    format!("{}T00:00:00Z", day.unwrap_or("2011-10-11"))
}

/// The day at the start of an ISO 8601 date.
fn day(date: &str) -> Option<&str> {
    let day = date.get(..10)?;
    let is_day = day.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    is_day.then_some(day)
}
