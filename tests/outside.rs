//! Test suites of others, where they are on this machine: `KRONIEK_OUTSIDE=FOLDER`, or `../shared/data`.
//!
//! `cargo test --no-default-features --features cli --test outside`

#[path = "exports/csv.rs"]
mod csv;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

fn main() -> ExitCode {
    let folder = std::env::var_os("KRONIEK_OUTSIDE").map(PathBuf::from).or_else(|| {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
        beside.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir())
    });
    let Some(folder) = folder else {
        println!("SKIPPED: no test suites of others on this machine (KRONIEK_OUTSIDE names their folder)");
        return ExitCode::SUCCESS;
    };
    let right = [annotations(&folder.join("web_annotation_samples")), spectrum(&folder.join("csv_spectrum"))];
    reference(&folder.join("../gold/seed.txt"));
    if right.iter().all(|&right| right) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How long the reference article's link is.
fn reference(file: &Path) {
    let Ok(text) = fs::read_to_string(file) else { return println!("SKIPPED: no {}", file.display()) };
    let payload = kroniek::share::Payload { text, ..Default::default() };
    let length = |level| {
        kroniek::share::write(&payload, |bytes| miniz_oxide::deflate::compress_to_vec(bytes, level)).len()
    };
    println!("link of the reference article: {} characters (level 6), {} (level 9)", length(6), length(9));
}

fn files(folder: &Path) -> Option<Vec<(String, String)>> {
    let entries = fs::read_dir(folder).ok()?.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = entries
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("UTF-8"))
        })
        .collect();
    files.sort();
    Some(files)
}

/// The W3C's samples: the right ones are read, the wrong ones refused. Most wrong ones also have two ids, which
/// is what is found first; each is tried once more without that.
fn annotations(folder: &Path) -> bool {
    let (Some(correct), Some(incorrect)) = (files(&folder.join("correct")), files(&folder.join("incorrect")))
    else {
        println!("SKIPPED: no {}", folder.display());
        return true;
    };
    let mut read = 0;
    for (name, text) in &correct {
        match kroniek::import::read(Some(""), text) {
            Ok(_) => read += 1,
            Err(refusal) => println!("  refused, and right: {name}: {refusal}"),
        }
    }
    let (mut refused, mut own) = (0, 0);
    for (name, text) in &incorrect {
        let Err(refusal) = kroniek::import::read(Some(""), text) else {
            println!("  read, and wrong: {name}");
            continue;
        };
        refused += 1;
        let mended =
            text.replace("[\"http://example.org/1\", \"http://example.org/2\"]", "\"http://example.org/1\"");
        let mended = mended.replace(",\n}", "\n}").replace(",\n  }", "\n  }");
        match kroniek::import::read(Some(""), &mended) {
            Err(refusal) => own += usize::from(!matches!(refusal, kroniek::import::Refusal::Json(_))),
            Ok(_) => println!("  {name}: {refusal}; otherwise right"),
        }
    }
    println!("Web Annotation: {read} of {} right samples read", correct.len());
    println!(
        "Web Annotation: {refused} of {} wrong samples refused, {own} of them for a must of their own",
        incorrect.len()
    );
    read == correct.len() && refused == incorrect.len()
}

/// csv-spectrum: the reader of CSV that judges our exports reads its files as it says.
fn spectrum(folder: &Path) -> bool {
    let (Some(tables), Some(expected)) = (files(&folder.join("csvs")), files(&folder.join("json"))) else {
        println!("SKIPPED: no {}", folder.display());
        return true;
    };
    let mut right = 0;
    for ((name, table), (_, expected)) in tables.iter().zip(&expected) {
        let rows = csv::csv(table).unwrap_or_default();
        let expected: Value = serde_json::from_str(expected).expect("JSON");
        let objects: Vec<Value> = rows[1..]
            .iter()
            .map(|row| {
                rows[0]
                    .iter()
                    .cloned()
                    .zip(row.iter().cloned().map(Value::String))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            })
            .collect();
        if Value::Array(objects) == expected {
            right += 1;
        } else {
            println!("  other than expected: {name}");
        }
    }
    println!("csv-spectrum: {right} of {} files read as expected", tables.len());
    // location_coordinates.json is one object with another number than its table has: it cannot be met.
    right + 1 >= tables.len()
}
