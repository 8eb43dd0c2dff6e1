//! The commands of the project: `cargo xtask <command>`; `cargo xtask help` lists them.

#![allow(clippy::print_stdout, reason = "printing is what these commands do")]

mod bench;
mod browser;
mod build;
mod dev;
mod explain;
mod npm;
mod package;
mod pages;
mod parallel;
mod pictures;
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
mod test;
mod www;

use std::process::ExitCode;

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
    Bench(bench::Args),
    Bless(pages::Bless),
    Build(build::Args),
    Dev(dev::Args),
    Explain(explain::Args),
    NewPage(pages::NewPage),
    Npm(npm::Args),
    Package(package::Args),
    Pictures(pictures::Args),
    Predict(predict::Args),
    Quality(quality::Args),
    Run(browser::Run),
    Shot(browser::Shot),
    Test(test::Args),
    Www(www::Args),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Bench(args) => bench::run(&args),
        Command::Bless(args) => pages::bless(&args),
        Command::Explain(args) => explain::run(&args),
        Command::NewPage(args) => pages::new_page(&args),
        Command::Build(args) => build::run_command(&args),
        Command::Dev(args) => dev::run_command(&args),
        Command::Npm(args) => npm::run_command(&args),
        Command::Package(args) => package::run_command(&args),
        Command::Pictures(args) => pictures::run_command(&args),
        Command::Predict(args) => predict::run(&args),
        Command::Quality(args) => quality::run(&args),
        Command::Run(args) => browser::run_command(&args),
        Command::Shot(args) => browser::shot(&args),
        Command::Test(args) => test::run_command(&args),
        Command::Www(args) => www::run_command(&args),
    }
}
