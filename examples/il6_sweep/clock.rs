//! Processor time.

/// Processor time of this process so far, in seconds, where the system tells (in ticks of 10 ms).
pub(crate) fn processor_seconds() -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return f64::NAN };
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = after_name.split(' ').skip(11).take(2).filter_map(|x| x.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}
