//! `xtask-bindgen MODULE.wasm FOLDER no-modules|web`: writes `lectern.js` and `lectern_bg.wasm`.
//!
//! A workspace of its own, because its dependencies take a minute to compile and only `cargo xtask build` needs
//! them. It gives what the `wasm-bindgen` command gives, without installing that.

use std::env;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut args = env::args_os().skip(1);
    let (Some(module), Some(folder), Some(kind), None) = (args.next(), args.next(), args.next(), args.next()) else {
        bail!("usage: xtask-bindgen MODULE.wasm FOLDER no-modules|web");
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("lectern").typescript(true).remove_producers_section(true);
    match kind.to_str() {
        Some("no-modules") => bindgen.no_modules(true)?,
        Some("web") => bindgen.web(true)?,
        _ => bail!("there is no such kind"),
    };
    bindgen.generate(folder).context("wasm-bindgen refused the module")
}
