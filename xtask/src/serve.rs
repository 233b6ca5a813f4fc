//! `cargo xtask serve`: builds the page, serves dist/ on this machine and opens the browser.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::run::root;
use crate::{Result, build, tools};

struct Choices {
    port: Option<u16>,
    base: String,
    open: bool,
    build: bool,
    watch: bool,
}

/// Runs until it is stopped.
pub fn command_line(words: &[String]) -> Result<()> {
    let choices = read(words)?;
    if choices.build {
        build::dist()?;
    }
    let dist = root().join("dist");
    if !dist.join("index.html").is_file() {
        return Err("dist/index.html is missing: run without --no-build".into());
    }
    let listener = listen(choices.port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let address = format!("http://{address}{}", choices.base);
    let watcher = if choices.watch { Some(watch()?) } else { None };
    println!("\nKroniek is at {address}   (Ctrl+C stops)");
    if choices.open {
        open(&address);
    }
    let served = accept(&listener, &dist, &choices.base);
    if let Some(mut watcher) = watcher {
        let _ = watcher.kill();
    }
    served
}

fn read(words: &[String]) -> Result<Choices> {
    let mut choices = Choices { port: None, base: "/".into(), open: true, build: true, watch: false };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--no-open" => choices.open = false,
            "--no-build" => choices.build = false,
            "--watch" => choices.watch = true,
            "--port" => {
                let port = value()?.parse().map_err(|_| "--port needs a number below 65536")?;
                choices.port = Some(port);
            }
            "--base" => choices.base = format!("/{}/", value()?.trim_matches('/')).replace("//", "/"),
            _ => return Err(format!("serve does not know {word}")),
        }
    }
    Ok(choices)
}

/// The port asked for, else 8080, else any that is free.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let on = |port| TcpListener::bind(("127.0.0.1", port)).map_err(|error| format!("port {port}: {error}"));
    match port {
        Some(port) => on(port),
        None => on(8080).or_else(|_| on(0)),
    }
}

/// Trunk builds again after every change; unminified, which is quicker.
fn watch() -> Result<Child> {
    tools::for_build()?;
    let mut trunk = build::trunk()?;
    trunk.args(["watch", "--release", "--offline"]);
    trunk.spawn().map_err(|error| format!("trunk watch: {error}"))
}

/// Opens the reader's browser. Where that is impossible (a server without a screen) the address that was
/// printed will do.
fn open(address: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let quiet = || Stdio::null();
    let mut command = Command::new(program);
    let _ = command.args(before).arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}

fn accept(listener: &TcpListener, dist: &Path, base: &str) -> Result<()> {
    for stream in listener.incoming() {
        let (dist, base) = (dist.to_path_buf(), base.to_string());
        match stream {
            // A connection that breaks off concerns nobody but its browser.
            Ok(stream) => drop(std::thread::spawn(move || answer(stream, &dist, &base))),
            Err(error) => eprintln!("a connection failed: {error}"),
        }
    }
    Ok(())
}

/// Answers one request and closes the connection.
fn answer(mut stream: TcpStream, dist: &Path, base: &str) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    // A request line and headers longer than this come from no browser.
    let mut reader = BufReader::new(stream.try_clone()?.take(64 * 1024));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut parts = request.split(' ');
    let (method, target) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (status, kind, body) = match method {
        "GET" | "HEAD" => respond(target, dist, base),
        _ => ("405 Method Not Allowed", PLAIN, b"only GET and HEAD\n".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// A service worker that takes itself out of the browser.
const RETIRE: &str = "addEventListener('install', () => skipWaiting());\n\
                      addEventListener('activate', () => registration.unregister());\n";

const PLAIN: &str = "text/plain; charset=utf-8";

fn respond(target: &str, dist: &Path, base: &str) -> (&'static str, &'static str, Vec<u8>) {
    match locate(target, dist, base).and_then(|path| Some((mime(&path), fs::read(path).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        // `--watch` makes none; one from an earlier build would go on showing that.
        None if target == [base, "sw.js"].concat() => ("200 OK", mime("sw.js".as_ref()), RETIRE.into()),
        None => ("404 Not Found", PLAIN, format!("not found; the page is at {base}\n").into_bytes()),
    }
}

/// The file that a request's target names; `None` outside the base or for any name that is not a plain one.
fn locate(target: &str, dist: &Path, base: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix(base)?;
    let path = if path.is_empty() { "index.html" } else { path };
    // Our own file names hold nothing else, so a name needs no decoding and cannot leave the folder.
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    path.split('/').all(plain).then(|| dist.join(path))
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => PLAIN,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_under_the_base_are_served() {
        let locate = |target| locate(target, Path::new("dist"), "/kroniek/");
        assert_eq!(locate("/kroniek/"), Some(PathBuf::from("dist/index.html")));
        assert_eq!(locate("/kroniek/worker.js?v=1"), Some(PathBuf::from("dist/worker.js")));
        for bad in [
            "/",
            "/other/a.js",
            "/kroniek/../Cargo.toml",
            "/kroniek/%2e%2e/Cargo.toml",
            "/kroniek//etc/passwd",
            "/kroniek/.git",
            "/kroniek/..\\Cargo.toml",
            "/kroniek/C:\\x",
            "",
        ] {
            assert_eq!(locate(bad), None, "{bad}");
        }
    }
}
