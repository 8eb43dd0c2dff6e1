//! The page that an article is saved as: what its links tell, and where its notes lead.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use lectern::export::{Pictures, html};
use lectern::{Options, extract};

/// Three paragraphs, a link to another site, one within the page, and a note that is referred to twice.
fn saved() -> String {
    let sentence =
        "The keeper wrote down the tide, the wind and the ships that passed, as every keeper before her had done. ".repeat(4);
    let page = format!(
        "<title>Tides</title><article><h1>Tides</h1><p id=\"a\">{sentence}<a href=\"https://example.net/log\">The log</a></p>\
         <p>{sentence}<a href=\"#a\">Above</a><sup><a href=\"#fn1\" id=\"r1\">1</a></sup></p>\
         <p>{sentence}<sup><a href=\"#fn1\">1</a></sup></p>\
         <section class=\"footnotes\"><ol><li id=\"fn1\">By lamp light. <a href=\"#r1\">↩</a></li></ol></section></article>"
    );
    let article = extract(&page, "https://example.org/tides", &Options::default()).unwrap();
    html::document(&article, &Pictures::new())
}

#[test]
fn only_links_that_lead_out_say_nothing_of_the_page() {
    let page = saved();
    assert!(page.contains("<a href=\"https://example.net/log\" rel=\"noopener noreferrer\">The log</a>"), "{page}");
    assert!(page.contains("<a href=\"#a\">Above</a>"), "{page}");
}

#[test]
fn a_note_leads_back_to_where_it_is_first_referred_to() {
    let page = saved();
    let (reference, _) = page.split_once("\" href=\"#note-1\"").unwrap();
    let (_, id) = reference.rsplit_once("id=\"").unwrap();
    assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{page}");
    assert!(page.contains(&format!("<a href=\"#{id}\" role=\"doc-backlink\">↩</a>")), "{page}");
    assert!(!page.contains("epub:"), "{page}");
}
