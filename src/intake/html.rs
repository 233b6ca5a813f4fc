//! The article in a saved HTML page.
//!
//! A tolerant reader of our own: a parser to the letter of the HTML standard is many times the size of the
//! rest of intake, and here only blocks of text are wanted. It drops what is never an article (scripts,
//! menus, captions), and when in doubt it keeps: a line too many is seen at once, a lost paragraph is not.

mod entities;
mod tags;

use self::tags::{Attributes, Event, Events};
use super::date_phrase;
use crate::lang::Language;
use crate::text::cut::{find, head, split_once};
use crate::times::{DateSource, DocumentDate, PartialDate};

/// What a page says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HtmlArticle {
    /// The article as plain text: the title first, empty lines between blocks, `- ` before list items.
    pub text: String,
    /// The headline: the first `h1` of the article, else the page's title.
    pub title: Option<String>,
    /// When it was published, by the page's metadata.
    pub date: Option<DocumentDate>,
    /// The language that the page states, if it is one of ours.
    pub language: Option<Language>,
}

/// Whether a file is an HTML page, by its name or its first characters.
pub fn looks_like_html(name: Option<&str>, text: &str) -> bool {
    let lower = |part: &str| part.chars().take(16).collect::<String>().to_ascii_lowercase();
    let extension = name.and_then(|name| Some(lower(name.rsplit_once('.')?.1)));
    let opening = lower(text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}'));
    extension.is_some_and(|extension| matches!(extension.as_str(), "html" | "htm" | "xhtml"))
        || opening.starts_with("<!doctype html")
        || opening.starts_with("<html")
}

/// Reads the article in a saved page. Takes time linear in the length of the page.
pub fn read_html(html: &str) -> HtmlArticle {
    let mut reader = Reader::default();
    for event in Events::new(html) {
        match event {
            Event::Text(text) => reader.text(text),
            Event::Open(name, attributes) => reader.open(&name, attributes),
            Event::Close(name) => reader.close(&name),
            Event::Script(attributes, code) => reader.script(attributes, code),
        }
    }
    reader.flush();
    reader.finish()
}

/// Elements that matter for what stands in them. First those whose text is never read, then those that hold
/// no article as a rule; `div` and `section` are here so that their end closes a menu that was left open.
const TRACKED: [&str; 20] = [
    "button",
    "noscript",
    "select",
    "svg",
    "template", // never read
    "aside",
    "dialog",
    "figcaption",
    "footer",
    "header",
    "menu",
    "nav", // noise
    "article",
    "div",
    "form",
    "h1",
    "main",
    "object",
    "section",
    "title",
];
const UNREAD: core::ops::Range<usize> = 0..5;
const NOISE: core::ops::Range<usize> = 5..12;

/// Elements that end a block, besides those tracked.
const BLOCKS: [&str; 24] = [
    "address",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "tr",
    "ul",
];

/// What a `meta` element calls the date of publication.
const DATE_NAMES: [&str; 8] = [
    "article:published_time",
    "date",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
];

/// Fewer bytes than this are a caption or a link rather than a paragraph, when scopes are weighed.
const PARAGRAPH: usize = 80;

/// A block of text, and what it stands in.
struct Piece {
    text: String,
    noise: bool,
    form: bool,
    article: bool,
    main: bool,
    headline: bool,
}

#[derive(Default)]
struct Reader {
    /// Open elements, as indices into [`TRACKED`], and how many there are of each.
    stack: Vec<usize>,
    open: [u32; TRACKED.len()],
    pieces: Vec<Piece>,
    /// The block at hand, and whether white space stood last.
    block: String,
    space: bool,
    /// An item of a list was opened and has no text yet.
    item: bool,
    page_title: String,
    shared_title: Option<String>,
    /// Dates, the surest first: `meta`, JSON-LD, `<time>` in the article, `<time>` elsewhere.
    dates: [Option<PartialDate>; 4],
    language: Option<Language>,
}

fn tracked(name: &str) -> Option<usize> {
    TRACKED.iter().position(|tracked| *tracked == name)
}

impl Reader {
    fn inside(&self, name: &str) -> bool {
        tracked(name).is_some_and(|index| self.open[index] > 0)
    }

    fn in_noise(&self) -> bool {
        self.open[NOISE].iter().any(|&count| count > 0)
    }

    fn text(&mut self, text: &str) {
        if self.open[UNREAD].iter().any(|&count| count > 0) {
            return;
        }
        let to_title = self.inside("title");
        let (into, space) = (if to_title { &mut self.page_title } else { &mut self.block }, &mut self.space);
        entities::decode(text, &mut |c| {
            if c.is_ascii_whitespace() {
                *space = true;
            } else {
                if *space && !into.is_empty() && !into.ends_with('\n') {
                    into.push(' ');
                }
                into.push(c);
                *space = false;
            }
        });
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        match name {
            "html" => {
                let tag = attributes.get("lang").or_else(|| attributes.get("xml:lang"));
                self.language = self.language.or_else(|| Language::from_code(&tag?));
            }
            "meta" => self.meta(attributes),
            "time" => {
                let place = if self.inside("article") && !self.in_noise() { 2 } else { 3 };
                let date = attributes.get("datetime").and_then(|value| date(&value));
                self.date(place, date.filter(|date| date.day.is_some()));
            }
            "br" if self.block.ends_with('\n') => self.flush(),
            "br" if !self.block.is_empty() => self.block.push('\n'),
            "td" | "th" => self.space = true,
            _ => {}
        }
        if let Some(index) = tracked(name) {
            self.flush();
            // The header of an article holds its headline and its first paragraph.
            if name != "header" || !(self.inside("article") || self.inside("main")) {
                self.stack.push(index);
                self.open[index] += 1;
            }
        } else if BLOCKS.contains(&name) {
            self.flush();
            self.item = name == "li" || (self.item && !matches!(name, "ul" | "ol"));
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(index) = tracked(name) {
            self.flush();
            while self.open[index] > 0 {
                let Some(closed) = self.stack.pop() else { break };
                self.open[closed] -= 1;
                if closed == index {
                    break;
                }
            }
        } else if BLOCKS.contains(&name) {
            self.flush();
            self.item &= name != "li";
        }
    }

    fn meta(&mut self, attributes: Attributes<'_>) {
        let key = ["property", "name", "itemprop"].into_iter().find_map(|key| attributes.get(key));
        let Some(key) = key.map(|key| key.to_ascii_lowercase()) else { return };
        let Some(content) = attributes.get("content") else { return };
        if DATE_NAMES.contains(&key.as_str()) {
            self.date(0, date(&content));
        } else if key == "og:title" && !content.trim().is_empty() {
            self.shared_title.get_or_insert(content.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// Finds `"datePublished": "..."` in JSON-LD.
    fn script(&mut self, attributes: Attributes<'_>, code: &str) {
        if attributes.get("type").is_none_or(|kind| find(&kind.to_ascii_lowercase(), "ld+json").is_none()) {
            return;
        }
        let value = split_once(code, "\"datePublished\"").and_then(|(_, rest)| {
            let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
            rest.split('"').next()
        });
        self.date(1, value.and_then(date));
    }

    fn date(&mut self, place: usize, date: Option<PartialDate>) {
        self.dates[place] = self.dates[place].or(date);
    }

    fn flush(&mut self) {
        self.space = false;
        let text = self.block.trim();
        if !text.is_empty() {
            let bullet = if self.item && !text.starts_with(['-', '–', '•']) { "- " } else { "" };
            self.item = false;
            self.pieces.push(Piece {
                text: format!("{bullet}{text}"),
                noise: self.in_noise(),
                form: self.inside("form"),
                article: self.inside("article"),
                main: self.inside("main"),
                headline: self.inside("h1"),
            });
        }
        self.block.clear();
    }

    fn finish(self) -> HtmlArticle {
        let keep = choose(&self.pieces);
        let headline = (0..self.pieces.len())
            .filter(|&index| self.pieces[index].headline)
            .min_by_key(|&index| (!keep[index], self.pieces[index].noise));
        let title = match headline {
            Some(index) => Some(self.pieces[index].text.replace('\n', " ")),
            None => self.shared_title.or_else(|| without_site(&self.page_title)),
        };
        let mut blocks: Vec<&str> = title.as_deref().into_iter().collect();
        for (index, piece) in self.pieces.iter().enumerate() {
            let again = blocks.len() == 1 && title.as_deref() == Some(piece.text.as_str());
            if keep[index] && headline != Some(index) && !again {
                blocks.push(&piece.text);
            }
        }
        let value = self.dates.into_iter().flatten().next();
        let date = value.map(|value| DocumentDate { value, source: DateSource::Metadata });
        HtmlArticle { text: blocks.join("\n\n"), title, date, language: self.language }
    }
}

/// Which pieces are the article's: those in `article` or in `main`, if most paragraphs stand there, else
/// all but the noise, else all.
fn choose(pieces: &[Piece]) -> Vec<bool> {
    let weigh = |wanted: &dyn Fn(&Piece) -> bool| -> usize {
        let lengths = pieces.iter().filter(|piece| wanted(piece)).map(|piece| piece.text.len());
        lengths.filter(|&length| length >= PARAGRAPH).sum()
    };
    // Some systems wrap the whole page in a form.
    let in_form = weigh(&|piece| !piece.noise && piece.form);
    let form = in_form > weigh(&|piece| !piece.noise && !piece.form);
    let plain = move |piece: &Piece| !piece.noise && (form || !piece.form);
    let all = weigh(&plain);
    let most = |part: usize| part > 0 && part * 2 >= all;
    let pick = |wanted: &dyn Fn(&Piece) -> bool| pieces.iter().map(wanted).collect::<Vec<_>>();
    if all * 4 < weigh(&|_| true) || !pieces.iter().any(plain) {
        pick(&|_| true)
    } else if most(weigh(&|piece| plain(piece) && piece.article)) {
        pick(&|piece| plain(piece) && piece.article)
    } else if most(weigh(&|piece| plain(piece) && piece.main)) {
        pick(&|piece| plain(piece) && piece.main)
    } else {
        pick(&plain)
    }
}

fn rfind(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len()).rposition(|window| window == word.as_bytes())
}

/// A page's title without the name of the site: `Brug open | De Krant`.
fn without_site(title: &str) -> Option<String> {
    let cut = [" | ", " - ", " – "].iter().filter_map(|mark| rfind(title, mark)).max();
    let title = head(title, cut.unwrap_or(title.len())).trim();
    (!title.is_empty()).then(|| title.to_owned())
}

fn date(value: &str) -> Option<PartialDate> {
    let value = value.trim();
    let read = || date_phrase::read(value, Language::English).map(|(date, _)| date);
    value.parse().ok().or_else(read)
}

#[cfg(test)]
mod tests;
