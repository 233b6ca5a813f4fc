//! Dutch.

pub mod names;
pub mod speech;
