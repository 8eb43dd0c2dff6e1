//! The site's name, as far as it can be told, and how to take it off a title.

use super::Field;
use super::phrase::{fold, squash};
use super::precedence::Claims;

/// Names under which the site is known on this page, folded and without spaces.
#[derive(Clone, Debug, Default)]
pub struct SiteNames {
    names: Vec<String>,
    /// Labels of the host, without the top-level domain.
    labels: Vec<String>,
}

/// A host's label shorter than this says nothing when it is only a part of a name.
const MIN_LABEL: usize = 4;

impl SiteNames {
    /// Names from what the page claims, and from its address.
    pub fn new(claims: &Claims, url: &str) -> SiteNames {
        let mut names: Vec<String> = claims.about(Field::SiteName).map(|claim| joined(&claim.value)).collect();
        let host = host(url);
        names.push(joined(host));
        names.push(joined(host.strip_prefix("www.").unwrap_or(host)));
        names.retain(|name| !name.is_empty());
        let mut labels: Vec<String> =
            host.split('.').filter(|label| !matches!(*label, "www" | "m" | "co" | "com")).map(joined).collect();
        labels.pop();
        labels.retain(|label| label.chars().count() > 1);
        SiteNames { names, labels }
    }

    /// True when this is a name of the site and nothing else.
    pub fn is_name(&self, text: &str) -> bool {
        let name = joined(text);
        if name.is_empty() {
            return false;
        }
        let bare = name.strip_prefix("the").unwrap_or(&name);
        let is_same = |each: &String| *each == name || each.strip_prefix("the").unwrap_or(each) == bare;
        self.names.iter().any(is_same) || self.labels.iter().any(|label| is_same(label) || is_initials(label, text))
    }

    /// True when this part of a title looks like the site's name or its section of a site: the name with a
    /// word more or less ("Example News Online").
    pub fn is_like_name(&self, part: &str) -> bool {
        if self.is_name(part) {
            return true;
        }
        let name = joined(part);
        let is_short = part.split_whitespace().count() <= 5 && name.chars().count() <= 40;
        let is_long_enough = |each: &str| each.chars().count() >= MIN_LABEL;
        is_short
            && (self.labels.iter().chain(&self.names)).any(|each| {
                is_long_enough(each) && is_long_enough(&name) && (name.contains(each.as_str()) || each.contains(&name))
            })
    }
}

/// The host of an address, without port.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

fn joined(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// True when `label` is made of the first letters of the words: "nyt" for "The New York Times".
fn is_initials(label: &str, text: &str) -> bool {
    let folded = fold(text);
    let initials: String = folded.split(' ').filter_map(|word| word.chars().next()).collect();
    initials.chars().count() >= 3 && (initials == *label || initials.strip_prefix('t') == Some(label))
}

/// A title cut where a separator stands, with the bytes of `text` that each part covers.
pub fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, c)| c);
        if is_separator(before, c, after) {
            parts.push(text.get(start..at).unwrap_or_default().trim());
            start = at + c.len_utf8();
        }
        before = c;
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    parts
}

/// True when `c` separates two parts of a title, given its neighbours: a hyphen within a word does not.
fn is_separator(before: char, c: char, after: char) -> bool {
    let spaced = before.is_whitespace() && after.is_whitespace();
    match c {
        '|' | '｜' | '¦' | '│' => true,
        '-' | '–' | '—' | '―' | '·' | '•' | '∙' | '⋅' | '~' | '/' | '\\' | '»' | '«' | '›' | '‹' | '>' | '<' | '→' | '*'
        | '⋆' | '★' | '+' => spaced,
        // Double colons and a colon with a space on both sides; the plain colon is punctuation.
        ':' => spaced || (after == ':' || before == ':'),
        // Chinese titles: 标题_网站, 标题-网站, 标题—网站.
        '_' => true,
        '－' => true,
        _ => false,
    }
}

/// The title without the site's name at either end.
pub fn without_site(title: &str, sites: &SiteNames) -> String {
    let all = parts(title);
    let (mut first, mut last) = (0, all.len());
    while last - first > 1 && all.get(last - 1).is_some_and(|part| sites.is_like_name(part)) {
        last -= 1;
    }
    while last - first > 1 && all.get(first).is_some_and(|part| sites.is_like_name(part)) {
        first += 1;
    }
    span(title, all.get(first..last).unwrap_or_default())
}

/// The text of `title` from the first of these parts of it to the last.
pub fn span(title: &str, parts: &[&str]) -> String {
    let base = title.as_ptr() as usize;
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return squash(title) };
    let (start, end) = (first.as_ptr() as usize - base, last.as_ptr() as usize + last.len() - base);
    squash(title.get(start..end).unwrap_or(title))
}

/// The part of a page's titles that looks like the site's name, where no other source says it: the last
/// part of the `title` element when the rest is the article's title.
pub fn name_beside(title_element: &str, title: &str) -> Option<String> {
    let all = parts(title_element);
    let (last, rest) = all.split_last()?;
    let is_rest = !rest.is_empty() && fold(&span(title_element, rest)) == fold(title);
    is_rest.then(|| squash(last))
}
