//! Reads `srcset`: addresses with commas in them, widths and densities.

use super::number::number;

/// One candidate of a `srcset` as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate<'a> {
    /// The address, not resolved.
    pub(super) address: &'a str,
    /// Width in pixels, when said.
    pub(super) width: Option<u32>,
    /// Pixels for each CSS pixel, when said.
    pub(super) density: Option<f32>,
}

/// More candidates than this are no choice but an attack.
const MAX_CANDIDATES: usize = 64;

/// The candidates of a `srcset`, by the steps of the HTML standard: an address ends at white space, so it may hold
/// commas, but none at its end.
pub(super) fn candidates(srcset: &str) -> Vec<Candidate<'_>> {
    let mut candidates = Vec::new();
    let mut rest = srcset;
    while candidates.len() < MAX_CANDIDATES {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let bare = address.trim_end_matches(',');
        let (descriptors, after) = if bare.len() < address.len() { ("", after) } else { descriptors(after) };
        rest = after;
        if let Some(glued) = glued(bare) {
            candidates.extend(glued);
        } else if !bare.is_empty() {
            candidates.push(candidate(bare, descriptors));
        }
    }
    candidates
}

/// What stands between an address and the next comma outside parentheses.
fn descriptors(text: &str) -> (&str, &str) {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => return text.split_at_checked(at).unwrap_or((text, "")),
            _ => {}
        }
    }
    (text, "")
}

fn candidate<'a>(address: &'a str, descriptors: &str) -> Candidate<'a> {
    let mut candidate = Candidate { address, width: None, density: None };
    for descriptor in descriptors.split_ascii_whitespace() {
        if let Some(width) = descriptor.strip_suffix('w') {
            candidate.width = number(width).map(|width| width as u32).filter(|width| *width > 0);
        } else if let Some(density) = descriptor.strip_suffix('x') {
            candidate.density = number(density).filter(|density| *density > 0.0);
        }
    }
    candidate
}

/// Two candidates with a comma and no space between them (`a.jpg,b.jpg`): browsers read one address, but sites
/// that write so are read by scripts that split it.
fn glued(address: &str) -> Option<Vec<Candidate<'_>>> {
    let parts: Vec<&str> = address.split(',').collect();
    let is_address = |part: &&str| part.starts_with("http://") || part.starts_with("https://") || part.starts_with("//");
    (parts.len() > 1 && parts.iter().all(is_address)).then(|| parts.into_iter().map(|part| candidate(part, "")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(srcset: &str) -> Vec<(&str, u32, f32)> {
        let all = candidates(srcset);
        all.iter().map(|each| (each.address, each.width.unwrap_or(0), each.density.unwrap_or(0.0))).collect()
    }

    #[test]
    fn widths_and_densities() {
        assert_eq!(read("a.jpg 320w, b.jpg 640w"), [("a.jpg", 320, 0.0), ("b.jpg", 640, 0.0)]);
        assert_eq!(read("a.jpg, b.jpg 1.5x"), [("a.jpg", 0, 0.0), ("b.jpg", 0, 1.5)]);
    }

    #[test]
    fn commas_in_addresses() {
        assert_eq!(
            read("/w_320,c_fill/a.jpg 320w,/w_640,c_fill/a.jpg 640w"),
            [("/w_320,c_fill/a.jpg", 320, 0.0), ("/w_640,c_fill/a.jpg", 640, 0.0)]
        );
        assert_eq!(read("a,b.jpg, c.jpg"), [("a,b.jpg", 0, 0.0), ("c.jpg", 0, 0.0)]);
    }

    #[test]
    fn addresses_glued_together() {
        assert_eq!(read("https://a.example/1.jpg,https://a.example/2.jpg 2x").len(), 2);
    }

    #[test]
    fn nonsense() {
        assert_eq!(read(" , ,, "), []);
        assert_eq!(read("a.jpg foo(1, 2) 3w, b.jpg -4w"), [("a.jpg", 3, 0.0), ("b.jpg", 0, 0.0)]);
    }
}
