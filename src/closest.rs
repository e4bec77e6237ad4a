//! The closest of the known names, for error messages.

/// The candidate most like `name`, if any is like it at all.
///
/// Capitals, hyphens, spaces, underscores and dots do not count; of two equally close candidates the
/// first wins. A candidate needing changes in more than about half of its letters is no help and is left out.
pub(crate) fn closest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted = letters(name);
    candidates
        .map(|candidate| {
            let known = letters(candidate);
            (distance(&wanted, &known), known.len().max(wanted.len()), candidate)
        })
        .filter(|&(changes, longest, _)| changes <= longest.div_ceil(2) && changes < longest)
        .min_by_key(|&(changes, ..)| changes)
        .map(|(.., candidate)| candidate)
}

fn letters(name: &str) -> Vec<char> {
    name.chars()
        .filter(|c| !matches!(c, '-' | ' ' | '_' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let substituted = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = substituted.min(last[j] + 1).min(row[j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = core::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    const DRUGS: [&str; 4] = ["baricitinib", "ruxolitinib", "IL-6", "IFN-alpha"];

    #[test]
    fn a_slip_of_the_pen_finds_the_name() {
        assert_eq!(closest("barictinib", DRUGS.into_iter()), Some("baricitinib"));
        assert_eq!(closest("rxuolitinib", DRUGS.into_iter()), Some("ruxolitinib"));
    }

    #[test]
    fn capitals_hyphens_and_spaces_do_not_count() {
        assert_eq!(closest("il 6", DRUGS.into_iter()), Some("IL-6"));
        assert_eq!(closest("ifnalpha", DRUGS.into_iter()), Some("IFN-alpha"));
    }

    #[test]
    fn a_name_like_none_has_no_closest() {
        assert_eq!(closest("water", DRUGS.into_iter()), None);
        assert_eq!(closest("x", std::iter::empty()), None);
    }
}
