//! The line above the article: its date, or the question for it.

use leptos::prelude::*;
use web_sys::Element;

use crate::analysis::Notice;
use crate::ui::dom::add;
use crate::ui::locale::Texts;
use crate::ui::state::State;

/// Draws the article's date with where it comes from, or the question when it was published.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.article.get()?;
    let source = open.sources.get(state.current.get())?;
    match source.date {
        Some(date) if !state.asks_date.get() => {
            let line = add(frame, "p", &[("class", "date-known")], "")?;
            add(&line, "time", &[("datetime", &date.value.to_string())], &texts.date(date.value))?;
            add(&line, "span", &[("class", "source")], texts.date_source(date.source))?;
            let change = [("type", "button"), ("class", "link"), ("data-action", "edit-date")];
            add(&line, "button", &change, texts.date_change)?;
        }
        known => draw_question(frame, texts, known.is_some())?,
    }
    let (corrected, is_marked) = state.corrections();
    if corrected > 0 {
        let line = add(frame, "p", &[("class", "date-known corrections")], "")?;
        add(&line, "span", &[], &texts.count(corrected, texts.corrections))?;
        add(&line, "button", &[("type", "button"), ("class", "link"), ("data-action", "undo")], texts.undo)?;
    }
    if is_marked {
        let line = add(frame, "p", &[("class", "date-known corrections")], "")?;
        add(&line, "span", &[], texts.marks_of_file.0)?;
        let find = [("type", "button"), ("class", "link"), ("data-action", "find-marks")];
        add(&line, "button", &find, texts.marks_of_file.1)?;
    }
    if source.notices.contains(&Notice::LanguageUnknown) {
        add(frame, "p", &[("class", "notice")], texts.language_unknown)?;
    }
    Some(())
}

fn draw_question(frame: &Element, texts: &'static Texts, is_known: bool) -> Option<()> {
    let form = add(frame, "form", &[("class", "date-question")], "")?;
    add(&form, "p", &[], texts.date_question)?;
    let label = add(&form, "label", &[], "")?;
    add(&label, "span", &[], texts.date_label)?;
    // A date field cannot hold a month without a day, which is all that many articles tell. The browser's own
    // field beside it is for who would rather pick a day.
    let field = [
        ("id", "date"),
        ("type", "text"),
        ("inputmode", "numeric"),
        ("placeholder", "2022-03-24"),
        ("autocomplete", "off"),
        ("aria-describedby", "date-error"),
    ];
    add(&label, "input", &field, "")?;
    let calendar = [("id", "calendar"), ("type", "date"), ("tabindex", "-1"), ("aria-hidden", "true")];
    add(&form, "input", &calendar, "")?;
    add(&form, "button", &[("type", "submit")], texts.date_apply)?;
    if is_known {
        let keep = [("type", "button"), ("class", "quiet"), ("data-action", "keep-date")];
        add(&form, "button", &keep, texts.close)?;
    }
    add(&form, "p", &[("id", "date-error"), ("class", "error"), ("role", "alert")], "")?;
    Some(())
}
