//! The summary that a page shows under its headline, where a name says that it is one.
//!
//! It is the editors' own, and often said nowhere else: what machines are told is written for search engines. It is no part of
//! the text either, so that selection may leave it out.

use super::clues::{Clue, shown_lines, words};
use super::filter::Filter;
use super::phrase::{clean, fold, is_unspaced};
use super::place::{Place, is_set_apart};
use crate::page::{NodeId, Page, Tag};

/// As many elements behind the headline are looked at…
const MAX_ELEMENTS: usize = 60;
/// …until so much text has passed, in bytes: then there is the article.
const MAX_PASSED: usize = 600;
/// How far above the headline the `header` may be that holds it.
const MAX_LEVELS: usize = 4;
/// A longer summary is a text, in characters.
const MAX_CHARS: usize = 600;
/// A shorter one is a label, in characters; where words are not set apart, half of that.
const MIN_CHARS: usize = 30;
/// A shorter heading that no name says to be one is the first of the text, in characters.
const MIN_HEADING: usize = 40;
/// What is shorter and names an author is their line, in bytes.
const MAX_CREDIT: usize = 100;

/// The summary by this headline, and where it stands.
pub fn standfirst(page: &Page, headline: Clue, title: &str, byline: &[String]) -> Option<(String, NodeId)> {
    let place = Place::new(page, Some(headline));
    let (mut n_elements, mut passed) = (0, 0);
    let mut nodes = page.nodes();
    nodes.skip_to(page.end(headline.node));
    for node in nodes {
        if page.is_text(node) {
            let is_shown = page.parent(node).is_none_or(|parent| !page.tag(parent).is_raw_text());
            passed += if is_shown { page.text(node).trim_ascii().len() } else { 0 };
        } else {
            n_elements += 1;
        }
        if n_elements > MAX_ELEMENTS || passed > MAX_PASSED {
            return None;
        }
        if (is_named(page, node) || (passed == 0 && (is_heading(page, node) || is_header_line(page, headline.node, node))))
            && !place.is_elsewhere(page, node)
            && !is_set_apart(page, node)
        {
            let lines = shown_lines(page, node);
            let text = lines.trim();
            // A box of several lines is more than the summary: that may be one of them.
            let is_credit = text.len() < MAX_CREDIT && byline.iter().any(|name| text.contains(name));
            if is_summary(text) && !is_credit && !is_linked(page, node, text) && fold(text) != fold(title) {
                return Some((clean(text), node));
            }
        }
    }
    None
}

/// True for a lesser heading of some length: directly under the headline that is its summary, whatever its name.
fn is_heading(page: &Page, node: NodeId) -> bool {
    let is_long = |text: &str| text.chars().count() >= if text.chars().any(is_unspaced) { MIN_CHARS } else { MIN_HEADING };
    matches!(page.tag(node), Tag::H2 | Tag::H3) && is_long(page.text_content(node).trim())
}

/// True for a sentence directly under the headline in the same `header`: the article's text begins behind that.
fn is_header_line(page: &Page, headline: NodeId, node: NodeId) -> bool {
    let header = || page.ancestors(headline).take(MAX_LEVELS).find(|&above| page.tag(above) == Tag::Header);
    matches!(page.tag(node), Tag::P | Tag::Div)
        && header().is_some_and(|header| page.is_inside(node, header))
        && ends_sentence(page.text_content(node).trim())
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔'])
}

/// True for one line of some length that is no date.
fn is_summary(text: &str) -> bool {
    let n_chars = text.chars().count();
    let least = if text.chars().any(is_unspaced) { MIN_CHARS / 2 } else { MIN_CHARS };
    let n_digits = text.bytes().filter(u8::is_ascii_digit).count();
    (least..=MAX_CHARS).contains(&n_chars) && !text.contains('\n') && n_digits * 5 < n_chars
}

/// True where half of it or more is links.
fn is_linked(page: &Page, node: NodeId, text: &str) -> bool {
    let links = page.descendants(node).filter(|&each| page.tag(each) == Tag::A);
    links.map(|link| page.text_content(link).trim().len()).sum::<usize>() * 2 >= text.len()
}

/// True for an element whose name says that it is a summary, and of nothing else.
fn is_named(page: &Page, node: NodeId) -> bool {
    let names = page.attrs(node).filter(|(name, _)| {
        matches!(*name, "class" | "id" | "itemprop" | "data-testid" | "data-test" | "data-qa" | "data-component")
            || name.ends_with("-name")
    });
    names.into_iter().any(|(_, value)| says_summary(value) && !words(value).any(|word| is_in(&OTHERS, word)))
}

fn says_summary(name: &str) -> bool {
    static OUTLINES: Filter<8> = Filter::outlines(&[&NAMES]);
    let mut is_below = false;
    words(name).any(|word| {
        let says = OUTLINES.may_have_outline(word) && is_in(&NAMES, word) || is_below && is_in(&TITLES, word);
        is_below = word.eq_ignore_ascii_case("sub");
        says
    })
}

fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|each| word.eq_ignore_ascii_case(each))
}

/// Words in such names: what newsrooms call it, in several languages.
#[rustfmt::skip]
const NAMES: [&str; 41] = [
    "standfirst", "dek", "deck", "subtitle", "subheadline", "subheading", "subhead", "subhed", "subline", "lede", "lead", "leadin",
    "intro", "introduction", "summary", "excerpt", "teaser", "chapo", "chapeau", "soustitre", "entradilla", "bajada", "copete",
    "subtitulo", "vorspann", "untertitel", "unterzeile", "anrisstext", "ingress", "sommario", "sottotitolo", "linhafina", "resumo",
    "samenvatting", "zajawka", "perex", "opener", "spot", "strapline", "description", "desc",
];

/// What follows the word "sub" in them.
const TITLES: [&str; 5] = ["title", "headline", "heading", "head", "hed"];

/// Words of which it is the first, or the lead.
#[rustfmt::skip]
const OTHERS: [&str; 20] = [
    "image", "images", "img", "photo", "picture", "figure", "media", "video", "gallery", "caption", "credit", "credits", "author", "byline",
    "date", "time", "meta", "bio", "list", "paywall",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::metadata;

    fn shown(body: &str) -> Option<String> {
        metadata(&Page::parse(format!("<html><head><title>Tides</title></head><body>{body}</body></html>")), "").standfirst
    }

    const SUMMARY: &str = "The sea comes twice a day, and nobody in town asks why it does.";

    #[test]
    fn a_summary_is_found_by_its_name() {
        for name in
            ["standfirst", "article__sub-title", "entry-subtitle", "post-Lede", "ArticleDek", "chapo", "strapline", "news-spot"]
        {
            let by_headline = format!(r#"<header><h1>Tides</h1><p class="{name}">{SUMMARY}</p></header><p>Low water.</p>"#);
            assert_eq!(shown(&by_headline).as_deref(), Some(SUMMARY), "{name}");
        }
        let boxed = format!(r#"<h1>Tides</h1><div class="intro"><p class="dek">{SUMMARY}</p><p>By Ada</p></div>"#);
        assert_eq!(shown(&boxed).as_deref(), Some(SUMMARY));
        assert_eq!(
            shown(r#"<h1>Tides</h1><p class="lead">海は一日に二度やって来る。町では誰もその訳を尋ねない。</p>"#).as_deref(),
            Some("海は一日に二度やって来る。町では誰もその訳を尋ねない。")
        );
    }

    #[test]
    fn a_lesser_heading_directly_under_the_headline_is_one_whatever_its_name() {
        let page =
            |between: &str| format!("<header><h1>Tides</h1>{between}<h2 class=\"a_st\">{SUMMARY}</h2></header><p>Low water.</p>");
        assert_eq!(shown(&page("")).as_deref(), Some(SUMMARY));
        assert_eq!(shown(&page("<p>By Ada Brandt</p>")), None);
        assert_eq!(shown("<h1>Tides</h1><h2>Why the sea comes</h2><p>Low water.</p>"), None);
        let named = format!(r#"<h1>Tides</h1><div data-gu-name="standfirst"><p>{SUMMARY}</p></div>"#);
        assert_eq!(shown(&named).as_deref(), Some(SUMMARY));
    }

    #[test]
    fn so_is_a_sentence_in_the_header_that_holds_both() {
        let page = |html: &str| shown(&format!("{html}<p>Low water.</p>"));
        assert_eq!(page(&format!("<header><h1>Tides</h1><div class=\"x_1\">{SUMMARY}</div></header>")).as_deref(), Some(SUMMARY));
        assert_eq!(
            page(&format!("<header><h1>Tides</h1><p data-test=\"headSubtitle\">{SUMMARY}</p></header>")).as_deref(),
            Some(SUMMARY)
        );
        for html in [
            format!("<header><h1>Tides</h1></header><p>{SUMMARY}</p>"),
            format!("<header><h1>Tides</h1><p>By Ada Brandt</p><p>{SUMMARY}</p></header>"),
            "<header><h1>Tides</h1><p>Published for everybody by the harbour office</p></header>".to_owned(),
        ] {
            assert_eq!(page(&html), None, "{html}");
        }
    }

    #[test]
    fn a_script_before_a_summary_is_no_text() {
        let script = format!("<script>{}</script>", "share();".repeat(200));
        assert_eq!(shown(&format!(r#"<h1>Tides</h1>{script}<p class="dek">{SUMMARY}</p>"#)).as_deref(), Some(SUMMARY));
    }

    #[test]
    fn what_is_named_alike_is_none() {
        for body in [
            format!("<h1>Tides</h1><p>{SUMMARY}</p>"),
            r#"<h1>Tides</h1><p class="subtitle">By the sea</p>"#.to_owned(),
            format!(r#"<h1>Tides</h1><p class="summary"><a href="/x">{SUMMARY}</a></p>"#),
            format!(r#"<h1>Tides</h1><p class="paywall__description">{SUMMARY}</p>"#),
            format!(r#"<h1>Tides</h1><p>{}</p><p class="summary">{SUMMARY}</p>"#, SUMMARY.repeat(12)),
            format!(r#"<h1>Tides</h1><aside><p class="summary">{SUMMARY}</p></aside>"#),
            format!(r#"<h1>Tides</h1><div class="related"><p class="summary">{SUMMARY}</p></div>"#),
            format!(r#"<h1>Tides</h1><p class="intro">{}</p>"#, SUMMARY.repeat(12)),
            r#"<h1>Tides</h1><p class="author">Ada Brandt</p><p class="intro">Written by Ada Brandt for the Tide Post</p>"#
                .to_owned(),
            r#"<h1>Tides</h1><p class="lead">December 6, 2016, 6:22 PM to 7:55 PM</p>"#.to_owned(),
            format!(r#"<h1>Tides</h1><div class="lead-image"><span>{SUMMARY}</span></div>"#),
            format!(r#"<p class="subtitle">{SUMMARY}</p><h1>Tides</h1><p>Low water.</p>"#),
        ] {
            assert_eq!(shown(&body), None, "{body}");
        }
    }
}
