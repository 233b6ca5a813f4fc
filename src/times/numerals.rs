//! Numbers in a sentence: in digits, in words, as years and as days of the month.

use super::line::Line;
use super::terms::Term;

impl<'t> Line<'_, 't> {
    /// A whole number in digits or in words, and the piece behind it: `tweeduizend vijftien`, `honderd duizend`,
    /// `65 miljoen`.
    pub fn number_to(&self, at: usize) -> Option<(u32, usize)> {
        let (mut number, mut end) = (self.number(at)?, at + 1);
        if let Some(factor) = self.factor(end).filter(|&factor| number < factor) {
            (number, end) = (number.checked_mul(factor)?, end + 1);
        }
        // `vierduizend en twee`, `tweeduizend tweehonderdtwintig`
        while self.digits(end - 1).is_none() && number >= 100 {
            let room = if number.is_multiple_of(1_000_000) {
                1_000_000
            } else if number.is_multiple_of(1000) {
                1000
            } else if number.is_multiple_of(100) {
                100
            } else {
                break;
            };
            let and = usize::from(self.term(end) == Some(Term::And) && self.word(end) == "en");
            let Some(Term::Number(more)) = self.term(end + and) else { break };
            let next = end + 1 + and;
            let more = match self.factor(next) {
                Some(factor) if factor < room => more * factor,
                _ => more,
            };
            let behind = next + usize::from(self.factor(next).is_some_and(|factor| factor < room));
            if more == 0 || more >= room {
                break;
            }
            (number, end) = (number + more, behind);
        }
        Some((number, end))
    }

    /// `duizend` or `miljoen` behind a number that it multiplies.
    pub fn factor(&self, at: usize) -> Option<u32> {
        match self.word(at) {
            "duizend" | "thousand" => Some(1000),
            "miljoen" | "million" => Some(1_000_000),
            "miljard" | "billion" => Some(1_000_000_000),
            _ => None,
        }
    }

    /// A whole number in digits or in words.
    pub fn number(&self, at: usize) -> Option<u32> {
        match self.term(at) {
            Some(Term::Number(number)) => Some(number),
            _ => self.digits(at),
        }
    }

    /// A whole number in digits.
    pub fn digits(&self, at: usize) -> Option<u32> {
        self.written(at)
    }

    /// A year in four digits.
    pub fn year(&self, at: usize) -> Option<i32> {
        let word = self.word(at);
        let year = self.digits(at).filter(|_| word.len() == 4)? as i32;
        (1000..2200).contains(&year).then_some(year)
    }

    /// The two digits of a year with an apostrophe, `'98`, and the piece behind it.
    pub fn short_digits(&self, at: usize) -> Option<(&'t str, usize)> {
        let (digits, end) = match self.word(at).strip_prefix(['\'', '’', '‘'])? {
            "" => (self.word(at + 1), at + 2),
            digits => (digits, at + 1),
        };
        (digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some((digits, end))
    }

    /// The same as a number.
    pub fn short_year(&self, at: usize) -> Option<(u32, usize)> {
        let (digits, end) = self.short_digits(at)?;
        Some((digits.parse().ok()?, end))
    }

    /// A day of the month, in digits, as an ordinal or in words, and the piece behind it.
    pub fn day_of_month(&self, at: usize) -> Option<(u8, usize)> {
        let (day, end) = match self.term(at) {
            Some(Term::Ordinal(day)) => (u32::from(day), at + 1),
            _ => {
                let day = self.number(at)?;
                // `20 ste`
                (
                    day,
                    at + 1
                        + usize::from(matches!(self.word(at + 1), "ste" | "de" | "e") && self.is_number(at)),
                )
            }
        };
        Some((u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?, end))
    }
}
