//! What the browser benchmark measures with, offered only when the address ends in `#bench`.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::address;
use super::worker::{Client, Report};
use crate::pipeline::Options;
use crate::protocol::Piece;

/// Puts `window.kroniekBench(text, runs)` in place: a promise of the milliseconds that each stage of each
/// run took in a worker of its own, without the crossing.
pub fn offer() {
    if !address::flag("bench") {
        return;
    }
    let bench = Closure::<dyn Fn(String, u32) -> Promise>::new(|text: String, runs: u32| {
        Promise::new(&mut |resolve, reject| {
            let times = Array::new();
            let client: Rc<RefCell<Option<Client>>> = Rc::default();
            let weak = Rc::clone(&client);
            let piece = Piece { text: text.clone(), options: Options::default() };
            let next = piece.clone();
            let started = Client::new(move |report| match report {
                Report::Done(_, milliseconds) => {
                    times.push(&milliseconds.iter().map(|&stage| JsValue::from(stage)).collect::<Array>());
                    if times.length() < runs {
                        let again = next.clone();
                        weak.borrow().iter().for_each(|client| client.analyze(vec![again.clone()]));
                    } else {
                        let _ = resolve.call1(&JsValue::NULL, &times);
                    }
                }
                Report::Failed(_) => {
                    let _ = reject.call1(&JsValue::NULL, &"the worker failed".into());
                }
                Report::Progress(..) | Report::Names(_) | Report::Written(..) => {}
            });
            started.analyze(vec![piece]);
            *client.borrow_mut() = Some(started);
        })
    });
    let _ = Reflect::set(&window(), &"kroniekBench".into(), bench.as_ref());
    bench.forget();
}
