//! The credit lines of Chinese reports, which stand in the text: （记者 张三）, 本报记者张三/文, 责任编辑：张三.

use super::names::Names;
use super::phrase::is_unspaced;
use super::site::SiteNames;
use crate::page::{NodeId, Page};

/// A text of more bytes than this is not searched: prose is cut into paragraphs.
const MAX_TEXT: usize = 6_000;
/// A credit is no longer than this, in characters.
const MAX_CREDIT: usize = 40;
/// As many texts with such a word are read.
const MAX_READ: usize = 64;

/// The reporters whom the page credits; else the editors, where nobody else signs.
pub fn credits(page: &Page, sites: &SiteNames) -> Names {
    let is_shown = |&node: &NodeId| page.parent(node).is_some_and(|parent| !page.tag(parent).is_raw_text());
    let texts = page.subtree(page.body()).filter(|&node| page.is_text(node)).filter(is_shown).map(|node| page.text(node));
    let mut editors = Names::default();
    let signed = texts.filter(|text| text.len() <= MAX_TEXT && SIGNS.iter().any(|sign| text.contains(sign)));
    for text in signed.take(MAX_READ) {
        let mut names = Names::default();
        for credit in credited(text) {
            names.merge(Names::read(credit, sites));
        }
        names.persons.retain(|name| is_chinese_name(name));
        if !names.persons.is_empty() {
            return names;
        }
        if editors.persons.is_empty() {
            editors.persons.extend(edited(text).into_iter().filter(|name| is_chinese_name(name)).map(str::to_owned));
        }
    }
    editors
}

/// Words by which a text may be told to have a credit.
const SIGNS: [&str; 4] = ["记者", "記者", "报道", "编辑"];
const REPORTERS: [&str; 2] = ["记者", "記者"];

/// Surname and given name: two to four characters.
fn is_chinese_name(name: &str) -> bool {
    (2..=4).contains(&name.chars().count()) && name.chars().all(is_unspaced)
}

/// The pieces of a text that are names, marked as reporters': "记者 张三 李四", up to what closes the credit.
fn credited(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((inner, after)) = parenthesized(rest) {
        rest = after;
        if inner.chars().count() > MAX_CREDIT {
            continue;
        }
        for sign in REPORTERS {
            // "实习记者 张三 李四 记者王五": each word is for the names behind it.
            found.extend(inner.split(sign).skip(1).map(|names| names.trim_end_matches(ROLES).trim()));
        }
        // "（张三 上海报道）": the place ends with the word.
        if let Some((name, place)) = inner.trim().split_once([' ', '\u{3000}'])
            && place.ends_with("报道")
            && found.is_empty()
        {
            found.push(name);
        }
        if !found.is_empty() {
            return found;
        }
    }
    let line = text.trim();
    let sign = REPORTERS.iter().find_map(|sign| Some((line.find(sign)?, sign)));
    let Some((at, sign)) = sign.filter(|(at, _)| line.get(..*at).is_some_and(|before| before.chars().count() <= MAX_CREDIT / 2))
    else {
        return found;
    };
    let after = line.get(at + sign.len()..).unwrap_or_default();
    // "/文" or "发自北京" closes it, or the text ends; in prose the sentence goes on.
    let (names, is_closed) = match after.split_once("发自").or_else(|| after.split_once(['/', '／'])) {
        Some((names, _)) => (names, true),
        None => (after, after.starts_with([' ', '\u{a0}', '\u{3000}', ':', '：'])),
    };
    if is_closed && names.chars().count() <= MAX_CREDIT / 2 {
        found.push(names.trim_start_matches([' ', '\u{a0}', '\u{3000}', ':', '：']));
    }
    found
}

/// What may stand between the names and the next word for a reporter.
const ROLES: [char; 8] = ['、', '，', ' ', '\u{3000}', '实', '习', '本', '报'];

/// The next text in parentheses, and what follows it.
fn parenthesized(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once(['(', '（', '[', '【'])?;
    rest.split_once([')', '）', ']', '】'])
}

/// The names behind a word for the editor.
fn edited(text: &str) -> Vec<&str> {
    let Some((_, after)) = ["编辑：", "编辑:", "责编：", "责编:"].iter().find_map(|label| text.split_once(label))
    else {
        return Vec::new();
    };
    let line = after.trim_start().split([')', '）', ']', '】', '\n', '|']).next().unwrap_or_default();
    line.split(['、', '，', ' ', '\u{3000}', '\u{2002}', '\u{a0}']).take_while(|name| is_chinese_name(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Page;

    fn check(text: &str, want: &[&str]) {
        let page = Page::parse(format!("<body><p>{text}</p></body>"));
        assert_eq!(credits(&page, &SiteNames::default()).persons, want, "{text}");
    }

    #[test]
    fn reporters_are_told_from_prose() {
        check("小镇的街道很安静。（本报记者 张三）", &["张三"]);
        check("小镇讯 （实习记者 张三 李四 记者王五）昨日街道很安静。", &["张三", "李四", "王五"]);
        check("小镇日报记者张三/文 受访者供图", &["张三"]);
        check("小镇频道 记者 张三 李四", &["张三", "李四"]);
        check("本报记者张三发自小镇", &["张三"]);
        check("街道很安静。（张三 小镇报道）", &["张三"]);
        check("记者了解到，街道很安静。", &[]);
        check("记者博客", &[]);
        check("小镇的记者从市里获悉街道很安静", &[]);
    }

    #[test]
    fn editors_sign_where_nobody_else_does() {
        check("来源：小镇日报 编辑：张三", &["张三"]);
        check("（ 责任编辑：张三 ）", &["张三"]);
        check("（记者 李四 编辑：张三）", &["李四"]);
    }
}
