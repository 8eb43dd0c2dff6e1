//! What can only be told once blocks stand beside each other.

use super::block::Body;
use super::code;
use super::inline;
use super::{Block, Inline};

/// Leaves out labels of code, images that come twice, and rules that divide nothing; a line of ornaments is a rule.
pub(super) fn tidy(blocks: Vec<Block>) -> Vec<Block> {
    let mut tidied: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        if let Body::Code { language, .. } = &mut block.body {
            while let Some(label) = tidied.last().and_then(code_label) {
                if language.is_none() {
                    *language = code::known(&label);
                }
                tidied.pop();
            }
        }
        if !tidied.is_empty() && is_ornament(&block.body) {
            block.body = Body::Rule;
        }
        match tidied.last_mut() {
            Some(Block { body: Body::Math(math), .. }) if math.label.is_empty() && formula_label(&block).is_some() => {
                math.label = formula_label(&block).unwrap_or_default();
            }
            Some(last) if is_repeated(last, &block) => take_caption(last, block),
            Some(last) if is_preview(last, &block) => *last = block,
            Some(last) if goes_on(last, &block) => append(last, block),
            _ => tidied.push(block),
        }
    }
    while tidied.last().is_some_and(|block| block.body == Body::Rule) {
        tidied.pop();
    }
    tidied
}

/// Of less text its headings are a good part.
const TEXTS: usize = 3;
/// A label has no more words.
const LABEL_WORDS: usize = 6;

/// Leaves out what the article ends with and what stands over nothing: headings, and labels of what was left out ("Sources:").
pub(super) fn end(mut blocks: Vec<Block>) -> Vec<Block> {
    let is_label = |content: &[Inline]| {
        let text = inline::text(content);
        text.trim_end().ends_with([':', '：']) && text.split_whitespace().count() <= LABEL_WORDS
    };
    let is_text = |block: &&Block| matches!(block.body, Body::Paragraph { .. });
    if blocks.iter().filter(is_text).count() < TEXTS {
        return blocks;
    }
    while let Some(last) = blocks.last() {
        let stands_over_nothing = match &last.body {
            Body::Heading { .. } | Body::Rule => true,
            Body::Paragraph { content } => is_label(content),
            _ => false,
        };
        if !stands_over_nothing {
            break;
        }
        blocks.pop();
    }
    blocks
}

/// The text of a paragraph that only names the language of the code after it, or copies that code.
fn code_label(block: &Block) -> Option<String> {
    let Body::Paragraph { content } = &block.body else { return None };
    let text = inline::text(content).trim().to_lowercase();
    let is_label = code::known(&text).is_some() || matches!(text.as_str(), "copy" | "copied!" | "copy code" | "plain text");
    is_label.then_some(text)
}

/// The text of a paragraph that only numbers the formula before it.
fn formula_label(block: &Block) -> Option<String> {
    let Body::Paragraph { content } = &block.body else { return None };
    let text = inline::text(content);
    let inner = text.trim().strip_prefix('(')?.strip_suffix(')')?;
    let is_number =
        (1..=8).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-*'".contains(&byte));
    is_number.then(|| text.trim().to_owned())
}

/// Marks of which one is enough to part what is before from what is after, and those of which it takes a row.
const FLOWERS: &str = "*＊∗✱✳✻✽❋⁂❦❧☙❖◆◇♦";
const DASHES: &str = "•·●○■□~～-–—―_=#+";

/// True for a line of nothing but asterisks, dashes or flowers, as books part scenes with one (`rule--ornaments` in
/// `tests/cases`). A single dash says that there is nothing, and dots that something was left out.
fn is_ornament(body: &Body) -> bool {
    let (Body::Paragraph { content } | Body::Heading { content, .. }) = body else { return false };
    let is_plain =
        |inline: &Inline| matches!(inline, Inline::Text { .. } | Inline::Break | Inline::Styled { .. } | Inline::Span { .. });
    if !content.iter().all(is_plain) {
        return false;
    }
    let text = inline::text(content);
    let marks = || text.chars().filter(|c| !c.is_whitespace());
    let is_flower = |mark: char| FLOWERS.contains(mark);
    let is_row = || marks().all(|mark| is_flower(mark) || DASHES.contains(mark)) && marks().count() >= 3;
    is_row() || (marks().all(is_flower) && marks().next().is_some())
}

/// True for the same image again, as a preview and a zoomed copy come, and for a rule after a rule or a post.
fn is_repeated(last: &Block, block: &Block) -> bool {
    match (&last.body, &block.body) {
        // A post has an edge of its own.
        (Body::Rule | Body::Post { .. }, Body::Rule) => true,
        (Body::Figure { images: before, caption: a }, Body::Figure { images, caption: b }) => {
            let same = before.len() == images.len() && before.iter().zip(images).all(|(image, again)| again.is_copy_of(image));
            same && (a.is_empty() || b.is_empty() || a == b)
        }
        _ => false,
    }
}

/// True for a preview without a caption of the image after it.
fn is_preview(last: &Block, block: &Block) -> bool {
    match (&last.body, &block.body) {
        (Body::Figure { images: before, caption }, Body::Figure { images, .. }) => {
            caption.is_empty() && before.iter().all(|preview| images.iter().any(|image| preview.is_preview_of(image)))
        }
        _ => false,
    }
}

/// True for a paragraph that begins with what ends a sentence, where the one before has not ended it: something stood in between that
/// is no text, as a card on a link does.
fn goes_on(last: &Block, block: &Block) -> bool {
    let (Body::Paragraph { content: before }, Body::Paragraph { content }) = (&last.body, &block.body) else { return false };
    let is_mark = |c: char| matches!(c, '.' | ',' | ';' | '،' | '؛' | '。' | '，' | '、' | '；');
    let text = inline::text(content);
    let mut start = text.trim_start().chars();
    let begins =
        start.next().is_some_and(is_mark) && start.next().is_none_or(|c| c.is_whitespace() || !is_mark(c) && !c.is_ascii());
    begins && inline::text(before).trim_end().ends_with(char::is_alphanumeric) && last.lang == block.lang && last.dir == block.dir
}

fn append(last: &mut Block, block: Block) {
    if let (Body::Paragraph { content }, Body::Paragraph { content: rest }) = (&mut last.body, block.body) {
        content.extend(rest);
    }
}

fn take_caption(last: &mut Block, block: Block) {
    if let (Body::Figure { caption, .. }, Body::Figure { caption: own, .. }) = (&mut last.body, block.body)
        && caption.is_empty()
    {
        *caption = own;
    }
}
