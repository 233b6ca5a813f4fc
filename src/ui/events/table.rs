//! The events as an ordered table: the same as the drawing, for screen readers, phones, and who prefers it.

use leptos::prelude::*;

use crate::ui::state::State;

/// The events in order of time; what has no date comes last, in the order of the article.
#[component]
pub fn Table() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let rows = move || {
        let texts = texts.get();
        state.article.get().map_or_else(Vec::new, |open| {
            let mut rows: Vec<_> = open.analysis.events.iter().enumerate().collect();
            rows.sort_by_key(|(_, event)| {
                event.interval.map_or(i64::MAX, |interval| {
                    interval.begin.or(interval.until).map_or(i64::MAX, |moment| moment.0)
                })
            });
            let row = |(index, event): (usize, &crate::analysis::Event)| {
                let when = event
                    .value
                    .as_deref()
                    .map_or_else(|| texts.undated.to_owned(), |value| texts.value(value));
                (index, when, event.label.clone(), texts.status(event.status))
            };
            rows.into_iter().map(row).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="events-title">
            <table class="event-table">
                <caption class="hidden-label">{move || texts.get().events_title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || texts.get().column_when}</th>
                        <th scope="col">{move || texts.get().column_what}</th>
                        <th scope="col">{move || texts.get().column_status}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || rows().into_iter().map(|(index, when, label, status)| view! {
                        <tr>
                            <td class="when">{when}</td>
                            <td><button type="button" class="link" data-v=index.to_string()>{label}</button></td>
                            <td>{status}</td>
                        </tr>
                    }).collect::<Vec<_>>()}
                </tbody>
            </table>
        </div>
    }
}
