//! The musts of the W3C Web Annotation Data Model (Recommendation of 23 February 2017) that can be seen in an
//! annotation itself.

use core::fmt;

use crate::export::web_annotation::CONTEXT;
use crate::json::Value;

/// A must that an annotation breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The annotation's number in the file, from 1; 0 for what stands around them.
    pub annotation: u32,
    /// What is wrong.
    pub rule: &'static str,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a Web Annotation: ")?;
        if self.annotation > 0 {
            write!(f, "annotation {}: ", self.annotation)?;
        }
        f.write_str(self.rule)
    }
}

impl core::error::Error for Broken {}

type Checked = Result<(), &'static str>;

/// Whether a JSON value means to be a Web Annotation.
pub(super) fn is_annotation(value: &Value<'_>) -> bool {
    let first = value.items().first().unwrap_or(value);
    first.get("@context").is_some() || first.get("type").is_some() || first.get("target").is_some()
}

/// Checks an annotation, a page, a collection, or a list of annotations, and gives the annotations in it.
///
/// # Errors
///
/// The first must that is broken.
pub fn check<'v, 'a>(value: &'v Value<'a>) -> Result<Vec<&'v Value<'a>>, Broken> {
    let mut found = Vec::new();
    match value {
        Value::List(items) => {
            for item in items {
                context(item)
                    .and_then(|()| annotation(item))
                    .map_err(|rule| broken(found.len() + 1, rule))?;
                found.push(item);
            }
        }
        _ => {
            context(value).map_err(|rule| broken(0, rule))?;
            container(value, &mut found)?;
        }
    }
    Ok(found)
}

fn broken(annotation: usize, rule: &'static str) -> Broken {
    Broken { annotation: annotation as u32, rule }
}

fn container<'v, 'a>(value: &'v Value<'a>, found: &mut Vec<&'v Value<'a>>) -> Result<(), Broken> {
    if has_type(value, "AnnotationCollection") {
        iri(value, "id").map_err(|rule| broken(0, rule))?;
        match value.get("first") {
            Some(page @ Value::Map(_)) => container(page, found),
            _ => Ok(()),
        }
    } else if has_type(value, "AnnotationPage") {
        let Some(Value::List(items)) = value.get("items") else {
            return Err(broken(0, "a page without items"));
        };
        for item in items {
            annotation(item).map_err(|rule| broken(found.len() + 1, rule))?;
            found.push(item);
        }
        Ok(())
    } else {
        annotation(value).map_err(|rule| broken(0, rule))?;
        found.push(value);
        Ok(())
    }
}

fn context(value: &Value<'_>) -> Checked {
    let known = |value: &Value<'_>| value.text() == Some(CONTEXT);
    match value.get("@context") {
        Some(context) if known(context) || context.items().iter().any(known) => Ok(()),
        Some(_) => Err("@context is not that of Web Annotation"),
        None => Err("no @context"),
    }
}

/// Whether a type is among those of a resource.
fn has_type(value: &Value<'_>, name: &str) -> bool {
    let is = |value: &Value<'_>| value.text() == Some(name);
    value.get("type").is_some_and(|types| is(types) || types.items().iter().any(is))
}

fn annotation(value: &Value<'_>) -> Checked {
    if !has_type(value, "Annotation") {
        return Err("type is not Annotation");
    }
    iri(value, "id")?;
    let target = value.get("target").ok_or("no target")?;
    match (value.get("body"), value.get("bodyValue")) {
        (Some(_), Some(_)) => return Err("both body and bodyValue"),
        (_, Some(value)) if value.text().is_none() => return Err("bodyValue is not one text"),
        _ => {}
    }
    each(value.get("body"), resource)?;
    if matches!(target, Value::List(items) if items.is_empty()) {
        return Err("no target");
    }
    each(Some(target), resource)?;
    about(value)
}

/// What may be said about an annotation or a resource.
fn about(value: &Value<'_>) -> Checked {
    for key in ["created", "generated", "modified"] {
        if value.get(key).is_some_and(|date| !date.text().is_some_and(is_moment)) {
            return Err("created, generated or modified is not one date with time and Z");
        }
    }
    for key in ["creator", "generator"] {
        each(value.get(key), |agent| match agent {
            Value::Map(_) => Ok(()),
            Value::Text(text) if is_iri(text) => Ok(()),
            _ => Err("creator or generator is no agent"),
        })?;
    }
    for key in ["rights", "via"] {
        each(value.get(key), |link| match link.text() {
            Some(text) if is_iri(text) => Ok(()),
            _ => Err("rights or via is no IRI"),
        })?;
    }
    if value.get("canonical").is_some() { iri(value, "canonical") } else { Ok(()) }
}

/// A body or a target.
fn resource(value: &Value<'_>) -> Checked {
    match value {
        Value::Text(text) if is_iri(text) => return Ok(()),
        Value::Text(_) => return Err("a body or target is no IRI"),
        Value::Map(_) => {}
        _ => return Err("a body or target is no resource"),
    }
    if value.get("id").is_some() {
        iri(value, "id")?;
    }
    about(value)?;
    for key in ["format", "language"] {
        each(value.get(key), |text| {
            if text.text().is_some() { Ok(()) } else { Err("format or language is no text") }
        })?;
    }
    if value.get("processingLanguage").is_some_and(|language| language.text().is_none()) {
        return Err("more than one processingLanguage");
    }
    if value.get("textDirection").is_some_and(|one| !matches!(one.text(), Some("ltr" | "rtl" | "auto"))) {
        return Err("textDirection is not ltr, rtl or auto");
    }
    let sets =
        ["Choice", "Composite", "List", "Independents"].iter().filter(|name| has_type(value, name)).count();
    if sets > 1 {
        return Err("a set of more than one type");
    }
    if value.get("items").is_some() != (sets == 1) {
        return Err("items without the type of a set, or a set without items");
    }
    if has_type(value, "TextualBody") && value.text_of("value").is_none() {
        return Err("a TextualBody without one value");
    }
    let specific = has_type(value, "SpecificResource") || value.get("selector").is_some();
    if specific && value.get("source").is_none() {
        return Err("a SpecificResource without source");
    }
    let known = value.get("id").is_some() || value.get("source").is_some() || sets == 1;
    if !known && !has_type(value, "TextualBody") {
        return Err("a resource without id");
    }
    match value.get("source") {
        Some(Value::List(_)) => return Err("more than one source"),
        Some(source) => resource(source)?,
        None => {}
    }
    each(value.get("items"), resource)?;
    each(value.get("selector"), selector)
}

fn selector(value: &Value<'_>) -> Checked {
    match value {
        Value::Text(text) if is_iri(text) => return Ok(()),
        Value::Map(_) => {}
        _ => return Err("a selector that is none"),
    }
    let one_text = |key: &str| value.text_of(key).is_some();
    let fits =
        if ["FragmentSelector", "CssSelector", "XPathSelector"].iter().any(|name| has_type(value, name)) {
            one_text("value")
        } else if has_type(value, "TextQuoteSelector") {
            let optional = |key: &str| value.get(key).is_none_or(|text| text.text().is_some());
            one_text("exact") && optional("prefix") && optional("suffix")
        } else if has_type(value, "TextPositionSelector") || has_type(value, "DataPositionSelector") {
            ["start", "end"].iter().all(|key| value.get(key).and_then(Value::whole).is_some())
        } else if has_type(value, "RangeSelector") {
            ["startSelector", "endSelector"]
                .iter()
                .all(|key| value.get(key).is_some_and(|end| selector(end).is_ok()))
        } else {
            true
        };
    if !fits {
        return Err("a selector without one value, exact, start and end, or the selectors of its ends");
    }
    each(value.get("refinedBy"), selector)
}

/// Checks one value, or each of a list.
fn each(value: Option<&Value<'_>>, check: fn(&Value<'_>) -> Checked) -> Checked {
    match value {
        None => Ok(()),
        Some(Value::List(items)) => items.iter().try_for_each(check),
        Some(value) => check(value),
    }
}

fn iri(value: &Value<'_>, key: &str) -> Checked {
    match value.get(key) {
        Some(Value::Text(text)) if is_iri(text) => Ok(()),
        Some(_) => Err("id or canonical is not one IRI"),
        None => Err("no id"),
    }
}

/// Whether a text has the shape of an absolute IRI: a scheme, a colon, and no space.
fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let named = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    named
        && !rest.is_empty()
        && !text.contains(|one: char| one.is_whitespace() || "<>\"{}|\\^`".contains(one))
}

/// Whether a text is an `xsd:dateTime` in UTC: `2015-01-28T12:00:00Z`, with or without a fraction.
fn is_moment(text: &str) -> bool {
    let Some((date, time)) = text.strip_suffix('Z').and_then(|text| text.split_once('T')) else {
        return false;
    };
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    let date = date.parse::<crate::times::PartialDate>().is_ok_and(|date| date.day.is_some());
    let shape = |(at, byte): (usize, u8)| if at % 3 == 2 { byte == b':' } else { byte.is_ascii_digit() };
    date && time.len() == 8 && time.bytes().enumerate().all(shape)
}
