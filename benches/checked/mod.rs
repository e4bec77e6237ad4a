//! A bench of criterion's that checks its answers before it times anything.

/// Runs a bench by criterion, and says why where it could not measure.
macro_rules! checked {
    ($measure:ident) => {
        fn all(criterion: &mut criterion::Criterion) {
            if let Err(failure) = $measure(criterion) {
                println!("not measured: {failure}");
            }
        }

        criterion::criterion_group!(benches, all);
        criterion::criterion_main!(benches);
    };
}
pub(crate) use checked;
