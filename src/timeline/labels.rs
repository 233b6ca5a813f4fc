//! Labels short enough for the line.

/// A label of at most about `letters` characters. A time expression that opens it is left out, since its place on the
/// line tells the same: `In 1986 sloot de werf` becomes `sloot de werf`.
pub fn short(label: &str, times: &[&str], letters: usize) -> String {
    let rest = without_time(label, times).unwrap_or(label);
    shorten(rest, letters)
}

/// At most so many characters, cut between words, with an ellipsis where something was left out.
pub fn shorten(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').filter(|&cut| cut > end / 3).unwrap_or(end);
    [text[..cut].trim_end_matches([',', ' ', ':', ';', '.']), "…"].concat()
}

/// Longest preposition before an opening time expression: `Tijdens `, `Vanaf `.
const PREPOSITION: usize = 9;
/// What must be left to read.
const LEFT: usize = 8;

fn without_time<'l>(label: &'l str, times: &[&str]) -> Option<&'l str> {
    let opens = |time: &&str| {
        let at = label.find(*time)?;
        let before = label.get(..at)?;
        let word = at <= PREPOSITION && before.matches(' ').count() <= 1;
        let rest = label.get(at + time.len()..)?.trim_start_matches([',', ' ']);
        (word && rest.len() >= LEFT && rest.len() < label.len()).then_some(rest)
    };
    times.iter().filter_map(opens).min_by_key(|rest| rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_place_tells_is_left_out() {
        for (label, times, told) in [
            ("In 1986 sloot de laatste werf", &["1986"][..], "sloot de laatste werf"),
            ("Morgen begint een driedaags feest", &["Morgen", "driedaags"], "begint een driedaags feest"),
            ("de werf sloot in 1986", &["1986"], "de werf sloot in 1986"),
            (
                "In de nacht van 3 op 4 mei liep de kelder onder",
                &["de nacht van 3 op 4 mei"],
                "liep de kelder onder",
            ),
            ("In 1986", &["1986"], "In 1986"),
        ] {
            assert_eq!(short(label, times, 60), told);
        }
    }

    #[test]
    fn cut_between_words() {
        assert_eq!(short("De gemeenteraad stemt in met de bouw", &[], 20), "De gemeenteraad…");
        assert_eq!(short("Hottentottententen", &[], 5), "Hotte…");
        assert_eq!(short("één", &[], 3), "één");
    }
}
