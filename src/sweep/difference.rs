//! What tells two manifests apart.

use super::FolderError;
use serde_json::Value;
use std::path::Path;

/// A field in which two documents differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    /// Its name, such as `options.tolerance.relative`.
    pub(super) field: String,
    /// What the first holds.
    pub(super) there: String,
    /// What the second holds.
    pub(super) here: String,
}

impl Difference {
    /// That it keeps a folder from being used.
    pub(super) fn in_folder(self, path: &Path) -> FolderError {
        let Self { field, there, here } = self;
        FolderError::Differs { path: path.into(), field, there, here }
    }
}

/// The first of `fields` in which two documents differ.
pub(super) fn difference(there: &Value, here: &Value, fields: &[&str]) -> Option<Difference> {
    fields.iter().find_map(|&field| within(field, there.get(field), here.get(field)))
}

/// The first field inside `field` that differs.
fn within(field: &str, there: Option<&Value>, here: Option<&Value>) -> Option<Difference> {
    if there == here {
        return None;
    }
    let inner = match (there, here) {
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
            names.map(|name| (format!("{field}.{name}"), old.get(name), new.get(name))).collect()
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) => (0..old.len().max(new.len()))
            .map(|place| (format!("{field}[{place}]"), old.get(place), new.get(place)))
            .collect(),
        _ => Vec::new(),
    };
    let inner = inner.iter().find_map(|(field, old, new)| within(field, *old, *new));
    inner.or_else(|| {
        let text = |value: Option<&Value>| value.map_or_else(|| "absent".into(), Value::to_string);
        Some(Difference { field: field.into(), there: text(there), here: text(here) })
    })
}

#[cfg(test)]
mod tests {
    use super::{Difference, difference};
    use serde_json::{Value, json};

    fn found(there: &Value, here: &Value) -> Option<(String, String, String)> {
        let fields = ["version", "options", "lines"];
        let told = |found: Difference| (found.field, found.there, found.here);
        difference(there, here, &fields).map(told)
    }

    #[test]
    fn the_first_field_that_differs_is_named_with_both_values() {
        let one = json!({ "version": "1", "options": { "a": 1e-6, "b": { "c": "x" } },
                          "lines": ["p", "q"], "beside": 1 });
        let changed = |pointer: &str, value: Value| {
            let mut other = one.clone();
            if let Some(place) = other.pointer_mut(pointer) {
                *place = value;
            }
            found(&one, &other)
        };
        let told = |field: &str, there: &str, here: &str| {
            Some((field.to_owned(), there.to_owned(), here.to_owned()))
        };
        assert_eq!(found(&one, &one), None);
        assert_eq!(changed("/beside", json!(2)), None);
        assert_eq!(changed("/version", json!("2")), told("version", "\"1\"", "\"2\""));
        assert_eq!(changed("/options/a", json!(1e-4)), told("options.a", "1e-6", "0.0001"));
        assert_eq!(changed("/options/b", json!({})), told("options.b.c", "\"x\"", "absent"));
        assert_eq!(changed("/options/b", json!(0)), told("options.b", "{\"c\":\"x\"}", "0"));
        assert_eq!(changed("/lines", json!(["p", "q", "r"])), told("lines[2]", "absent", "\"r\""));
        assert_eq!(changed("/lines/0", json!("o")), told("lines[0]", "\"p\"", "\"o\""));
    }
}
