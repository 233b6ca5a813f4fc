//! The dialog in which a reader corrects a time expression.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::dom::{self, add};
use super::state::{State, Target};
use super::{dialogs, locale};
use crate::analysis::Time;
use crate::edits::Edit;
use crate::times::PartialDate;

/// The id of the dialog.
pub const DIALOG: &str = "correct-time";

/// Draws the dialog for the time expression that is chosen, closed.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.article.get()?;
    let Some(Target::Time(index)) = state.selected.get() else { return None };
    let time = open.analysis.times.get(index as usize)?;
    let own = open.own(time.span);
    let source = open.sources.get(own.0)?;
    let article = source.date.map(|date| date.value);

    let dialog = add(frame, "dialog", &[("id", DIALOG), ("aria-labelledby", "time-title")], "")?;
    let form = add(&dialog, "form", &[], "")?;
    add(&form, "h2", &[("id", "time-title")], texts.time_title)?;
    add(&form, "p", &[("class", "time-words"), ("lang", source.language.code())], time.span.of(&open.text))?;
    add(&form, "p", &[("id", "time-found")], &texts.time(time, article))?;
    let fields = add(&form, "div", &[("class", "fields")], "")?;
    let label = add(&fields, "label", &[], "")?;
    add(&label, "span", &[], texts.time_day)?;
    let day = first_day(time).map(|day| day.to_string()).unwrap_or_default();
    let attributes = [("id", "time-day"), ("type", "date"), ("required", ""), ("value", &*day)];
    add(&label, "input", &attributes, "")?;
    let label = add(&fields, "label", &[], "")?;
    add(&label, "span", &[], texts.time_precision)?;
    let precision = add(&label, "select", &[("id", "time-precision")], "")?;
    let known = locale::when::day_of(&time.value).map_or(0, precision_of);
    for (at, name) in texts.precisions.iter().enumerate() {
        let option = add(&precision, "option", &[("value", &at.to_string())], name)?;
        if at == known {
            option.set_attribute("selected", "").ok()?;
        }
    }
    let choices = add(&form, "div", &[("class", "choices")], "")?;
    add(&choices, "button", &[("type", "submit"), ("class", "primary")], texts.date_apply)?;
    let button =
        |action: &str, text| add(&choices, "button", &[("type", "button"), ("data-action", action)], text);
    button("no-time", texts.time_none)?;
    if state.is_corrected(own) {
        button("found-time", texts.time_original)?;
    }
    let quiet = [("type", "button"), ("class", "quiet"), ("data-action", "close-dialog correct-time")];
    add(&choices, "button", &quiet, texts.close)?;
    Some(())
}

/// The day that the field starts with.
fn first_day(time: &Time) -> Option<PartialDate> {
    let date = time.interval?.begin?.date();
    // A date field knows no other years.
    (1..=9999).contains(&date.year).then_some(PartialDate { minute: None, ..date })
}

/// Index of a date's precision: day, month, year.
fn precision_of(date: PartialDate) -> usize {
    match (date.month, date.day) {
        (_, Some(_)) => 0,
        (Some(_), None) => 1,
        (None, None) => 2,
    }
}

/// Takes over what the reader filled in.
pub fn submit(state: State) {
    let day = dom::first("#time-day").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let precision =
        dom::first("#time-precision").and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
    let (Some(day), Some(precision)) = (day, precision) else { return };
    let Ok(date) = day.value().parse::<PartialDate>() else {
        let _ = day.focus();
        return;
    };
    let value = match precision.selected_index() {
        1 => PartialDate { day: None, ..date },
        2 => PartialDate { day: None, month: None, ..date },
        _ => date,
    };
    correct(state, Some(value));
}

/// States what the chosen time expression means; `None` that it is none.
pub fn correct(state: State, value: Option<PartialDate>) {
    dialogs::close(DIALOG);
    if let Some((article, span)) = state.chosen_time() {
        state.edit(article, |edits| crate::edits::record(edits, Edit::Time { span, value }));
    }
}

/// Goes back to what was found.
pub fn restore(state: State) {
    dialogs::close(DIALOG);
    if let Some((article, span)) = state.chosen_time() {
        state.edit(article, |edits| crate::edits::take_back(edits, span));
    }
}
