//! Dutch.

pub mod segmentation;
