//! What is done about points without a value.

use serde::{Deserialize, Serialize};

/// What is done where a point has no value, because it could not be solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Missing {
    /// No indices: an error names the first such point and their number.
    #[default]
    Refuse,
    /// A row is left out with all of its points, named in [`Sensitivity::failed`](super::Sensitivity::failed). What is left
    /// stands for the factors where they can be solved, and no longer for their whole distributions.
    LeaveOut,
}
