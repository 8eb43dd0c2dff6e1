//! What must hold for any page at all. Each function panics when it does not.

#[path = "allowed.rs"]
pub mod allowed;
#[path = "order.rs"]
pub mod order;

use lectern::capture::Facts;
use lectern::page::{Page, html};
use lectern::{Article, Options};
use serde::Deserialize;

use super::page::oracle;
use super::page::serialize::{difference, serialize};

/// Both ways to read a document give one tree with its elements numbered in order.
pub fn reads_anything(document: &str) {
    check_tree(&Page::parse(document.to_owned()));
    check_tree(&Page::parse_fragment(document));
}

/// The tree that a browser would build from `document`, serialised as it would, is read as the same tree.
pub fn parsers_agree(document: &str) {
    let page = html::parse(document);
    check_tree(&page);
    // Four things cannot be written down, the last three in a browser either. Where a shadow root begins is not in the
    // arena; a script whose comment hides its end tag would go on behind it; `plaintext` may hold elements; and an `mglyph`
    // of HTML, which a table in a formula has let go of, is written as one of MathML.
    let has_shadow = page.nodes().any(|id| !page.is_text(id) && page.element_index(id).is_none());
    let hides_end = page.nodes().any(|id| page.text(id).contains("<!--"));
    let has_plaintext = page.nodes().any(|id| page.name(id) == "plaintext");
    let has_glyph = page.nodes().any(|id| {
        let parent = page.parent(id).map_or("", |parent| page.name(parent));
        matches!(page.name(id), "mglyph" | "malignmark") && matches!(parent, "mi" | "mo" | "mn" | "ms" | "mtext")
    });
    if has_shadow || hides_end || has_plaintext || has_glyph {
        return;
    }
    let serialised = serialize(&page);
    if let Some(difference) = difference(&Page::parse(serialised.clone()), &page) {
        panic!("{difference}\n{serialised}");
    }
}

/// A file is read as html5ever reads it, as far as html5ever is the standard.
pub fn oracle_agrees(document: &str) {
    // It is not inside foreign content that holds HTML (`mi`, `desc`, `annotation-xml` and the like are not special to
    // it), for `search`, for a line break behind an error behind `pre`, for a byte order mark behind a script, for a shadow root
    // of what can have none, and where nothing bounds the depth.
    let lower = document.to_ascii_lowercase();
    let skipped = ["<math", "<svg", "search", "<pre", "<listing", "<textarea", "\u{feff}", "shadowrootmode"];
    if skipped.iter().any(|word| lower.contains(word)) || document.len() > MAX_FOR_ORACLE {
        return;
    }
    if let Some(difference) = difference(&html::parse(document), &oracle::parse(document)) {
        panic!("{difference}\n{document}");
    }
}

/// Fewer bytes than it takes to come to a bound of the parser: to open so many elements, or as many formatting ones.
const MAX_FOR_ORACLE: usize = 384;

/// The article is inside the allow-list, in every form, and its text is the page's.
pub fn article_is_clean(document: &str) {
    let page = html::parse(document);
    let mut options = Options::default();
    options.read_anyway = true;
    let Ok(article) = lectern::extract::extract_page(&page, ADDRESS, &Facts::default(), &options) else { return };
    allowed::check_article(&article);
    order::check_order(&article, &page);
}

/// Where the pages are taken to be from.
const ADDRESS: &str = "https://example.org/a/page.html";

/// An article that comes from a file or from an older version, and was never checked, is inside the allow-list too.
pub fn kept_article_is_clean(json: &str) {
    if let Ok(article) = serde_json::from_str::<Article>(json) {
        allowed::check_article(&article);
    }
}

/// What a page's reading takes beside the page, in the first line of `input`: any of it is survived.
pub fn choices_are_survived(input: &str) {
    #[derive(Deserialize)]
    struct Choices {
        facts: Facts,
        options: Options,
    }
    let Some((choices, document)) = input.split_once('\n') else { return };
    let Ok(Choices { facts, options }) = serde_json::from_str(choices) else { return };
    let page = Page::parse(document.to_owned());
    if let Ok(article) = lectern::extract::extract_page(&page, ADDRESS, &facts.checked(), &options) {
        allowed::check_article(&article);
    }
}

/// Every node ends inside its parent, there is one root, and the elements are counted through.
fn check_tree(page: &Page) {
    let mut next_element = 0;
    assert!(!page.is_empty(), "a page has a root");
    for id in page.nodes() {
        match page.parent(id) {
            Some(parent) => assert!(parent < id && page.end(id) <= page.end(parent), "{id:?} sticks out of {parent:?}"),
            None => assert_eq!((id, page.end(id).index()), (page.root(), page.len()), "a second root"),
        }
        assert_eq!(page.is_text(id), page.name(id).is_empty(), "{id:?} has a name if it is an element");
        if let Some(element) = page.element_index(id) {
            assert_eq!((element, page.element(element)), (next_element, Some(id)), "elements are numbered in order");
            next_element += 1;
        }
    }
}
