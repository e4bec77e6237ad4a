//! Graphviz DOT.

use super::drawn::{Direction, DrawnReaction};
use super::{Diagram, Effect};
use std::fmt::Write;

const HEAD: &str = "digraph network {
  rankdir=LR;
  node [fontname=\"sans-serif\" fontsize=11];
  edge [fontname=\"sans-serif\" fontsize=9];
";

impl Diagram {
    /// The drawing as Graphviz DOT, for `dot -Tsvg`.
    ///
    /// Compartments are frames, species rounded boxes, what is [marked](Self::mark) hangs on a red hexagon.
    pub fn dot(&self) -> String {
        let mut text = HEAD.to_owned();
        for (i, name) in self.compartments.iter().enumerate() {
            if self.inside(i).next().is_none() {
                continue;
            }
            let _ = writeln!(text, "  subgraph cluster_{i} {{\n    label={};", quoted(name));
            for (index, species) in self.inside(i) {
                let label = quoted(&species.name);
                let _ = writeln!(text, "    s{index} [shape=box style=rounded label={label}];");
            }
            text += "  }\n";
        }
        for (i, name) in self.marks.iter().enumerate() {
            let label = quoted(name);
            let _ = writeln!(text, "  d{i} [shape=hexagon color=red fontcolor=red label={label}];");
        }
        for (i, reaction) in self.reactions.iter().enumerate() {
            write_reaction(&mut text, i, reaction);
        }
        text += "}\n";
        text
    }
}

fn write_reaction(text: &mut String, i: usize, reaction: &DrawnReaction) {
    let label = quoted(&reaction.label());
    let both = if reaction.direction == Direction::BothWays { " dir=both" } else { "" };
    if let Some((from, to)) = reaction.line() {
        let _ = writeln!(text, "  s{from} -> s{to} [label={label}{both}];");
        return;
    }
    let colour = if reaction.marks.is_empty() { "gray40" } else { "red" };
    let _ = writeln!(text, "  r{i} [shape=box height=0.2 color={colour} label={label}];");
    for &(species, count) in &reaction.reactants {
        let ends = if both.is_empty() { " arrowhead=none" } else { " dir=both arrowhead=none" };
        let _ = writeln!(text, "  s{species} -> r{i} [{}{ends}];", times(count));
    }
    for &(species, count) in &reaction.products {
        let _ = writeln!(text, "  r{i} -> s{species} [{}];", times(count));
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
    if count == 1 { String::new() } else { format!("label=\"{count}\"") }
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
