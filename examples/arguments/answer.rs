//! How an example ends: its answer on standard output, or on standard error why there is none.

use super::Choice;
use std::error::Error;
use std::fmt;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// An answer given, or why there is none.
pub(crate) type Answer = Result<(), Box<dyn Error>>;

/// Runs an example.
///
/// A reader that wants no more (`| head`) and a question for help are no failures.
pub(crate) fn answer(example: fn(&mut dyn Write) -> Answer) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let outcome = example(&mut out).and_then(|()| Ok(out.flush()?));
    let Err(error) = outcome else { return ExitCode::SUCCESS };
    if let Some(help) = error.downcast_ref::<Help>() {
        let _ = writeln!(out, "{help}");
        return ExitCode::SUCCESS;
    }
    let mut said = format!("error: {error}");
    let mut cause: Option<&dyn Error> = Some(&*error);
    while let Some(inner) = cause {
        if inner.downcast_ref().is_some_and(|e: &std::io::Error| e.kind() == ErrorKind::BrokenPipe)
        {
            return ExitCode::SUCCESS;
        }
        if !said.contains(&inner.to_string()) {
            said = format!("{said}\n  because {inner}");
        }
        cause = inner.source();
    }
    let _ = writeln!(std::io::stderr(), "{said}");
    ExitCode::FAILURE
}

/// What can be given on the command line.
#[derive(Debug)]
pub(super) struct Help(String);

impl Help {
    pub(super) fn new(known: &[Choice], files: &[Choice]) -> Self {
        let file = |(name, meaning): &Choice| format!("  {name:<14} {meaning}\n");
        let option = |(name, meaning): &Choice| format!("  --{name:<12} {meaning}\n");
        let files: String = files.iter().map(file).collect();
        Self(files + &known.iter().map(option).collect::<String>() + "  --help         this list")
    }
}

impl fmt::Display for Help {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "what can be given, and in brackets what holds otherwise:\n{}", self.0)
    }
}

impl Error for Help {}
