//! English.

pub mod segmentation;
