//! What the page shows and what the reader points at.

mod choices;
mod target;

use std::sync::Arc;

use leptos::prelude::*;

use super::article::{self, Watcher};
use super::embed::Embed;
use super::events::filter::Filter;
use super::events::window::Timeline;
use super::locale::Texts;
use super::share::SourceError;
use super::speakers::Order;
use super::worker::{Client, Failure, Found, Report};
use super::{address, dom, export};
use crate::analysis::{Analysis, EntityId, Event, Notice};
use crate::edits::Edit;
use crate::intake::encoding::Refusal;
use crate::lang::Language;
use crate::pipeline::{Options, Stage};
use crate::protocol::{Form, NamesModel};
use crate::reading::Marks;
use crate::share::LinkError;
use crate::text::Span;
use crate::timeline::groups::groups;
use crate::times::{DateSource, DocumentDate, PartialDate};

pub use choices::{Layer, Theme, View};
pub use target::Target;

/// An article that is open, with what has been found in it so far.
pub struct Article {
    /// The file's name, or what the article was called when it was pasted.
    pub name: Option<String>,
    /// The text exactly as read.
    pub text: Arc<str>,
    /// What has been found.
    pub analysis: Analysis,
    /// The same, sorted for the article's segments.
    pub marks: Marks,
    /// For each event the one that stands for it on the timeline.
    pub groups: Vec<u32>,
}

/// What the worker is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Nothing.
    #[default]
    Idle,
    /// Analysing; the last stage that is done.
    Busy(Option<Stage>),
    /// It could not.
    Failed(Failure),
}

/// A message to the reader about what was dropped, chosen or pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// It was not opened.
    Refused(Refusal),
    /// The browser could not read it.
    Unreadable,
    /// Several files were dropped and one was opened.
    OneAtATime,
    /// A link does not open.
    Link(LinkError),
    /// The article that an address names was not fetched.
    Source(SourceError),
}

/// Where an article came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The reader's device.
    #[default]
    Reader,
    /// A link that holds it.
    Link,
    /// An address that the page's own address names.
    Source(String),
}

/// The state of the page: signals that every view reads. Copy, so that listeners can hold it.
#[derive(Clone, Copy)]
pub struct State {
    /// The interface's words.
    pub texts: RwSignal<&'static Texts>,
    /// The colours.
    pub theme: RwSignal<Theme>,
    /// The part that fills a narrow screen.
    pub view: RwSignal<View>,
    /// The article that is open.
    pub article: RwSignal<Option<Arc<Article>>>,
    /// What the worker is doing.
    pub work: RwSignal<Work>,
    /// How far the model of names is.
    pub names: RwSignal<NamesModel>,
    /// What went wrong with the last file, if anything.
    pub message: RwSignal<Option<Message>>,
    /// What the reader chose.
    pub selected: RwSignal<Option<Target>>,
    /// What the pointer or the focus is on.
    pub hovered: RwSignal<Option<Target>>,
    /// The kinds of mark that are turned off.
    pub hidden: RwSignal<Vec<Layer>>,
    /// Whether an article is open.
    pub is_open: Memo<bool>,
    /// Whether the reader is changing the article's date.
    pub asks_date: RwSignal<bool>,
    /// What the events timeline shows.
    pub timeline: Timeline,
    /// In which order the speakers are shown.
    pub speakers_by: RwSignal<Order>,
    /// How the page stands in another page.
    pub embed: Embed,
    /// Whether files are being dragged over the page.
    pub dragging: RwSignal<bool>,
    /// What was sent to the worker, to try again with.
    request: RwSignal<Option<Arc<Opened>>>,
    /// What was open before that, to come back to when the reader stops the analysis.
    before: RwSignal<Before>,
    /// What a link selects, by its kind and the byte where it starts, until it has been found.
    wanted: StoredValue<Option<(Target, u32)>>,
    client: StoredValue<Option<Client>, LocalStorage>,
    watcher: StoredValue<Option<Watcher>, LocalStorage>,
}

/// An article with the request that it came from.
type Before = (Option<Arc<Article>>, Option<Arc<Opened>>);

#[derive(Clone)]
struct Opened {
    name: Option<String>,
    text: Arc<str>,
    options: Options,
    origin: Origin,
}

impl State {
    /// The state of an empty page, with a worker that is starting.
    pub fn new(language: Language, theme: Theme, view: View, embed: Embed) -> Self {
        let article = RwSignal::new(None::<Arc<Article>>);
        let state = Self {
            texts: RwSignal::new(Texts::of(language)),
            theme: RwSignal::new(theme),
            view: RwSignal::new(view),
            article,
            work: RwSignal::default(),
            names: RwSignal::default(),
            message: RwSignal::new(None),
            selected: RwSignal::new(None),
            hovered: RwSignal::new(None),
            hidden: RwSignal::new(Vec::new()),
            is_open: Memo::new(move |_| article.with(Option::is_some)),
            asks_date: RwSignal::new(false),
            timeline: Timeline::default(),
            speakers_by: RwSignal::default(),
            embed,
            dragging: RwSignal::new(false),
            request: RwSignal::new(None),
            before: RwSignal::new((None, None)),
            wanted: StoredValue::new(None),
            watcher: StoredValue::new_local(None),
            client: StoredValue::new_local(None),
        };
        state.client.set_value(Some(Client::new(move |report| state.receive(report))));
        state
    }

    /// The state that the page was mounted with.
    ///
    /// # Panics
    ///
    /// Outside the page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// A word of the interface that follows the reader's language. Every call gives the same type of closure,
    /// so that the page holds the code around it once.
    pub fn say(
        self,
        pick: fn(&'static Texts) -> &'static str,
    ) -> impl Fn() -> &'static str + Copy + Send + Sync {
        move || pick(self.texts.get())
    }

    /// Analyses a text; it takes the place of the open article when the first results are there.
    pub fn open(self, name: Option<String>, text: String, options: Options) {
        self.open_from(Origin::Reader, name, text, options, None);
    }

    /// The same for an article of another origin, with what it selects: a kind, and where it starts.
    pub fn open_from(
        self,
        origin: Origin,
        name: Option<String>,
        text: String,
        options: Options,
        wanted: Option<(Target, u32)>,
    ) {
        let options = Options { file_name: name.clone(), ..options };
        self.message.set(None);
        self.wanted.set_value(wanted);
        self.send(Arc::new(Opened { name, text: text.into(), options, origin }));
    }

    /// Analyses the open article again with the date that the reader states.
    pub fn state_date(self, date: PartialDate) {
        self.change(|options| options.date = Some(DocumentDate { value: date, source: DateSource::Reader }));
    }

    /// Changes the reader's corrections and analyses the open article again with them.
    pub fn edit(self, change: impl FnOnce(&mut Vec<Edit>)) {
        self.change(|options| change(&mut options.edits));
    }

    fn change(self, change: impl FnOnce(&mut Options)) {
        if let Some(opened) = self.request.get_untracked() {
            let mut opened = Opened::clone(&opened);
            change(&mut opened.options);
            self.send(Arc::new(opened));
        }
    }

    /// The reader's corrections of what is open, and where it came from.
    pub fn opened(self) -> Option<(Vec<Edit>, Origin)> {
        self.request.with_untracked(|opened| {
            let opened = opened.as_ref()?;
            Some((opened.options.edits.clone(), opened.origin.clone()))
        })
    }

    /// Asks the worker for a file of what is open.
    pub fn export(self, form: Form) {
        if let Some(opened) = self.request.get_untracked() {
            let export =
                |client: &Client| client.export(opened.text.to_string(), opened.options.clone(), form);
            self.client.with_value(|client| client.iter().for_each(export));
        }
    }

    /// How many corrections the reader made.
    pub fn corrections(self) -> usize {
        self.request.with(|opened| opened.as_ref().map_or(0, |opened| opened.options.edits.len()))
    }

    /// Where the time expression stands that is chosen.
    pub fn chosen_time(self) -> Option<Span> {
        let Some(Target::Time(index)) = self.selected.get_untracked() else { return None };
        self.article.with_untracked(|open| Some(open.as_ref()?.analysis.times.get(index as usize)?.span))
    }

    /// Whether the reader corrected the time expression at `span`.
    pub fn is_corrected(self, span: Span) -> bool {
        let of = |edit: &Edit| {
            let Edit::Time { span: other, .. } = edit;
            *other == span
        };
        self.request.with_untracked(|opened| {
            opened.as_ref().is_some_and(|opened| opened.options.edits.iter().any(of))
        })
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
    }

    /// Whether a target is chosen or pointed at: the pointer wins.
    pub fn lit(self) -> Option<Target> {
        self.hovered.get().or_else(|| self.selected.get())
    }

    /// Keeps what watches the article's blocks, until the next article.
    pub fn keep(self, watcher: Option<Watcher>) {
        self.watcher.set_value(watcher);
    }

    fn send(self, opened: Arc<Opened>) {
        // While a request runs, what is shown may be a part of it.
        if !matches!(self.work.get_untracked(), Work::Busy(_) | Work::Failed(_)) {
            self.before.set((self.article.get_untracked(), self.request.get_untracked()));
        }
        self.work.set(Work::Busy(None));
        self.client.with_value(|client| {
            client.iter().for_each(|client| client.analyze(opened.text.to_string(), opened.options.clone()));
        });
        self.request.set(Some(opened));
    }

    fn receive(self, report: Report) {
        match report {
            Report::Progress(stage, partial) => {
                self.work.set(Work::Busy(Some(stage)));
                if let Some(found) = partial {
                    self.show(found);
                }
            }
            Report::Done(found, _) => {
                self.work.set(Work::Idle);
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
        let text = found.text.map_or_else(|| opened.text.clone(), Into::into);
        let same = self.article.with_untracked(|open| open.as_ref().is_some_and(|open| open.text == text));
        self.hovered.set(None);
        if same {
            // The same place in the text; its number may be another one now.
            let selected = self.selected.get_untracked();
            let start = self.article.with_untracked(|open| selected?.start(&open.as_ref()?.analysis));
            self.selected.set(start.and_then(|start| selected?.moved(&found.analysis, start)));
        } else {
            self.selected.set(None);
            self.asks_date.set(false);
            self.timeline.window.set(None);
            self.timeline.filter.set(Filter::default());
            if opened.origin == Origin::Reader {
                address::forget_article();
            }
        }
        let wanted = self.wanted.get_value();
        let wanted = wanted.and_then(|(kind, start)| kind.moved(&found.analysis, start));
        let was_closed = !self.is_open.get_untracked();
        let marks = Marks::new(&found.analysis);
        let groups = groups(&found.analysis.events);
        self.article.set(Some(Arc::new(Article {
            name: opened.name.clone(),
            text,
            analysis: found.analysis,
            marks,
            groups,
        })));
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

impl Article {
    /// The event that stands for an event on the timeline.
    pub fn group_of(&self, event: u32) -> u32 {
        self.groups.get(event as usize).copied().unwrap_or(event)
    }

    /// The words of the time expressions in an event's sentence.
    pub fn times_of(&self, event: &Event) -> Vec<&str> {
        let Some(sentence) = self.analysis.sentences.get(event.sentence as usize) else { return Vec::new() };
        let times = &self.analysis.times;
        let first = times.partition_point(|time| time.span.end <= sentence.span.start);
        let inside = times[first..].iter().take_while(|time| time.span.start < sentence.span.end);
        inside.map(|time| time.span.of(&self.text)).collect()
    }

    /// The entity with an id, if there is one.
    pub fn entity(&self, id: EntityId) -> Option<&crate::analysis::Entity> {
        self.analysis.entities.get(id.0 as usize)
    }
}
