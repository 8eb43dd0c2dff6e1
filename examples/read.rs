//! Reads a saved page and prints its article as Markdown: `cargo run --example read page.html [address]`.

#![allow(clippy::print_stdout, reason = "printing is what this example does")]

use std::process::ExitCode;
use std::{env, fs};

use lectern::{Options, export, extract};

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let Some(file) = args.next() else {
        eprintln!("usage: read FILE [ADDRESS]");
        return ExitCode::FAILURE;
    };
    let html = match fs::read_to_string(&file) {
        Ok(html) => html,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    match extract(&html, &args.next().unwrap_or_default(), &Options::default()) {
        Ok(article) => {
            println!("{}", export::markdown::document(&article));
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{file}: {reason}");
            ExitCode::FAILURE
        }
    }
}
