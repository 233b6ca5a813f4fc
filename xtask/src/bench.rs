//! `cargo xtask bench`: the built page in a browser, beside wink-nlp and compromise.

use crate::run::{command, run};
use crate::{Result, build, tools};

/// Builds dist/ unless told not to, and measures.
pub fn command_line(words: &[String]) -> Result<()> {
    match words {
        [] => build::dist()?,
        [word] if word == "--no-build" => (),
        _ => return Err("bench knows only --no-build".into()),
    }
    tools::for_browser()?;
    run("the browser bench", command("node")?.arg("benches/browser/run.mjs"))
}
