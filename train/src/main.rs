//! Trains the models that Kroniek ships.

mod novels;
mod quoted;
mod speakers;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let done = match arguments.first().map(String::as_str) {
        Some("speakers") => speakers::main(&arguments[1..]),
        _ => Err("usage: kroniek-train speakers ARTICLES [--novels OPENBOEK] [--evaluate]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
