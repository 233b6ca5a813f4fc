//! English.

pub mod article_lines;
pub mod events;
pub mod function_words;
pub mod months;
pub mod names;
pub mod segmentation;
pub mod speech;
pub mod times;
pub mod weekdays;
