//! Sharing an article by a link that holds it, and opening such links.

mod browser;
mod dialog;
mod opening;

pub use dialog::{WITH_SELECTION, copy, draw, fill, fill_embed, hold, keep, open, send};
pub use opening::{SourceError, listen_for_links};

use super::state::Target;
use crate::analysis::Analysis;
use crate::text::Span;

/// What is selected, as a link names it: a letter for the kind, and the byte of the text where it starts, which
/// a later version finds again where a number in a list would not be the same.
fn name_of(target: Target, analysis: &Analysis, article: Span) -> Option<String> {
    let letter = match target {
        Target::Entity(_) => "e",
        Target::Quote(_) => "q",
        Target::Event(_) => "v",
        Target::Time(_) => "t",
    };
    let start = target.start_in(analysis, article)? - article.start;
    Some([letter, &start.to_string()].concat())
}

/// The kind of what a name of [`name_of`] selects, and where it starts.
fn target_of(name: &str) -> Option<(Target, u32)> {
    let (letter, start) = name.split_at_checked(1)?;
    let kind = match letter {
        "e" => Target::Entity(0),
        "q" => Target::Quote(0),
        "v" => Target::Event(0),
        "t" => Target::Time(0),
        _ => return None,
    };
    Some((kind, start.parse().ok()?))
}
