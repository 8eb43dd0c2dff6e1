//! Markdown gives back the article: a CommonMark parser reads of every test page and of every case the same words, the
//! same code, tables and formulas, and links, headings and notes in the same order.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lectern::article::block::{Body, Embed, Math, Media};
use lectern::article::{Block, Built, Context, Inline, Note, build, inline};
use lectern::capture::Facts;
use lectern::export::markdown;
use lectern::extract::{Selection, extract_page};
use lectern::page::{self, NodeId, NodeSet, Page, Tag};
use lectern::{Article, Options};
use pulldown_cmark::{Event, Parser, Tag as Element, TagEnd};

/// A test page of fewer characters tests nothing here.
const MIN_CHARS: usize = 400;

#[test]
fn the_markdown_of_every_test_page_reads_as_the_page() {
    for (slug, article) in test_pages() {
        let mut want = Spoken::default();
        want.heading(1, &article.metadata.title);
        article.metadata.standfirst.iter().for_each(|standfirst| want.say(standfirst));
        want.blocks(&article.blocks);
        want.notes(&article.notes);
        assert!(want.text.chars().count() >= MIN_CHARS, "{slug}: {want:?}");
        let source = markdown::document(&article);
        assert_same(&slug, &read_markdown(&source), &want, &source);
    }
}

#[test]
fn the_markdown_of_every_case_reads_as_the_case() {
    for (slug, built) in cases() {
        let mut want = Spoken::default();
        want.blocks(&built.blocks);
        want.notes(&built.notes);
        let source = markdown::fragment(&built.blocks, &built.notes);
        assert_same(&slug, &read_markdown(&source), &want, &source);
    }
}

/// What a reader gets of an article, whatever it is written in.
#[derive(Debug, Default, PartialEq)]
struct Spoken {
    /// All that is said, with white space between blocks.
    text: String,
    /// Level and words. In a table Markdown has no sign for them.
    headings: Vec<(u8, String)>,
    /// Addresses.
    links: Vec<String>,
    /// Program text, to the last space.
    code: Vec<String>,
    n_images: usize,
    /// What the cells of each row say; cells and rows that say nothing only fill a grid.
    rows: Vec<Vec<String>>,
    /// TeX of formulas.
    tex: Vec<String>,
    n_notes: usize,
}

impl Spoken {
    fn words(&self) -> Vec<&str> {
        self.text.split_whitespace().collect()
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.headings.push((level, squash(text)));
        self.say(text);
    }

    /// A block of its own.
    fn say(&mut self, text: &str) {
        self.text.push('\n');
        self.text.push_str(text);
    }

    fn notes(&mut self, notes: &[Note]) {
        notes.iter().for_each(|note| self.blocks(&note.blocks));
        self.n_notes += notes.len();
    }

    fn row(&mut self, cells: Vec<String>) {
        let cells: Vec<String> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        if !cells.is_empty() {
            self.rows.push(cells);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(&block.body);
        }
    }

    fn block(&mut self, body: &Body) {
        match body {
            Body::Paragraph { content } | Body::Verse { content } => self.line(content),
            Body::Heading { level, content } => {
                self.headings.push((*level, squash(&inline::text(content))));
                self.line(content);
            }
            Body::Figure { images, caption } => {
                images.iter().for_each(|image| self.image(image));
                self.line(caption);
            }
            Body::Media(Media { sources, caption, .. }) => {
                sources.iter().take(1).for_each(|(src, _)| self.address(src));
                self.line(caption);
            }
            Body::Code { text, .. } => {
                self.code.push(text.clone());
                self.say(text);
            }
            Body::Math(math) => self.math(math),
            Body::Post { author, time, blocks, .. } => {
                [author, time].into_iter().for_each(|said| self.say(said));
                self.blocks(blocks);
            }
            Body::Seam { url, .. } => self.address(url),
            Body::Embed(embed) => self.embed(embed),
            Body::Quote { blocks, cite } => {
                self.blocks(blocks);
                self.line(cite);
            }
            Body::Table { caption, rows } => {
                self.line(caption);
                let n_headings = self.headings.len();
                for row in rows {
                    self.row(row.cells.iter().map(|cell| cell_text(&cell.blocks)).collect());
                    row.cells.iter().for_each(|cell| self.blocks(&cell.blocks));
                }
                self.headings.truncate(n_headings);
            }
            _ => {
                body.content().into_iter().for_each(|content| self.line(content));
                body.children().into_iter().for_each(|blocks| self.blocks(blocks));
            }
        }
    }

    /// The card of an embed: what it shows, then where it leads and who it is by.
    fn embed(&mut self, embed: &Embed) {
        self.blocks(&embed.blocks);
        let name = [&embed.title, &embed.provider, &embed.url].into_iter().find(|name| !name.is_empty());
        self.links.push(embed.url.clone());
        let said = [name.unwrap(), &embed.author, &embed.date].map(String::as_str);
        self.say(&said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(", "));
    }

    fn address(&mut self, address: &str) {
        self.links.push(address.to_owned());
        self.say(address);
    }

    fn image(&mut self, image: &inline::Image) {
        self.n_images += 1;
        self.links.extend(image.href.clone());
    }

    fn math(&mut self, math: &Math) {
        self.tex.extend(math.tex.as_deref().map(squash));
        match (&math.tex, &math.tree, &math.image) {
            (None, None, Some(image)) => self.image(image),
            _ => self.say(&math.text()),
        }
        self.text.push(' ');
        self.text.push_str(&math.label);
    }

    fn line(&mut self, content: &[Inline]) {
        self.say(&inline::text(&spoken(content)));
        self.inlines(content);
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Link { href, .. } => self.links.push(href.clone()),
                Inline::Image(image) => self.image(image),
                Inline::Math(Math { tex: None, tree: None, image: Some(image), .. }) => self.image(image),
                Inline::Math(math) => self.tex.extend(math.tex.as_deref().map(squash)),
                _ => {}
            }
            self.inlines(inline.content());
        }
    }
}

fn cell_text(blocks: &[Block]) -> String {
    let mut cell = Spoken::default();
    cell.blocks(blocks);
    squash(&cell.text)
}

/// `content` without what stands for a picture: Markdown has the picture.
fn spoken(content: &[Inline]) -> Vec<Inline> {
    let kept = content.iter().filter(|inline| !matches!(inline, Inline::Math(Math { tex: None, tree: None, .. })));
    kept.cloned().collect()
}

/// What a CommonMark parser makes of `source`.
fn read_markdown(source: &str) -> Spoken {
    let options = pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
        | pulldown_cmark::Options::ENABLE_TASKLISTS
        | pulldown_cmark::Options::ENABLE_MATH
        | pulldown_cmark::Options::ENABLE_GFM
        | pulldown_cmark::Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut found = Spoken::default();
    let (mut referred, mut noted) = (BTreeSet::new(), BTreeSet::new());
    let events = Parser::new_ext(source, options).filter_map(|event| match event {
        Event::FootnoteReference(label) => {
            referred.insert(label.to_string());
            Some(Event::Text(format!("[{label}]").into()))
        }
        Event::Start(Element::FootnoteDefinition(label)) => {
            noted.insert(label.to_string());
            found.n_notes += 1;
            None
        }
        Event::End(TagEnd::FootnoteDefinition) => None,
        Event::InlineMath(tex) | Event::DisplayMath(tex) => {
            found.tex.push(squash(&tex));
            Some(Event::Text(tex))
        }
        other => Some(other),
    });
    let mut rendered = String::new();
    pulldown_cmark::html::push_html(&mut rendered, events);
    assert!(referred.is_subset(&noted), "{referred:?} of {noted:?}\n{source}");
    let page = page::html::parse(&rendered);
    page.descendants(page.body()).for_each(|node| found.node(&page, node));
    found
}

impl Spoken {
    fn node(&mut self, page: &Page, node: NodeId) {
        let tag = page.tag(node);
        match tag {
            Tag::Text => self.text.push_str(page.text(node)),
            Tag::A => self.links.extend(page.attr(node, "href").map(str::to_owned)),
            Tag::Img => self.n_images += 1,
            Tag::Tr => {
                let cells = page.children(node).filter(|child| matches!(page.tag(*child), Tag::Td | Tag::Th));
                let texts = cells.map(|cell| {
                    let mut said = Spoken::default();
                    page.descendants(cell).for_each(|node| said.node(page, node));
                    squash(&said.text)
                });
                self.row(texts.collect());
            }
            Tag::Pre => self.code.push(page.text_content(node).trim_end_matches('\n').to_owned()),
            _ => {}
        }
        if let Some(level) = tag.heading_level()
            && !page.ancestors(node).any(|each| page.tag(each) == Tag::Table)
        {
            self.headings.push((level, squash(&page.text_content(node))));
        }
        if !tag.is_inline() || tag == Tag::Br {
            self.text.push('\n');
        }
    }
}

/// Compares part for part: what differs is shown alone.
fn assert_same(slug: &str, got: &Spoken, want: &Spoken, source: &str) {
    assert_eq!(got.words(), want.words(), "{slug}\n{source}");
    assert_eq!(got.headings, want.headings, "{slug}\n{source}");
    assert_eq!(addresses(got), addresses(want), "{slug}\n{source}");
    assert_eq!(got.code, want.code, "{slug}\n{source}");
    assert_eq!(got.n_images, want.n_images, "{slug}\n{source}");
    assert_eq!(got.rows, want.rows, "{slug}\n{source}");
    assert_eq!(got.tex, want.tex, "{slug}\n{source}");
    assert_eq!(got.n_notes, want.n_notes, "{slug}\n{source}");
}

/// Where links lead, all in one spelling: the parser writes other characters than ASCII by their numbers.
fn addresses(spoken: &Spoken) -> Vec<String> {
    let base = url::Url::parse("https://example.org/").unwrap();
    spoken.links.iter().map(|link| base.join(link).unwrap().into()).collect()
}

fn squash(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn test_pages() -> Vec<(String, Article)> {
    let read = |folder: PathBuf| {
        let page = page::html::parse(&fs::read_to_string(folder.join("page.html")).unwrap());
        let claims: serde_json::Value = serde_json::from_str(&fs::read_to_string(folder.join("claims.json")).unwrap()).unwrap();
        let url = claims.get("url").and_then(serde_json::Value::as_str).unwrap();
        (name(&folder), extract_page(&page, url, &Facts::default(), &Options::default()).unwrap())
    };
    files("tests/pages").into_iter().map(read).collect()
}

fn cases() -> Vec<(String, Built)> {
    let read = |file: PathBuf| {
        let page = page::html::parse(&fs::read_to_string(&file).unwrap());
        let selection = Selection { roots: vec![page.body()], removed: NodeSet::new() };
        let context = Context { url: "https://example.org/news/page.html", facts: &Facts::default(), title: "", posts: &[] };
        (name(&file), build(&page, &selection, context))
    };
    let cases = files("tests/cases").into_iter().filter(|file| !name(file).contains(".expected"));
    cases.map(read).collect()
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// What is in a folder, in the order of names.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty());
    files.sort();
    files
}
