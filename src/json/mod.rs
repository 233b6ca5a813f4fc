//! JSON, written and read by hand: the page pays 4 KB for both, where a general library takes 20.

mod read;
mod write;

pub use read::{Fault, Value, parse};
pub use write::Json;
