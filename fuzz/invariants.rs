//! What must hold for any page at all. Each function panics when it does not.

use lectern::capture::Facts;
use lectern::export::{self, Resources, markdown, text};
use lectern::page::{Page, html};
use lectern::{Article, Options};

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
    // Three things cannot be written down, the last two in a browser either. Where a shadow root begins is not in the
    // arena; a script whose comment hides its end tag would go on behind it; and `plaintext` may hold elements.
    let has_shadow = page.nodes().any(|id| !page.is_text(id) && page.element_index(id).is_none());
    let hides_end = page.nodes().any(|id| page.text(id).contains("<!--"));
    let has_plaintext = page.nodes().any(|id| page.name(id) == "plaintext");
    if has_shadow || hides_end || has_plaintext {
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
    // it), for `search`, for a line break behind an error behind `pre`, and where nothing bounds the depth.
    let lower = document.to_ascii_lowercase();
    let skipped = ["<math", "<svg", "search", "<pre", "<listing", "<textarea"];
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
    let options = {
        let mut options = Options::default();
        options.read_anyway = true;
        options
    };
    let Ok(article) = lectern::extract::extract_page(&page, "https://example.org/a/page.html", &Facts::default(), &options)
    else {
        return;
    };
    check_export(&export::html::document(&article, &Resources::default()));
    markdown::document(&article);
    check_text(&article, &page);
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

/// Elements that an exported article may have; of MathML any, since MathML Core runs nothing.
const ELEMENTS: &str = " html head meta title link style body article header section aside h1 h2 h3 h4 h5 h6 p br wbr hr \
    figure figcaption img picture video audio source track ul ol li dl dt dd blockquote footer pre code table caption \
    thead tbody tfoot tr th td details summary a em strong b i s u del ins sub sup mark small q cite kbd samp var span \
    abbr dfn time ruby rb rt rp bdi bdo input nav ";

/// Attributes that it may have, outside MathML.
const ATTRIBUTES: &str = " lang dir charset name content rel href class id src srcset sizes alt width height title \
    datetime start value reversed colspan rowspan scope headers type checked disabled controls poster preload kind label \
    srclang loading role aria-label aria-hidden open cite http-equiv data-lang data-language xmlns display encoding data-tone ";

/// Attributes that hold an address.
const ADDRESSES: [&str; 4] = ["href", "src", "poster", "cite"];

fn check_export(document: &str) {
    let page = html::parse(document);
    for id in page.nodes().filter(|&id| !page.is_text(id)) {
        let name = page.name(id);
        let in_math = name == "math" || page.ancestors(id).any(|ancestor| page.name(ancestor) == "math");
        assert!(in_math || ELEMENTS.contains(&format!(" {name} ")), "<{name}> in an article");
        for (attr, value) in page.attrs(id) {
            assert!(!attr.starts_with("on") && attr != "style", "{attr} in an article");
            assert!(in_math || ATTRIBUTES.contains(&format!(" {attr} ")), "{attr}={value:?} in an article");
            if ADDRESSES.contains(&attr) {
                let is_allowed =
                    ["http://", "https://", "mailto:", "tel:", "#", "data:image/"].iter().any(|start| value.starts_with(start));
                assert!(is_allowed, "{attr}={value:?} in an article");
            }
        }
    }
}

/// Every word stands in the page: nothing is made up. Not in this order, since captions and notes are moved.
fn check_text(article: &Article, page: &Page) {
    // Joined, because what an article takes for a word may be in two elements.
    let mut source = String::new();
    let mut other = String::new();
    for id in page.nodes() {
        let is_raw = page.parent(id).is_some_and(|parent| page.tag(parent).is_raw_text());
        push_letters(if is_raw { &mut other } else { &mut source }, page.text(id));
        page.attrs(id).for_each(|(_, value)| push_letters(&mut other, value));
        if page.name(id) == "noscript" {
            let inner = Page::parse_fragment(&page.text_content(id));
            inner.nodes().for_each(|id| push_letters(&mut other, inner.text(id)));
        }
    }
    for block in &article.blocks {
        // A formula is also written as TeX, which is made, not taken.
        if format!("{block:?}").contains("Math") {
            continue;
        }
        let text = text::text(std::slice::from_ref(block));
        for word in text.split(|c: char| !c.is_alphabetic()) {
            let stands = |part: &str| source.contains(part) || other.contains(part);
            // Where something between two elements was left out, a word may be made of the ends of both.
            let is_joined =
                || word.char_indices().map(|(at, _)| word.split_at(at)).any(|(head, tail)| stands(head) && stands(tail));
            assert!(stands(word) || is_joined(), "{word:?} of {text:?} is not in the page");
        }
    }
}

fn push_letters(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|c| c.is_alphabetic()));
}
