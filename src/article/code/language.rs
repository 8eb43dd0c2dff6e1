//! The language of a piece of code, from what a page says about it.

use super::furniture::is_header;
use crate::article::build::Builder;
use crate::page::{NodeId, Tag};

/// Elements around code that may name its language: `code`, `pre`, a highlighter's two boxes and a figure.
const MAX_AROUND: usize = 4;

impl Builder<'_> {
    /// The language of the code in `node`, in lower case.
    pub(super) fn language(&self, node: NodeId) -> Option<String> {
        let page = self.page;
        let inside =
            page.subtree(node).take(MAX_INSIDE).filter(|each| *each == node || matches!(page.tag(*each), Tag::Pre | Tag::Code));
        let around = page.ancestors(node).take(MAX_AROUND);
        inside.chain(around).find_map(|each| self.stated_language(each)).or_else(|| {
            let mut bars = page.descendants(node).take(MAX_BEFORE_CODE).filter(|each| is_header(page, *each));
            bars.find_map(|bar| page.descendants(bar).find_map(|each| known(page.text(each))))
        })
    }

    fn stated_language(&self, node: NodeId) -> Option<String> {
        let page = self.page;
        let stated = ["data-lang", "data-language", "data-code-language", "language", "data-enlighter-language"];
        let mut stated = stated.iter().filter_map(|name| page.attr(node, name));
        if let Some(language) = stated.find_map(name) {
            return Some(language);
        }
        let params = page.attr(node, "data-syntaxhighlighter-params");
        let class = page.attr(node, "class").or(params)?;
        if let Some((_, brush)) = params.unwrap_or(class).split_once("brush:") {
            return name(brush.trim_start().split([';', ' ']).next()?);
        }
        // Sphinx puts the name around its table of numbers.
        if let Some(language) = class.split_ascii_whitespace().find_map(|class| known(class.strip_prefix("highlight-")?)) {
            return Some(language);
        }
        let marked = class
            .split_ascii_whitespace()
            .find_map(|class| PREFIXES.iter().find_map(|prefix| class.strip_prefix(prefix)).and_then(name));
        // A bare name says something only beside the name of a highlighter.
        let is_highlighter = class.split_ascii_whitespace().any(|class| HIGHLIGHTERS.contains(&class));
        marked.or_else(|| is_highlighter.then(|| class.split_ascii_whitespace().filter_map(known).next()).flatten())
    }
}

/// Nodes inside code that are looked at for its language: a gutter may come first.
const MAX_INSIDE: usize = 4_000;

/// Elements inside code that are looked at for a bar above it.
const MAX_BEFORE_CODE: usize = 40;

const PREFIXES: [&str; 5] = ["language-", "lang-", "highlight-source-", "highlight-text-", "brush-"];

const HIGHLIGHTERS: [&str; 9] =
    ["highlight", "hljs", "sourceCode", "prettyprint", "chroma", "codehilite", "rouge", "syntax", "code"];

/// A language's name as a page writes it, in lower case; `None` for what says that there is none.
fn name(stated: &str) -> Option<String> {
    let name = stated.trim().to_ascii_lowercase();
    let is_name = (1..=24).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || "+#.-_".contains(c));
    (is_name && !NONE.contains(&name.as_str())).then_some(name)
}

const NONE: [&str; 11] =
    ["none", "text", "txt", "plain", "plaintext", "plain_text", "nohighlight", "no-highlight", "auto", "undefined", "default"];

/// A language that is known by its name alone.
pub(in crate::article) fn known(word: &str) -> Option<String> {
    let word = word.trim().to_ascii_lowercase();
    KNOWN.contains(&word.as_str()).then_some(word)
}

/// Languages whose names stand above code or beside a highlighter's name.
const KNOWN: [&str; 74] = [
    "asm",
    "assembly",
    "awk",
    "bash",
    "basic",
    "c",
    "c#",
    "c++",
    "clojure",
    "cmake",
    "cobol",
    "cpp",
    "csharp",
    "css",
    "csv",
    "cuda",
    "d",
    "dart",
    "diff",
    "dockerfile",
    "elixir",
    "elm",
    "erlang",
    "f#",
    "fortran",
    "fsharp",
    "go",
    "golang",
    "graphql",
    "groovy",
    "haskell",
    "hcl",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "jsx",
    "julia",
    "kotlin",
    "latex",
    "lean",
    "lisp",
    "lua",
    "makefile",
    "markdown",
    "matlab",
    "nim",
    "nix",
    "objc",
    "ocaml",
    "perl",
    "php",
    "powershell",
    "python",
    "py",
    "r",
    "ruby",
    "rust",
    "scala",
    "scheme",
    "scss",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "xml",
    "yaml",
];
