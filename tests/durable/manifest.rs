//! What a folder and a result say of themselves.

use crate::setup::{complete, explosive, folder, grid, of};
use jakstat::catalog::{Cited, Provenance as Origin, Verified};
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Flow, Folder, Memory, Merge, Provenance, Source, Summary};
use serde_json::{Value, json};

fn source() -> Cited {
    Cited {
        table: "my measurements".into(),
        row: "k at 37 °C".into(),
        provenance: Origin {
            source: "notebook 3, page 12".into(),
            doi: None,
            verified: Verified::Read,
            note: String::new(),
        },
    }
}

#[test]
fn every_field_of_a_manifest_can_be_read() {
    let (model, here) = (explosive(), folder("fields"));
    let points = grid(&model, 8);
    complete(&of(&model).chunk(64).citing(&[source()]), &points, &here).unwrap();
    let text = std::fs::read_to_string(here.join("manifest.json")).unwrap();
    let found: Value = serde_json::from_str(&text).unwrap();
    let best = CodePath::best();
    let wanted = json!({
        "form": 1,
        "jakstat": env!("CARGO_PKG_VERSION"),
        "numbers": 1,
        "model": model.fingerprint().to_string(),
        "conditions": { "points": 200, "quantities": ["k", "A"],
                        "values": found["conditions"]["values"] },
        "protocol": ["from 0.0 s to 10.0 s"],
        "readouts": ["A At(10.0)", "A Area(0.0, 10.0)", "A Peak(1.0, 5.0)"],
        "options": { "method": "Rodas5P", "tolerance": { "relative": 1e-6, "absolute": "OwnScale" }, "norm": "Largest",
                     "first_step": null, "max_step": "inf", "max_steps": 100_000,
                     "path": format!("{best:?}") },
        "shard": "1/1",
        "chunk": 64,
        "cited": [{ "table": "my measurements", "row": "k at 37 °C", "source": "notebook 3, page 12",
                    "doi": null, "verified": "read", "note": "" }],
    });
    assert_eq!(found, wanted, "{text}");
    let open = Folder::open(&here).unwrap();
    assert_eq!(serde_json::to_value(open.manifest()).unwrap(), wanted);
    assert_eq!(open.conditions(), &points);
    assert_eq!(open.path(), here);
}

#[test]
fn a_protocol_is_told_with_the_names_of_its_model() {
    let (model, here) = (explosive(), folder("protocol"));
    let k = model.parameter("k").unwrap();
    let events = vec![
        Event { time: 0.0, action: Action::SetSpecies(0, Source::Parameter(k)) },
        Event { time: 1.5, action: Action::SetParameter(k, Source::Value(-1e-3)) },
        Event { time: 1.5, action: Action::Add(0, Source::Value(0.5)) },
    ];
    let protocol = Protocol { start: -5.0, end: 3.0, events, rest: Some(vec![(k, 0.0)]) };
    let readout = Readout { observable: model.observable("A").unwrap(), measure: Measure::At(3.0) };
    let sweep = Sweep::new(&model, protocol.clone()).readouts(&[readout]);
    complete(&sweep, &Conditions::single(), &here).unwrap();
    let lines = [
        "from -5.0 s to 3.0 s",
        "begins at rest with k = 0.0",
        "at 0.0 s A becomes k",
        "at 1.5 s k becomes -0.001",
        "at 1.5 s A rises by 0.5",
    ];
    assert_eq!(Folder::open(&here).unwrap().manifest().recipe.protocol, lines);
    // The protocol itself is a document, too.
    let text = serde_json::to_string(&(&protocol, readout)).unwrap();
    assert_eq!(serde_json::from_str::<(Protocol, Readout)>(&text).unwrap(), (protocol, readout));
}

#[test]
fn provenance_says_what_the_numbers_depend_on_and_what_became_of_the_points() {
    let (model, here) = (explosive(), folder("provenance"));
    let points = grid(&model, 12);
    let sweep = of(&model).citing(&[source()]);
    let mut memory = Memory::default();
    let summary = sweep.stream(&points, &mut memory, |_| Flow::Continue).unwrap();
    let own = sweep.provenance(&points, &summary);
    complete(&sweep, &points, &here).unwrap();
    // However it was run, it says the same.
    assert_eq!(Merge::of([&here]).unwrap().provenance(), own);
    assert_eq!(Folder::open(&here).unwrap().provenance(), own);
    let outcomes = memory.into_outcomes();
    let failed = outcomes.iter().filter(|(_, outcome)| outcome.readouts().is_err()).count();
    assert_eq!((own.solved, own.failed), (300 - failed, failed));
    let steps: u64 = outcomes
        .iter()
        .map(|(_, outcome)| match outcome {
            Outcome::Ok(point) => point.statistics.accepted,
            Outcome::Failed(_) => 0,
        })
        .sum();
    assert_eq!(own.statistics.accepted, steps);
    let again: Summary = sweep.run(&points).unwrap().iter().collect();
    assert_eq!(sweep.provenance(&points, &again), own);
    assert_eq!(own.recipe.model, Some(model.fingerprint()));
    assert_eq!(own.recipe.options.path, CodePath::best());
    assert_eq!(own.cited, [source()]);
    let text = serde_json::to_string_pretty(&own).unwrap();
    assert_eq!(serde_json::from_str::<Provenance>(&text).unwrap(), own);
}
