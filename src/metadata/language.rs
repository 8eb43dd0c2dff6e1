//! Language and direction: what the page declares, checked against the script its text is written in.

use super::precedence::Claims;
use super::{Field, Source};
use crate::article::block::Direction;
use crate::letters;
use crate::page::{NodeId, Page, Tag};

/// As much text as is looked at, in characters.
const SAMPLE: usize = 3_000;
/// Shorter texts are menus and buttons, in bytes.
const MIN_TEXT: usize = 40;
/// Fewer letters than this prove nothing.
const MIN_LETTERS: usize = 40;

/// Language tag, its source, and the direction.
pub fn language(page: &Page, claims: &Claims, heading: Option<NodeId>) -> (Option<(String, Source)>, Direction) {
    let scripts = Scripts::of(page);
    let declared = declared(page, claims).filter(|(tag, _)| scripts.may_be(tag));
    let lang = declared.or_else(|| scripts.language().map(|tag| (tag.to_owned(), Source::Text)));
    let dir = direction(page, heading, &scripts, lang.as_ref().map(|(tag, _)| tag.as_str()));
    (lang, dir)
}

/// The first usable tag that the page declares.
fn declared(page: &Page, claims: &Claims) -> Option<(String, Source)> {
    let attr = |node: NodeId| page.attr(node, "lang").or_else(|| page.attr(node, "xml:lang")).and_then(tag);
    let root = attr(page.root()).or_else(|| attr(page.body())).map(|tag| (tag, Source::Root));
    root.or_else(|| claims.about(Field::Lang).find_map(|claim| Some((tag(&claim.value)?, claim.source))))
}

/// A BCP 47 tag in its usual form: `pt_br` and `PT-BR` are `pt-BR`. Names of languages are no tags.
fn tag(raw: &str) -> Option<String> {
    let raw = raw.split([',', ';', ' ']).next()?.trim();
    let mut parts = raw.split(['-', '_']);
    let language = parts.next().filter(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic()))?;
    let mut out = language.to_ascii_lowercase();
    for part in parts.take(3).filter(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())) {
        out.push('-');
        match part.len() {
            2 => out.push_str(&part.to_ascii_uppercase()),
            4 => {
                let (first, rest) = part.split_at(1);
                out.push_str(&first.to_ascii_uppercase());
                out.push_str(&rest.to_ascii_lowercase());
            }
            _ => out.push_str(part),
        }
    }
    Some(out)
}

fn direction(page: &Page, heading: Option<NodeId>, scripts: &Scripts, lang: Option<&str>) -> Direction {
    let declared =
        heading.into_iter().flat_map(|node| std::iter::once(node).chain(page.ancestors(node))).chain([page.body(), page.root()]);
    let declared = declared.filter_map(|node| page.attr(node, "dir")).find(|dir| !dir.eq_ignore_ascii_case("auto"));
    let is_rtl = match declared {
        Some(dir) if dir.trim().eq_ignore_ascii_case("rtl") => !scripts.is_mostly(Script::Latin),
        // A template's "ltr" on an Arabic page is a mistake.
        _ if scripts.n_letters >= MIN_LETTERS => scripts.is_mostly(Script::Arabic) || scripts.is_mostly(Script::Hebrew),
        Some(_) => false,
        None => lang.is_some_and(|lang| {
            matches!(lang.split('-').next(), Some("ar" | "fa" | "he" | "iw" | "ur" | "ps" | "sd" | "yi" | "ug" | "ckb" | "dv"))
        }),
    };
    if is_rtl { Direction::Rtl } else { Direction::Ltr }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Indic,
    Thai,
    Han,
    Kana,
    Hangul,
    Other,
}

const N_SCRIPTS: usize = 11;

fn script(c: char) -> Option<Script> {
    Some(match c {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\0'..='\u{7f}' => return None,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{370}'..='\u{3ff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => Script::Arabic,
        '\u{900}'..='\u{dff}' => Script::Indic,
        '\u{e00}'..='\u{e7f}' => Script::Thai,
        '\u{3040}'..='\u{30ff}' => Script::Kana,
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => Script::Han,
        '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
        c if letters::is_alphabetic(c) => Script::Other,
        _ => return None,
    })
}

/// How often each script occurs in the page's longer texts.
struct Scripts {
    counts: [usize; N_SCRIPTS],
    n_letters: usize,
    sample: String,
}

impl Scripts {
    fn of(page: &Page) -> Scripts {
        let mut scripts = Scripts { counts: [0; N_SCRIPTS], n_letters: 0, sample: String::new() };
        let mut n_chars = 0;
        for node in page.subtree(page.body()) {
            let text = page.text(node);
            let is_long = text.len() >= MIN_TEXT
                && page.parent(node).is_some_and(|parent| !page.tag(parent).is_raw_text() && page.tag(parent) != Tag::Option);
            if !is_long || text.trim_ascii().len() < MIN_TEXT {
                continue;
            }
            let end = text.char_indices().nth(SAMPLE - n_chars).map_or(text.len(), |(at, _)| at);
            let text = text.get(..end).unwrap_or_default();
            for c in text.chars() {
                n_chars += 1;
                if let Some(script) = script(c) {
                    scripts.n_letters += 1;
                    if let Some(count) = scripts.counts.get_mut(script as usize) {
                        *count += 1;
                    }
                }
            }
            scripts.sample.push_str(text);
            scripts.sample.push(' ');
            if n_chars >= SAMPLE {
                break;
            }
        }
        scripts
    }

    fn count(&self, script: Script) -> usize {
        self.counts.get(script as usize).copied().unwrap_or(0)
    }

    /// True when more than half of the letters are of this script.
    fn is_mostly(&self, script: Script) -> bool {
        self.count(script) * 2 > self.n_letters
    }

    /// False when the text's script is none that the language is written in: templates often leave
    /// `lang="en"` on Chinese, Arabic or Russian pages.
    fn may_be(&self, tag: &str) -> bool {
        if self.n_letters < MIN_LETTERS {
            return true;
        }
        let language = tag.split('-').next().unwrap_or_default();
        match language {
            "en" | "de" | "fr" | "es" | "it" | "pt" | "nl" | "pl" | "sv" | "da" | "no" | "nb" | "nn" | "fi" | "cs" | "sk"
            | "hu" | "ro" | "tr" | "id" | "vi" => {
                // Mathematics and code leave letters of no script in particular.
                self.count(Script::Latin) * 4 > self.n_letters
            }
            "zh" => self.count(Script::Han) * 8 > self.n_letters || tag.contains("Latn"),
            "ja" => (self.count(Script::Kana) + self.count(Script::Han)) * 8 > self.n_letters,
            "ko" => self.count(Script::Hangul) * 8 > self.n_letters,
            "ru" | "bg" | "uk" => self.count(Script::Cyrillic) * 8 > self.n_letters,
            "ar" | "fa" | "ur" => self.count(Script::Arabic) * 8 > self.n_letters,
            _ => true,
        }
    }

    /// The language that the text is most likely in.
    fn language(&self) -> Option<&'static str> {
        if self.n_letters < MIN_LETTERS {
            return None;
        }
        let has = |letters: &[char]| self.sample.contains(letters);
        Some(match () {
            // Kana proves Japanese, however much of the text is Han.
            () if self.count(Script::Kana) * 10 > self.n_letters => "ja",
            () if self.is_mostly(Script::Han) => "zh",
            () if self.is_mostly(Script::Hangul) => "ko",
            () if self.is_mostly(Script::Hebrew) => "he",
            () if self.is_mostly(Script::Thai) => "th",
            () if self.is_mostly(Script::Greek) => "el",
            () if self.is_mostly(Script::Cyrillic) && has(&['і', 'ї', 'є']) => "uk",
            () if self.is_mostly(Script::Cyrillic) && has(&['ј', 'љ', 'њ']) => "sr",
            () if self.is_mostly(Script::Cyrillic) && !has(&['ы', 'э']) => "bg",
            () if self.is_mostly(Script::Cyrillic) => "ru",
            () if self.is_mostly(Script::Arabic) && has(&['ٹ', 'ڈ', 'ے']) => "ur",
            () if self.is_mostly(Script::Arabic) && has(&['پ', 'چ', 'گ', 'ی']) => "fa",
            () if self.is_mostly(Script::Arabic) => "ar",
            () if self.is_mostly(Script::Indic) => self.indic(),
            () if self.is_mostly(Script::Latin) => self.latin()?,
            () => return None,
        })
    }

    fn indic(&self) -> &'static str {
        match self.sample.chars().find(|c| script(*c) == Some(Script::Indic)) {
            Some('\u{980}'..='\u{9ff}') => "bn",
            Some('\u{a00}'..='\u{a7f}') => "pa",
            Some('\u{a80}'..='\u{aff}') => "gu",
            Some('\u{b80}'..='\u{bff}') => "ta",
            Some('\u{c00}'..='\u{c7f}') => "te",
            Some('\u{c80}'..='\u{cff}') => "kn",
            Some('\u{d00}'..='\u{d7f}') => "ml",
            _ => "hi",
        }
    }

    /// The language whose most frequent words occur most, if they occur often enough.
    fn latin(&self) -> Option<&'static str> {
        let text = self.sample.to_lowercase();
        let words = text.split(|c: char| !letters::is_alphabetic(c)).filter(|word| !word.is_empty());
        let words: Vec<u64> = words.map(short_word).collect();
        let score = |list: &str| {
            let list: Vec<u64> = list.split(' ').map(short_word).collect();
            words.iter().filter(|word| list.contains(word)).count()
        };
        let (best, language) =
            FREQUENT.iter().map(|(language, list)| (score(list), *language)).max_by_key(|(score, _)| *score)?;
        (best * 12 > words.len()).then_some(language)
    }
}

/// A word of up to eight bytes as a number, so that comparing two is one step; 0 for a longer one.
fn short_word(word: &str) -> u64 {
    let mut bytes = [0; 8];
    if let Some(start) = bytes.get_mut(..word.len()) {
        start.copy_from_slice(word.as_bytes());
    }
    u64::from_le_bytes(bytes)
}

/// The most frequent words, of up to eight bytes, of languages in Latin script that the others do not share, or share least.
const FREQUENT: [(&str, &str); 18] = [
    ("en", "the and of to is that for with was are this"),
    ("de", "der die und das ist nicht mit den ein eine zu auf"),
    ("fr", "le les des et est une du dans que pour pas sur"),
    ("es", "el los las y que una por con del para es se"),
    ("pt", "o os que não uma do da em para com são e"),
    ("it", "il di che non una per gli della è sono con un"),
    ("nl", "de het een van en dat niet op zijn voor te is"),
    ("pl", "się w nie na z jest że do i to jak o"),
    ("sv", "och att det som en är på för av inte med den"),
    ("da", "og at det er en af til på ikke der med den"),
    ("nb", "og å det er en av til på ikke som med jeg"),
    ("fi", "ja on ei että se oli kun mutta ovat hän myös joka"),
    ("tr", "ve bir bu için da de ile olarak çok daha olan gibi"),
    ("cs", "se na že je v to jsem s jako ale pro do"),
    ("hu", "a az és hogy nem egy is van meg de ez csak"),
    ("ro", "și de la în nu care cu este un pe din mai"),
    ("id", "yang dan di dengan untuk ini itu dari pada tidak dalam akan"),
    ("vi", "và của là có không cho được một những với các người"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, lang: Option<&str>, dir: Direction) {
        let page = crate::Page::parse(html.to_owned());
        let (got, got_dir) = language(&page, &Claims::default(), None);
        assert_eq!((got.map(|(tag, _)| tag).as_deref(), got_dir), (lang, dir), "{html}");
    }

    #[test]
    fn tags_take_their_usual_form() {
        for (raw, want) in [
            ("pt_br", Some("pt-BR")),
            ("ZH-hant-tw", Some("zh-Hant-TW")),
            ("english", None),
            ("", None),
            ("en-US, de", Some("en-US")),
        ] {
            assert_eq!(tag(raw).as_deref(), want, "{raw}");
        }
    }

    #[test]
    fn declared_language_is_checked_against_the_script() {
        let russian = "Сегодня утром в городе было тихо, и только птицы пели над пустой улицей.";
        check(&format!("<html lang=\"en\"><body><p>{russian}</p></body></html>"), Some("ru"), Direction::Ltr);
        check(&format!("<html lang=\"ru-RU\"><body><p>{russian}</p></body></html>"), Some("ru-RU"), Direction::Ltr);
        check("<html lang=\"fr\"><body><p>ok</p></body></html>", Some("fr"), Direction::Ltr);
    }

    #[test]
    fn undeclared_language_is_told_from_the_text() {
        check(
            "<p>The rain had stopped and the streets of the town were full of people with umbrellas.</p>",
            Some("en"),
            Direction::Ltr,
        );
        check(
            "<p>Der Regen hatte aufgehört, und die Straßen der Stadt waren voll mit Menschen, die nicht nach Hause wollten.</p>",
            Some("de"),
            Direction::Ltr,
        );
        check("<p>توقف المطر في الصباح وخرج الناس إلى الشوارع وهم يحملون المظلات القديمة معهم.</p>", Some("ar"), Direction::Rtl);
        check(
            "<p>雨が止んで、町の通りは傘を持った人々でいっぱいになった。子どもたちは水たまりで遊んでいた。そして夜になった。</p>",
            Some("ja"),
            Direction::Ltr,
        );
        check("<p>12345</p>", None, Direction::Ltr);
    }

    #[test]
    fn direction_follows_the_text_more_than_the_template() {
        let arabic = "توقف المطر في الصباح وخرج الناس إلى الشوارع وهم يحملون المظلات القديمة معهم.";
        check(&format!("<html lang=\"ar\" dir=\"ltr\"><body><p>{arabic}</p></body></html>"), Some("ar"), Direction::Rtl);
        check("<html lang=\"he\" dir=\"rtl\"><body><p>12</p></body></html>", Some("he"), Direction::Rtl);
    }
}
