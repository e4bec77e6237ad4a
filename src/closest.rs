//! Which known name was meant by an unknown one.

/// The candidate with the fewest changed letters, whatever its case; `None` where there is no candidate.
pub(crate) fn closest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates.min_by_key(|candidate| changes(name, candidate))
}

/// The number of letters to insert, delete or replace (Levenshtein), upper and lower case being equal.
fn changes(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, letter) in from.to_lowercase().chars().enumerate() {
        let mut diagonal = above;
        row[0] = above + 1;
        for (at, other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_the_name_that_was_meant() {
        let names = ["tofacitinib", "baricitinib", "upadacitinib"];
        assert_eq!(closest("baricitinb", names.into_iter()), Some("baricitinib"));
        assert_eq!(closest("TOFACITINIB", names.into_iter()), Some("tofacitinib"));
        assert_eq!(closest("x", std::iter::empty()), None);
    }

    #[test]
    fn letters_are_counted_not_bytes() {
        assert_eq!(changes("kitten", "sitting"), 3);
        assert_eq!(changes("IFN-α", "IFN-a"), 1);
        assert_eq!(changes("", "abc"), 3);
    }
}
