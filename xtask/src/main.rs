//! The commands of the project: `cargo xtask <command>`; `cargo xtask help` lists them.

#![allow(clippy::print_stdout, reason = "printing is what these commands do")]

mod parallel;
mod predict;
mod quality;
mod reading;
mod root;
mod score;
mod set;
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
    Predict(predict::Args),
    Quality(quality::Args),
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Predict(args) => predict::run(&args),
        Command::Quality(args) => quality::run(&args),
    }
}
