//! An absolute address and its resolution, as the
//! [URL standard](https://url.spec.whatwg.org/#concept-basic-url-parser) has it for the schemes that it calls
//! special.

/// An absolute `http`, `https` or `file` address and where its parts begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) text: String,
    path: usize,
    query: usize,
    fragment: usize,
}

impl Address {
    /// Resolves a cleaned reference. `None` when it stands for no `http`, `https` or `file` address.
    pub(super) fn resolve(reference: &str, base: Option<&Address>) -> Option<Address> {
        let Some((scheme, rest)) = scheme(reference) else {
            let base = base?;
            return match names_host(reference) {
                true => Address::with_authority(base.scheme(), reference),
                false => Some(base.join(reference)),
            };
        };
        let scheme = ["https", "http", "file"].into_iter().find(|each| scheme.eq_ignore_ascii_case(each))?;
        match base {
            // "https:page" on a page of the same scheme is a relative reference: a relic that browsers keep.
            Some(base) if base.scheme() == scheme && !names_host(rest) => Some(base.join(rest)),
            _ => Address::with_authority(scheme, rest),
        }
    }

    /// The address of `rest`, which begins with the host, any number of slashes before it.
    fn with_authority(scheme: &str, rest: &str) -> Option<Address> {
        let rest = rest.strip_prefix(is_slash).unwrap_or(rest);
        let rest = rest.strip_prefix(is_slash).unwrap_or(rest);
        let mut text = String::with_capacity(scheme.len() + "://".len() + rest.len());
        text.push_str(scheme);
        text.push_str("://");
        let rest = if scheme == "file" {
            // A host here is another machine's share: reading it would tell that machine who reads.
            rest.starts_with(is_slash).then_some(rest)?
        } else {
            let (authority, rest) = cut(rest.trim_start_matches(is_slash), |byte| matches!(byte, b'/' | b'\\' | b'?' | b'#'));
            push_authority(&mut text, authority, if scheme == "https" { "443" } else { "80" })?;
            rest
        };
        let path = text.len();
        Some(Address { text, path, query: path, fragment: path }.with_path("", rest))
    }

    /// Resolves a reference that names no host.
    fn join(&self, reference: &str) -> Address {
        let root = self.text.get(..self.path).unwrap_or_default();
        let path = self.text.get(self.path..self.query).unwrap_or_default();
        let new = Address { text: root.to_owned(), path: self.path, query: self.path, fragment: self.path };
        match reference.chars().next() {
            Some(c) if is_slash(c) => new.with_path("", reference),
            None | Some('#') => {
                let text = self.without_fragment().to_owned();
                Address { fragment: text.len(), text, ..*self }.with_fragment(reference)
            }
            Some('?') => {
                let text = format!("{root}{path}");
                Address { query: text.len(), fragment: text.len(), text, path: self.path }.with_query(reference)
            }
            Some(_) => {
                let directory = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("/");
                new.with_path(directory, reference)
            }
        }
    }

    /// Adds a path, and the query and the fragment behind it. `directory` is a path without dot segments.
    fn with_path(mut self, directory: &str, reference: &str) -> Address {
        let (path, rest) = cut(reference, |byte| matches!(byte, b'?' | b'#'));
        self.text.push_str(directory);
        let path = if directory.is_empty() { path.strip_prefix(is_slash).unwrap_or(path) } else { path };
        if directory.is_empty() {
            self.text.push('/');
        }
        let mut segments = path.split(is_slash).peekable();
        while let Some(segment) = segments.next() {
            let is_last = segments.peek().is_none();
            match dots(segment) {
                1 => {}
                2 => self.drop_segment(),
                _ => {
                    self.text = encode_into(self.text, segment, is_unsafe_in_path);
                    if !is_last {
                        self.text.push('/');
                    }
                }
            }
        }
        self.query = self.text.len();
        self.fragment = self.text.len();
        self.with_query(rest)
    }

    /// Takes the last whole segment off: `/a/b/` becomes `/a/`.
    fn drop_segment(&mut self) {
        let before_slash = self.text.len().saturating_sub(1);
        let kept = self.text.get(self.path..before_slash).and_then(|path| path.rfind('/'));
        if let Some(at) = kept {
            self.text.truncate(self.path + at + 1);
        }
    }

    /// Adds a query, if `rest` begins with one, and the fragment behind it.
    fn with_query(mut self, rest: &str) -> Address {
        let (query, rest) = cut(rest, |byte| byte == b'#');
        self.text = encode_into(self.text, query, is_unsafe_in_query);
        self.fragment = self.text.len();
        self.with_fragment(rest)
    }

    fn with_fragment(mut self, fragment: &str) -> Address {
        self.text = encode_into(self.text, fragment, is_unsafe_in_fragment);
        self
    }

    pub(super) fn drop_fragment(&mut self) {
        self.text.truncate(self.fragment);
    }

    pub(super) fn without_fragment(&self) -> &str {
        self.text.get(..self.fragment).unwrap_or_default()
    }

    /// The fragment with its `#`.
    pub(super) fn fragment(&self) -> &str {
        self.text.get(self.fragment..).unwrap_or_default()
    }

    pub(super) fn has_fragment(&self) -> bool {
        self.fragment < self.text.len()
    }

    fn scheme(&self) -> &str {
        self.text.split(':').next().unwrap_or_default()
    }

    pub(super) fn is_file(&self) -> bool {
        self.scheme() == "file"
    }
}

/// The reference as a URL parser sees it: no control characters or spaces around it, no tab or line break in it.
pub(super) fn clean(reference: &str) -> String {
    let trimmed = reference.trim_matches(|c: char| c <= ' ');
    let mut cleaned = trimmed.to_owned();
    if memchr::memchr3(b'\t', b'\n', b'\r', trimmed.as_bytes()).is_some() {
        cleaned.retain(|c| !matches!(c, '\t' | '\n' | '\r'));
    }
    cleaned
}

/// The scheme of a reference and what follows its colon; `None` for a relative reference.
pub(super) fn scheme(reference: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = reference.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some((scheme, rest))
}

/// True for `//host/path`.
fn names_host(reference: &str) -> bool {
    reference.chars().take_while(|&c| is_slash(c)).take(2).count() == 2
}

/// Adds `user@host:port`. `None` when it names no host.
fn push_authority(text: &mut String, authority: &str, default_port: &str) -> Option<()> {
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    if !user.is_empty() && user != ":" {
        *text = encode_into(std::mem::take(text), user, |byte| is_unsafe_in_path(byte) || b"/;=@[\\]|".contains(&byte));
        text.push('@');
    }
    // The colons of an address in brackets are not a port's.
    let (host, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port),
        _ => (host, ""),
    };
    let is_host = match host.strip_prefix('[') {
        Some(inner) => inner.strip_suffix(']').is_some_and(|inner| inner.bytes().all(is_ip6)),
        None => !host.is_empty() && !host.bytes().any(is_forbidden_in_host),
    };
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && (port.is_empty() || port.parse::<u16>().is_ok());
    if !is_host || !is_port {
        return None;
    }
    text.push_str(&host.to_ascii_lowercase());
    let port = if port.len() > 1 { port.trim_start_matches('0') } else { port };
    if !port.is_empty() && port != default_port {
        text.push(':');
        text.push_str(port);
    }
    Some(())
}

/// 1 for a segment that means "here", 2 for one that means "up", else 0. `%2e` is a dot here.
fn dots(segment: &str) -> u8 {
    if !segment.starts_with(['.', '%']) {
        return 0;
    }
    let (mut rest, mut n) = (segment, 0);
    while !rest.is_empty() {
        let escaped = rest.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("%2e"));
        let Some(after) = rest.get(if escaped { 3 } else { 1 }..).filter(|_| escaped || rest.starts_with('.')) else {
            return 0;
        };
        (rest, n) = (after, n + 1);
        if n > 2 {
            return 0;
        }
    }
    n
}

/// Adds `part`, with the bytes that may not stand in it as `%XX`.
pub(super) fn encode_into(mut text: String, part: &str, is_unsafe: impl Fn(u8) -> bool) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let is_safe = |byte: u8| byte.is_ascii() && !is_unsafe(byte);
    let mut rest = part;
    while !rest.is_empty() {
        // Most addresses are safe as they are written.
        let (safe, others) = cut(rest, |byte| !is_safe(byte));
        let (unsafe_, others) = cut(others, is_safe);
        text.push_str(safe);
        for byte in unsafe_.bytes() {
            text.push('%');
            text.extend([byte >> 4, byte & 15].into_iter().filter_map(|digit| HEX.get(digit as usize)));
        }
        rest = others;
    }
    text
}

/// Splits before the first byte that `stops` names: one of ASCII, or one behind nothing else but those.
fn cut(text: &str, stops: impl Fn(u8) -> bool) -> (&str, &str) {
    let at = text.bytes().position(stops).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The schemes here are "special": browsers read a backslash in them as a slash.
pub(super) fn is_slash(c: char) -> bool {
    matches!(c, '/' | '\\')
}

// The sets of https://url.spec.whatwg.org/#percent-encoded-bytes.

pub(super) fn is_unsafe_in_fragment(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, 0x7F | b'"' | b'<' | b'>' | b'`')
}

fn is_unsafe_in_query(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, 0x7F | b'"' | b'<' | b'>' | b'\'')
}

fn is_unsafe_in_path(byte: u8) -> bool {
    is_unsafe_in_fragment(byte) || matches!(byte, b'?' | b'^' | b'{' | b'}')
}

/// <https://url.spec.whatwg.org/#forbidden-domain-code-point>, without `%`, which a browser decodes.
fn is_forbidden_in_host(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, 0x7F | b'#' | b'/' | b':' | b'<' | b'>' | b'?' | b'@' | b'[' | b'\\' | b']' | b'^' | b'|')
}

fn is_ip6(byte: u8) -> bool {
    byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')
}
