//! Blocks as Markdown.

use super::Writer;
use super::escape::{self, Place};
use super::inlines::{Line, anchor, longest_run};
use crate::article::block::{Body, Definition, Embed, Item, Math, Media, Tone};
use crate::article::{Block, Inline};
use crate::export::html;

impl Writer<'_> {
    /// The blocks, an empty line between them.
    pub(super) fn blocks(&self, blocks: &[Block]) -> String {
        let mut parts: Vec<String> = Vec::with_capacity(blocks.len());
        // Two lists in a row would be read as one: every other one has other signs.
        let mut n_lists = 0;
        for block in blocks {
            n_lists = if matches!(block.body, Body::List { .. } | Body::Definitions { .. }) { n_lists + 1 } else { 0 };
            let text = self.block(block, n_lists % 2 == 0 && n_lists > 0);
            if !text.is_empty() {
                parts.push(text);
            }
        }
        parts.join("\n\n")
    }

    fn block(&self, block: &Block, other_signs: bool) -> String {
        let place = block.id.as_deref().map(anchor).unwrap_or_default();
        match &block.body {
            Body::Paragraph { content } | Body::Verse { content } => place + &self.line(content, Line::Paragraph),
            Body::Heading { level, content } => {
                let signs = "#".repeat(usize::from((*level).clamp(2, 6)));
                format!("{signs} {place}{}", escape::heading(&self.line(content, Line::Heading)))
            }
            Body::Figure { images, caption } => {
                let images = images.iter().map(|image| self.image(image, Line::Paragraph));
                paragraphs([place + &images.collect::<Vec<_>>().join("\\\n"), self.line(caption, Line::Paragraph)])
            }
            Body::Media(media) => place + &self.media(media),
            Body::List { ordered, start, items } => self.list(*ordered, start.unwrap_or(1), items, other_signs),
            Body::Definitions { items } => self.definitions(items, other_signs),
            Body::Quote { blocks, cite } => quoted(&paragraphs([self.blocks(blocks), self.line(cite, Line::Paragraph)])),
            Body::Code { text, language } => {
                let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
                let language = language.iter().flat_map(|language| language.chars()).filter(|c| !c.is_whitespace() && *c != '`');
                format!("{fence}{}\n{text}\n{fence}", language.collect::<String>())
            }
            Body::Table { caption, rows } => self.table(block, caption, rows),
            Body::Math(math) => place + &self.display_math(math),
            Body::Rule => "---".to_owned(),
            Body::Details { summary, blocks } => paragraphs([
                format!("<details>\n<summary>{}</summary>", html::line(summary)),
                self.blocks(blocks),
                "</details>".to_owned(),
            ]),
            Body::Callout { tone, title, blocks } => {
                let title = self.line(title, Line::Heading);
                let title = if title.is_empty() { title } else { format!("**{title}**") };
                quoted(&format!("[!{}]\n{}", tone_name(*tone), paragraphs([title, self.blocks(blocks)])))
            }
            Body::Embed(embed) => self.embed(embed),
            Body::Post { author, time, blocks, .. } => {
                let head = [author.as_str(), time].into_iter().filter(|part| !part.is_empty()).map(Inline::text);
                let head: Vec<Inline> = head.flat_map(|part| [Inline::Break, part]).skip(1).collect();
                paragraphs([self.line(&head, Line::Paragraph), self.blocks(blocks)])
            }
            Body::Seam { url, .. } => format!("---\n\n{}", autolink(url)),
        }
    }

    fn display_math(&self, math: &Math) -> String {
        let label =
            if math.label.is_empty() { String::new() } else { format!(" {}", escape::text(&math.label, Place::default())) };
        match &math.tex {
            Some(tex) if !tex.trim().is_empty() && !tex.contains("$$") => {
                let lines = tex.lines().map(str::trim).filter(|line| !line.is_empty());
                format!("$$\n{}\n$$", escape::tex(&lines.collect::<Vec<_>>().join("\n"))) + &label
            }
            _ => self.line(&[Inline::Math(math.clone())], Line::Paragraph) + &label,
        }
    }

    fn list(&self, ordered: bool, start: i32, items: &[Item], other_signs: bool) -> String {
        let mut number = i64::from(start.max(0));
        let texts: Vec<String> = items
            .iter()
            .map(|item| {
                number = item.value.map_or(number, i64::from);
                let sign = match (ordered, other_signs) {
                    (true, false) => format!("{number}. "),
                    (true, true) => format!("{number}) "),
                    (false, false) => "- ".to_owned(),
                    (false, true) => "* ".to_owned(),
                };
                number += 1;
                let box_ = match item.checked {
                    None => String::new(),
                    Some(true) => "[x]".to_owned(),
                    Some(false) => "[ ]".to_owned(),
                };
                let text = self.blocks(&item.blocks);
                // Only a paragraph goes on behind the box: a block of code would not be one there, but markup.
                let text = match item.blocks.first().map(|block| &block.body) {
                    _ if box_.is_empty() => text,
                    None | Some(Body::Paragraph { .. }) => format!("{box_} {text}"),
                    Some(_) => paragraphs([box_, text]),
                };
                format!("{sign}{}", indented(&text, &" ".repeat(sign.len())))
            })
            .collect();
        let is_tight = items.iter().all(|item| matches!(item.blocks.as_slice(), [Block { body: Body::Paragraph { .. }, .. }]));
        texts.join(if is_tight { "\n" } else { "\n\n" })
    }

    /// Terms in bold, their descriptions below them. Markdown has no sign for these.
    fn definitions(&self, items: &[Definition], other_signs: bool) -> String {
        let sign = if other_signs { "* " } else { "- " };
        let texts = items.iter().map(|item| {
            let text = self.blocks(&item.blocks);
            match item.blocks.as_slice() {
                [Block { body: Body::Paragraph { content }, .. }] if item.term => {
                    let strong = Inline::Styled { style: crate::article::inline::Style::Strong, content: content.clone() };
                    format!("{sign}{}", self.line(&[strong], Line::Heading))
                }
                _ if item.term => format!("{sign}{}", indented(&text, "  ")),
                _ => format!("  {}", indented(&text, "  ")),
            }
        });
        texts.collect::<Vec<_>>().join("\n\n")
    }

    fn media(&self, media: &Media) -> String {
        let Some((src, _)) = media.sources.first() else { return self.line(&media.caption, Line::Paragraph) };
        paragraphs([autolink(src), self.line(&media.caption, Line::Paragraph)])
    }

    fn embed(&self, embed: &Embed) -> String {
        let name = [&embed.title, &embed.provider, &embed.url].into_iter().find(|name| !name.is_empty());
        let link = Inline::Link { href: embed.url.clone(), content: vec![Inline::text(name.cloned().unwrap_or_default())] };
        let said = [&embed.author, &embed.date].into_iter().filter(|said| !said.is_empty());
        let mut line = vec![link];
        line.extend(said.map(|said| Inline::text(format!(", {said}"))));
        let line = self.line(&line, Line::Paragraph);
        if embed.blocks.is_empty() { line } else { quoted(&paragraphs([self.blocks(&embed.blocks), line])) }
    }
}

/// An address that is its own text.
fn autolink(address: &str) -> String {
    let is_one = address.starts_with("http") && !address.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>'));
    if is_one { format!("<{address}>") } else { escape::text(address, Place::default()) }
}

/// A block as HTML. Markdown ends it at an empty line, so it has none.
pub(super) fn raw(block: &Block) -> String {
    html::fragment(std::slice::from_ref(block), &[]).replace("\n\n", "\n&#10;")
}

/// `text` with every line but the first moved in.
pub(super) fn indented(text: &str, by: &str) -> String {
    prefixed(text, "", by)
}

fn quoted(text: &str) -> String {
    prefixed(text, "> ", "> ")
}

fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, line) in text.split('\n').enumerate() {
        let prefix = if at == 0 { first } else { rest };
        if at > 0 {
            out.push('\n');
        }
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
    }
    out
}

fn paragraphs<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Note => "NOTE",
        Tone::Tip => "TIP",
        Tone::Important => "IMPORTANT",
        Tone::Warning => "WARNING",
        Tone::Danger => "CAUTION",
    }
}
