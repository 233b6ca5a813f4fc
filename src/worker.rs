//! Inside the worker: read a request, fetch the pack of its language, run the pipeline, post the responses.

use std::cell::Cell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::analysis::Analysis;
use crate::intake;
use crate::lang::{Language, Pack};
use crate::pipeline::{self, Options, Stage};
use crate::protocol::{self, BUILD, Request, Response};

/// Texts from this many bytes on are shown in parts while later stages run. Below it the whole analysis is
/// done before the page could draw a part.
const LONG: usize = 100_000;

/// The worker's scope, and the packs that it has fetched.
struct Server {
    scope: DedicatedWorkerGlobalScope,
    // A pack is kept as long as the worker, so it is never freed.
    packs: [Cell<Option<&'static Pack<'static>>>; 2],
}

/// A request, opened.
struct Job {
    id: u32,
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
    let server: &'static Server = Box::leak(Box::new(Server { scope, packs: Default::default() }));
    let receive = Closure::<dyn Fn(MessageEvent)>::new(|message: MessageEvent| {
        let bytes = Uint8Array::new(&message.data()).to_vec();
        // A message of another build cannot be read; the page finds out from `Ready` and reloads.
        if let Ok(Request::Analyze { id, text, options }) = protocol::decode(&bytes) {
            server.start(Job::new(id, text, options));
        }
    });
    server.scope.set_onmessage(Some(receive.as_ref().unchecked_ref()));
    receive.forget();
    server.post(&Response::Ready { build: BUILD.to_owned() });
}

impl Job {
    fn new(id: u32, text: String, mut options: Options) -> Self {
        let length = text.len();
        let opened = intake::open(options.file_name.as_deref(), text);
        options.date = options.date.or(opened.date);
        options.language = options.language.or(opened.language);
        options.language = pipeline::language(&opened.text, &options);
        // The article of a page is always shorter than the page: its tags are gone.
        Self { id, extracted: opened.text.len() != length, text: opened.text, options }
    }

    fn shown(&self) -> Option<String> {
        self.extracted.then(|| self.text.clone())
    }
}

impl Server {
    /// Analyses at once where the pack is here, or else when it has come.
    fn start(&'static self, job: Job) {
        let language = job.options.language.unwrap_or_default();
        let kept = &self.packs[language as usize];
        if let Some(pack) = kept.get() {
            return self.analyze(&job, pack);
        }
        let id = job.id;
        let body = Closure::once_into_js(
            |response: web_sys::Response| {
                if response.ok() { response.text() } else { Err(JsValue::NULL) }
            },
        );
        let parse = Closure::once_into_js(move |text: JsValue| match parse(&text, language) {
            Some(pack) => {
                kept.set(Some(pack));
                self.analyze(&job, pack);
            }
            None => self.post(&Response::Failed { id }),
        });
        let fail = Closure::once_into_js(move || self.post(&Response::Failed { id }));
        let address = ["./", language.code(), ".pack?v=", BUILD].concat();
        let response: Thenable = self.scope.fetch_with_str(&address).unchecked_into();
        response.then(&body, &JsValue::UNDEFINED).then(&parse, &fail);
    }

    fn analyze(&self, job: &Job, pack: &Pack<'_>) {
        let long = job.text.len() >= LONG;
        let clock = self.scope.performance();
        let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
        let start = now();
        let mut progress = |stage, found: &Analysis| {
            let partial = (long && matches!(stage, Stage::Text | Stage::Names | Stage::Quotes))
                .then(|| Box::new(without_tokens(found)));
            let text = partial.as_ref().and_then(|_| job.shown());
            self.post(&Response::Progress { id: job.id, stage, partial, text });
        };
        let mut analysis = pipeline::analyze_with_pack(&job.text, &job.options, pack, &mut progress);
        let milliseconds = now() - start;
        analysis.tokens.clear();
        let text = job.shown();
        self.post(&Response::Done { id: job.id, analysis: Box::new(analysis), milliseconds, text });
    }

    fn post(&self, response: &Response) {
        let bytes = Uint8Array::from(protocol::encode(response).as_slice());
        let buffer = bytes.buffer();
        // Posting fails only when the page is gone, and then nobody waits for it.
        let _ = self.scope.post_message_with_transfer(&buffer, &Array::of1(&buffer));
    }
}

fn parse(text: &JsValue, language: Language) -> Option<&'static Pack<'static>> {
    let text = Box::leak(text.as_string()?.into_boxed_str());
    // A pack of another language would be one that a server sent by mistake.
    let pack = Pack::parse(text).ok().filter(|pack| pack.language == language)?;
    Some(Box::leak(Box::new(pack)))
}

#[wasm_bindgen]
extern "C" {
    /// A promise, given functions that are called once and free themselves; js-sys asks for closures that
    /// somebody keeps.
    type Thenable;
    #[wasm_bindgen(method)]
    fn then(this: &Thenable, done: &JsValue, failed: &JsValue) -> Thenable;
}

fn without_tokens(found: &Analysis) -> Analysis {
    Analysis {
        tokens: Vec::new(),
        date: found.date,
        language: found.language,
        blocks: found.blocks.clone(),
        sentences: found.sentences.clone(),
        entities: found.entities.clone(),
        times: found.times.clone(),
        quotes: found.quotes.clone(),
        events: found.events.clone(),
        notices: found.notices.clone(),
    }
}
