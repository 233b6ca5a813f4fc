//! Dutch.

pub mod article_lines;
pub mod function_words;
pub mod months;
pub mod events;
pub mod names;
pub mod segmentation;
pub mod speech;
pub mod weekdays;
pub mod times;
