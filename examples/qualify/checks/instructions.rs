//! The instructions in use are those that the processor has.

use super::check::{Check, Found, count};
use super::credibility::Credibility::SoftwareQualityAssurance;
use jakstat::prelude::*;

#[allow(clippy::unnecessary_wraps)] // families have one shape
pub(crate) fn checks() -> Found<Vec<Check>> {
    let available = CodePath::available();
    let lacking = available.iter().map(|path| !detected(*path));
    let widest = available.last() != Some(&CodePath::best());
    let unknown = !available.contains(&Options::default().path);
    Ok(vec![Check::new(
        "code path",
        format!(
            "{}, in use, and the paths offered, with what the processor reports: contradictions",
            CodePath::best()
        ),
        (count(lacking.chain([widest, unknown])), 0.0),
        SoftwareQualityAssurance,
    )])
}

/// Whether the processor reports the instructions of a path.
#[cfg(target_arch = "x86_64")]
fn detected(path: CodePath) -> bool {
    match path {
        CodePath::Unfused => true,
        CodePath::Scalar | CodePath::Avx2 => {
            std::arch::is_x86_feature_detected!("avx2")
                && std::arch::is_x86_feature_detected!("fma")
        }
        CodePath::Avx512 => {
            std::arch::is_x86_feature_detected!("avx512f")
                && std::arch::is_x86_feature_detected!("avx512dq")
                && std::arch::is_x86_feature_detected!("avx512vl")
        }
        _ => false,
    }
}

/// Whether the processor reports the instructions of a path.
#[cfg(not(target_arch = "x86_64"))]
fn detected(path: CodePath) -> bool {
    match path {
        CodePath::Unfused => true,
        CodePath::Scalar | CodePath::Neon => cfg!(target_arch = "aarch64"),
        _ => false,
    }
}
