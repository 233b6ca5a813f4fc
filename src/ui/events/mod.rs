//! The events timeline: a drawing on a true time axis, the same as a table, and a shelf for what has no date.

mod axis;
mod drawing;
mod shelf;
mod table;
mod window;

use leptos::prelude::*;

use super::drawn::Drawn;
use super::state::State;
use window::TimelineWindow;

/// The events of the article.
#[component]
pub fn EventsView() -> impl IntoView {
    let state = State::of_page();
    let as_list = RwSignal::new(false);
    let is_empty = Memo::new(move |_| {
        state.article.with(|open| open.as_ref().is_none_or(|open| open.analysis.events.is_empty()))
    });
    let list_button = move || {
        let texts = state.texts.get();
        if as_list.get() { texts.as_timeline } else { texts.as_list }
    };
    view! {
        <section class="panel events-panel" id="events" tabindex="-1" aria-labelledby="events-title">
            <header class="panel-head">
                <h2 id="events-title">{state.say(|texts| texts.events_title)}</h2>
                <button
                    type="button" class="link" data-control="" hidden=is_empty
                    on:click=move |_| as_list.update(|list| *list = !*list)
                >{list_button}</button>
            </header>
            <p class="none" hidden=move || !is_empty.get()>{state.say(|texts| texts.events_none)}</p>
            <div hidden=move || is_empty.get() || as_list.get()>
                <TimelineWindow/>
                <Drawn class="shelf" draw=Box::new(move |frame| shelf::draw(frame, state))/>
            </div>
            <div hidden=move || is_empty.get() || !as_list.get()>
                <Drawn class="table-frame" draw=Box::new(move |frame| table::draw(frame, state))/>
            </div>
        </section>
    }
}
