//! `cargo xtask build`: dist/, for any static host under any sub-path.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::Result;
use crate::run::{command, root, run, spoken};
use crate::tools;

#[path = "../../src/lang/packing.rs"]
mod packing;

/// Builds dist/ and prints the size of each file.
pub fn command_line() -> Result<()> {
    dist()?;
    println!("dist/ is ready: put its files on any static host, in any folder");
    Ok(())
}

/// Installs what is missing and builds dist/.
///
/// # Errors
/// When a tool fails, or when the page has outgrown its budget of bytes.
pub fn dist() -> Result<()> {
    tools::for_build()?;
    let start = Instant::now();
    fetch()?;
    run("trunk build", trunk()?.args(["build", "--release", "--offline"]))?;
    run("finishing dist/", command("node")?.args(["xtask/dist.mjs", "dist"]))?;
    println!("built dist/ in {}", spoken(start.elapsed()));
    Ok(())
}

/// Writes the language packs and the model of names, which the worker fetches for an article, into the folder where trunk
/// puts the page together: a hook in Trunk.toml asks for this.
pub fn packs() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").ok_or("packs: only trunk runs this")?;
    let folder = Path::new(&folder);
    for code in ["nl", "en"] {
        packing::make(&root().join("src/lang"), code)
            .and_then(|pack| fs::write(folder.join(code).with_extension("pack"), pack))
            .map_err(|error| format!("making the pack {code}: {error}"))?;
    }
    let names = root().join("models/nl.names");
    fs::copy(&names, folder.join("nl.names")).map_err(|error| format!("{}: {error}", names.display()))?;
    Ok(())
}

/// How much a function may cost to be written out where it is called. The smallest size asks for 5, with which every step
/// of an iterator is a call.
const INLINED: u32 = 25;

/// A trunk that downloads nothing: every tool it uses is on the `PATH` of its process.
pub fn trunk() -> Result<Command> {
    let mut trunk = command("trunk")?;
    // Trunk takes NO_COLOR for a flag that must be "true" or "false".
    trunk.env_remove("NO_COLOR").arg("--skip-version-check");
    // Panic messages name the files of crates. Where this machine keeps them is nobody's business, and the
    // page is the same bytes wherever it is built.
    let mut flags = vec![format!("-Cllvm-args=-inline-threshold={INLINED}")];
    if let Some(crates) = crates_folder() {
        flags.push(format!("--remap-path-prefix={}=", crates.display()));
    }
    trunk.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    Ok(trunk)
}

/// Where cargo unpacks the crates.
fn crates_folder() -> Option<PathBuf> {
    let home =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let sources = home.join("registry").join("src");
    // One folder a registry; the longest prefix wins, so a single one is enough.
    let registry = fs::read_dir(&sources).ok()?.flatten().map(|entry| entry.path()).next();
    registry.or(Some(sources))
}

/// Downloads the crates, which trunk's `--offline` forbids cargo to do.
pub fn fetch() -> Result<()> {
    run("cargo fetch", command("cargo")?.args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]))
}
