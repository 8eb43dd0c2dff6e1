//! What is said of pages as a whole: how many are offered to be read, and how many are then read without asking.

use std::collections::BTreeMap;

use anyhow::Result;
use lectern::extract::readable::is_readable;

use super::corpus::Corpus;
use super::reader::Reader;
use crate::parallel::in_parallel;
use crate::table::{figure, table};

/// Sums over the pages of one kind.
#[derive(Default)]
struct Sums<'p> {
    pages: f64,
    offered: f64,
    read: f64,
    taken_for: BTreeMap<&'p str, u32>,
}

/// A line a set and kind of page: share offered, share read without asking, and the kinds they are taken for.
pub fn report(corpora: &[Corpus], reader: &Reader, jobs: usize) -> Result<String> {
    let mut rows = vec![["kind", "pages", "offered", "read", "taken for"].map(str::to_owned).to_vec()];
    for corpus in corpora {
        let pages = in_parallel(&corpus.truth, jobs, |truth| {
            let reading = reader.read(corpus, truth)?;
            let article = reading.outcome.as_ref().ok();
            let kind = article.map_or_else(|| "nothing".to_owned(), |article| format!("{:?}", article.kind).to_lowercase());
            Ok((truth.group("page_type"), is_readable(&reading.page), article.is_some_and(|article| article.readable), kind))
        })?;
        let mut groups: BTreeMap<&str, Sums<'_>> = BTreeMap::new();
        for (group, offered, read, kind) in &pages {
            let sums = groups.entry(group).or_default();
            sums.pages += 1.0;
            sums.offered += f64::from(u8::from(*offered));
            sums.read += f64::from(u8::from(*read));
            *sums.taken_for.entry(kind).or_default() += 1;
        }
        for (group, Sums { pages, offered, read, taken_for }) in groups {
            let kinds: Vec<String> = taken_for.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
            let name = format!("{} [{group}]", corpus.name);
            rows.push(vec![name, pages.to_string(), figure(Some(offered / pages)), figure(Some(read / pages)), kinds.join(", ")]);
        }
    }
    Ok(table(&rows))
}
