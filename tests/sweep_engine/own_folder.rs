//! Sweeps of systems of one's own are kept in folders as those of models are.

use crate::own_system::{Decay, Hopeless, Trouble, at_one, quiet};
use jakstat::network::{Fingerprint, Observable};
use jakstat::prelude::*;
use jakstat::sweep::{Checkpoint, Flow, Memory, Merge};
use std::path::Path;

#[test]
fn every_kind_of_trouble_is_kept_and_merged_as_it_was() {
    quiet();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-system");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    let rates: Vec<f64> = (1..=8).map(f64::from).collect();
    let troubles: Vec<f64> =
        [0.0].into_iter().chain(Trouble::ALL.into_iter().map(Trouble::number)).collect();
    let points = Conditions::single().vary(&Decay, "rate", &rates).unwrap();
    let points = points.vary(&Decay, "trouble", &troubles).unwrap();
    let options = Options { max_steps: 2000, ..Options::default() };
    let sweep = at_one(&[Observable::Species(0), Observable::Rule(1)]).options(options).chunk(7);
    let wanted = sweep.run(&points).unwrap();
    let checkpoint = Checkpoint::at(&folder);
    for threads in [1, 2] {
        let sweep = sweep.clone().threads(threads);
        sweep.checkpointed(&points, &checkpoint, |_| Flow::Continue).unwrap();
    }
    let merge = Merge::of([&folder]).unwrap();
    assert_eq!(merge.recipe().model, Some(Fingerprint::of(b"decay with trouble, 1")));
    assert_eq!(merge.recipe().readouts, ["y At(1.0)", "loss At(1.0)"]);
    let mut memory = Memory::default();
    merge.stream(&mut memory).unwrap();
    let found: Vec<Outcome> = memory.into_outcomes().into_iter().map(|(_, one)| one).collect();
    assert_eq!(found, wanted);
    let failed = wanted.iter().filter(|outcome| outcome.readouts().is_err()).count();
    assert!(failed > 8 * 3, "{failed}");
    assert_eq!(merge.summary().failed, failed);
}

#[test]
fn a_system_that_does_not_say_what_it_is_gets_no_folder() {
    let points = Conditions::single();
    let readout = Readout { observable: Observable::Species(0), measure: Measure::At(1.0) };
    let sweep = Sweep::of(&Hopeless, Protocol { end: 1.0, ..Protocol::default() });
    let sweep = sweep.readouts(&[readout]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nobody");
    let refused = sweep.checkpointed(&points, &Checkpoint::at(&folder), |_| Flow::Continue);
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the system does not say what tells it from others: implement Swept::identity"
    );
    assert!(!folder.exists());
}
