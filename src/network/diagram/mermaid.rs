//! Mermaid, as GitHub and GitLab draw it inside Markdown.

use super::drawn::{Direction, DrawnReaction};
use super::{Diagram, Effect, Lines};
use std::fmt::Write;

impl Diagram {
    /// The drawing as a Mermaid flowchart, for a block ```` ```mermaid ```` of Markdown.
    ///
    /// Compartments are frames, species rounded boxes, what is [marked](Self::mark) hangs on a red hexagon.
    pub fn mermaid(&self) -> String {
        let mut text = "flowchart TB\n".to_owned();
        for i in self.frames() {
            let _ = writeln!(text, "  subgraph c{i}[{}]", quoted(&self.compartments[i]));
            for (index, species) in self.inside(i) {
                let _ = writeln!(text, "    s{index}({})", quoted(&species.name));
            }
            self.write_nodes(&mut text, Some(i));
            text += "  end\n";
        }
        self.write_nodes(&mut text, None);
        for (i, name) in self.marks.iter().enumerate() {
            let _ = writeln!(text, "  d{i}{{{{{}}}}}:::drug", quoted(name));
        }
        for (i, reaction) in self.reactions.iter().enumerate() {
            match reaction.line() {
                Some(line) => write_line(&mut text, line, reaction, self.lines),
                None => write_edges(&mut text, i, reaction),
            }
        }
        if !self.marks.is_empty() {
            text += "  classDef drug stroke:#d00,stroke-width:2px\n";
        }
        text
    }

    fn write_nodes(&self, text: &mut String, place: Option<usize>) {
        let indent = if place.is_some() { "    " } else { "  " };
        for (i, reaction) in self.boxes(place) {
            let class = if reaction.marks.is_empty() { "" } else { ":::drug" };
            let _ = writeln!(text, "{indent}r{i}[{}]{class}", quoted(&reaction.label()));
        }
    }
}

fn write_line(
    text: &mut String,
    (from, to): (usize, usize),
    reaction: &DrawnReaction,
    lines: Lines,
) {
    let arrow = if reaction.direction == Direction::BothWays { "<-->" } else { "-->" };
    let label = match lines {
        Lines::Named => format!("|{}|", quoted(&reaction.label())),
        Lines::Plain => String::new(),
    };
    let _ = writeln!(text, "  s{from} {arrow}{label} s{to}");
}

fn write_edges(text: &mut String, i: usize, reaction: &DrawnReaction) {
    // A line has an arrow at its start only if it has one at its end too.
    let both = reaction.direction == Direction::BothWays;
    let (start, end) = if both { ("<-->", "<-->") } else { ("---", "-->") };
    for &(species, count) in &reaction.reactants {
        let _ = writeln!(text, "  s{species} {start}{} r{i}", times(count));
    }
    for &(species, count) in &reaction.products {
        let _ = writeln!(text, "  r{i} {end}{} s{species}", times(count));
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
