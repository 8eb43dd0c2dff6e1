//! Reads any HTML into the arena as a browser would: the parser of the
//! [standard](https://html.spec.whatwg.org/multipage/parsing.html), with scripting on (so `noscript` holds text).
//!
//! For files off the network and whatever else nobody serialised; a live page's markup is read by the tokenizer
//! next door. Tokens go to the insertion mode as they are found ([`tokens`], [`modes`]). Recovery moves nodes, so the
//! tree is mutable and made of numbers ([`tree`]); at the end it is laid out in document order ([`layout`]). Names,
//! texts and values are ranges of the source; only what had to be decoded is copied.
//!
//! Three bounds keep hostile pages linear, where the standard sets none: [`open::MAX_DEPTH`],
//! [`formatting::MAX_ENTRIES`] and [`formatting::SPARE_NODES`]. What is left out is what a page cannot show: the copy of
//! a chosen option in `selectedcontent`, `document.write`, and changes of encoding.

mod adjust;
mod adoption;
mod attribute_list;
mod attributes;
mod doctype;
mod foreign;
mod formatting;
mod insertion;
mod layout;
mod modes;
mod names;
mod open;
mod sets;
mod tokens;
mod tree;

use memchr::memchr;

use self::formatting::Entry;
use self::modes::Mode;
use self::open::Open;
use self::tokens::Content;
use self::tree::{NONE, Tree};
use super::builder::Span;
use super::{MAX_BYTES, Page};

/// The largest document of which all is read, in bytes: a NUL is three bytes when it is made visible, and a text may be
/// copied once more, so that offsets stay below 32 bits.
const MAX_RAW_BYTES: usize = MAX_BYTES / 2;

/// The page that a browser would build from `html`. Never fails: anything is a page. What is past 512 MB is not read.
pub fn parse(html: &str) -> Page {
    let source = preprocess(html);
    let (builder, decoded) = layout::lay_out(Parser::new(&source).run(), source.len());
    builder.finish_decoded(source, decoded)
}

/// The state of the parser.
struct Parser<'a> {
    html: &'a str,
    bytes: &'a [u8],
    /// The next byte to read.
    at: usize,
    /// What the element just opened holds, where that is not markup.
    content: Option<Content>,
    /// True when a line break at the start of the next text does not count: behind `<pre>` and its like.
    skips_line_break: bool,
    tree: Tree<'a>,
    /// The [stack of open elements](https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements).
    open: Vec<Open>,
    /// The [list of active formatting elements](https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements).
    formatting: Vec<Entry>,
    mode: Mode,
    /// The mode to go back to from [`Mode::Text`] and [`Mode::InTableText`].
    original_mode: Mode,
    template_modes: Vec<Mode>,
    /// Texts in a table, until it is known where they go.
    table_texts: Vec<Span>,
    /// The head element, or [`NONE`].
    head: u32,
    /// The open form, or [`NONE`].
    form: u32,
    /// False once something stands in the body that a frameset may not replace.
    may_be_frameset: bool,
    /// True while content of a table that is not for tables is put in front of it.
    is_fostering: bool,
    /// True for a document without a modern document type: its tables may stand in paragraphs.
    is_quirky: bool,
}

impl<'a> Parser<'a> {
    fn new(html: &'a str) -> Self {
        Parser {
            html,
            bytes: html.as_bytes(),
            at: 0,
            content: None,
            skips_line_break: false,
            tree: Tree::new(html),
            open: Vec::with_capacity(64),
            formatting: Vec::new(),
            mode: Mode::Initial,
            original_mode: Mode::InBody,
            template_modes: Vec::new(),
            table_texts: Vec::new(),
            head: NONE,
            form: NONE,
            may_be_frameset: true,
            is_fostering: false,
            is_quirky: false,
        }
    }
}

/// The [input stream](https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream): without a byte
/// order mark, its line breaks made one kind.
fn preprocess(html: &str) -> String {
    let end = (0..=html.len().min(MAX_RAW_BYTES)).rev().find(|&end| html.is_char_boundary(end)).unwrap_or_default();
    let html = html.get(..end).unwrap_or_default();
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((line, tail)) = memchr(b'\r', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(line);
        out.push('\n');
        rest = tail.strip_prefix("\r\n").or(tail.strip_prefix('\r')).unwrap_or_default();
    }
    out.push_str(rest);
    out
}
