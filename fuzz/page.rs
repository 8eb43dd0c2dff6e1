//! What the engine's own tests know of pages, for the fuzz targets and `tests/properties.rs`.

pub use lectern::page::{NodeId, Page};

#[path = "../src/page/tests/serialize.rs"]
pub mod serialize;
