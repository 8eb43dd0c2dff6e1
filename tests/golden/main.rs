//! Whole pages, one folder each: what is claimed of a page by hand, and what was read of it when last blessed.
//!
//! `tests/pages/<slug>/` holds `page.html`, `README.md` (why it is here), `claims.json` (written by hand, never
//! blessed) and the blessed `expected.html` (the body, to read) and `expected.json` (the whole article, as it
//! crosses to TypeScript). `cargo xtask bless [SLUG…]` writes the last two anew; read the difference before
//! committing it. The same expectations hold in the browsers: see `tests/browser`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod canonical;
mod claims;
mod layout;

use std::fs;
use std::path::{Path, PathBuf};

use lectern::capture::Facts;
use lectern::extract::extract_page;
use lectern::page::html;
use lectern::{Article, Options, Page, export};
use similar::TextDiff;

use claims::Claims;

/// One test page.
struct TestPage {
    slug: String,
    folder: PathBuf,
    html: String,
    claims: Claims,
}

#[test]
fn every_page_reads_as_blessed() {
    let bless = std::env::var("LECTERN_BLESS").ok();
    let failures: Vec<String> = pages().iter().filter_map(|page| page.compare(bless.as_deref())).collect();
    assert!(failures.is_empty(), "{} pages differ from what is blessed:\n\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_claim_holds() {
    let mut failures = Vec::new();
    for page in pages() {
        failures.extend(page.claims.failures(&page.read()).iter().map(|failure| format!("{}: {failure}", page.slug)));
    }
    assert!(failures.is_empty(), "{} claims:\n{}", failures.len(), failures.join("\n"));
}

/// The live page is read by the tokenizer, files by the parser of `page::html`: a page must not depend on which.
#[test]
fn both_parsers_read_the_same_article() {
    for page in pages() {
        let canonical = canonical::serialize(&html::parse(&page.html));
        let live = extract_page(&Page::parse(canonical), &page.claims.url, &Facts::default(), &Options::default());
        let live = layout::json(&live.unwrap());
        assert!(live == layout::json(&page.read()), "{}:\n{}", page.slug, diff(&layout::json(&page.read()), &live));
    }
}

fn pages() -> Vec<TestPage> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders.into_iter().map(TestPage::open).collect()
}

impl TestPage {
    fn open(folder: PathBuf) -> TestPage {
        let file =
            |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{folder:?}: {name}: {error}"));
        let why = file("README.md");
        assert!(why.trim().lines().count() > 1, "{folder:?}: README.md says why the page is here");
        let claims =
            serde_json::from_str(&file("claims.json")).unwrap_or_else(|error| panic!("{folder:?}: claims.json: {error}"));
        let slug = folder.file_name().unwrap().to_string_lossy().into_owned();
        TestPage { slug, html: file("page.html"), claims, folder }
    }

    fn read(&self) -> Article {
        let page = html::parse(&self.html);
        extract_page(&page, &self.claims.url, &Facts::default(), &Options::default())
            .unwrap_or_else(|reason| panic!("{}: {reason}", self.slug))
    }

    /// How the article differs from what is blessed; blesses it instead where `bless` names this page or all ("1").
    fn compare(&self, bless: Option<&str>) -> Option<String> {
        let article = self.read();
        let body = export::html::fragment(&article.blocks, &article.notes) + "\n";
        let files = [("expected.html", body), ("expected.json", layout::json(&article))];
        if bless.is_some_and(|slugs| slugs == "1" || slugs.split(',').any(|slug| slug == self.slug)) {
            for (name, got) in files {
                fs::write(self.folder.join(name), got).unwrap();
            }
            return None;
        }
        let differences = files.into_iter().filter_map(|(name, got)| {
            let Ok(want) = fs::read_to_string(self.folder.join(name)) else {
                return Some(format!("{}/{name} is missing: cargo xtask bless {}", self.slug, self.slug));
            };
            (want != got).then(|| format!("{}/{name} (- blessed, + now):\n{}", self.slug, diff(&want, &got)))
        });
        let differences: Vec<String> = differences.collect();
        (!differences.is_empty()).then(|| differences.join("\n"))
    }
}

fn diff(want: &str, got: &str) -> String {
    TextDiff::from_lines(want, got).unified_diff().context_radius(2).to_string()
}
