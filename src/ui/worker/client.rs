//! The page's side: one worker, restarted when it fails or is cancelled.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};

use crate::analysis::Analysis;
use crate::collection::Source;
use crate::pipeline::Stage;
use crate::protocol::{self, BUILD, Form, NamesModel, Piece, Request, Response};

#[wasm_bindgen]
extern "C" {
    /// Starts a worker that runs the page's own compiled module once more, or gives the one that is starting:
    /// `boot.js`, or `sandbox.js` where the page has no origin. What is sent to it before it listens waits there.
    #[wasm_bindgen(catch, js_name = kroniekWorker)]
    fn new_worker() -> Result<Worker, JsValue>;
}

/// What the worker tells about the newest request.
pub enum Report {
    /// A stage is done, with what has been found so far where that is sent.
    Progress(Stage, Option<Found>),
    /// The analysis is done; each stage took so many milliseconds in the worker.
    Done(Found, [f64; Stage::ALL.len()]),
    /// The model of names has come further.
    Names(NamesModel),
    /// A file is written.
    Written(Form, String),
    /// There will be no analysis.
    Failed(Failure),
}

/// An analysis, whole or so far.
pub struct Found {
    /// What has been found.
    pub analysis: Analysis,
    /// The text that its spans are of, where it is not the one sent: the article of an HTML page, or several.
    pub text: Option<String>,
    /// Where the articles lie in it, if there are several.
    pub sources: Vec<Source>,
}

/// Why there is no analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The worker could not be started.
    Start,
    /// The worker stopped while it was at work.
    Crash,
    /// The language pack could not be fetched.
    Pack,
    /// The worker is of another build: the page has to be loaded again.
    OtherBuild,
}

/// Sends requests to a worker and reports what comes back. Only the newest request counts: an older one's
/// responses are dropped.
pub struct Client {
    state: Rc<State>,
}

type Reporter = Rc<dyn Fn(Report)>;

struct State {
    worker: RefCell<Option<Running>>,
    /// Whether the newest request has no answer yet.
    pending: Cell<bool>,
    newest: Cell<u32>,
    report: Reporter,
}

struct Running {
    worker: Worker,
    ready: Cell<bool>,
    // Kept alive as long as the worker.
    _listeners: [Closure<dyn Fn(Event)>; 3],
}

impl Client {
    /// Starts a worker; `report` is called for every report about the newest request.
    pub fn new(report: impl Fn(Report) + 'static) -> Self {
        let state = Rc::new(State {
            worker: RefCell::new(None),
            pending: Cell::new(false),
            newest: Cell::new(0),
            report: Rc::new(report),
        });
        state.start();
        Self { state }
    }

    /// Analyses articles. A request that is still running is dropped, its worker stopped.
    pub fn analyze(&self, pieces: Vec<Piece>) {
        if self.state.pending.replace(true) {
            self.state.stop();
        }
        let id = self.state.newest.get() + 1;
        self.state.newest.set(id);
        self.state.ask(&Request::Analyze { id, pieces });
    }

    /// Asks for a file of an article that was analysed.
    pub fn export(&self, pieces: Vec<Piece>, form: Form) {
        self.state.ask(&Request::Export { pieces, form });
    }

    /// Stops the running request at once, and starts a fresh worker for the next.
    pub fn cancel(&self) {
        self.state.pending.set(false);
        self.state.newest.set(self.state.newest.get() + 1);
        self.state.stop();
        self.state.start();
    }
}

impl State {
    fn start(self: &Rc<Self>) {
        let Ok(worker) = new_worker() else {
            self.fail(Failure::Start);
            return;
        };
        let on = |react: fn(&Rc<Self>, Event)| {
            let state: Weak<Self> = Rc::downgrade(self);
            Closure::<dyn Fn(Event)>::new(move |event| {
                if let Some(state) = state.upgrade() {
                    react(&state, event);
                }
            })
        };
        let message = on(|state, event| state.receive(&event.unchecked_into()));
        let error = on(|state, event| {
            event.prevent_default();
            state.crash();
        });
        let unreadable = on(|state, _| state.crash());
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(unreadable.as_ref().unchecked_ref()));
        *self.worker.borrow_mut() =
            Some(Running { worker, ready: Cell::new(false), _listeners: [message, error, unreadable] });
    }

    fn stop(&self) {
        // The listeners may be running right now, so they are dropped after this turn of the event loop.
        if let Some(running) = self.worker.borrow_mut().take() {
            running.worker.terminate();
            running.worker.set_onmessage(None);
            running.worker.set_onerror(None);
            running.worker.set_onmessageerror(None);
            wasm_bindgen_futures::spawn_local(async move { drop(running) });
        }
    }

    fn is_ready(&self) -> bool {
        self.worker.borrow().as_ref().is_some_and(|running| running.ready.get())
    }

    /// Sends a request, to a new worker where none runs. One that is still starting keeps it until it can read it.
    fn ask(self: &Rc<Self>, request: &Request) {
        if self.worker.borrow().is_none() {
            self.start();
        }
        if let Some(running) = &*self.worker.borrow() {
            let buffer = Uint8Array::from(protocol::encode(request).as_slice()).buffer();
            let _ = running.worker.post_message_with_transfer(&buffer, &Array::of1(&buffer));
        }
    }

    fn receive(self: &Rc<Self>, message: &MessageEvent) {
        let bytes = Uint8Array::new(&message.data()).to_vec();
        match protocol::decode(&bytes) {
            Ok(Response::Ready { build }) if build == BUILD => {
                if let Some(running) = &*self.worker.borrow() {
                    running.ready.set(true);
                }
            }
            Ok(Response::Ready { .. }) | Err(_) => {
                self.stop();
                self.fail(Failure::OtherBuild);
            }
            Ok(Response::Progress { id, stage, partial, text }) if id == self.newest.get() => {
                (self.report)(Report::Progress(
                    stage,
                    partial.map(|analysis| Found { analysis: *analysis, text, sources: Vec::new() }),
                ));
            }
            Ok(Response::Done { id, analysis, milliseconds, text, sources }) if id == self.newest.get() => {
                self.pending.set(false);
                (self.report)(Report::Done(Found { analysis: *analysis, text, sources }, milliseconds));
            }
            Ok(Response::Written { form, text }) => (self.report)(Report::Written(form, text)),
            Ok(Response::Names(model)) => (self.report)(Report::Names(model)),
            Ok(Response::Failed { id }) if id == self.newest.get() => self.fail(Failure::Pack),
            Ok(Response::Progress { .. } | Response::Done { .. } | Response::Failed { .. }) => {}
        }
    }

    fn crash(self: &Rc<Self>) {
        let started = self.is_ready();
        self.stop();
        if started {
            self.start();
            self.fail(Failure::Crash);
        } else {
            // A worker that fails before it is ready would fail again.
            self.fail(Failure::Start);
        }
    }

    fn fail(&self, failure: Failure) {
        let waiting = self.pending.replace(false);
        if waiting || failure != Failure::Crash {
            (self.report)(Report::Failed(failure));
        }
    }
}
