//! From `enzymology.csv` to [`Enzymology`].

use super::place::{NONE, Place};
use super::tables::{Table, sourced_row};
use super::{CatalogError, Enzymology, Jak, PerJak, Ranged};
use crate::units::Concentration;

sourced_row!(Row {
    quantity: String,
    jak: String,
    value_um: String,
    low_um: String,
    high_um: String
});

pub(super) fn read(table: &Table) -> Result<Enzymology, CatalogError> {
    let mut km: PerJak<Option<Ranged>> = PerJak::default();
    let mut cell_atp = None;
    for (place, row) in table.rows::<Row>()? {
        let slot = match row.quantity.as_str() {
            "Km(ATP)" => &mut km[place.word::<Jak>("jak", &row.jak)?],
            "cell ATP" if row.jak == NONE => &mut cell_atp,
            "cell ATP" => {
                return Err(place.bad("jak", &row.jak, "write none beside the cell's ATP"));
            }
            other => return Err(place.bad("quantity", other, "write Km(ATP) or cell ATP")),
        };
        if slot.is_some() {
            return Err(place.bad("quantity", &row.quantity, "it is there already, give it once"));
        }
        *slot = Some(ranged(&place, &row)?);
    }
    let missing = |what: &str| table.place("rows").bad("quantity", what, "add the missing row");
    let [jak1, jak2, jak3, tyk2] =
        Jak::ALL.map(|jak| km[jak].take().ok_or_else(|| missing(&format!("Km(ATP) of {jak}"))));
    Ok(Enzymology {
        km: PerJak::new([jak1?, jak2?, jak3?, tyk2?]),
        cell_atp: cell_atp.ok_or_else(|| missing("cell ATP"))?,
    })
}

fn ranged(place: &Place, row: &Row) -> Result<Ranged, CatalogError> {
    let value = place.number("value_um", &row.value_um)?;
    let bound = |field, text: &str| match text {
        NONE => Ok(value),
        number => place.number(field, number),
    };
    let (low, high) = (bound("low_um", &row.low_um)?, bound("high_um", &row.high_um)?);
    if !(low <= value && value <= high) {
        let range = format!("{low} to {high}");
        return Err(place.bad("low_um, high_um", &range, "the range must hold the value"));
    }
    let micromolar = |number: f64| Concentration::from_nanomolar(number * 1e3);
    Ok(Ranged {
        value: place.sourced(micromolar(value), &row.entry())?,
        low: micromolar(low),
        high: micromolar(high),
    })
}
