//! What the engine's own tests know of pages, for the fuzz targets and `tests/properties.rs`.

pub use lectern::page::{NodeId, Page, PageBuilder, Tag};

#[path = "../src/page/tests/oracle.rs"]
pub mod oracle;

#[path = "../src/page/tests/serialize.rs"]
pub mod serialize;
