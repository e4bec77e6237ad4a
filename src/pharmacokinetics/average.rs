//! Averages over time of what a concentration does.

use super::{Exposure, PharmacokineticsError};
use crate::units::{Concentration, Time};

/// Nodes and weights of Gauss and Legendre's rule of five points on (-1, 1) (Abramowitz and Stegun, table 25.4).
const NODES: [(f64, f64); 5] = [
    (-0.906_179_845_938_664, 0.236_926_885_056_189_1),
    (-0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.0, 0.568_888_888_888_888_9),
    (0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.906_179_845_938_664, 0.236_926_885_056_189_1),
];
/// Pieces of a stretch between two doses: a quarter of an hour in half a day.
const PIECES: u32 = 48;

impl Exposure {
    /// The average between two times of an effect that follows the free concentration at once.
    ///
    /// `1/(to − from) ∫ effect(free(t)) dt`, by Gauss and Legendre's rule on pieces between the times at which a dose
    /// begins or ends to enter: to about 1e-10 for a smooth effect.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::Window`] where the times are not finite and ascending.
    pub fn average_of(
        &self,
        effect: impl Fn(Concentration) -> f64,
        from: Time,
        to: Time,
    ) -> Result<f64, PharmacokineticsError> {
        let mut sum = 0.0;
        for pair in self.stretches(from, to)?.windows(2) {
            let half = (pair[1] - pair[0]) / (2.0 * f64::from(PIECES));
            for piece in 0..PIECES {
                let middle = pair[0] + half * f64::from(2 * piece + 1);
                for (node, weight) in NODES {
                    let time = Time::from_seconds(middle + half * node);
                    sum += half * weight * effect(self.free(time));
                }
            }
        }
        Ok(sum / (to.as_seconds() - from.as_seconds()))
    }
}
