//! What is found in each article of `tests/articles`, beside what was found before.
//!
//! `UPDATE_EXPECT=1 cargo test --no-default-features --features cli --test snapshots` writes the snapshots
//! anew; read the difference before you commit it.

mod snapshot;

use std::fs;
use std::path::{Path, PathBuf};

use kroniek::{Options, analyze};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The files of a folder with their stems, in order of name.
fn files(folder: &Path, extension: &str) -> Vec<(String, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("a folder entry").path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| (path.file_stem().expect("a file name").to_string_lossy().into_owned(), path))
        .collect();
    files.sort();
    files
}

#[test]
fn articles_give_what_they_gave() {
    let articles = files(&folder("articles"), "txt");
    assert!(articles.len() >= 8, "the articles are gone");
    for (name, path) in &articles {
        let text = fs::read_to_string(path).expect("articles are UTF-8");
        let options = Options { file_name: Some(format!("{name}.txt")), ..Options::default() };
        let found = snapshot::render(&text, &analyze(&text, &options));
        expect_test::expect_file![folder("snapshots").join(format!("{name}.snap"))].assert_eq(&found);
    }
}

#[test]
fn every_snapshot_has_its_article() {
    let articles = files(&folder("articles"), "txt");
    for (name, path) in files(&folder("snapshots"), "snap") {
        assert!(articles.iter().any(|(article, _)| *article == name), "{} has no article", path.display());
    }
}

#[test]
fn every_article_is_compiled_in() {
    let names: Vec<_> = files(&folder("articles"), "txt").into_iter().map(|(name, _)| name).collect();
    let compiled: Vec<_> = snapshot::articles::ARTICLES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names, compiled, "tests/snapshot/articles.rs lists every article");
}

/// `tests/web.rs` compares a browser's bytes with the same file.
#[test]
fn analysis_json_is_the_same_bit_for_bit() {
    let expected = expect_test::expect_file![folder("snapshots").join("json.checksums")];
    expected.assert_eq(&snapshot::articles::checksums());
}
