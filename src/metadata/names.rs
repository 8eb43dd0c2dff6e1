//! Tells the names of authors from everything else that stands in a byline.

use super::date::Order;
use super::date_text::find;
use super::name_words::*;
use super::phrase::{fold, is_unspaced, squash};
use super::site::SiteNames;
use super::voices::{Role, after_label, voices};

/// Who a byline names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub persons: Vec<String>,
    pub organizations: Vec<String>,
    /// A word said that they wrote: "By", "作者".
    pub is_labeled: bool,
}

/// A name has no more words than this (Spanish and Arabic names have up to six)…
const MAX_WORDS: usize = 6;
/// …and no more characters.
const MAX_CHARS: usize = 60;
/// Labels of two letters and a space are the shortest that are looked for in running text, in bytes.
const MIN_LABEL: usize = 2;
/// In scripts without spaces a longer text is a sentence, in characters.
const MAX_UNSPACED: usize = 16;
/// More names than this are a list of something else.
const MAX_NAMES: usize = 24;

impl Names {
    /// Reads a byline that someone wrote as one: data, or an attribute.
    pub fn read(text: &str, sites: &SiteNames) -> Names {
        let mut names = Names::default();
        // "Jobs & Hire" is one name when it is the site's.
        if sites.is_name(text) && is_name(text.trim()) {
            names.organizations.push(squash(text));
            return names;
        }
        let lines: Vec<String> = text.split('\n').map(|line| without_aside(&squash(line).replace("(s)", "s"))).collect();
        let text = without_dates(&lines.join("\n"));
        let voices = voices(&text);
        // "Politics · By A" names the author behind the label; what stands before it is a section.
        names.is_labeled = voices.iter().any(|(role, text)| *role == Role::Author && !text.is_empty());
        for (role, voice) in voices {
            if role == Role::Author || !names.is_labeled && role == Role::Unknown {
                for name in split_names(voice) {
                    names.add(&name, sites);
                }
            }
        }
        names
    }

    /// Reads a byline from text that a page shows, where anything may stand: only what is written like a name
    /// counts. `single` allows names of one word, as forums have them.
    pub fn read_shown(text: &str, sites: &SiteNames, single: bool) -> Names {
        let mut names = Names::read(text, sites);
        let single = single || names.is_labeled;
        let single = single && names.persons.len() == 1;
        names.persons.retain(|name| is_written_like_a_name(name, single));
        names
    }

    /// True when the text begins with a word for "by", and something parts it from what follows.
    pub fn begins_with_label(text: &str) -> bool {
        after_label(text).is_some_and(|rest| {
            let label = text.get(..text.len() - rest.len()).unwrap_or_default();
            // "记者博客" is a link to reporters' blogs: see `credits`.
            let is_joined = label.ends_with(is_unspaced) && rest.starts_with(is_unspaced);
            // "Di", "Av" and the like begin other texts too.
            !is_joined && (label.len() >= MIN_LABEL || text.starts_with(is_unspaced))
        })
    }

    /// True when the text begins with such a word and a colon.
    pub fn begins_with_field(text: &str) -> bool {
        after_label(text).is_some_and(|rest| text.get(..text.len() - rest.len()).unwrap_or_default().contains([':', '：']))
    }

    /// True when the text is nothing but a word for "by".
    pub fn is_label(text: &str) -> bool {
        after_label(text).is_some_and(str::is_empty)
    }

    /// Leaves out the accounts of persons who are named otherwise: "adalovelace" beside "Ada Lovelace".
    pub fn drop_accounts(&mut self) {
        let joined: Vec<String> =
            self.persons.iter().filter(|name| name.contains(' ')).map(|name| fold(name).replace(' ', "")).collect();
        self.persons.retain(|name| name.contains(' ') || !joined.contains(&fold(name).replace(' ', "")));
    }

    /// Takes over the names that are not in yet.
    pub fn merge(&mut self, other: Names) {
        self.is_labeled |= other.is_labeled;
        for person in other.persons {
            push_new(&mut self.persons, person);
        }
        for organization in other.organizations {
            push_new(&mut self.organizations, organization);
        }
    }

    fn add(&mut self, part: &str, sites: &SiteNames) {
        let name = trim(part);
        let name = without_role(name);
        if !is_name(&name) {
            return;
        }
        // "Staff Writer", "Community Editor": nobody's name, but what the page signs with.
        if name.split_whitespace().any(|word| ROLES.contains(&fold(word).as_str())) {
            if name.contains(' ') {
                push_new(&mut self.organizations, name);
            }
            return;
        }
        if sites.is_name(&name) || is_organization(&name) {
            push_new(&mut self.organizations, name);
        } else {
            push_new(&mut self.persons, name);
        }
    }
}

fn push_new(names: &mut Vec<String>, name: String) {
    let key = fold(&name);
    // "Dr. Ada Lovelace" after "Ada Lovelace" is the same person.
    let is_known = names
        .iter()
        .map(|each| fold(each))
        .any(|each| each == key || key.contains(' ') && (each.ends_with(&key) || key.ends_with(&each)));
    if names.len() < MAX_NAMES && !is_known {
        names.push(name);
    }
}

/// The line without what stands in parentheses behind a name: "Ada Lovelace (Example Lab)".
fn without_aside(line: &str) -> String {
    let aside = line.split_once(" (").and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    match aside {
        Some((before, (inner, after))) if is_written_like_a_name(before, false) && after_label(inner).is_none() => {
            format!("{before}{after}")
        }
        _ => line.to_owned(),
    }
}

/// The text with a line break wherever a date stood.
fn without_dates(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    // A byline has at most two dates: published and updated.
    for _ in 0..3 {
        let Some(found) = find(rest, Order::DayFirst) else { break };
        out.push_str(rest.get(..found.start).unwrap_or_default());
        out.push('\n');
        rest = rest.get(found.end..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The names of a list, one by one.
fn split_names(voice: &str) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(name) = turned(voice) {
        return vec![name];
    }
    for part in voice.split([',', ';', '、', '，', '،', '；', '\u{3000}']) {
        let mut name: Vec<&str> = Vec::new();
        let words: Vec<&str> = part.split_whitespace().collect();
        // A name of two characters is set with a gap, to be as wide as one of three.
        if (2..=3).contains(&words.len()) && words.iter().all(|word| word.chars().count() == 1 && word.chars().all(is_unspaced)) {
            names.push(words.concat());
            continue;
        }
        let is_chinese = |word: &&str| (2..=4).contains(&word.chars().count()) && word.chars().all(is_unspaced);
        if words.len() > 1 && words.iter().all(is_chinese) {
            names.extend(words.iter().map(|word| (*word).to_owned()));
            continue;
        }
        for (at, word) in words.iter().enumerate() {
            let is_last = at + 1 == words.len();
            if CONJUNCTIONS.contains(word) && !is_last {
                // "José Ortega y Gasset": a short conjunction parts names only where both have two words.
                let is_short = matches!(*word, "y" | "e" | "i" | "a");
                if !(is_short && at > 0 && (at < 2 || words.len() - at < 3)) {
                    names.push(name.join(" "));
                    name.clear();
                    continue;
                }
            }
            if at > 1 && ENDS.contains(word) {
                break;
            }
            // A handle or an address behind the name.
            if word.contains('@') || word.starts_with('<') {
                continue;
            }
            name.push(word);
        }
        names.push(name.join(" "));
    }
    // Chinese joins two names without spaces.
    let is_joined = |name: &str| name.chars().count() > 4 && name.chars().all(is_unspaced);
    let names = names
        .into_iter()
        .flat_map(|name| if is_joined(&name) { name.split('和').map(str::to_owned).collect() } else { vec![name] });
    names.filter(|name| !name.is_empty()).collect()
}

/// "Lovelace, Ada", where nobody else is named: the way it is read. Two that sign with one word each are rarer.
fn turned(voice: &str) -> Option<String> {
    let (last, first) = voice.split_once(", ")?;
    let is_word = |part: &str| {
        let is_name = part.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
        let key = fold(part);
        let says_more = is_organization(part) || ROLES.contains(&key.as_str()) || NOT_NAMES.contains(&key.as_str());
        is_name && !says_more && part.starts_with(char::is_uppercase) && part.contains(char::is_lowercase)
    };
    (is_word(last) && is_word(first)).then(|| format!("{first} {last}"))
}

fn trim(name: &str) -> &str {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’' | '@' | '_' | '#') || c == ' ');
    let name = name.trim_start_matches('.');
    // The end of a sentence, not of an abbreviation.
    let is_short = name.rsplit(' ').next().is_some_and(|last| last.len() <= "Jr.".len() || last.matches('.').count() > 1);
    let name = if is_short { name } else { name.trim_end_matches('.') };
    // Chinese and Korean put the profession behind the name.
    let name = name.split_once("发自").map_or(name, |(name, _)| name);
    let name = ["记者", "記者", "기자", "특파원", "编辑"].iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
    name.trim()
}

/// The name without a profession before or behind it.
fn without_role(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_role = |word: &&&str| {
        let key = fold(word);
        ROLES.contains(&key.as_str()) || RANKS.contains(&key.as_str())
    };
    let has_role = words.iter().any(|word| ROLES.contains(&fold(word).as_str()));
    if !has_role {
        return name.to_owned();
    }
    let n_before = words.iter().take_while(is_role).count();
    let rest = words.get(n_before..).unwrap_or_default();
    let n_name = rest.iter().take_while(|word| !is_role(word)).count();
    let is_name = n_name >= 2 && rest.first().is_some_and(|word| !word.starts_with(char::is_lowercase));
    if !is_name { name.to_owned() } else { rest.get(..n_name).unwrap_or_default().join(" ") }
}

/// True for what can be the name of someone at all.
fn is_name(name: &str) -> bool {
    let n_chars = name.chars().count();
    let n_words = name.split_whitespace().count();
    if !(2..=MAX_CHARS).contains(&n_chars) || n_words > MAX_WORDS || !name.chars().any(char::is_alphabetic) {
        return false;
    }
    let is_sign =
        |c: char| matches!(c, '@' | '#' | '/' | '\\' | '<' | '>' | '{' | '}' | '=' | '?' | '!' | '%' | '$' | '"' | '“' | '”');
    if name.contains(is_sign) || is_host(name) || n_words > 1 && name.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    if name.starts_with(is_unspaced) && n_chars > MAX_UNSPACED {
        return false;
    }
    let key = fold(name);
    let is_account = n_words == 1 && key.ends_with("admin");
    !is_account && !NOT_NAMES.contains(&key.as_str())
}

/// `example.com`
fn is_host(name: &str) -> bool {
    let tld = name.rsplit_once('.').filter(|_| !name.contains(' ')).map(|(_, tld)| tld);
    name.contains("www.")
        || tld.is_some_and(|tld| {
            matches!(tld, "com" | "org" | "net" | "de" | "fr" | "co" | "io" | "uk" | "ru" | "cn" | "jp" | "info")
        })
}

/// True when every word begins as the words of names do. Scripts without capitals pass.
fn is_written_like_a_name(name: &str, single: bool) -> bool {
    let key = fold(name);
    let is_first = |word: &str| key.split(' ').next() == Some(word);
    if NOT_FIRST.iter().any(|word| is_first(word)) || key.split(' ').any(|word| NOT_IN_NAMES.contains(&word)) {
        return false;
    }
    let n_words = name.split_whitespace().count();
    if n_words == 1 && !name.starts_with(is_unspaced) {
        return single;
    }
    name.split_whitespace().all(|word| {
        let first = word.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
        first.is_none_or(|c| !c.is_lowercase()) || PARTICLES.contains(&word) || word.contains(['\'', '’'])
    })
}

fn is_organization(name: &str) -> bool {
    let key = fold(name);
    AGENCIES.contains(&key.as_str()) || key.starts_with("the ") || key.split(' ').any(|word| ORGANIZATION_WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asides_gaps_and_turned_names_are_understood() {
        check("Ada Lovelace (Example)", &["Ada Lovelace"]);
        check("（记者 张三）", &["张三"]);
        check("Lovelace, Ada", &["Ada Lovelace"]);
        check("Lovelace, Editor", &["Lovelace"]);
        check("张 三", &["张三"]);
        check("张三 李四", &["张三", "李四"]);
        check("Author(s): Ada Lovelace", &["Ada Lovelace"]);
        check("Contributors: Ada Lovelace", &["Ada Lovelace"]);
    }

    fn check(text: &str, want: &[&str]) {
        let names = Names::read(text, &SiteNames::default());
        let byline = if names.persons.is_empty() { names.organizations } else { names.persons };
        assert_eq!(byline, want, "{text}");
    }

    #[test]
    fn persons_are_told_from_dates_roles_and_labels() {
        check("Ada Lovelace", &["Ada Lovelace"]);
        check("By Ada Lovelace, Staff Writer", &["Ada Lovelace"]);
        check("By Ada Lovelace | October 16, 2019", &["Ada Lovelace"]);
        check("Posted on October 16, 2019 by Ada Lovelace in News", &["Ada Lovelace"]);
        check("Politics · By Ada Lovelace", &["Ada Lovelace"]);
        check("Ada Lovelace\nSenior Editor\n5 min read", &["Ada Lovelace"]);
        check("Ada Lovelace Senior Political Reporter", &["Ada Lovelace"]);
        check("Guest author Ada Lovelace", &["Ada Lovelace"]);
        check("Ada Lovelace, Sr. Director of Operations", &["Ada Lovelace"]);
        check("Von Ada Lovelace, Berlin Redaktion", &["Ada Lovelace"]);
        check("Автор: Ада Лавлейс", &["Ада Лавлейс"]);
        check("作者：张三", &["张三"]);
        check("By\nAda Lovelace", &["Ada Lovelace"]);
        check("Sun, 20 Oct 2019 10:30", &[]);
        check("16.10.2019 10:30", &[]);
        check("admin", &[]);
        check("author_one", &["author_one"]);
        check("Contributors to the example", &["Contributors to the example"]);
        check("@ada", &[]);
        check("https://example.com/ada", &[]);
        check("example.com", &[]);
        check("Example Staff", &["Example Staff"]);
        check("user_1234", &["user_1234"]);
        check("Ludwig von Mises", &["Ludwig von Mises"]);
        check("Opinion Von Ada Lovelace", &["Ada Lovelace"]);
        check("Ma Rui", &["Ma Rui"]);
    }

    #[test]
    fn others_than_authors_are_left_out() {
        check("By Ada Lovelace. Reviewed by Alan Turing", &["Ada Lovelace"]);
        check("Ada Lovelace | Photo: Alan Turing", &["Ada Lovelace"]);
        check("Photo:\nAlan Turing", &[]);
        check("Ada Lovelace; photos by Alan Turing", &["Ada Lovelace"]);
        check("文：张三 摄影：李四", &["张三"]);
        check("Text: Ada Lovelace Foto: dpa", &["Ada Lovelace"]);
    }

    #[test]
    fn several_authors_are_told_apart() {
        let three: &[&str] = &["Ada Lovelace", "Alan Turing", "Grace Hopper"];
        check("Ada Lovelace, Alan Turing and Grace Hopper", three);
        check("Ada Lovelace, Alan Turing, and Grace Hopper", three);
        check("Ada Lovelace; Alan Turing & Grace Hopper", three);
        check("Ada Lovelace, Alan Turing und Grace Hopper", three);
        check("Ada Lovelace, Alan Turing y Grace Hopper", three);
        check("张三、李四", &["张三", "李四"]);
        check("José Ortega y Gasset", &["José Ortega y Gasset"]);
    }

    #[test]
    fn shown_names_are_written_like_names() {
        let sites = SiteNames::default();
        for (text, single, want) in [
            ("Ada Lovelace", false, vec!["Ada Lovelace"]),
            ("stay connected", false, vec![]),
            ("ada", false, vec![]),
            ("ada", true, vec!["ada"]),
            ("by ada", false, vec!["ada"]),
            ("Ludwig van Beethoven", false, vec!["Ludwig van Beethoven"]),
        ] {
            assert_eq!(Names::read_shown(text, &sites, single).persons, want, "{text}");
        }
    }
}
