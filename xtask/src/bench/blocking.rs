//! For how long a page stands still while somebody reads a very long article, in both browsers.

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::build::build;
use crate::process::{command, read};
use crate::setup::Browser;
use crate::table::table;

/// What `bench/blocking.mjs` says of a page, and what it is called in the table: first how long some things take, for scale, then
/// the longest standstill of each thing that is done.
const COLUMNS: [(&str, &str); 13] = [
    ("own", "page's own layout"),
    ("first", "to the reader"),
    ("whole", "to its end"),
    ("open", "opening"),
    ("outline", "outline"),
    ("aloud", "aloud"),
    ("bionic", "beginnings"),
    ("syllables", "syllables"),
    ("select", "selecting"),
    ("find", "finding"),
    ("end", "to the end"),
    ("export", "saving"),
    ("leave", "leaving"),
];

/// Measures in both browsers and prints a table for each.
pub fn measure() -> Result<Value> {
    build()?;
    let mut json = Map::new();
    for browser in Browser::ALL {
        let mut node = command("node", ["bench/blocking.mjs", "--browser", browser.name()]);
        let said = read(node.env(browser.variable(), browser.program()?))?;
        let pages: Vec<Map<String, Value>> = serde_json::from_str(&said).context("what bench/blocking.mjs says")?;
        println!("{}, longest standstill in milliseconds\n{}\n", browser.name(), report(&pages));
        json.insert(browser.name().to_owned(), pages.into());
    }
    Ok(Value::Object(json))
}

fn report(pages: &[Map<String, Value>]) -> String {
    let head = std::iter::once("").chain(COLUMNS.map(|(_, name)| name)).map(str::to_owned).collect();
    let lines = pages.iter().map(|page| {
        let name = page.get("page").and_then(Value::as_str).unwrap_or_default().to_owned();
        let figure = |(key, _): (&str, &str)| {
            page.get(key).and_then(Value::as_f64).map_or_else(|| "-".to_owned(), |ms| format!("{ms:.0}"))
        };
        std::iter::once(name).chain(COLUMNS.map(figure)).collect()
    });
    table(&std::iter::once(head).chain(lines).collect::<Vec<_>>())
}
