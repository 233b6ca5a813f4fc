//! From bytes to an article: encoding, language, layout and the document's date.

mod date_phrase;
pub mod dateline;
pub mod encoding;
pub mod html;
pub mod language;
pub mod layout;

use crate::lang::Language;
use crate::times::DocumentDate;

/// An article, with what the file around it states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The text that offsets count in.
    pub text: String,
    /// When it was published.
    pub date: Option<DocumentDate>,
    /// Its language.
    pub language: Option<Language>,
}

/// The article in a file: of an HTML page its article, of every other text the whole.
pub fn open(name: Option<&str>, text: String) -> Opened {
    if !html::looks_like_html(name, &text) {
        return Opened { text, ..Opened::default() };
    }
    let page = html::read_html(&text);
    Opened { text: page.text, date: page.date, language: page.language }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_is_read_as_one() {
        let page = "<!doctype html><html lang=en><body><article><h1>Flood</h1><p>Rain fell.</p></article>";
        let opened = open(None, page.to_owned());
        assert_eq!((opened.text.as_str(), opened.language), ("Flood\n\nRain fell.", Some(Language::English)));
        assert_eq!(
            open(Some("a.txt"), "a < b".to_owned()),
            Opened { text: "a < b".to_owned(), ..Opened::default() }
        );
    }
}
