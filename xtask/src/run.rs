//! Finding and running other programs.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::Result;

/// The repository's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the repository").to_path_buf()
}

/// Where our own copies of tools are installed: `.tools/`, or the folder that KRONIEK_TOOLS names, which
/// several clones can share.
pub fn tools_folder() -> PathBuf {
    env::var_os("KRONIEK_TOOLS").map_or_else(|| root().join(".tools"), PathBuf::from)
}

/// The folders that children search for programs: ours first, then `PATH`.
fn search_path() -> Vec<PathBuf> {
    let mut folders = vec![tools_folder().join("bin"), root().join("node_modules/.bin")];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    folders
}

/// Finds a program in the folders that children search. On Windows npm and its tools are `.cmd` files,
/// which [`Command`] starts only when it is given the whole name.
pub fn find(program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    let mut places = search_path()
        .into_iter()
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))));
    places.find(|place| place.is_file())
}

/// A command in the repository's folder, with our folders first on its `PATH`.
pub fn command(program: &str) -> Result<Command> {
    let found = if program == "cargo" {
        env::var_os("CARGO").map(PathBuf::from).or_else(|| find(program))
    } else {
        find(program)
    };
    let found = found.ok_or_else(|| format!("{program} is not installed, or not on PATH"))?;
    let path: OsString = env::join_paths(search_path()).map_err(|error| format!("PATH: {error}"))?;
    let mut command = Command::new(found);
    command.current_dir(root()).env("PATH", path);
    Ok(command)
}

/// What a program writes on standard output; `None` when it is missing or fails.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = command(program).ok()?.args(args).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started or does not end with success; `what` names it in the message.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("{what} could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{what} failed ({status})")) }
}

/// Like [`run`], and returns what was written on standard output, which is shown as it comes.
///
/// # Errors
/// As [`run`].
pub fn run_and_read(what: &str, command: &mut Command) -> Result<String> {
    let start = |error| format!("{what} could not be started: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(start)?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        let mut screen = std::io::stdout();
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|error| format!("{what}: {error}"))?;
            let line = String::from_utf8_lossy(&line);
            // A closed screen (`| head`) is no reason to stop.
            let _ = writeln!(screen, "{line}").and_then(|()| screen.flush());
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait().map_err(|error| format!("{what}: {error}"))?;
    if status.success() { Ok(text) } else { Err(format!("{what} failed ({status})")) }
}

/// A time for a person: `0.4 s`, `12 s`, `3 min 20 s`.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..120 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}
