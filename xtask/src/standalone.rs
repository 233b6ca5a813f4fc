//! `cargo xtask standalone`: one HTML file of the page and an article, which opens without a network.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::run::command;
use crate::{Result, build};

struct Choices {
    articles: Vec<String>,
    out: Option<PathBuf>,
    build: bool,
    /// Passed on to `kroniek link`.
    more: Vec<String>,
}

/// Makes a file of each article.
pub fn command_line(words: &[String]) -> Result<()> {
    let choices = read(words)?;
    if choices.build {
        build::dist()?;
    }
    let several = choices.articles.len() > 1;
    for article in &choices.articles {
        let out = place(article, choices.out.as_deref(), several)?;
        let link = link(article, &choices.more)?;
        compose(&link, &out)?;
    }
    Ok(())
}

fn read(words: &[String]) -> Result<Choices> {
    let mut choices = Choices { articles: Vec::new(), out: None, build: true, more: Vec::new() };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().cloned().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "-o" | "--out" => choices.out = Some(value()?.into()),
            "--no-build" => choices.build = false,
            "--date" | "--lang" => choices.more.extend([word.clone(), value()?]),
            _ if word.starts_with('-') => return Err(format!("standalone does not know {word}")),
            _ => choices.articles.push(word.clone()),
        }
    }
    if choices.articles.is_empty() {
        return Err("which article? Name a file".into());
    }
    Ok(choices)
}

/// Where the file of an article goes: a file for one, a folder for several, else beside the article.
fn place(article: &str, out: Option<&Path>, several: bool) -> Result<PathBuf> {
    let article = Path::new(article);
    let beside = article.with_extension("kroniek.html");
    let out = match out {
        None => beside,
        Some(out) if several || out.is_dir() => {
            std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
            out.join(article.file_stem().unwrap_or(article.as_os_str())).with_added_extension("html")
        }
        Some(out) => out.to_path_buf(),
    };
    // The tools run in the repository's folder.
    std::path::absolute(&out).map_err(|error| format!("{}: {error}", out.display()))
}

/// The article in a link, which `kroniek link` makes of it.
fn link(article: &str, more: &[String]) -> Result<String> {
    let file = std::path::absolute(article).map_err(|error| format!("{article}: {error}"))?;
    let mut cargo = command("cargo")?;
    cargo.args(["run", "--quiet", "--release", "--no-default-features", "--features", "cli"]);
    cargo.args(["--bin", "kroniek", "--", "link"]).arg(file).args(more);
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("kroniek could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("{article}: no link could be made of it"));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// Long links do not fit on a command line: this one goes through standard input.
fn compose(link: &str, out: &Path) -> Result<()> {
    let mut node = command("node")?;
    node.args(["xtask/standalone.mjs", "dist"]).arg(out).arg("-").stdin(Stdio::piped());
    let mut child = node.spawn().map_err(|error| format!("node could not be started: {error}"))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(link.as_bytes()).map_err(|error| error.to_string())?;
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("making {} failed", out.display())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_article_has_a_file_and_several_a_folder() {
        let words = ["a.txt", "-o", "b.html", "--date", "2022", "--no-build"].map(str::to_owned);
        let choices = read(&words).unwrap();
        assert_eq!((choices.articles.len(), choices.build), (1, false));
        assert_eq!(choices.more, ["--date", "2022"]);
        assert!(place("x/a.txt", choices.out.as_deref(), false).unwrap().ends_with("b.html"));
        assert!(place("x/a.b.txt", None, false).unwrap().ends_with("x/a.b.kroniek.html"));
        let folder = std::env::temp_dir().join("kroniek-standalone-test");
        assert!(
            place("x/a.b.txt", Some(&folder), true).unwrap().ends_with("kroniek-standalone-test/a.b.html")
        );
        for wrong in [&[][..], &["--out"], &["--colour", "a"]] {
            let words: Vec<String> = wrong.iter().map(|word| (*word).to_owned()).collect();
            assert!(read(&words).is_err(), "{wrong:?}");
        }
    }
}
