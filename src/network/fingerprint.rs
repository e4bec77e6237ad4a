//! Numbers that tell two things apart by what they are written as.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::io;
use std::str::FromStr;

/// 128 bits that two things share only if they are written alike.
///
/// FNV-1a (Fowler, Noll and Vo): for each byte, h ← (h xor byte) · p modulo 2¹²⁸. It stays what it is from
/// one release, machine and process to the next. It guards against mistakes, not against malice.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u128);

const PRIME: u128 = (1 << 88) + 0x13b;

impl Fingerprint {
    /// That of no bytes.
    pub const EMPTY: Self = Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);

    /// That of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::EMPTY.then(bytes)
    }

    /// That of the bytes so far and then these.
    #[must_use]
    pub fn then(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, &byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME)))
    }

    /// That of a thing written as JSON without spaces.
    ///
    /// # Errors
    /// Where the thing cannot be written as JSON.
    pub fn of_json(thing: &impl Serialize) -> Result<Self, serde_json::Error> {
        let mut written = Written(Self::EMPTY);
        serde_json::to_writer(&mut written, thing)?;
        Ok(written.0)
    }

    /// Its 16 bytes, the lowest first.
    pub const fn to_bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }

    /// One of `count` parts, from 0, into which fingerprints fall evenly; 0 where `count` is.
    pub fn part(self, count: u64) -> u64 {
        // The low bits of FNV-1a mix badly: spread all 128 over the upper 64 (Stafford's variant 13).
        let mut x = (self.0 >> 64) as u64 ^ self.0 as u64;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^= x >> 31;
        ((u128::from(x) * u128::from(count)) >> 64) as u64
    }
}

/// What is written passes through and leaves its fingerprint.
struct Written(Fingerprint);

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.then(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Display for Fingerprint {
    /// 32 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let read = digits.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        read.map(Self).ok_or("write 32 hexadecimal digits")
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|told| D::Error::custom(format!("{text:?} is no fingerprint: {told}")))
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn the_published_values_are_found() {
        for (text, digits) in [
            ("", "6c62272e07bb014262b821756295c58d"),
            ("a", "d228cb696f1a8caf78912b704e4a8964"),
            ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
        ] {
            assert_eq!(Fingerprint::of(text.as_bytes()).to_string(), digits);
            assert_eq!(digits.parse(), Ok(Fingerprint::of(text.as_bytes())));
        }
        assert_eq!(Fingerprint::of(b"foo").then(b"bar"), Fingerprint::of(b"foobar"));
    }

    #[test]
    fn only_32_hexadecimal_digits_are_read() {
        for text in ["", "6c62272e07bb014262b821756295c58", "+c62272e07bb014262b821756295c58d", "g"]
        {
            assert!(text.parse::<Fingerprint>().is_err(), "{text}");
        }
        let error = serde_json::from_str::<Fingerprint>("\"g\"").err().map(|e| e.to_string());
        assert!(error.unwrap_or_default().contains("32 hexadecimal digits"));
    }

    /// Doses and counts differ in a few bits only; none of the parts may be left out for that.
    #[test]
    fn parts_are_even_for_numbers_that_look_alike() {
        for count in [1_u64, 2, 3, 7, 8, 64] {
            let mut sizes = vec![0_u32; count as usize];
            for k in 0..(1000 * count) as u32 {
                let value =
                    if k % 2 == 0 { f64::from(k) } else { 2f64.powi(k.cast_signed() % 600) };
                let bits = value.to_bits().to_le_bytes();
                let key = Fingerprint::of(&bits).then(&f64::from(k).to_bits().to_le_bytes());
                sizes[key.part(count) as usize] += 1;
            }
            assert!(sizes.iter().all(|size| (850..1150).contains(size)), "{count}: {sizes:?}");
        }
        assert_eq!(Fingerprint::EMPTY.part(0), 0);
    }
}
