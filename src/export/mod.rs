//! The analysis in other forms: one file a format.

pub mod json;
