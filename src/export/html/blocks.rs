//! Blocks as elements.

use super::inlines::reference;
use super::{Attrs, Writer, direction};
use crate::article::block::{Align, Body, Cell, Definition, Embed, Item, Media, Row, Tone};
use crate::article::inline::Image;
use crate::article::{Block, Inline, Note};
use crate::export::mathml;

impl Writer {
    pub(in crate::export) fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    pub(in crate::export) fn notes(&mut self, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        let [all, one, kind] = if self.is_book() { ["endnotes", "endnote", "backlink"] } else { [""; 3] };
        self.markup.open("section", &[("role", "doc-endnotes"), ("epub:type", all)]);
        self.markup.open("ol", &[]);
        for note in notes {
            let attrs = [("id", &*note.id), ("epub:type", one)];
            if !self.referred.contains(&note.id) {
                self.holder("li", &attrs, &note.blocks);
                continue;
            }
            self.markup.open("li", &attrs);
            self.blocks(&note.blocks);
            let back = [("href", &*format!("#{}", reference(&note.id))), ("role", "doc-backlink"), ("epub:type", kind)];
            self.markup.line();
            self.markup.start("p", &[]);
            self.markup.element("a", &back, "↩");
            self.markup.end("p");
            self.markup.close("li");
        }
        self.markup.close("ol");
        self.markup.close("section");
    }

    fn block(&mut self, block: &Block) {
        let lang = block.lang.as_deref().unwrap_or_default();
        let own = [("id", block.id.as_deref().unwrap_or_default()), ("lang", lang), ("dir", direction(block.dir))];
        match &block.body {
            Body::Paragraph { content } => self.leaf("p", &own, content),
            Body::Heading { level, content } => self.leaf(heading(*level), &own, content),
            Body::Figure { images, caption } => self.figure(&own, images, caption),
            Body::Media(media) => self.media(&own, media),
            Body::List { ordered, start, items } => self.list(&own, *ordered, *start, items),
            Body::Definitions { items } => self.definitions(&own, items),
            Body::Quote { blocks, cite } => {
                self.markup.open("blockquote", &own);
                self.blocks(blocks);
                self.leaf("footer", &[], cite);
                self.markup.close("blockquote");
            }
            Body::Code { text, language } => {
                let class = language.as_ref().map(|language| format!("language-{language}")).unwrap_or_default();
                self.markup.line();
                self.markup.start("pre", &own);
                self.markup.element("code", &[("class", &class)], text);
                self.markup.end("pre");
            }
            Body::Verse { content } => self.leaf("p", &with(&own, "class", "verse"), content),
            Body::Table { caption, rows } => self.table(&own, caption, rows),
            Body::Math(math) => {
                self.markup.line();
                self.markup.start("p", &with(&own, "class", "math"));
                match &math.image {
                    Some(image) if math.tree.is_none() => self.image(image),
                    _ => mathml::write(&mut self.markup, math, true),
                }
                if !math.label.is_empty() {
                    self.markup.text(" ");
                    self.markup.text(&math.label);
                }
                self.markup.end("p");
            }
            Body::Rule => {
                self.markup.line();
                self.markup.void("hr", &own);
            }
            Body::Details { summary, blocks } => {
                self.markup.open("details", &own);
                self.leaf("summary", &[], summary);
                self.blocks(blocks);
                self.markup.close("details");
            }
            Body::Callout { tone, title, blocks } => {
                self.markup.open("aside", &with(&own, "class", tone_name(*tone)));
                self.leaf("p", &[("class", "title")], title);
                self.blocks(blocks);
                self.markup.close("aside");
            }
            Body::Embed(embed) => self.embed(&own, embed),
            Body::Post { author, time, blocks, .. } => {
                self.markup.open("article", &own);
                self.markup.open("header", &[]);
                self.line("p", &[("class", "byline")], author);
                self.line("p", &[("class", "published")], time);
                self.markup.close("header");
                self.blocks(blocks);
                self.markup.close("article");
            }
            Body::Seam { url, .. } => {
                self.markup.line();
                self.markup.start("p", &with(&own, "class", "seam"));
                let attrs = self.link(url);
                self.markup.element("a", &attrs, url);
                self.markup.end("p");
            }
        }
    }

    /// A block of running text on one line; nothing when there is none.
    fn leaf(&mut self, name: &str, attrs: Attrs<'_>, content: &[Inline]) {
        if !content.is_empty() {
            self.markup.line();
            self.markup.start(name, attrs);
            self.check_box();
            self.inlines(content);
            self.markup.end(name);
        }
    }

    /// The box of a task, before its text.
    fn check_box(&mut self) {
        if let Some(checked) = self.task.take() {
            let checked = if checked { "checked" } else { "" };
            self.markup.void("input", &[("type", "checkbox"), ("disabled", "disabled"), ("checked", checked)]);
            self.markup.text(" ");
        }
    }

    /// An element that holds blocks. A single plain paragraph in it needs no element of its own.
    fn holder(&mut self, name: &str, attrs: Attrs<'_>, blocks: &[Block]) {
        match blocks {
            [] => {
                self.markup.line();
                self.markup.element(name, attrs, "");
            }
            [Block { id: None, lang: None, dir: None, body: Body::Paragraph { content }, .. }] => {
                self.leaf(name, attrs, content);
            }
            _ => {
                self.markup.open(name, attrs);
                self.blocks(blocks);
                self.markup.close(name);
            }
        }
    }

    fn figure(&mut self, own: Attrs<'_>, images: &[Image], caption: &[Inline]) {
        self.markup.open("figure", own);
        for image in images {
            self.markup.line();
            self.image(image);
        }
        self.leaf("figcaption", &[], caption);
        self.markup.close("figure");
    }

    fn media(&mut self, own: Attrs<'_>, media: &Media) {
        let name = if media.audio { "audio" } else { "video" };
        self.markup.open("figure", own);
        let poster = media.poster.as_deref().unwrap_or_default();
        self.markup.open(name, &[("controls", "controls"), ("preload", "none"), ("poster", poster)]);
        for (src, kind) in &media.sources {
            self.markup.line();
            self.markup.void("source", &[("src", src), ("type", kind)]);
        }
        for (src, lang, label) in &media.tracks {
            self.markup.line();
            self.markup.void("track", &[("src", src), ("srclang", lang), ("label", label)]);
        }
        self.markup.close(name);
        self.leaf("figcaption", &[], &media.caption);
        self.markup.close("figure");
    }

    fn list(&mut self, own: Attrs<'_>, ordered: bool, start: Option<i32>, items: &[Item]) {
        let name = if ordered { "ol" } else { "ul" };
        let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        self.markup.open(name, &with(own, "start", &number(start)));
        for item in items {
            self.task = item.checked;
            self.holder("li", &[("value", &number(item.value))], &item.blocks);
        }
        self.markup.close(name);
    }

    fn definitions(&mut self, own: Attrs<'_>, items: &[Definition]) {
        self.markup.open("dl", own);
        for item in items {
            self.holder(if item.term { "dt" } else { "dd" }, &[], &item.blocks);
        }
        self.markup.close("dl");
    }

    fn table(&mut self, own: Attrs<'_>, caption: &[Inline], rows: &[Row]) {
        self.markup.open("table", own);
        self.leaf("caption", &[], caption);
        // Only the rows at the top are a head; HTML has no place for a head further down.
        let (head, body) = rows.split_at(rows.iter().take_while(|row| row.head).count());
        for (name, rows) in [("thead", head), ("tbody", body)] {
            if !rows.is_empty() {
                self.markup.open(name, &[]);
                rows.iter().for_each(|row| self.row(row));
                self.markup.close(name);
            }
        }
        self.markup.close("table");
    }

    fn row(&mut self, row: &Row) {
        self.markup.open("tr", &[]);
        row.cells.iter().for_each(|cell| self.cell(cell));
        self.markup.close("tr");
    }

    fn cell(&mut self, cell: &Cell) {
        let span = |span: u16| if span > 1 { span.to_string() } else { String::new() };
        let align = match cell.align {
            Align::Start => "",
            Align::Center => "center",
            Align::End => "end",
        };
        let name = if cell.header { "th" } else { "td" };
        let attrs = [("colspan", &*span(cell.columns)), ("rowspan", &*span(cell.rows)), ("class", align)];
        self.holder(name, &attrs, &cell.blocks);
    }

    fn embed(&mut self, own: Attrs<'_>, embed: &Embed) {
        self.markup.open("figure", &with(own, "class", "embed"));
        self.blocks(&embed.blocks);
        self.markup.line();
        self.markup.start("figcaption", &[]);
        let name = [&embed.title, &embed.provider, &embed.url].into_iter().find(|name| !name.is_empty());
        self.markup.element("a", &self.link(&embed.url), name.map_or("", String::as_str));
        for said in [&embed.author, &embed.date] {
            if !said.is_empty() {
                self.markup.text(", ");
                self.markup.text(said);
            }
        }
        self.markup.end("figcaption");
        self.markup.close("figure");
    }
}

/// `attrs` and one more.
fn with<'a>(attrs: Attrs<'a>, name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    attrs.iter().copied().chain([(name, value)]).collect()
}

fn heading(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Note => "note",
        Tone::Tip => "tip",
        Tone::Important => "important",
        Tone::Warning => "warning",
        Tone::Danger => "danger",
    }
}
