//! Panics in a system, kept from what is solved beside it.

use super::Swept;
use super::chunk::Points;
use super::work::Work;
use crate::ode::{Failure, Solver, Why};
use core::any::Any;
use core::sync::atomic::Ordering;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

impl<S: Swept> Work<'_, S> {
    /// Solves what `points` hand out. Where the system panics, the points under way are solved again one by
    /// one, and those that panic alone fail.
    pub(super) fn solve_all(&self, solver: &Solver<'_, S>, points: &mut Points<'_, '_, S>) {
        while let Err(message) = self.solve_some(solver, points) {
            let waiting = core::mem::take(&mut points.left);
            let under_way = core::mem::take(&mut points.flying);
            if under_way.is_empty() {
                // It panics whatever the point.
                return waiting.into_iter().for_each(|point| self.guilty(points, point, &message));
            }
            for point in under_way {
                points.left.push(point);
                if let Err(message) = self.solve_some(solver, points) {
                    points.left.clear();
                    points.flying.clear();
                    self.guilty(points, point, &message);
                }
            }
            points.left = waiting;
        }
    }

    fn guilty(&self, points: &mut Points<'_, '_, S>, point: usize, message: &str) {
        let why = Why::Panicked { message: message.into() };
        points.given_up(point, Failure { why, time: self.sweep.protocol.start });
    }

    /// Solves until nothing is left, or says with what words the system panicked.
    fn solve_some(
        &self,
        solver: &Solver<'_, S>,
        points: &mut Points<'_, '_, S>,
    ) -> Result<(), String> {
        // What a panic left half done is thrown away: each lane begins anew.
        catch_unwind(AssertUnwindSafe(|| solver.solve(points))).map_err(|panic| {
            // One that came from the report is not the system's.
            if self.tally.is_broken() {
                self.cancel.store(true, Ordering::Relaxed);
                resume_unwind(panic);
            }
            words(&*panic)
        })
    }
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "it gave no message".into())
}
