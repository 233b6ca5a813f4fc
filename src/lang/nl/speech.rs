//! What tells quotations and their speakers.

use crate::lang::WordList;
use crate::lang::data::SpeechData;

/// The data of the quotation stage.
pub const DATA: SpeechData = SpeechData { verbs: WordList::new(include_str!("speech_verbs.txt")) };
