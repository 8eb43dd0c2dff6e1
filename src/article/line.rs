//! A paragraph in the making: collapses white space as CSS does and keeps inline elements nested.

use std::cell::Cell;
use std::rc::Rc;

use super::Inline;
use super::block::Direction;
use super::inline::Style;

/// Inline elements deeper than this are read as if they were not there: no page means more, and every
/// block inside them costs their number.
const MAX_DEPTH: usize = 16;

/// An inline element around more blocks than this is read as if it ended: each block repeats it, and an address
/// can be long.
const MAX_COPIES: u32 = 200;

/// What an inline element makes of its content.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wrap {
    Styled(Style),
    Link(String),
    Abbreviation(String),
    Time(String),
    Span { lang: Option<String>, dir: Option<Direction> },
}

impl Wrap {
    fn around(self, content: Vec<Inline>) -> Inline {
        match self {
            Wrap::Styled(style) => Inline::Styled { style, content },
            Wrap::Link(href) => Inline::Link { href, content },
            Wrap::Abbreviation(title) => Inline::Abbreviation { title, content },
            Wrap::Time(datetime) => Inline::Time { datetime, content },
            Wrap::Span { lang, dir } => Inline::Span { lang, dir, content },
        }
    }
}

/// Running text under construction. Line breaks in twos divide it into paragraphs.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The open paragraph's own content.
    content: Vec<Inline>,
    /// The open inline elements, outermost first.
    frames: Vec<Frame>,
    /// White space that counts only if something follows it.
    gap: Option<Gap>,
    /// True when the open paragraph has content.
    filled: bool,
    /// The last character, to tell whether a line feed after it is a space.
    last: Option<char>,
    /// Names of places, waiting for content to stand before.
    anchors: Vec<String>,
    /// Paragraphs that double line breaks ended.
    done: Vec<Vec<Inline>>,
}

/// An open inline element.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// `None` when it was repeated too often.
    wrap: Option<Wrap>,
    content: Vec<Inline>,
    /// How often it may still be repeated, in this line and in the lines that are inside it.
    copies: Rc<Cell<u32>>,
}

impl Frame {
    /// The same element, opened anew.
    pub(super) fn copy(&self) -> Frame {
        let left = self.copies.get().checked_sub(1);
        self.copies.set(left.unwrap_or_default());
        let wrap = left.and_then(|_| self.wrap.clone());
        Frame { wrap, content: Vec::new(), copies: Rc::clone(&self.copies) }
    }
}

/// White space to come, and how many frames are around it: a space never stands at the edge of an element.
#[derive(Clone, Copy, Debug)]
struct Gap {
    depth: usize,
    kind: GapKind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum GapKind {
    Space,
    /// A space with a line feed in it: nothing between two ideographs.
    LineFeed,
    Break,
    Paragraph,
}

impl Line {
    /// A line in which these elements are open from the start.
    pub(super) fn inside(frames: Vec<Frame>) -> Line {
        Line { frames, ..Line::default() }
    }

    /// The open elements, for a line inside them.
    pub(super) fn frames(&self) -> Vec<Frame> {
        self.frames.iter().map(Frame::copy).collect()
    }

    /// Adds characters as they stand in the page.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let (space, after) = split_while(rest, |c| c.is_ascii_whitespace());
            if !space.is_empty() {
                self.space(space.contains('\n'));
            }
            let (word, others) = split_while(after, |c| !c.is_ascii_whitespace());
            self.word(word);
            rest = others;
            // What follows with one space each stands in the same element, so it is copied as it is.
            if self.filled && self.gap.is_none() {
                let (plain, others) = rest.split_at_checked(plain_len(rest)).unwrap_or((rest, ""));
                if let Some(last) = plain.chars().next_back() {
                    append(self.top(), plain);
                    self.last = Some(last);
                    rest = others;
                }
            }
        }
    }

    /// Adds characters whose line feeds and indents count.
    pub(super) fn text_of_lines(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.line_break();
            }
            let words = line.trim_start_matches([' ', '\t']);
            if self.is_at_line_start() && words.len() < line.len() && !words.is_empty() {
                let (word, rest) = split_while(words, |c| !c.is_ascii_whitespace());
                self.word(&format!("{}{word}", "\u{A0}".repeat(line.len() - words.len())));
                self.text(rest);
            } else {
                self.text(line);
            }
        }
    }

    /// Adds something that is not characters.
    pub(super) fn push(&mut self, inline: Inline) {
        self.emit_gap(None);
        self.last = None;
        self.top().push(inline);
    }

    /// Adds something that stands close to the word before it: a raised mark, where the page may have set one in brackets
    /// apart (test page `paper-en`).
    pub(super) fn push_close(&mut self, inline: Inline) {
        if matches!(self.gap, Some(Gap { kind: GapKind::Space | GapKind::LineFeed, .. })) {
            self.gap = None;
        }
        self.push(inline);
    }

    /// Adds a line break; two in a row end the paragraph.
    pub(super) fn line_break(&mut self) {
        if !self.filled {
            return;
        }
        let kind = match self.gap {
            Some(Gap { kind: GapKind::Break | GapKind::Paragraph, .. }) => GapKind::Paragraph,
            _ => GapKind::Break,
        };
        self.gap = Some(Gap { depth: self.gap_depth(), kind });
    }

    /// Names the place before the next content.
    pub(super) fn anchor(&mut self, id: String) {
        self.anchors.push(id);
    }

    /// Opens an inline element. False when it changes nothing, and is not to be closed.
    pub(super) fn open(&mut self, wrap: Wrap) -> bool {
        if self.frames.len() >= MAX_DEPTH || self.frames.iter().any(|frame| frame.wrap.as_ref() == Some(&wrap)) {
            return false;
        }
        self.frames.push(Frame { wrap: Some(wrap), content: Vec::new(), copies: Rc::new(Cell::new(MAX_COPIES)) });
        true
    }

    /// Closes the innermost inline element.
    pub(super) fn close(&mut self) {
        let Some(Frame { wrap, content, .. }) = self.frames.pop() else { return };
        let depth = self.frames.len();
        if let Some(gap) = &mut self.gap {
            gap.depth = gap.depth.min(depth);
        }
        put(self.top(), wrap, content);
    }

    /// The address of the innermost open link.
    pub(super) fn href(&self) -> Option<&str> {
        self.frames.iter().rev().find_map(|frame| match &frame.wrap {
            Some(Wrap::Link(href)) => Some(href.as_str()),
            _ => None,
        })
    }

    /// True when nothing stands in the open paragraph.
    pub(super) fn is_empty(&self) -> bool {
        !self.filled
    }

    /// True when nothing stands on the current line yet.
    pub(super) fn is_at_line_start(&self) -> bool {
        !self.filled || matches!(self.gap, Some(Gap { kind: GapKind::Break | GapKind::Paragraph, .. }))
    }

    /// Ends the paragraph and gives all that are done. Open inline elements stay open for what follows.
    pub(super) fn finish(&mut self) -> Vec<Vec<Inline>> {
        self.end_paragraph();
        std::mem::take(&mut self.done)
    }

    /// Names of places that no content followed.
    pub(super) fn take_anchors(&mut self) -> Vec<String> {
        std::mem::take(&mut self.anchors)
    }

    fn space(&mut self, line_feed: bool) {
        if !self.filled {
            return;
        }
        let kind = if line_feed { GapKind::LineFeed } else { GapKind::Space };
        match self.gap {
            None => self.gap = Some(Gap { depth: self.gap_depth(), kind }),
            Some(Gap { kind: GapKind::LineFeed, depth }) => self.gap = Some(Gap { depth, kind }),
            Some(_) => {}
        }
    }

    fn word(&mut self, word: &str) {
        // Spaces that do not collapse are how old pages indent a paragraph or leave a line empty.
        let word = if self.filled { word } else { word.trim_start_matches(is_fixed_space) };
        if self.is_at_line_start() && word.chars().all(is_fixed_space) {
            return;
        }
        let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else { return };
        self.emit_gap(Some(first));
        self.last = Some(last);
        append(self.top(), word);
    }

    /// Writes the white space that stood before content which begins with `next`.
    fn emit_gap(&mut self, next: Option<char>) {
        if let Some(Gap { depth, kind }) = self.gap.take() {
            match kind {
                GapKind::LineFeed if is_ideographic(self.last) && is_ideographic(next) => {}
                GapKind::Space | GapKind::LineFeed => append(self.level(depth), " "),
                GapKind::Break => self.level(depth).push(Inline::Break),
                GapKind::Paragraph => self.end_paragraph(),
            }
        }
        self.filled = true;
        for id in std::mem::take(&mut self.anchors) {
            self.top().push(Inline::Anchor { id });
        }
    }

    fn end_paragraph(&mut self) {
        self.gap = None;
        if !self.filled {
            return;
        }
        let copies: Vec<Frame> = self.frames.iter().map(Frame::copy).collect();
        while let Some(Frame { wrap, content, .. }) = self.frames.pop() {
            put(self.top(), wrap, content);
        }
        self.frames = copies;
        let content = std::mem::take(&mut self.content);
        if !content.is_empty() {
            self.done.push(content);
        }
        self.filled = false;
        self.last = None;
    }

    /// How many frames are around white space that comes now: those that have content.
    fn gap_depth(&self) -> usize {
        self.frames.iter().rposition(|frame| !frame.content.is_empty()).map_or(0, |at| at + 1)
    }

    /// The content of the innermost open element.
    fn top(&mut self) -> &mut Vec<Inline> {
        self.level(usize::MAX)
    }

    /// The content inside the first `depth` frames.
    fn level(&mut self, depth: usize) -> &mut Vec<Inline> {
        let depth = depth.min(self.frames.len());
        match depth.checked_sub(1).and_then(|at| self.frames.get_mut(at)) {
            Some(frame) => &mut frame.content,
            None => &mut self.content,
        }
    }
}

/// Adds a closed element, joined to the one before when both say the same.
fn put(to: &mut Vec<Inline>, wrap: Option<Wrap>, content: Vec<Inline>) {
    let Some(wrap) = wrap else { return to.extend(content) };
    if content.is_empty() {
        return;
    }
    match (to.last_mut(), &wrap) {
        (Some(Inline::Styled { style, content: before }), Wrap::Styled(same)) if style == same => before.extend(content),
        (Some(Inline::Link { href, content: before }), Wrap::Link(same)) if href == same => before.extend(content),
        _ => to.push(wrap.around(content)),
    }
}

fn append(to: &mut Vec<Inline>, text: &str) {
    match to.last_mut() {
        Some(Inline::Text { text: before }) => before.push_str(text),
        _ => to.push(Inline::text(text)),
    }
}

/// Scripts that are written without spaces: a line feed in the source between two such characters is no
/// space (CSS Text 3, segment break transformation). Hangul is not among them.
fn is_ideographic(c: Option<char>) -> bool {
    matches!(
        c,
        Some(
            '\u{2E80}'..='\u{312F}'
            | '\u{3190}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE4F}'
            | '\u{FF00}'..='\u{FF9F}'
            | '\u{20000}'..='\u{3FFFF}',
        )
    )
}

/// A no-break space or an ideographic one.
fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{3000}')
}

/// The bytes at the start of `text` that are words with one space before each.
fn plain_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 0;
    while let Some(byte) = bytes.get(len) {
        if byte.is_ascii_whitespace() && (*byte != b' ' || bytes.get(len + 1).is_none_or(u8::is_ascii_whitespace)) {
            break;
        }
        len += 1;
    }
    len
}

/// The longest start of `text` whose characters are all `wanted`, and the rest.
fn split_while(text: &str, wanted: impl Fn(char) -> bool) -> (&str, &str) {
    let at = text.find(|c| !wanted(c)).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}
