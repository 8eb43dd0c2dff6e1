//! What no compiler checks: the habits of ARCHITECTURE.md and CONTRIBUTING.md that can be told from the files.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Longer files want to be two. The tests at the end of a Rust file do not count.
const LONGEST: [(&str, usize); 2] = [("rs", 405), ("ts", 250)];

/// Crates that only the boundary may name.
const BOUNDARY: [&str; 4] = ["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen"];

/// Ways to have a string parsed as markup or as code.
const PARSERS: [&str; 11] = [
    ".innerHTML",
    "insertAdjacentHTML",
    ".outerHTML =",
    "setHTMLUnsafe",
    "setHTML(",
    "createContextualFragment",
    "DOMParser",
    "document.write",
    "eval(",
    "new Function",
    ".srcdoc",
];

/// Hosts that name a standard or stand for any site. The last one is in the HTML standard: a document type that makes
/// a document quirky.
const NEUTRAL_HOSTS: [&str; 9] =
    ["example.com", "example.org", "example.net", "w3.org", "schema.org", "whatwg.org", "idpf.org", "purl.org", "ibm.com"];

/// What the machine of whoever writes it may look like; none of it belongs in the repository.
const MACHINE_PATHS: [&str; 2] = [concat!("/wo", "rk/"), concat!("/ro", "ot/")];

#[test]
fn files_are_short() {
    let long = sources().into_iter().filter_map(|file| {
        let (_, longest) = LONGEST.into_iter().find(|(extension, _)| file.has_extension(extension))?;
        let n_lines = file.code().count();
        (n_lines > longest).then(|| format!("{}: {n_lines} lines", file.name))
    });
    none(long, "files that are too long to take in");
}

#[test]
fn files_say_what_they_know() {
    let silent = sources().into_iter().filter(|file| {
        !file.text.trim().is_empty() && !file.text.trim_start_matches("#!/usr/bin/env node\n").starts_with("//! ")
    });
    none(silent.map(|file| file.name), "files that do not open with a `//!` sentence");
}

#[test]
fn only_the_boundary_knows_a_browser() {
    let found =
        sources().into_iter().filter(|file| file.is_below("src") && file.name != "src/wasm.rs" && !file.is_below("src/wasm"));
    none(found.flat_map(|file| file.lines_with(&BOUNDARY)), "uses of a browser's crates outside src/wasm");
}

/// A player is known only by who serves it: these files tell services that others embed, not pages that are read.
const SERVICES: &str = "src/article/embed";

#[test]
fn rules_know_no_site() {
    let rules = sources().into_iter().filter(|file| file.is_below("src") && !file.name.starts_with(SERVICES));
    let found = rules.flat_map(|file| {
        let lines = file.code().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let hosts = lines.flat_map(|(at, line)| strings(line).filter_map(host).map(move |host| (at, host.to_owned())));
        hosts.map(|(at, host)| format!("{}:{}: {host}", file.name, at + 1)).collect::<Vec<_>>()
    });
    none(found, "sites named in src/");
}

#[test]
fn no_string_is_parsed_as_markup_in_the_page() {
    let found = sources().into_iter().filter(|file| file.is_below("extension/src"));
    none(found.flat_map(|file| file.lines_with(&PARSERS)), "ways to have a string parsed");
}

#[test]
fn no_file_names_a_path_of_the_machine() {
    none(sources().into_iter().flat_map(|file| file.lines_with(&MACHINE_PATHS)), "paths of a machine");
}

/// A file of the repository that people write.
struct Source {
    /// Its path from the repository's folder.
    name: String,
    text: String,
}

impl Source {
    fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.name).extension().is_some_and(|own| own == extension)
    }

    fn is_below(&self, folder: &str) -> bool {
        Path::new(&self.name).starts_with(folder)
    }

    /// The lines before the tests at the end.
    fn code(&self) -> impl Iterator<Item = &str> {
        self.text.lines().take_while(|line| *line != "#[cfg(test)]")
    }

    /// The lines, comments aside, that hold any of `words`.
    fn lines_with(&self, words: &[&str]) -> Vec<String> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let found = lines.filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        found.map(|(at, line)| format!("{}:{}: {}", self.name, at + 1, line.trim())).collect()
    }
}

fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["src", "examples", "extension", "www", "tests", "xtask", "train", "bench", "fuzz"] {
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    let sources = files.into_iter().map(|path| Source {
        name: path.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).unwrap(),
    });
    sources.collect()
}

/// Adds the files of `folder` that are written in Rust, TypeScript or JavaScript.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("target") {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| ["rs", "ts", "mjs"].iter().any(|own| extension == *own)) {
            files.push(path);
        }
    }
}

/// The contents of the string literals of a line, roughly.
fn strings(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// The host that a string names, if it does and the host is a site's.
fn host(string: &str) -> Option<&str> {
    const ENDINGS: [&str; 10] = [".com", ".org", ".net", ".de", ".fr", ".uk", ".jp", ".cn", ".io", ".tv"];
    let words = string.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'));
    let mut hosts = words.filter(|word| ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending)));
    hosts.find(|host| !NEUTRAL_HOSTS.iter().any(|neutral| host.ends_with(neutral)))
}

fn none(found: impl IntoIterator<Item = String>, what: &str) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}
