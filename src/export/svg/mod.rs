//! The two timelines as pictures: the whole of each, not what a window showed of it.

mod events;
mod speakers;

use super::{Options, View};
use crate::analysis::Analysis;

/// Width of a picture in pixels; a wide column of a page, or a slide.
const WIDTH: f64 = 960.0;
/// Room around what is drawn.
const MARGIN: f64 = 16.0;
/// Where the heading stands, and what it takes.
const HEAD: f64 = 40.0;

/// The timeline that the options name, as one SVG document.
pub fn to_svg(text: &str, analysis: &Analysis, options: &Options<'_>) -> String {
    draw(text, analysis, options, true)
}

/// The same, as an element inside a page.
pub(super) fn inline(text: &str, analysis: &Analysis, options: &Options<'_>) -> String {
    draw(text, analysis, options, false)
}

fn draw(text: &str, analysis: &Analysis, options: &Options<'_>, alone: bool) -> String {
    match options.view {
        View::Events => events::draw(text, analysis, alone),
        View::Speakers => speakers::draw(text, analysis, alone),
    }
}
