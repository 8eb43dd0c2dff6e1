//! Resolves the addresses of links, images and other resources, and lets only harmless schemes through.
//!
//! What comes out leads a browser where the page's own address would have led it: the steps are those of the
//! [URL standard](https://url.spec.whatwg.org/#concept-basic-url-parser) for the few schemes that pass, so
//! `java\nscript:` is seen for what it is and `\\host` for a host. Hosts stay as they are written, in lower case:
//! the tables that turn `bücher.example` into Punycode would be larger than the rest of the engine, and whatever
//! opens the address has them.

mod parse;

use self::parse::{Address, clean, encode_into, is_unsafe_in_fragment, scheme};
use crate::page::{Page, Tag};

/// What an address is for. This decides which schemes it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// Followed by a click: `http`, `https`, `mailto`, `tel`, and `#fragment` for a place in the page itself.
    Link,
    /// Shown by `img`, where not even SVG runs: `http`, `https` and `data:image/…`.
    Image,
    /// Anything else that is named, opened or played: `http` and `https`.
    Resource,
}

/// What the references of a page are resolved against.
///
/// A page read from `file:` may also name other `file:` addresses; no other page may.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// The page's own address.
    document: Option<Address>,
    /// The same, unless a `base` element says otherwise.
    base: Option<Address>,
}

impl Base {
    /// The base of a page at `url` without a `base` element. With an unknown address (empty, `about:`, `data:`),
    /// only addresses that stand by themselves resolve.
    pub fn new(url: &str) -> Base {
        let mut document = Address::resolve(&clean(url), None);
        if let Some(document) = &mut document {
            document.drop_fragment();
        }
        Base { base: document.clone(), document }
    }

    /// The base of `page`, read at `url`: the first `base` element with an address counts.
    pub fn of(page: &Page, url: &str) -> Base {
        let mut base = Base::new(url);
        let Some(first) = page.find(Tag::Base) else { return base };
        let mut nodes = page.nodes();
        nodes.skip_to(first);
        let mut named = nodes.filter(|&id| page.tag(id) == Tag::Base && page.element_index(id).is_some());
        let href = named.find_map(|id| page.attr(id, "href"));
        if let Some(mut address) = href.and_then(|href| Address::resolve(&clean(href), base.base.as_ref())) {
            address.drop_fragment();
            base.base = Some(address);
        }
        base
    }

    /// The address that `reference` means, or `None` when it means none or one that `use_` forbids.
    ///
    /// A link into the page itself comes out as `#fragment`.
    pub fn resolve(&self, reference: &str, use_: Use) -> Option<String> {
        let reference = clean(reference);
        if reference.is_empty() {
            return None;
        }
        match scheme(&reference) {
            Some((scheme, rest)) if use_ == Use::Link && is_one_of(scheme, &["mailto", "tel"]) => opaque(scheme, rest),
            Some((scheme, rest)) if use_ == Use::Image && is_one_of(scheme, &["data"]) => {
                let is_image = rest.get(..6).is_some_and(|kind| kind.eq_ignore_ascii_case("image/"));
                is_image.then(|| opaque(scheme, rest)).flatten()
            }
            Some((scheme, _)) if !is_one_of(scheme, &["http", "https", "file"]) => None,
            _ => self.resolve_web(&reference, use_),
        }
    }

    /// As [`Base::resolve`], for references that lead to `http`, `https` or `file`.
    fn resolve_web(&self, reference: &str, use_: Use) -> Option<String> {
        if self.base.is_none() && use_ == Use::Link && reference.len() > 1 && reference.starts_with('#') {
            return Some(encode_into(String::new(), reference, is_unsafe_in_fragment));
        }
        let address = Address::resolve(reference, self.base.as_ref())?;
        let document = self.document.as_ref();
        if address.is_file() && !document.is_some_and(Address::is_file) {
            return None;
        }
        if use_ == Use::Link && address.has_fragment() && document.is_some_and(|each| each.text == address.without_fragment()) {
            let fragment = address.fragment();
            return (fragment.len() > 1).then(|| fragment.to_owned());
        }
        Some(address.text)
    }
}

/// The address that `reference` means on a page at `base`; `None` when it means none or one that `use_` forbids.
///
/// For more than one reference, make a [`Base`] once.
pub fn resolve(base: &str, reference: &str, use_: Use) -> Option<String> {
    Base::new(base).resolve(reference, use_)
}

/// Whether an address that is written already may stand where it is used so: the second lock, for what was not resolved
/// here, such as an article that comes from a file.
pub(crate) fn is_harmless(address: &str, use_: Use) -> bool {
    let address = clean(address);
    let Some((scheme, rest)) = scheme(&address) else { return true };
    let is_image = || rest.get(..6).is_some_and(|kind| kind.eq_ignore_ascii_case("image/"));
    is_one_of(scheme, &["http", "https", "file"])
        || (use_ == Use::Link && is_one_of(scheme, &["mailto", "tel"]))
        || (use_ == Use::Image && is_one_of(scheme, &["data"]) && is_image())
}

fn is_one_of(scheme: &str, allowed: &[&str]) -> bool {
    allowed.iter().any(|each| scheme.eq_ignore_ascii_case(each))
}

/// An address whose inside is not looked into. Nothing but its control characters can do harm.
fn opaque(scheme: &str, rest: &str) -> Option<String> {
    let start = format!("{}:", scheme.to_ascii_lowercase());
    (!rest.is_empty()).then(|| encode_into(start, rest, |byte| byte < b' ' || byte == 0x7F))
}

#[cfg(test)]
mod tests {
    use super::parse::is_slash;
    use super::*;
    use Use::*;

    const PAGE: &str = "https://news.example/world/story?id=7#top";

    #[track_caller]
    fn check(use_: Use, cases: &[(&str, Option<&str>)]) {
        for &(reference, expected) in cases {
            assert_eq!(resolve(PAGE, reference, use_).as_deref(), expected, "{reference:?} as {use_:?}");
        }
    }

    #[test]
    fn relative_references_are_resolved() {
        check(
            Resource,
            &[
                ("next", Some("https://news.example/world/next")),
                ("../a/./b/", Some("https://news.example/a/b/")),
                ("../../../x", Some("https://news.example/x")),
                ("/%2E%2e/x", Some("https://news.example/x")),
                ("?page=2", Some("https://news.example/world/story?page=2")),
                ("#notes", Some("https://news.example/world/story?id=7#notes")),
                ("//cdn.example/a.png", Some("https://cdn.example/a.png")),
                ("\\\\cdn.example\\a.png", Some("https://cdn.example/a.png")),
                ("https:next", Some("https://news.example/world/next")),
                ("http:other.example/next", Some("http://other.example/next")),
                ("HTTP://Other.Example:080", Some("http://other.example/")),
                ("https://other.example?q", Some("https://other.example/?q")),
                ("  a b\n\"c ", Some("https://news.example/world/a%20b%22c")),
                ("caf\u{e9}?\u{e9}", Some("https://news.example/world/caf%C3%A9?%C3%A9")),
                ("", None),
                ("http://", None),
                ("http://a b/", None),
                ("http://a:99999/", None),
            ],
        );
    }

    #[test]
    fn a_link_may_be_mail_telephone_or_a_place_in_the_page() {
        check(
            Link,
            &[
                ("mailto:a@b.example?subject=Hello you", Some("mailto:a@b.example?subject=Hello you")),
                ("TEL:+1 23", Some("tel:+1 23")),
                ("#notes", Some("#notes")),
                ("story?id=7#notes", Some("#notes")),
                ("story#notes", Some("https://news.example/world/story#notes")),
                ("#", None),
                ("data:image/png;base64,AA", None),
            ],
        );
        assert_eq!(resolve("", "#notes", Link).as_deref(), Some("#notes"));
        assert_eq!(resolve("about:srcdoc", "a", Link), None);
    }

    #[test]
    fn an_image_may_carry_its_own_data() {
        check(
            Image,
            &[
                ("DATA:image/png;base64,A\nA==", Some("data:image/png;base64,AA==")),
                ("data:IMAGE/svg+xml,<svg/>", Some("data:IMAGE/svg+xml,<svg/>")),
                ("data:text/html,<script>", None),
                ("data:", None),
                ("blob:https://news.example/1", None),
                ("a.jpg", Some("https://news.example/world/a.jpg")),
            ],
        );
    }

    #[test]
    fn nothing_that_runs_gets_through() {
        for use_ in [Link, Image, Resource] {
            for reference in [
                "javascript:alert(1)",
                "\u{1}JaVa\nscr\tipt\r:alert(1)",
                " \u{0}javascript:alert(1)",
                "vbscript:x",
                "livescript:x",
                "data:text/html;base64,AA",
                "data:application/xhtml+xml,x",
                "view-source:https://a.example/",
                "filesystem:https://a.example/x",
                "feed:javascript:alert(1)",
                "file:///etc/passwd",
                "file:etc/passwd",
                "about:blank",
                "chrome://settings",
                "moz-extension://x/",
                "ws://a.example/",
                "intent:x",
            ] {
                assert_eq!(resolve(PAGE, reference, use_), None, "{reference:?} as {use_:?}");
                assert_eq!(resolve("", reference, use_), None, "{reference:?} as {use_:?} on no page");
            }
        }
    }

    #[test]
    fn a_saved_page_may_name_the_files_beside_it() {
        let base = Base::new("file:///home/me/page.html");
        assert_eq!(base.resolve("page_files/a.jpg", Image).as_deref(), Some("file:///home/me/page_files/a.jpg"));
        assert_eq!(base.resolve("//host/share", Image), None);
        assert_eq!(base.resolve("https://a.example/", Link).as_deref(), Some("https://a.example/"));
    }

    #[test]
    fn the_first_base_element_counts() {
        let html = r#"<base><template><base href="/hidden/"></template><base href="/static/"><base href="/other/">"#;
        let base = Base::of(&Page::parse(html.to_owned()), PAGE);
        assert_eq!(base.resolve("a", Link).as_deref(), Some("https://news.example/static/a"));
        assert_eq!(base.resolve("#a", Link).as_deref(), Some("https://news.example/static/#a"), "as browsers do");
        assert_eq!(base.resolve("/world/story?id=7#a", Link).as_deref(), Some("#a"));
    }

    /// What comes out means to the `url` crate what the reference itself would have meant, and is never of
    /// another scheme than those allowed.
    #[test]
    fn it_agrees_with_the_url_standard() {
        const PIECES: [&str; 44] = [
            "http:",
            "https:",
            "HTTPS:",
            "file:",
            "javascript:",
            "data:",
            "image/png,",
            "//",
            "/",
            "\\",
            "?",
            "#",
            ".",
            "..",
            "%2e",
            "%2E",
            "a",
            "b",
            "A",
            "host.example",
            "127.0.0.1",
            "[::1]",
            ":",
            ":80",
            ":443",
            ":8080",
            "@",
            "user",
            " ",
            "\t",
            "\n",
            "\r",
            "\0",
            "\u{7f}",
            "\u{e9}",
            "\u{2028}",
            "\u{ff1a}",
            "%",
            "%41",
            "\"",
            "'",
            "<",
            "|",
            "&=+;,",
        ];
        let mut random = fastrand::Rng::with_seed(7);
        let mut piled = |most| (0..random.usize(0..most)).map(|_| PIECES[random.usize(0..PIECES.len())]).collect::<String>();
        for _ in 0..60_000 {
            let page = format!("http{}://news.example/{}", if piled(3).len() > 4 { "s" } else { "" }, piled(5));
            let reference = piled(9);
            let Ok(base) = url::Url::parse(&page) else { continue };
            // The crate does not skip a third slash where no scheme stands before it; the standard and browsers do.
            if clean(&reference).chars().take_while(|&c| is_slash(c)).count() > 2 {
                continue;
            }
            let expected = base.join(&reference).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
            let actual = resolve(&page, &reference, Resource);
            let context = format!("{reference:?} on {page:?}: {actual:?}");
            match (expected, actual) {
                (Some(expected), Some(actual)) => {
                    assert_eq!(url::Url::parse(&actual).as_ref().map(url::Url::as_str), Ok(expected.as_str()), "{context}");
                }
                (None, Some(actual)) => assert!(url::Url::parse(&actual).is_err(), "{context}"),
                (Some(_), None) => assert!(clean(&reference).is_empty(), "{context}"),
                (None, None) => {}
            }
        }
    }
}
