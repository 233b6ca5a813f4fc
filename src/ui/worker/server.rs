//! Inside the worker: read a request, run the pipeline, post the responses.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::analysis::Analysis;
use crate::pipeline::{Stage, analyze_with_progress};
use crate::protocol::{self, BUILD, Request, Response};

/// Texts from this many bytes on are shown in parts while later stages run. Below it the whole analysis is
/// done before the page could draw a part.
const LONG: usize = 100_000;

/// Listens for requests, then says that it is ready.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn Fn(MessageEvent)>::new({
        let scope = scope.clone();
        move |message: MessageEvent| {
            let bytes = Uint8Array::new(&message.data()).to_vec();
            // A message of another build cannot be read; the page finds out from `Ready` and reloads.
            if let Ok(Request::Analyze { id, text, options }) = protocol::decode(&bytes) {
                let long = text.len() >= LONG;
                let clock = scope.performance();
                let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
                let start = now();
                let mut analysis = analyze_with_progress(&text, &options, &mut |stage, found| {
                    let partial = (long && matches!(stage, Stage::Text | Stage::Names | Stage::Quotes))
                        .then(|| Box::new(without_tokens(found)));
                    post(&scope, &Response::Progress { id, stage, partial });
                });
                let milliseconds = now() - start;
                analysis.tokens.clear();
                post(&scope, &Response::Done { id, analysis: Box::new(analysis), milliseconds });
            }
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    post(&scope, &Response::Ready { build: BUILD.to_owned() });
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

fn post(scope: &DedicatedWorkerGlobalScope, response: &Response) {
    let bytes = Uint8Array::from(protocol::encode(response).as_slice());
    let buffer = bytes.buffer();
    // Posting fails only when the page is gone, and then nobody waits for it.
    let _ = scope.post_message_with_transfer(&buffer, &Array::of1(&buffer));
}
