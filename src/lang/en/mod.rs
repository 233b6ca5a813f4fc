//! English.

pub mod names;
pub mod speech;
