//! Pages of any size, of the kinds that grow: what a page of so many elements costs in time and memory.

use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

use lectern::capture::Facts;
use lectern::extract::extract_page;
use lectern::{Options, Page};

use crate::processor_time;

/// A kind of page by its name, and how it is made from about so many elements.
pub const KINDS: &[(&str, fn(usize) -> String)] = &[
    ("long article", |n| article(&numbered(n, |n, out| write!(out, "<p>{} {n}.</p>", SENTENCE)))),
    ("thread", |n| article(&numbered(n / 8, comment))),
    ("listing", |n| {
        format!("<body>{}", numbered(n / 3, |n, out| write!(out, "<div class=item><h3><a href=/{n}>{SENTENCE}</a></h3></div>")))
    }),
    ("links", |n| article(&numbered(n / 2, |n, out| write!(out, "<p>{SENTENCE} <a href='/{n}?a=b#c{n}'>{n}</a></p>")))),
    ("footnotes", |n| {
        let references = numbered(n / 6, |n, out| write!(out, "<p>{SENTENCE}<sup><a href=#fn{n} id=r{n}>{n}</a></sup></p>"));
        let notes = numbered(n / 6, |n, out| write!(out, "<li id=fn{n}>{SENTENCE} <a href=#r{n}>^</a></li>"));
        article(&format!("{references}<ol>{notes}</ol>"))
    }),
    ("notes in lines", |n| {
        let notes = numbered(n, |n, out| write!(out, "<span class=sidenote>{n} note</span>"));
        let marks = numbered(n, |n, out| write!(out, "<span class=ltx_role_footnotemark><sup>0{n}</sup></span>"));
        let copies = numbered(n, |n, out| write!(out, "<p role=doc-footnote>{n} other</p>"));
        article(&format!("<p>{SENTENCE}{notes}{marks}</p><p>{SENTENCE}</p>{copies}<p>{SENTENCE}</p>"))
    }),
    ("images", |n| {
        article(&numbered(n / 4, |n, out| {
            write!(
                out,
                "<p>{SENTENCE}</p><figure><img data-src=/{n}.jpg srcset='/{n}.jpg 1x, /{n}b.jpg 2x'><figcaption>{n}</figcaption></figure>"
            )
        }))
    }),
    ("table", |n| {
        article(&format!(
            "<p>{SENTENCE}</p><table>{}</table>",
            numbered(n / 4, |n, out| write!(out, "<tr><th>{n}<td>{n}<td rowspan=2>{n}"))
        ))
    }),
    ("tables in tables", |n| article(&format!("{}{SENTENCE}", "<table><tbody><tr><td>".repeat(n / 4)))),
    ("nesting", |n| format!("<body>{}<p>{SENTENCE}</p>{}", "<div>".repeat(n), "</div>".repeat(n))),
    ("siblings", |n| article(&"<br>".repeat(n))),
    ("inlines", |n| article(&format!("<p>{SENTENCE}{}</p>", "<b>a</b> ".repeat(n)))),
    ("attributes", |n| article(&format!("<p {}>{SENTENCE}</p>", numbered(n, |n, out| write!(out, "a{n}=b "))))),
    ("classes", |n| article(&format!("<p class='{}'>{SENTENCE}</p>", numbered(n, |n, out| write!(out, "a{n} "))))),
    ("one text", |n| article(&format!("<p>{}</p>", "word, and more ".repeat(n)))),
    ("inline JSON", |n| {
        let json = numbered(n, |n, out| write!(out, r#"{{"id":{n},"name":"a name of some length","url":"/{n}"}},"#));
        article(&format!(
            "<script>window.state=[{json}]</script><script type=application/ld+json>[{json}0]</script><p>{SENTENCE}</p>"
        ))
    }),
    ("lists", |n| article(&format!("<p>{SENTENCE}</p>{}a", "<ul><li>".repeat(n / 2)))),
    ("headings", |n| article(&numbered(n / 2, |n, out| write!(out, "<h2 id=h{n}>Part {n}</h2><p>{SENTENCE}</p>")))),
    ("code", |n| {
        article(&format!(
            "<p>{SENTENCE}</p><pre>{}</pre>",
            numbered(n / 2, |n, out| writeln!(out, "<span class=n>{n}</span><span>x</span>"))
        ))
    }),
    // With text between them: whether names and dates alone are an article is decided otherwise on a larger page.
    ("dates and names", |n| {
        article(&numbered(n / 5, |n, out| {
            write!(out, "<div class=author>By Ada Number{n}</div><time>1{} May 2019</time><p>{SENTENCE}</p>", n % 9)
        }))
    }),
];

const SENTENCE: &str = "The harbor was quiet that morning, and nobody in the town remembered a winter like it.";

fn article(body: &str) -> String {
    format!(
        "<html><head><title>The harbor in winter</title></head><body><article><h1>The harbor in winter</h1>{body}</article></body></html>"
    )
}

fn comment(n: usize, out: &mut String) -> std::fmt::Result {
    write!(
        out,
        "<div class=comment id=c{n}><div class=meta><a class=author href=/u{n}>user{n}</a> <time datetime=2024-05-0{}T10:00>May</time>\
         </div><div class=text><p>{SENTENCE}</p></div><button>Reply</button></div>",
        n % 9 + 1
    )
}

fn numbered(n: usize, piece: impl Fn(usize, &mut String) -> std::fmt::Result) -> String {
    let mut out = String::new();
    for number in 0..n {
        // Writing to a string cannot fail.
        let _ = piece(number, &mut out);
    }
    out
}

/// What one page costs.
pub struct Cost {
    pub bytes: usize,
    pub elements: usize,
    pub time: Duration,
    /// The most memory that this process has had, in bytes; 0 where the system does not say.
    pub memory: u64,
}

/// Reads one page as a browser gives it to the core: serialised, so that the tokenizer is enough.
pub fn cost(kind: fn(usize) -> String, n: usize) -> Cost {
    let html = kind(n);
    let bytes = html.len();
    let before = memory();
    let start = processor_time();
    let page = Page::parse(html);
    let mut options = Options::default();
    options.read_anyway = true;
    let article = black_box(extract_page(&page, "https://example.org/a/story", &Facts::default(), &options));
    let time = processor_time() - start;
    drop(article);
    Cost { bytes, elements: page.n_elements(), time, memory: memory().saturating_sub(before) + bytes as u64 }
}

/// The peak of this process's memory, as Linux tells it.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()).map_or(0, |kilobytes| kilobytes * 1024)
}
