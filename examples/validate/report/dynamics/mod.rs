//! The hepatocyte without drug: consistency with the model and the data its constants were matched to.

mod band;
mod course;
mod picture;

use super::digits::yes;
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
    let _ = write!(
        text,
        "\nWhere there is no band: at 1 ng/mL the predicted peak comes much later than that of the published model.\n\n\
        ![phospho-STAT3 of a mouse hepatocyte over two hours at four doses of IL-6: the higher the dose, the earlier and higher the peak]({FILES}/{COURSES})\n\n\
        ![phospho-STAT3 at 20 min over doses of IL-6, without drug and with 500 nM ruxolitinib, which shifts the curve to the right and lowers it]({FILES}/{DOSES})\n",
    );
    Ok(Section {
        title: "Dynamics of the hepatocyte",
        text,
        files: vec![(COURSES, picture::courses(&courses)?), (DOSES, picture::doses(&curves)?)],
        summary: vec![format!(
            "{inside} of {} bands met; most constants of these time courses were matched to them",
            bands.len()
        )],
    })
}
