//! The commands of the project: `cargo xtask <command>`; `cargo xtask help` lists them.

#![allow(clippy::print_stdout, reason = "printing is what these commands do")]

mod build;
mod pages;
mod parallel;
mod predict;
mod process;
mod quality;
mod reading;
mod root;
mod score;
mod set;
mod setup;
mod stamp;
mod structure;
mod table;

use clap::{Parser, Subcommand};

/// The commands of Lectern. Each does its own set-up.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Bless(pages::Bless),
    Build(build::Args),
    NewPage(pages::NewPage),
    Predict(predict::Args),
    Quality(quality::Args),
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Bless(args) => pages::bless(&args),
        Command::NewPage(args) => pages::new_page(&args),
        Command::Build(args) => build::run_command(&args),
        Command::Predict(args) => predict::run(&args),
        Command::Quality(args) => quality::run(&args),
    }
}
