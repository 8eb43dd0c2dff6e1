//! Says of a saved page where each field was found and what was left out of the text, and why:
//! `cargo run --example why page.html [address]`.

#![allow(clippy::print_stdout, reason = "printing is what this example does")]

use std::error::Error;
use std::{env, fs};

use lectern::{Options, extract};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let html = fs::read_to_string(args.next().ok_or("usage: why FILE [ADDRESS]")?)?;
    // Whoever asks why wants to see what there is of a page that is no article, too.
    let mut options = Options::default();
    options.read_anyway = true;
    let article = extract(&html, &args.next().unwrap_or_default(), &options)?;

    println!("{}", article.metadata.title);
    for (field, source) in &article.metadata.sources {
        println!("  {field:?} from {source:?}");
    }
    for removed in &article.removed {
        println!("- {:?}, {:?}: {}", removed.stage, removed.reason, removed.text);
    }
    Ok(())
}
