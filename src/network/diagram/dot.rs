//! Graphviz DOT.

use super::drawn::{Direction, DrawnReaction};
use super::{Diagram, Effect, Lines};
use std::fmt::Write;

const HEAD: &str = "digraph network {
  node [fontname=\"Helvetica\" fontsize=11];
  edge [fontname=\"Helvetica\" fontsize=9];
";

impl Diagram {
    /// The drawing as Graphviz DOT, for `dot -Tsvg`.
    ///
    /// Compartments are frames, species rounded boxes, what is [marked](Self::mark) hangs on a red hexagon.
    pub fn dot(&self) -> String {
        let mut text = HEAD.to_owned();
        for i in self.frames() {
            let label = quoted(&self.compartments[i]);
            let _ = writeln!(text, "  subgraph cluster_{i} {{\n    label={label};");
            for (index, species) in self.inside(i) {
                let label = quoted(&species.name);
                let _ = writeln!(text, "    s{index} [shape=box style=rounded label={label}];");
            }
            self.write_boxes(&mut text, Some(i));
            text += "  }\n";
        }
        self.write_boxes(&mut text, None);
        for (i, name) in self.marks.iter().enumerate() {
            let label = quoted(name);
            let _ = writeln!(text, "  d{i} [shape=hexagon color=red fontcolor=red label={label}];");
        }
        for (i, reaction) in self.reactions.iter().enumerate() {
            match reaction.line() {
                Some(line) => write_line(&mut text, line, reaction, self.lines),
                None => write_edges(&mut text, i, reaction),
            }
        }
        text += "}\n";
        text
    }

    fn write_boxes(&self, text: &mut String, place: Option<usize>) {
        let indent = if place.is_some() { "    " } else { "  " };
        for (i, reaction) in self.boxes(place) {
            let colour = if reaction.marks.is_empty() { "gray40" } else { "red" };
            let label = quoted(&reaction.label());
            let shape = format!("shape=box height=0.2 color={colour} label={label}");
            let _ = writeln!(text, "{indent}r{i} [{shape}];");
        }
    }
}

fn write_line(
    text: &mut String,
    (from, to): (usize, usize),
    reaction: &DrawnReaction,
    lines: Lines,
) {
    let mut style = Vec::new();
    if lines == Lines::Named {
        style.push(format!("label={}", quoted(&reaction.label())));
    }
    if reaction.direction == Direction::BothWays {
        style.push("dir=both".to_owned());
    }
    let _ = writeln!(text, "  s{from} -> s{to} [{}];", style.join(" "));
}

fn write_edges(text: &mut String, i: usize, reaction: &DrawnReaction) {
    let both = reaction.direction == Direction::BothWays;
    let start = if both { "dir=both arrowhead=none" } else { "arrowhead=none" };
    for &(species, count) in &reaction.reactants {
        let _ = writeln!(text, "  s{species} -> r{i} [{start}{}];", times(count));
    }
    for &(species, count) in &reaction.products {
        let _ = writeln!(text, "  r{i} -> s{species} [arrowhead=normal{}];", times(count));
    }
    for &(species, effect) in &reaction.modifiers {
        let head = match effect {
            Effect::Speeds => "normal",
            Effect::Slows => "tee",
            Effect::Either => "odot",
        };
        let _ = writeln!(text, "  s{species} -> r{i} [style=dashed arrowhead={head}];");
    }
    for mark in &reaction.marks {
        let _ = writeln!(text, "  d{mark} -> r{i} [style=dashed color=red arrowhead=tee];");
    }
}

fn times(count: i32) -> String {
    if count == 1 { String::new() } else { format!(" label=\"{count}\"") }
}

fn quoted(text: &str) -> String {
    let mut label = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => label.extend(['\\', character]),
            _ if character.is_control() => label.push(' '),
            _ => label.push(character),
        }
    }
    label + "\""
}
