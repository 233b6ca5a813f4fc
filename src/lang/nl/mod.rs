//! Dutch.

pub mod article_lines;
pub mod function_words;
pub mod months;
pub mod weekdays;
