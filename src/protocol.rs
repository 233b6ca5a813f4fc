//! Typed messages between the page and its worker, as postcard bytes.

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::collection::Source;
use crate::export::{Format, Table, View};
use crate::pipeline::{Options, Stage};
use crate::word_hash::hash;

/// What this build is. A page and a worker of different builds do not talk to each other: worker files keep
/// their names between releases, so a browser's cache can hold an older one.
pub const BUILD: &str = env!("KRONIEK_BUILD");

/// The [`hash`] of the model of Dutch names that this build goes with, in hexadecimal digits.
pub const NAMES: &str = env!("KRONIEK_NAMES");

/// The same of each language's pack.
pub const PACKS: [&str; 2] = [env!("KRONIEK_PACK_nl"), env!("KRONIEK_PACK_en")];

/// Whether these bytes have the hash that this build asks for: a file that was cut short or is of another build has
/// not, whatever answered.
pub fn is_of_this_build(bytes: &[u8], asked: &str) -> bool {
    u64::from_str_radix(asked, 16) == Ok(hash(bytes))
}

/// How far the model of names is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NamesModel {
    /// Nobody asked for it.
    #[default]
    Unasked,
    /// So many hundredths of it are here. Until then rules find the names.
    Loading(u8),
    /// It is in use.
    Ready,
    /// It could not be fetched: rules find the names.
    Failed,
}

/// An article, or a page that holds one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// What the page knows about it.
    pub options: Options,
}

/// From the page to the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Request {
    /// Analyse articles, each by itself, and join what was found.
    Analyze {
        /// Comes back in every response about this request.
        id: u32,
        /// The articles.
        pieces: Vec<Piece>,
    },
    /// Write the analysis of articles as a file. The page has no tokens, and a long article takes a while.
    Export {
        /// The articles, as they were sent to be analysed.
        pieces: Vec<Piece>,
        /// The file.
        form: Form,
    },
}

/// The form of a file that a reader saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Its format.
    pub format: Format,
    /// What a table lists.
    pub table: Table,
    /// What a picture shows.
    pub view: View,
    /// Whether the page makes pixels of a picture.
    pub pixels: bool,
}

/// From the worker to the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Response {
    /// The worker has started; messages sent earlier would be lost.
    Ready {
        /// The worker's [`BUILD`].
        build: String,
    },
    /// A stage is done.
    Progress {
        /// The request's.
        id: u32,
        /// The stage that is done.
        stage: Stage,
        /// What has been found so far, sent for long texts only.
        partial: Option<Box<Analysis>>,
        /// With `partial`: the text that its spans are of, where it is not the one sent: the article of an
        /// HTML page.
        text: Option<String>,
    },
    /// The analysis is done. Its tokens are left out: the page does not need them.
    Done {
        /// The request's.
        id: u32,
        /// The result.
        analysis: Box<Analysis>,
        /// How long each stage took in the worker, in milliseconds.
        milliseconds: [f64; Stage::ALL.len()],
        /// The text that its spans are of, where it is not the one sent: the article of an HTML page, or several.
        text: Option<String>,
        /// Where the articles lie in it, if there are several.
        sources: Vec<Source>,
    },
    /// The model of names has come further. When it is ready, the newest analysis follows once more, with it.
    Names(NamesModel),
    /// A file is written.
    Written {
        /// As it was asked for.
        form: Form,
        /// What is in it.
        text: String,
    },
    /// The language pack could not be fetched.
    Failed {
        /// The request's.
        id: u32,
    },
}

/// A message as bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Writing to a growing vector fails for no type of ours: all lengths are known beforehand.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from bytes.
///
/// # Errors
///
/// When the bytes are no such message, for instance one of another build.
pub fn decode<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(bytes)
}
