//! The site's name, as far as it can be told, and how to take it off a title.

use super::Field;
use super::phrase::{fold, squash};
use super::precedence::Claims;
use crate::letters;

/// Names under which the site is known on this page.
#[derive(Clone, Debug, Default)]
pub struct SiteNames {
    /// As the page writes them.
    spelled: Vec<String>,
    /// Folded, without spaces.
    names: Vec<String>,
    /// Labels of the host that name it, folded, without hyphens.
    labels: Vec<String>,
    /// Sections of the site, folded.
    sections: Vec<String>,
}

/// A label or name shorter than this says nothing when it is only a part of another.
const MIN_LABEL: usize = 4;
/// A site has no more names or sections than this.
const MAX_NAMES: usize = 12;
/// A part of a title with more words than this is no site's name.
const MAX_WORDS: usize = 6;

impl SiteNames {
    /// Names from what the page claims, and from its address.
    ///
    /// `title` is the text of the document's `title`.
    pub fn new(claims: &Claims, title: &str, url: &str) -> SiteNames {
        // Some templates write the article's title where the site's name belongs.
        let titles = || claims.about(Field::Title).map(|claim| claim.value.as_str()).chain([title]);
        let is_title = |name: &str| name.split(' ').count() > 3 && titles().any(|title| title == name);
        let spelled = claims.about(Field::SiteName).map(|claim| claim.value.clone()).filter(|name| !is_title(name));
        let spelled: Vec<String> = spelled.take(MAX_NAMES).collect();
        let host = host(url);
        let mut names: Vec<String> = spelled.iter().map(|name| joined(name)).collect();
        names.push(joined(host));
        names.push(joined(host.strip_prefix("www.").unwrap_or(host)));
        names.retain(|name| !name.is_empty());
        let labels = host.rsplit('.').skip(1).filter(|label| !is_suffix(label)).map(joined);
        let labels = labels.filter(|label| label.chars().count() > 1).collect();
        let path = url.split_once("://").map_or("", |(_, rest)| rest).split(['?', '#']).next().unwrap_or_default();
        let mut folders: Vec<&str> = path.split('/').skip(1).collect();
        folders.pop();
        folders.truncate(MAX_NAMES);
        let sections = claims.about(Field::Section).map(|claim| fold(&claim.value));
        let sections = sections.chain(folders.into_iter().map(fold)).filter(|section| !section.is_empty()).collect();
        SiteNames { spelled, names, labels, sections }
    }

    /// True when this is a name of the site and nothing else.
    pub fn is_name(&self, text: &str) -> bool {
        let folded = fold(text);
        if folded.is_empty() {
            return false;
        }
        let letters = || folded.bytes().filter(|&byte| byte != b' ');
        let has_article = letters().take(3).eq(*b"the");
        // A name is the same with "the" and without.
        let is_same = |each: &String| {
            each.bytes().eq(letters()) || {
                let bare = each.strip_prefix("the").unwrap_or(each);
                bare.bytes().eq(letters().skip(if has_article { 3 } else { 0 }))
            }
        };
        self.names.iter().any(is_same) || self.labels.iter().any(|label| is_same(label) || is_initials(label, &folded))
    }

    /// The title without the site's name, and a section behind it, at either end.
    pub fn strip(&self, title: &str) -> String {
        let title = self.without_suffix(title);
        let all = parts(title);
        let (mut first, mut last) = (0, all.len());
        let is_name = |at: usize| all.get(at).is_some_and(|part| self.is_like_name(part));
        while last - first > 1 && is_name(last - 1) {
            last -= 1;
        }
        while last - first > 1 && is_name(first) {
            first += 1;
        }
        // A section only where it stands as a part of its own behind the headline.
        while last - first > 1 && all.get(last - 1).is_some_and(|part| self.sections.contains(&fold(part))) {
            last -= 1;
        }
        span(title, all.get(first..last).unwrap_or_default())
    }

    /// True when this part of a title looks like the site's name: the name with a word more or less
    /// ("Example News Online"), or what every site may say of itself.
    fn is_like_name(&self, part: &str) -> bool {
        if self.is_name(part) {
            return true;
        }
        if is_generic(part) {
            return true;
        }
        let key = fold(part);
        if key.split(' ').count() > MAX_WORDS {
            return false;
        }
        let core: String = key.split(' ').filter(|word| !COMMON.contains(word)).collect();
        let is_long_enough = |each: &str| each.chars().count() >= MIN_LABEL;
        let known = || self.labels.iter().chain(&self.names);
        let is_part = |each: &String| {
            is_long_enough(each) && is_long_enough(&core) && (core.contains(each.as_str()) || each.contains(&core))
        };
        // A short name counts where the host begins with it.
        known().any(is_part) || core.chars().count() >= 3 && self.labels.iter().any(|label| label.starts_with(&core))
    }

    /// The title without the site's name behind a mark that is no separator elsewhere: 题目:站名.
    fn without_suffix<'t>(&self, title: &'t str) -> &'t str {
        for name in &self.spelled {
            let Some(before) = title.strip_suffix(name.as_str()) else { continue };
            let rest = before.trim_end();
            let bare = rest.trim_end_matches([':', '：', '|', '-', '–', '—', ',', '·', '_']).trim_end();
            if bare.len() < rest.len() && !bare.is_empty() {
                return bare;
            }
        }
        title
    }
}

/// True for what every site may say of itself.
pub fn is_generic(part: &str) -> bool {
    GENERIC.contains(&fold(part).as_str())
}

/// What sites say of themselves in titles. Folded.
const GENERIC: [&str; 14] = [
    "official website",
    "official site",
    "official web site",
    "home",
    "homepage",
    "home page",
    "startseite",
    "accueil",
    "inicio",
    "website",
    "blog",
    "index page",
    "官网",
    "首页",
];

/// Words that sites add to their name. Folded.
const COMMON: [&str; 26] = [
    "the",
    "news",
    "online",
    "blog",
    "official",
    "site",
    "website",
    "shop",
    "inc",
    "magazine",
    "com",
    "www",
    "forum",
    "forums",
    "community",
    "der",
    "die",
    "das",
    "le",
    "la",
    "el",
    "il",
    "of",
    "and",
    "e",
    "v",
];

/// Labels of a host that name no site: parts of country suffixes, and the usual names of machines.
fn is_suffix(label: &str) -> bool {
    matches!(
        label,
        "www" | "m" | "mobile" | "amp" | "co" | "com" | "org" | "net" | "gov" | "edu" | "ac" | "or" | "ne" | "gob" | "gouv"
    )
}

/// The host of an address, without port.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

fn joined(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// True when `label` is made of the first letters of the folded words: "nyt" for "The New York Times".
fn is_initials(label: &str, folded: &str) -> bool {
    let initials = || folded.split(' ').filter_map(|word| word.chars().next());
    let is_label = initials().eq(label.chars()) || (initials().next() == Some('t') && initials().skip(1).eq(label.chars()));
    is_label && initials().nth(2).is_some()
}

/// The parts of a title between separators.
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
    parts.retain(|part| part.chars().any(letters::is_alphanumeric));
    parts
}

/// True when `c` separates two parts of a title, given its neighbors: a hyphen within a word does not.
fn is_separator(before: char, c: char, after: char) -> bool {
    let spaced = before.is_whitespace() && after.is_whitespace();
    match c {
        // Chinese and Japanese titles have these without spaces: 标题_网站.
        '|' | '｜' | '¦' | '│' | '_' | '－' => true,
        '-' | '–' | '—' | '―' | '·' | '•' | '∙' | '⋅' | '~' | '/' | '\\' | '»' | '«' | '›' | '‹' | '>' | '<' | '→' | '*'
        | '⋆' | '★' | '+' => spaced,
        // Two colons, or one, with space on both sides; the plain colon is punctuation, `a::b` is a name.
        ':' => spaced || before.is_whitespace() && after == ':' || before == ':' && after.is_whitespace(),
        _ => false,
    }
}

/// The text of `title` from the first of these parts of it to the last.
fn span(title: &str, parts: &[&str]) -> String {
    let base = title.as_ptr() as usize;
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return squash(title) };
    let (start, end) = (first.as_ptr() as usize - base, last.as_ptr() as usize + last.len() - base);
    squash(title.get(start..end).unwrap_or(title))
}

/// The site's name where no other source says it: the last part of the `title` element when the rest is the
/// article's title.
pub fn name_beside(title_element: &str, title: &str) -> Option<String> {
    let all = parts(title_element);
    let (last, rest) = all.split_last()?;
    let is_rest = !rest.is_empty() && fold(&span(title_element, rest)) == fold(title);
    is_rest.then(|| squash(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Source;

    fn check(title: &str, want: &str) {
        let mut claims = Claims::default();
        claims.add(Field::SiteName, Source::OpenGraph, "The Daily Example");
        claims.add(Field::Section, Source::OpenGraph, "Gardening");
        let sites = SiteNames::new(&claims, "", "https://www.dailyexample.co.uk/garden/a-title.html");
        assert_eq!(sites.strip(title), want, "{title}");
    }

    #[test]
    fn site_names_are_taken_off_either_end() {
        check("A title | The Daily Example", "A title");
        check("A title – Daily Example", "A title");
        check("Daily Example :: A title", "A title");
        check("A title · Daily Example Online", "A title");
        check("A title » Gardening » The Daily Example", "A title");
        check("A title：The Daily Example", "A title");
        check("题目_dailyexample.co.uk", "题目");
        check("A title - with a subtitle", "A title - with a subtitle");
        check("The Daily Example", "The Daily Example");
        check("Well-known: a title", "Well-known: a title");
        check("A title | Official Website", "A title");
    }
}
