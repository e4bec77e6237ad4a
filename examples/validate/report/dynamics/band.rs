//! The bands that the hepatocyte is held against.

use super::super::Found;
use super::super::digits::three;
use super::course::{Course, USUAL};

const MODEL: &str = "the model, solved again";

/// A number, and where it should lie.
pub(crate) struct Band {
    pub(crate) what: &'static str,
    pub(crate) range: String,
    pub(crate) predicted: String,
    pub(crate) inside: bool,
    /// What the published model or its data say.
    pub(crate) published: &'static str,
    pub(crate) source: &'static str,
}

/// All bands, from the courses and the EC50 in ng/mL without ruxolitinib and with it.
pub(crate) fn bands(courses: &[Course], [without, with]: [f64; 2]) -> Found<Vec<Band>> {
    let usual = courses.iter().find(|course| course.ng_per_ml.total_cmp(&USUAL).is_eq());
    let usual = usual.ok_or("no course at the usual dose: add it to the doses")?;
    let minutes = |course: &Course| three(course.peak_minutes);
    let peaks: Vec<String> = courses.iter().map(minutes).collect();
    let shift = with / without;
    Ok(vec![
        Band {
            what: "peak of pSTAT3 at 40 ng/mL",
            published: "16 min; data 12–20 min",
            source: MODEL,
            ..within("12", "20", " min", usual.peak_minutes)
        },
        Band {
            what: "pSTAT3 at 60 min over its peak, 40 ng/mL",
            published: "0.32; data about 0.4",
            source: MODEL,
            ..within("0.25", "0.40", "", usual.after_an_hour)
        },
        Band {
            what: "fraction of STAT3 phosphorylated at the peak, 40 ng/mL",
            published: "0.49, in the cytosol alone 0.54; data 0.53–0.56 at 18 min",
            source: "the model, solved again; mass spectrometry it was fitted to",
            ..within("0.45", "0.60", "", usual.height)
        },
        Band {
            what: "EC50 of IL-6 at 20 min",
            published: "about 8–10 ng/mL",
            source: "data sets 2013_11_04 and 2013_11_12, half range read by eye",
            ..within("6", "12", " ng/mL", without)
        },
        Band {
            what: "peaks of pSTAT3 at 1, 10, 40 and 500 ng/mL",
            range: "earlier at higher doses".into(),
            predicted: format!("{} min", peaks.join(", ")),
            inside: courses.windows(2).all(|pair| pair[1].peak_minutes < pair[0].peak_minutes),
            published: "39, 22, 16, 9 min",
            source: MODEL,
        },
        Band {
            what: "peak of SOCS3 mRNA at 40 ng/mL",
            published: "37 min; data 40 min",
            source: "the model, solved again; qPCR data set hep_2013_09_30",
            ..within("33", "45", " min", usual.messenger_minutes)
        },
        Band {
            what: "EC50 of IL-6 with 500 nM ruxolitinib over that without",
            range: "at least 3".into(),
            predicted: three(shift),
            inside: shift >= 3.0,
            published: "about 4 and 40",
            source: "data sets 2013_11_04 and 2013_11_12, half range read by eye",
        },
    ])
}

/// A band between two numbers, written as they were given.
fn within(low: &'static str, high: &'static str, unit: &str, value: f64) -> Band {
    let number = |text: &str| text.parse().unwrap_or(f64::NAN);
    Band {
        what: "",
        range: format!("{low}–{high}{unit}"),
        predicted: format!("{}{unit}", three(value)),
        inside: value >= number(low) && value <= number(high),
        published: "",
        source: "",
    }
}
