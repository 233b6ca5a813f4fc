//! What the page asks the worker for, and what becomes of the answers.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::events::filter::Filter;
use super::super::worker::{Client, Found, Report};
use super::super::{address, article, dom, export};
use super::{Article, Message, Opened, Origin, Request, State, View, Work, several};
use crate::analysis::Notice;
use crate::collection::Source;
use crate::intake::encoding::Refusal;
use crate::protocol::Form;
use crate::reading::Marks;
use crate::timeline::groups::groups;

impl State {
    /// Asks the worker for a file of what is open.
    pub fn export(self, form: Form) {
        if let Some(opened) = self.request.get_untracked() {
            let pieces = opened.iter().map(Opened::piece).collect();
            self.client.with_value(|client| client.as_ref().map(|client| client.export(pieces, form)));
        }
    }

    /// Analyses the same text once more, after a failure.
    pub fn retry(self) {
        if let Some(opened) = self.request.get_untracked() {
            self.send(opened);
        }
    }

    /// Stops the analysis; what is open stays.
    pub fn cancel(self) {
        self.client.with_value(|client| client.iter().for_each(Client::cancel));
        self.work.set(Work::Idle);
        self.come_back();
    }

    /// Takes back what went wrong: the message, and the article that could not be read.
    pub fn dismiss(self) {
        self.message.set(None);
        if matches!(self.work.get_untracked(), Work::Failed(_)) {
            self.work.set(Work::Idle);
            self.come_back();
        }
    }

    /// Puts back what was open before the last request.
    fn come_back(self) {
        let (article, request) = self.before.get_untracked();
        self.article.set(article);
        self.request.set(request);
        self.next.set(self.current.get_untracked());
    }

    pub(super) fn send(self, opened: Request) {
        // While a request runs, what is shown may be a part of it.
        if !matches!(self.work.get_untracked(), Work::Busy(_) | Work::Failed(_)) {
            self.before.set((self.article.get_untracked(), self.request.get_untracked()));
        }
        self.work.set(Work::Busy(None));
        let pieces = opened.iter().map(Opened::piece).collect();
        self.client.with_value(|client| client.as_ref().map(|client| client.analyze(pieces)));
        self.request.set(Some(opened));
    }

    pub(super) fn receive(self, report: Report) {
        match report {
            Report::Progress(stage, partial) => {
                self.work.set(Work::Busy(Some(stage)));
                if let Some(found) = partial {
                    self.show(found);
                }
            }
            Report::Done(found, _) => {
                self.work.set(Work::Idle);
                let is_empty = |source: &Source| source.notices.contains(&Notice::Empty);
                let left = found.sources.iter().filter(|source| is_empty(source)).count();
                if left > 0 && left < found.sources.len() {
                    return self.leave_out(&found.sources);
                }
                // A page without an article in it leaves what is open as it was.
                if found.analysis.notices.contains(&Notice::Empty) {
                    self.message.set(Some(Message::Refused(Refusal::Empty)));
                    self.come_back();
                } else {
                    self.show(found);
                }
            }
            Report::Names(model) => self.names.set(model),
            Report::Written(form, text) => export::save(self, form, text),
            Report::Failed(failure) => self.work.set(Work::Failed(failure)),
        }
    }

    fn show(self, found: Found) {
        let Some(opened) = self.request.get_untracked() else { return };
        let Some(first) = opened.first() else { return };
        let text: Arc<str> = found.text.map_or_else(|| first.text.clone(), Into::into);
        let is = |test: fn(&str, &str) -> bool| {
            self.article.with_untracked(|open| open.as_ref().is_some_and(|open| test(&text, &open.text)))
        };
        let same = is(|text, before| text == before);
        self.hovered.set(None);
        if is(|text, before| text.starts_with(before)) {
            // The same place in the text; its number may be another one now.
            let selected = self.selected.get_untracked();
            let start = self.article.with_untracked(|open| selected?.start(&open.as_ref()?.analysis));
            self.selected.set(start.and_then(|start| selected?.moved(&found.analysis, start)));
        } else {
            self.selected.set(None);
        }
        if !same {
            self.asks_date.set(false);
            self.timeline.window.set(None);
            self.timeline.filter.set(Filter::default());
            if opened.iter().any(|opened| opened.origin == Origin::Reader) {
                address::forget_article();
            }
        }
        let wanted = self.wanted.get_value();
        let wanted = wanted.and_then(|(kind, start)| kind.moved(&found.analysis, start));
        let was_closed = !self.is_open.get_untracked();
        let marks = Marks::new(&found.analysis);
        let groups = groups(&found.analysis.events);
        let sources = match found.sources {
            sources if sources.is_empty() => {
                vec![several::alone(first.name.as_deref(), &text, &found.analysis)]
            }
            sources => sources,
        };
        self.current.set(self.next.get_untracked().min(sources.len() - 1));
        self.article.set(Some(Arc::new(Article { text, analysis: found.analysis, marks, groups, sources })));
        // The button that had the focus went with the invitation.
        if was_closed && !self.embed.is_on() {
            request_animation_frame(|| {
                dom::focus("#article");
                // The focus scrolls what it goes to to the top, past the legend.
                window().scroll_to_with_x_and_y(0.0, 0.0);
            });
        }
        if let Some(target) = wanted {
            self.wanted.set_value(None);
            self.selected.set(Some(target));
            // Nor does a page that stands in another move that one.
            if self.view.get_untracked() == View::Article && !self.embed.is_on() {
                request_animation_frame(move || article::reveal(self, target));
            }
        }
    }
}
