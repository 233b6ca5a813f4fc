//! `kroniek site` over the test articles and hostile ones.

#[path = "exports/html.rs"]
mod html;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn run(arguments: &[&str]) -> (String, Vec<String>) {
    let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    let mut output = Vec::new();
    let failed = kroniek::cli::run(&arguments, &mut std::io::empty(), &mut output);
    (String::from_utf8(output).expect("UTF-8"), failed.iter().map(ToString::to_string).collect())
}

fn check(out: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(out).expect("pages") {
        let path = entry.expect("a page").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let content = fs::read_to_string(&path).expect("UTF-8");
        if name.ends_with(".html") {
            html::html(&content).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            assert!(content.contains("<title>") && content.contains("<html lang="), "{name}");
        } else {
            let value: Value = serde_json::from_str(&content).expect("oEmbed");
            assert_eq!((&value["version"], &value["type"]), (&Value::from("1.0"), &Value::from("rich")));
            assert!(value["width"].is_u64() && value["height"].is_u64());
            assert!(
                value["html"]
                    .as_str()
                    .is_some_and(|html| html.starts_with("<iframe src=") && !html.contains('\n'))
            );
        }
        names.push(name);
    }
    names.sort();
    names
}

#[test]
fn a_folder_becomes_pages() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let out = folder("site-articles");
    let (told, failed) = run(&[
        "site",
        articles.to_str().expect("a path"),
        "-o",
        out.to_str().expect("a path"),
        "--base",
        "https://krant.example/kroniek",
        "--explorer",
        "https://krant.example/explorer/",
    ]);
    assert!(failed.is_empty(), "{failed:?}");
    assert!(told.starts_with("8 articles"), "{told}");
    let names = check(&out);
    assert_eq!(names.len(), 17, "{names:?}");
    let page = fs::read_to_string(out.join("regional-bridge.html")).expect("a page");
    for part in [
        "property=\"og:title\"",
        "property=\"og:description\"",
        "property=\"og:url\" content=\"https://krant.example/kroniek/regional-bridge.html\"",
        "application/json+oembed",
        "https://schema.org/NewsArticle",
        "<meta name=\"description\"",
        "<svg",
    ] {
        assert!(page.contains(part), "no {part}");
    }
    let (_, link) = page.split_once("https://krant.example/explorer/#d=").expect("a link to the explorer");
    let (link, _) = link.split_once('"').expect("its end");
    let payload = kroniek::share::read(link).expect("a right link");
    assert_eq!(payload.text, fs::read_to_string(articles.join("regional-bridge.txt")).expect("UTF-8"));
}

#[test]
fn hostile_articles_stay_text() {
    let articles = folder("site-hostile");
    let out = folder("site-hostile-out");
    let hostile =
        "</title><script>alert(1)</script> \"x\" onload=y\n\n\"]]></script>\", zei <b>Jan</b> de Vries.";
    fs::write(articles.join("a \"b\" <c>.txt"), hostile).expect("an article");
    fs::write(articles.join("index.txt"), "Kort.").expect("an article");
    fs::write(articles.join("binary.txt"), b"\0\x01\x02\x03\0\0").expect("no article");
    fs::write(articles.join("other.pdf"), "none").expect("no article");
    let (told, failed) = run(&[
        "site",
        articles.to_str().expect("a path"),
        "-o",
        out.to_str().expect("a path"),
        "--title",
        "<i>T",
    ]);
    assert_eq!((failed.len(), told.starts_with("2 articles")), (1, true), "{failed:?} {told}");
    let names = check(&out);
    assert_eq!(
        names,
        ["a-b-c.html", "a-b-c.oembed.json", "index-2.html", "index-2.oembed.json", "index.html"]
    );
    let index = fs::read_to_string(out.join("index.html")).expect("an index");
    assert!(index.contains("&lt;i&gt;T") && index.contains("href=\"a-b-c.html\""));
}

#[test]
fn the_articles_themselves_are_never_written_over() {
    let articles = folder("site-same");
    fs::write(articles.join("a.html"), "<p>Een artikel.").expect("an article");
    let path = articles.to_str().expect("a path");
    let (_, failed) = run(&["site", path, "-o", path]);
    assert!(failed[0].contains("a folder other than"), "{failed:?}");
    assert_eq!(fs::read_to_string(articles.join("a.html")).expect("it"), "<p>Een artikel.");
}
