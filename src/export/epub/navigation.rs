//! The navigation document: the chapter's headings as a table of contents.

use super::{close, language, open};
use crate::article::inline;
use crate::article::{Article, Block, Body};
use crate::export::xml::Markup;

/// The navigation document. Every heading at the top level has a name by now.
pub(super) fn navigation(article: &Article) -> String {
    let mut markup = Markup::default();
    open(&mut markup, article, &article.metadata.title);
    markup.open("nav", &[("epub:type", "toc"), ("lang", language(article))]);
    markup.open("ol", &[]);
    markup.open("li", &[]);
    entry(&mut markup, "chapter.xhtml", &article.metadata.title);
    let headings: Vec<(u8, &str, String)> = article.blocks.iter().filter_map(heading).collect();
    if !headings.is_empty() {
        list(&mut markup, &headings);
    }
    markup.close("li");
    markup.close("ol");
    markup.close("nav");
    close(markup)
}

/// The headings as lists within lists: one that is higher than the first of its list ends it.
fn list(markup: &mut Markup, headings: &[(u8, &str, String)]) {
    let mut open: Vec<u8> = Vec::new();
    for (level, id, text) in headings {
        while open.len() > 1 && open.last().is_some_and(|last| last > level) {
            open.pop();
            markup.close("li");
            markup.close("ol");
        }
        if open.last().is_some_and(|last| last >= level) {
            markup.close("li");
        } else {
            open.push(*level);
            markup.open("ol", &[]);
        }
        markup.open("li", &[]);
        entry(markup, &format!("chapter.xhtml#{id}"), text);
    }
    for _ in open {
        markup.close("li");
        markup.close("ol");
    }
}

fn entry(markup: &mut Markup, href: &str, text: &str) {
    markup.line();
    markup.element("a", &[("href", href)], if text.trim().is_empty() { "—" } else { text.trim() });
}

fn heading(block: &Block) -> Option<(u8, &str, String)> {
    match (&block.body, &block.id) {
        (Body::Heading { level, content }, Some(id)) => Some((*level, id, inline::text(content))),
        _ => None,
    }
}
