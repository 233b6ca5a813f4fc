//! What the reader chooses of the page: the part that fills a narrow screen, its colours, its marks.

use crate::analysis::EntityKind;

/// Which part fills a narrow screen. A wide one shows all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The article.
    #[default]
    Article,
    /// The events timeline.
    Events,
    /// The speakers timeline.
    Speakers,
    /// The names.
    Who,
}

impl View {
    /// All views, in the order of the tabs and of the keys 1 to 4.
    pub const ALL: [Self; 4] = [Self::Article, Self::Events, Self::Speakers, Self::Who];

    /// The view that a word in the address names.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }

    /// The word in the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Events => "events",
            Self::Speakers => "speakers",
            Self::Who => "who",
        }
    }
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All themes, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the address and on the root element.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A kind of mark that the legend turns on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The names of one kind.
    Names(EntityKind),
    /// Time expressions.
    Times,
    /// Quotations.
    Quotes,
    /// Event triggers.
    Events,
}

impl Layer {
    /// All layers, in the order of the legend.
    pub fn all() -> impl Iterator<Item = Self> {
        EntityKind::ALL.into_iter().map(Self::Names).chain([Self::Times, Self::Quotes, Self::Events])
    }

    /// The class that hides it, without its prefix, and the word in the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Names(EntityKind::Person) => "per",
            Self::Names(EntityKind::Organisation) => "org",
            Self::Names(EntityKind::Place) => "loc",
            Self::Names(EntityKind::Group) => "norp",
            Self::Names(EntityKind::NamedEvent) => "evt",
            Self::Names(EntityKind::Work) => "wrk",
            Self::Times => "time",
            Self::Quotes => "quote",
            Self::Events => "event",
        }
    }
}
