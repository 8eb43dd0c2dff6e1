//! Knows the [named character references](https://html.spec.whatwg.org/multipage/named-characters.html), all of them.
//!
//! `names.txt` has a line for each name, sorted by bytes: the name, a `*` if it counts without its semicolon too, and the
//! one or two characters that it means. It is searched as it stands, so nothing is built at the start. The tests hold it
//! equal to the table of html5ever.

use memchr::{memchr, memrchr};

use crate::page::references::Place;

static NAMES: &str = include_str!("names.txt");

/// The longest name that counts without a semicolon (`frac12` and others).
const LONGEST_BARE: usize = 6;

/// Appends what the name at the start of `text` (after `&`) means, and gives the rest of the text.
///
/// [The longest name counts](https://html.spec.whatwg.org/multipage/parsing.html#named-character-reference-state). All
/// names are letters and digits, so one that ends with a semicolon is the whole run of them before it.
pub(super) fn named<'t>(text: &'t str, place: Place, out: &mut String) -> Option<&'t str> {
    let run = text.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(run)?;
    if let Some(rest) = rest.strip_prefix(';')
        && let Some(meaning) = lookup(name)
    {
        meaning.write(out);
        return Some(rest);
    }
    // In an address, `&copy=` is the name of a parameter, and so is `&copyright`.
    let shortest = if place == Place::Attribute { run } else { 2 };
    if place == Place::Attribute && rest.starts_with('=') {
        return None;
    }
    let (meaning, len) = (shortest..=run.min(LONGEST_BARE)).rev().find_map(|len| {
        let meaning = lookup(name.get(..len)?).filter(|meaning| meaning.is_bare)?;
        Some((meaning, len))
    })?;
    meaning.write(out);
    text.get(len..)
}

/// What a name stands for.
struct Meaning {
    /// Its characters in hexadecimal.
    codes: &'static str,
    /// True for a name that counts without its semicolon.
    is_bare: bool,
}

impl Meaning {
    fn write(&self, out: &mut String) {
        out.extend(self.codes.split(' ').filter_map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)));
    }
}

/// Finds a name by halving the table.
fn lookup(name: &str) -> Option<Meaning> {
    let (mut start, mut end) = (0, NAMES.len());
    while start < end {
        let middle = start + (end - start) / 2;
        let before = NAMES.as_bytes().get(start..middle)?;
        let line_start = start + memrchr(b'\n', before).map_or(0, |at| at + 1);
        let line_end = line_start + memchr(b'\n', NAMES.as_bytes().get(line_start..)?)?;
        let (entry, codes) = NAMES.get(line_start..line_end)?.split_once(' ')?;
        let bare = entry.strip_suffix('*');
        match bare.unwrap_or(entry).cmp(name) {
            std::cmp::Ordering::Equal => return Some(Meaning { codes, is_bare: bare.is_some() }),
            std::cmp::Ordering::Less => start = line_end + 1,
            std::cmp::Ordering::Greater => end = line_start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use html5ever::data::NAMED_ENTITIES;

    use super::*;

    #[test]
    fn the_table_is_that_of_html5ever() {
        // Beginnings of names are in its table too, meaning nothing.
        let names = NAMED_ENTITIES.entries().filter(|(_, meaning)| meaning.0 != 0);
        let mut n_names = 0;
        for (&name, &(first, second)) in names {
            let meaning = lookup(name.trim_end_matches(';')).unwrap_or_else(|| panic!("{name}"));
            let mut characters = String::new();
            meaning.write(&mut characters);
            let expected: String = [first, second].into_iter().filter(|&code| code != 0).filter_map(char::from_u32).collect();
            assert_eq!(characters, expected, "{name}");
            assert!(meaning.is_bare || name.ends_with(';'), "{name}");
            n_names += 1;
        }
        assert_eq!(NAMES.lines().count() + NAMES.matches('*').count(), n_names);
    }

    #[test]
    fn the_table_is_sorted() {
        let names: Vec<&str> = NAMES.lines().filter_map(|line| line.split(['*', ' ']).next()).collect();
        assert!(names.is_sorted());
        let longest = NAMES.lines().filter_map(|line| line.find('*')).max();
        assert_eq!(longest, Some(LONGEST_BARE));
    }
}
