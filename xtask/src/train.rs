//! `cargo xtask train`: the models that are shipped, made again from the corpus and lists in train/.

use std::fs;

use crate::Result;
use crate::run::{command, root, run};

/// Trains the tagger of names and writes models/nl.names. Options go to the trainer (train/src/names.rs).
pub fn command_line(options: &[String]) -> Result<()> {
    let mut cargo = command("cargo")?;
    cargo.args(["run", "--quiet", "--release", "--package", "kroniek-train", "--", "names"]).args(options);
    run("training", &mut cargo)
}

/// Trains once more and compares with the model in the tree: the same bytes, whatever the machine.
///
/// # Errors
/// When training fails, or when the corpus, the lists or the trainer have changed and the model has not.
pub fn same_again() -> Result<()> {
    let path = root().join("models/nl.names");
    let read = || fs::read(&path).map_err(|error| format!("{}: {error}", path.display()));
    let before = read()?;
    command_line(&[])?;
    if read()? == before {
        println!("the model in the tree is what train/ makes");
        return Ok(());
    }
    Err("models/nl.names was not what train/ makes; it is now, so look at the figures and commit it"
        .to_owned())
}
