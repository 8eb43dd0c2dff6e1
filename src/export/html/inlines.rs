//! Inlines as elements.

use super::{Form, Writer};
use crate::address::{Use, is_harmless};
use crate::article::Inline;
use crate::article::inline::{Image, Style};
use crate::export::mathml;

impl Writer {
    pub(in crate::export) fn inlines(&mut self, content: &[Inline]) {
        content.iter().for_each(|inline| self.inline(inline));
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text } => self.markup.text(text),
            Inline::Styled { style, content } => self.wrapped(element(*style), &[], content),
            Inline::Link { href, content } => self.wrapped("a", &self.link(href), content),
            Inline::Break => self.markup.void("br", &[]),
            Inline::Image(image) => self.image(image),
            Inline::Math(math) => match &math.image {
                Some(image) if math.tree.is_none() => self.image(image),
                _ => mathml::write(&mut self.markup, math, false),
            },
            Inline::Ruby { base, reading } => {
                self.markup.start("ruby", &[]);
                self.inlines(base);
                self.wrapped("rt", &[], reading);
                self.markup.end("ruby");
            }
            Inline::Abbreviation { title, content } => self.wrapped("abbr", &[("title", title)], content),
            Inline::Time { datetime, content } => self.wrapped("time", &[("datetime", datetime)], content),
            Inline::Span { lang, dir, content } => {
                let lang = lang.as_deref().unwrap_or_default();
                self.wrapped("span", &[("lang", lang), ("dir", super::direction(*dir))], content);
            }
            Inline::Anchor { id } => self.markup.element("span", &[("id", id)], ""),
            Inline::NoteReference { note, label } => {
                // A note leads back to where it is first referred to.
                let is_first = self.form != Form::Part && self.referred.insert(note.clone());
                let id = if is_first { reference(note) } else { String::new() };
                let kind = if self.is_book() { "noteref" } else { "" };
                let attrs = [("id", &*id), ("href", &*format!("#{note}")), ("role", "doc-noteref"), ("epub:type", kind)];
                self.markup.start("sup", &[]);
                self.markup.element("a", &attrs, label);
                self.markup.end("sup");
            }
        }
    }

    fn wrapped(&mut self, name: &str, attrs: super::Attrs<'_>, content: &[Inline]) {
        self.markup.start(name, attrs);
        self.inlines(content);
        self.markup.end(name);
    }

    /// An image, from what the export carries where it does.
    pub(in crate::export) fn image(&mut self, image: &Image) {
        let carried = self.carried.get(&image.src);
        let candidates = image.candidates.iter().filter(|(src, _)| is_harmless(src, Use::Image));
        let candidates: Vec<String> = candidates.map(|(src, width)| format!("{src} {width}w")).collect();
        let pixels = |length: u32| if length == 0 { String::new() } else { length.to_string() };
        if let Some(href) = &image.href {
            self.markup.start("a", &self.link(href));
        }
        self.markup.void(
            "img",
            &[
                ("src", carried.unwrap_or(&image.src)),
                ("srcset", &if carried.is_some() { String::new() } else { candidates.join(", ") }),
                ("alt", &image.alt),
                ("width", &pixels(image.width)),
                ("height", &pixels(image.height)),
            ],
        );
        if image.href.is_some() {
            self.markup.end("a");
        }
    }
}

/// What the first reference to a note is called.
pub(super) fn reference(note: &str) -> String {
    format!("to-{note}")
}

/// The element that has this meaning.
pub(in crate::export) fn element(style: Style) -> &'static str {
    match style {
        Style::Emphasis => "em",
        Style::Strong => "strong",
        Style::Code => "code",
        Style::Keyboard => "kbd",
        Style::Sample => "samp",
        Style::Variable => "var",
        Style::Subscript => "sub",
        Style::Superscript => "sup",
        Style::Highlight => "mark",
        Style::Deleted => "del",
        Style::Inserted => "ins",
        Style::Small => "small",
        Style::Quotation => "q",
        Style::Citation => "cite",
        Style::Definition => "dfn",
        Style::Underline => "u",
    }
}
