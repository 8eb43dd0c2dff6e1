//! EPUB 3: the article as a book of one chapter (<https://www.w3.org/TR/epub-33/>).
//!
//! The same article and resources give the same bytes: nothing asks a clock, and the date of the last change is
//! the article's own.

mod navigation;
mod package;
mod portable;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::html::{Writer, direction};
use super::xml::Markup;
use super::{Resource, Resources};
use crate::article::Article;

/// The look of the chapter: as that of the exported page, without what a reading system sets itself.
const STYLE: &str = include_str!("style.css");

/// Says where the package document is.
const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n  <rootfiles>\n    \
<rootfile full-path=\"book/package.opf\" media-type=\"application/oebps-package+xml\"/>\n  </rootfiles>\n</container>\n";

/// The book, as the bytes of an `.epub` file. Images that `resources` has are in it; the others become links, for a
/// book may not fetch images.
///
/// # Errors
///
/// When the archive would be larger than the format allows.
pub fn document(article: &Article, resources: &Resources) -> ZipResult<Vec<u8>> {
    let images = images(article, resources);
    let article = portable::portable(article, &images);
    let chapter = chapter(&article, &images);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first file says what the archive is, and readers look for it at a fixed place, uncompressed.
    zip.start_file("mimetype", SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Stored))?;
    zip.write_all(b"application/epub+zip")?;
    let mut add = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated))?;
        ZipResult::Ok(zip.write_all(bytes)?)
    };
    add("META-INF/container.xml", CONTAINER.as_bytes())?;
    add("book/package.opf", package::package(&article, &images, &chapter).as_bytes())?;
    add("book/nav.xhtml", navigation::navigation(&article).as_bytes())?;
    add("book/chapter.xhtml", chapter.as_bytes())?;
    add("book/style.css", STYLE.as_bytes())?;
    for image in &images {
        add(&format!("book/{}", image.name), &image.resource.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// An image that the book carries.
struct Carried<'a> {
    /// Where the article has it from.
    address: &'a str,
    /// Its name in the book.
    name: String,
    resource: &'a Resource,
}

/// The kinds of image that every reading system shows, and how their files end.
const KINDS: [(&str, &str); 5] =
    [("image/jpeg", "jpg"), ("image/png", "png"), ("image/gif", "gif"), ("image/webp", "webp"), ("image/svg+xml", "svg")];

/// The resources that the article shows, in the order of their addresses.
fn images<'a>(article: &Article, resources: &'a Resources) -> Vec<Carried<'a>> {
    let shown = portable::images(article);
    let known = resources.iter().filter(|(address, _)| shown.contains(address.as_str()));
    let kept = known.filter_map(|(address, resource)| {
        let (_, ending) = KINDS.iter().find(|(kind, _)| *kind == resource.media_type)?;
        Some((address, *ending, resource))
    });
    kept.zip(1..)
        .map(|((address, ending, resource), at)| Carried { address, name: format!("images/{at}.{ending}"), resource })
        .collect()
}

/// The chapter: title, byline, text and notes.
fn chapter(article: &Article, images: &[Carried<'_>]) -> String {
    let carried = images.iter().map(|image| (image.address.to_owned(), image.name.clone())).collect();
    let mut writer = Writer::default();
    writer.carried = carried;
    open(&mut writer.markup, article, &article.metadata.title);
    writer.markup.open("article", &[]);
    writer.header(article);
    writer.blocks(&article.blocks);
    writer.notes(&article.notes);
    writer.markup.close("article");
    close(writer.markup)
}

/// Begins a content document.
fn open(markup: &mut Markup, article: &Article, title: &str) {
    let lang = language(article);
    markup.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>");
    let dir = direction(Some(article.metadata.dir));
    let (html, epub) = ("http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops");
    markup.open("html", &[("xmlns", html), ("xmlns:epub", epub), ("lang", lang), ("xml:lang", lang), ("dir", dir)]);
    markup.open("head", &[]);
    markup.line();
    markup.void("meta", &[("charset", "utf-8")]);
    markup.line();
    markup.element("title", &[], if title.is_empty() { "—" } else { title });
    markup.line();
    markup.void("link", &[("rel", "stylesheet"), ("type", "text/css"), ("href", "style.css")]);
    markup.close("head");
    markup.open("body", &[]);
}

/// Ends a content document.
fn close(mut markup: Markup) -> String {
    markup.close("body");
    markup.close("html");
    let mut document = markup.finish();
    document.push('\n');
    document
}

/// The article's language; `und` is BCP 47's word for one that is not known.
fn language(article: &Article) -> &str {
    article.metadata.lang.as_deref().filter(|lang| !lang.is_empty()).unwrap_or("und")
}
