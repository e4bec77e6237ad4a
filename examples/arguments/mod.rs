//! What stands behind the name of an example on the command line: `--name value`, and file names.
// Each example takes what it needs of this.
#![allow(dead_code)]

mod solving;

/// Options and file names, in the order given.
#[derive(Debug)]
pub(crate) struct Arguments {
    options: Vec<(String, String)>,
    positional: Vec<String>,
}

impl Arguments {
    /// Reads the command line; `known` are the names of the options, without dashes.
    ///
    /// An option may be given as `--name value` or `--name=value`.
    pub(crate) fn parse(known: &[&str]) -> Result<Self, String> {
        Self::read(std::env::args().skip(1), known)
    }

    fn read(mut words: impl Iterator<Item = String>, known: &[&str]) -> Result<Self, String> {
        let list = || known.iter().map(|name| format!("--{name}")).collect::<Vec<_>>().join(" ");
        let (mut options, mut positional) = (Vec::new(), Vec::new());
        while let Some(word) = words.next() {
            let Some(option) = word.strip_prefix("--") else {
                if word.starts_with('-') && word.len() > 1 {
                    return Err(format!("unknown option {word}: the options are {}", list()));
                }
                positional.push(word);
                continue;
            };
            let (name, value) = match option.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (option, None),
            };
            if !known.contains(&name) {
                return Err(format!("unknown option --{name}: the options are {}", list()));
            }
            let value = value.or_else(|| words.next().filter(|next| !next.starts_with("--")));
            let value = value.ok_or(format!("--{name} needs a value after it"))?;
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

/// A finite number read from `text`, which `what` gave.
pub(crate) fn finite(what: &str, text: &str) -> Result<f64, String> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or(format!("{what} is {text:?}: give a finite number such as 15 or 1e-6"))
}
