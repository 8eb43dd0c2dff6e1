//! An article can be kept: it is the same after it was written down as JSON and read again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use lectern::trace::Trace;
use lectern::{Article, Options, extract};

#[test]
fn a_kept_article_is_the_same() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut n_kept = 0;
    for folder in fs::read_dir(pages).unwrap() {
        let html = fs::read_to_string(folder.unwrap().path().join("page.html")).unwrap();
        let Ok(mut article) = extract(&html, "https://example.org/page", &Options::default()) else { continue };
        article.trace = Trace::default();
        let kept: Article = serde_json::from_str(&serde_json::to_string(&article).unwrap()).unwrap();
        assert_eq!(without_places(kept), without_places(article));
        n_kept += 1;
    }
    assert!(n_kept > 0);
}

#[test]
fn an_article_of_an_older_version_lacks_what_is_new() {
    let kept = r#"{ "metadata": { "title": "Tides" }, "blocks": [{ "body": { "kind": "rule" } }] }"#;
    let article: Article = serde_json::from_str(kept).unwrap();
    assert_eq!(article.metadata.title, "Tides");
    assert_eq!(article.blocks.len(), 1);
}

/// Where in the page a title or a name was shown stays behind with the page.
fn without_places(mut article: Article) -> Article {
    article.metadata.visible = Vec::new();
    article.metadata.kind = None;
    article
}
