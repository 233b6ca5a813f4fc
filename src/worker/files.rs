//! What the worker fetches: the words of a language, and the model of Dutch names.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, ProgressEvent, XmlHttpRequest, XmlHttpRequestResponseType};

use super::Server;
use crate::lang::{Language, Pack};
use crate::names::tagger::Tagger;
use crate::pipeline::{self, Options};
use crate::protocol::{NAMES, NamesModel, PACKS, Response, is_of_this_build};
use crate::share::{self, Address};

impl Server {
    /// Fetches what the article in the page's address will need, while the page is still busy with itself. The
    /// worker's name ends with what stands behind `#` in that address.
    pub(super) fn foresee(&'static self) {
        let name = self.scope.name();
        let Some((_, hash)) = name.split_once('#') else { return };
        let address = Address::read(hash);
        let Some(payload) = address.get("d").and_then(|link| share::read(link).ok()) else { return };
        let options = Options { language: payload.language, ..Options::default() };
        let language = pipeline::language(&payload.text, &options).unwrap_or_default();
        if language == Language::Dutch {
            self.fetch_names();
        }
        self.fetch_pack(language);
    }

    /// Fetches a language's pack, unless it is on its way.
    pub(super) fn fetch_pack(&'static self, language: Language) {
        let index = language as usize;
        if self.coming[index].replace(true) {
            return;
        }
        let body = Closure::once_into_js(
            |response: web_sys::Response| {
                if response.ok() { response.text() } else { Err(JsValue::NULL) }
            },
        );
        let parse =
            Closure::once_into_js(move |text: JsValue| self.have_pack(language, parse(&text, language)));
        let fail = Closure::once_into_js(move || self.have_pack(language, None));
        let address = ["./", language.code(), ".pack?v=", PACKS[index]].concat();
        let response: Thenable = self.scope.fetch_with_str(&address).unchecked_into();
        response.then(&body, &JsValue::UNDEFINED).then(&parse, &fail);
    }

    /// Goes on with the requests that wait for a pack; none without it.
    fn have_pack(&'static self, language: Language, pack: Option<&'static Pack<'static>>) {
        let index = language as usize;
        self.coming[index].set(false);
        self.packs[index].set(pack);
        for job in self.waiting.take() {
            if pack.is_none() && job.is_in(language) {
                self.post(&Response::Failed { id: job.id });
            } else {
                self.prepare(job);
            }
        }
    }

    /// A language's words, if they are here.
    pub(super) fn pack(&self, language: Language) -> Option<&'static Pack<'static>> {
        self.packs[language as usize].get()
    }

    /// Fetches the model of names, unless it is here or on its way.
    pub(super) fn fetch_names(&'static self) {
        if matches!(self.names.get(), NamesModel::Loading(_) | NamesModel::Ready) {
            return;
        }
        self.names.set(NamesModel::Loading(0));
        let Ok(request) = XmlHttpRequest::new() else { return self.have_names(None) };
        let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            let part = 100.0 * event.loaded() / event.total();
            // Where the server packs the file, its whole length is not known beforehand.
            self.names.set(NamesModel::Loading(if event.length_computable() { part as u8 } else { 50 }));
            self.report_names();
        });
        request.set_onprogress(Some(progress.into_js_value().unchecked_ref()));
        let done = Closure::once_into_js(move |event: Event| {
            let request: Option<XmlHttpRequest> = event.target().map(JsCast::unchecked_into);
            let body = request
                .filter(|request| request.status() == Ok(200))
                .and_then(|request| request.response().ok());
            let bytes = body
                .map(|body| Uint8Array::new(&body).to_vec())
                .filter(|bytes| is_of_this_build(bytes, NAMES));
            self.have_names(bytes.and_then(|bytes| Tagger::parse(&bytes).ok()));
        });
        request.set_onloadend(Some(done.unchecked_ref()));
        request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
        let sent = request.open("GET", &["./nl.names?v=", NAMES].concat()).and_then(|()| request.send());
        if sent.is_err() {
            self.have_names(None);
        }
    }

    /// Puts the model of names to use: on the article that waits for it, or that was read without it.
    fn have_names(&self, tagger: Option<Tagger>) {
        let model = if tagger.is_some() { NamesModel::Ready } else { NamesModel::Failed };
        self.names.set(model);
        self.tagger.set(tagger);
        self.equip();
        if model == NamesModel::Failed {
            self.without.set(true);
        }
        let job = self.newest.take();
        if let Some(job) = job.filter(|_| self.waits.replace(false) || model == NamesModel::Ready) {
            self.analyze(&job);
        }
        self.report_names();
    }

    /// Gives the Dutch pack the model of names, as soon as both are here.
    pub(super) fn equip(&self) {
        if let Some(pack) = self.pack(Language::Dutch)
            && let Some(tagger) = self.tagger.take()
        {
            // It is set once: a second one would be the same.
            let _ = pack.tagger.set(tagger);
        }
    }

    /// Tells the page how far the model is, once an article is shown without it.
    pub(super) fn report_names(&self) {
        if self.without.get() {
            self.post(&Response::Names(self.names.get()));
        }
    }
}

fn parse(text: &JsValue, language: Language) -> Option<&'static Pack<'static>> {
    let text = text.as_string().filter(|text| is_of_this_build(text.as_bytes(), PACKS[language as usize]))?;
    let text = Box::leak(text.into_boxed_str());
    Some(Box::leak(Box::new(Pack::parse(text).ok()?)))
}

#[wasm_bindgen]
extern "C" {
    /// A promise, given functions that are called once and free themselves; js-sys asks for closures that
    /// somebody keeps.
    type Thenable;
    #[wasm_bindgen(method)]
    fn then(this: &Thenable, done: &JsValue, failed: &JsValue) -> Thenable;
}
