//! How a sweep is cut into chunks.

/// Points in a chunk, at most, unless asked for otherwise; their number changes no bit of any outcome.
pub(super) const CHUNK: usize = 256;

/// Says which numbers, of chunks or of points, are among those to be solved.
pub(super) type Choice<'c> = dyn Fn(usize) -> bool + Sync + 'c;

/// The chunks of a sweep: so many consecutive points each, the last one perhaps fewer.
#[derive(Clone, Copy)]
pub(super) struct Cut<'c> {
    /// Points there are.
    pub(super) points: usize,
    /// Points in a chunk, at least 1.
    pub(super) chunk: usize,
    /// Chunks that are solved, by number; all if `None`.
    pub(super) chunks: Option<&'c Choice<'c>>,
    /// Points of these that are solved, by index; all if `None`.
    pub(super) chosen: Option<&'c Choice<'c>>,
    /// Points that were over before, and how many of them had failed.
    pub(super) before: (usize, usize),
    /// Points that will be over at the end, those before included.
    pub(super) total: usize,
}

impl Cut<'_> {
    /// Every point, in chunks of this length.
    pub(super) const fn whole(points: usize, chunk: usize) -> Self {
        Self { points, chunk, chunks: None, chosen: None, before: (0, 0), total: points }
    }

    /// How many chunks there are.
    pub(super) const fn len(&self) -> usize {
        self.points.div_ceil(self.chunk)
    }

    /// The points of a chunk, if it is to be solved: the first, and the one after the last.
    pub(super) fn range(&self, chunk: usize) -> Option<(usize, usize)> {
        let solved = self.chunks.is_none_or(|chosen| chosen(chunk));
        let first = chunk * self.chunk;
        solved.then(|| (first, self.points.min(first.saturating_add(self.chunk))))
    }

    /// Whether a point of such a chunk is to be solved.
    pub(super) fn has(&self, point: usize) -> bool {
        self.chosen.is_none_or(|chosen| chosen(point))
    }
}
