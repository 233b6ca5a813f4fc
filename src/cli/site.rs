//! `kroniek site FOLDER -o OUT`: a folder of articles as static pages, readable without JavaScript.
//!
//! For each article a page, with description, Open Graph, microdata and both timelines as pictures, and an
//! oEmbed file beside it; an index of them all. Links to the explorer hold the article in themselves.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Failure, read_article};
use crate::analysis::Analysis;
use crate::export::words::Words;
use crate::export::{self, html};
use crate::json::Json;
use crate::lang::Language;
use crate::share::{self, Payload};
use crate::times::DateSource;

/// What is asked.
pub(super) struct Site {
    pub folder: PathBuf,
    pub out: PathBuf,
    /// Where the pages will stand on the web, with a slash at its end.
    pub base: String,
    /// Where the explorer stands, seen from the pages.
    pub explorer: Option<String>,
    pub title: Option<String>,
    pub language: Option<Language>,
}

/// Endings of the files that are articles.
const ENDINGS: [&str; 5] = ["txt", "text", "md", "html", "htm"];

/// Pixels that an embedded page asks for; it scrolls inside them.
const EMBED: (i64, i64) = (640, 700);

/// An article that has its page.
struct Done {
    file: String,
    title: String,
    description: String,
    /// For the order, and as it is shown.
    date: Option<(String, String)>,
    language: Language,
}

/// Writes the pages; gives how many, and what went wrong.
pub(super) fn write(site: &Site) -> (usize, Vec<Failure>) {
    let mut failed = Vec::new();
    let files = match prepare(site) {
        Ok(files) => files,
        Err(failure) => return (0, vec![failure]),
    };
    let mut taken = BTreeSet::from(["index".to_owned()]);
    let mut done = Vec::new();
    for file in files {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = free(&stem, &mut taken);
        match article(site, &file, &name) {
            Ok(article) => done.push(article),
            Err(failure) => failed.push(failure),
        }
    }
    // The newest first; those without a date last, in the order of their names.
    done.sort_by(|a, b| {
        let key = |article: &Done| article.date.as_ref().map(|(value, _)| value.clone());
        key(b).cmp(&key(a)).then_with(|| a.file.cmp(&b.file))
    });
    failed.extend(save(site, "index.html", &index(site, &done)).err());
    (done.len(), failed)
}

/// The articles of the folder in the order of their names, and a folder for the pages.
fn prepare(site: &Site) -> Result<Vec<PathBuf>, Failure> {
    let wrong = |path: &Path, error| Failure::File(path.display().to_string(), error);
    let entries = fs::read_dir(&site.folder).map_err(|error| wrong(&site.folder, error))?;
    fs::create_dir_all(&site.out).map_err(|error| wrong(&site.out, error))?;
    if fs::canonicalize(&site.folder).ok() == fs::canonicalize(&site.out).ok() {
        return Err(Failure::Arguments("the pages need a folder other than that of the articles".to_owned()));
    }
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = paths
        .filter(|path| path.is_file())
        .filter(|path| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
            ending.is_some_and(|ending| ENDINGS.contains(&&*ending))
        })
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure::Arguments(format!("{}: no .txt, .md or .html in it", site.folder.display())));
    }
    Ok(files)
}

/// A name for an address: letters, digits, hyphens; one that no other page has.
fn free(stem: &str, taken: &mut BTreeSet<String>) -> String {
    let letter =
        |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    let plain: String = stem.chars().map(letter).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let plain = if parts.is_empty() { "article".to_owned() } else { parts.join("-") };
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let name =
        [plain.clone()].into_iter().chain(numbered).find(|name| !taken.contains(name)).unwrap_or(plain);
    taken.insert(name.clone());
    name
}

fn save(site: &Site, name: &str, content: &str) -> Result<(), Failure> {
    let path = site.out.join(name);
    fs::write(&path, content).map_err(|error| Failure::File(path.display().to_string(), error))
}

fn article(site: &Site, file: &Path, name: &str) -> Result<Done, Failure> {
    let (text, analysis) = read_article(&OsString::from(file), &mut std::io::empty(), site.language, None)?;
    let words = Words::of(analysis.language);
    let done = Done {
        file: [name, ".html"].concat(),
        title: export::name(&text, &analysis),
        description: export::description(&text, &analysis),
        date: analysis.date.map(|date| (date.value.to_string(), words.date(date.value))),
        language: analysis.language,
    };
    let address = [&*site.base, &done.file].concat();
    let options =
        export::Options { address: (!site.base.is_empty()).then_some(&*address), ..Default::default() };
    let extra = html::Extra { head: &head(site, &done, name), foot: &foot(site, &text, &analysis, words) };
    save(site, &done.file, &html::page(&text, &analysis, &options, &extra))?;
    save(site, &[name, ".oembed.json"].concat(), &oembed(site, &done))?;
    Ok(done)
}

/// Open Graph, and where the oEmbed file is.
fn head(site: &Site, done: &Done, name: &str) -> String {
    let locale = match done.language {
        Language::Dutch => "nl_NL",
        Language::English => "en_GB",
    };
    let address = [&*site.base, &done.file].concat();
    let mut properties = vec![
        ("og:type", "article"),
        ("og:title", &done.title),
        ("og:description", &done.description),
        ("og:locale", locale),
    ];
    if !site.base.is_empty() {
        properties.push(("og:url", &address));
    }
    if let Some((value, _)) = &done.date {
        properties.push(("article:published_time", value));
    }
    let mut out = String::new();
    for (property, content) in properties {
        let content = html::escaped(content);
        out.push_str(&["<meta property=\"", property, "\" content=\"", &content, "\">\n"].concat());
    }
    let (address, title) = (html::escaped(&[&site.base, name].concat()), html::escaped(&done.title));
    let link = "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"";
    out.push_str(&[link, &address, ".oembed.json\" title=\"", &title, "\">\n"].concat());
    out
}

/// The way to the index, and to the explorer with this article open.
fn foot(site: &Site, text: &str, analysis: &Analysis, words: &Words) -> String {
    let mut out = ["<nav><p><a href=\"index.html\">", words.articles, "</a>"].concat();
    if let Some(explorer) = &site.explorer {
        let address = html::escaped(&[explorer, "#d=", &link(text, analysis)].concat());
        out.push_str(&[" · <a href=\"", &address, "\">", words.explore, "</a>"].concat());
    }
    out.push_str("</p></nav>\n");
    out
}

/// The link that holds the article.
pub(super) fn link(text: &str, analysis: &Analysis) -> String {
    // A date that stands in the text is found there again.
    let date = analysis.date.filter(|date| date.source != DateSource::Text).map(|date| date.value);
    let payload =
        Payload { text: text.to_owned(), date, language: Some(analysis.language), ..Payload::default() };
    share::write(&payload, |bytes| miniz_oxide::deflate::compress_to_vec(bytes, 9))
}

/// The answer that an oEmbed provider would give for the page. Its `html` is one line that works without any
/// script.
fn oembed(site: &Site, done: &Done) -> String {
    let (width, height) = EMBED;
    let address = html::escaped(&[&*site.base, &done.file].concat());
    let frame = [
        "<iframe src=\"",
        &address,
        "\" title=\"",
        &html::escaped(&done.title),
        "\" width=\"100%\" height=\"",
        &height.to_string(),
        "\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups\" style=\"border:0\"></iframe>",
    ]
    .concat();
    let mut json = Json::new();
    json.open('{').pair("version", "1.0").pair("type", "rich").pair("title", &done.title);
    json.pair("provider_name", site.title.as_deref().unwrap_or("Kroniek")).pair("html", &frame);
    json.key("width").number(width).key("height").number(height).close('}');
    json.finish() + "\n"
}

fn index(site: &Site, done: &[Done]) -> String {
    let english = done.iter().filter(|article| article.language == Language::English).count();
    let language = if english * 2 > done.len() { Language::English } else { Language::Dutch };
    let words = Words::of(language);
    let title = site.title.as_deref().unwrap_or(words.articles);
    let mut out = html::opening(language.code(), title);
    let shown = html::escaped(title);
    out.push_str(&["</head>\n<body>\n<h1>", &shown, "</h1>\n<ul>\n"].concat());
    for article in done {
        let [file, title, about] =
            [&article.file, &article.title, &article.description].map(|text| html::escaped(text));
        let date = article.date.as_ref().map(|(value, shown)| {
            ["<time datetime=\"", &html::escaped(value), "\">", &html::escaped(shown), "</time> "].concat()
        });
        let date = date.unwrap_or_default();
        let language = article.language.code();
        out.push_str(
            &["<li lang=\"", language, "\">", &date, "<a href=\"", &file, "\">", &title, "</a>"].concat(),
        );
        out.push_str(&["<p class=\"about\">", &about, "</p></li>\n"].concat());
    }
    out.push_str("</ul>\n</body>\n</html>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_none_is_taken_twice() {
        let mut taken = BTreeSet::from(["index".to_owned()]);
        let names = ["Één artikel (1)", "index", "a", "A", "../..", ""].map(|stem| free(stem, &mut taken));
        assert_eq!(names, ["n-artikel-1", "index-2", "a", "a-2", "article", "article-2"]);
    }
}
