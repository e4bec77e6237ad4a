//! A network with a closed form whose points can be made to fail.

use jakstat::network::Observable;
use jakstat::prelude::*;

pub(crate) const END: f64 = 10.0;

/// dA/dt = k A² from A: A(t) = A / (1 − k A t), without bound at t = 1 / (k A). A is 1 nM where nothing else is said.
pub(crate) fn explosive() -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 1.0.nanomolar());
    let k = net.parameter("k", 0.0);
    net.reaction("grow", Network::nothing(), a, Law::Formula(k * Expr::from(a).pow(2.0))).unwrap();
    net.compile().unwrap()
}

pub(crate) fn of(model: &Model) -> Sweep<'_> {
    let a = Observable::Species(model.species("A").unwrap());
    let readouts = [Measure::At(END), Measure::Area(0.0, END), Measure::Peak(1.0, 5.0)]
        .map(|measure| Readout { observable: a, measure });
    Sweep::new(model, Protocol { end: END, ..Protocol::default() }).readouts(&readouts)
}

pub(crate) fn text<T, E: ToString>(result: Result<T, E>) -> String {
    result.err().map(|error| error.to_string()).unwrap()
}
