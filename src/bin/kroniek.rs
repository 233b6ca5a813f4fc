//! The command line.

use std::io::{self, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1).collect::<Vec<_>>();
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut failed = kroniek::cli::run(&arguments, &mut io::stdin().lock(), &mut output);
    if let Err(error) = output.flush() {
        failed.push(kroniek::cli::Failure::Output(error));
    }
    // A reader that has seen enough (`kroniek ... | head`) is no failure.
    failed.retain(|failure| !failure.is_closed_pipe());
    for failure in &failed {
        eprintln!("kroniek: {failure}");
    }
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
