//! Mermaid, as GitHub and GitLab draw it inside Markdown.

use super::drawn::{Direction, DrawnReaction};
use super::{Diagram, Effect};
use std::fmt::Write;

impl Diagram {
    /// The drawing as a Mermaid flowchart, for a block ```` ```mermaid ```` of Markdown.
    ///
    /// Compartments are frames, species rounded boxes, what is [marked](Self::mark) hangs on a red hexagon.
    pub fn mermaid(&self) -> String {
        let mut text = "flowchart LR\n".to_owned();
        for (i, name) in self.compartments.iter().enumerate() {
            if self.inside(i).next().is_none() {
                continue;
            }
            let _ = writeln!(text, "  subgraph c{i}[{}]", quoted(name));
            for (index, species) in self.inside(i) {
                let _ = writeln!(text, "    s{index}({})", quoted(&species.name));
            }
            text += "  end\n";
        }
        for (i, name) in self.marks.iter().enumerate() {
            let _ = writeln!(text, "  d{i}{{{{{}}}}}:::drug", quoted(name));
        }
        for (i, reaction) in self.reactions.iter().enumerate() {
            write_reaction(&mut text, i, reaction);
        }
        if !self.marks.is_empty() {
            text += "  classDef drug stroke:#d00,stroke-width:2px\n";
        }
        text
    }
}

fn write_reaction(text: &mut String, i: usize, reaction: &DrawnReaction) {
    let label = quoted(&reaction.label());
    let both = reaction.direction == Direction::BothWays;
    if let Some((from, to)) = reaction.line() {
        let arrow = if both { "<-->" } else { "-->" };
        let _ = writeln!(text, "  s{from} {arrow}|{label}| s{to}");
        return;
    }
    let class = if reaction.marks.is_empty() { "" } else { ":::drug" };
    let _ = writeln!(text, "  r{i}[{label}]{class}");
    for &(species, count) in &reaction.reactants {
        // A line has an arrow at its start only if it has one at its end too.
        let arrow = if both { "<-->" } else { "---" };
        let _ = writeln!(text, "  s{species} {arrow}{} r{i}", times(count));
    }
    for &(species, count) in &reaction.products {
        let arrow = if both { "<-->" } else { "-->" };
        let _ = writeln!(text, "  r{i} {arrow}{} s{species}", times(count));
    }
    for &(species, effect) in &reaction.modifiers {
        let arrow = match effect {
            Effect::Speeds => "-.->",
            Effect::Slows => "-.-x",
            Effect::Either => "-.-o",
        };
        let _ = writeln!(text, "  s{species} {arrow} r{i}");
    }
    for mark in &reaction.marks {
        let _ = writeln!(text, "  d{mark} -.-x r{i}");
    }
}

fn times(count: i32) -> String {
    if count == 1 { String::new() } else { format!("|{count}|") }
}

/// A label in quotes; what could be read as Markdown, HTML or the end of the label goes by its number.
fn quoted(text: &str) -> String {
    let mut label = String::from("\"");
    for character in text.chars() {
        if character.is_alphanumeric() || " -:,()/+_…".contains(character) {
            label.push(character);
        } else if character.is_control() {
            label.push(' ');
        } else {
            let _ = write!(label, "#{};", u32::from(character));
        }
    }
    label + "\""
}
