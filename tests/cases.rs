//! Small pages, one for each pattern that the article's builder knows: `tests/cases/<kind>--<case>.html`.
//!
//! The whole body is selected, so a case tests what is made of it and not what is chosen. The page's `title` is the
//! article's title, and its address is `ADDRESS`. What is expected stands beside the case in
//! `<kind>--<case>.expected.html`, as `export::html` writes it; `LECTERN_BLESS=1 cargo test --test cases` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lectern::article::{Built, Context, build};
use lectern::capture::Facts;
use lectern::export::html;
use lectern::extract::Selection;
use lectern::page::{self, NodeSet, Tag};

const ADDRESS: &str = "https://example.org/news/page.html";
const EXPECTED: &str = ".expected.html";

#[test]
fn every_case_builds_what_is_expected() {
    let bless = std::env::var_os("LECTERN_BLESS").is_some();
    let failures: Vec<String> = cases().iter().filter_map(|case| check(case, bless)).collect();
    assert!(failures.is_empty(), "{} cases differ:\n\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_expectation_has_a_case() {
    let cases: BTreeSet<PathBuf> = cases().into_iter().collect();
    let orphans: Vec<PathBuf> = files().into_iter().filter(|file| is_expected(file) && !cases.contains(&case_of(file))).collect();
    assert!(orphans.is_empty(), "no case for {orphans:?}");
}

/// Builds one case and says how it differs from what is expected.
fn check(case: &Path, bless: bool) -> Option<String> {
    let built = read(case);
    let mut got = html::fragment(&built.blocks, &built.notes);
    got.push('\n');
    let expected = expected_of(case);
    if bless {
        fs::write(&expected, &got).unwrap();
        return None;
    }
    let want = fs::read_to_string(&expected).unwrap_or_else(|_| "(not blessed yet)\n".to_owned());
    (got != want).then(|| format!("{}\n--- expected\n{want}--- got\n{got}", case.display()))
}

fn read(case: &Path) -> Built {
    let page = page::html::parse(&fs::read_to_string(case).unwrap());
    let selection = Selection { roots: vec![page.body()], removed: NodeSet::new() };
    let title = page.find(Tag::Title).map(|title| page.text_content(title)).unwrap_or_default();
    build(&page, &selection, Context { url: ADDRESS, facts: &Facts::default(), title: &title, posts: &[] })
}

/// The cases, in the order of their names.
fn cases() -> Vec<PathBuf> {
    let cases: Vec<PathBuf> = files().into_iter().filter(|file| !is_expected(file)).collect();
    assert!(!cases.is_empty());
    cases
}

fn files() -> BTreeSet<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn is_expected(file: &Path) -> bool {
    file.to_str().unwrap().ends_with(EXPECTED)
}

fn expected_of(case: &Path) -> PathBuf {
    PathBuf::from(case.to_str().unwrap().replace(".html", EXPECTED))
}

fn case_of(expected: &Path) -> PathBuf {
    PathBuf::from(expected.to_str().unwrap().replace(EXPECTED, ".html"))
}
