//! What fuzzing holds (`fuzz/`), on a stable toolchain: over made pages, over the golden pages cut and spliced, and over
//! everything that fuzzing has found.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "the fuzz targets need more of it")]
#[path = "../fuzz/invariants.rs"]
mod invariants;
#[path = "../fuzz/page.rs"]
mod page;
#[path = "../fuzz/pieces.rs"]
mod pieces;

use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use pieces::PIECES;

/// Holds every invariant for one document.
fn check(document: &str) {
    invariants::reads_anything(document);
    invariants::parsers_agree(document);
    invariants::oracle_agrees(document);
    invariants::article_is_clean(document);
    invariants::kept_article_is_clean(document);
    invariants::choices_are_survived(document);
}

#[test]
fn what_fuzzing_found_stays_fixed() {
    for file in files("fuzz/regressions") {
        check(&String::from_utf8_lossy(&fs::read(file).unwrap()));
    }
}

#[test]
fn tags_in_any_order_are_a_page() {
    let mut random = Rng::with_seed(2);
    for _ in 0..3000 {
        let n_pieces = random.usize(1..40);
        let document: String = (0..n_pieces).map(|_| *random.choice(&PIECES).unwrap()).collect();
        check(&document);
    }
}

#[test]
fn damaged_pages_are_pages() {
    let mut random = Rng::with_seed(3);
    let pages: Vec<String> = files("tests/cases").into_iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
    pages.iter().for_each(|page| check(page));
    for _ in 0..1500 {
        let mut document = random.choice(&pages).unwrap().clone();
        for _ in 0..random.usize(1..8) {
            let start = document.floor_char_boundary(random.usize(0..=document.len()));
            let end = document.floor_char_boundary(start + random.usize(0..60)).max(start);
            document.replace_range(start..end, random.choice(&PIECES).unwrap());
        }
        check(&document);
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}
