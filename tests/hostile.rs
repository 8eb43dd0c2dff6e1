//! Hostile payloads, in an article's body and through every field of it: what is written of the article is inside the
//! allow-list, in every form. The browsers' side of the same is `tests/hostile/`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../fuzz/allowed.rs"]
mod allowed;

#[path = "hostile/xml.rs"]
mod xml;

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read};
use std::panic::catch_unwind;
use std::path::Path;

use lectern::capture::Facts;
use lectern::export::{Pictures, epub, html as page, text};
use lectern::extract::extract_page;
use lectern::page::html;
use lectern::{Article, Options, Page};
use zip::ZipArchive;

/// Families of `tests/hostile/payloads` that are markup; `fields` are values.
const FAMILIES: [&str; 10] =
    ["addresses", "clobbering", "handlers", "markdown", "mutation", "namespaces", "resources", "styles", "templates", "unicode"];

#[test]
fn payloads_in_a_body_are_outside_of_what_is_written() {
    let payloads = FAMILIES.iter().flat_map(|family| payloads(family));
    hold(payloads.map(|payload| (payload.clone(), body(&payload))));
}

#[test]
fn payloads_in_every_field_are_values() {
    let fields = payloads("fields");
    hold(fields.iter().map(|value| (value.clone(), every_field(value))));
    // A page that has them all at once has no room for any: each value is also alone in its page.
    assert!(fields.iter().all(|value| read(&every_field(value)).is_some()));
}

/// What was kept is not trusted: it may be from a file.
#[test]
fn payloads_in_a_kept_article_are_outside_of_what_is_written() {
    let template = fs::read_to_string(file("tests/hostile/kept.json")).unwrap();
    let written = |payload: &str| serde_json::from_str::<Article>(&filled(&template, payload)).unwrap();
    let more = ["a & b &lt;i> &quot; &nothing; < \u{8}\u{fffe}", "1 name"].map(str::to_owned);
    let payloads = payloads("fields").into_iter().chain(more);
    let failures: Vec<String> = payloads.filter_map(|payload| failure(&payload, || check(&written(&payload)))).collect();
    assert!(failures.is_empty(), "{} payloads:\n{}", failures.len(), failures.join("\n"));
}

/// A formula shows what it is made of, and a book says no date that is none.
#[test]
fn what_stands_beside_the_text_is_not_in_it() {
    let formula = "<p>The height is <math><mi lspace='hidden(1)' mathvariant='hidden:1'>h</mi><annotation-xml>hidden</annotation-xml>\
        <annotation>hidden</annotation></math>, as it was on <time datetime='hidden'>Monday</time> when the lamp was lit.</p>";
    let article = read(&body(formula)).unwrap();
    let written = text::document(&article) + &page::fragment(&article.blocks, &article.notes) + &chapter(&article);
    assert!(written.contains("on Monday when") || written.contains("Monday</"), "{written}");
    assert!(!written.replace("datetime=\"hidden\"", "").contains("hidden"), "{written}");
    let chapter = chapter(&article);
    assert!(!chapter.contains("hidden"), "{chapter}");
}

#[test]
fn a_formula_of_any_depth_is_read() {
    let deep = format!(
        "<p>As deep as <math>{}<mi>h</mi>{}</math> is the harbor.</p>",
        "<mrow>".repeat(50_000),
        "</mrow>".repeat(50_000)
    );
    // As a live page has it: the parser of files limits depth itself.
    let page = Page::parse(body(&deep));
    assert!(extract_page(&page, "https://example.org/page", &Facts::default(), &Options::default()).is_ok());
}

/// Reads each page and looks at all that is written of it; names the payloads of those that fail.
fn hold(pages: impl Iterator<Item = (String, String)>) {
    let mut n_payloads = 0;
    let mut failures = Vec::new();
    for (payload, page) in pages {
        n_payloads += 1;
        failures.extend(failure(&payload, || check(&read(&page).unwrap())));
    }
    assert!(n_payloads > 0 && failures.is_empty(), "{} of {n_payloads} payloads:\n{}", failures.len(), failures.join("\n"));
}

fn failure(payload: &str, check: impl FnOnce() + std::panic::UnwindSafe) -> Option<String> {
    let panic = catch_unwind(check).err()?;
    let said = panic.downcast_ref::<String>().map(|said| said.lines().next().unwrap_or_default().to_owned());
    Some(format!("{payload}\n    {}", said.unwrap_or_default()))
}

fn read(page: &str) -> Option<Article> {
    let mut options = Options::default();
    options.read_anyway = true;
    extract_page(&html::parse(page), "https://example.org/page", &Facts::default(), &options).ok()
}

fn check(article: &Article) {
    allowed::check_article(article);
    let book = epub::document(article, &Pictures::new()).unwrap();
    for name in ["book/chapter.xhtml", "book/nav.xhtml"] {
        let markup = in_book(&book, name);
        allowed::check_markup(&markup);
        xml::check(&markup);
    }
    let chapter = in_book(&book, "book/chapter.xhtml");
    xml::check_names(&chapter);
    assert!(!chapter.contains("\"#nowhere\""), "a link to what is not in the book:\n{chapter}");
    xml::check_package(&in_book(&book, "book/package.opf"));
}

fn in_book(book: &[u8], name: &str) -> String {
    let mut markup = String::new();
    ZipArchive::new(Cursor::new(book)).unwrap().by_name(name).unwrap().read_to_string(&mut markup).unwrap();
    markup
}

fn chapter(article: &Article) -> String {
    in_book(&epub::document(article, &Pictures::new()).unwrap(), "book/chapter.xhtml")
}

/// An article with the payload in the middle of its body.
fn body(payload: &str) -> String {
    let mut page = String::from("<!DOCTYPE html><title>The keeper of the lamp</title><article><h1>The keeper of the lamp</h1>");
    for paragraph in 0..6 {
        let _ = write!(page, "<p>{PARAGRAPH}</p>");
        if paragraph % 2 == 0 {
            let _ = write!(page, "<div>{payload}</div>");
        }
    }
    page + "</article>"
}

const PARAGRAPH: &str = "The lamp on the mole was lit at dusk by whoever happened to be nearest, which in practice meant the same \
    four people in turn, and nobody could say any more who had begun it or why it was never written down.";

/// The page of the browsers' tests with this value in each of its places.
fn every_field(value: &str) -> String {
    filled(&fs::read_to_string(file("tests/hostile/fields.html")).unwrap(), value)
}

/// `template` with `value` in its places: `{{json}}` inside a string of JSON, `{{attr}}` in an attribute, `{{text}}` in text.
fn filled(template: &str, value: &str) -> String {
    let json = serde_json::to_string(value).unwrap().replace("</", "<\\/");
    let text = value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    template.replace("{{json}}", json.trim_matches('"')).replace("{{attr}}", &text).replace("{{text}}", &text)
}

/// The payloads of a family: one in a line, characters that are not to be seen as `{U+0000}`.
fn payloads(family: &str) -> Vec<String> {
    let text = fs::read_to_string(file(&format!("tests/hostile/payloads/{family}.txt"))).unwrap();
    text.lines().filter(|line| !line.starts_with("# ")).map(decoded).collect()
}

fn decoded(line: &str) -> String {
    let mut parts = line.split("{U+");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        out.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out
}

fn file(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
