//! What the documents name is there: commands and their flags, files, links and the headings that they lead to.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn commands_exist() {
    let main = text("xtask/src/main.rs");
    let commands: Vec<String> = between(&main, "enum Command {", "\n}").lines().filter_map(variant).collect();
    assert!(commands.len() > 5, "the commands of xtask/src/main.rs are not found: {commands:?}");
    let source: String = rust_files("xtask/src").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let steps: Vec<&str> = source.split("Step { name: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut unknown = Vec::new();
    for (file, line, words) in documents().iter().flat_map(Document::commands) {
        let [name, arguments @ ..] = words.as_slice() else { continue };
        if !commands.contains(name) && !name.starts_with(['<', '…']) {
            unknown.push(format!("{file}:{line}: cargo xtask {name}"));
        }
        for flag in arguments.iter().filter_map(|word| word.strip_prefix("--")) {
            let field = flag.replace('-', "_");
            let is_flag =
                [format!("    {field}: "), format!("long = \"{flag}\"")].iter().any(|declared| source.contains(declared));
            if !is_flag && flag != "help" {
                unknown.push(format!("{file}:{line}: cargo xtask {name} --{flag}"));
            }
        }
        let is_step = |word: &&String| word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word.starts_with('-');
        if name == "test" {
            let named = arguments.iter().filter(is_step).filter(|word| !steps.contains(&word.as_str()));
            unknown.extend(named.map(|word| format!("{file}:{line}: cargo xtask test {word}")));
        }
    }
    assert!(unknown.is_empty(), "documents name what is not there:\n{}", unknown.join("\n"));
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    for document in documents() {
        for (line, target) in document.links() {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target.as_str(), ""));
            let file = if path.is_empty() { document.path() } else { document.path().parent().unwrap().join(path) };
            let leads =
                file.exists() && (anchor.is_empty() || anchors(&fs::read_to_string(&file).unwrap()).any(|each| each == anchor));
            if !leads {
                broken.push(format!("{}:{line}: {target}", document.name));
            }
        }
    }
    assert!(broken.is_empty(), "links that lead nowhere:\n{}", broken.join("\n"));
}

/// The page that `docs/fix-a-page.md` makes.
const EXAMPLE: &str = "tests/pages/late-edition";

#[test]
fn files_that_are_named_exist() {
    const FOLDERS: [&str; 11] =
        ["src/", "extension/", "tests/", "docs/", "xtask/", "www/", "npm/", "train/", "fuzz/", "examples/", ".ci/"];
    let mut missing = Vec::new();
    for document in documents() {
        for (line, code) in document.code() {
            // One word that is a path of ours; what is made, and what stands for many, is not looked for.
            let path = code.trim_end_matches('/');
            let is_path = FOLDERS.iter().any(|folder| code.starts_with(folder)) && !code.contains(['*', ' ', '{', '<', '…', '$']);
            let is_pattern = path
                .split(['/', '.'])
                .any(|part| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '_' | '-')));
            // Documents of a folder name files as seen from there, too.
            let beside = document.path().parent().unwrap().join(path);
            if is_path && !is_pattern && path != EXAMPLE && !root().join(path).exists() && !beside.exists() {
                missing.push(format!("{}:{line}: {code}", document.name));
            }
        }
    }
    assert!(missing.is_empty(), "documents name files that are not there:\n{}", missing.join("\n"));
}

/// A document for people.
struct Document {
    /// Its path from the repository's folder.
    name: String,
    text: String,
}

impl Document {
    fn path(&self) -> PathBuf {
        root().join(&self.name)
    }

    /// Every `cargo xtask …`, by its words behind that, up to what ends a command.
    fn commands(&self) -> Vec<(String, usize, Vec<String>)> {
        let lines = self.text.lines().enumerate();
        let found = lines.flat_map(|(at, line)| line.split("cargo xtask ").skip(1).map(move |rest| (at + 1, rest)));
        let words = |rest: &str| {
            let command = rest.split(['`', '#', '(', ')', '|', '"', ';', ',']).next().unwrap_or_default();
            command.split_whitespace().map(|word| word.trim_matches(['[', ']', '.', ':', '\\']).to_owned()).collect::<Vec<_>>()
        };
        found.map(|(line, rest)| (self.name.clone(), line, words(rest))).filter(|(_, _, words)| !words.is_empty()).collect()
    }

    /// The targets of links and pictures.
    fn links(&self) -> Vec<(usize, String)> {
        let lines = self.text.lines().enumerate();
        let found = lines.flat_map(|(at, line)| line.split("](").skip(1).map(move |rest| (at + 1, rest)));
        found.filter_map(|(line, rest)| Some((line, rest.split([')', ' ']).next()?.to_owned()))).collect()
    }

    /// What is in backticks on one line.
    fn code(&self) -> Vec<(usize, String)> {
        let lines = self.text.lines().enumerate();
        lines.flat_map(|(at, line)| line.split('`').skip(1).step_by(2).map(move |code| (at + 1, code.to_owned()))).collect()
    }
}

fn documents() -> Vec<Document> {
    let mut names = Vec::new();
    for folder in ["", "docs", "extension/store", "npm", "fuzz", "src/model"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                names.push(path.strip_prefix(root()).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    names.sort();
    assert!(names.len() > 5);
    names.into_iter().map(|name| Document { text: text(&name), name }).collect()
}

/// The names by which links find a document's headings.
fn anchors(text: &str) -> impl Iterator<Item = String> {
    let headings =
        text.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')));
    headings.map(|heading| {
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    })
}

/// `NewPage(…)` as `new-page`.
fn variant(line: &str) -> Option<String> {
    let name = line.trim().split('(').next().filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))?;
    let mut kebab = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    Some(kebab)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split(start).nth(1).and_then(|rest| rest.split(end).next()).unwrap_or_default()
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path.strip_prefix(root()).unwrap().to_string_lossy()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
