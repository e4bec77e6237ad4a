//! Shards, each in a process of its own, merge to the file of one process.

use crate::process::Order;
use crate::setup::{clean, explosive, file, folder, grid, merged, of, text};
use jakstat::prelude::*;
use jakstat::sweep::{Checkpoint, Flow, Folder, Merge, Shard};
use std::path::PathBuf;

#[test]
fn three_processes_at_once_make_the_file_of_one() {
    let points = grid(&explosive(), 40);
    let wanted = file(&points, &clean(&points));
    let root = folder("processes");
    let folders: Vec<PathBuf> = (1..=3).map(|i| root.join(format!("{i}"))).collect();
    let shards = ["1/3", "2/3", "3/3"];
    let order = |(folder, shard)| Order { folder, rates: 40, threads: 2, chunk: 50, shard };
    let orders: Vec<Order<'_>> =
        folders.iter().map(PathBuf::as_path).zip(shards).map(order).collect();
    let children: Vec<_> = orders.iter().map(Order::start).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let sizes: Vec<usize> =
        folders.iter().map(|folder| Folder::open(folder).unwrap().summary().points).collect();
    assert_eq!(sizes.iter().sum::<usize>(), 1000);
    assert!(sizes.iter().all(|size| (250..450).contains(size)), "{sizes:?}");
    assert_eq!(merged(&folders), wanted);
    let turned: Vec<_> = folders.iter().rev().collect();
    assert_eq!(merged(&turned), wanted);
    refuses_what_is_not_every_shard_once(&folders);
}

fn refuses_what_is_not_every_shard_once(folders: &[PathBuf]) {
    let of = |picked: &[usize]| text(Merge::of(picked.iter().map(|&i| &folders[i])));
    assert_eq!(of(&[]), "no folder to merge: name the folder of every shard");
    assert_eq!(of(&[0, 2]), "shard 2/3 is missing: name its folder too");
    let twice = of(&[0, 1, 1, 2]);
    let name = folders[1].display().to_string();
    assert_eq!(twice, format!("shard 2/3 is both in {name} and in {name}: name one of them"));
}

#[test]
fn shards_of_any_number_hold_each_point_once_with_any_threads_and_chunks() {
    let model = explosive();
    let points = grid(&model, 12);
    let wanted = file(&points, &clean(&points));
    for (count, chunk) in [(2, Some(1)), (3, Some(7)), (5, None), (16, Some(300))] {
        let root = folder("many");
        let folders: Vec<PathBuf> = (1..=count).map(|i| root.join(i.to_string())).collect();
        for (number, folder) in (1..=count).zip(&folders) {
            let sweep = of(&model).threads(1 + number as usize % 3);
            let sweep = match chunk {
                Some(points) => sweep.chunk(points),
                None => sweep,
            };
            let checkpoint = Checkpoint::at(folder).shard(Shard::new(number, count).unwrap());
            let summary = sweep.checkpointed(&points, &checkpoint, |_| Flow::Continue).unwrap();
            assert!(summary.points < points.len());
        }
        assert_eq!(merged(&folders), wanted, "{count} shards, chunks of {chunk:?}");
        let provenance = Merge::of(&folders).unwrap().provenance();
        assert_eq!(provenance.solved + provenance.failed, points.len());
    }
}

#[test]
fn a_shard_has_the_same_points_in_whatever_order_they_come() {
    let model = explosive();
    let shard = Shard::new(2, 3).unwrap();
    let rows: Vec<Vec<f64>> = (0..90).map(|i| vec![-0.01 * f64::from(i)]).collect();
    let turned: Vec<Vec<f64>> = rows.iter().rev().cloned().collect();
    let solved = |rows: &[Vec<f64>]| -> Vec<u64> {
        let (points, here) = (Conditions::list(&model, &["k"], rows).unwrap(), folder("order"));
        let checkpoint = Checkpoint::at(&here).shard(shard);
        of(&model).checkpointed(&points, &checkpoint, |_| Flow::Continue).unwrap();
        let mut memory = jakstat::sweep::Memory::default();
        Folder::open(&here).unwrap().stream(&mut memory).unwrap();
        let mut found: Vec<u64> =
            memory.into_outcomes().iter().map(|(i, _)| rows[*i][0].to_bits()).collect();
        found.sort_unstable();
        found
    };
    let first = solved(&rows);
    assert!(first.len() > 15 && first.len() < 45);
    assert_eq!(solved(&turned), first);
}
