//! The page: thin views over an [`crate::Analysis`] that a worker makes.

mod actions;
mod address;
mod app;
mod article;
mod bench;
mod correct;
mod dialogs;
mod dom;
mod drawn;
mod embed;
mod events;
mod export;
mod import;
mod inspector;
mod keys;
mod legend;
mod linking;
mod locale;
mod masthead;
mod opening;
mod share;
mod speakers;
mod state;
mod storage;
mod welcome;
mod who;
pub mod worker;

pub use app::App;
