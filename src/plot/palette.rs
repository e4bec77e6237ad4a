//! Colours that stay apart for every kind of colour vision.

/// Red, green and blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

pub(super) const BLACK: Colour = Colour(0, 0, 0);
pub(super) const INK: Colour = Colour(51, 51, 51);
pub(super) const GREY: Colour = Colour(120, 120, 120);
pub(super) const GRID: Colour = Colour(225, 225, 225);
pub(super) const PALE: Colour = Colour(238, 238, 238);
pub(super) const WHITE: Colour = Colour(255, 255, 255);

/// The palette of Okabe and Ito (2008) without its yellow, which is lost on white.
const SERIES: [Colour; 7] = [
    Colour(0, 114, 178),
    Colour(213, 94, 0),
    Colour(0, 158, 115),
    Colour(204, 121, 167),
    Colour(230, 159, 0),
    Colour(86, 180, 233),
    Colour(0, 0, 0),
];

/// Number of colours before they repeat.
pub(super) const SERIES_COLOURS: usize = SERIES.len();

/// The colour of the series at `index`.
pub(super) fn series(index: usize) -> Colour {
    SERIES[index % SERIES_COLOURS]
}

/// Dark violet to yellow in nine equal steps of rising lightness, close to matplotlib's viridis.
const LIGHTNESS: [Colour; 9] = [
    Colour(68, 1, 84),
    Colour(71, 44, 122),
    Colour(59, 81, 139),
    Colour(44, 113, 142),
    Colour(33, 144, 141),
    Colour(39, 173, 129),
    Colour(92, 200, 99),
    Colour(170, 220, 50),
    Colour(253, 231, 37),
];

/// The colour at `fraction` of the way from dark (0) to light (1); held at the ends outside.
pub(super) fn lightness(fraction: f64) -> Colour {
    between(&LIGHTNESS, fraction)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held within the table, and between two colours"
)]
fn between(table: &[Colour], fraction: f64) -> Colour {
    let place = fraction.clamp(0.0, 1.0) * (table.len() - 1) as f64;
    let below = (place as usize).min(table.len() - 2);
    let part = place - below as f64;
    let mix = |a: u8, b: u8| (f64::from(a) + part * (f64::from(b) - f64::from(a))).round() as u8;
    let (dark, light) = (table[below], table[below + 1]);
    Colour(mix(dark.0, light.0), mix(dark.1, light.1), mix(dark.2, light.2))
}

/// Blue over white to orange in equal steps of lightness: the two colours of the palette that stay furthest apart.
const TWO_SIDED: [Colour; 5] = [
    Colour(0, 90, 150),
    Colour(120, 175, 215),
    Colour(255, 255, 255),
    Colour(240, 170, 110),
    Colour(190, 75, 0),
];

/// The colour at `fraction` of the way from blue (0) over white to orange (1); held at the ends outside.
pub(super) fn two_sided(fraction: f64) -> Colour {
    between(&TWO_SIDED, fraction)
}

impl Colour {
    /// Black or white, whichever is easier to read on this colour.
    pub(super) fn ink(self) -> Colour {
        let brightness =
            0.299 * f64::from(self.0) + 0.587 * f64::from(self.1) + 0.114 * f64::from(self.2);
        if brightness > 108.0 { BLACK } else { WHITE }
    }
}

#[cfg(test)]
mod tests {
    use super::{BLACK, LIGHTNESS, WHITE, lightness, two_sided};

    #[test]
    fn the_scale_ends_where_its_table_ends() {
        assert_eq!(lightness(-1.0), LIGHTNESS[0]);
        assert_eq!(lightness(2.0), LIGHTNESS[8]);
        assert_eq!(lightness(0.5), LIGHTNESS[4]);
        assert_eq!(two_sided(0.5), WHITE);
    }

    #[test]
    fn text_is_white_on_dark_and_black_on_light() {
        assert_eq!(lightness(0.0).ink(), WHITE);
        assert_eq!(lightness(1.0).ink(), BLACK);
    }
}
