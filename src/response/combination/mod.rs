//! Do agents together do more than they should?
//!
//! Knows a [`Surface`], the responses over a grid of doses of two agents or more, and three answers to what "should" means:
//! the better agent alone (highest single agent, [`Surface::best_single`]), independent action (Bliss 1939,
//! [`Surface::independent`]), and dose addition (Loewe and Muischnek 1926, [`loewe`]), for which the dose of each agent alone
//! with the same response is searched for on its own curve, never on an equation fitted to it.

mod alone;
mod expected;
mod loewe;
mod surface;

pub use alone::{Alone, Equivalent};
pub use loewe::{Loewe, LoeweScore, loewe};
pub use surface::Surface;
