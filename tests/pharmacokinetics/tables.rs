//! Event tables with NONMEM's column names.

use super::bodies::hours;
use jakstat::pharmacokinetics::{Regimen, RegimenError, Route};
use jakstat::units::Quantities;

fn read(table: &str) -> Result<Regimen, RegimenError> {
    Regimen::from_csv(table.as_bytes())
}

fn complaint(table: &str) -> String {
    read(table).unwrap_err().to_string()
}

#[test]
fn a_series_by_mouth_is_one_row() {
    let expected = Regimen::oral(4.0.milligrams()).every(24.0.hours()).doses(7);
    assert_eq!(read("TIME,AMT,II,ADDL\n0,4,24,6\n").unwrap(), expected);
    assert_eq!(read("time, amt, ii, addl, evid, cmt\n0, 4, 24, 6, 1, 1\n").unwrap(), expected);
    assert_eq!(read("\u{feff}TIME,AMT,II,ADDL,SS\n0,4,24,6,.\n").unwrap(), expected);
}

#[test]
fn every_column_says_what_it_says_in_nonmem() {
    let table = "TIME,AMT,II,ADDL,SS,RATE,DUR,ROUTE,EVID,ALAG,F\n\
                 0,4,24,3,1,0,,oral,1,0.2,0.86\n\
                 1,,,,,,,,0,,\n\
                 2,10,0,0,0,5,.,infusion,1,,\n\
                 6,10,0,0,0,0,2,iv,1,,\n\
                 9,1,0,0,0,0,0,iv,1,,\n";
    let series = read(table).unwrap();
    let [oral, by_rate, by_duration, bolus] = series.series() else { panic!("{series:?}") };
    assert!(oral.steady_state && oral.doses == Some(4));
    assert_eq!((oral.lag.map(hours), oral.bioavailability), (Some(0.2), Some(0.86)));
    assert_eq!(by_rate.route, Route::InfusionAt(5.0.milligrams_per_hour()));
    assert_eq!(by_duration.route, Route::Infusion(2.0.hours()));
    assert_eq!((bolus.route, hours(bolus.time)), (Route::Bolus, 9.0));
}

#[test]
fn a_second_steady_state_adds_to_the_first() {
    let table = "TIME,AMT,II,SS\n0,10,24,1\n8,5,24,2\n";
    let both = read(table).unwrap();
    assert!(both.series().iter().all(|dose| dose.steady_state));
}

#[test]
fn unknown_and_doubled_columns_are_refused() {
    assert_eq!(
        complaint("TIME,AMT,ADLD\n0,4,6\n"),
        "there is no column \"ADLD\" in an event table: did you mean ADDL?"
    );
    assert_eq!(
        complaint("TIME,AMT,weight\n0,4,70\n"),
        "there is no column \"weight\" in an event table: use TIME, AMT, II, ADDL, SS, RATE, DUR, CMT, ROUTE, EVID, ALAG, F"
    );
    assert_eq!(complaint("TIME,II\n0,4\n"), "the event table has AMT 0 times: give it once");
    assert_eq!(complaint("TIME,AMT,amt\n0,4,4\n"), "the event table has AMT 2 times: give it once");
}

#[test]
fn a_cell_that_cannot_be_is_named_with_its_line() {
    let cases = [
        ("TIME,AMT\n0,four\n", "line 2: AMT is \"four\": write a number"),
        ("TIME,AMT\n0,1\n.,4\n", "line 3: TIME is \"\": write a number"),
        ("TIME,AMT,ADDL\n0,4,1.5\n", "line 2: ADDL is \"1.5\": write a whole number"),
        (
            "TIME,AMT,ADDL\n0,4,4294967295\n",
            "line 2: ADDL is \"4294967295\": write fewer additional doses",
        ),
        (
            "TIME,AMT,II\n0,4,24\n",
            "line 2: II is \"24\": an interval goes with ADDL or SS: add one, or write 0",
        ),
        (
            "TIME,AMT,EVID\n0,4,0\n",
            "line 2: EVID is \"0\": an observation has no AMT: write 1 for a dose",
        ),
        (
            "TIME,AMT,EVID\n0,4,3\n",
            "line 2: EVID is \"3\": write 0 for an observation, 1 for a dose",
        ),
        (
            "TIME,AMT,EVID\n0,4,4\n9,4,4\n",
            "line 3: EVID is \"4\": a reset begins a table: write a table for each period",
        ),
        ("TIME,AMT,II,SS\n0,4,24,3\n", "line 2: SS is \"3\": write 0, 1 or 2"),
        (
            "TIME,AMT,II,SS\n0,4,24,1\n9,4,24,1\n",
            "line 3: SS is \"1\": 1 forgets the doses before it: write 2 to add to them, or a table for each period",
        ),
        ("TIME,AMT,RATE,DUR\n0,4,1,4\n", "line 2: RATE is \"1\": give RATE or DUR, not both"),
        ("TIME,AMT,CMT\n0,4,3\n", "line 2: CMT is \"3\": write 1 for by mouth, 2 for into a vein"),
        (
            "TIME,AMT,CMT,ROUTE\n0,4,1,oral\n",
            "line 2: ROUTE is \"oral\": give CMT or ROUTE, not both",
        ),
        (
            "TIME,AMT,ROUTE\n0,4,nose\n",
            "line 2: ROUTE is \"nose\": write oral, bolus, infusion or iv",
        ),
        (
            "TIME,AMT,ROUTE\n0,4,infusion\n",
            "line 2: ROUTE is \"infusion\": an infusion has a RATE in mg/h or a DUR in h",
        ),
        (
            "TIME,AMT,ROUTE,RATE\n0,4,oral,2\n",
            "line 2: ROUTE is \"oral\": RATE and DUR are of infusions: write infusion",
        ),
    ];
    for (table, expected) in cases {
        assert_eq!(complaint(table), expected);
    }
}

#[test]
fn a_table_goes_through_the_checks_of_every_regimen() {
    assert_eq!(
        complaint("TIME,AMT\n8,4\n0,4\n"),
        "dose 2 at 0 s comes after one at 28800 s: sort the doses by time"
    );
    assert_eq!(
        complaint("TIME,AMT,RATE\n0,4,-2\n"),
        "the rate of dose 1 is -2 mg/h: give a positive finite number"
    );
    assert_eq!(
        complaint("TIME,AMT\n0,NaN\n"),
        "the amount of dose 1 is NaN mg: give zero or a positive finite number"
    );
    assert_eq!(
        complaint("TIME,AMT,SS\n0,4,1\n"),
        "dose 1 has a steady state (SS) but no interval (II): say how often it is taken"
    );
    assert!(complaint("TIME,AMT\n").starts_with("the regimen has no dose: begin with"));
    assert!(complaint("TIME,AMT\n0\n").starts_with("the event table cannot be read as CSV ("));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused(rows in "[-TIMEATADLSRUO0-9.,naif\n ]{0,60}") {
        let table = format!("TIME,AMT,II,ADDL,SS,RATE\n{rows}");
        if let Ok(regimen) = read(&table) {
            proptest::prop_assert!(regimen.doses_until(1e4.hours()).is_ok());
        }
    }
}
