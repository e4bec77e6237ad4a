//! Folders that cannot take a sweep: each is told with its path and what to do.

use crate::setup::{begin, clean, complete, explosive, file, folder, grid, merged, of, text};
use jakstat::network::Observable;
use jakstat::prelude::*;
use jakstat::sweep::{
    Action, Checkpoint, Event, Flow, Folder, FolderError, Merge, Shard, Source, SweepError,
};

#[test]
fn a_sweep_that_changed_is_refused_with_the_field_and_both_values() {
    let (model, here) = (explosive(), folder("differs"));
    let points = grid(&model, 8);
    let sweep = of(&model).chunk(20);
    begin(&sweep, &points, &here, 50);
    let refused = |sweep: &Sweep<'_>, points: &Conditions| {
        let told = text(complete(sweep, points, &here));
        let start = format!("{} holds another sweep, whose ", here.display());
        told.strip_prefix(&start).unwrap_or_else(|| panic!("{told}")).to_owned()
    };

    let looser = Options { tolerance: Tolerance::relative(1e-4), ..Options::default() };
    assert_eq!(
        refused(&sweep.clone().options(looser), &points),
        "options.tolerance.relative is 1e-6 and not 0.0001: give another folder, or the same \
         options.tolerance.relative"
    );
    let other = Options { method: Method::Rodas4, ..Options::default() };
    assert!(
        refused(&sweep.clone().options(other), &points)
            .starts_with("options.method is \"Rodas5P\" and not \"Rodas4\": ")
    );
    let other = Options { path: CodePath::Unfused, ..Options::default() };
    assert!(refused(&sweep.clone().options(other), &points).starts_with("options.path is "));
    assert!(refused(&sweep.clone().chunk(30), &points).starts_with("chunk is 20 and not 30: "));

    let fewer = refused(&sweep, &grid(&model, 7));
    assert!(fewer.starts_with("conditions.points is 200 and not 175: "), "{fewer}");
    let shifted: Vec<Vec<f64>> = (0..200).map(|i| points.point(i)).collect();
    let list = Conditions::list(&model, &["k", "A"], &shifted).unwrap();
    assert!(complete(&sweep, &list, &here).is_ok(), "the same points, listed");
    let mut shifted = shifted;
    shifted[100][1] += 1e-15;
    let list = Conditions::list(&model, &["k", "A"], &shifted).unwrap();
    assert!(refused(&sweep, &list).starts_with("conditions.values is "));

    let a = Observable::Species(0);
    let one = [Readout { observable: a, measure: Measure::At(9.0) }];
    assert!(
        refused(&sweep.clone().readouts(&one), &points)
            .starts_with("readouts[0] is \"A At(10.0)\" and not \"A At(9.0)\": ")
    );
    let event = Event { time: 2.0, action: Action::Add(0, Source::Value(0.5)) };
    let protocol = Protocol { end: 10.0, events: vec![event], ..Protocol::default() };
    let at: Vec<Readout> = [Measure::At(10.0), Measure::Area(0.0, 10.0), Measure::Peak(1.0, 5.0)]
        .map(|measure| Readout { observable: a, measure })
        .to_vec();
    assert!(
        refused(&Sweep::new(&model, protocol).readouts(&at).chunk(20), &points)
            .starts_with("protocol[1] is absent and not \"at 2.0 s A rises by 0.5\": ")
    );

    let text = model.network().to_json().unwrap().replace("\"k\": 0", "\"k\": 1");
    let other = Network::from_json(&text).unwrap().compile().unwrap();
    assert_eq!(
        refused(&of(&other).chunk(20), &points),
        format!(
            "model is \"{}\" and not \"{}\": give another folder, or the same model",
            model.fingerprint(),
            other.fingerprint()
        )
    );
    let shard = Checkpoint::at(&here).shard(Shard::new(2, 3).unwrap());
    let told = sweep.checkpointed(&points, &shard, |_| Flow::Continue);
    let told = told.unwrap_err().to_string();
    assert!(told.contains("whose shard is \"1/1\" and not \"2/3\": "), "{told}");

    assert_eq!(merged(&[&here]), file(&points, &clean(&points)), "nothing was touched");
}

#[test]
fn another_release_is_told_by_its_number() {
    let (model, here) = (explosive(), folder("release"));
    let points = grid(&model, 4);
    complete(&of(&model), &points, &here).unwrap();
    let path = here.join("manifest.json");
    let release = format!("\"jakstat\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(&release), "{text}");
    std::fs::write(&path, text.replace(&release, "\"jakstat\": \"0.0.9\"")).unwrap();
    let told = crate::setup::text(complete(&of(&model), &points, &here));
    assert!(told.contains("whose jakstat is \"0.0.9\" and not "), "{told}");
    // Of the same version, but before a change that moved a number; at first this was not written down.
    for line in ["\"numbers\": 7,", ""] {
        std::fs::write(&path, text.replace("\"numbers\": 1,", line)).unwrap();
        let told = crate::setup::text(complete(&of(&model), &points, &here));
        assert!(told.contains("whose numbers is "), "{told}");
    }
}

#[test]
fn shards_of_two_sweeps_do_not_merge() {
    let (model, root) = (explosive(), folder("mixed"));
    let points = grid(&model, 4);
    let options = Options { max_steps: 99_999, ..Options::default() };
    for (number, sweep) in [(1, of(&model)), (2, of(&model).options(options))] {
        let shard = Shard::new(number, 2).unwrap();
        let checkpoint = Checkpoint::at(root.join(number.to_string())).shard(shard);
        sweep.checkpointed(&points, &checkpoint, |_| Flow::Continue).unwrap();
    }
    assert_eq!(
        text(Merge::of([root.join("1"), root.join("2")])),
        format!(
            "{} holds another sweep, whose options.max_steps is 99999 and not 100000: give another \
             folder, or the same options.max_steps",
            root.join("2").display()
        )
    );
}

#[test]
fn a_folder_with_something_else_in_it_is_left_alone() {
    let (model, here) = (explosive(), folder("foreign"));
    let points = grid(&model, 4);
    std::fs::create_dir_all(&here).unwrap();
    std::fs::write(here.join("thesis.tex"), "\\begin{document}").unwrap();
    assert_eq!(
        text(complete(&of(&model), &points, &here)),
        format!(
            "{} holds \"thesis.tex\" but no sweep: give a new or an empty folder",
            here.display()
        )
    );
    assert_eq!(std::fs::read_dir(&here).unwrap().count(), 1, "nothing was added");
    assert_eq!(
        text(Folder::open(&here)),
        format!("{} holds no sweep: name a folder in which one was run", here.display())
    );
    let file = here.join("thesis.tex");
    assert_eq!(
        text(complete(&of(&model), &points, &file)),
        format!("{} is a file: give the name of a folder", file.display())
    );
    let nowhere = text(Folder::open(here.join("nowhere")));
    assert!(nowhere.contains("manifest.json cannot be read ("), "{nowhere}");
    assert!(nowhere.ends_with("): check the name and the permission"), "{nowhere}");
}

#[test]
fn what_was_stopped_before_its_manifest_begins_again() {
    let (model, here) = (explosive(), folder("stopped"));
    let points = grid(&model, 4);
    std::fs::create_dir_all(&here).unwrap();
    for name in ["lock", "conditions.json", "conditions.json.new", "manifest.json.new"] {
        std::fs::write(here.join(name), "{ \"half").unwrap();
    }
    complete(&of(&model), &points, &here).unwrap();
    std::fs::remove_file(here.join("points.log")).unwrap();
    complete(&of(&model), &points, &here).unwrap();
    assert_eq!(merged(&[&here]), file(&points, &clean(&points)));
}

#[test]
fn a_folder_serves_one_process_at_a_time() {
    let (model, here) = (explosive(), folder("busy"));
    let points = grid(&model, 8);
    let sweep = of(&model).threads(1);
    let refused = std::sync::OnceLock::new();
    let report = |_| {
        refused.get_or_init(|| complete(&sweep, &points, &here).unwrap_err());
        Flow::Continue
    };
    sweep.checkpointed(&points, &Checkpoint::at(&here), report).unwrap();
    let refused = refused.into_inner().unwrap();
    assert!(matches!(refused, SweepError::Folder(FolderError::Busy { .. })));
    assert_eq!(
        refused.to_string(),
        format!(
            "another process works in {}: wait for it, or give each process its own shard and folder",
            here.display()
        )
    );
    assert!(complete(&sweep, &points, &here).is_ok(), "it is free again");
}

#[test]
fn documents_that_are_none_are_told_by_their_file() {
    let (model, here) = (explosive(), folder("malformed"));
    let points = grid(&model, 4);
    complete(&of(&model), &points, &here).unwrap();
    for name in ["manifest.json", "conditions.json"] {
        let path = here.join(name);
        let sound = std::fs::read_to_string(&path).unwrap();
        for broken in ["", "{ \"form\": 1 }", "[1, 2]"] {
            std::fs::write(&path, broken).unwrap();
            let told = text(Folder::open(&here));
            assert!(
                told.starts_with(&format!("{} cannot be understood (", path.display())),
                "{told}"
            );
            assert!(
                told.ends_with("put back the file as it was, or give another folder"),
                "{told}"
            );
        }
        std::fs::write(&path, sound).unwrap();
    }
    let other = grid(&model, 5);
    std::fs::write(here.join("conditions.json"), serde_json::to_string(&other).unwrap()).unwrap();
    let told = text(Folder::open(&here));
    assert!(told.contains("it does not belong to the manifest beside it"), "{told}");
}

#[test]
fn a_sweep_that_cannot_be_begun_leaves_no_folder() {
    let (model, here) = (explosive(), folder("never"));
    let points = grid(&model, 4);
    let sweep = of(&model).readouts(&[]);
    assert!(matches!(complete(&sweep, &points, &here), Err(SweepError::NoReadout)));
    assert!(matches!(complete(&of(&model).chunk(0), &points, &here), Err(SweepError::Chunk)));
    assert!(!here.exists());
}
