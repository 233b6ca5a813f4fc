//! The command line: arguments, files and messages around [`crate::pipeline::analyze`].

mod arguments;
mod failure;
mod site;
mod source;

use std::ffi::{OsStr, OsString};
use std::io::{Read, Write};

pub use failure::Failure;

use crate::analysis::Analysis;
use crate::export;
use crate::import;
use crate::intake;
use crate::lang::Language;
use crate::pipeline::{Options, analyze};
use crate::times::{DateSource, DocumentDate, PartialDate};
use arguments::{Action, Job};

/// What `--help` prints.
pub const HELP: &str = "\
kroniek reads news articles and tells who, what, where and when.

usage: kroniek analyze FILE... [--date DATE] [--lang nl|en|auto]
       kroniek export FORMAT FILE [--date DATE] [--lang nl|en|auto]
                      [--table TABLE] [--bom] [--view VIEW] [--source URL]
                      [--no-text]
       kroniek import MARKS [FILE] [--no-text]
       kroniek link FILE... [--date DATE] [--lang nl|en|auto]
       kroniek site FOLDER -o OUT [--base URL] [--explorer URL] [--title TITLE]
                      [--lang nl|en|auto]
       kroniek --help | --version

  FILE      a text, or - for standard input
  FORMAT    json             everything, offsets in Unicode code points
            csv              one table for a spreadsheet
            timelinejs       dated events for TimelineJS3
            web-annotation   W3C Web Annotation, JSON-LD
            conllu           a token a line, CoNLL-U
            brat             standoff .ann beside the text
            ics              dated events for a calendar
            tei              the article with its marks, TEI P5
            markdown         a summary to read
            svg              a timeline as a picture
            html             the article as a page with microdata
  --date    the day of publication: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM;
            without it the text and the file's name are searched for a date
  --lang    the article's language; auto, the default, looks at the words
  --table   of csv: quotes (the default), entities, events or times
  --bom     of csv: begin with a byte order mark, for Excel
  --view    of svg: events (the default) or speakers
  --source  where the article stands on the web; for web-annotation, html and ics
  --no-text of json: leave the article's text out

analyze prints one JSON object a file, each on a line of its own, without the text.

import reads the marks of a file that json or web-annotation wrote, also one that
somebody changed since, and prints the JSON again. FILE is the article, for marks
that do not hold it.

link prints what stands behind the page's address in a link that holds the article, a line a file.

site makes a page of every .txt, .md and .html of FOLDER, an oEmbed file beside each,
and an index. The pages need no JavaScript.
  --base      where OUT will stand on the web; oEmbed and Open Graph want whole addresses
  --explorer  where the explorer stands, for a link to it with the article open;
              without it OUT/explorer is taken, if it is there
  --title     the title of the index
";

/// Does what the arguments ask, and returns what went wrong, one item a file.
///
/// A file that cannot be read does not keep the next ones from being read.
pub fn run(arguments: &[OsString], input: &mut dyn Read, output: &mut dyn Write) -> Vec<Failure> {
    match arguments::parse(arguments) {
        Err(failure) => vec![failure],
        Ok(Action::Help) => print(output, HELP).err().into_iter().collect(),
        Ok(Action::Version) => {
            let version = concat!("kroniek ", env!("CARGO_PKG_VERSION"), "\n");
            print(output, version).err().into_iter().collect()
        }
        Ok(Action::Site(site)) => {
            let (count, mut failed) = site::write(&site);
            let told = format!("{count} articles in {}\n", site.out.display());
            if count > 0 {
                failed.extend(print(output, &told).err());
            }
            failed
        }
        Ok(Action::Link(job)) => {
            job.files.iter().filter_map(|file| link(&job, file, input, output).err()).collect()
        }
        Ok(Action::Import(job)) => import(&job, input, output).err().into_iter().collect(),
        Ok(Action::Write(job)) => {
            job.files.iter().filter_map(|file| write(&job, file, input, output).err()).collect()
        }
    }
}

fn write(job: &Job, file: &OsString, input: &mut dyn Read, output: &mut dyn Write) -> Result<(), Failure> {
    let (text, analysis) = read_article(file, input, job.language, job.date)?;
    let options = export::Options { address: job.address.as_deref(), ..job.options };
    print(output, &export::write(job.format, &text, &analysis, &options))
}

fn link(job: &Job, file: &OsString, input: &mut dyn Read, output: &mut dyn Write) -> Result<(), Failure> {
    let (text, analysis) = read_article(file, input, job.language, job.date)?;
    print(output, &["#d=", &site::link(&text, &analysis), "\n"].concat())
}

/// Marks back from a file, on the text of the article that is named too or in it.
fn import(job: &Job, input: &mut dyn Read, output: &mut dyn Write) -> Result<(), Failure> {
    let export = source::read(&job.files[0], input)?.text;
    let article = job.files.get(1).map(|file| source::read(file, input)).transpose()?;
    let article = article.map(|source| (intake::open(source.name.as_deref(), source.text), source.name));
    let given = article.as_ref().map(|(article, _)| &*article.text);
    let name = job.files[0].to_string_lossy().into_owned();
    let mut read = import::read(given, &export).map_err(|refusal| Failure::Marks(name, refusal))?;
    let (held, whole) = (read.text.take(), read.marks.whole);
    let mut options = read.options();
    let text = match (held, article) {
        (Some(text), _) => text,
        (None, Some((article, name))) => {
            if !whole {
                options =
                    Options { language: article.language, date: article.date, file_name: name, ..options };
            }
            article.text
        }
        (None, None) => String::new(),
    };
    let analysis = analyze(&text, &options);
    print(output, &export::write(job.format, &text, &analysis, &job.options))
}

/// The article of a file, and what is found in it.
fn read_article(
    file: &OsStr,
    input: &mut dyn Read,
    language: Option<Language>,
    date: Option<PartialDate>,
) -> Result<(String, Analysis), Failure> {
    let source = source::read(file, input)?;
    let article = intake::open(source.name.as_deref(), source.text);
    let date = date.map(|value| DocumentDate { value, source: DateSource::Reader });
    let options = Options {
        language: language.or(article.language),
        date: date.or(article.date),
        file_name: source.name,
        ..Options::default()
    };
    let analysis = analyze(&article.text, &options);
    Ok((article.text, analysis))
}

fn print(output: &mut dyn Write, text: &str) -> Result<(), Failure> {
    output.write_all(text.as_bytes()).map_err(Failure::Output)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(arguments: &[&str], input: &[u8]) -> (String, Vec<String>) {
        let arguments = arguments.iter().map(OsString::from).collect::<Vec<_>>();
        let mut output = Vec::new();
        let failed = run(&arguments, &mut &input[..], &mut output);
        let lines = failed.iter().map(ToString::to_string).collect();
        (String::from_utf8(output).unwrap(), lines)
    }

    #[test]
    fn standard_input_gives_one_line() {
        let (output, failed) = call(&["analyze", "-", "--date", "2022-03"], "Hallo, één.".as_bytes());
        assert!(failed.is_empty(), "{failed:?}");
        assert_eq!(output.lines().count(), 1);
        assert!(output.starts_with(r#"{"schema":"kroniek/1","language":"nl","date":{"value":"2022-03""#));
    }

    #[test]
    fn an_export_is_read_back() {
        let text = "\"Wij wachten 😀 af\", zei Jan de Vries gisteren.";
        let (written, _) = call(&["export", "json", "-", "--date", "2022-03-24"], text.as_bytes());
        assert!(written.contains(r#","text":"\"Wij wachten 😀 af\", zei"#));
        let changed = written.replace("2022-03-23", "2022-03-22");
        assert_eq!(call(&["import", "-"], changed.as_bytes()), (changed.clone(), Vec::new()));
        let (bare, _) = call(&["import", "-", "--no-text"], written.as_bytes());
        assert_eq!(bare, call(&["analyze", "-", "--date", "2022-03-24"], text.as_bytes()).0);
        assert!(!bare.contains("zei Jan"));
        let failed = call(&["import", "-"], bare.as_bytes()).1;
        assert_eq!(failed, ["-: marks without their article: name the article too"]);

        let file = std::env::temp_dir().join(format!("kroniek-import-{}.txt", std::process::id()));
        std::fs::write(&file, text).unwrap();
        let article = file.to_str().unwrap();
        assert_eq!(call(&["import", "-", article], bare.as_bytes()).0, written);
        let (notes, _) = call(&["export", "web-annotation", "-"], text.as_bytes());
        let (read, failed) = call(&["import", "-", article], notes.as_bytes());
        assert!(read.contains(r#""speaker":"e1","speaker_name":"Jan de Vries""#), "{read} {failed:?}");
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn every_mistake_gives_one_clear_line() {
        for (arguments, part) in [
            (&[][..], "kroniek --help"),
            (&["analyse", "x"], "no such command: analyse"),
            (&["analyze"], "which file"),
            (&["analyze", "/no/such/file"], "/no/such/file: no such file"),
            (&["analyze", "/"], "/: a folder"),
            (&["analyze", "-", "--date", "maart"], "not a date"),
            (&["analyze", "-", "--date"], "--date needs a value"),
            (&["analyze", "-", "--lang", "fr"], "nl, en or auto"),
            (&["analyze", "-", "--colour"], "no such option: --colour"),
            (&["export", "pdf", "-"], "the formats are: json, csv"),
            (&["export"], "the formats are: json"),
            (&["import", "-"], "not JSON"),
            (&["import", "-", "--lang", "nl"], "import takes a file of marks"),
            (&["export", "csv", "-", "--table", "people"], "quotes, entities, events, times"),
            (&["export", "svg", "-", "--view", "article"], "events, speakers"),
            (&["export", "tei", "-", "-"], "one file"),
            (&["site"], "which folder"),
            (&["site", "/no/such/folder", "-o", "/tmp"], "/no/such/folder: no such file"),
            (&["site", "/tmp"], "-o OUT"),
            (&["site", "a", "b", "-o", "c"], "one folder"),
        ] {
            let (output, failed) = call(arguments, b"Hallo.");
            assert_eq!(output, "");
            assert_eq!(failed.len(), 1, "{arguments:?}");
            assert!(failed[0].contains(part) && !failed[0].contains('\n'), "{}", failed[0]);
        }
    }

    #[test]
    fn a_link_a_file() {
        let (output, failed) = call(&["link", "-", "--date", "2022-03"], "Hallo, één.".as_bytes());
        assert!(failed.is_empty(), "{failed:?}");
        let payload = crate::share::read(output.trim().strip_prefix("#d=").unwrap()).unwrap();
        assert_eq!(
            (&*payload.text, payload.date.unwrap().to_string()),
            ("Hallo, één.", "2022-03".to_owned())
        );
    }

    #[test]
    fn help_names_every_format() {
        let (output, _) = call(&["--help"], b"");
        assert!(export::Format::ALL.iter().all(|format| output.contains(&format!(" {} ", format.name()))));
    }

    #[test]
    fn every_format_is_written() {
        for format in export::Format::ALL {
            let (output, failed) = call(&["export", format.name(), "-"], "\"Ja\", zei Jansen.".as_bytes());
            assert!(failed.is_empty(), "{failed:?}");
            assert!(output.ends_with('\n'), "{}", format.name());
        }
        let (output, _) = call(&["export", "csv", "--table=entities", "-", "--bom"], "Jansen".as_bytes());
        assert!(output.starts_with("\u{feff}start,end,text,entity"));
    }
}
