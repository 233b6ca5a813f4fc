//! Trains the models that Kroniek ships. `cargo xtask train` runs it.

mod corpus;
mod crf;
mod events;
mod export;
mod lists;
mod names;
mod neural;
mod novels;
mod quoted;
mod random;
mod speakers;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let done = match arguments.first().map(String::as_str) {
        Some("events") => events::main(&arguments[1..]),
        Some("names") => names::main(&arguments[1..]),
        Some("neural") => neural::main(&arguments[1..]),
        Some("speakers") => speakers::main(&arguments[1..]),
        _ => Err("usage: kroniek-train events [ARTICLES] [--evaluate] [--held-out]
       \
                  kroniek-train names [--only-evaluate] [--without LIST,...]\n       \
                  kroniek-train neural [--rounds N] [--rate R] [--out FILE]\n       \
                  kroniek-train speakers ARTICLES [--novels OPENBOEK] [--evaluate]"
            .to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
