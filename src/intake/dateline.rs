//! The document's date as a text or a file name states it, and the lines that state it.

use super::date_phrase;
use crate::lang::{Language, en, nl};
use crate::text::lower;
use crate::text::{head, tail};
use crate::times::{DateSource, DocumentDate, PartialDate};

/// How many of an article's first lines may say something about it without a label.
pub const NEAR_TOP: usize = 10;

/// The longest line about an article, in UTF-8 bytes.
const LONGEST: usize = 160;

/// How a text states its date, the surest way first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statement {
    /// `date 2022-03`, put there for a reader like us.
    Explicit,
    /// `Gepubliceerd: 24 maart 2022`.
    Published,
    /// A dateline, or a line that is only a date.
    Dateline,
    /// `Bijgewerkt: 25 maart 2022`.
    Updated,
}

/// What a line about the article tells: a date and how it is stated, or nothing that dates it.
pub type Told = Option<(Statement, PartialDate)>;

/// Reads a line about the article rather than of it: a date, a label with a date, a byline, a source.
/// `index` counts the lines with text. `None` when it is a line of the article.
pub fn about(line: &str, index: usize, language: Language) -> Option<Told> {
    if line.len() > LONGEST {
        return None;
    }
    let near_top = index < NEAR_TOP;
    // Web pages put several of them in one line: `Door Jan Jansen | 24 maart 2022`.
    let parts = || line.split(['|', '•', '·']).map(str::trim).filter(|part| !part.is_empty());
    let told: Vec<Told> = parts().filter_map(|part| part_about(part, near_top, index, language)).collect();
    let credit_line = told.len() == parts().count() || (near_top && told.iter().any(Option::is_some));
    (credit_line && !told.is_empty())
        .then(|| told.into_iter().flatten().min_by_key(|(statement, _)| *statement))
}

fn part_about(part: &str, near_top: bool, index: usize, language: Language) -> Option<Told> {
    if near_top
        && let Some(rest) = label(part, [nl::article_lines::DATE, en::article_lines::DATE])
        && let Some(told) = labelled(rest, Statement::Explicit, language)
    {
        return Some(told);
    }
    for (labels, statement) in [
        ([nl::article_lines::PUBLISHED, en::article_lines::PUBLISHED], Statement::Published),
        ([nl::article_lines::UPDATED, en::article_lines::UPDATED], Statement::Updated),
    ] {
        if let Some(told) = label(part, labels).and_then(|rest| labelled(rest, statement, language)) {
            return Some(told);
        }
    }
    if near_top && let Some(date) = only_a_date(part, language).or_else(|| place_and_date(part, language)) {
        return Some(Some((Statement::Dateline, date)));
    }
    (is_credit(part) || (near_top && index > 0 && is_byline(part))).then_some(None)
}

/// What stands behind the label that `line` opens with.
fn label<'t>(line: &'t str, labels: [&[&str]; 2]) -> Option<&'t str> {
    labels.iter().flat_map(|labels| labels.iter()).find_map(|label| {
        let head = line.get(..label.len())?;
        let rest = tail(line, label.len());
        (head.eq_ignore_ascii_case(label) && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
    })
}

/// Reads what stands behind a label: a date, or after a colon anything short.
fn labelled(rest: &str, statement: Statement, language: Language) -> Option<Told> {
    let (colon, rest) = match rest.trim_start().strip_prefix(':') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest.trim_start()),
    };
    let rest = label(rest, [nl::article_lines::AT, en::article_lines::AT]).unwrap_or(rest).trim_start();
    let ends =
        |rest: &str| rest.trim().is_empty() || rest.trim_start().starts_with(['|', ',', '(', '-', '–', '—']);
    if let Some((date, end)) = date_phrase::read(rest, language) {
        return (colon || ends(tail(rest, end))).then_some(Some((statement, date)));
    }
    if statement == Statement::Explicit
        && let Ok(year) = rest.trim().parse::<PartialDate>()
    {
        return Some(Some((statement, year)));
    }
    (colon || date_phrase::starts_with_clock(rest)).then_some(None)
}

/// `Donderdag 24 maart 2022, 14:05`.
fn only_a_date(line: &str, language: Language) -> Option<PartialDate> {
    let (date, end) = date_phrase::read(line, language)?;
    tail(line, end).trim_end_matches('.').is_empty().then_some(date)
}

/// `Den Haag, 24 maart 2022`.
fn place_and_date(line: &str, language: Language) -> Option<PartialDate> {
    let (date, end) = dateline(line, language)?;
    tail(line, end).trim_end_matches(['.', ':', '-', '–', '—', ' ']).is_empty().then_some(date)
}

/// The date of a dateline that running text follows on the same line: `AMSTERDAM (ANP) 24 maart 2022 - De`,
/// and where `bare` allows it `24 maart 2022 - De`.
pub fn opening(line: &str, language: Language, bare: bool) -> Option<PartialDate> {
    let line = head(line, line.floor_char_boundary(LONGEST));
    let (date, end) = match date_phrase::read(line, language) {
        Some(found) if bare => found,
        Some(_) => return None,
        None => dateline(line, language)?,
    };
    tail(line, end).trim_start().starts_with(['-', '–', '—', '(', ':', '|']).then_some(date)
}

/// A place, perhaps an agency, and a date, and where they end.
fn dateline(line: &str, language: Language) -> Option<(PartialDate, usize)> {
    let mut at = 0;
    for words in 0..6 {
        let rest = tail(line, at);
        if words > 0
            && let Some((date, end)) = date_phrase::read(rest, language)
        {
            let opens = lower(head(line, at).trim_end_matches([' ', '\u{a0}']));
            let preposition = [nl::function_words::FUNCTION_WORDS, en::function_words::FUNCTION_WORDS]
                .iter()
                .any(|words| words.binary_search(&opens.as_str()).is_ok());
            return (!preposition).then_some((date, at + end));
        }
        let end = rest.find([' ', '\u{a0}']).filter(|&end| end > 0)?;
        if !is_of_a_place(head(rest, end), words) {
            return None;
        }
        at += end + tail(rest, end).len() - tail(rest, end).trim_start().len();
    }
    None
}

/// Whether a word may stand before the date in a dateline: part of a place's name, an agency, a dash.
fn is_of_a_place(word: &str, index: usize) -> bool {
    let small = ["aan", "de", "den", "der", "la", "le", "of", "op", "the", "upon", "van", "'t", "’t"];
    let dash = matches!(word, "-" | "–" | "—" | "|");
    let core = word.trim_start_matches(['(', '\'', '’']);
    let core = core.strip_prefix("s-").unwrap_or(core);
    let capital = core.starts_with(char::is_uppercase) && !word.ends_with(['.', ':', ';', '!', '?']);
    capital || (index > 0 && (dash || small.contains(&word)))
}

/// `Foto: Jan Jansen`, `Bron: ANP`.
fn is_credit(line: &str) -> bool {
    let rest = label(line, [nl::article_lines::CREDITS, en::article_lines::CREDITS]);
    let value = rest.and_then(|rest| rest.trim_start().strip_prefix(':'));
    value.is_some_and(|value| value.len() <= 80 && !value.ends_with(['?', '!', '"', '”', '’']))
}

/// `Door Jan de Vries`, `By Ann Smith and Tom Jones`, `Van onze verslaggever`.
fn is_byline(line: &str) -> bool {
    if line.ends_with(['.', '?', '!', ':', ';', ',']) || line.len() > 80 {
        return false;
    }
    if label(line, [nl::article_lines::FROM_OUR, en::article_lines::FROM_OUR]).is_some() {
        return true;
    }
    let Some(names) = label(line, [nl::article_lines::BY, en::article_lines::BY]) else { return false };
    let small =
        ["&", "and", "de", "den", "der", "en", "het", "in", "te", "ten", "ter", "van", "von", "'t", "’t"];
    let mut words = names.split_whitespace();
    let first = words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    first && words.all(|word| word.starts_with(char::is_uppercase) || small.contains(&word))
}

/// The date that a text opens with, before its first sentence and on the same line: `date 2022-03 Brussel
/// was`. Gives the date and the byte where it ends.
pub fn prefix(line: &str) -> Option<(PartialDate, usize)> {
    let rest = label(line, [nl::article_lines::DATE, en::article_lines::DATE])?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let trimmed = rest.trim_start();
    if trimmed.len() == rest.len() {
        return None;
    }
    let start = line.len() - trimmed.len();
    let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
    let written = trimmed.get(..end.min(40))?.trim_end_matches(['.', ',', ':', ';']);
    Some((written.parse().ok()?, start + end))
}

/// An ISO date in a file's name: `2022-03-24-toppen.txt`, `nos_20220324.txt`, `2022-03.txt`.
pub fn from_file_name(name: &str) -> Option<DocumentDate> {
    let name = tail(name, name.rfind(['/', '\\']).map_or(0, |slash| slash + 1));
    let name = &name.as_bytes()[..name.len().min(255)];
    let starts = |at: &usize| *at == 0 || !name[at - 1].is_ascii_digit();
    let dates = (0..name.len()).filter(starts).filter_map(|at| date_in_name(&name[at..]));
    // A day tells more than a month: `nos_2022-03_item-2022-03-24`.
    let value =
        dates.reduce(|best, date| if best.day.is_none() && date.day.is_some() { date } else { best })?;
    Some(DocumentDate { value, source: DateSource::FileName })
}

/// `20220324`, `2022-03-24`, `2022_03` at the start of `name`, with no digit behind it.
fn date_in_name(name: &[u8]) -> Option<PartialDate> {
    let separator = |byte: &u8| matches!(byte, b'-' | b'_' | b'.');
    let run = name.iter().take(12).take_while(|byte| byte.is_ascii_digit() || separator(byte)).count();
    let digits_at = |from: usize, count: usize| {
        let digits = name.get(from..from + count)?;
        let all = digits.iter().all(u8::is_ascii_digit);
        all.then(|| digits.iter().fold(0, |number, digit| number * 10 + i32::from(digit - b'0')))
    };
    let ends = |at: usize| name.get(at).is_none_or(|byte| !byte.is_ascii_digit());
    let build = |year: i32, month: i32, day: Option<i32>| {
        let day = day.map_or(String::new(), |day| format!("-{day:02}"));
        (1700..2200).contains(&year).then(|| format!("{year:04}-{month:02}{day}").parse().ok())?
    };
    if run < 7 {
        return None;
    }
    let year = digits_at(0, 4)?;
    if let (Some(month), Some(day), true) = (digits_at(4, 2), digits_at(6, 2), ends(8)) {
        return build(year, month, Some(day));
    }
    let month = name.get(4).filter(|byte| separator(byte)).and_then(|_| digits_at(5, 2))?;
    let day = name.get(7).filter(|byte| separator(byte)).and_then(|_| digits_at(8, 2)).filter(|_| ends(10));
    if ends(7) { build(year, month, day).or_else(|| build(year, month, None)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Option<String> {
        let told = about(line, 1, Language::Dutch)?;
        Some(told.map_or("-".into(), |(statement, date)| format!("{statement:?} {date}")))
    }

    #[test]
    fn lines_about_an_article_are_told_from_its_text() {
        for (line, expected) in [
            ("date 2022-03", "Explicit 2022-03"),
            ("Datum: 24 maart 2022", "Explicit 2022-03-24"),
            ("DATE: 2022", "Explicit 2022"),
            ("Gepubliceerd: 24 maart 2022, 14:05", "Published 2022-03-24T14:05"),
            ("Gepubliceerd op donderdag 24 maart 2022 om 14.05 uur", "Published 2022-03-24T14:05"),
            ("Published 24 March 2022", "Published 2022-03-24"),
            ("Bijgewerkt 25 maart 2022", "Updated 2022-03-25"),
            ("Bijgewerkt 25-03-2022 | Gepubliceerd 24-03-2022", "Published 2022-03-24"),
            ("Gepubliceerd: vandaag, 14:05", "-"),
            ("Laatste update: 2 uur geleden", "-"),
            ("Bijgewerkt om 14:05", "-"),
            ("Donderdag 24 maart 2022", "Dateline 2022-03-24"),
            ("24 maart 2022, 14:05 • Aangepast 25 maart 2022, 9:00", "Dateline 2022-03-24T14:05"),
            ("Jan Jansen | 24 maart 2022", "Dateline 2022-03-24"),
            ("Den Haag, 24 maart 2022", "Dateline 2022-03-24"),
            ("Utrecht - 12 juni 2023", "Dateline 2023-06-12"),
            ("'s-Hertogenbosch, 12 juni 2023", "Dateline 2023-06-12"),
            ("Alphen aan den Rijn, 12 juni 2023.", "Dateline 2023-06-12"),
            ("AMSTERDAM (ANP) 24 maart 2022 -", "Dateline 2022-03-24"),
            ("Door: Jan de Vries", "-"),
            ("Door Jan de Vries en Piet Smit", "-"),
            ("By Ann Smith", "-"),
            ("Van onze verslaggever in Brussel", "-"),
            ("Foto: ANP", "-"),
        ] {
            assert_eq!(told(line).as_deref(), Some(expected), "{line}");
        }
        for line in [
            "Gepubliceerd werk van haar hand hangt in Parijs.",
            "Gepubliceerd op 24 maart 2022 werd het rapport pas later bekend.",
            "Update over de dijk",
            "Door Corona komen er minder toeristen",
            "Door de mand gevallen",
            "De brug gaat op 24 maart 2022 open",
            "Utrecht was op 12 juni 2023 vol",
            "Utrecht, 12 juni",
            "Date night",
            "Datumprikker",
            "Foto: wie herkent deze man?",
            "Ajax | Feyenoord",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }

    #[test]
    fn further_down_only_a_label_counts() {
        let below = |line| about(line, NEAR_TOP, Language::Dutch);
        assert_eq!(below("24 maart 2022"), None);
        assert_eq!(below("Datum: 24 maart 2022"), None);
        assert_eq!(below("Door Jan de Vries"), None);
        assert!(below("Gepubliceerd: 24 maart 2022").is_some_and(|told| told.is_some()));
        assert_eq!(below("Bron: ANP"), Some(None));
    }

    #[test]
    fn a_dateline_may_open_a_paragraph() {
        let date = |line| opening(line, Language::Dutch, true).map(|date| date.to_string());
        assert_eq!(date("AMSTERDAM (ANP) 24 maart 2022 - De gemeente").as_deref(), Some("2022-03-24"));
        assert_eq!(date("UTRECHT, 24 maart 2022 – De gemeente").as_deref(), Some("2022-03-24"));
        assert_eq!(date("LONDON, March 24, 2022 (Reuters) - The").as_deref(), Some("2022-03-24"));
        assert_eq!(date("12 juni 2023 - De gemeente").as_deref(), Some("2023-06-12"));
        for text in [
            "Amsterdam 24 maart 2022 was koud",
            "AMSTERDAM (ANP) - De",
            "Op 24 maart 2022 - een dag",
            "Één",
            "",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn the_explicit_prefix_ends_before_the_text() {
        let at = |line: &str| prefix(line).map(|(date, end)| format!("{date}|{}", &line[end..]));
        assert_eq!(at("date 2022-03 Breda was").as_deref(), Some("2022-03| Breda was"));
        assert_eq!(at("Date:\t2022-03-24T09:30").as_deref(), Some("2022-03-24T09:30|"));
        assert_eq!(at("datum 2022-03-24. Breda").as_deref(), Some("2022-03-24| Breda"));
        for text in ["date", "date night", "dates 2022-03", "date2022-03", "date 2022-03é", "date 2022-14 x"]
        {
            assert_eq!(at(text), None, "{text}");
        }
    }

    #[test]
    fn file_names_may_carry_a_date() {
        let date = |name| from_file_name(name).map(|date| date.value.to_string());
        for (name, expected) in [
            ("2022-03-24-toppen.txt", "2022-03-24"),
            ("nos_20220324.txt", "2022-03-24"),
            ("2022-03.txt", "2022-03"),
            ("map/2021-01-01/é 2022_03_24.html", "2022-03-24"),
            ("C:\\krant\\2022.03.24.txt", "2022-03-24"),
            ("2022-03-artikel-7.txt", "2022-03"),
            ("2022-03-99.txt", "2022-03"),
            ("jaar-2022-03_dag-2022-03-24.txt", "2022-03-24"),
        ] {
            assert_eq!(date(name).as_deref(), Some(expected), "{name}");
        }
        for name in [
            "",
            "artikel.txt",
            "1234567890.txt",
            "20221399.txt",
            "2022.txt",
            "1234-05.txt",
            "2022-13.txt",
            "é",
        ] {
            assert_eq!(date(name), None, "{name}");
        }
    }
}
