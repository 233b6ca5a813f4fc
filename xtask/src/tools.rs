//! The tools that the build and the tests need: which versions, whether they are there, and installing
//! what is missing into this folder. A tool on `PATH` with the right version is used as it is.

use std::fs;
use std::time::Instant;

use crate::Result;
use crate::run::{command, output, root, run, spoken, tools_folder};

const TRUNK: &str = "0.21.14";
const NODE: u32 = 20;
const TARGET: &str = "wasm32-unknown-unknown";

/// Everything that any command needs.
pub fn setup() -> Result<()> {
    for_build()?;
    for_browser()?;
    println!("everything is installed");
    Ok(())
}

/// What `dist/` is built with.
pub fn for_build() -> Result<()> {
    wasm_target()?;
    node()?;
    packages()?;
    wasm_bindgen()?;
    trunk()
}

/// A browser for the tests and measurements; `tests/e2e/browser.mjs` knows where to look.
pub fn for_browser() -> Result<()> {
    node()?;
    packages()?;
    run("looking for a browser", command("node")?.args(["tests/e2e/browser.mjs", "--install"]))
}

fn wasm_target() -> Result<()> {
    let sysroot = output("rustc", &["--print", "sysroot"]).ok_or("rustc is not installed, or not on PATH")?;
    let library = std::path::Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib");
    if library.is_dir() {
        return Ok(());
    }
    let mut rustup = command("rustup").map_err(|_| {
        format!(
            "Rust's standard library for {TARGET} is missing. With rustup (https://rustup.rs) this command \
             adds it by itself; with another Rust, install its package for that target."
        )
    })?;
    installing(&format!("the Rust target {TARGET}"), "half a minute", || {
        run("rustup", rustup.args(["target", "add", TARGET]))
    })
}

fn node() -> Result<()> {
    let advice = format!("Node.js {NODE} or newer is needed (https://nodejs.org, or your system's packages)");
    let version = output("node", &["--version"]).ok_or(format!("node was not found. {advice}."))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!("node on PATH is {version}. {advice}."));
    }
    Ok(())
}

/// `npm ci`, unless what package-lock.json asks for was installed before.
fn packages() -> Result<()> {
    let read = |name: &str| fs::read(root().join(name)).ok();
    let wanted = read("package-lock.json").ok_or("package-lock.json is missing")?;
    let stamp = "node_modules/.installed-lock";
    if read(stamp).as_ref() == Some(&wanted) {
        return Ok(());
    }
    let mut npm = command("npm").map_err(|error| format!("{error}: npm comes with Node.js"))?;
    npm.args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    installing("the npm development tools into node_modules/", "half a minute", || run("npm ci", &mut npm))?;
    fs::write(root().join(stamp), wanted).map_err(|error| format!("{stamp}: {error}"))
}

/// The command line tool must have exactly the version of the crate, which Cargo.lock tells.
fn wasm_bindgen() -> Result<()> {
    let lock =
        fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let wanted = locked_version(&lock, "wasm-bindgen").ok_or("wasm-bindgen is not in Cargo.lock")?;
    if has("wasm-bindgen", wanted) && has("wasm-bindgen-test-runner", wanted) {
        return Ok(());
    }
    // With --locked this version does not build with today's Rust.
    install_crate("wasm-bindgen-cli", wanted, &[])
}

fn trunk() -> Result<()> {
    if has("trunk", TRUNK) { Ok(()) } else { install_crate("trunk", TRUNK, &["--locked"]) }
}

/// Whether the program that children would find says that it has this version.
fn has(program: &str, wanted: &str) -> bool {
    output(program, &["--version"]).is_some_and(|text| text.split_whitespace().nth(1) == Some(wanted))
}

fn install_crate(name: &str, version: &str, more: &[&str]) -> Result<()> {
    let folder = tools_folder();
    let mut cargo = command("cargo")?;
    cargo.args(["install", name, "--version", version, "--force"]).args(more).arg("--root").arg(&folder);
    // A fast compile counts for more than a fast tool.
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    cargo.env("CARGO_TARGET_DIR", folder.join("build"));
    installing(&format!("{name} {version} into {}", folder.display()), "2 to 5 minutes", || {
        run("cargo install", &mut cargo)
    })?;
    // Hundreds of megabytes that nothing needs any more; a leftover does no harm.
    let _ = fs::remove_dir_all(folder.join("build"));
    Ok(())
}

fn installing(what: &str, time: &str, install: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("installing {what}; this takes {time}, once");
    let start = Instant::now();
    install().map_err(|error| format!("installing {what}: {error}"))?;
    println!("installed {what} in {}", spoken(start.elapsed()));
    Ok(())
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_of_the_crate_itself_and_of_no_namesake() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
