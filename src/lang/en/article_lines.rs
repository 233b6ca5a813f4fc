//! What English lines about an article open with, all in lower case.

/// Opens a line that states the date, near the top.
pub const DATE: &[&str] = &["date"];

/// Opens a line that says when the article appeared.
pub const PUBLISHED: &[&str] =
    &["first published", "published", "posted", "publication date", "date published", "publication"];

/// Opens a line that says when the article was last changed.
pub const UPDATED: &[&str] = &["last updated", "last modified", "updated", "modified"];

/// Opens, with a colon, a line that says who made the article.
pub const CREDITS: &[&str] = &[
    "author",
    "authors",
    "by",
    "credit",
    "photo",
    "photos",
    "photograph",
    "reading time",
    "source",
    "sources",
];

/// Opens a line that names the author.
pub const BY: &[&str] = &["by"];

/// Opens a line that names the author by trade: `from our correspondent`.
pub const FROM_OUR: &[&str] = &["from our", "by our"];

/// Stands between a label and a date, or a date and a time.
pub const AT: &[&str] = &["on", "at"];
