//! What XML asks of the documents of a book: a reading system shows nothing of one that is not well-formed.

/// References that are used.
const REFERENCES: [&str; 4] = ["amp;", "lt;", "gt;", "quot;"];

/// Elements of a package document.
const PACKAGE: &str = " package metadata dc:identifier dc:title dc:language dc:creator dc:publisher dc:source dc:description dc:date meta manifest \
    item spine itemref ";

/// Elements end as they began, `&` begins a reference, a value holds no `<`, and there is no character that XML forbids.
pub fn check(document: &str) {
    let forbidden = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!document.contains(forbidden), "a character that XML forbids:\n{document}");
    for after in document.split('&').skip(1) {
        assert!(REFERENCES.iter().any(|reference| after.starts_with(reference)), "&{:.9}:\n{document}", after);
    }
    let mut open = Vec::new();
    for tag in tags(document).filter(|tag| !tag.starts_with(['?', '!'])) {
        assert!(!tag.contains('<'), "<{tag}>:\n{document}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{document}"),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap_or_default()),
        }
    }
    assert!(open.is_empty(), "{open:?} are open:\n{document}");
}

/// Names are names in XML too.
pub fn check_names(document: &str) {
    for name in values(document, "id") {
        let rest = name.strip_prefix(|c: char| c.is_ascii_alphabetic());
        assert!(
            rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))),
            "id={name:?}:\n{document}"
        );
    }
}

/// A package names what is in the book, which runs nothing.
pub fn check_package(document: &str) {
    check(document);
    for tag in tags(document).filter(|tag| !tag.starts_with(['?', '!', '/'])) {
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        assert!(PACKAGE.contains(&format!(" {name} ")), "<{name}> in a package:\n{document}");
    }
    assert!(values(document, "href").all(|href| !href.contains(':')), "a package names what is elsewhere:\n{document}");
    let known = ["nav", "mathml", "cover-image"];
    assert!(values(document, "properties").all(|property| known.contains(&property)), "{document}");
}

/// What stands between `<` and `>`, where that is not in a value.
fn tags(document: &str) -> impl Iterator<Item = &str> {
    document.split('<').skip(1).scan(0, |quotes, piece| {
        let mut end = None;
        for (at, c) in piece.char_indices() {
            *quotes += usize::from(c == '"' && end.is_none());
            if c == '>' && *quotes % 2 == 0 && end.is_none() {
                end = Some(at);
            }
        }
        assert!(end.is_some(), "a tag without an end, or a value with `<`: {piece}");
        *quotes = 0;
        Some(piece.get(..end.unwrap_or_default()).unwrap_or_default())
    })
}

fn values<'a>(document: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    document
        .match_indices(&start)
        .map(|(at, found)| at + found.len())
        .filter_map(|at| document.get(at..)?.split('"').next())
        .collect::<Vec<_>>()
        .into_iter()
}
