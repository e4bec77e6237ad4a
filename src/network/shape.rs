//! What a sum of products looks like.

/// How many terms of each kind a sum has: `[+, −]` of three factors, of two, of one. They are added
/// in this order, on every code path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Shape {
    pub(super) triples: [u32; 2],
    pub(super) pairs: [u32; 2],
    pub(super) singles: [u32; 2],
}

impl Shape {
    /// Counts one more term.
    pub(super) fn add(&mut self, factors: usize, negative: bool) {
        debug_assert!((1..=3).contains(&factors), "{factors} factors have no place");
        let kind = match factors {
            0 | 1 => &mut self.singles,
            2 => &mut self.pairs,
            _ => &mut self.triples,
        };
        kind[usize::from(negative)] += 1;
    }

    /// Number of places an instruction names: its result's, then its factors'.
    pub(super) const fn places(self) -> usize {
        let Self { triples: [a, b], pairs: [c, d], singles: [e, f] } = self;
        (1 + 3 * (a + b) + 2 * (c + d) + e + f) as usize
    }
}

/// Sums that mass action and saturation bring forth most: those compiled to code of their own, without loops.
pub(super) const COMMON: [Shape; 8] = [
    Shape { triples: [0, 0], pairs: [1, 0], singles: [0, 0] },
    Shape { triples: [0, 0], pairs: [0, 1], singles: [0, 0] },
    Shape { triples: [0, 0], pairs: [1, 1], singles: [0, 0] },
    Shape { triples: [0, 0], pairs: [2, 0], singles: [0, 0] },
    Shape { triples: [1, 0], pairs: [0, 0], singles: [0, 0] },
    Shape { triples: [1, 0], pairs: [0, 1], singles: [0, 0] },
    Shape { triples: [1, 1], pairs: [0, 0], singles: [0, 0] },
    Shape { triples: [0, 0], pairs: [0, 0], singles: [2, 0] },
];
