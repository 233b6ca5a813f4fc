//! A time expression in words, and how far it is from the article's date.

use super::Texts;
use crate::analysis::Time;
use crate::times::PartialDate;
use crate::times::calendar::{days_from_civil, weekday};

impl Texts {
    /// `dinsdag 22 maart 2022, 2 dagen eerder`; without the article's date the first part alone.
    pub fn time(&self, time: &Time, article: Option<PartialDate>) -> String {
        let value = self.value(&time.value);
        let Some(date) = day_of(&time.value) else { return value };
        let mut words = match day_number(date) {
            Some(day) => [self.weekdays[usize::from(weekday(day))], " ", &value].concat(),
            None => value,
        };
        if let Some(distance) = article.and_then(|article| self.distance(date, article)) {
            words.push_str(", ");
            words.push_str(&distance);
        }
        words
    }

    /// How far `date` lies from the article's date, in the unit that both tell: `3 dagen eerder`.
    fn distance(&self, date: PartialDate, article: PartialDate) -> Option<String> {
        let days = day_number(date).zip(day_number(article)).map(|(date, article)| date - article);
        let months = month_number(date).zip(month_number(article)).map(|(date, article)| date - article);
        let (count, unit) = match (days, months) {
            (Some(days), _) if days.abs() < 14 => (days, 3),
            (Some(days), _) if days.abs() < 60 => (days / 7, 2),
            (_, Some(months)) if months.abs() < 24 => (months, 1),
            _ => (i64::from(date.year) - i64::from(article.year), 0),
        };
        let [before, _, after] = self.vague;
        (count != 0).then(|| {
            let length = self.count(count.unsigned_abs() as usize, self.lengths[unit]);
            [&*length, " ", if count < 0 { before } else { after }].concat()
        })
    }
}

/// The date of a value, also of one with a part of the day: `2022-03-24TEV`.
pub fn day_of(value: &str) -> Option<PartialDate> {
    let whole = value.parse::<PartialDate>().ok();
    whole.or_else(|| value.split_once('T').and_then(|(day, _)| day.parse().ok()))
}

fn day_number(date: PartialDate) -> Option<i64> {
    Some(days_from_civil(date.year, date.month?, date.day?))
}

fn month_number(date: PartialDate) -> Option<i64> {
    Some(i64::from(date.year) * 12 + i64::from(date.month?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::text::Span;
    use crate::times::TimeKind;

    fn told(language: Language, value: &str, article: &str) -> String {
        let time = Time {
            span: Span::new(0, 1),
            kind: TimeKind::Date,
            value: value.to_owned(),
            modifier: None,
            interval: None,
        };
        Texts::of(language).time(&time, article.parse().ok())
    }

    #[test]
    fn weekday_and_distance() {
        for (value, article, words) in [
            ("2022-03-22", "2022-03-24", "dinsdag 22 maart 2022, 2 dagen eerder"),
            ("2022-03-24", "2022-03-24", "donderdag 24 maart 2022"),
            ("2022-03-25TEV", "2022-03-24", "vrijdag 25 maart 2022, avond, 1 dag later"),
            ("2022-04-21", "2022-03-24", "donderdag 21 april 2022, 4 weken later"),
            ("2021-05", "2022-03-24", "mei 2021, 10 maanden eerder"),
            ("2021-05", "2022-05", "mei 2021, 12 maanden eerder"),
            ("1955", "2022-03", "1955, 67 jaar eerder"),
            ("2022-03-22", "2022-03", "dinsdag 22 maart 2022"),
            ("P2W", "2022-03", "2 weken"),
            ("2022-03-22", "", "dinsdag 22 maart 2022"),
        ] {
            assert_eq!(told(Language::Dutch, value, article), words, "{value}, {article}");
        }
        assert_eq!(
            told(Language::English, "2022-03-23", "2022-03-24"),
            "Wednesday 23 March 2022, 1 day earlier"
        );
    }
}
