//! What highlighters put around and between code: gutters, numbers, buttons, headers, prompts.

use crate::page::{NodeId, Page, Tag};

/// True for an element inside code that is not code.
pub(super) fn is_furniture(page: &Page, node: NodeId, keeps_prompts: bool) -> bool {
    let tag = page.tag(node);
    let is_never_text = matches!(tag, Tag::Button | Tag::Textarea | Tag::Svg | Tag::Select | Tag::Template);
    if is_never_text || (tag.is_raw_text() && !matches!(tag, Tag::Xmp | Tag::Plaintext)) {
        return true;
    }
    let is_beside = page.classes(node).any(|class| BESIDE.contains(&class));
    is_beside
        || is_gutter(page, node)
        || is_header(page, node)
        || (!keeps_prompts && page.classes(node).any(|class| PROMPTS.contains(&class)))
}

/// True for an element with line numbers in it, by its class or because it cannot be selected.
pub(super) fn is_gutter(page: &Page, node: NodeId) -> bool {
    let is_named = page.classes(node).any(|class| GUTTERS.contains(&class) || class.starts_with("CodeMirror-gutter"));
    // `data-line-number` is also said of the code beside the number.
    is_named && !page.subtree(node).take(8).any(|each| page.text(each).contains(|c: char| c.is_alphabetic()))
}

/// True for a bar above the code: its language, its file, buttons.
pub(super) fn is_header(page: &Page, node: NodeId) -> bool {
    let is_block = matches!(page.tag(node), Tag::Div | Tag::Header | Tag::Figcaption);
    let has_name = || page.classes(node).flat_map(|class| class.split(['-', '_'])).any(|word| HEADERS.contains(&word));
    let is_sticky = || page.classes(node).any(|class| class == "sticky" || class == "select-none");
    is_block && (has_name() || is_sticky()) && !page.descendants(node).any(|each| matches!(page.tag(each), Tag::Pre | Tag::Code))
}

/// The number that an element holds and nothing else, and the length of its text.
pub(super) fn number(page: &Page, node: NodeId) -> Option<(u32, usize)> {
    if !matches!(page.tag(node), Tag::Span | Tag::Div | Tag::Td | Tag::A | Tag::I) || page.end(node).index() - node.index() > 3 {
        return None;
    }
    let mut texts = page.descendants(node).map(|each| page.text(each)).filter(|text| !text.is_empty());
    let text = texts.next()?;
    let number = text.trim().parse().ok()?;
    texts.next().is_none().then_some((number, text.len()))
}

/// True for an element that is a line of code, or a block of lines.
pub(super) fn is_line(page: &Page, node: NodeId) -> bool {
    match page.tag(node) {
        Tag::Div | Tag::P | Tag::Tr | Tag::Li | Tag::Pre => true,
        Tag::Span | Tag::Code => page.classes(node).any(|class| LINES.contains(&class)) || page.attr(node, "data-line").is_some(),
        _ => false,
    }
}

/// True for a session with what the commands print: without prompts, nobody could tell the two apart.
pub(super) fn has_output(page: &Page, root: NodeId) -> bool {
    page.descendants(root).any(|node| page.classes(node).any(|class| matches!(class, "go" | "output" | "console-output")))
}

/// Class names of line numbers: Pygments, Rouge, Chroma, Prism, highlightjs-line-numbers, SyntaxHighlighter, Crayon,
/// CodeMirror, react-syntax-highlighter, GitHub, GitLab.
const GUTTERS: [&str; 25] = [
    "gutter",
    "lineno",
    "linenos",
    "linenodiv",
    "linenumber",
    "linenumbers",
    "line-number",
    "line-numbers",
    "line-numbers-rows",
    "line_number",
    "line-num",
    "lnt",
    "ln",
    "rouge-gutter",
    "hljs-ln-numbers",
    "hljs-ln-n",
    "blob-num",
    "diff-line-num",
    "crayon-nums",
    "CodeMirror-linenumber",
    "cm-gutters",
    "cm-lineNumbers",
    "ace_gutter",
    "react-syntax-highlighter-line-number",
    "margin-view-overlays",
];

/// Words in the class names of bars above code.
const HEADERS: [&str; 8] = ["header", "toolbar", "copy", "buttons", "button", "titlebar", "lang", "actions"];

/// Class names of what lies over code or says its language: Twoslash, CodeMirror.
const BESIDE: [&str; 3] = ["twoslash-popup-container", "language-id", "CodeMirror-cursors"];

/// Class names of prompts: Pygments, Prism and plain ones.
const PROMPTS: [&str; 5] = ["gp", "prompt", "shell-prompt", "command-line-prompt", "cmd-prompt"];

/// Class names of lines that are no blocks by name.
const LINES: [&str; 10] =
    ["line", "code-line", "cm-line", "CodeMirror-line", "view-line", "ace_line", "token-line", "hljs-ln-line", "blob-code", "LC"];
