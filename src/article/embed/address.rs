//! Takes addresses of embed services apart. They were resolved before, so their form is known.

/// The host in `https://host/path`.
pub(super) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default()
}

/// The path without its slash at the start.
pub(super) fn path(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    path.split(['?', '#']).next().unwrap_or_default()
}

/// The parts of the path between slashes.
pub(super) fn segment(address: &str, at: usize) -> Option<&str> {
    path(address).split('/').filter(|segment| !segment.is_empty()).nth(at)
}

/// What comes after the part `name` of the path.
pub(super) fn segment_after<'a>(address: &'a str, name: &str) -> Option<&'a str> {
    let mut segments = path(address).split('/').filter(|segment| !segment.is_empty());
    segments.find(|segment| *segment == name)?;
    segments.next()
}

/// The value of a field of the query, decoded.
pub(super) fn field(address: &str, name: &str) -> Option<String> {
    let query = address.split('#').next()?.split_once('?')?.1;
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.filter(|(each, _)| *each == name).map(|(_, value)| value).next()?;
    Some(crate::article::link::decoded(&value.replace('+', " "))).filter(|value| !value.is_empty())
}

/// True for an identifier that may be put into an address.
pub(super) fn is_id(id: &str) -> bool {
    (1..=80).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}
