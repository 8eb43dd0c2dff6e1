//! Which pages are held out together: all pages of a site, so that nothing is measured on a site it has seen.

use crate::random;

/// Parts of cross-validation.
pub const FOLDS: usize = 5;

/// The part of a site.
pub fn fold(site: &str) -> usize {
    (random::hash(&[random::text(site)]) % FOLDS as u64) as usize
}

/// The site of an address: the last two labels of the host, or three where the second is short (co.uk, com.br).
pub fn site(url: &str) -> Option<String> {
    let host = url.split("://").nth(1)?.split(['/', ':', '?']).next()?;
    let labels: Vec<&str> = host.rsplit('.').collect();
    let n = if labels.get(1).is_some_and(|label| label.len() <= 3) { 3 } else { 2 };
    let mut kept: Vec<&str> = labels.into_iter().take(n).collect();
    kept.reverse();
    Some(kept.join("."))
}
