//! Who reads the pages that are scored: the core as it ships, or with models that have not seen a page's site.

use std::fs;

use anyhow::{Context, Result};
use lectern::model::Model;
use lectern::page::Page;
use train::plain::{Losses, plain};
use train::split::{FOLDS, fold, site};

use super::corpus::{Corpus, folder};
use crate::reading::{Reading, read_with};
use crate::score::Truth;
use crate::set::PageFile;

/// How pages are read.
#[derive(Default)]
pub struct Reader {
    /// A model for each part of cross-validation, trained without it; empty for the model that ships.
    held_out: Vec<Vec<u8>>,
    /// Read a page's twin: nested divisions with meaningless names, without any description of the article.
    plain: bool,
}

impl Reader {
    /// The core as it ships.
    pub fn shipped() -> Reader {
        Reader::default()
    }

    /// Each page by the model of cross-validation that has not seen its site.
    pub fn held_out() -> Result<Reader> {
        let path = |fold| folder().join(format!("fold{fold}.bin"));
        let model = |fold| fs::read(path(fold)).with_context(|| format!("no {}: make it with `train cv`", path(fold).display()));
        Ok(Reader { held_out: (0..FOLDS).map(model).collect::<Result<_>>()?, plain: false })
    }

    /// The same, reading twins.
    pub fn plain(self) -> Reader {
        Reader { plain: true, ..self }
    }

    /// Reads a page.
    pub fn read(&self, corpus: &Corpus, truth: &Truth) -> Result<Reading> {
        let html = PageFile { id: truth.id.clone(), path: corpus.page(&truth.id) }.read()?;
        let url = truth.url.as_deref().unwrap_or_default();
        let change = |page: Page| if self.plain { plain(&page, BARE) } else { page };
        // A page without an address is a site of its own, as in training.
        let site = site(url).unwrap_or_else(|| truth.id.clone());
        let model = match self.held_out.get(fold(&site)) {
            Some(bytes) => {
                Model::read(bytes).context("the held-out models are of another version: make them anew with `train cv`")?
            }
            None => Model::built_in().clone(),
        };
        Ok(read_with(&model, &html, url, change))
    }
}

/// All that a twin can lose.
const BARE: Losses = Losses { sections: true, names: 1.0, head: true, roles: true, seed: 1 };
