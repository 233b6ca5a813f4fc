//! What Dutch lines about an article open with, all in lower case.

/// Opens a line that states the date, near the top.
pub const DATE: &[&str] = &["date", "datum"];

/// Opens a line that says when the article appeared.
pub const PUBLISHED: &[&str] =
    &["eerst gepubliceerd", "gepubliceerd", "geplaatst", "publicatiedatum", "publicatie", "verschenen"];

/// Opens a line that says when the article was last changed.
pub const UPDATED: &[&str] = &[
    "laatst aangepast",
    "laatst bijgewerkt",
    "laatst gewijzigd",
    "laatste update",
    "aangepast",
    "bijgewerkt",
    "gewijzigd",
    "update",
];

/// Opens, with a colon, a line that says who made the article.
pub const CREDITS: &[&str] = &[
    "auteur", "auteurs", "beeld", "bron", "bronnen", "door", "foto", "foto's", "leestijd", "redactie",
    "tekst",
];

/// Opens a line that names the author.
pub const BY: &[&str] = &["door"];

/// Opens a line that names the author by trade: `van onze verslaggever`.
pub const FROM_OUR: &[&str] = &["van onze", "door onze"];

/// Stands between a label and a date, or a date and a time.
pub const AT: &[&str] = &["op", "om"];
