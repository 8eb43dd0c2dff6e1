//! Any bytes as an article that was kept: whatever it holds, what is written of it is allowed.

#![no_main]

lectern_fuzz::target!(kept_article_is_clean);
