//! What can go wrong, one clear line each.

use core::fmt;
use std::io;

use crate::import;
use crate::intake::encoding::{LARGEST, Refusal};

/// Why the command line stopped, or left a file out.
#[derive(Debug)]
pub enum Failure {
    /// The arguments ask for nothing that exists; the text says what does.
    Arguments(String),
    /// A file could not be opened or read.
    File(String, io::Error),
    /// A file was read and is no article.
    Refused(String, Refusal),
    /// A file was read and gives no marks.
    Marks(String, import::Refusal),
    /// The result could not be written.
    Output(io::Error),
}

impl Failure {
    /// Whether the reader of the output closed it early, as `head` does.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arguments(what) => write!(f, "{what} (see kroniek --help)"),
            Self::File(name, error) => match error.kind() {
                io::ErrorKind::NotFound => write!(f, "{name}: no such file"),
                io::ErrorKind::IsADirectory => write!(f, "{name}: a folder, not a file"),
                io::ErrorKind::PermissionDenied => write!(f, "{name}: not allowed to read it"),
                _ => write!(f, "{name}: {error}"),
            },
            Self::Refused(name, Refusal::Empty) => write!(f, "{name}: an empty file"),
            Self::Refused(name, Refusal::Binary) => write!(f, "{name}: not a text file"),
            Self::Refused(name, Refusal::TooLarge) => {
                write!(f, "{name}: larger than {} MB", LARGEST / (1024 * 1024))
            }
            Self::Marks(name, refusal) => write!(f, "{name}: {refusal}"),
            Self::Output(error) => write!(f, "cannot write the result: {error}"),
        }
    }
}

impl core::error::Error for Failure {}
