//! Inside the worker: read a request, fetch the pack of its language, run the pipeline, post the responses.

mod files;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::analysis::Analysis;
use crate::collection::{self, Collection, Part};
use crate::export;
use crate::intake;
use crate::lang::{Language, Pack};
use crate::names::tagger::Tagger;
use crate::pipeline::{self, Options, Stage};
use crate::protocol::{self, BUILD, Form, NamesModel, Piece, Request, Response};

/// Texts from this many bytes on are shown in parts while later stages run. Below it the whole analysis is
/// done before the page could draw a part.
const LONG: usize = 100_000;

/// Texts of fewer bytes are done before a reader could read how far they are.
const SHORT: usize = 20_000;

/// How long the first article waits for the model of names, in milliseconds: on a usual line its names are then right at
/// once, and on a slow one the rules' names show before the model's.
const PATIENCE: i32 = 500;

/// The worker's scope, and what it has fetched.
struct Server {
    scope: DedicatedWorkerGlobalScope,
    // A pack is kept as long as the worker, so it is never freed.
    packs: [Cell<Option<&'static Pack<'static>>>; 2],
    /// The packs that are on their way.
    coming: [Cell<bool>; 2],
    /// The requests that wait for a pack.
    waiting: RefCell<Vec<Rc<Job>>>,
    names: Cell<NamesModel>,
    /// The model of names, until it is in the Dutch pack.
    tagger: Cell<Option<Tagger>>,
    /// The newest request with an article in Dutch, and whether it waits for the model of names.
    newest: RefCell<Option<Rc<Job>>>,
    waits: Cell<bool>,
    /// Whether an article was shown without the model: only then does the page hear how far it is.
    without: Cell<bool>,
}

/// A request, opened.
struct Job {
    id: u32,
    articles: Vec<Article>,
    /// The file that is wanted instead of the analysis.
    form: Option<Form>,
}

/// An article of a request.
struct Article {
    text: String,
    /// Whether `text` is not what the page sent: the article of an HTML page.
    extracted: bool,
    options: Options,
}

/// The worker's scope, where this program runs in a worker.
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Listens for requests, then says that it is ready.
pub fn serve(scope: DedicatedWorkerGlobalScope) {
    let server: &'static Server = Box::leak(Box::new(Server {
        scope,
        packs: Default::default(),
        coming: Default::default(),
        waiting: RefCell::default(),
        names: Cell::default(),
        tagger: Cell::default(),
        newest: RefCell::default(),
        waits: Cell::default(),
        without: Cell::default(),
    }));
    let receive = Closure::<dyn Fn(MessageEvent)>::new(|message: MessageEvent| {
        let bytes = Uint8Array::new(&message.data()).to_vec();
        // A message of another build cannot be read; the page finds out from `Ready` and reloads.
        match protocol::decode(&bytes) {
            Ok(Request::Analyze { id, pieces }) => server.start(Job::new(id, pieces, None)),
            Ok(Request::Export { pieces, form }) => server.start(Job::new(0, pieces, Some(form))),
            Err(_) => {}
        }
    });
    server.scope.set_onmessage(Some(receive.as_ref().unchecked_ref()));
    receive.forget();
    server.post(&Response::Ready { build: BUILD.to_owned() });
    server.foresee();
}

impl Job {
    fn new(id: u32, pieces: Vec<Piece>, form: Option<Form>) -> Self {
        Self { id, articles: pieces.into_iter().map(Article::new).collect(), form }
    }

    /// Whether an article in a language is to be analysed; the marks of a file are only shown.
    fn is_in(&self, language: Language) -> bool {
        self.articles.iter().any(|article| article.language() == language && article.options.marks.is_none())
    }
}

impl Article {
    fn new(Piece { text, mut options }: Piece) -> Self {
        let length = text.len();
        let opened = match options.marks {
            // Marks of a file are of the article, never of the page around it.
            Some(_) => intake::Opened { text, ..Default::default() },
            None => intake::open(options.file_name.as_deref(), text),
        };
        options.date = options.date.or(opened.date);
        options.language = options.language.or(opened.language);
        options.language = pipeline::language(&opened.text, &options);
        // The article of a page is always shorter than the page: its tags are gone.
        Self { extracted: opened.text.len() != length, text: opened.text, options }
    }

    fn language(&self) -> Language {
        self.options.language.unwrap_or_default()
    }

    fn shown(&self) -> Option<String> {
        self.extracted.then(|| self.text.clone())
    }
}

impl Server {
    fn start(&'static self, job: Job) {
        if job.is_in(Language::Dutch) {
            self.fetch_names();
        }
        self.prepare(Rc::new(job));
    }

    /// Analyses at once where the packs are here, or else when they have come.
    fn prepare(&'static self, job: Rc<Job>) {
        let is_missing = |article: &Article| self.pack(article.language()).is_none();
        let Some(language) = job.articles.iter().find(|article| is_missing(article)).map(Article::language)
        else {
            return self.go_on(job);
        };
        self.waiting.borrow_mut().push(job);
        self.fetch_pack(language);
    }

    /// Analyses now, or after a short wait for the model of names.
    fn go_on(&'static self, job: Rc<Job>) {
        self.equip();
        if let Some(form) = job.form {
            return self.export(&job, form);
        }
        let loading = job.is_in(Language::Dutch) && matches!(self.names.get(), NamesModel::Loading(_));
        self.waits.set(loading);
        if !loading {
            self.newest.take();
            return self.analyze(&job);
        }
        let id = job.id;
        *self.newest.borrow_mut() = Some(job);
        let give_up = Closure::once_into_js(move || {
            let job = self.newest.borrow().clone();
            if let Some(job) = job.filter(|job| job.id == id && self.waits.replace(false)) {
                self.without.set(true);
                self.report_names();
                self.analyze(&job);
            }
        });
        let _ = self
            .scope
            .set_timeout_with_callback_and_timeout_and_arguments_0(give_up.unchecked_ref(), PATIENCE);
    }

    fn analyze(&self, job: &Job) {
        let clock = self.scope.performance();
        let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
        let mut milliseconds = [0.0; Stage::ALL.len()];
        let mut last = now();
        let id = job.id;
        let is_short = job.articles.iter().map(|article| article.text.len()).sum::<usize>() < SHORT;
        let Collection { text, mut analysis, sources } = self.read(job, &mut |article, stage, found| {
            milliseconds[stage as usize] += now() - last;
            let long = job.articles.len() == 1 && article.text.len() >= LONG;
            let partial = (long && matches!(stage, Stage::Text | Stage::Names | Stage::Quotes))
                .then(|| Box::new(found.without_tokens()));
            let text = partial.as_ref().and_then(|_| article.shown());
            if !is_short {
                self.post(&Response::Progress { id, stage, partial, text });
            }
            last = now();
        });
        analysis.tokens.clear();
        let (text, sources) = match &job.articles[..] {
            [article] => (article.shown(), Vec::new()),
            _ => (Some(text), sources),
        };
        self.post(&Response::Done { id, analysis: Box::new(analysis), milliseconds, text, sources });
    }

    /// Analyses each article of a request and joins them.
    fn read(&self, job: &Job, progress: &mut dyn FnMut(&Article, Stage, &Analysis)) -> Collection {
        let mut parts = Vec::new();
        for article in &job.articles {
            let Article { text, options, .. } = article;
            let Some(pack) = self.pack(article.language()) else { continue };
            let mut told = |stage, found: &Analysis| progress(article, stage, found);
            let analysis = pipeline::analyze_with_pack(text, options, pack, &mut told);
            parts.push(Part { file_name: options.file_name.as_deref(), text, analysis, pack });
        }
        collection::join(parts)
    }

    /// Writes a file, the same as the command line writes.
    fn export(&self, job: &Job, form: Form) {
        let Collection { text, analysis, .. } = self.read(job, &mut |_, _, _| ());
        let Form { table, view, .. } = form;
        // Without its mark a spreadsheet takes the file for one of another encoding.
        let options = export::Options { table, view, byte_order_mark: true, ..Default::default() };
        let text = export::write_for_page(form.format, &text, &analysis, &options);
        if let Some(text) = text {
            self.post(&Response::Written { form, text });
        }
    }

    fn post(&self, response: &Response) {
        let bytes = Uint8Array::from(protocol::encode(response).as_slice());
        let buffer = bytes.buffer();
        // Posting fails only when the page is gone, and then nobody waits for it.
        let _ = self.scope.post_message_with_transfer(&buffer, &Array::of1(&buffer));
    }
}
