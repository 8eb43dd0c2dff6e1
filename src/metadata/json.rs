//! Reads JSON as publishers write it: comments, trailing commas, raw line breaks and stray quotes are let pass.
//!
//! Never fails: what cannot be read is left out, and a text that breaks off gives what came before. Nesting
//! deeper than `MAX_DEPTH` is skipped, so the page cannot choose how deep the calls go.

/// JSON-LD in the development corpora nests at most nine levels deep.
const MAX_DEPTH: usize = 24;

/// A JSON value. Numbers are kept as they are written.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`, `true`, `false` and whatever else is bare.
    Bare,
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of an object's key, in any case: `@Type` and `Author` occur.
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Json::Object(entries) = self else { return None };
        entries.iter().find(|(each, _)| each.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    }

    /// A text or a number, as text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) | Json::Number(text) => Some(text),
            Json::Bare | Json::List(_) | Json::Object(_) => None,
        }
    }

    /// The items of a list; any other value is a list of one.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::List(items) => items,
            Json::Bare => &[],
            one => std::slice::from_ref(one),
        }
    }
}

/// All values that stand in `source` one after the other. Wrappers (`<!--`, `//<![CDATA[`) are passed over.
pub fn parse(source: &str) -> Vec<Json> {
    let mut reader = Reader { bytes: source.as_bytes(), source, at: 0 };
    let mut values = Vec::new();
    loop {
        // Between values only an object or a list is looked for: everything else is wrapping.
        match reader.peek() {
            None => return values,
            Some(b'[') if reader.rest().starts_with("[CDATA[") => reader.at += "[CDATA[".len(),
            Some(b'{' | b'[') => values.push(reader.value(0)),
            Some(_) => reader.at += 1,
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    source: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Passes over whitespace and comments.
    fn skip_space(&mut self) {
        loop {
            match self.peek() {
                Some(b) if b <= b' ' => self.at += 1,
                // A byte order mark or a no-break space.
                Some(0xef | 0xbb | 0xbf | 0xc2 | 0xa0) => self.at += 1,
                Some(b'/') if self.rest().starts_with("/*") => {
                    self.at = self.rest().find("*/").map_or(self.bytes.len(), |end| self.at + end + 2);
                }
                Some(b'/') if self.rest().starts_with("//") => {
                    self.at = self.rest().find('\n').map_or(self.bytes.len(), |end| self.at + end);
                }
                _ => return,
            }
        }
    }

    /// The value that starts here. Always moves on, unless at the end or at a closing bracket.
    fn value(&mut self, depth: usize) -> Json {
        self.skip_space();
        match self.peek() {
            Some(b'{' | b'[') if depth >= MAX_DEPTH => {
                self.skip_nested();
                Json::Bare
            }
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Json::Text(self.text()),
            _ => self.bare(),
        }
    }

    fn object(&mut self, depth: usize) -> Json {
        self.at += 1;
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => break,
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                // Closes a list that this object never opened: the object's own end is missing.
                Some(b']') => break,
                Some(b'"') => {
                    let key = self.text();
                    self.skip_space();
                    if self.peek() == Some(b':') {
                        self.at += 1;
                        entries.push((key, self.value(depth + 1)));
                    }
                }
                Some(_) => self.at += 1,
            }
        }
        Json::Object(entries)
    }

    fn list(&mut self, depth: usize) -> Json {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => break,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(b'}') => break,
                Some(b',' | b':') => self.at += 1,
                Some(_) => items.push(self.value(depth + 1)),
            }
        }
        Json::List(items)
    }

    /// A number, a literal, or anything else up to the next delimiter.
    fn bare(&mut self) -> Json {
        let start = self.at;
        // The first byte is taken whatever it is, unless a caller waits for it.
        if self.peek().is_some_and(|b| !matches!(b, b',' | b':' | b'}' | b']')) {
            self.at += 1;
        }
        while self.peek().is_some_and(|b| !matches!(b, b'/' | b',' | b':' | b'}' | b']' | b'{' | b'[' | b'"' | b'\n')) {
            self.at += 1;
        }
        let text = self.source.get(start..self.at).unwrap_or_default().trim();
        if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') { Json::Number(text.to_owned()) } else { Json::Bare }
    }

    /// The string that starts here, its escapes decoded.
    fn text(&mut self) -> String {
        self.at += 1;
        let mut out = String::new();
        let mut start = self.at;
        loop {
            let run_end = loop {
                match self.peek() {
                    Some(b'"' | b'\\') | None => break self.at,
                    Some(_) => self.at += 1,
                }
            };
            out.push_str(self.source.get(start..run_end).unwrap_or_default());
            match self.peek() {
                None => return out,
                Some(b'\\') => {
                    self.at += 1;
                    self.escape(&mut out);
                }
                Some(_) => {
                    self.at += 1;
                    if self.ends_here() {
                        return out;
                    }
                    out.push('"');
                }
            }
            start = self.at;
        }
    }

    /// True when the quote just read closes its string: a delimiter follows, and after a comma a new entry.
    /// `"He said "no" and left"` has quotes that do not.
    fn ends_here(&self) -> bool {
        let mut rest = self.bytes.get(self.at..).unwrap_or_default().iter().copied().filter(|b| *b > b' ');
        match rest.next() {
            None | Some(b':' | b'}' | b']' | b'/' | b'"') => true,
            Some(b',') => matches!(
                rest.next(),
                None | Some(b'"' | b'{' | b'[' | b'}' | b']' | b'/' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n')
            ),
            Some(_) => false,
        }
    }

    fn escape(&mut self, out: &mut String) {
        let Some(c) = self.rest().chars().next() else { return };
        self.at += c.len_utf8();
        match c {
            'n' | 'r' | 't' | 'f' | 'b' => out.push(' '),
            'u' => {
                let unit = self.hex();
                let low = match unit {
                    Some(0xd800..=0xdbff) if self.rest().starts_with("\\u") => {
                        self.at += 2;
                        self.hex()
                    }
                    _ => None,
                };
                let code = match (unit, low) {
                    (Some(high), Some(low @ 0xdc00..=0xdfff)) => Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)),
                    (unit, _) => unit,
                };
                out.push(code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            c => out.push(c),
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let code = u32::from_str_radix(self.source.get(self.at..self.at + 4)?, 16).ok()?;
        self.at += 4;
        Some(code)
    }

    /// Passes over a bracketed value without looking into it.
    fn skip_nested(&mut self) {
        let mut open = 0usize;
        while let Some(b) = self.peek() {
            match b {
                b'"' => {
                    self.text();
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open = open.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes values compactly, so that a case reads as one line.
    fn show(json: &Json) -> String {
        match json {
            Json::Bare => "_".to_owned(),
            Json::Number(text) => text.clone(),
            Json::Text(text) => format!("'{text}'"),
            Json::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(" ")),
            Json::Object(entries) => {
                format!(
                    "{{{}}}",
                    entries.iter().map(|(key, value)| format!("{key}={}", show(value))).collect::<Vec<_>>().join(" ")
                )
            }
        }
    }

    fn check(source: &str, want: &str) {
        let got = parse(source).iter().map(show).collect::<Vec<_>>().join(" ");
        assert_eq!(got, want, "{source}");
    }

    #[test]
    fn reads_plain_json() {
        check(r#"{"a": [1, -2.5, "x", null, true], "b": {"c": "d"}}"#, "{a=[1 -2.5 'x' _ _] b={c='d'}}");
        check(r#"{"a": "\u00e9\ud83d\ude00\n\"q\"\/"}"#, "{a='é😀 \"q\"/'}");
        check("[]", "[]");
        check("", "");
    }

    #[test]
    fn reads_what_publishers_write() {
        check("<!-- {\"a\": 1} -->", "{a=1}");
        check("//<![CDATA[\n{\"a\": 1}\n//]]>", "{a=1}");
        check("{\"a\": 1,}", "{a=1}");
        check("[1, 2,, ]", "[1 2]");
        check("{\"a\": 1 /* why */, // so\n \"b\": 2}", "{a=1 b=2}");
        check("{\"a\": \"two\nlines\"}", "{a='two\nlines'}");
        check(r#"{"a": "He said "no" and left", "b": 1}"#, r#"{a='He said "no" and left' b=1}"#);
        check(r#"{"a": "x" "b": 1}"#, "{a='x' b=1}");
        check(r#"{"a": 1} {"b": 2}"#, "{a=1} {b=2}");
        check(r#"{"a": {"b": "cut o"#, "{a={b='cut o'}}");
        check(r#"[{"a": 1]"#, "[{a=1}]");
        check(r#"{"a": , "b": 1}"#, "{a=_ b=1}");
        check("{\"a\": \"\\ud83d\"}", "{a='\u{fffd}'}");
    }

    #[test]
    fn passes_over_what_is_too_deep() {
        let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
        let mut value = parse(&deep);
        for _ in 0..MAX_DEPTH {
            let Some(Json::List(items)) = value.pop() else { panic!("a list within a list") };
            value = items;
        }
        assert_eq!(value, [Json::Bare]);
    }
}
