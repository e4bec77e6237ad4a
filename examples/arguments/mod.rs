//! What stands behind the name of an example on the command line: `--name value`, and file names.
// Each example takes what it needs of this.
#![allow(dead_code)]

pub(crate) mod answer;
pub(crate) mod output;
mod solving;

use answer::Help;
use std::error::Error;
use std::ops::RangeInclusive;

/// The name of an option, without dashes, or of a file, and what to give.
pub(crate) type Choice = (&'static str, &'static str);

/// Options and file names, in the order given.
#[derive(Debug)]
pub(crate) struct Arguments {
    options: Vec<(String, String)>,
    positional: Vec<String>,
}

impl Arguments {
    /// Reads the command line: options as `--name value` or `--name=value`, and words without a name,
    /// such as files, as many as `files` describes; `--help` lists what can be given.
    pub(crate) fn parse(known: &[Choice], files: &[Choice]) -> Result<Self, Box<dyn Error>> {
        let mut words = std::env::args().skip(1);
        let (mut options, mut positional) = (Vec::new(), Vec::new());
        while let Some(word) = words.next() {
            if word == "--help" || word == "-h" {
                return Err(Help::new(known, files).into());
            }
            let Some(option) = word.strip_prefix("--") else {
                if positional.len() == files.len() || (word.starts_with('-') && word.len() > 1) {
                    return Err(format!("{word:?} has no place here; {}", list(known)).into());
                }
                positional.push(word);
                continue;
            };
            let (name, value) = match option.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (option, None),
            };
            if !known.iter().any(|choice| choice.0 == name) {
                return Err(format!("unknown option --{name}: {}", list(known)).into());
            }
            let value = value.or_else(|| words.next().filter(|next| !next.starts_with("--")));
            let value = value.ok_or(format!("--{name} needs a value after it: see --help"))?;
            options.push((name.to_owned(), value));
        }
        Ok(Self { options, positional })
    }

    /// The value of an option; of one given twice, the last.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.all(name).last().copied()
    }

    /// The number behind an option, or `default` where it is not given.
    pub(crate) fn number(&self, name: &str, default: f64) -> Result<f64, String> {
        self.text(name).map_or(Ok(default), |text| finite(&format!("--{name}"), text))
    }

    /// The number above 0 and up to `most` behind an option, or `default` where it is not given.
    pub(crate) fn positive(&self, name: &str, default: f64, most: f64) -> Result<f64, String> {
        let number = self.number(name, default)?;
        let fits = number > 0.0 && number <= most;
        let text = self.text(name).unwrap_or_default();
        let told = || format!("--{name} is {text:?}: give a number above 0 and up to {most:e}");
        fits.then_some(number).ok_or_else(told)
    }

    /// The whole number behind an option, or `default` where it is not given.
    pub(crate) fn count(
        &self,
        name: &str,
        default: usize,
        range: RangeInclusive<usize>,
    ) -> Result<usize, String> {
        let Some(text) = self.text(name) else { return Ok(default) };
        let number = text.trim().parse().ok().filter(|number| range.contains(number));
        let (least, most) = (range.start(), range.end());
        number.ok_or(format!("--{name} is {text:?}: give a whole number from {least} to {most}"))
    }

    /// Every value of an option that may be given again and again.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let given = self.options.iter().filter(|(option, _)| option == name);
        given.map(|(_, value)| value.as_str()).collect()
    }

    /// What stands without a name, such as a file.
    pub(crate) fn positional(&self) -> &[String] {
        &self.positional
    }
}

fn list(known: &[Choice]) -> String {
    let names = known.iter().map(|(name, _)| format!("--{name} "));
    format!("the options are {}--help", names.collect::<String>())
}

/// The longest time that an experiment is followed, in minutes.
pub(crate) const LONGEST: f64 = 1e6;
/// More than any solution holds, in nM and in ng/mL.
pub(crate) const STRONGEST: f64 = 1e9;

/// A finite number read from `text`, which `what` gave.
pub(crate) fn finite(what: &str, text: &str) -> Result<f64, String> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or(format!("{what} is {text:?}: give a finite number such as 15 or 1e-6"))
}
