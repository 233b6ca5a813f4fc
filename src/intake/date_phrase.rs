//! Dates as lines about an article write them: whole dates in a few fixed forms.
//!
//! This reads what an editor or a web page prints above an article. Dates in running text, relative ones
//! among them, are the business of [`crate::times`].

use crate::lang::{Language, en, nl};
use crate::text::{head, tail};
use crate::times::PartialDate;

/// Reads a date at the very start of `text`: `24 maart 2022`, `Thursday, March 24, 2022 at 2.05 pm`,
/// `2022-03-24T14:05`, `24-03-2022`, `maart 2022`. Gives the date, as precise as it is written, and the
/// byte where it ends.
///
/// The month's name may be of either language. Of numbers alone, the day comes first; where an English
/// text leaves open which is the day (`4/3/2022`) there is no date.
pub fn read(text: &str, language: Language) -> Option<(PartialDate, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    cursor.weekday();
    let date = cursor.date(language)?;
    let minute = date.day.and_then(|_| cursor.clock());
    Some((PartialDate { minute, ..date }, cursor.at))
}

/// Reads a clock time at the very start of `text`: `14:05`, `14.05 uur`, `2.05pm`.
pub fn starts_with_clock(text: &str) -> bool {
    Cursor { text, at: 0 }.clock().is_some()
}

/// The number that a table of names gives a word.
fn look_up(word: &str, tables: [&[(&str, u8)]; 2]) -> Option<u8> {
    let found = |&&(name, _): &&(&str, u8)| name.eq_ignore_ascii_case(word);
    tables.iter().find_map(|table| table.iter().find(found)).map(|&(_, number)| number)
}

/// A place in a text that only moves on when something was read.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        tail(self.text, self.at)
    }

    fn spaces(&mut self) -> bool {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().len() < rest.len()
    }

    fn eat(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.rest().chars().next().filter(|&c| wanted(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// A run of letters.
    fn word(&mut self) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        self.at += end;
        head(rest, end)
    }

    /// A number of at least `fewest` and at most `most` digits.
    fn number(&mut self, fewest: usize, most: usize) -> Option<u16> {
        let rest = self.rest();
        let end = rest.bytes().take(most + 1).take_while(u8::is_ascii_digit).count();
        let number = (fewest..=most).contains(&end).then(|| head(rest, end).parse().ok())??;
        self.at += end;
        Some(number)
    }

    /// Runs `read`, and steps back when it finds nothing.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    fn weekday(&mut self) {
        self.attempt(|cursor| {
            look_up(cursor.word(), [nl::weekdays::WEEKDAYS, en::weekdays::WEEKDAYS])?;
            cursor.eat(|c| c == '.');
            cursor.eat(|c| c == ',');
            cursor.spaces().then_some(())
        });
    }

    fn date(&mut self, language: Language) -> Option<PartialDate> {
        self.attempt(Self::iso_date)
            .or_else(|| self.attempt(|cursor| cursor.numbers(language)))
            .or_else(|| self.attempt(Self::day_month_year))
            .or_else(|| self.attempt(Self::month_year))
    }

    /// `2022-03-24` or `2022-03`.
    fn iso_date(&mut self) -> Option<PartialDate> {
        let year = self.number(4, 4)?;
        let separator = self.eat(|c| matches!(c, '-' | '/'))?;
        let month = self.number(2, 2)?;
        let day = self.attempt(|cursor| {
            cursor.eat(|c| c == separator)?;
            cursor.number(2, 2)
        });
        valid(year, month, day)
    }

    /// `24-03-2022`, `24.3.2022`, `24/03/2022`, and `3/24/2022` where only that can be a date.
    fn numbers(&mut self, language: Language) -> Option<PartialDate> {
        let first = self.number(1, 2)?;
        let separator = self.eat(|c| matches!(c, '-' | '/' | '.'))?;
        let second = self.number(1, 2)?;
        self.eat(|c| c == separator)?;
        let year = self.number(4, 4)?;
        let ambiguous = language == Language::English && first.max(second) <= 12 && first != second;
        let date = valid(year, second, Some(first)).or_else(|| valid(year, first, Some(second)));
        date.filter(|_| !ambiguous)
    }

    /// `24 maart 2022`, `24th of March, 2022`, `24 mrt. 2022`.
    fn day_month_year(&mut self) -> Option<PartialDate> {
        let day = self.day()?;
        self.attempt(|cursor| {
            cursor.spaces();
            (cursor.word() == "of").then_some(())
        });
        self.spaces();
        let month = self.month()?;
        let year = self.year()?;
        valid(year, month, Some(day))
    }

    /// `March 24, 2022` or `maart 2022`.
    fn month_year(&mut self) -> Option<PartialDate> {
        let month = self.month()?;
        let day = self.attempt(|cursor| {
            cursor.spaces();
            cursor.day()
        });
        let year = self.year()?;
        valid(year, month, day)
    }

    fn day(&mut self) -> Option<u16> {
        let day = self.number(1, 2)?;
        self.attempt(|cursor| {
            matches!(cursor.word(), "st" | "nd" | "rd" | "th" | "e" | "ste" | "de").then_some(())
        });
        self.eat(|c| c == '.');
        Some(day)
    }

    fn month(&mut self) -> Option<u16> {
        let month = look_up(self.word(), [nl::months::MONTHS, en::months::MONTHS])?;
        self.eat(|c| c == '.');
        Some(month.into())
    }

    fn year(&mut self) -> Option<u16> {
        self.eat(|c| c == ',');
        self.spaces().then(|| self.number(4, 4))?
    }

    /// A time behind a date: `, 14:05`, ` om 14.05 uur`, `T14:05:00+01:00`, ` - 2:05 pm`. Minutes since
    /// midnight.
    fn clock(&mut self) -> Option<u16> {
        self.attempt(|cursor| {
            let iso = cursor.at > 0 && cursor.eat(|c| c == 'T').is_some();
            if !iso {
                cursor.eat(|c| c == ',');
                cursor.spaces();
                cursor.eat(|c| matches!(c, '-' | '–' | '—' | '|' | '•' | '·'));
                cursor.spaces();
                cursor.attempt(|cursor| {
                    let word = cursor.word();
                    let at = nl::article_lines::AT.contains(&word) || en::article_lines::AT.contains(&word);
                    (at && cursor.spaces()).then_some(())
                });
            }
            let hour = cursor.number(1, 2)?;
            cursor.eat(|c| matches!(c, ':' | '.' | 'u' | 'h'))?;
            let minute = cursor.number(2, 2)?;
            if iso || cursor.rest().starts_with(':') {
                cursor.seconds_and_zone();
            }
            let hour = cursor.half_of_day(hour)?;
            let ends = !cursor.rest().starts_with(|c: char| c.is_alphanumeric());
            (hour < 24 && minute < 60 && ends).then_some(hour * 60 + minute)
        })
    }

    fn seconds_and_zone(&mut self) {
        let zone = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
        while self.eat(zone).is_some() {}
    }

    /// The hour of 24, after `am`, `p.m.`, `uur`, `u` or nothing.
    fn half_of_day(&mut self, hour: u16) -> Option<u16> {
        let suffix = self.attempt(|cursor| {
            cursor.spaces();
            let rest = cursor.rest();
            ["uur", "u.", "u", "h", "am", "a.m.", "pm", "p.m."].into_iter().find(|suffix| {
                let head = rest.get(..suffix.len()).unwrap_or_default();
                let ends = !tail(rest, head.len()).starts_with(|c: char| c.is_alphabetic());
                let found = ends && head.eq_ignore_ascii_case(suffix);
                cursor.at += if found { suffix.len() } else { 0 };
                found
            })
        });
        match suffix.and_then(|suffix| suffix.chars().next()) {
            Some('a' | 'p') if !(1..=12).contains(&hour) => None,
            Some('a') => Some(hour % 12),
            Some('p') => Some(hour % 12 + 12),
            _ => Some(hour),
        }
    }
}

/// A date of the calendar, in a year that an article may have.
fn valid(year: u16, month: u16, day: Option<u16>) -> Option<PartialDate> {
    let written = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    if (1500..2200).contains(&year) { written.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, language: Language) -> Option<String> {
        let (date, end) = read(text, language)?;
        Some(format!("{date}{}", if end < text.len() { "+" } else { "" }))
    }

    #[test]
    fn dates_are_read_as_precisely_as_they_are_written() {
        for (text, expected) in [
            ("24 maart 2022", "2022-03-24"),
            ("do. 24 mrt. 2022", "2022-03-24"),
            ("Donderdag 24 Maart 2022, 14:05", "2022-03-24T14:05"),
            ("24 maart 2022 om 14.05 uur", "2022-03-24T14:05"),
            ("24 maart 2022 - 9u05", "2022-03-24T09:05"),
            ("24 maart 2022 | 20:30", "2022-03-24T20:30"),
            ("maart 2022", "2022-03"),
            ("24-03-2022", "2022-03-24"),
            ("24.3.2022 00:10 uur", "2022-03-24T00:10"),
            ("4/3/2022", "2022-03-04"),
            ("2022-03", "2022-03"),
            ("2022-03-24", "2022-03-24"),
            ("2022-03-24T14:05:59.123+01:00", "2022-03-24T14:05"),
            ("2022/03/24 14:05:59", "2022-03-24T14:05"),
            ("1 mei 2025", "2025-05-01"),
            ("24\u{a0}maart\u{a0}2022", "2022-03-24"),
        ] {
            assert_eq!(all(text, Language::Dutch).as_deref(), Some(expected), "{text}");
        }
        for (text, expected) in [
            ("Thursday, March 24, 2022 at 2:05 pm", "2022-03-24T14:05"),
            ("Thu 24 Mar 2022 12.15am", "2022-03-24T00:15"),
            ("24th of March, 2022", "2022-03-24"),
            ("Sept. 3, 2022, 11:00 p.m.", "2022-09-03T23:00"),
            ("May 2022", "2022-05"),
            ("3/24/2022", "2022-03-24"),
            ("3/3/2022", "2022-03-03"),
        ] {
            assert_eq!(all(text, Language::English).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_follows_is_left_alone() {
        assert_eq!(all("24 maart 2022 was het koud", Language::Dutch).as_deref(), Some("2022-03-24+"));
        assert_eq!(all("24 maart 2022, 3 doden", Language::Dutch).as_deref(), Some("2022-03-24+"));
        assert_eq!(all("24 maart 2022 - 2.500 euro", Language::Dutch).as_deref(), Some("2022-03-24+"));
    }

    #[test]
    fn other_things_are_no_dates() {
        for text in [
            "",
            "2022",
            "24 maart",
            "30 februari 2022",
            "maart",
            "mei",
            "24 2022",
            "2022-13",
            "32-01-2022",
            "1-2",
            "Zo was 2022",
            "12 juni 20234",
            "24 maart 1022",
            "é",
            "20220324",
        ] {
            assert_eq!(all(text, Language::Dutch), None, "{text}");
        }
        assert_eq!(all("4/3/2022", Language::English), None, "either may be the month");
        assert_eq!(all("24 maart 2022 27:99", Language::Dutch).as_deref(), Some("2022-03-24+"));
    }
}
