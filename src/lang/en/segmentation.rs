//! What cuts English text into tokens and sentences.

use crate::lang::SegmentationData;

/// The word lists; each file explains itself.
pub const DATA: SegmentationData = SegmentationData {
    abbreviations: include_str!("abbreviations.txt"),
    openers: include_str!("openers.txt"),
    heading_stops: include_str!("heading_stops.txt"),
    clitics: &["'em", "'til", "'tis", "'twas", "'cause", "'n", "'bout"],
};
