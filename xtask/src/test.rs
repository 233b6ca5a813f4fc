//! `cargo xtask test`: every check and test, in order, up to the first that fails.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::run::{command, output, run, run_and_read, spoken};
use crate::{Result, build, tools, train};

/// What the pure core is built with; the page's dependencies must not be needed for it.
const CORE: [&str; 3] = ["--no-default-features", "--features", "cli"];
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<Counts>,
}

const STEPS: &[Step] = &[
    Step { name: "format", what: "the code is formatted", run: format },
    Step { name: "core", what: "the core needs nothing of the page", run: core_is_pure },
    Step { name: "clippy", what: "lints of all that runs natively", run: clippy_native },
    Step {
        name: "clippy-wasm",
        what: "lints of the page, the worker and their tests, wasm",
        run: clippy_wasm,
    },
    Step { name: "docs", what: "the documentation has no broken links", run: docs },
    Step { name: "native", what: "native tests", run: native },
    Step { name: "xtask", what: "tests of these commands", run: xtask },
    Step { name: "train", what: "the shipped model is what the corpus gives, bit for bit", run: train },
    Step { name: "wasm", what: "wasm tests in a browser", run: wasm },
    Step { name: "build", what: "dist/ builds within its budget", run: dist },
    Step { name: "e2e", what: "the built page in a browser, with axe", run: e2e },
];

/// Runs all steps, or those named.
pub fn command_line(words: &[String]) -> Result<()> {
    if words == ["--list"] {
        for step in STEPS {
            println!("{:<12} {}", step.name, step.what);
        }
        return Ok(());
    }
    if let Some(unknown) = words.iter().find(|word| !STEPS.iter().any(|step| step.name == **word)) {
        return Err(format!("test has no step {unknown}; --list names them"));
    }
    let chosen: Vec<&Step> =
        STEPS.iter().filter(|step| words.is_empty() || words.iter().any(|word| word == step.name)).collect();
    let (mut total, mut times) = (Counts::default(), Vec::new());
    for (index, step) in chosen.iter().enumerate() {
        println!("\n[{}/{}] {}: {}", index + 1, chosen.len(), step.name, step.what);
        let start = Instant::now();
        let counts = (step.run)().map_err(|error| format!("step {} failed: {error}", step.name))?;
        total.add(counts);
        times.push((step, counts, start.elapsed()));
    }
    report(&times, total);
    Ok(())
}

fn report(times: &[(&&Step, Counts, Duration)], total: Counts) {
    println!();
    for (step, counts, time) in times {
        let tests = if counts.passed > 0 { format!("{} passed", counts.passed) } else { "ok".into() };
        println!("{:<12} {:<12} {}", step.name, tests, spoken(*time));
    }
    let time = times.iter().map(|(_, _, time)| *time).sum();
    println!("{:<12} {:<12} {}\n", "in all", "", spoken(time));
    // The last line of the log, in the words of a test runner.
    println!("{} passed, {} failed, {} skipped", total.passed, total.failed, total.skipped);
}

fn cargo(words: &[&[&str]]) -> Result<Command> {
    let mut cargo = command("cargo")?;
    cargo.args(words.concat());
    Ok(cargo)
}

fn checked(what: &str, mut command: Command) -> Result<Counts> {
    run(what, &mut command).map(|()| Counts::default())
}

fn counted(what: &str, mut command: Command) -> Result<Counts> {
    let counts = Counts::read(&run_and_read(what, &mut command)?);
    if counts.passed == 0 { Err(format!("{what} ran no test")) } else { Ok(counts) }
}

fn format() -> Result<Counts> {
    checked("cargo fmt", cargo(&[&["fmt", "--all", "--check"]])?)
}

/// The core as a library pulls in no crate that knows the browser.
fn core_is_pure() -> Result<Counts> {
    let tree =
        ["tree", "--package", "kroniek", "--no-default-features", "--edges", "normal", "--prefix", "none"];
    for features in ["", "cli"] {
        let words: Vec<&str> = tree.iter().copied().chain(["--features", features]).collect();
        let crates = output("cargo", &words).ok_or("cargo tree failed")?;
        let name = |line: &str| line.split(' ').next().unwrap_or_default().to_string();
        let page = ["leptos", "wasm-bindgen", "web-sys", "js-sys", "console_error_panic_hook", "postcard"];
        if let Some(found) = crates.lines().map(name).find(|name| page.contains(&name.as_str())) {
            return Err(format!(
                "without the feature app (features: [{features}]) the core depends on {found}"
            ));
        }
    }
    Ok(Counts::default())
}

fn clippy(words: &[&[&str]]) -> Result<Counts> {
    let all = [&[&["clippy"][..]], words, &[&["--", "--deny", "warnings"]]].concat();
    checked("cargo clippy", cargo(&all)?)
}

/// Without the page: it is linted for wasm, its only target, and Leptos is not built a second time.
fn clippy_native() -> Result<Counts> {
    clippy(&[&["--workspace", "--all-targets", "--no-default-features", "--features", "kroniek/cli"]])
}

/// The other tests and the benches are native: their dependencies are not built for wasm.
fn clippy_wasm() -> Result<Counts> {
    clippy(&[
        &["--package", "kroniek", "--lib", "--bins", "--test", "web", "--features", "app,embedded-packs"],
        &WASM,
    ])
}

fn docs() -> Result<Counts> {
    let mut doc = cargo(&[
        &["doc", "--quiet", "--package", "kroniek", "--no-deps", "--document-private-items"],
        &CORE,
    ])?;
    // A reader of the code has the private items at hand too.
    doc.env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private-intra-doc-links");
    checked("cargo doc", doc)
}

fn native() -> Result<Counts> {
    counted("cargo test", cargo(&[&["test", "--package", "kroniek"], &CORE])?)
}

fn train() -> Result<Counts> {
    train::same_again().map(|()| Counts::default())
}

fn xtask() -> Result<Counts> {
    counted("cargo test", cargo(&[&["test", "--package", "xtask"]])?)
}

/// The core alone: what the page adds is tested in the built page.
fn wasm() -> Result<Counts> {
    tools::for_build()?;
    tools::for_browser()?;
    counted("cargo test", cargo(&[&["test", "--test", "web", "--features", "embedded-packs"], &WASM])?)
}

fn dist() -> Result<Counts> {
    build::dist().map(|()| Counts::default())
}

fn e2e() -> Result<Counts> {
    tools::for_browser()?;
    let mut playwright = command("playwright")?;
    playwright.args(["test", "--config", "tests/e2e/playwright.config.mjs"]);
    counted("playwright", playwright)
}

/// What the runners say.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct Counts {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Sums the closing lines of cargo's and Playwright's runners:
    /// `test result: ok. 5 passed; 0 failed; 1 ignored; ...` and `  12 passed (3.4s)`.
    fn read(log: &str) -> Self {
        let mut counts = Self::default();
        for line in log.lines() {
            let line = line.trim();
            let parts: Vec<&str> = match line.strip_prefix("test result: ") {
                Some(rest) => rest.split_once(". ").map_or(rest, |(_, rest)| rest).split("; ").collect(),
                None if line.starts_with(|c: char| c.is_ascii_digit()) => vec![line],
                None => continue,
            };
            for part in parts {
                let mut words = part.split(' ');
                let Some(number) = words.next().and_then(|word| word.parse::<u32>().ok()) else { continue };
                match words.next() {
                    Some("passed") => counts.passed += number,
                    Some("failed") => counts.failed += number,
                    Some("skipped" | "ignored") => counts.skipped += number,
                    _ => (),
                }
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn the_closing_lines_of_both_runners_are_summed() {
        let log = "running 5 tests\ntest a ... ok\n\
                   test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                   test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
                   Running 3 tests using 1 worker\n  2 skipped\n  12 passed (3.4s)\n";
        assert_eq!(Counts::read(log), Counts { passed: 19, failed: 0, skipped: 3 });
    }
}
