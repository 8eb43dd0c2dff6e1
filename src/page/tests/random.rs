//! Makes random documents, written as browsers serialise them.
//!
//! Only such as a parser could have built, so that one can be asked to build them again: no paragraph in a
//! paragraph, no link in a link, tables with all their parts.

use fastrand::Rng;

/// The document of this seed.
pub(super) fn document(seed: u64) -> String {
    let mut writer = Writer { random: Rng::with_seed(seed), out: String::new(), left: 60, in_link: false };
    writer.out.push_str("<html");
    writer.attributes();
    writer.out.push_str("><head>");
    for _ in 0..writer.random.usize(0..4) {
        writer.metadata();
    }
    writer.out.push_str("</head><body");
    writer.attributes();
    writer.out.push('>');
    writer.flow(0);
    writer.out.push_str("</body></html>");
    writer.out
}

struct Writer {
    random: Rng,
    out: String,
    /// Elements that may still be written.
    left: usize,
    in_link: bool,
}

impl Writer {
    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        self.random.choice(from).copied().unwrap_or_default()
    }

    fn element(&mut self, name: &str, inner: impl FnOnce(&mut Self)) {
        self.left = self.left.saturating_sub(1);
        self.out.push_str(&format!("<{name}"));
        self.attributes();
        self.out.push('>');
        inner(self);
        self.out.push_str(&format!("</{name}>"));
    }

    fn empty(&mut self, name: &str) {
        self.out.push_str(&format!("<{name}"));
        self.attributes();
        self.out.push('>');
    }

    fn attributes(&mut self) {
        let names = ["class", "id", "href", "data-a", "aria-label", "v:bind", "@on", "xml:lang"];
        let (first, count) = (self.random.usize(0..names.len()), self.random.usize(0..3));
        for name in names.iter().cycle().skip(first).take(count) {
            self.out.push_str(&format!(" {name}=\""));
            self.characters(true);
            self.out.push('"');
        }
    }

    fn characters(&mut self, in_attribute: bool) {
        const PIECES: [&str; 20] = [
            "a",
            "Word ",
            " ",
            "\n",
            "\t",
            "&amp;",
            "&lt;",
            "&gt;",
            "&nbsp;",
            "'",
            "é",
            "日本",
            "𝒳",
            "&amp;amp;",
            "=",
            "/",
            "]]",
            "-->",
            "&amp;copy",
            "\u{feff}",
        ];
        for _ in 0..self.random.usize(0..7) {
            let piece = self.pick(&PIECES);
            // In texts, browsers escape the sign; in attributes, those of 2025 do and those before did not.
            match piece {
                "-->" if !in_attribute => self.out.push_str("--&gt;"),
                piece => self.out.push_str(piece),
            }
        }
        if in_attribute && self.random.bool() {
            let piece = self.pick(&["&quot;", "<", ">", "?a=1&amp;b=2"]);
            self.out.push_str(piece);
        }
    }

    /// A text that begins with a letter: a parser drops the line break after `<pre>`.
    fn text(&mut self) {
        self.out.push('t');
        self.characters(false);
    }

    fn comment(&mut self) {
        let comment = self.pick(&["<!---->", "<!-- <p> & -->", "<!-- > -- -->", "<?php a ?>", "<!--[if IE]><p><![endif]-->"]);
        self.out.push_str(comment);
    }

    fn metadata(&mut self) {
        match self.random.usize(0..8) {
            0 => self.empty("meta"),
            1 => self.empty("link"),
            2 => self.element("title", Self::text),
            3 => self.raw(),
            4 => self.comment(),
            5 => self.template(),
            _ => self.out.push('\n'),
        }
    }

    /// What is text to a parser, however it looks.
    fn raw(&mut self) {
        let name = self.pick(&["script", "style", "noscript"]);
        let text =
            self.pick(&["", "a < b && c", "'<p>' </p> </b", "&amp;", "<!-- a -->", "{\"@type\": \"<b>\"}", "<img src=\"a\">"]);
        self.element(name, |writer| writer.out.push_str(text));
    }

    fn template(&mut self) {
        self.element("template", |writer| writer.flow(4));
    }

    fn flow(&mut self, depth: usize) {
        for _ in 0..self.random.usize(0..6) {
            if self.left == 0 || depth > 12 {
                return self.text();
            }
            let depth = depth + 1;
            match self.random.usize(0..22) {
                0..=2 => {
                    let name = self.pick(&["p", "h2", "h3"]);
                    self.element(name, |writer| writer.phrasing(depth));
                }
                3..=5 => {
                    let name =
                        self.pick(&["div", "section", "article", "blockquote", "figure", "main", "x-card", "aside", "details"]);
                    self.element(name, |writer| writer.flow(depth));
                }
                6 => {
                    let name = self.pick(&["ul", "ol"]);
                    self.element(name, |writer| (0..2).for_each(|_| writer.element("li", |writer| writer.flow(depth))));
                }
                7 => self.table(depth),
                8 => self.raw(),
                9 => self.template(),
                10 => self.shadow_host(depth),
                11 => self.svg(depth),
                12 => self.math(),
                13 => self.comment(),
                14 => self.element("pre", |writer| {
                    writer.text();
                    writer.phrasing(depth);
                }),
                15 => {
                    let name = self.pick(&["iframe", "xmp", "noembed", "textarea"]);
                    self.element(name, |writer| writer.out.push_str("x <p> y"));
                }
                16 => self.empty("hr"),
                17 => self.element("dl", |writer| {
                    writer.element("dt", |writer| writer.phrasing(depth));
                    writer.element("dd", |writer| writer.flow(depth));
                }),
                _ => self.phrasing(depth),
            }
        }
    }

    fn phrasing(&mut self, depth: usize) {
        for _ in 0..self.random.usize(0..5) {
            if self.left == 0 || depth > 12 {
                return self.text();
            }
            match self.random.usize(0..9) {
                0..=2 => self.text(),
                3 => {
                    let name = self.pick(&["br", "img", "wbr", "input"]);
                    self.empty(name);
                }
                4..=5 => {
                    let name = self.pick(&["span", "b", "i", "em", "code", "sub", "time", "font", "x-time"]);
                    self.element(name, |writer| writer.phrasing(depth + 1));
                }
                6 if !self.in_link => {
                    self.in_link = true;
                    self.element("a", |writer| writer.phrasing(depth + 1));
                    self.in_link = false;
                }
                7 => self.comment(),
                _ => self.svg(depth),
            }
        }
    }

    fn table(&mut self, depth: usize) {
        self.element("table", |writer| {
            writer.element("tbody", |writer| {
                writer.element("tr", |writer| {
                    writer.out.push('\n');
                    // A parser forgets open links at a cell.
                    let in_link = std::mem::replace(&mut writer.in_link, true);
                    writer.element("th", |writer| writer.phrasing(depth + 1));
                    writer.element("td", |writer| writer.flow(depth + 1));
                    writer.in_link = in_link;
                });
            });
        });
    }

    fn shadow_host(&mut self, depth: usize) {
        self.element("x-host", |writer| {
            let mode = writer.pick(&["open", "closed"]);
            writer.out.push_str(&format!("<template shadowrootmode=\"{mode}\">"));
            writer.flow(depth + 1);
            writer.out.push_str("</template>");
            writer.flow(depth + 1);
        });
    }

    fn svg(&mut self, depth: usize) {
        self.element("svg", |writer| {
            for _ in 0..writer.random.usize(0..4) {
                match writer.random.usize(0..6) {
                    0 => {
                        let name = writer.pick(&["path", "linearGradient", "g", "style", "script", "text", "template"]);
                        writer.element(name, Self::text);
                    }
                    1 => writer.element("title", Self::text),
                    2 if depth < 10 => writer.element("foreignObject", |writer| {
                        let in_link = std::mem::replace(&mut writer.in_link, true);
                        writer.element("div", |writer| writer.flow(depth + 2));
                        writer.in_link = in_link;
                    }),
                    3 => writer.out.push_str("<path d=\"M0\"/>"),
                    _ => writer.comment(),
                }
            }
        });
    }

    fn math(&mut self) {
        self.element("math", |writer| {
            writer.element("mrow", |writer| {
                writer.element("mi", Self::text);
                writer.element("annotation", Self::text);
            });
            writer.out.push_str("<annotation-xml encoding=\"text/html\"><p>a</p></annotation-xml>");
        });
    }
}
