//! Writes an article down: plain text, HTML, Markdown, EPUB.

#[cfg(feature = "epub")]
pub mod epub;
pub mod html;
pub mod markdown;
mod mathml;
mod picture;
pub mod text;
mod xml;

pub use picture::{Picture, Pictures};
