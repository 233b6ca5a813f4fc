//! From words on the command line to what is asked.

use std::ffi::OsString;
use std::path::PathBuf;

use super::Failure;
use super::site::Site;
use crate::export::{self, Format, Table, View};
use crate::lang::Language;
use crate::times::PartialDate;

/// What is asked.
pub(super) enum Action {
    /// `--help`.
    Help,
    /// `--version`.
    Version,
    /// Read files and write their analysis.
    Write(Job),
    /// Read files and write the link that holds each.
    Link(Job),
    /// Read marks back and write the analysis.
    Import(Job),
    /// Make pages of a folder.
    Site(Site),
}

/// Files to read, and how to write what is found.
pub(super) struct Job {
    pub format: Format,
    pub options: export::Options<'static>,
    pub address: Option<String>,
    pub files: Vec<OsString>,
    pub date: Option<PartialDate>,
    pub language: Option<Language>,
}

/// Reads the arguments after the program's name. Options may stand anywhere after the command.
pub(super) fn parse(arguments: &[OsString]) -> Result<Action, Failure> {
    let mut rest = arguments.iter();
    let command = rest.next().map(|word| word.to_string_lossy()).unwrap_or_default();
    let format = match &*command {
        "--help" | "-h" | "help" => return Ok(Action::Help),
        "--version" | "-V" => return Ok(Action::Version),
        "analyze" | "link" | "import" => Format::Json,
        "export" => self::format(rest.next())?,
        "site" => return site(rest),
        "" => return Err(wrong("nothing to do")),
        other => {
            return Err(wrong(format!(
                "no such command: {other}; there are analyze, export, import, link and site"
            )));
        }
    };
    let mut job = Job {
        format,
        options: export::Options { without_text: command == "analyze", ..Default::default() },
        address: None,
        files: Vec::new(),
        date: None,
        language: None,
    };
    while let Some(word) = rest.next() {
        let text = word.to_string_lossy();
        let (name, inline) = match text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (&*text, None),
        };
        let mut value = || {
            let given = inline.clone().or_else(|| Some(rest.next()?.to_string_lossy().into_owned()));
            given.ok_or_else(|| wrong(format!("{name} needs a value")))
        };
        match name {
            "--help" | "-h" => return Ok(Action::Help),
            "--date" => job.date = Some(date(&value()?)?),
            "--lang" => job.language = language(&value()?)?,
            "--table" => job.options.table = one_of("--table", &value()?, &Table::ALL, Table::name)?,
            "--view" => job.options.view = one_of("--view", &value()?, &View::ALL, View::name)?,
            "--bom" => job.options.byte_order_mark = true,
            "--no-text" => job.options.without_text = true,
            "--source" => job.address = Some(value()?),
            "-" => job.files.push(word.clone()),
            _ if name.starts_with('-') => return Err(wrong(format!("no such option: {name}"))),
            _ => job.files.push(word.clone()),
        }
    }
    if job.files.is_empty() {
        return Err(wrong("which file? Name one, or - for standard input"));
    }
    if job.files.len() > 1 && format != Format::Json {
        return Err(wrong(format!("export {} takes one file", format.name())));
    }
    if command == "import" && (job.files.len() > 2 || job.date.is_some() || job.language.is_some()) {
        return Err(wrong("import takes a file of marks, and the article if it does not hold it"));
    }
    Ok(match &*command {
        "link" => Action::Link(job),
        "import" => Action::Import(job),
        _ => Action::Write(job),
    })
}

fn site<'a>(mut rest: impl Iterator<Item = &'a OsString>) -> Result<Action, Failure> {
    let (mut folder, mut out) = (None, None);
    let (mut base, mut explorer, mut title, mut language) = (String::new(), None, None, None);
    while let Some(word) = rest.next() {
        let name = word.to_string_lossy();
        let mut value = || rest.next().ok_or_else(|| wrong(format!("{name} needs a value")));
        let text = |value: &OsString| value.to_string_lossy().into_owned();
        match &*name {
            "--help" | "-h" => return Ok(Action::Help),
            "-o" | "--out" => out = Some(PathBuf::from(value()?)),
            "--base" => base = text(value()?).trim_end_matches('/').to_owned() + "/",
            "--explorer" => explorer = Some(text(value()?)),
            "--title" => title = Some(text(value()?)),
            "--lang" => language = self::language(&text(value()?))?,
            option if option.starts_with('-') => return Err(wrong(format!("no such option: {option}"))),
            _ if folder.is_some() => return Err(wrong("site takes one folder")),
            _ => folder = Some(PathBuf::from(word)),
        }
    }
    let folder = folder.ok_or_else(|| wrong("which folder? Name the one with the articles"))?;
    let out = out.ok_or_else(|| wrong("where to? Say -o OUT"))?;
    let beside = || out.join("explorer/index.html").is_file().then(|| "explorer/".to_owned());
    let explorer = explorer.or_else(beside);
    Ok(Action::Site(Site { folder, out, base, explorer, title, language }))
}

fn format(name: Option<&OsString>) -> Result<Format, Failure> {
    let found = name.and_then(|name| Format::from_name(name.to_str()?));
    found.ok_or_else(|| {
        let known = Format::ALL.map(Format::name).join(", ");
        match name {
            Some(name) => wrong(format!("no such format: {}; the formats are: {known}", name.display())),
            None => wrong(format!("export needs a format; the formats are: {known}")),
        }
    })
}

/// The one of `all` that is called `word`.
fn one_of<T: Copy>(option: &str, word: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, Failure> {
    all.iter().copied().find(|&value| name(value) == word).ok_or_else(|| {
        let known = all.iter().map(|&value| name(value)).collect::<Vec<_>>().join(", ");
        wrong(format!("{option} {word}: choose one of {known}"))
    })
}

fn date(text: &str) -> Result<PartialDate, Failure> {
    text.parse().map_err(|error| wrong(format!("--date {text}: {error}")))
}

fn language(text: &str) -> Result<Option<Language>, Failure> {
    match text {
        "auto" => Ok(None),
        "nl" | "en" => Ok(Language::from_code(text)),
        _ => Err(wrong(format!("--lang {text}: the languages are nl, en or auto"))),
    }
}

fn wrong(what: impl Into<String>) -> Failure {
    Failure::Arguments(what.into())
}
