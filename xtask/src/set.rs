//! A folder of pages: `html/<id>.html`, and what `truth.jsonl` beside it says about each.

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;

use train::decode::decode;

/// A page of a set, on disk.
pub struct PageFile {
    /// Its name in the set: the file's name without `.html`.
    pub id: String,
    /// The file.
    pub path: PathBuf,
}

impl PageFile {
    /// The document as text.
    pub fn read(&self) -> Result<String> {
        let bytes = fs::read(&self.path).with_context(|| format!("cannot read {}", self.path.display()))?;
        Ok(decode(bytes))
    }
}

/// The pages of `dir`, by id.
pub fn pages(dir: &Path) -> Result<Vec<PageFile>> {
    let html = dir.join("html");
    let entries = fs::read_dir(&html).with_context(|| format!("cannot list {}", html.display()))?;
    let mut pages = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "html")
            && let Some(id) = path.file_stem().and_then(|stem| stem.to_str())
        {
            pages.push(PageFile { id: id.to_owned(), path });
        }
    }
    if pages.is_empty() {
        bail!("no .html file in {}", html.display());
    }
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(pages)
}

/// The addresses of the pages of `dir`, by id; empty when nothing says them.
pub fn addresses(dir: &Path) -> Result<HashMap<String, String>> {
    let path = dir.join("truth.jsonl");
    if !path.exists() {
        return Ok(HashMap::new());
    }
    let rows: Vec<HashMap<String, Value>> = read_jsonl(&path)?;
    let field = |row: &HashMap<String, Value>, name| row.get(name).and_then(Value::as_str).map(str::to_owned);
    Ok(rows.iter().filter_map(|row| Some((field(row, "id")?, field(row, "url")?))).collect())
}

/// The rows of a file with one JSON value a line.
pub fn read_jsonl<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!("there is no {}", path.display()),
        text => text.with_context(|| format!("cannot read {}", path.display()))?,
    };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| serde_json::from_str(line).with_context(|| format!("{}:{}", path.display(), at + 1))).collect()
}
