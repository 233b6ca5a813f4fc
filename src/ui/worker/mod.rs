//! The worker and the page's client of it.

mod client;
mod server;

pub use client::{Client, Failure, Report};
pub use server::serve;
