//! The project's own commands: `cargo xtask help` lists them.

mod bench;
mod build;
mod run;
mod serve;
mod standalone;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

/// A result whose error is a message for the person at the keyboard.
type Result<T> = std::result::Result<T, String>;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-open] [--no-build] [--watch] [--base /PATH/]
                   build the page, serve it on this machine and open the browser;
                   --watch builds again after every change
  build            build dist/, for any static host under any sub-path
  standalone ARTICLE ... [-o OUT] [--date DATE] [--lang nl|en|auto] [--no-build]
                   one HTML file of the page and an article, which opens without a
                   network; several articles get a file each, in the folder OUT
  test [--list] [STEP ...]
                   run every check and test, or only the steps named
  bench [--no-build]
                   measure the built page in a browser, beside wink-nlp and compromise
  train [OPTION ...]
                   make the models that are shipped once more, bit for bit, from train/
  setup            install what the others need, and nothing else

Missing tools are installed into node_modules/ and .tools/ of this folder (KRONIEK_TOOLS names another).
The tests use the browser named by KRONIEK_CHROMIUM, else the Chromium, Chrome or Edge they find.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) =
        words.split_first().map_or(("help", &[][..]), |(first, rest)| (first.as_str(), rest));
    let outcome = match command {
        "packs" => no_more(rest).and_then(|()| build::packs()),
        "serve" => serve::command_line(rest),
        "build" => no_more(rest).and_then(|()| build::command_line()),
        "standalone" => standalone::command_line(rest),
        "test" => test::command_line(rest),
        "bench" => bench::command_line(rest),
        "train" => train::command_line(rest),
        "setup" => no_more(rest).and_then(|()| tools::setup()),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("no such command: {other}\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}

fn no_more(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(format!("unexpected: {word}\n\n{HELP}")),
    }
}
