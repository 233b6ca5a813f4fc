//! What cuts Dutch text into tokens and sentences.

use crate::lang::SegmentationData;

/// The word lists; each file explains itself.
pub const DATA: SegmentationData = SegmentationData {
    abbreviations: include_str!("abbreviations.txt"),
    openers: include_str!("openers.txt"),
    heading_stops: include_str!("heading_stops.txt"),
    clitics: &["'s", "'t", "'n", "'m", "'k", "'r", "'ns", "'ie", "'er"],
};
