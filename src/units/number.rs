//! Numbers that may be infinite or undefined, for formats such as JSON that have no sign for them.
//!
//! `#[serde(with = "…::number")]` writes a finite number as it is and the others as the text `inf`, `-inf` or
//! `NaN`; a NaN keeps no sign and no payload.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What a number, or a list or pair of numbers, is in a file.
pub(crate) trait Number: Sized {
    /// Its form in a file.
    type Written: Serialize + for<'de> Deserialize<'de>;

    /// As it is written.
    fn written(&self) -> Self::Written;

    /// As it was before it was written.
    fn read(written: Self::Written) -> Self;
}

pub(crate) fn serialize<T: Number, S: Serializer>(x: &T, serializer: S) -> Result<S::Ok, S::Error> {
    x.written().serialize(serializer)
}

pub(crate) fn deserialize<'de, T: Number, D: Deserializer<'de>>(reader: D) -> Result<T, D::Error> {
    T::Written::deserialize(reader).map(T::read)
}

/// One number in a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written(f64);

impl Number for f64 {
    type Written = Written;

    fn written(&self) -> Written {
        Written(*self)
    }

    fn read(written: Written) -> Self {
        written.0
    }
}

impl<T: Number> Number for Vec<T> {
    type Written = Vec<T::Written>;

    fn written(&self) -> Self::Written {
        self.iter().map(T::written).collect()
    }

    fn read(written: Self::Written) -> Self {
        written.into_iter().map(T::read).collect()
    }
}

impl<T: Number> Number for (T, T) {
    type Written = (T::Written, T::Written);

    fn written(&self) -> Self::Written {
        (self.0.written(), self.1.written())
    }

    fn read(written: Self::Written) -> Self {
        (T::read(written.0), T::read(written.1))
    }
}

impl<T: Number> Number for Option<T> {
    type Written = Option<T::Written>;

    fn written(&self) -> Self::Written {
        self.as_ref().map(T::written)
    }

    fn read(written: Self::Written) -> Self {
        written.map(T::read)
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_finite() || !serializer.is_human_readable() {
            serializer.serialize_f64(self.0)
        } else {
            serializer.collect_str(&self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        if reader.is_human_readable() {
            reader.deserialize_any(Reader)
        } else {
            f64::deserialize(reader).map(Self)
        }
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Written;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number, \"inf\", \"-inf\" or \"NaN\"")
    }

    fn visit_f64<E>(self, x: f64) -> Result<Written, E> {
        Ok(Written(x))
    }

    fn visit_i64<E>(self, x: i64) -> Result<Written, E> {
        Ok(Written(x as f64))
    }

    fn visit_u64<E>(self, x: u64) -> Result<Written, E> {
        Ok(Written(x as f64))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Written, E> {
        match text {
            "inf" => Ok(Written(f64::INFINITY)),
            "-inf" => Ok(Written(f64::NEG_INFINITY)),
            "NaN" => Ok(Written(f64::NAN)),
            _ => Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Written;

    fn read(json: &str) -> Result<f64, String> {
        serde_json::from_str(json).map(|x: Written| x.0).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_not_finite_is_written_as_a_word() -> Result<(), serde_json::Error> {
        for (x, json) in [
            (0.1, "0.1"),
            (-0.0, "-0.0"),
            (f64::INFINITY, "\"inf\""),
            (f64::NEG_INFINITY, "\"-inf\""),
            (f64::NAN, "\"NaN\""),
        ] {
            assert_eq!(serde_json::to_string(&Written(x))?, json);
            assert_eq!(read(json).map(f64::to_bits), Ok(x.to_bits()));
        }
        Ok(())
    }

    #[test]
    fn only_numbers_and_these_words_are_read() {
        assert_eq!(read("3"), Ok(3.0));
        assert_eq!(read("-3"), Ok(-3.0));
        for json in ["null", "\"3\"", "\"infinity\"", "\"nan\"", "[1]", "true", "1e999"] {
            assert!(read(json).is_err(), "{json}");
        }
        let error = read("\"3 nM\"").err().unwrap_or_default();
        assert!(error.contains("expected a number, \"inf\", \"-inf\" or \"NaN\""), "{error}");
    }
}
