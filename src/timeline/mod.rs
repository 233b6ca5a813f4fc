//! Geometry of the events timeline: scale, ticks, and the places of labels. Pure, so that it is tested
//! without a browser; `ui::timeline` draws it.

pub mod groups;
pub mod labels;
pub mod layout;
pub mod scale;
pub mod ticks;
