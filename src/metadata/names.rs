//! Tells the names of authors from everything else that stands in a byline.

use super::date::{Order, find};
use super::phrase::{fold, is_unspaced};
use super::site::SiteNames;

/// Who a byline names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub persons: Vec<String>,
    pub organizations: Vec<String>,
}

/// A name has no more words than this (Spanish and Arabic names have up to six)…
const MAX_WORDS: usize = 6;
/// …and no more characters.
const MAX_CHARS: usize = 60;
/// More names than this are a list of something else.
const MAX_NAMES: usize = 24;

impl Names {
    /// Reads one byline.
    pub fn read(text: &str, sites: &SiteNames) -> Names {
        let mut names = Names::default();
        let text = without_dates(text);
        let segments: Vec<(bool, &str)> = segments(&text).map(label).collect();
        // "Politics · By A" names the author behind the label; what stands before it is a section.
        let has_label = segments.iter().position(|(is_labelled, _)| *is_labelled).unwrap_or(0);
        for (_, segment) in segments.iter().skip(has_label) {
            for part in split_names(segment) {
                names.add(&part, sites);
            }
        }
        names
    }

    /// Takes over the names that are not in yet.
    pub fn merge(&mut self, other: Names) {
        for person in other.persons {
            push_new(&mut self.persons, person);
        }
        for organization in other.organizations {
            push_new(&mut self.organizations, organization);
        }
    }

    fn add(&mut self, part: &str, sites: &SiteNames) {
        let name = trim(part);
        if !is_name(name) {
            return;
        }
        if sites.is_name(name) || is_organization(name) {
            push_new(&mut self.organizations, name.to_owned());
        } else {
            push_new(&mut self.persons, name.to_owned());
        }
    }
}

fn push_new(names: &mut Vec<String>, name: String) {
    let key = fold(&name);
    if names.len() < MAX_NAMES && !names.iter().any(|each| fold(each) == key) {
        names.push(name);
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

/// A byline cut where something else begins.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.split([
        '\n', '|', '·', '•', '／', '\t', '—', '–', '►', '»', '›', '(', ')', '[', ']', '{', '}', '：', ':', '【', '】', '（',
        '）', '丨', '│',
    ])
    .flat_map(|part| part.split(" - "))
    .flat_map(|part| part.split(" / "))
    .map(str::trim)
    .filter(|part| !part.is_empty())
}

/// Words that say who wrote: what follows is a name. In lower case.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "by", "written by", "posted by", "published by", "authored by", "words by", "story by", "text by", "reported by",
    "report by", "article by", "submitted by", "created by", "contributed by", "author", "authors", "writer", "byline",
    "von", "text von", "autor", "autorin", "autoren", "verfasst von", "geschrieben von", "veröffentlicht von", "par",
    "auteur", "publié par", "rédigé par", "écrit par", "por", "autora", "autores", "escrito por", "publicado por", "texto",
    "di", "a cura di", "scritto da", "pubblicato da", "autore", "door", "geschreven door", "auteurs", "af", "av",
    "skrevet av", "skrevet af", "skriven av", "text", "tekst", "przez", "autorzy", "napsal", "autoři", "szerző", "írta",
    "scris de", "de către", "автор", "авторы", "автори", "текст", "yazan", "yazar", "oleh", "penulis", "bởi", "tác giả",
    "โดย", "ผู้เขียน", "συντάκτης", "γράφει", "بقلم", "كتب", "كتبت", "الكاتب", "نویسنده", "מאת", "लेखक", "作者", "记者", "記者",
    "文", "文字", "撰文", "著者", "執筆", "執筆者", "筆者", "ライター", "글", "작성자", "글쓴이", "실습기자", "实习记者", "本报记者", "本報記者", "通讯员",
];

/// The segment without the words that say who wrote, and whether there were any.
fn label(segment: &str) -> (bool, &str) {
    let mut rest = segment;
    let mut found = false;
    for _ in 0..3 {
        let Some(after) = after_label(rest) else { break };
        rest = after;
        found = true;
    }
    (found, rest)
}

fn after_label(text: &str) -> Option<&str> {
    let best = LABELS.iter().filter_map(|label| {
        let mut rest = text.chars();
        for want in label.chars() {
            if !rest.next()?.to_lowercase().eq(std::iter::once(want)) {
                return None;
            }
        }
        let rest = rest.as_str();
        // A label ends where a word ends; in scripts without spaces the name may follow at once.
        let ends = rest.is_empty()
            || rest.starts_with(|c: char| !c.is_alphanumeric())
            || label.chars().count() > 1 && label.starts_with(is_unspaced);
        ends.then_some((label.len(), rest))
    });
    let (_, rest) = best.max_by_key(|(len, _)| *len)?;
    Some(rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '/' | '／' | '-' | '.' | ',')))
}

/// Words between two names.
#[rustfmt::skip]
const CONJUNCTIONS: &[&str] = &[
    "and", "und", "et", "y", "e", "i", "og", "och", "en", "ja", "és", "și", "и", "та", "і", "ve", "dan", "và", "και", "&",
    "+", "with", "mit", "avec", "con", "a",
];

/// Words that end a list of names: what follows is a place, a section, a publication.
const ENDS: &[&str] = &["in", "on", "for", "at", "from", "for:", "am", "um", "vom", "le", "el", "il", "w", "via", "@"];

/// The names of a list, one by one.
fn split_names(segment: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in segment.split([',', ';', '、', '，', '،', '；', '|', '\u{3000}']) {
        let mut name: Vec<&str> = Vec::new();
        let words: Vec<&str> = part.split_whitespace().collect();
        for (at, word) in words.iter().enumerate() {
            let is_inner = at > 0 && at + 1 < words.len();
            if CONJUNCTIONS.contains(word) && (is_inner || at == 0) {
                // "Ortega y Gasset": a conjunction between single words stays.
                let next_is_single = matches!(*word, "y" | "e" | "i" | "a") && (at < 2 || words.len() - at < 3);
                if !(next_is_single && is_inner) {
                    names.push(name.join(" "));
                    name.clear();
                    continue;
                }
            }
            if at > 1 && ENDS.contains(word) {
                break;
            }
            name.push(word);
        }
        names.push(name.join(" "));
    }
    let chinese = |name: &String| name.chars().all(|c| is_unspaced(c) || c == '和');
    names
        .into_iter()
        .flat_map(|name| {
            if chinese(&name) && name.chars().count() > 4 { name.split('和').map(str::to_owned).collect() } else { vec![name] }
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn trim(name: &str) -> &str {
    let name = name.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';'
                    | ':'
                    | '-'
                    | '–'
                    | '—'
                    | '"'
                    | '“'
                    | '”'
                    | '*'
                    | '/'
                    | '|'
                    | '·'
                    | '\''
                    | '‘'
                    | '>'
                    | '<'
                    | '~'
                    | '：'
            )
    });
    // Chinese and Korean put the profession behind the name.
    let name = ["记者", "記者", "기자", "특파원", "编辑"].iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
    name.trim()
}

/// True for what can be the name of someone at all.
fn is_name(name: &str) -> bool {
    let n_chars = name.chars().count();
    let n_words = name.split_whitespace().count();
    if !(2..=MAX_CHARS).contains(&n_chars) || n_words > MAX_WORDS || !name.chars().any(char::is_alphabetic) {
        return false;
    }
    if name.chars().any(|c| matches!(c, '@' | '#' | '/' | '\\' | '<' | '>' | '{' | '}' | '=' | '?' | '!' | '%' | '…' | '$'))
        || name.contains("www.")
        || is_host(name)
    {
        return false;
    }
    let has_digit = name.chars().any(|c| c.is_ascii_digit());
    if has_digit && n_words > 1 {
        return false;
    }
    if name.starts_with(is_unspaced) && !name.contains(['·', '・']) && n_chars > 16 {
        return false;
    }
    let key = fold(name);
    let mut words = key.split(' ');
    !(NOT_NAMES.contains(&key.as_str())
        || words.clone().any(|word| NOT_IN_NAMES.contains(&word))
        || words.clone().next().is_some_and(|word| NOT_FIRST.contains(&word))
        || words.clone().next_back().is_some_and(|word| ROLES.contains(&word))
        || words.next().is_some_and(|word| ROLES.contains(&word) && n_words == 1))
}

/// `example.com`
fn is_host(name: &str) -> bool {
    !name.contains(' ')
        && name.rsplit_once('.').is_some_and(|(before, tld)| {
            !before.is_empty() && matches!(tld, "com" | "org" | "net" | "de" | "fr" | "co" | "io" | "uk" | "ru" | "cn" | "jp")
        })
}

/// Stand where a name should, and are none: what content systems fill in, labels, buttons. Folded.
#[rustfmt::skip]
const NOT_NAMES: &[&str] = &[
    "admin", "administrator", "author", "authors", "guest", "guest author", "guest post", "guest contributor", "user",
    "anonymous", "anonym", "unknown", "none", "null", "undefined", "default", "na", "n a", "webmaster", "root", "posted",
    "published", "updated", "share", "comments", "comment", "follow", "profile", "bio", "contact", "more", "editor",
    "editors", "read more", "view all posts", "about the author", "written by", "posted by", "view profile", "no comments",
    "leave a comment", "super user", "superuser", "site admin", "名無しさん", "匿名", "佚名", "来源", "來源", "管理员", "责任编辑", "編集部",
    "facebook", "twitter", "instagram", "linkedin", "youtube", "email", "website", "see more", "all posts", "show more",
    "hide", "pinterest", "whatsapp", "image", "foto", "photo", "subscribe", "newsletter", "home", "advertisement", "n",
    "others", "other",
];

/// A text with one of these words is about something else.
#[rustfmt::skip]
const NOT_IN_NAMES: &[&str] = &[
    "min", "mins", "minutes", "minute", "hours", "ago", "read", "updated", "published", "posted", "comments", "comment",
    "reviewed", "checked", "photo", "photograph", "photos", "photography", "copyright", "subscribe", "follow", "share",
    "click", "your", "our", "is", "are", "was", "http", "https", "com", "www", "rights", "reserved", "lesezeit", "views",
    "shares", "this", "that", "how", "what", "why", "you", "has", "have", "about", "more", "all", "view", "est", "pm", "am",
    "illustration", "getty", "shutterstock", "disclosure", "affiliate", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "email", "edited", "translated", "not", "can", "will", "when", "who", "likes", "replies",
    "member", "joined",
];

/// A text that begins with one of these is no name.
#[rustfmt::skip]
const NOT_FIRST: &[&str] = &[
    "in", "on", "to", "at", "updated", "last", "photo", "image", "filed", "posted", "published", "category", "source",
    "tags", "via", "see", "new", "for", "as", "with", "no",
];

/// Professions: a part of a byline that ends in one describes who was named before. Folded.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "writer", "reporter", "editor", "correspondent", "contributor", "columnist", "journalist", "author", "producer",
    "photographer", "blogger", "analyst", "editorinchief", "chief", "intern", "director", "manager", "founder", "cofounder",
    "ceo", "cto", "president", "officer", "specialist", "strategist", "consultant", "engineer", "professor", "fellow",
    "lead", "head", "phd", "md", "mba", "rd", "rn", "cpa", "cfa", "dds", "ms", "ma", "msc", "jd", "mph", "dvm", "np", "dpt",
    "redakteur", "redakteurin", "korrespondent", "korrespondentin", "chefredakteur", "volontär", "volontärin", "journaliste",
    "journalistin", "rédacteur", "rédactrice", "correspondant", "correspondante", "redactor", "redactora", "periodista",
    "corresponsal", "giornalista", "redattore", "inviato", "verslaggever", "redacteur", "dziennikarz", "dziennikarka",
    "redaktor", "корреспондент", "журналист", "обозреватель", "редактор", "muhabir", "jornalista", "repórter", "toimittaja",
    "developer", "attorney", "expert", "coach", "therapist", "nutritionist", "dietitian",
];

/// Words by which an organization is told from a person. Folded.
#[rustfmt::skip]
const ORGANIZATION_WORDS: &[&str] = &[
    "team", "staff", "editors", "editorial", "news", "newsroom", "desk", "magazine", "press", "agency", "agencies",
    "redaktion", "onlineredaktion", "redazione", "redacción", "redaccion", "rédaction", "redação", "redacao", "redacja",
    "redaktionen", "redactie", "toimitus", "редакция", "редакції", "media", "inc", "ltd", "llc", "gmbh", "corp",
    "university", "institute", "association", "foundation", "department", "office", "group", "company", "studio", "studios",
    "network", "online", "bureau", "committee", "council", "society", "center", "centre", "service", "services", "community",
    "club", "blog", "reuters", "afp", "dpa", "ap", "ansa", "efe", "xinhua", "sda", "apa", "pti", "ani", "ians", "tass", "tt",
    "ntb", "ritzau", "anp", "belga", "lusa", "pap", "bloomberg", "新华社", "编辑部", "編輯部", "通信社", "the", "contributors",
    "writers", "partner", "partners", "publishing", "today", "tv", "radio", "school", "college", "bank", "international",
    "global", "digital", "research", "solutions", "technologies",
];

fn is_organization(name: &str) -> bool {
    let key = fold(name);
    key.split(' ').any(|word| ORGANIZATION_WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        check("Von Ada Lovelace, Berlin Redaktion", &["Ada Lovelace"]);
        check("Автор: Ада Лавлейс", &["Ада Лавлейс"]);
        check("作者：张三", &["张三"]);
        check("记者 张三 李四", &["张三 李四"]);
        check("16.10.2019 10:30", &[]);
        check("admin", &[]);
        check("@ada", &[]);
        check("https://example.com/ada", &[]);
        check("Example Staff", &["Example Staff"]);
        check("user_1234", &["user_1234"]);
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
}
