//! A sweep in a process of its own: this test program once more, told by its environment what to do.

use crate::setup::{explosive, grid, of};
use jakstat::sweep::{Checkpoint, Flow, Shard};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

/// What a process is told.
#[derive(Clone, Copy)]
pub(crate) struct Order<'o> {
    pub(crate) folder: &'o Path,
    /// Values of k; 25 points for each.
    pub(crate) rates: u32,
    pub(crate) threads: usize,
    pub(crate) chunk: usize,
    pub(crate) shard: &'o str,
}

/// Where a process writes how many points it has solved, beside its folder.
fn tally(folder: &Path) -> std::path::PathBuf {
    folder.with_extension("solved")
}

impl Order<'_> {
    /// What is to be started, by itself or through another program.
    pub(crate) fn told(&self, mut command: Command) -> Command {
        command
            .args(["--exact", "process::solves_what_it_is_told", "--ignored", "--nocapture"])
            .args(["--test-threads", "1"])
            .env("DURABLE_FOLDER", self.folder)
            .env("DURABLE_RATES", self.rates.to_string())
            .env("DURABLE_THREADS", self.threads.to_string())
            .env("DURABLE_CHUNK", self.chunk.to_string())
            .env("DURABLE_SHARD", self.shard)
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn start(&self) -> Child {
        std::fs::create_dir_all(self.folder.parent().unwrap()).unwrap();
        File::create(tally(self.folder)).unwrap();
        let mut command = self.told(Command::new(std::env::current_exe().unwrap()));
        command.stdout(Stdio::null()).spawn().unwrap()
    }

    /// How many points the last process solved, kept or not.
    pub(crate) fn solved(&self) -> usize {
        let told = std::fs::read(tally(self.folder)).unwrap();
        told.try_into().map_or(0, usize::from_le_bytes)
    }
}

#[test]
#[ignore = "other tests run it as a process of its own"]
fn solves_what_it_is_told() {
    let Ok(folder) = std::env::var("DURABLE_FOLDER") else { return };
    let told = |name: &str| std::env::var(name).unwrap();
    let number = |name: &str| told(name).parse::<usize>().unwrap();
    let model = explosive();
    let points = grid(&model, number("DURABLE_RATES") as u32);
    let sweep = of(&model).threads(number("DURABLE_THREADS")).chunk(number("DURABLE_CHUNK"));
    let shard: Shard = told("DURABLE_SHARD").parse().unwrap();
    let checkpoint = Checkpoint::at(&folder).shard(shard);
    let file = File::options().write(true).open(tally(Path::new(&folder))).ok();
    let (file, solved) = (Mutex::new(file), Mutex::new(0_usize));
    let report = |_| {
        let mut solved = solved.lock().unwrap();
        *solved += 1;
        if let Some(file) = &mut *file.lock().unwrap() {
            file.seek(SeekFrom::Start(0)).unwrap();
            file.write_all(&solved.to_le_bytes()).unwrap();
        }
        Flow::Continue
    };
    match sweep.checkpointed(&points, &checkpoint, report) {
        Ok(summary) => println!("\nsummary: {} points", summary.points),
        Err(error) => println!("\nerror: {error}"),
    }
}
