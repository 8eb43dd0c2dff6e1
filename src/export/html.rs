//! HTML: the tree as elements of our own choice, well-formed as XML too, so that EPUB is made of the same.

mod blocks;
mod inlines;

pub(super) use inlines::element as style_tag;

use std::collections::{BTreeMap, BTreeSet};

use super::Pictures;
use super::mathml;
use super::xml::{Attrs, Markup};
use crate::article::block::{Direction, Math};
use crate::article::{Article, Block, Inline, Note};

/// What an exported page looks like: the reader's defaults, light or dark as the system has it.
const STYLE: &str = include_str!("html/style.css");

/// The blocks and, behind them, the notes.
pub fn fragment(blocks: &[Block], notes: &[Note]) -> String {
    let mut writer = Writer::default();
    writer.blocks(blocks);
    writer.notes(notes);
    writer.markup.finish()
}

/// Running text, without an element of its own.
pub(super) fn line(content: &[Inline]) -> String {
    let mut writer = Writer::default();
    writer.inlines(content);
    writer.markup.finish()
}

/// A formula within a line.
pub(super) fn math(math: &Math) -> String {
    let mut writer = Writer::default();
    mathml::write(&mut writer.markup, math, false);
    writer.markup.finish()
}

/// A whole page that needs nothing beside itself: what it looks like is in it, and so are the images that
/// `pictures` has. The others stay on their sites.
pub fn document(article: &Article, pictures: &Pictures) -> String {
    let metadata = &article.metadata;
    let carried = pictures.iter().map(|(address, picture)| (address.clone(), picture.data_address())).collect();
    let mut writer = Writer { carried, form: Form::Page, ..Writer::default() };
    let markup = &mut writer.markup;
    markup.raw("<!DOCTYPE html>");
    let lang = metadata.lang.as_deref().unwrap_or_default();
    markup.open("html", &[("lang", lang), ("dir", direction(Some(metadata.dir)))]);
    markup.open("head", &[]);
    markup.line();
    markup.void("meta", &[("charset", "utf-8")]);
    markup.line();
    markup.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    markup.line();
    markup.element("title", &[], &metadata.title);
    if let Some(canonical) = &metadata.canonical {
        markup.line();
        markup.void("link", &[("rel", "canonical"), ("href", canonical)]);
    }
    markup.line();
    markup.raw("<style>");
    markup.raw(STYLE);
    markup.raw("</style>");
    markup.close("head");
    markup.open("body", &[]);
    markup.open("article", &[]);
    writer.header(article);
    writer.blocks(&article.blocks);
    writer.notes(&article.notes);
    writer.markup.close("article");
    writer.markup.close("body");
    writer.markup.close("html");
    let mut page = writer.markup.finish();
    page.push('\n');
    page
}

/// What the elements become.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Form {
    /// A part of something else.
    #[default]
    Part,
    /// A page that stands by itself.
    Page,
    /// A book: reading systems show notes where they are referred to, and know both by `epub:type`.
    Book,
}

/// Writes the tree as elements.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) markup: Markup,
    /// Where the images are that the export carries, by their own address.
    pub(super) carried: BTreeMap<String, String>,
    pub(super) form: Form,
    /// The notes that were referred to so far, unless it is a part.
    referred: BTreeSet<String>,
    /// For a task whose text comes next: whether it is done.
    task: Option<bool>,
}

impl Writer {
    /// Title, standfirst, byline, date and site.
    pub(super) fn header(&mut self, article: &Article) {
        let metadata = &article.metadata;
        self.markup.open("header", &[]);
        self.line("h1", &[], &metadata.title);
        self.line("p", &[("class", "standfirst")], metadata.standfirst.as_deref().unwrap_or_default());
        self.line("p", &[("class", "byline")], &metadata.byline.join(", "));
        if let Some(published) = &metadata.published {
            self.markup.line();
            self.markup.start("p", &[("class", "published")]);
            self.markup.element("time", &[("datetime", published)], published.get(..10).unwrap_or(published));
            self.markup.end("p");
        }
        let site = metadata.site_name.as_deref().unwrap_or_default();
        match &metadata.canonical {
            Some(canonical) => {
                self.markup.line();
                self.markup.start("p", &[("class", "source")]);
                self.markup.element("a", &self.link(canonical), if site.is_empty() { canonical } else { site });
                self.markup.end("p");
            }
            None => self.line("p", &[("class", "source")], site),
        }
        self.markup.close("header");
    }

    /// The attributes of a link. What a page of ours leads to hears nothing of it.
    fn link<'href>(&self, href: &'href str) -> [(&'static str, &'href str); 2] {
        let leads_out = self.form != Form::Part && !href.starts_with('#');
        [("href", href), ("rel", if leads_out { "noopener noreferrer" } else { "" })]
    }

    /// Whether there may be what only a book knows.
    fn is_book(&self) -> bool {
        self.form == Form::Book
    }

    /// An element on a line of its own, unless it has nothing to say.
    fn line(&mut self, name: &str, attrs: Attrs<'_>, text: &str) {
        if !text.is_empty() {
            self.markup.line();
            self.markup.element(name, attrs, text);
        }
    }
}

/// The value of a `dir` attribute.
pub(super) fn direction(dir: Option<Direction>) -> &'static str {
    match dir {
        None => "",
        Some(Direction::Ltr) => "ltr",
        Some(Direction::Rtl) => "rtl",
    }
}
