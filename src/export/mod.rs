//! Writes an article down: plain text, HTML, Markdown, EPUB.

pub mod text;
