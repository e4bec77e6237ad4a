//! The front door: experiments as a pharmacologist would set them up.

use jakstat::prelude::*;
use jakstat::response::Shape;

fn il6(nanograms: f64) -> Assay {
    let catalog = Catalog::builtin();
    Assay::new(catalog.cytokine("IL-6").unwrap(), catalog.cell("CD4 T cell").unwrap())
        .stimulate(nanograms.ng_per_ml())
        .readout(Stat::Stat3, 15.0.minutes())
}

fn grid() -> DoseGrid {
    DoseGrid::log(0.1.nanomolar(), 10.0.micromolar(), 25)
}

#[test]
fn the_ten_line_job_gives_a_curve_with_an_ic50() {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let response = il6(100.0).dose_response(baricitinib, &grid()).unwrap();
    assert_eq!(response.curve().shape(), Shape::Falling);
    assert_eq!((response.panel(), response.bounds().len()), ("fridman2010", 0));
    let ic50 = response.ic50().exact().unwrap();
    // The root search means what it says: half of the control, at that very dose.
    let at = DoseGrid::list(&[ic50, 2.0.micromolar()]);
    let again = il6(100.0).dose_response(baricitinib, &at).unwrap();
    let half = again.curve().responses()[0] / again.curve().control();
    assert!((half - 0.5).abs() < 1e-6, "{half}");
    assert!(response.maximal_effect().unwrap() > 0.99);
    let fit = response.fit_hill().unwrap();
    assert!((fit.ic50.as_nanomolar() / ic50.as_nanomolar() - 1.0).abs() < 0.2);
    assert!(fit.lack_of_fit > 0.0);
}

#[test]
fn more_cytokine_needs_more_drug() {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let ic50 = |dose| {
        let response = il6(dose).dose_response(baricitinib, &grid()).unwrap();
        response.ic50().exact().unwrap().as_nanomolar()
    };
    let (low, middle, high) = (ic50(1.0), ic50(10.0), ic50(100.0));
    assert!(low < middle && middle < high, "{low} {middle} {high}");
}

#[test]
fn doses_in_another_order_of_magnitude_find_the_same_ic50() {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let dilution = DoseGrid::from_stock(10.0.millimolar(), 1000.0, (3.0, 11));
    assert_eq!(*dilution.nanomolar().unwrap().last().unwrap(), 1e4);
    let a = il6(100.0).dose_response(baricitinib, &dilution).unwrap().ic50().exact().unwrap();
    let b = il6(100.0).dose_response(baricitinib, &grid()).unwrap().ic50().exact().unwrap();
    assert!((a.as_nanomolar() / b.as_nanomolar() - 1.0).abs() < 1e-8);
}

#[test]
fn an_envelope_holds_its_own_curve() {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let response = il6(100.0).dose_response(baricitinib, &grid()).unwrap();
    let band = il6(100.0).uncertainty(baricitinib, &grid()).unwrap();
    assert_eq!(band.members, 63);
    for (k, y) in response.curve().responses().iter().enumerate() {
        let share = y / response.curve().control();
        assert!(band.lower[k] <= share + 1e-9 && share <= band.upper[k] + 1e-9);
    }
    assert!(band.description.contains("3 enzyme panels"), "{}", band.description);
}

#[test]
fn a_time_course_starts_at_rest_and_shows_the_drug() {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let times: Vec<Time> = (0..=12).map(|k| (5.0 * f64::from(k)).minutes()).collect();
    let course = il6(100.0)
        .time_course((baricitinib, &[0.0.nanomolar(), 50.0.nanomolar()]), &["pSTAT3"], &times)
        .unwrap();
    let (free, blocked) = (&course.values[0][0], &course.values[1][0]);
    assert!(free[0] < 1e-3 * free[2] && blocked[3] < 0.7 * free[3]);
}

#[test]
fn a_screen_answers_or_says_why() {
    let catalog = Catalog::builtin();
    let find = |name| catalog.inhibitor(name).unwrap();
    let cytokines = ["IL-6", "IL-20"].map(|name| catalog.cytokine(name).unwrap());
    let rows = Screen::new(catalog)
        .inhibitors(&[find("baricitinib"), find("ritlecitinib")])
        .cytokines(&cytokines)
        .run(|| ());
    let relations: Vec<&str> = rows.iter().map(|row| row.relation.as_str()).collect();
    assert_eq!(relations, ["=", "refused", "refused", "refused"]);
    assert!(rows[0].ic50_nanomolar.unwrap() > 1.0 && rows[0].reason.is_empty());
    assert!(rows[1].reason.contains("IL20RB"), "{}", rows[1].reason);
    assert!(rows[2].reason.contains("covalent"), "{}", rows[2].reason);
}

#[test]
fn impossible_experiments_are_typed_errors() {
    let catalog = Catalog::builtin();
    let baricitinib = catalog.inhibitor("baricitinib").unwrap();
    let text = |assay: &Assay, doses: &DoseGrid| {
        assay.dose_response(baricitinib, doses).unwrap_err().to_string()
    };
    for (doses, expected) in [
        (DoseGrid::list(&[1.0.nanomolar()]), "a grid needs two doses or more"),
        (DoseGrid::list(&[2.0.nanomolar(), 1.0.nanomolar()]), "dose 1 = 1 nM cannot be used"),
        (DoseGrid::list(&[0.0.nanomolar(), 1.0.nanomolar()]), "a dose is positive and finite"),
        (DoseGrid::log(f64::NAN.nanomolar(), 1.0.nanomolar(), 5), "dose 0 = NaN nM cannot be used"),
    ] {
        let text = text(&il6(100.0), &doses);
        assert!(text.contains(expected), "{text}");
    }
    let late = il6(100.0).readout(Stat::Stat3, f64::NAN.minutes());
    assert!(text(&late, &grid()).contains("the reading = NaN s cannot be used"));
    let wrong = il6(100.0).readout(Stat::Stat6, 15.0.minutes());
    assert!(
        text(&wrong, &grid()).contains("does not phosphorylate pSTAT6"),
        "{}",
        text(&wrong, &grid())
    );
    let deaf = Assay::new(catalog.cytokine("EPO").unwrap(), catalog.cell("CD4 T cell").unwrap());
    assert!(text(&deaf, &grid()).contains("EPOR"), "{}", text(&deaf, &grid()));
    let negative = il6(-1.0);
    assert!(text(&negative, &grid()).contains("at least zero"), "{}", text(&negative, &grid()));
}
