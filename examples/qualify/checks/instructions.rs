//! The instructions in use are those that the processor has.

use super::check::{Check, Found, count};
use super::credibility::Credibility::SoftwareQualityAssurance;
use jakstat::prelude::*;

#[allow(clippy::unnecessary_wraps)] // families have one shape
pub(crate) fn checks() -> Found<Vec<Check>> {
    let available = CodePath::available();
    let contradicted =
        CodePath::ALL.into_iter().map(|path| available.contains(&path) != detected(path));
    // By what the processor reports, not by what the library offers.
    let widest = [CodePath::Avx512, CodePath::Avx2, CodePath::Neon]
        .into_iter()
        .find(|path| detected(*path))
        .unwrap_or(CodePath::Unfused);
    let narrower = [CodePath::best(), Options::default().path].map(|path| path != widest);
    Ok(vec![Check::new(
        "code path",
        format!(
            "{}, in use, with the widest that the processor reports, and those offered with all that it reports: contradictions",
            CodePath::best()
        ),
        (count(contradicted.chain(narrower)), 0.0),
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
                && std::arch::is_x86_feature_detected!("bmi1")
                && std::arch::is_x86_feature_detected!("bmi2")
                && std::arch::is_x86_feature_detected!("lzcnt")
                && std::arch::is_x86_feature_detected!("popcnt")
        }
        CodePath::Avx512 => {
            detected(CodePath::Avx2)
                && std::arch::is_x86_feature_detected!("avx512f")
                && std::arch::is_x86_feature_detected!("avx512bw")
                && std::arch::is_x86_feature_detected!("avx512cd")
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
