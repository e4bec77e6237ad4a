//! What is drawn is the network, all of it, and nothing else.

use jakstat::catalog::Catalog;
use jakstat::network::{Diagram, Direction, Effect, Model, Network};
use jakstat::ode::Evaluator;
use jakstat::pathway::{Pathway, PathwayModel, Step, every_builtin_pathway};
use jakstat::units::{Quantities, Rate};
use std::collections::BTreeSet;

fn network(json: &str) -> Model {
    Network::from_json(json).unwrap().compile().unwrap()
}

/// IL-6 on a CD4 T cell with baricitinib, its drug marked.
fn interleukin_6(steps: &[Step]) -> (PathwayModel, Diagram) {
    let catalog = Catalog::builtin();
    let pathway = Pathway::new(catalog.cell("CD4 T cell").unwrap())
        .stimulate(catalog.cytokine("IL-6").unwrap(), 100.0.ng_per_ml())
        .inhibitors(&[catalog.inhibitor("baricitinib").unwrap()])
        .inhibited_steps(steps)
        .build()
        .unwrap();
    let diagram = pathway.model().diagram().mark("baricitinib", &["inhibitor.baricitinib"]);
    (pathway, diagram.unwrap())
}

fn marked(diagram: &Diagram) -> Vec<&str> {
    let marked = diagram.reactions().iter().filter(|reaction| !reaction.marks.is_empty());
    marked.flat_map(|reaction| &reaction.names).map(String::as_str).collect()
}

/// Names of the reactions in a network's own file.
fn declared(model: &Model) -> Vec<String> {
    let json = model.network().to_json().unwrap();
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    document["reactions"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn every_species_and_every_reaction_stands_in_dot_once() {
    for (cytokine, pathway) in every_builtin_pathway() {
        let Ok(pathway) = pathway else { continue };
        let model = pathway.model();
        let dot = model.diagram().dot();
        let lines = |label: &str, rounded: bool| {
            let label = format!("label=\"{label}\"");
            let holds = |line: &&str| line.contains(&label);
            dot.lines().filter(holds).filter(|line| line.contains("rounded") == rounded).count()
        };
        for species in model.species_names() {
            assert_eq!(lines(species, true), 1, "{cytokine}: {species}");
        }
        for reaction in declared(model) {
            assert_eq!(lines(&reaction, false), 1, "{cytokine}: {reaction}");
        }
    }
}

#[test]
fn lines_of_dot_and_mermaid_end_only_at_what_was_declared() {
    let (_, diagram) = interleukin_6(&Step::ALL);
    for text in
        [diagram.dot(), diagram.mermaid(), diagram.overview().dot(), diagram.overview().mermaid()]
    {
        let id = |word: &&str| {
            let mut letters = word.chars();
            "srd".contains(letters.next().unwrap_or('-'))
                && letters.as_str().chars().all(|c| c.is_ascii_digit())
                && word.len() > 1
        };
        let (mut declared, mut used) = (BTreeSet::new(), BTreeSet::new());
        for line in text.lines().map(str::trim) {
            let word = line.split(['(', '[', '{', ' ']).next().unwrap();
            let ends: Vec<&str> = line.split(' ').filter(id).collect();
            if ends.len() == 2 {
                used.extend(ends);
            } else if id(&word) {
                assert!(declared.insert(word), "{word} is declared twice");
            }
        }
        assert!(used.is_subset(&declared), "{:?}", used.difference(&declared));
        assert!(declared.len() > 20, "{text}");
    }
}

#[test]
fn a_drug_is_drawn_where_the_kinases_work_and_nowhere_else() {
    let all = [
        "IL-6 JAK activation",
        "IL-6 receptor phosphorylation",
        "STAT3 phosphorylation by the IL-6 receptor",
        "STAT1 phosphorylation by the IL-6 receptor",
    ];
    assert_eq!(marked(&interleukin_6(&Step::ALL).1), all);
    assert_eq!(marked(&interleukin_6(&[Step::StatPhosphorylation]).1), all[2..]);
    assert_eq!(marked(&interleukin_6(&[Step::JakActivation]).1), all[..1]);
    assert!(marked(&interleukin_6(&[]).1).is_empty());
}

#[test]
fn a_mark_reaches_every_rate_through_any_of_its_parameters() {
    let (pathway, all) = interleukin_6(&Step::ALL);
    let mark = |parameters: &[&str]| pathway.model().diagram().mark("x", parameters).unwrap();
    assert_eq!(marked(&mark(&["Ki.baricitinib.JAK2"])), marked(&all));
    let import = ["STAT1 import", "STAT3 import"];
    assert_eq!(marked(&mark(&["stat.import"])), import);
    let both = mark(&["socs.decay", "stat.import"]);
    assert_eq!(marked(&both), [import[0], import[1], "SOCS decay"]);
    let second = both.mark("y", &["socs.decay"]).unwrap();
    let decay = second.reactions().iter().find(|reaction| reaction.names == ["SOCS decay"]);
    assert_eq!(decay.unwrap().marks, [0, 1]);
    assert_eq!(second.marks(), ["x", "y"]);
}

#[test]
fn a_drug_moves_the_species_of_marked_reactions_and_no_others() {
    let (pathway, diagram) = interleukin_6(&Step::ALL);
    let model = pathway.model();
    let y: Vec<f64> = (1..=model.species_names().len()).map(|i| 0.3 + 0.1 * i as f64).collect();
    let rates = |nanomolar: f64| {
        let mut inputs = model.default_parameters();
        inputs[model.parameter("inhibitor.baricitinib").unwrap()] = nanomolar;
        let mut rates = vec![0.0; y.len()];
        Evaluator::of_inputs(model, &inputs, 0.0).rates(0.0, &y, &mut rates);
        rates
    };
    let (without, with) = (rates(0.0), rates(1e5));
    let touched: BTreeSet<usize> = diagram
        .reactions()
        .iter()
        .filter(|reaction| !reaction.marks.is_empty())
        .flat_map(|reaction| reaction.reactants.iter().chain(&reaction.products))
        .map(|&(species, _)| species)
        .collect();
    for (i, name) in model.species_names().iter().enumerate() {
        let moved = (with[i] - without[i]).abs() > 1e-9 * without[i].abs();
        assert_eq!(moved, touched.contains(&i), "{name}");
    }
}

#[test]
fn a_mark_on_an_unknown_parameter_names_the_closest() {
    let (pathway, _) = interleukin_6(&Step::ALL);
    let refused = pathway.model().diagram().mark("drug", &["inhibitor.baricitinb"]).unwrap_err();
    let wanted = "unknown parameter `inhibitor.baricitinb`: did you mean `inhibitor.baricitinib`?";
    assert_eq!(refused.to_string(), wanted);
}

#[test]
fn the_overview_leaves_out_nothing_that_something_acts_on() {
    for (cytokine, pathway) in every_builtin_pathway() {
        let Ok(pathway) = pathway else { continue };
        let whole = pathway.model().diagram();
        let overview = whole.overview();
        let shown: Vec<&String> =
            overview.reactions().iter().flat_map(|reaction| &reaction.names).collect();
        for reaction in whole.reactions() {
            let name = &reaction.names[0];
            let open = reaction.reactants.is_empty() || reaction.products.is_empty();
            let left_out = open && reaction.modifiers.is_empty();
            let times = shown.iter().filter(|shown| **shown == name).count();
            assert_eq!(times, usize::from(!left_out), "{cytokine}: {name}");
        }
        let known: BTreeSet<&str> =
            whole.species().iter().map(|species| species.name.as_str()).collect();
        assert!(overview.species().iter().all(|species| known.contains(species.name.as_str())));
        assert!(overview.species().len() < whole.species().len(), "{cytokine}");
    }
}

#[test]
fn the_overview_passes_over_delays_and_stages_and_joins_ways_there_and_back() {
    let model = network(
        r#"{ "jakstat-network": 1, "compartments": { "cell": 1e-12 },
        "species": { "L": { "compartment": "cell" }, "R": { "compartment": "cell" },
            "LR": { "compartment": "cell" }, "D": { "compartment": "cell" },
            "gene": { "compartment": "cell" }, "m1": { "compartment": "cell" },
            "m2": { "compartment": "cell" }, "out": { "compartment": "cell" } },
        "reactions": {
            "bind": { "equation": "L + R -> LR", "law": { "reversible": { "forward": 1, "backward": 1 } } },
            "pair": { "equation": "2 LR -> D", "law": { "reversible": { "forward": 1, "backward": 1 } } },
            "write": { "equation": "0 -> m1", "law": { "formula": "D" } },
            "ripen": { "equation": "m1 -> m2", "law": { "mass-action": 1 } },
            "read": { "equation": "0 -> gene", "law": { "formula": "m2" } },
            "leave": { "equation": "gene -> out", "law": { "mass-action": 1 } },
            "return": { "equation": "out -> gene", "law": { "mass-action": 1 } },
            "decay": { "equation": "m2 -> 0", "law": { "mass-action": 1 } } } }"#,
    );
    let overview = model.diagram().overview();
    let names: Vec<&str> = overview.species().iter().map(|species| species.name.as_str()).collect();
    assert_eq!(names, ["L", "R", "D", "m2", "gene", "out"]);
    let reactions: Vec<String> = overview
        .reactions()
        .iter()
        .map(|reaction| {
            let side = |side: &[(usize, i32)]| {
                let words =
                    side.iter().map(|&(species, count)| format!("{count} {}", names[species]));
                words.collect::<Vec<_>>().join(" + ")
            };
            let arrow = if reaction.direction == Direction::BothWays { "<->" } else { "->" };
            let (left, right) = (side(&reaction.reactants), side(&reaction.products));
            format!("{}: {left} {arrow} {right}", reaction.names.join(", "))
        })
        .collect();
    let wanted = [
        "bind, pair: 2 L + 2 R <-> 1 D",
        "write, ripen:  -> 1 m2",
        "read:  -> 1 gene",
        "leave, return: 1 gene <-> 1 out",
    ];
    assert_eq!(reactions, wanted);
}

#[test]
fn what_more_of_a_species_does_follows_from_the_rate() {
    use Effect::{Either, Slows, Speeds};
    let cases = [
        ("k * A * X", Some(Speeds)),
        ("k * A / (1 + X / k)", Some(Slows)),
        ("k * A * brake", Some(Slows)),
        ("k * A / brake", Some(Speeds)),
        ("k * A * (2 - X)", Some(Slows)),
        ("k * A * X / (k + X)", Some(Either)),
        ("k * A * hill(X, k, 2)", Some(Speeds)),
        ("k * A * hill(k, X, 2)", Some(Slows)),
        ("k * A * hill(A, k, X)", Some(Either)),
        ("k * A * X^2", Some(Speeds)),
        ("k * A * X^-1", Some(Slows)),
        ("k * A * (X - k)^2", Some(Either)),
        ("k * A * (A - k) * X", Some(Either)),
        ("k * A * exp(-X)", Some(Slows)),
        ("k * A * max(X, k)", Some(Speeds)),
        ("k * A * piecewise(X, time < 5, k)", Some(Speeds)),
        ("k * A * piecewise(1, X < k, 2)", Some(Either)),
        ("k * A", None),
    ];
    for (rate, wanted) in cases {
        let model = network(&format!(
            r#"{{ "jakstat-network": 1, "compartments": {{ "cell": 1e-12 }}, "parameters": {{ "k": 1 }},
            "species": {{ "A": {{ "compartment": "cell" }}, "B": {{ "compartment": "cell" }},
                "X": {{ "compartment": "cell" }} }},
            "rules": {{ "brake": "1 / (1 + X)" }},
            "reactions": {{ "step": {{ "equation": "A -> B", "law": {{ "formula": "{rate}" }} }} }} }}"#
        ));
        let diagram = model.diagram();
        let found = diagram.reactions()[0].modifiers.first().copied();
        assert_eq!(found, wanted.map(|effect| (2, effect)), "{rate}");
    }
}

#[test]
fn what_undoes_a_reaction_both_ways_slows_it() {
    let model = network(
        r#"{ "jakstat-network": 1, "compartments": { "cell": 1e-12 },
        "species": { "A": { "compartment": "cell" }, "B": { "compartment": "cell" },
            "X": { "compartment": "cell" } },
        "reactions": { "step": { "equation": "A -> B",
            "law": { "reversible": { "forward": 1, "backward": "X" } } } } }"#,
    );
    assert_eq!(model.diagram().reactions()[0].modifiers, [(2, Effect::Slows)]);
    assert!(model.diagram().mermaid().contains("s2 -.-x r0"));
}

#[test]
fn names_cannot_break_out_of_their_quotes() {
    let mut net = Network::new();
    let cell = net.compartment("the \"cell\"", 1.0.picolitres());
    let a = net.species("A\\", cell, 1.0.nanomolar());
    let b = net.species("<b>`\"]; B --> C; #1.", cell, 1.0.nanomolar());
    net.irreversible("say \"go\"", a, b, Rate::per_second(1.0)).unwrap();
    let diagram = net.compile().unwrap().diagram();
    let dot = diagram.dot();
    assert!(dot.contains(r#"label="the \"cell\"";"#), "{dot}");
    assert!(dot.contains(r#"label="A\\"];"#), "{dot}");
    assert!(dot.contains(r#"label="<b>`\"]; B --> C; #1."];"#), "{dot}");
    let mermaid = diagram.mermaid();
    assert!(mermaid.contains("c0[\"the #34;cell#34;\"]"), "{mermaid}");
    assert!(mermaid.contains("s0(\"A#92;\")"), "{mermaid}");
    let b = "s1(\"#60;b#62;#96;#34;#93;#59; B --#62; C#59; #35;1#46;\")";
    assert!(mermaid.contains(b), "{mermaid}");
    assert!(mermaid.contains("s0 -->|\"say #34;go#34;\"| s1"), "{mermaid}");
}
