//! The annotated articles, as far as events go.

use super::*;

/// Reads the annotated articles of a folder in the order of their names.
pub(super) fn read(folder: &Path) -> Result<Vec<Article>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths =
        fs::read_dir(folder).map_err(failed)?.flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    paths.sort();
    let mut articles = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "xml")) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        articles.push(article(name, &fs::read_to_string(path).map_err(failed)?));
    }
    Ok(articles)
}

/// Reads one article: its blocks with an empty line behind each, as the scorer has them.
pub(super) fn article(name: String, xml: &str) -> Article {
    let mut article = Article { name, text: String::new(), date: None, events: Vec::new() };
    let mut open: Vec<(String, usize, String)> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        if open.len() > 1 {
            push_text(&mut article.text, &rest[..at]);
        }
        let Some(length) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + length];
        rest = &rest[at + length + 1..];
        if !tag.starts_with('/') {
            let name = tag.split_whitespace().next().unwrap_or_default().to_owned();
            if name == "article" {
                article.date = attribute(tag, "date").parse().ok();
            }
            open.push((name, article.text.len(), tag.to_owned()));
            continue;
        }
        let Some((name, start, tag)) = open.pop() else { break };
        if name == "EV" {
            let status = attribute(&tag, "st");
            let status = ALL_STATUSES.iter().find(|known| known.label() == status);
            let value = attribute(&tag, "d");
            article.events.push(Gold {
                start,
                end: article.text.len(),
                value: (value != "?" && !value.is_empty()).then_some(value),
                status: status.copied().unwrap_or(EventStatus::Past),
            });
        } else if open.len() == 1 {
            article.text.push_str("\n\n");
        }
    }
    article
}

pub(super) fn push_text(text: &mut String, part: &str) {
    let plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    text.push_str(&plain.replace("&amp;", "&"));
}
