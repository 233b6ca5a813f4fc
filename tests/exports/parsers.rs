//! A reader of each format, strict where the format is, for tests only.

// Each test that has this file as a module uses some of it.
#![allow(dead_code)]

/// The rows of a CSV file by RFC 4180; line ends may be CRLF or LF.
pub fn csv(text: &str) -> Result<Vec<Vec<String>>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Vec::new();
    let (mut row, mut cell, mut quoted, mut closed) = (Vec::new(), String::new(), false, false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => (quoted, closed) = (false, true),
            _ if quoted => cell.push(character),
            '"' if cell.is_empty() && !closed => quoted = true,
            ',' => {
                row.push(std::mem::take(&mut cell));
                closed = false;
            }
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                closed = false;
            }
            // Real files have marks inside an open cell; ours never do.
            _ if !closed => cell.push(character),
            _ => return Err(format!("{character:?} after a closing mark in row {}", rows.len() + 1)),
        }
    }
    if quoted {
        return Err("an open mark at the end".to_owned());
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    Ok(rows)
}

/// The content lines of an iCalendar file, unfolded.
pub fn ics(text: &str) -> Result<Vec<(String, String)>, String> {
    if text.replace("\r\n", "").contains(['\r', '\n']) {
        return Err("a line end that is not CRLF".to_owned());
    }
    if let Some(line) = text.split("\r\n").find(|line| line.len() > 75) {
        return Err(format!("a line of {} octets: {line}", line.len()));
    }
    let mut open = Vec::new();
    let mut lines = Vec::new();
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').ok_or(format!("no colon: {line}"))?;
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-;=".contains(&byte)) {
            return Err(format!("no property: {line}"));
        }
        match name {
            "BEGIN" => open.push(value.to_owned()),
            "END" if open.pop().as_deref() != Some(value) => return Err(format!("{line} closes nothing")),
            _ => {}
        }
        lines.push((name.to_owned(), value.to_owned()));
    }
    if open.is_empty() { Ok(lines) } else { Err(format!("{open:?} stay open")) }
}

/// The elements of an HTML page that have to be closed are, in order; no script, no handler, nothing loaded.
pub fn html(text: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text.strip_prefix("<!doctype html>").ok_or("no doctype")?;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').ok_or("an open tag")?;
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        let mut attributes = tag.split('"').step_by(2).flat_map(|part| part.split([' ', '='])).skip(1);
        let active = attributes.any(|attribute| attribute.starts_with("on") || attribute == "src");
        if name == "script" || active || tag.contains('<') || tag.matches('"').count() % 2 != 0 {
            return Err(format!("<{tag}>"));
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
        } else if !tag.ends_with('/') && !["meta", "link"].contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}
