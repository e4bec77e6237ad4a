//! What the declaring calls hand back: small copyable names for the things declared.

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// Belongs to the network that handed it out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub(super) usize);

        impl $name {
            /// Position among its kind, in the order of declaration.
            pub const fn index(self) -> usize {
                self.0
            }
        }
    };
}

name!(/// A compartment of a network.
    Compartment);
name!(/// A species of a network; in a formula, its concentration in nM.
    Species);
name!(/// A named number of a network that a sweep can set.
    Parameter);
name!(/// A named formula of a network, usable in laws and as an observable.
    Rule);
