//! What the page shows and what the reader points at.

mod article;
mod choices;
mod requests;
pub mod several;
mod target;

use std::sync::Arc;

use leptos::prelude::*;

use super::article::Watcher;
use super::embed::Embed;
use super::events::window::Timeline;
use super::locale::Texts;
use super::share::SourceError;
use super::speakers::Order;
use super::worker::{Client, Failure};
use crate::edits::Edit;
use crate::intake::encoding::Refusal;
use crate::lang::Language;
use crate::pipeline::{Options, Stage};
use crate::protocol::NamesModel;
use crate::share::LinkError;
use crate::text::Span;
use crate::times::{DateSource, DocumentDate, PartialDate};

pub use article::Article;
pub use choices::{Layer, Theme, View};
pub use target::Target;

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
}
