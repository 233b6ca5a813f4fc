//! A reader of HTML that wants every tag closed, for tests only.

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
