//! Any bytes as a page to read: the article holds nothing that is not allowed and nothing that is not in the page.

#![no_main]

lectern_fuzz::target!(article_is_clean);
