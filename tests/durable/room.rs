//! Disks that are full, folders that cannot be written.
#![cfg(unix)]

use crate::process::Order;
use crate::setup::{clean, complete, explosive, file, folder, grid, merged, of, text};
use jakstat::sweep::{CsvTable, Folder, Memory, Merge, SinkError, SweepError};
use std::fs::{File, Permissions, create_dir_all, set_permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

fn order(folder: &Path) -> Order<'_> {
    Order { folder, rates: 40, threads: 2, chunk: 25, shard: "1/1" }
}

/// What a process said last.
fn said(mut command: Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8(output.stdout).unwrap();
    let line =
        text.lines().find(|line| line.starts_with("error: ") || line.starts_with("summary: "));
    line.map(Into::into)
}

/// The shell lets the process write files of some kilobytes only: what goes beyond is refused in the middle of a
/// record, as by a full disk.
#[test]
fn what_was_written_before_the_room_ran_out_is_kept() {
    let here = folder("full");
    let points = grid(&explosive(), 40);
    let clean = clean(&points);
    create_dir_all(here.parent().unwrap()).unwrap();
    let mut before = 0;
    // In blocks of 512 or 1024 bytes, as the shell has it.
    for blocks in [12, 20, 30] {
        let mut shell = Command::new("sh");
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell.arg("-c").arg(limit).arg(std::env::current_exe().unwrap());
        let told = said(order(&here).told(shell)).unwrap();
        let log = here.join("points.log").display().to_string();
        assert!(told.starts_with(&format!("error: {log} cannot be written (")), "{told}");
        assert!(
            told.ends_with("make room or allow writing, then run again; what is finished is kept"),
            "{told}"
        );
        let mut memory = Memory::default();
        let open = Folder::open(&here).unwrap();
        assert!(!open.is_finished() && open.damage().is_none());
        open.stream(&mut memory).unwrap();
        let found = memory.into_outcomes();
        assert!(found.len() > before && found.len() < points.len(), "{} of them", found.len());
        before = found.len();
        for (index, outcome) in found {
            assert_eq!(outcome, clean[index]);
        }
    }
    complete(&of(&explosive()), &points, &here).unwrap();
    assert_eq!(merged(&[&here]), file(&points, &clean));
}

#[test]
fn a_full_disk_under_the_merged_file_is_told() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        println!("skipped: this system has no /dev/full");
        return;
    };
    let (model, here) = (explosive(), folder("full-file"));
    let points = grid(&model, 40);
    complete(&of(&model), &points, &here).unwrap();
    let merge = Merge::of([&here]).unwrap();
    let mut table = CsvTable::new(full, merge.conditions(), &["1", "2", "3"]).unwrap();
    let error = merge.stream(&mut table).unwrap_err();
    let SweepError::Sink { source: SinkError::Write { source }, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(source.kind(), std::io::ErrorKind::StorageFull);
    assert!(error.to_string().ends_with("make room, or write elsewhere"), "{error}");
}

/// Who may write anywhere hands the work to a process that may not.
#[test]
fn a_folder_that_may_only_be_read_is_told_and_can_be_read() {
    let here = folder("read-only");
    let points = grid(&explosive(), 40);
    create_dir_all(here.parent().unwrap()).unwrap();
    let mut child = order(&here).start();
    child.wait().unwrap();
    for name in ["lock", "points.log"] {
        set_permissions(here.join(name), Permissions::from_mode(0o444)).unwrap();
    }
    set_permissions(&here, Permissions::from_mode(0o555)).unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    if std::fs::metadata(&here).unwrap().uid() == 0 {
        command.uid(65_534).gid(65_534);
    }
    let told = said(order(&here).told(command));
    set_permissions(&here, Permissions::from_mode(0o755)).unwrap();
    assert_eq!(merged(&[&here]), file(&points, &clean(&points)));
    let Some(told) = told else {
        println!("skipped: no process without the right to write could be started here");
        return;
    };
    let lock = here.join("lock").display().to_string();
    assert!(told.starts_with(&format!("error: {lock} cannot be written (")), "{told}");
    assert!(told.contains("Permission denied") && told.contains("allow writing"), "{told}");
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let here = Path::new("/dev/null/sweep");
    let told = text(complete(&of(&explosive()), &grid(&explosive(), 4), here));
    assert!(told.starts_with("/dev/null/sweep cannot be written ("), "{told}");
}
