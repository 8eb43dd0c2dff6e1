//! Lectern finds the article in a web page and returns it as a typed tree.
//!
//! A page goes in as one string, an [`Article`] or a [`NotReadable`] comes out. Nothing here knows a browser,
//! a clock or a network: `wasm` is the only file that does, and it is compiled for `wasm32` alone.
//!
//! The stages, in the order in which they run, are the modules:
//! [`capture`] → [`page`] → [`metadata`] → [`extract`] → [`article`] → [`export`].

pub mod address;
pub mod article;
pub mod capture;
pub mod error;
pub mod export;
pub mod extract;
pub mod metadata;
pub mod model;
pub mod options;
pub mod page;
pub mod trace;
#[cfg(all(target_arch = "wasm32", not(feature = "write")))]
pub mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "write"))]
#[path = "wasm/write.rs"]
pub mod write;

pub use article::Article;
pub use capture::Capture;
pub use error::NotReadable;
pub use options::Options;
pub use page::Page;

/// The example of the README is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
