//! Plates from CSV tables: what is read, and what is refused with line, column and remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]
// A test may stop at the first surprise.

use jakstat::response::PlateData;
use jakstat::units::Quantities;

#[test]
fn a_table_is_read_with_units_labels_and_gaps() {
    let table = "\u{feff}Drug,cytokine,dose_uM,response,replicate,weight\n\
                 baricitinib,IL-6, 0.01 ,81.5,1,\n\
                 baricitinib,IL-6,0,100,,2\n\
                 tofacitinib,IL-6,0.01,90,1,1\n";
    let data = PlateData::from_csv(table.as_bytes()).unwrap();
    assert_eq!(data.curves(), ["baricitinib, IL-6", "tofacitinib, IL-6"]);
    let row = &data.rows()[0];
    assert_eq!((row.dose, row.response, row.weight), (10.0.nanomolar(), 81.5, 1.0));
    assert_eq!(row.replicate.as_deref(), Some("1"));
    assert_eq!((data.rows()[1].weight, &data.rows()[1].replicate), (2.0, &None));
}

#[test]
fn a_bad_table_is_refused_with_line_column_and_remedy() {
    for (table, expected) in [
        ("dose,respnse\n", "unknown column \"respnse\"; did you mean \"response\"?"),
        ("dose_mM,response\n", "unknown column \"dose_mM\"; did you mean \"dose_nM\"?"),
        (
            "dose,response,well\n",
            "unknown column \"well\"; delete it, or name it dose, response, replicate, weight, curve, drug or cytokine",
        ),
        ("dose,dose_uM,response\n", "column \"dose\" is given twice; keep one"),
        (
            "dose\n1\n",
            "column \"response\" is missing; the first line names the columns, separated by commas",
        ),
        (
            "dose_nM,response\n1,2\n3,high\n",
            "line 3, column \"response\": \"high\" is not a number; write one, or delete the row if it was not measured",
        ),
        (
            "dose_nM,response\n1,\"2,5\"\n",
            "line 2, column \"response\": \"2,5\" is not a number; write decimals with a point",
        ),
        (
            "dose_nM,response\n1,\n",
            "line 2, column \"response\": \"\" is empty; delete the row if it was not measured",
        ),
        (
            "dose_nM,response\n1,NaN\n",
            "line 2, column \"response\": \"NaN\" is not finite; delete the row",
        ),
        (
            "dose_uM,response\n-1,3\n",
            "line 2, column \"dose_uM\": \"-1\" is negative; write zero for a control or a positive dose",
        ),
        (
            "dose,response,weight\n1,3,0\n",
            "line 2, column \"weight\": \"0\" is not positive; delete the row if it must not count",
        ),
        ("dose,response\n", "wells: 0 where at least 5 are needed; add doses or fix a parameter"),
        (
            "dose,response\n1\n",
            "the table cannot be read: CSV error: record 1 (line: 2, byte: 14): found record with 1 fields, but the previous record has 2 fields; give every line the same columns, as UTF-8 text with commas",
        ),
        (
            "dose;response\n1;2\n",
            "the columns are separated by ';'; save the table with commas and decimal points",
        ),
    ] {
        let error = PlateData::from_csv(table.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let missing = PlateData::from_csv_file("no/such/plate.csv").unwrap_err();
    assert_eq!(missing.to_string(), "cannot open no/such/plate.csv; check the name");
}
