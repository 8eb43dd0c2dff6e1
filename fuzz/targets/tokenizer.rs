//! Any bytes as a document that a browser serialised.

#![no_main]

lectern_fuzz::target!(reads_anything);
