//! One experiment, from the words of the laboratory to its answer.
