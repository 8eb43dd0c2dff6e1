//! What may stand in an exported article, whatever page or file it was made from. Each function panics where something
//! else does.

use lectern::Article;
use lectern::export::{Pictures, html, markdown};
use lectern::page::{NodeId, Page, html as parser};

/// Every form that an article is written in, but the book: that is an archive, of which the chapter is looked at.
pub fn check_article(article: &Article) {
    let page = html::document(article, &Pictures::default());
    check_markup(&page);
    check_links(&parser::parse(&page), &page);
    check_markdown(&markdown::document(article));
}

/// Elements that an exported article may have; of MathML any, since MathML Core runs nothing.
const ELEMENTS: &str = " html head meta title link style body article header section aside h1 h2 h3 h4 h5 h6 p br wbr hr \
    figure figcaption img picture video audio source track ul ol li dl dt dd blockquote footer pre code table caption \
    thead tbody tfoot tr th td details summary a em strong b i s u del ins sub sup mark small q cite kbd samp var span \
    abbr dfn time ruby rb rt rp bdi bdo input nav div ";

/// Attributes that it may have, outside MathML.
const ATTRIBUTES: &str = " lang dir charset name content rel href class id src srcset sizes alt width height title \
    datetime start value reversed colspan rowspan scope headers type checked disabled controls poster preload kind label \
    srclang loading role aria-label aria-hidden open cite http-equiv data-lang data-language xmlns display encoding \
    data-tone xml:lang xmlns:epub epub:type epub:prefix epub:role align ";

/// Elements that MathML shares with HTML or SVG, and those of it that are more than a formula.
const NOT_IN_MATH: &str = " script style iframe object embed img svg a maction annotation-xml mglyph foreignobject ";

/// Attributes that lead somewhere, look like something or have a name, which a formula's have not.
const NOT_ON_MATH: &str = " href xlink:href src style class id name background altimg action ";

/// Attributes that hold one address.
const ADDRESSES: [&str; 4] = ["href", "src", "poster", "cite"];

/// A document in HTML or XHTML.
pub fn check_markup(document: &str) {
    check(&parser::parse(document), document);
}

/// What a renderer makes of it that lets raw HTML through, whether or not it knows more than CommonMark.
pub fn check_markdown(markdown: &str) {
    for extensions in [pulldown_cmark::Options::empty(), pulldown_cmark::Options::all()] {
        let mut rendered = String::new();
        pulldown_cmark::html::push_html(&mut rendered, pulldown_cmark::Parser::new_ext(markdown, extensions));
        check(&parser::parse(&rendered), markdown);
    }
}

fn check(page: &Page, document: &str) {
    for id in page.nodes().filter(|&id| !page.is_text(id)) {
        let name = page.name(id);
        let in_math = name == "math" || page.ancestors(id).any(|ancestor| page.name(ancestor) == "math");
        let list_has = |list: &str, word: &str| list.contains(&format!(" {word} "));
        let is_allowed = if in_math { !list_has(NOT_IN_MATH, name) } else { list_has(ELEMENTS, name) };
        assert!(is_allowed, "<{name}> in an article:\n{document}");
        for (attr, value) in page.attrs(id) {
            assert!(!attr.starts_with("on"), "{attr} in an article:\n{document}");
            // The one style that a renderer of Markdown writes itself.
            let is_alignment = attr == "style" && value.starts_with("text-align: ");
            assert!(attr != "style" || is_alignment, "{attr}={value:?} in an article:\n{document}");
            let is_known = if in_math { !list_has(NOT_ON_MATH, attr) } else { list_has(ATTRIBUTES, attr) };
            assert!(is_alignment || is_known, "{attr}={value:?} in an article:\n{document}");
            check_address(page, id, attr, value, document);
            for candidate in value.split(", ").filter(|_| attr == "srcset") {
                check_address(page, id, "src", candidate, document);
            }
        }
    }
}

/// Whoever is gone to does not learn from where, and gets no hand on the page.
fn check_links(page: &Page, document: &str) {
    for id in page.nodes().filter(|&id| page.name(id) == "a") {
        let leads_out = page.attr(id, "href").is_some_and(|href| !href.starts_with('#'));
        assert!(
            !leads_out || page.attr(id, "rel") == Some("noopener noreferrer"),
            "a link that tells where it is followed from:\n{document}"
        );
    }
}

fn check_address(page: &Page, id: NodeId, attr: &str, value: &str, document: &str) {
    let is_resource = matches!(attr, "src" | "poster");
    if !ADDRESSES.contains(&attr) || (page.name(id) == "link" && value == "style.css") {
        return;
    }
    let starts: &[&str] =
        if is_resource { &["http:", "https:", "data:image/"] } else { &["http:", "https:", "mailto:", "tel:", "#"] };
    let lower = as_read(value).to_ascii_lowercase();
    let is_allowed = is_relative(&lower) || starts.iter().any(|start| lower.starts_with(start));
    assert!(is_allowed, "{attr}={value:?} in an article:\n{document}");
}

/// An address as a browser reads it.
fn as_read(address: &str) -> String {
    address.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

/// Whether a browser finds no scheme in an address: it leads to a place beside the file then, and runs nothing.
fn is_relative(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else { return true };
    !scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        || scheme.contains(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-' | '.'))
}
