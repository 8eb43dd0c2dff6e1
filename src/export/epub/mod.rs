//! EPUB 3: the article as a book of one chapter (<https://www.w3.org/TR/epub-33/>).
//!
//! The same article and resources give the same bytes: nothing asks a clock, and the date of the last change is
//! the article's own.

mod navigation;
mod package;
mod pictures;
mod portable;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::html::{Form, Writer, direction};
use super::xml::Markup;
use super::{Picture, Pictures};
use crate::article::Article;

/// The look of the chapter: as that of the exported page, without what a reading system sets itself.
const STYLE: &str = include_str!("style.css");

/// Says where the package document is.
const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n  <rootfiles>\n    \
<rootfile full-path=\"book/package.opf\" media-type=\"application/oebps-package+xml\"/>\n  </rootfiles>\n</container>\n";

/// The book, as the bytes of an `.epub` file. Images that `pictures` has are in it; of the others their words are, for a
/// book may not fetch images.
///
/// # Errors
///
/// When the archive would be larger than the format allows.
pub fn document(article: &Article, pictures: &Pictures) -> ZipResult<Vec<u8>> {
    let images = images(article, pictures);
    let cover = pictures::cover(article);
    let article = portable::portable(article, &images);
    let chapter = chapter(&article, &images);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first file says what the archive is, and readers look for it at a fixed place, uncompressed.
    add(&mut zip, "mimetype", b"application/epub+zip", CompressionMethod::Stored)?;
    for (name, document) in [
        ("META-INF/container.xml", CONTAINER),
        ("book/package.opf", &package::package(&article, &images, cover, &chapter)),
        ("book/nav.xhtml", &navigation::navigation(&article)),
        ("book/chapter.xhtml", &chapter),
        ("book/style.css", STYLE),
    ] {
        add(&mut zip, name, document.as_bytes(), CompressionMethod::Deflated)?;
    }
    for image in &images {
        // A picture is compressed already.
        add(&mut zip, &format!("book/{}", image.name), image.picture.bytes(), CompressionMethod::Stored)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8], how: CompressionMethod) -> ZipResult<()> {
    zip.start_file(name, SimpleFileOptions::DEFAULT.compression_method(how))?;
    Ok(zip.write_all(bytes)?)
}

/// An image that the book carries.
struct Carried<'a> {
    /// Where the article has it from.
    address: &'a str,
    /// Its name in the book.
    name: String,
    picture: &'a Picture,
}

/// The pictures that the article shows, in the order of their addresses.
fn images<'a>(article: &Article, pictures: &'a Pictures) -> Vec<Carried<'a>> {
    let shown = pictures::addresses(article);
    let known = pictures.iter().filter(|(address, _)| shown.contains(address.as_str()));
    let named = known.zip(1..).map(|((address, picture), at)| {
        let ending = picture.media_type().trim_start_matches("image/");
        Carried { address, name: format!("images/{at}.{ending}"), picture }
    });
    named.collect()
}

/// The chapter: title, byline, text and notes.
fn chapter(article: &Article, images: &[Carried<'_>]) -> String {
    let carried = images.iter().map(|image| (image.address.to_owned(), image.name.clone())).collect();
    let mut writer = Writer::default();
    (writer.carried, writer.form) = (carried, Form::Book);
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
