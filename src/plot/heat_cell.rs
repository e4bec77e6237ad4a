//! What one cell of a heat map says.

use super::text::rounded;

/// The result in one cell.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum HeatCell {
    /// A value in nM, drawn in its colour.
    Value(f64),
    /// More than this bound in nM; drawn `>10k`.
    Above(f64),
    /// The curve has no single half-maximal dose; drawn `n.s.`.
    NotSigmoid,
    /// One agent alone never does as much, so there is nothing to compare with; drawn `–`.
    Undefined,
    /// The question has no answer for this pair; drawn `–`.
    Refused,
}

impl HeatCell {
    /// The text in the cell.
    pub(super) fn text(self) -> String {
        match self {
            Self::Value(value) => short(value),
            Self::Above(bound) => format!(">{}", short(bound)),
            Self::NotSigmoid => "n.s.".into(),
            Self::Undefined | Self::Refused => "–".into(),
        }
    }

    /// The value that gives the cell its colour, if it has one.
    pub(super) fn value(self) -> Option<f64> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// The value or bound in it, if there is one.
    pub(super) fn number(self) -> Option<f64> {
        match self {
            Self::Value(value) | Self::Above(value) => Some(value),
            Self::NotSigmoid | Self::Undefined | Self::Refused => None,
        }
    }
}

/// At most five characters and a sign for anything from 1e-3 to 1e9: `0.86`, `8.6`, `120`, `1.2k`, `12k`, `1.2M`.
pub(super) fn short(value: f64) -> String {
    match value {
        value if value >= 999_500.0 => format!("{}M", rounded(value / 1e6, 2)),
        value if value >= 999.5 => {
            let digits = if value < 99_500.0 { 2 } else { 3 };
            format!("{}k", rounded(value / 1e3, digits))
        }
        value if value >= 99.5 => rounded(value, 3),
        value => rounded(value, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::HeatCell;

    #[test]
    fn a_cell_is_short() {
        let cases = [
            (HeatCell::Value(0.861), "0.86"),
            (HeatCell::Value(8.637), "8.6"),
            (HeatCell::Value(123.4), "123"),
            (HeatCell::Value(999.7), "1k"),
            (HeatCell::Value(1234.0), "1.2k"),
            (HeatCell::Value(123_400.0), "123k"),
            (HeatCell::Value(2.5e6), "2.5M"),
            (HeatCell::Above(10_000.0), ">10k"),
            (HeatCell::NotSigmoid, "n.s."),
            (HeatCell::Refused, "–"),
        ];
        for (cell, expected) in cases {
            assert_eq!(cell.text(), expected);
        }
    }
}
