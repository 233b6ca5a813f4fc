//! A page as text and tags.

use super::entities;
use crate::text::cut::{find, head, tail};

/// Something that stands in a page.
#[derive(Debug)]
pub enum Event<'h> {
    /// Text with its character references.
    Text(&'h str),
    /// The start of an element; its name in lower case.
    Open(String, Attributes<'h>),
    /// The end of an element; its name in lower case.
    Close(String),
    /// A script, whole.
    Script(Attributes<'h>, &'h str),
}

/// The attributes of a tag, as written.
#[derive(Clone, Copy, Debug)]
pub struct Attributes<'h>(&'h str);

/// Reads a page from front to back, without ever stepping back.
pub struct Events<'h> {
    rest: &'h str,
    /// The element whose content is text only, up to its end tag.
    raw: Option<&'static str>,
}

/// Elements whose content is not HTML; none but a title is for reading.
const RAW: [&str; 8] = ["script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"];

impl<'h> Events<'h> {
    /// Starts at the beginning of `html`.
    pub fn new(html: &'h str) -> Self {
        Self { rest: html, raw: None }
    }

    fn take(&mut self, bytes: usize) -> &'h str {
        let taken = head(self.rest, bytes);
        self.rest = tail(self.rest, bytes);
        taken
    }

    /// Moves past the next `end`, or to the end of the page.
    fn skip_past(&mut self, end: &str) {
        let to = find(self.rest, end).map_or(self.rest.len(), |at| at + end.len());
        self.take(to);
    }

    fn tag(&mut self) -> Event<'h> {
        let closing = tail(self.rest, 1).starts_with('/');
        self.take(if closing { 2 } else { 1 });
        let name_end = |c: char| c.is_whitespace() || matches!(c, '/' | '>' | '<');
        let name = self.take(self.rest.find(name_end).unwrap_or(self.rest.len())).to_ascii_lowercase();
        let attributes = Attributes(self.take(tag_end(self.rest)));
        if self.rest.starts_with('>') {
            self.take(1);
        }
        if closing {
            return Event::Close(name);
        }
        self.raw = RAW.into_iter().find(|raw| *raw == name);
        Event::Open(name, attributes)
    }
}

impl<'h> Iterator for Events<'h> {
    type Item = Event<'h>;

    fn next(&mut self) -> Option<Event<'h>> {
        loop {
            if let Some(name) = self.raw.take() {
                let content = self.take(end_tag(self.rest, name));
                if name == "title" && !content.is_empty() {
                    return Some(Event::Text(content));
                }
            }
            if self.rest.is_empty() {
                return None;
            }
            let text = self.rest.find('<').unwrap_or(self.rest.len());
            if text > 0 {
                return Some(Event::Text(self.take(text)));
            }
            let behind = tail(self.rest, 1);
            if behind.starts_with("!--") {
                self.take(4);
                self.skip_past("-->");
            } else if behind.starts_with(['!', '?']) {
                self.skip_past(">");
            } else if behind.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
                let event = self.tag();
                let Event::Open(name, attributes) = &event else { return Some(event) };
                if name != "script" {
                    return Some(event);
                }
                self.raw = None;
                let code = self.take(end_tag(self.rest, "script"));
                return Some(Event::Script(*attributes, code));
            } else {
                return Some(Event::Text(self.take(1)));
            }
        }
    }
}

impl Attributes<'_> {
    /// The value of attribute `name` (in lower case), with its character references replaced.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut rest = self.0;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            if rest.is_empty() {
                return None;
            }
            let (key, behind) = (head(rest, end), tail(rest, end));
            let (value, behind) = match behind.trim_start().strip_prefix('=') {
                Some(behind) => value(behind.trim_start()),
                None => ("", behind),
            };
            if key.eq_ignore_ascii_case(name) {
                let mut decoded = String::new();
                entities::decode(value, &mut |c| decoded.push(c));
                return Some(decoded);
            }
            // A stray `=` has no name before it.
            rest = if behind.len() == rest.len() { tail(rest, 1) } else { behind };
        }
    }
}

/// An attribute's value and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (head(text, end), tail(text, end))
}

/// Where a tag ends: at the first `>` outside quotation marks. A mark that is never closed is no mark.
fn tag_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'>' => return at - 1,
            b'=' => {
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                if let Some(&quote @ (b'"' | b'\'')) = bytes.get(at) {
                    let close = bytes[at + 1..].iter().position(|&byte| byte == quote);
                    at += close.map_or(1, |close| close + 2);
                }
            }
            _ => {}
        }
    }
    text.len()
}

/// Where the end tag of a raw element stands, or the end of the page.
fn end_tag(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = find(tail(text, from), "</") {
        let tag = from + at;
        let behind = tail(text, tag + 2);
        if behind.get(..name.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(name)) {
            return tag;
        }
        from = tag + 2;
    }
    text.len()
}
