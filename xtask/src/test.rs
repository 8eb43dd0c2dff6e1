//! `test`: everything that must hold before a change lands, step by step. Continuous integration runs this.

use std::io::{Write, stdout};
use std::num::NonZero;
use std::process::Command;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::bench::growth;
use crate::bench::limits::Limits;
use crate::build::{Module, build};
use crate::npm;
use crate::package;
use crate::process::{capture, cargo, command, read};
use crate::quality;
use crate::setup::{self, Browser, WASM};
use crate::www;

/// Check everything: format, lints, types, tests natively and in both browsers, quality. What CI runs.
#[derive(clap::Args)]
pub struct Args {
    /// Steps to run; all of them when none is named.
    #[arg(value_name = "STEP", value_parser = STEPS.map(|step| step.name))]
    steps: Vec<String>,
}

/// One step: its name, what it checks, and the check.
struct Step {
    name: &'static str,
    what: &'static str,
    check: fn() -> Result<Outcome>,
}

/// What a step did: what it counted, and what it has to say when that is not all well.
struct Outcome {
    passed: usize,
    failed: usize,
    report: String,
}

impl Outcome {
    /// Both.
    fn and(self, other: Outcome) -> Outcome {
        let report = self.report + &other.report;
        Outcome { passed: self.passed + other.passed, failed: self.failed + other.failed, report }
    }
}

/// In the order in which a fault is cheapest to find.
const STEPS: [Step; 13] = [
    Step { name: "format", what: "rustfmt", check: format },
    Step { name: "clippy", what: "clippy, natively", check: || clippy(&["--workspace", "--all-targets"]) },
    Step { name: "clippy-wasm", what: "clippy, for WebAssembly", check: clippy_wasm },
    Step { name: "doc", what: "rustdoc", check: doc },
    Step { name: "rust", what: "tests in Rust: units, cases, test pages, tidiness", check: rust },
    Step { name: "crate", what: "the crate packs, runs its examples and pulls in no browser", check: library },
    Step { name: "build", what: "the extension builds", check: extension },
    Step {
        name: "limits",
        what: "the engine's size, the instructions for a page and their growth are not above their limits",
        check: limits,
    },
    Step { name: "types", what: "TypeScript, strict", check: types },
    Step { name: "web-ext", what: "the Firefox extension passes web-ext lint", check: web_ext },
    Step { name: "npm", what: "the npm package, in Node", check: npm_package },
    Step { name: "browsers", what: "tests in Chromium and Firefox", check: browsers },
    Step { name: "quality", what: "quality on the corpora is above its floors", check: floors },
];

/// The command.
pub fn run_command(args: &Args) -> Result<()> {
    let start = Instant::now();
    let (mut passed, mut failed) = (0, 0);
    for step in STEPS.iter().filter(|step| args.steps.is_empty() || args.steps.iter().any(|name| name == step.name)) {
        let outcome = run_step(step);
        passed += outcome.passed;
        failed += outcome.failed;
    }
    println!("\nin {}", seconds(start.elapsed()));
    // The form in which continuous integration recognizes a test run.
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        bail!("not everything passed");
    }
    Ok(())
}

fn run_step(step: &Step) -> Outcome {
    print!("{:12} {} … ", step.name, step.what);
    let _ = stdout().flush();
    let start = Instant::now();
    let outcome = (step.check)().unwrap_or_else(|error| Outcome { passed: 0, failed: 1, report: format!("{error:#}") });
    let verdict = if outcome.failed == 0 { "ok" } else { "FAILED" };
    println!("{verdict}, {} of {}, {}", outcome.passed, outcome.passed + outcome.failed, seconds(start.elapsed()));
    if outcome.failed > 0 || outcome.passed == 0 {
        println!("{}\n", outcome.report.trim_end());
    }
    outcome
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn format() -> Result<Outcome> {
    let workspace = whole(&mut cargo(["fmt", "--all", "--check"]))?;
    let bindgen = whole(&mut cargo(["fmt", "--manifest-path", "xtask/bindgen/Cargo.toml", "--check"]))?;
    Ok(workspace.and(bindgen))
}

fn clippy(which: &[&str]) -> Result<Outcome> {
    whole(cargo(["clippy", "--quiet", "--all-features"]).args(which).args(["--", "--deny", "warnings"]))
}

fn clippy_wasm() -> Result<Outcome> {
    setup::wasm_target()?;
    let clippy = |features: &[&str]| {
        let mut cargo = cargo(["clippy", "--quiet", "--package", "lectern", "--lib", "--target", WASM]);
        whole(cargo.args(features).args(["--", "--deny", "warnings"]))
    };
    let modules = ["", "write", "explain", "npm"].map(|feature| clippy(&["--features", feature]));
    modules.into_iter().try_fold(Outcome { passed: 0, failed: 0, report: String::new() }, |all, one| Ok(all.and(one?)))
}

fn doc() -> Result<Outcome> {
    let mut doc = cargo(["doc", "--quiet", "--package", "lectern", "--all-features", "--no-deps"]);
    // A link to something private is of use to whoever reads the source.
    whole(doc.env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private_intra_doc_links"))
}

/// Counts the tests of every test program.
fn rust() -> Result<Outcome> {
    let mut test = cargo(["test", "--quiet", "--workspace", "--all-features", "--no-fail-fast"]);
    let output = capture(test.env("RUST_BACKTRACE", "0"))?;
    let report = text(&output.stdout) + &text(&output.stderr);
    let results = report.lines().filter_map(|line| line.strip_prefix("test result: "));
    let (mut passed, mut failed) = (0, 0);
    for result in results {
        passed += count_before(result, " passed");
        failed += count_before(result, " failed");
    }
    let report = report.lines().filter(|line| !line.starts_with("test result: ok")).collect::<Vec<_>>().join("\n");
    counted(passed, failed, output.status.success(), report)
}

/// What others depend on: the package builds by itself, and natively no crate of a browser comes with it.
fn library() -> Result<Outcome> {
    let packed = whole(&mut cargo(["package", "--quiet", "--package", "lectern", "--allow-dirty"]))?;
    let mut tree = cargo(["tree", "--package", "lectern", "--all-features", "--edges", "normal,build", "--prefix", "none"]);
    let crates = read(&mut tree)?;
    let found: Vec<&str> = crates.lines().filter(|line| BROWSER_CRATES.iter().any(|name| line.starts_with(name))).collect();
    let native = counted(1, found.len(), true, found.join("\n"))?;
    let page = "tests/pages/news-ticker/page.html";
    let examples = ["read", "why"].map(|name| whole(&mut cargo(["run", "--quiet", "--example", name, page])));
    let [reads, says_why] = examples;
    Ok([reads?, says_why?, native].into_iter().fold(packed, Outcome::and))
}

/// The first letters of the crates that only WebAssembly needs.
const BROWSER_CRATES: [&str; 4] = ["wasm-bindgen", "web-sys", "js-sys", "serde-wasm-bindgen"];

/// The extension, built; and that it tells nothing of this machine, and carries nothing of the other modules.
fn extension() -> Result<Outcome> {
    // Those that later steps need too: two are built in the time of one.
    Module::build_all(&Module::ALL)?;
    build()?;
    let mut faults = package::traces_of_this_machine()?;
    let glue = std::fs::read_to_string(Module::Engine.folder().join("lectern.js"))?;
    let foreign = ["explainCapture", "writeArticle", "readDocument"].into_iter().filter(|name| glue.contains(name));
    faults.extend(foreign.map(|name| format!("the engine's module has {name}")));
    counted(1, faults.len(), true, faults.join("\n"))
}

fn limits() -> Result<Outcome> {
    let measured = Limits::measure()?;
    let growth = growth::measure()?;
    let above = [measured.above(&Limits::read()?), growth.above()].concat();
    counted(measured.len() + growth.len() - above.len(), above.len(), above.is_empty(), above.join("\n"))
}

fn types() -> Result<Outcome> {
    setup::npm_packages()?;
    whole(&mut command("node", ["node_modules/typescript/bin/tsc", "--noEmit"]))
}

fn web_ext() -> Result<Outcome> {
    build()?;
    let lint = [
        "node_modules/web-ext/bin/web-ext.js",
        "lint",
        "--source-dir",
        "dist/firefox",
        "--warnings-as-errors",
        "--no-config-discovery",
    ];
    whole(&mut command("node", lint))
}

fn npm_package() -> Result<Outcome> {
    npm::build()?;
    node_tests(&mut command("node", ["--test", "--test-reporter=spec", "tests/npm/"]))
}

fn browsers() -> Result<Outcome> {
    build()?;
    www::build()?;
    let folders = ["tests/browser/", "tests/hostile/", "tests/soak/"];
    let mut node = command("node", ["--test", "--test-reporter=spec"]);
    // A browser waits for much that takes no processor: two of them take little longer than one. More would only be slower.
    node.arg(format!("--test-concurrency={}", available_parallelism().map_or(1, NonZero::get).min(2))).args(folders);
    for browser in Browser::ALL {
        node.env(browser.variable(), browser.program()?);
    }
    node_tests(node.env("LECTERN_ENGINE", Module::Engine.folder()))
}

/// Counts the tests of node's runner.
fn node_tests(node: &mut Command) -> Result<Outcome> {
    let output = capture(node)?;
    let report = text(&output.stdout) + &text(&output.stderr);
    let count = |name: &str| {
        let mut lines = report.lines().rev().filter_map(|line| line.trim_start_matches(['ℹ', '#', ' ']).strip_prefix(name));
        lines.find_map(|number| number.trim().parse::<usize>().ok()).with_context(|| format!("node said no{name}\n{report}"))
    };
    let (passed, failed) = (count("pass ")?, count("fail ")?);
    let (whole, failures) = report.find("failing tests:").map_or(("", report.as_str()), |at| report.split_at(at));
    // A test is named there without what it is a part of, which says in which browser it was.
    let marked: Vec<&str> = whole.lines().filter(|line| line.trim_start().starts_with("✖ ")).collect();
    counted(passed, failed, output.status.success(), marked.join("\n") + "\n" + failures)
}

fn floors() -> Result<Outcome> {
    let failures = quality::below_floors()?;
    let Some(failures) = failures else {
        let report = "not checked: shared/corpus is not beside the repository".to_owned();
        return Ok(Outcome { passed: 0, failed: 0, report });
    };
    counted(usize::from(failures.is_empty()), failures.len(), failures.is_empty(), failures.join("\n"))
}

/// A command that counts as one: passed when it succeeds.
fn whole(command: &mut Command) -> Result<Outcome> {
    let output = capture(command)?;
    let success = output.status.success();
    counted(usize::from(success), usize::from(!success), success, text(&output.stdout) + &text(&output.stderr))
}

/// At least one failure where the command failed, whatever it counted; none passed is a failure too.
fn counted(passed: usize, failed: usize, success: bool, report: String) -> Result<Outcome> {
    let broken = usize::from(failed == 0 && (!success || passed == 0));
    Ok(Outcome { passed, failed: failed + broken, report })
}

fn count_before(line: &str, word: &str) -> usize {
    let before = line.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
