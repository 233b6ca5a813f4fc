//! Dutch names of the days of the week.

/// Names and abbreviations in lower case, without a full stop, each with its number: 0 is Monday.
pub const WEEKDAYS: &[(&str, u8)] = &[
    ("maandag", 0),
    ("ma", 0),
    ("dinsdag", 1),
    ("di", 1),
    ("woensdag", 2),
    ("wo", 2),
    ("donderdag", 3),
    ("do", 3),
    ("vrijdag", 4),
    ("vr", 4),
    ("zaterdag", 5),
    ("za", 5),
    ("zondag", 6),
    ("zo", 6),
];
