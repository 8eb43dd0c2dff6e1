//! Finds the next page of an article that is spread over several: by what the page says, by a numbered pager, or by a
//! link that leads from page n to page n + 1 of the same address.

use crate::address::{Base, Use};
use crate::page::{NodeId, Page, Tag};

/// The address of the next page, on the same origin; `None` on the last page, and for an article with one.
pub fn next_page(page: &Page, url: &str) -> Option<String> {
    let base = Base::of(page, url);
    let links: Vec<Link<'_>> = links(page).collect();
    let here = Address::of(url)?;
    let is_next = |address: &str| {
        let address = Address::of(address);
        address.is_some_and(|there| there.origin == here.origin && there.whole != here.whole)
    };
    let mut numbered = numbered(page, &base, &links, &here).filter(|address| is_next(address));
    if numbered.is_none() {
        // `rel=next` also leads from one article to another: only an address that counts pages is believed.
        let mut related = links.iter().filter(|link| link.is_related).filter_map(|link| link.address(&base));
        numbered = related.find(|address| is_next(address) && follows(&here, address));
    }
    numbered.or_else(|| {
        let next = (here.number().unwrap_or(1) + 1).to_string();
        let said = links.iter().filter(|link| link.may_have(&next) && leads_on(page, link.node));
        said.filter_map(|link| link.address(&base)).find(|address| is_next(address) && follows(&here, address))
    })
}

/// A link of the page.
struct Link<'a> {
    node: NodeId,
    href: &'a str,
    is_related: bool,
}

impl Link<'_> {
    /// False for most links, whose address does not count as far as `number`, wherever the page is.
    fn may_have(&self, number: &str) -> bool {
        let is_of_base = self.href.starts_with('?') || !self.href.bytes().any(|byte| byte.is_ascii_alphanumeric());
        is_of_base || self.href.contains(number)
    }

    /// The first text in it.
    fn text<'p>(&self, page: &'p Page) -> &'p str {
        let mut texts = page.descendants(self.node).map(|each| page.text(each).trim()).filter(|text| !text.is_empty());
        texts.next().unwrap_or_default()
    }

    /// Where it leads. Few links are worth resolving.
    fn address(&self, base: &Base) -> Option<String> {
        base.resolve(self.href, Use::Resource)
    }
}

fn links(page: &Page) -> impl Iterator<Item = Link<'_>> {
    page.nodes().filter(|node| matches!(page.tag(*node), Tag::A | Tag::Link)).filter_map(move |node| {
        let is_related =
            page.attr(node, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|each| each.eq_ignore_ascii_case("next")));
        if page.tag(node) == Tag::Link && !is_related {
            return None;
        }
        let href = page.attr(node, "href")?;
        Some(Link { node, href, is_related })
    })
}

/// The link after the current number in a row of page numbers: 1 **2** (3) 4.
fn numbered(page: &Page, base: &Base, links: &[Link<'_>], here: &Address<'_>) -> Option<String> {
    let current = here.number().unwrap_or(1);
    let next = (current + 1).to_string();
    let candidates = links.iter().filter(|link| link.text(page) == next && is_in_pager(page, link.node));
    candidates.filter_map(|link| link.address(base)).find(|address| follows(here, address))
}

/// True for an address that is `here` with its page number one higher, or with a first page number of 2.
fn follows(here: &Address<'_>, there: &str) -> bool {
    let Some(there) = Address::of(there) else { return false };
    let next = here.number().unwrap_or(1) + 1;
    there.number() == Some(next) && there.without_number() == here.without_number()
}

/// Elements between a link and the element that holds a row of them.
const MAX_AROUND: usize = 4;

/// Parts of the class names and ids of pagers.
const PAGERS: [&str; 7] = ["pag", "next", "seite", "page-link", "post-nav", "multipage", "article-nav"];

fn is_in_pager(page: &Page, node: NodeId) -> bool {
    let around = std::iter::once(node).chain(page.ancestors(node).take(MAX_AROUND));
    let mut names =
        around.flat_map(|each| [page.attr(each, "class"), page.attr(each, "id"), page.attr(each, "aria-label")]).flatten();
    names.any(|name| {
        let name = name.to_ascii_lowercase();
        PAGERS.iter().any(|part| name.contains(part))
    })
}

/// What says no more than that is shorter, in bytes: most links say where they lead.
const MAX_SAID: usize = 60;

/// True for a link that says in one of the larger languages that it leads to the next page, or in a pager that it leads on,
/// be it with an arrow. Outside of one, "next" may well be the next article.
fn leads_on(page: &Page, node: NodeId) -> bool {
    let label = page.attr(node, "aria-label").or(page.attr(node, "title"));
    let text = page.text_content(node);
    if text.trim().len().min(label.map_or(usize::MAX, str::len)) > MAX_SAID {
        return false;
    }
    let words = [label.unwrap_or_default(), text.as_str()].map(|said| {
        let said = said.trim().trim_end_matches(['»', '›', '→', '>', ' ', '\u{A0}', ':', '.']);
        said.trim_start_matches(['→', '»', ' ']).to_lowercase()
    });
    let has = |list: &[&str]| words.iter().any(|said| list.contains(&said.as_str()));
    let is_arrow = || label.is_none() && words.iter().all(String::is_empty) && text.contains(['»', '›', '→']);
    has(&NEXT_PAGE) || ((has(&NEXT) || is_arrow()) && is_in_pager(page, node))
}

const NEXT_PAGE: [&str; 9] = [
    "next page",
    "nächste seite",
    "page suivante",
    "página siguiente",
    "pagina successiva",
    "próxima página",
    "下一页",
    "下一頁",
    "次のページ",
];

const NEXT: [&str; 15] = [
    "next",
    "continue",
    "continue reading",
    "weiter",
    "nächste",
    "suivant",
    "siguiente",
    "successiva",
    "avanti",
    "próxima",
    "volgende",
    "следующая",
    "далее",
    "następna",
    "次へ",
];

/// An address taken apart as far as page numbers need it.
#[derive(Clone, Copy, Debug)]
struct Address<'a> {
    /// Without its fragment and without slashes at its end.
    whole: &'a str,
    /// Scheme and host.
    origin: &'a str,
}

/// Names of the fields and parts of a path that count pages.
const COUNTERS: [&str; 8] = ["page", "p", "pg", "seite", "pagina", "pageno", "paged", "currentpage"];

impl<'a> Address<'a> {
    fn of(address: &'a str) -> Option<Address<'a>> {
        let whole = address.split('#').next()?.trim_end_matches('/');
        let host = whole.find("://")? + 3;
        let end = whole.get(host..)?.find(['/', '?']).map_or(whole.len(), |at| host + at);
        Some(Address { whole, origin: whole.get(..end)? })
    }

    /// The number of the page, where the address counts.
    fn number(&self) -> Option<u32> {
        let (start, end) = self.number_span()?;
        self.whole.get(start..end)?.parse().ok()
    }

    /// The address without what counts pages.
    fn without_number(&self) -> String {
        let Some((start, end)) = self.number_span() else { return self.whole.trim_end_matches('/').to_owned() };
        let before = self.whole.get(..start).unwrap_or_default();
        let after = self.whole.get(end..).unwrap_or_default();
        // `…/page/2`, `…?page=2`, `…-2.html` and `….2` all belong to the same first page.
        let before = before.trim_end_matches(|c: char| "=/?&,-_.".contains(c));
        let counter = COUNTERS.iter().filter(|name| before.to_ascii_lowercase().ends_with(*name)).max_by_key(|name| name.len());
        let bare = counter
            .and_then(|name| before.get(..before.len() - name.len()))
            .filter(|bare| bare.ends_with(['/', '?', '&', '-', '_', ',']))
            .unwrap_or(before);
        format!("{}{}", bare.trim_end_matches(['/', '?', '&', '-', '_', ',', '=']), after)
    }

    /// Where the number stands: in a field of the query that counts pages, or at the end of the path.
    fn number_span(&self) -> Option<(usize, usize)> {
        let whole = self.whole;
        let query_at = whole.find('?').unwrap_or(whole.len());
        let query = whole.get(query_at..).unwrap_or_default();
        let mut at = query_at + 1;
        for field in query.trim_start_matches('?').split('&') {
            if let Some((name, value)) = field.split_once('=')
                && COUNTERS.contains(&name.to_ascii_lowercase().as_str())
                && is_number(value)
            {
                return Some((at + name.len() + 1, at + field.len()));
            }
            at += field.len() + 1;
        }
        let path = whole.get(self.origin.len()..query_at)?;
        let stem = path.trim_end_matches('/');
        let stem = stem
            .rsplit_once('.')
            .filter(|(_, ending)| matches!(*ending, "html" | "htm" | "php" | "shtml" | "aspx"))
            .map_or(stem, |(stem, _)| stem);
        let digits = stem.bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = stem.len() - digits;
        let is_apart = stem.get(..start).is_some_and(|before| before.ends_with(['/', '-', '_', ',']));
        let number = stem.get(start..).unwrap_or_default();
        (is_apart && is_number(number)).then_some((self.origin.len() + start, self.origin.len() + stem.len()))
    }
}

/// A number of pages that an article can have.
fn is_number(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "https://example.org/long-story";

    fn next(html: &str, url: &str) -> Option<String> {
        next_page(&Page::parse(format!("<html><body>{html}</body></html>")), url)
    }

    #[test]
    fn a_numbered_pager() {
        let pager =
            "<div class=\"pagination\"><span>1</span><a href=\"/long-story/2\">2</a><a href=\"/long-story/3\">3</a></div>";
        assert_eq!(next(pager, HERE).as_deref(), Some("https://example.org/long-story/2"));
        assert_eq!(next(pager, "https://example.org/long-story/2").as_deref(), Some("https://example.org/long-story/3"));
        assert_eq!(next(pager, "https://example.org/long-story/3"), None);
    }

    #[test]
    fn a_link_that_says_next() {
        let pager = "<nav class=\"pager\"><a href=\"?page=3\">Weiter »</a></nav>";
        assert_eq!(next(pager, "https://example.org/a?page=2").as_deref(), Some("https://example.org/a?page=3"));
        let words = "<p><a href=\"/long-story/1\">← Previous page</a> <a href=\"/long-story/3\">Next page →</a></p>";
        assert_eq!(next(words, "https://example.org/long-story/2").as_deref(), Some("https://example.org/long-story/3"));
    }

    #[test]
    fn related_links_that_count() {
        let link = "<link rel=\"next\" href=\"/a/page/2/\">";
        assert_eq!(next(link, "https://example.org/a/").as_deref(), Some("https://example.org/a/page/2/"));
    }

    #[test]
    fn the_next_article_is_no_next_page() {
        assert_eq!(next("<link rel=\"next\" href=\"/other-story\">", HERE), None);
        assert_eq!(next("<div class=\"post-nav\"><a href=\"/2024/05/2\">Next</a></div>", HERE), None);
        assert_eq!(next("<p><a href=\"/long-story/2\">Next</a></p>", HERE), None);
        assert_eq!(next("<div class=\"pagination\"><a href=\"https://evil.example/long-story/2\">2</a></div>", HERE), None);
    }

    #[test]
    fn numbers_of_other_things() {
        assert_eq!(next("<p>In <a href=\"/long-story/2\">2</a> days.</p>", HERE), None);
        assert_eq!(next("<div class=\"pagination\"><a href=\"/long-story/2\">2</a></div>", "about:blank"), None);
    }
}
