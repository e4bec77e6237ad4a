//! What the solvers ask of a system of equations.

use super::Lane;

/// A system y′ = f(t, y; p), written once for any [`Lane`].
///
/// Nothing here may mix lanes, allocate or fail: a state outside a law's domain shows as a
/// non-finite rate, which the solver turns into a typed failure of that lane alone. Mark the
/// lane-wide methods `#[inline(always)]`, so that they are compiled for each instruction set.
pub trait System: Send + Sync {
    /// Number of states, the length of y.
    fn dimension(&self) -> usize;

    /// Number of parameters a run brings.
    fn inputs(&self) -> usize {
        0
    }

    /// Number of parameters the equations use: the inputs, then those [`prepare`](Self::prepare) adds.
    fn parameters(&self) -> usize {
        self.inputs()
    }

    /// Number of temporaries kept after the time in each [`Frame`].
    fn scratch(&self) -> usize {
        0
    }

    /// Fills `parameters[inputs()..]` from `parameters[..inputs()]` for the stretch that begins at `t`.
    ///
    /// Called when a run starts and at each of its stops. A law that switches in time stores here
    /// on which side of the switch the stretch lies.
    fn prepare(&self, t: f64, parameters: &mut [f64]) {
        let _ = (t, parameters);
    }

    /// Times at which the equations themselves switch; the solver lands on each exactly, and asks again
    /// at every stop that changes a parameter.
    fn switches(&self, parameters: &[f64]) -> Vec<f64> {
        let _ = parameters;
        Vec::new()
    }

    /// A typical size of state `i` below which its relative accuracy no longer matters (a floor of
    /// the default absolute tolerance, see [`Tolerance`](super::Tolerance)).
    fn floor(&self, state: usize) -> f64 {
        let _ = state;
        1e-6
    }

    /// A name for state `i`, for error messages.
    fn state_name(&self, state: usize) -> String {
        format!("y[{state}]")
    }

    /// Positions (row, column) of ∂f/∂y that may be nonzero, in the order
    /// [`linearise`](Self::linearise) writes them; no position twice.
    fn pattern(&self) -> &[(usize, usize)];

    /// Whether f depends on t other than through the switches.
    fn depends_on_time(&self) -> bool {
        true
    }

    /// Writes y′ into `rates`, of length [`dimension`](Self::dimension).
    fn rates<L: Lane>(&self, frame: &mut Frame<'_, L>, rates: &mut [L]);

    /// Writes y′, the entries of ∂f/∂y in the order of [`pattern`](Self::pattern), and ∂f/∂t (which
    /// may be left alone where the system does not depend on time).
    fn linearise<L: Lane>(
        &self,
        frame: &mut Frame<'_, L>,
        rates: &mut [L],
        jacobian: &mut [L],
        slope: &mut [L],
    );
}

/// Lengths of the parts of a [`Frame`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Number of parameters.
    pub parameters: usize,
    /// Number of states.
    pub states: usize,
    /// Number of temporaries.
    pub scratch: usize,
}

impl Layout {
    /// The layout a system asks for.
    pub fn of<S: System + ?Sized>(system: &S) -> Self {
        Self {
            parameters: system.parameters(),
            states: system.dimension(),
            scratch: system.scratch(),
        }
    }

    /// Index of the first state.
    pub const fn first_state(self) -> usize {
        self.parameters
    }

    /// Index of the time.
    pub const fn time(self) -> usize {
        self.parameters + self.states
    }

    /// Index of the first temporary.
    pub const fn first_scratch(self) -> usize {
        self.parameters + self.states + 1
    }

    /// Length of the whole.
    pub const fn len(self) -> usize {
        self.first_scratch() + self.scratch
    }

    /// Whether there is nothing but the time.
    pub const fn is_empty(self) -> bool {
        self.len() == 1
    }
}

/// Where the equations are evaluated: parameters, states, time and temporaries in one slice, in this
/// order, so that a compiled network can address all of them with one index.
#[derive(Debug)]
pub struct Frame<'a, L> {
    values: &'a mut [L],
    layout: Layout,
}

impl<'a, L: Lane> Frame<'a, L> {
    /// A frame over `values`, of length [`Layout::len`].
    #[inline(always)]
    pub fn new(values: &'a mut [L], layout: Layout) -> Self {
        Self { values, layout }
    }

    /// Parameter `i`.
    #[inline(always)]
    pub fn p(&self, i: usize) -> L {
        self.values[i]
    }

    /// State `i`.
    #[inline(always)]
    pub fn y(&self, i: usize) -> L {
        self.values[self.layout.first_state() + i]
    }

    /// Time.
    #[inline(always)]
    pub fn t(&self) -> L {
        self.values[self.layout.time()]
    }

    /// The whole slice: parameters, states, time, temporaries.
    #[inline(always)]
    pub fn values_mut(&mut self) -> &mut [L] {
        self.values
    }
}
