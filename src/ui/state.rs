//! What the page shows and what the reader points at.

mod choices;
pub mod several;
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
use crate::collection::Source;
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
    /// The text exactly as read.
    pub text: Arc<str>,
    /// What has been found.
    pub analysis: Analysis,
    /// The same, sorted for the article's segments.
    pub marks: Marks,
    /// For each event the one that stands for it on the timeline.
    pub groups: Vec<u32>,
    /// The articles that `text` is made of; often one.
    pub sources: Vec<Source>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// It was not opened.
    Refused(Refusal),
    /// The browser could not read it.
    Unreadable,
    /// Of several files these were not opened; their names.
    Left(String),
    /// A link does not open.
    Link(LinkError),
    /// What `import.js` says of a file, in Dutch and in English.
    Told([String; 2]),
    /// The article that an address names was not fetched.
    Source(SourceError),
}

impl Message {
    /// Whether there is anything to tell.
    pub fn says_something(&self) -> bool {
        !matches!(self, Self::Told([dutch, _]) if dutch.is_empty())
    }
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
    /// The index of the article that is read, of those that are open.
    pub current: RwSignal<usize>,
    /// Whether the next files that are chosen come beside what is open.
    pub adds: RwSignal<bool>,
    /// The article to read when the analysis is there.
    next: RwSignal<usize>,
    /// What was sent to the worker, to try again with.
    request: RwSignal<Option<Request>>,
    /// What was open before that, to come back to when the reader stops the analysis.
    before: RwSignal<Before>,
    /// What a link selects, by its kind and the byte where it starts, until it has been found.
    wanted: StoredValue<Option<(Target, u32)>>,
    client: StoredValue<Option<Client>, LocalStorage>,
    watcher: StoredValue<Option<Watcher>, LocalStorage>,
}

/// An article with the request that it came from.
type Before = (Option<Arc<Article>>, Option<Request>);

/// The articles that are open, in order.
type Request = Arc<[Opened]>;

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
            current: RwSignal::new(0),
            adds: RwSignal::new(false),
            next: RwSignal::new(0),
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

    /// Analyses a text of some origin, with what it selects: a kind, and where it starts. It takes the place of what
    /// is open when the first results are there.
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
        self.next.set(0);
        self.send([Opened { name, text: text.into(), options, origin }].into());
    }

    /// Analyses the article that is read again with the date that the reader states.
    pub fn state_date(self, date: PartialDate) {
        let date = Some(DocumentDate { value: date, source: DateSource::Reader });
        self.change(self.current.get_untracked(), |options| options.date = date);
    }

    /// Changes the reader's corrections of an article and analyses it again with them.
    pub fn edit(self, article: usize, change: impl FnOnce(&mut Vec<Edit>)) {
        self.change(article, |options| change(&mut options.edits));
    }

    fn change(self, article: usize, change: impl FnOnce(&mut Options)) {
        if let Some(opened) = self.request.get_untracked() {
            let mut opened = opened.to_vec();
            if let Some(opened) = opened.get_mut(article) {
                change(&mut opened.options);
            }
            self.send(opened.into());
        }
    }

    /// Has the marks of the article that is read found, in the place of those that a file gave.
    pub fn find_marks(self) {
        self.change(self.current.get_untracked(), |options| options.marks = None);
    }

    /// The reader's corrections of the article that is read, where it came from, and whether its marks are those of a file.
    pub fn opened(self) -> Option<(Vec<Edit>, Origin, bool)> {
        self.request.with_untracked(|opened| {
            let opened = opened.as_ref()?.get(self.current.get_untracked())?;
            let Options { edits, marks, .. } = &opened.options;
            Some((edits.clone(), opened.origin.clone(), marks.is_some()))
        })
    }

    /// Asks the worker for a file of what is open.
    pub fn export(self, form: Form) {
        if let Some(opened) = self.request.get_untracked() {
            let pieces = opened.iter().map(Opened::piece).collect();
            self.client.with_value(|client| client.as_ref().map(|client| client.export(pieces, form)));
        }
    }

    /// How many corrections the reader made in the article that is read, and whether its marks are those of a file.
    pub fn corrections(self) -> (usize, bool) {
        let current = self.current.get();
        let opened = |opened: &Option<Request>| {
            let Options { edits, marks, .. } = &opened.as_ref()?.get(current)?.options;
            Some((edits.len(), marks.is_some()))
        };
        self.request.with(opened).unwrap_or_default()
    }

    /// Whether the reader corrected the time expression at `span` of the text of an article.
    pub fn is_corrected(self, (article, span): (usize, Span)) -> bool {
        let of = |edit: &Edit| {
            let Edit::Time { span: other, .. } = edit;
            *other == span
        };
        self.request.with_untracked(|opened| {
            let opened = opened.as_ref().and_then(|opened| opened.get(article));
            opened.is_some_and(|opened| opened.options.edits.iter().any(of))
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
        self.next.set(self.current.get_untracked());
    }

    /// The article that is open, where the page shows this part of it.
    pub fn shown(self, part: View) -> Option<Arc<Article>> {
        self.article.get().filter(|_| self.embed.shows(part))
    }

    /// Whether a target is chosen or pointed at: the pointer wins.
    pub fn lit(self) -> Option<Target> {
        self.hovered.get().or_else(|| self.selected.get())
    }

    /// Keeps what watches the article's blocks, until the next article.
    pub fn keep(self, watcher: Option<Watcher>) {
        self.watcher.set_value(watcher);
    }

    fn send(self, opened: Request) {
        // While a request runs, what is shown may be a part of it.
        if !matches!(self.work.get_untracked(), Work::Busy(_) | Work::Failed(_)) {
            self.before.set((self.article.get_untracked(), self.request.get_untracked()));
        }
        self.work.set(Work::Busy(None));
        let pieces = opened.iter().map(Opened::piece).collect();
        self.client.with_value(|client| client.as_ref().map(|client| client.analyze(pieces)));
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
