//! Every test page as a book: what the format asks for, held by hand, and by an EPUB checker where one is installed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use lectern::capture::Facts;
use lectern::export::{Picture, Pictures, epub, html as page};
use lectern::extract::extract_page;
use lectern::page::html;
use lectern::{Article, Options};
use zip::ZipArchive;

/// Pages that differ in what a book of them needs: formulas, readings, tables and notes, posts, right to left, code.
const CHECKED: [&str; 7] =
    ["paper-en", "interview-ja", "encyclopedia-fr", "forum-ru", "parts-fa", "news-ticker-ar", "release-notes-th"];

/// A picture of one dot.
const DOT: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

#[test]
fn the_same_article_is_the_same_book() {
    for (slug, article) in articles() {
        let book = || epub::document(&article, &pictures(&article)).unwrap();
        assert!(book() == book(), "{slug}");
    }
}

#[test]
fn the_archive_says_what_it_is_first() {
    for (slug, article) in articles() {
        let book = epub::document(&article, &Pictures::new()).unwrap();
        // As the container's specification has it: name and content at fixed places.
        assert_eq!(&book[30..58], b"mimetypeapplication/epub+zip", "{slug}");
    }
}

#[test]
fn books_hold_all_that_they_name_and_name_all_that_they_hold() {
    for (slug, article) in articles() {
        let files = files(&epub::document(&article, &pictures(&article)).unwrap());
        let package = text(&files, "book/package.opf");
        let named: Vec<&str> = values(&package, "href").collect();
        for href in &named {
            assert!(files.contains_key(&format!("book/{href}")), "{slug}: {href} is not in the book");
        }
        let extra = files.keys().filter_map(|name| name.strip_prefix("book/")).filter(|name| *name != "package.opf");
        assert_eq!(extra.filter(|name| !named.contains(name)).count(), 0, "{slug}: {files:?}", files = files.keys());
        for document in ["chapter.xhtml", "nav.xhtml"] {
            let markup = text(&files, &format!("book/{document}"));
            for src in values(&markup, "src").chain(values(&markup, "poster")) {
                assert!(files.contains_key(&format!("book/{src}")), "{slug}: {document} fetches {src}");
            }
        }
        assert_eq!(package.contains("properties=\"mathml\""), text(&files, "book/chapter.xhtml").contains("<math "), "{slug}");
    }
}

#[test]
fn every_link_within_a_book_leads_to_one_place() {
    for (slug, article) in articles() {
        let files = files(&epub::document(&article, &Pictures::new()).unwrap());
        let (chapter, contents) = (text(&files, "book/chapter.xhtml"), text(&files, "book/nav.xhtml"));
        let ids: Vec<&str> = values(&chapter, "id").collect();
        let links = values(&chapter, "href").filter_map(|href| href.strip_prefix('#'));
        for link in links.chain(values(&contents, "href").filter_map(|href| href.strip_prefix("chapter.xhtml#"))) {
            assert_eq!(ids.iter().filter(|id| **id == link).count(), 1, "{slug}: #{link}");
        }
    }
}

#[test]
fn pages_turn_as_the_text_runs() {
    for (slug, article) in articles() {
        let package = text(&files(&epub::document(&article, &Pictures::new()).unwrap()), "book/package.opf");
        let turning = if slug.ends_with("-fa") || slug.ends_with("-he") || slug.ends_with("-ar") { "rtl" } else { "ltr" };
        assert!(package.contains(&format!("page-progression-direction=\"{turning}\"")), "{slug}");
    }
}

/// `epubcheck` is in Debian and on npm; without it, the test says so.
#[test]
fn a_checker_finds_nothing_wrong() {
    let Some(checker) = in_path("epubcheck") else {
        println!("not run: there is no epubcheck in PATH");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("epub");
    fs::create_dir_all(&folder).unwrap();
    let check = |name: &str, article: &Article, pictures: &Pictures| {
        let book = folder.join(format!("{name}.epub"));
        fs::write(&book, epub::document(article, pictures).unwrap()).unwrap();
        let said = run(&checker, &book);
        assert!(said.contains("No errors or warnings detected"), "{name}:\n{said}");
    };
    for slug in CHECKED {
        let article = read(&pages().join(slug));
        check(slug, &article, &pictures(&article));
    }
    check("with-images", &illustrated(), &of_illustrated());
    check("without-images", &illustrated(), &Pictures::new());
}

#[test]
fn a_book_carries_images_wherever_they_stand() {
    let files = files(&epub::document(&illustrated(), &of_illustrated()).unwrap());
    let chapter = text(&files, "book/chapter.xhtml");
    let shown: Vec<&str> = values(&chapter, "src").collect();
    let kept = ["images/4.gif", "images/3.gif", "images/1.gif", "images/2.gif"];
    assert_eq!(shown, kept, "{chapter}");
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("book/images/")) {
        assert_eq!(bytes, DOT, "{name}");
    }
    assert!(chapter.contains("alt=\"The quay at ebb\""), "{chapter}");
    let package = text(&files, "book/package.opf");
    assert_eq!(package.matches("properties=\"cover-image\"").count(), 1);
    assert!(package.contains("href=\"images/4.gif\" media-type=\"image/gif\" properties=\"cover-image\""), "{package}");
}

#[test]
fn an_image_that_is_not_carried_leaves_its_words() {
    let files = files(&epub::document(&illustrated(), &Pictures::new()).unwrap());
    let (chapter, package) = (text(&files, "book/chapter.xhtml"), text(&files, "book/package.opf"));
    assert_eq!(values(&chapter, "src").count() + package.matches("image").count(), 0, "{chapter}{package}");
    // By its caption, its words or its file's name; words that the caption has are not said twice.
    for words in [
        "<p>The harbor at noon.<br/><a href=\"https://example.org/quay.gif\" rel=\"noopener noreferrer\">The quay at ebb</a></p>",
        "<p><a href=\"https://example.org/tide.gif\" rel=\"noopener noreferrer\">A table of tides</a></p>",
        "<p>The lamp, lit.</p>",
        "<p><a href=\"https://example.org/film.mp4\" rel=\"noopener noreferrer\">film.mp4</a></p>",
        "the sign of the pilots, a blue P,",
        "the height, <code class=\"math\">h = 3</code> is",
    ] {
        assert!(chapter.contains(words), "{words}\n{chapter}");
    }
}

#[test]
fn a_page_carries_images_too() {
    let written = page::document(&illustrated(), &of_illustrated());
    let shown: Vec<&str> = values(&written, "src").collect();
    assert_eq!(shown.iter().filter(|src| src.starts_with("data:image/gif;base64,")).count(), 4, "{written}");
    assert!(shown.contains(&"https://example.org/tide.gif"), "{shown:?}");
}

/// An article with images in every place that can have one.
fn illustrated() -> Article {
    let page = r#"<!DOCTYPE html><html lang="en"><title>The pilots</title><article><h1>The pilots</h1>
        <figure><img src="quay.gif" alt="The quay at ebb"><figcaption>The harbor at noon.</figcaption></figure>
        <p>The pilots know <img src="p.gif" alt="the sign of the pilots, a blue P," width="16" height="16"> from afar, and
        the height, <img class="tex" src="h.gif" alt="h = 3"> is told by the lamp on the mole.</p>
        <img src="tide.gif" alt="A table of tides">
        <figure><img src="lamp.gif" alt="lamp"><figcaption>The lamp, lit.</figcaption></figure>
        <video controls src="film.mp4" poster="film.jpg"></video>
        </article></html>"#;
    let page = html::parse(page);
    extract_page(&page, "https://example.org/", &Facts::default(), &{
        let mut options = Options::default();
        options.read_anyway = true;
        options
    })
    .unwrap()
}

/// Its pictures, but the one that could not be had.
fn of_illustrated() -> Pictures {
    let mut pictures = all_pictures(&illustrated());
    assert!(pictures.remove("https://example.org/tide.gif").is_some());
    pictures
}

/// The file that a command is.
fn in_path(command: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(command)).find(|file| file.is_file())
}

/// What `checker` says of `book`. Debian's is an archive of Java classes, which not every system runs by itself.
fn run(checker: &Path, book: &Path) -> String {
    let is_archive = fs::read(checker).unwrap().starts_with(b"PK");
    let mut command = Command::new(if is_archive { Path::new("java") } else { checker });
    if is_archive {
        command.arg("-jar").arg(checker);
    }
    let said = command.arg(book).output().unwrap();
    String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned()
}

/// A picture for every image of an article but the last, which stays outside where there are others.
fn pictures(article: &Article) -> Pictures {
    let mut pictures = all_pictures(article);
    if pictures.len() > 1 {
        pictures.pop_last();
    }
    pictures
}

/// A picture for every image of an article.
fn all_pictures(article: &Article) -> Pictures {
    let json = serde_json::to_value(article).unwrap().to_string();
    values_of_json(&json, "src").map(|src| (src.to_owned(), Picture::new(DOT.to_vec()).unwrap())).collect()
}

fn values_of_json<'a>(json: &'a str, name: &str) -> std::vec::IntoIter<&'a str> {
    quoted(json, &format!("\"{name}\":\""))
}

/// The values of an attribute, as they stand in markup.
fn values<'a>(markup: &'a str, name: &str) -> std::vec::IntoIter<&'a str> {
    quoted(markup, &format!(" {name}=\""))
}

/// What stands between each `start` and the next quotation mark.
fn quoted<'a>(text: &'a str, start: &str) -> std::vec::IntoIter<&'a str> {
    let found: Vec<&str> = text.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect();
    found.into_iter()
}

fn files(book: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: &String| {
        let mut bytes = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    names.iter().map(|name| (name.clone(), read(name))).collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

fn articles() -> Vec<(String, Article)> {
    let mut folders: Vec<PathBuf> = fs::read_dir(pages()).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders.iter().map(|folder| (folder.file_name().unwrap().to_string_lossy().into_owned(), read(folder))).collect()
}

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn read(folder: &Path) -> Article {
    let page = html::parse(&fs::read_to_string(folder.join("page.html")).unwrap());
    let claims: serde_json::Value = serde_json::from_str(&fs::read_to_string(folder.join("claims.json")).unwrap()).unwrap();
    extract_page(&page, claims["url"].as_str().unwrap(), &Facts::default(), &Options::default()).unwrap()
}
