//! Makes the table of lower-case letters. Not a module of the library: `build.rs` includes this file.

/// The source of a table of all characters with a lower case of one character: stretches `(first, last, step,
/// distance)`, in which every `step`-th character has its lower case so far behind it.
pub fn make() -> String {
    let mut runs: Vec<(u32, u32, u32, i32)> = Vec::new();
    let all = (0x80..=u32::from(char::MAX)).filter_map(char::from_u32);
    for (code, lower) in all.filter_map(|from| Some((u32::from(from), single(from)?))) {
        let distance = lower as i32 - code as i32;
        match runs.last_mut() {
            Some((first, last, step, far))
                if *far == distance && (code - *last == *step || *first == *last && code - *last <= 2) =>
            {
                *step = code - *last;
                *last = code;
            }
            _ => runs.push((code, code, 1, distance)),
        }
    }
    format!("{runs:?}").replacen('[', "&[", 1)
}

/// The lower case of a character, where that is one other character.
fn single(from: char) -> Option<u32> {
    let mut lower = from.to_lowercase();
    let first = lower.next().filter(|&to| to != from)?;
    lower.next().is_none().then_some(u32::from(first))
}
