//! Outcomes as bytes, in little space: bits of numbers, and words only for what is rare.

use super::{Attempt, Completed, Failed, Outcome};
use crate::ode::Statistics;

/// What an outcome begins with.
const PLAIN: u8 = 0;
const RESTED: u8 = 1;
const RETRIED: u8 = 2;
const FAILED: u8 = 4;

/// Appends a point's place in its chunk and its outcome.
///
/// # Errors
/// Where a failure cannot be put in words.
pub(super) fn pack(
    place: usize,
    outcome: &Outcome,
    bytes: &mut Vec<u8>,
) -> Result<(), serde_json::Error> {
    whole(place as u64, bytes);
    match outcome {
        Outcome::Failed(failed) => {
            bytes.push(FAILED);
            words(&serde_json::to_vec(failed)?, bytes);
        }
        Outcome::Ok(Completed { readouts, statistics, rest_residual, attempts }) => {
            let rested = if rest_residual.is_some() { RESTED } else { PLAIN };
            let retried = if attempts.is_empty() { PLAIN } else { RETRIED };
            bytes.push(rested | retried);
            let Statistics { accepted, rejected, rates, linearised, stretches } = *statistics;
            for count in [accepted, rejected, rates, linearised, stretches] {
                whole(count, bytes);
            }
            whole(readouts.len() as u64, bytes);
            for number in readouts.iter().chain(rest_residual) {
                bytes.extend_from_slice(&number.to_bits().to_le_bytes());
            }
            if !attempts.is_empty() {
                words(&serde_json::to_vec(attempts)?, bytes);
            }
        }
    }
    Ok(())
}

/// Takes the first place and outcome off `bytes`; `None` where they are none.
pub(super) fn unpack(bytes: &mut &[u8]) -> Option<(usize, Outcome)> {
    let place = usize::try_from(take_whole(bytes)?).ok()?;
    let kind = *take(bytes, 1)?.first()?;
    if kind == FAILED {
        let failed: Failed = serde_json::from_slice(take_words(bytes)?).ok()?;
        return Some((place, Outcome::Failed(failed)));
    }
    if kind > RESTED | RETRIED {
        return None;
    }
    let mut counts = [0; 5];
    for count in &mut counts {
        *count = take_whole(bytes)?;
    }
    let [accepted, rejected, rates, linearised, stretches] = counts;
    let statistics = Statistics { accepted, rejected, rates, linearised, stretches };
    let length = usize::try_from(take_whole(bytes)?).ok()?;
    let numbers = take(bytes, length.checked_mul(8)?)?;
    let readouts = numbers.chunks_exact(8).filter_map(number).collect();
    let rest_residual = if kind & RESTED == 0 { None } else { Some(number(take(bytes, 8)?)?) };
    let attempts: Vec<Attempt> = if kind & RETRIED == 0 {
        Vec::new()
    } else {
        serde_json::from_slice(take_words(bytes)?).ok()?
    };
    Some((place, Outcome::Ok(Completed { readouts, statistics, rest_residual, attempts })))
}

fn number(bytes: &[u8]) -> Option<f64> {
    Some(f64::from_bits(u64::from_le_bytes(bytes.try_into().ok()?)))
}

/// Seven bits to a byte, the lowest first; the top bit says that more follow.
fn whole(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take_whole(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let byte = *take(bytes, 1)?.first()?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn words(text: &[u8], bytes: &mut Vec<u8>) {
    whole(text.len() as u64, bytes);
    bytes.extend_from_slice(text);
}

fn take_words<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = usize::try_from(take_whole(bytes)?).ok()?;
    take(bytes, length)
}

fn take<'b>(bytes: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}

#[cfg(test)]
mod tests {
    // A test stops where the code under it fails.
    #![allow(clippy::unwrap_used)]

    use super::{pack, unpack};
    use crate::ode::{Failure, Method, Statistics, Why};
    use crate::sweep::{Attempt, Completed, Failed, Outcome};

    fn every_kind() -> Vec<Outcome> {
        let why = Why::StepTooSmall { state: "pSTAT3 \"β\"".into() };
        let failure = Failure { why, time: f64::INFINITY };
        let attempt =
            Attempt { method: Method::Rodas4, first_step: Some(1e-6), failure: failure.clone() };
        let statistics = Statistics {
            accepted: 127,
            rejected: 128,
            rates: u64::MAX,
            linearised: 0,
            stretches: 1 << 62,
        };
        let readouts = vec![0.1, -0.0, f64::MIN_POSITIVE, f64::INFINITY, 1e300];
        let plain = Completed { readouts, statistics, rest_residual: None, attempts: vec![] };
        let rested = Completed { rest_residual: Some(1e-9), ..plain.clone() };
        let retried = Completed { attempts: vec![attempt.clone(); 2], ..rested.clone() };
        let bare = Completed { readouts: vec![], ..retried.clone() };
        let failed = Failed { failure, attempts: vec![attempt] };
        let solved = [plain, rested, retried, bare].map(Outcome::Ok);
        solved.into_iter().chain([Outcome::Failed(failed)]).collect()
    }

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let (all, mut bytes) = (every_kind(), Vec::new());
        for (place, outcome) in all.iter().enumerate() {
            pack(1000 * place, outcome, &mut bytes).unwrap();
        }
        let mut rest = bytes.as_slice();
        for (place, outcome) in all.into_iter().enumerate() {
            assert_eq!(unpack(&mut rest), Some((1000 * place, outcome)));
        }
        assert!(rest.is_empty() && unpack(&mut rest).is_none());
    }

    #[test]
    fn a_number_that_is_none_keeps_its_bits() {
        let odd = f64::from_bits(0xfff8_0000_0000_1234);
        let solved = Completed {
            readouts: vec![odd],
            statistics: Statistics::default(),
            rest_residual: None,
            attempts: vec![],
        };
        let mut bytes = Vec::new();
        pack(0, &Outcome::Ok(solved), &mut bytes).unwrap();
        let (_, read) = unpack(&mut bytes.as_slice()).unwrap();
        assert_eq!(read.readouts().unwrap()[0].to_bits(), odd.to_bits());
    }

    #[test]
    fn bytes_that_end_early_are_no_outcome() {
        for outcome in every_kind() {
            let mut bytes = Vec::new();
            pack(3, &outcome, &mut bytes).unwrap();
            for length in 0..bytes.len() {
                assert!(unpack(&mut &bytes[..length]).is_none(), "{length} of {}", bytes.len());
            }
        }
    }

    #[test]
    fn a_plain_point_with_three_readouts_takes_little_room() {
        let statistics =
            Statistics { accepted: 110, rejected: 4, rates: 950, linearised: 110, stretches: 2 };
        let readouts = vec![1.0; 3];
        let solved = Completed { readouts, statistics, rest_residual: None, attempts: vec![] };
        let mut bytes = Vec::new();
        pack(255, &Outcome::Ok(solved), &mut bytes).unwrap();
        assert!(bytes.len() < 40, "{}", bytes.len());
    }
}
