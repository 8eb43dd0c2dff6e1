//! The parts that are counted, and which of them are missing.

use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Image,
    Caption,
    Heading,
    Item,
    Table,
    Code,
    Link,
}

impl Kind {
    pub const ALL: [Kind; 7] = [Kind::Image, Kind::Caption, Kind::Heading, Kind::Item, Kind::Table, Kind::Code, Kind::Link];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Image => "images",
            Kind::Caption => "figures",
            Kind::Heading => "headings",
            Kind::Item => "list items",
            Kind::Table => "tables",
            Kind::Code => "code blocks",
            Kind::Link => "links",
        }
    }
}

/// One part and what it is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: Kind,
    pub key: String,
    /// What an image is known by too: the other sizes that its element names.
    pub other_keys: Vec<String>,
}

/// The parts of one article.
#[derive(Debug, Default)]
pub struct Parts {
    parts: Vec<Part>,
}

impl Parts {
    /// Adds a part, unless there is nothing to know it by.
    pub fn add(&mut self, kind: Kind, key: String) {
        self.add_known_by(kind, key, Vec::new());
    }

    /// Adds a part that has other keys too.
    pub fn add_known_by(&mut self, kind: Kind, key: String, other_keys: Vec<String>) {
        if !key.is_empty() {
            self.parts.push(Part { kind, key, other_keys });
        }
    }

    pub fn counts(&self) -> BTreeMap<Kind, usize> {
        let mut counts = BTreeMap::new();
        for part in &self.parts {
            *counts.entry(part.kind).or_default() += 1;
        }
        counts
    }

    /// Those that `other` has not, each of its own counted once. An image has several keys and repeats freely.
    pub fn lost_in(&self, other: &Parts) -> Vec<Part> {
        let mut left: BTreeMap<(Kind, &str), usize> = BTreeMap::new();
        for part in &other.parts {
            *left.entry((part.kind, &part.key)).or_default() += 1;
        }
        let mut lost = Vec::new();
        for part in &self.parts {
            let is_known_otherwise = part.other_keys.iter().any(|key| left.contains_key(&(part.kind, key.as_str())));
            match left.get_mut(&(part.kind, part.key.as_str())) {
                Some(0) | None if is_known_otherwise => {}
                Some(0) | None => lost.push(part.clone()),
                Some(_) if part.kind == Kind::Image => {}
                Some(count) => *count -= 1,
            }
        }
        lost
    }
}

/// What images are known by: the file's name without its query, its ending and the size in it.
pub fn image_key(address: &str) -> String {
    if address.starts_with("data:") {
        return String::new();
    }
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    super::letters(stem)
}
