//! Holds that both parsers read a serialised document as the same page.

use super::random::document;
use super::serialize::{difference, serialize};
use super::{Page, check_sound, html};
use crate::page::tokenizer::is_canonical;

#[test]
fn both_parsers_agree_on_random_trees() {
    for seed in 0..3000 {
        let html = document(seed);
        let (read, built) = (Page::parse(html.clone()), html::parse(&html));
        check_sound(&read);
        assert!(is_canonical(&html), "seed {seed}: {html}");
        if let Some(difference) = difference(&read, &built) {
            panic!("seed {seed}: {difference}\n{html}");
        }
    }
}

/// Serialised trees that were cut and spliced: anything may come out, as long as it is a page.
#[test]
fn anything_is_a_page() {
    let mut random = fastrand::Rng::with_seed(1);
    for seed in 0..1500 {
        let mut html = document(seed);
        for _ in 0..random.usize(1..6) {
            let start = html.floor_char_boundary(random.usize(0..=html.len()));
            let end = html.floor_char_boundary(start + random.usize(0..9));
            html.replace_range(start..end.max(start), "");
            html.insert_str(
                start,
                ["<", ">", "\"", "</", "<p>", "</div>", "<table>", "&", "\0", "<!--", "='"][random.usize(0..11)],
            );
        }
        check_sound(&Page::parse(html.clone()));
        check_sound(&Page::parse_fragment(&html));
        check_sound(&html::parse(&html));
    }
}

/// Real pages, where `cargo xtask quality` has unpacked them: read as files, they give the same page as read back
/// from how a browser serialises them.
#[test]
fn both_parsers_agree_on_real_pages() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/corpus");
    let Ok(sets) = std::fs::read_dir(&corpus) else {
        println!("skipped: no corpus at target/corpus");
        return;
    };
    let mut n_pages = 0;
    for folder in sets.flatten().filter_map(|set| std::fs::read_dir(set.path().join("html")).ok()) {
        // The pages of one set are much alike.
        for file in folder.flatten().step_by(10) {
            let html = String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned();
            let page = html::parse(&html);
            check_sound(&page);
            if page.nodes().any(|id| !page.is_text(id) && page.element_index(id).is_none()) {
                continue; // Where a shadow root begins is not in the arena, so it cannot be written again.
            }
            let html = serialize(&page);
            assert!(is_canonical(&html), "{}", file.path().display());
            if let Some(difference) = difference(&Page::parse(html), &page) {
                panic!("{}: {difference}", file.path().display());
            }
            n_pages += 1;
        }
    }
    println!("{n_pages} pages of the corpus");
}
