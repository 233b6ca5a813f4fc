//! English.

pub mod events;
pub mod names;
pub mod speech;
pub mod times;
