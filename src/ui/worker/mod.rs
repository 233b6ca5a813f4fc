//! The page's client of the worker.

mod client;

pub use client::{Client, Failure, Found, Report};
