//! The hepatocyte without drug: consistency with the model and the data its constants were matched to.

mod band;
mod course;
mod picture;

use super::digits::{share, yes};
use super::section::{FILES, Section, table};
use super::{Found, hepatocyte};
use std::fmt::Write as _;

const COURSES: &str = "hepatocyte_il6.svg";
const DOSES: &str = "hepatocyte_il6_ruxolitinib.svg";

pub(crate) fn section() -> Found<Section> {
    let courses = course::courses()?;
    let curves = hepatocyte::curves(hepatocyte::SATURATING)?;
    let bands = band::bands(&courses, hepatocyte::half_effects(&curves)?)?;
    let inside = bands.iter().filter(|band| band.inside).count();
    let mut text = String::from(
        "Consistency, not validation: the bands come from one published model and its data (Sobotta et al. 2017 Front Physiol\n\
        8:775, primary mouse hepatocytes), and the constants of the pathway that say so in their table were chosen so that the\n\
        hepatocyte without drug meets them ([decision 3](decisions/0003-pathway-structure.md)). The last band is with a drug: it was seen when\n\
        choosing and not used. Numbers of that model and of its data stand beside the predicted ones.\n\n",
    );
    let rows: Vec<_> = bands
        .iter()
        .map(|band| {
            let (what, from) = (band.what.to_owned(), band.source.to_owned());
            vec![
                what,
                band.range.clone(),
                band.predicted.clone(),
                band.published.into(),
                yes(band.inside),
                from,
            ]
        })
        .collect();
    let head = ["what", "band", "predicted", "published", "in the band", "published in"];
    table(&mut text, &head, &rows);
    let height = share(hepatocyte::brought_back(&curves));
    let _ = write!(
        text,
        "\nTwo things that no band shows. At 1 ng/mL the predicted signal comes to a plateau without a clear peak, where the published\n\
        model peaks. And the curve with 500 nM ruxolitinib, whose EC50 is shifted as it should be, reaches no more than {height} of\n\
        the other: in the data IL-6 overcomes the drug in part or nearly, in the model it does not (O17).\n\n\
        ![phospho-STAT3 of a mouse hepatocyte over two hours at four doses of IL-6: the higher the dose, the earlier and higher the peak]({FILES}/{COURSES})\n\n\
        ![phospho-STAT3 at 20 min over doses of IL-6, each curve over its own highest point: 500 nM ruxolitinib shifts it to the right]({FILES}/{DOSES})\n",
    );
    Ok(Section {
        title: "Dynamics of the hepatocyte",
        text,
        files: vec![(COURSES, picture::courses(&courses)?), (DOSES, picture::doses(&curves)?)],
        summary: vec![format!(
            "{inside} of {} bands met; most constants of these time courses were matched to them",
            bands.len()
        )],
        answer: format!("{inside} of {} bands of dynamics", bands.len()),
    })
}
