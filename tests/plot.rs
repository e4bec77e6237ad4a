//! Pictures: what they say, where things stand in them, and what they refuse.
#![cfg(feature = "plot")]
// A test that meets the unexpected should stop there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

use jakstat::plot::{
    Band, DoseResponsePlot, DoseSeries, DoseUnit, HeatCell, HeatMap, LineStyle, PlotError,
    TimeCoursePlot, TimeSeries,
};

const DOSES: [f64; 5] = [1.0, 10.0, 100.0, 1e3, 1e4];
const RESPONSES: [f64; 5] = [9.0, 8.0, 5.0, 2.0, 1.0];

fn curve() -> DoseSeries {
    DoseSeries::new("baricitinib").curve(&DOSES, &RESPONSES).points(&DOSES, &RESPONSES)
}

fn plot_of(series: DoseSeries) -> DoseResponsePlot {
    DoseResponsePlot::new("IL-6 in CD4 T cells").dose_name("free baricitinib").series(series)
}

fn message(result: Result<String, PlotError>) -> String {
    result.unwrap_err().to_string()
}

/// The text of every label, in the order drawn.
fn labels(svg: &str) -> Vec<String> {
    let texts = svg.split("<text").skip(1);
    texts
        .map(|text| text.split_once('>').unwrap().1.split_once('<').unwrap().0.trim().to_owned())
        .collect()
}

fn attributes(svg: &str, tag: &str, name: &str) -> Vec<f64> {
    let (tag, name) = (format!("<{tag} "), format!(" {name}=\""));
    svg.split(&tag)
        .skip(1)
        .map(|rest| {
            let rest = format!(" {}", rest.split_once('>').unwrap().0);
            rest.split_once(&name).unwrap().1.split_once('"').unwrap().0.parse().unwrap()
        })
        .collect()
}

/// Whether every tag closes in order and every `&` starts one of the five entities.
fn well_formed(svg: &str) -> bool {
    let mut open = vec![];
    for piece in svg.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { return false };
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or("");
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        let entities = ["lt;", "gt;", "amp;", "quot;", "apos;"];
        let escaped = |part: &str| entities.iter().any(|entity| part.starts_with(entity));
        if !text.split('&').skip(1).all(escaped) || tag.matches('"').count() % 2 == 1 {
            return false;
        }
    }
    open.is_empty()
}

fn heat_map() -> HeatMap {
    HeatMap::new("IC50 of two drugs", ["IL-6", "IL-2", "EPO"])
        .axis_names("inhibitor", "cytokine")
        .row("baricitinib", &[HeatCell::Value(8.6), HeatCell::Value(120.0), HeatCell::Refused])
        .row("other", &[HeatCell::Above(1e4), HeatCell::NotSigmoid, HeatCell::Value(2300.0)])
}

fn time_course() -> TimeCoursePlot {
    TimeCoursePlot::new("pSTAT3 in hepatocytes")
        .series(TimeSeries::new("pSTAT3", &[0.0, 900.0, 3600.0], &[0.0, 20.0, 8.0]))
        .series(
            TimeSeries::new("pSTAT3", &[0.0, 900.0, 3600.0], &[0.0, 5.0, 2.0])
                .style(LineStyle::Dashed),
        )
        .meaning(LineStyle::Solid, "no inhibitor")
        .meaning(LineStyle::Dashed, "100 nM baricitinib")
        .mark("reading", 900.0)
}

fn every_picture() -> Vec<String> {
    let band = Band::new("band: ATP 1–5 mM", &DOSES, &[4.0; 5], &[9.5; 5]);
    vec![
        plot_of(curve().band(band).mark("IC50", 86.0)).svg().unwrap(),
        time_course().svg().unwrap(),
        heat_map().svg().unwrap(),
    ]
}

#[test]
fn every_picture_is_well_formed() {
    for svg in every_picture() {
        assert!(well_formed(&svg));
        assert!(!well_formed(&svg.replace("</svg>", "")));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(every_picture(), every_picture());
}

#[test]
fn no_letter_is_smaller_than_fourteen_pixels() {
    for svg in every_picture() {
        let shown = attributes(&svg, "svg", "width")[0];
        let drawn: f64 =
            svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let sizes = attributes(&svg, "text", "font-size");
        assert!(sizes.iter().all(|size| size * shown / drawn >= 14.0), "{sizes:?}");
    }
}

#[test]
fn a_dose_response_plot_says_what_it_shows() {
    let band = Band::new("band: enzyme panels", &DOSES, &[4.0; 5], &[9.5; 5]);
    let plot = plot_of(curve().band(band).mark("IC50", 86.4)).response_name("pSTAT3 (nM)");
    let found = labels(&plot.svg().unwrap());
    for label in [
        "IL-6 in CD4 T cells",
        "free baricitinib (nM)",
        "pSTAT3 (nM)",
        "IC50 86.4 nM",
        "baricitinib",
        "band: enzyme panels",
        "1",
        "10",
        "100",
        "1,000",
        "10,000",
    ] {
        assert!(found.iter().any(|text| text == label), "{label:?} is not among {found:?}");
    }
}

#[test]
fn equal_dose_ratios_are_equal_distances() {
    let places = attributes(&plot_of(curve()).svg().unwrap(), "circle", "cx");
    // Five points and one in the legend; a place is a whole tenth of a pixel.
    assert_eq!(places.len(), 6);
    let steps: Vec<f64> = places[..5].windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(steps.iter().all(|step| (step - steps[0]).abs() <= 1.0 && *step > 500.0), "{steps:?}");
}

#[test]
fn a_higher_response_stands_higher() {
    let heights = attributes(&plot_of(curve()).svg().unwrap(), "circle", "cy");
    assert!(heights[..5].windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn responses_above_zero_may_stand_on_a_logarithmic_axis() {
    let doses = [1.0, 10.0, 100.0];
    let plot = plot_of(DoseSeries::new("a").points(&doses, &[2.0, 20.0, 200.0]));
    let heights = attributes(&plot.logarithmic_responses().svg().unwrap(), "circle", "cy");
    let steps: Vec<f64> = heights[..3].windows(2).map(|pair| pair[0] - pair[1]).collect();
    assert!(steps[0] > 100.0 && (steps[1] - steps[0]).abs() <= 1.0, "{steps:?}");
    let zero = plot_of(DoseSeries::new("a").points(&[1.0, 2.0], &[1.0, 0.0]));
    let text = message(zero.logarithmic_responses().svg());
    assert!(text.starts_with("responses of \"a\"[1] is 0: a logarithmic axis"), "{text}");
}

#[test]
fn the_marked_dose_stands_at_its_dose() {
    let svg = plot_of(curve().mark("IC50", 100.0)).svg().unwrap();
    let at_hundred = attributes(&svg, "circle", "cx")[2];
    let dashed = format!("points=\"{at_hundred},");
    assert!(svg.matches(&dashed).count() > 10);
}

#[test]
fn the_legend_stands_beside_the_data() {
    let svg = plot_of(curve()).svg().unwrap();
    let places = attributes(&svg, "circle", "cx");
    let (data, legend) = (&places[..5], places[5]);
    assert!(data.iter().all(|place| place + 300.0 < legend));
    let width = 10.0 * attributes(&svg, "svg", "width")[0];
    assert!(attributes(&svg, "text", "x").iter().all(|x| x + 1000.0 < width));
}

#[test]
fn many_series_make_the_picture_higher_rather_than_crowded() {
    let mut plot = DoseResponsePlot::new("all drugs");
    for index in 0..60 {
        plot = plot.series(
            DoseSeries::new(format!("drug {index}")).curve(&DOSES, &RESPONSES).mark("IC50", 50.0),
        );
    }
    let svg = plot.svg().unwrap();
    let height = attributes(&svg, "svg", "height")[0];
    let lowest = attributes(&svg, "text", "y").into_iter().fold(0.0, f64::max) / 10.0;
    assert!(height > 720.0 && lowest < height, "{lowest} {height}");
}

#[test]
fn flags_at_one_dose_do_not_overlap() {
    let svg =
        plot_of(curve().mark("IC50", 100.0).mark("IC50", 1e4).mark("EC50", 100.0)).svg().unwrap();
    let heights: Vec<f64> = labels(&svg)
        .iter()
        .zip(attributes(&svg, "text", "y"))
        .filter(|(label, _)| label.ends_with("50 100 nM"))
        .map(|(_, y)| y)
        .collect();
    assert_eq!(heights.len(), 2);
    assert!((heights[0] - heights[1]).abs() >= 200.0);
}

#[test]
fn doses_may_be_in_nanograms_per_millilitre() {
    let plot = plot_of(curve().mark("EC50", 12.0)).dose_unit(DoseUnit::NanogramsPerMillilitre);
    let found = labels(&plot.svg().unwrap());
    for label in ["free baricitinib (ng/mL)", "EC50 12 ng/mL", "1,000"] {
        assert!(found.iter().any(|text| text == label), "{label:?} is not among {found:?}");
    }
}

#[test]
fn a_time_course_names_each_series_once_and_each_style() {
    let found = labels(&time_course().svg().unwrap());
    for label in ["pSTAT3", "no inhibitor", "100 nM baricitinib", "reading", "time (min)"] {
        assert_eq!(found.iter().filter(|text| *text == label).count(), 1, "{label}");
    }
}

#[test]
fn the_unit_of_time_follows_the_span() {
    for (seconds, unit) in [(60.0, "s"), (3600.0, "min"), (86_400.0, "h"), (864_000.0, "days")] {
        let series = TimeSeries::new("a", &[0.0, seconds], &[0.0, 1.0]);
        let found = labels(&TimeCoursePlot::new("t").series(series).svg().unwrap());
        assert!(found.contains(&format!("time ({unit})")), "{found:?}");
    }
}

#[test]
fn a_heat_map_shows_every_cell_and_explains_the_odd_ones() {
    let found = labels(&heat_map().svg().unwrap());
    for label in ["8.6", "120", "2.3k", "&gt;10k", "n.s.", "–", "IC50 (nM)", "1k"] {
        assert!(found.iter().any(|text| text == label), "{label:?} is not among {found:?}");
    }
    let explained = found.join(" ");
    for text in ["above the bound in the cell", "not sigmoid", "refused"] {
        assert!(explained.contains(text), "{explained}");
    }
}

#[test]
fn a_heat_map_of_values_only_has_nothing_to_explain() {
    let svg = HeatMap::new("one", ["IL-6"]).row("a", &[HeatCell::Value(5.0)]).svg().unwrap();
    assert!(!svg.contains("refused") && !svg.contains("sigmoid"));
}

#[test]
fn fourteen_cytokines_by_thirty_three_inhibitors_fit() {
    let columns: Vec<String> = (0..14).map(|column| format!("cytokine {column}")).collect();
    let mut map = HeatMap::new("screen", columns);
    for row in 0..33 {
        map = map.row(format!("inhibitor {row}"), &[HeatCell::Value(f64::from(row) + 1.0); 14]);
    }
    let svg = map.svg().unwrap();
    let (width, height) =
        (attributes(&svg, "svg", "width")[0], attributes(&svg, "svg", "height")[0]);
    let (x, y) = (attributes(&svg, "text", "x"), attributes(&svg, "text", "y"));
    assert!(x.iter().all(|x| *x > 0.0 && *x < 10.0 * width));
    assert!(y.iter().all(|y| *y > 0.0 && *y < 10.0 * height));
    assert!(width < 1920.0 && height < 1600.0, "{width} x {height}");
}

#[test]
fn special_characters_are_escaped() {
    let series = DoseSeries::new("a < b & \"c\" > 'd'").curve(&DOSES, &RESPONSES);
    let svg = DoseResponsePlot::new("<script>&").series(series).svg().unwrap();
    assert!(well_formed(&svg) && !svg.contains("<script>"));
    assert!(svg.contains("a &lt; b &amp; &quot;c&quot; &gt; &apos;d&apos;"));
}

#[test]
fn a_label_with_a_control_character_is_refused() {
    let text = message(DoseResponsePlot::new("IL\u{0}6").series(curve()).svg());
    assert_eq!(text, "the label \"IL\\06\" holds the control character '\\0': remove it");
}

#[test]
fn an_empty_picture_is_refused() {
    let empty = DoseResponsePlot::new("t").svg();
    assert_eq!(message(empty), "the dose-response plot is empty: add at least one series");
    let empty = plot_of(DoseSeries::new("a")).svg();
    assert_eq!(message(empty), "the series \"a\" is empty: add at least one point or curve");
    let empty = TimeCoursePlot::new("t").svg();
    assert_eq!(message(empty), "the time course is empty: add at least one series");
    let empty = HeatMap::new("t", ["IL-6"]).svg();
    assert_eq!(message(empty), "the heat map is empty: add at least one row");
    let empty = HeatMap::new("t", [""; 0]).svg();
    assert_eq!(message(empty), "the heat map is empty: add at least one column");
}

#[test]
fn a_number_without_a_place_on_its_axis_is_named() {
    let text = message(plot_of(DoseSeries::new("a").points(&[0.0, 1.0], &[1.0, 1.0])).svg());
    assert!(text.starts_with("doses of the points of \"a\"[0] is 0: a logarithmic axis"), "{text}");
    let text = message(plot_of(DoseSeries::new("a").points(&[1.0, 2.0], &[1.0, f64::NAN])).svg());
    assert!(text.starts_with("responses of the points of \"a\"[1] is NaN: only finite"), "{text}");
    let text = message(plot_of(curve().mark("IC50", -3.0)).svg());
    assert!(text.starts_with("IC50 of \"baricitinib\"[0] is -3: a logarithmic axis"), "{text}");
    let text = message(plot_of(DoseSeries::new("a").points(&[1.0], &[1e300])).svg());
    assert!(text.starts_with("responses of the points of \"a\"[0] is 1e300: an axis"), "{text}");
    let text = message(time_course().mark("wash-out", f64::INFINITY).svg());
    assert!(text.starts_with("time of \"wash-out\"[0] is inf: only finite"), "{text}");
    let map = HeatMap::new("t", ["a", "b"]).row("x", &[HeatCell::Refused, HeatCell::Value(0.0)]);
    assert!(message(map.svg()).starts_with("row \"x\"[1] is 0: a logarithmic"));
}

#[test]
fn lists_that_belong_together_have_one_length() {
    let text = message(plot_of(DoseSeries::new("a").curve(&DOSES, &[1.0])).svg());
    let expected =
        "responses of the curve of \"a\" has 1 entries where 5 are needed: give one for each";
    assert_eq!(text, expected);
    let text = message(heat_map().row("short", &[HeatCell::Refused]).svg());
    assert_eq!(text, "row \"short\" has 1 entries where 3 are needed: give one for each");
}

#[test]
fn places_along_a_line_rise() {
    let text = message(plot_of(DoseSeries::new("a").curve(&[1.0, 1.0], &[1.0, 2.0])).svg());
    assert!(text.starts_with("doses of the curve of \"a\"[1] is 1, not more than"), "{text}");
    let series = TimeSeries::new("b", &[5.0, 4.0], &[0.0, 0.0]);
    let text = message(TimeCoursePlot::new("t").series(series).svg());
    assert!(text.starts_with("times of \"b\"[1] is 4, not more than"), "{text}");
}

#[test]
fn bounds_are_in_order_and_a_band_says_what_it_is() {
    let text = message(plot_of(curve().error_bars(&[1.0], &[3.0], &[2.0])).svg());
    assert!(text.starts_with("error bars of \"baricitinib\"[0] goes from 3 to 2: swap"), "{text}");
    let silent = Band::new(" ", &DOSES, &[1.0; 5], &[2.0; 5]);
    let text = message(plot_of(curve().band(silent)).svg());
    assert!(text.starts_with("the text of the band of \"baricitinib\" is empty"), "{text}");
    let text = message(heat_map().range(100.0, 1.0).svg());
    assert!(text.starts_with("range of colours[0] goes from 100 to 1: swap"), "{text}");
}

#[test]
fn odd_but_drawable_input_is_drawn() {
    let far = DoseSeries::new("").points(&[1e-100, 1e100], &[-1e100, 1e100]);
    let single = TimeSeries::new("x", &[1e9], &[0.0]);
    let close = TimeSeries::new("x", &[1e9, 1e9 + 1e-6], &[1e-90, 2e-90]);
    let long = "unbroken".repeat(400);
    let pictures = [
        plot_of(far).svg(),
        TimeCoursePlot::new("").series(single).svg(),
        TimeCoursePlot::new("").value_name("").series(close).svg(),
        plot_of(curve()).response_name(long.clone()).dose_name(long).svg(),
        HeatMap::new("", [""]).row("", &[HeatCell::Refused]).svg(),
        heat_map().range(5.0, 5.0).svg(),
    ];
    for picture in pictures {
        let svg = picture.unwrap();
        assert!(well_formed(&svg) && !svg.contains("NaN") && !svg.contains("inf"));
    }
}

#[test]
fn a_picture_is_saved_as_it_is() {
    let folder = std::env::temp_dir().join(format!("jakstat-plot-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("heat_map.svg");
    heat_map().save(&file).unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), heat_map().svg().unwrap());
    std::fs::remove_dir_all(&folder).unwrap();
    let error = heat_map().save(&file).unwrap_err();
    assert!(error.to_string().ends_with("check that its folder exists and may be written to"));
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn a_linear_scale_takes_zero_and_a_two_sided_one_has_white_there() {
    use jakstat::plot::ColourScale;
    let map = HeatMap::new("t", ["a", "b", "c"]);
    let map = map.row("r", &[-2.0, 0.0, 1.0].map(HeatCell::Value));
    let told = map.svg().unwrap_err().to_string();
    assert!(told.contains("row \"r\"[0] is -2"), "{told}");
    let two_sided = map.clone().scale(ColourScale::TwoSided).svg().unwrap();
    // Zero is white, and the smaller side is paler than the larger.
    assert!(two_sided.to_uppercase().contains("#FFFFFF"));
    let linear = map.clone().scale(ColourScale::Linear).svg().unwrap();
    assert_ne!(linear, two_sided);
    for tick in ["−2", "0", "1"] {
        assert!(labels(&linear).iter().any(|label| label == tick), "{tick}: {:?}", labels(&linear));
    }
    let infinite = map.row("s", &[f64::INFINITY, 0.0, 0.0].map(HeatCell::Value));
    assert!(infinite.scale(ColourScale::Linear).svg().unwrap_err().to_string().contains("inf"));
}

#[test]
fn what_one_agent_never_reaches_has_a_key_of_its_own() {
    let svg = HeatMap::new("t", ["a"]).row("r", &[HeatCell::Undefined]).svg().unwrap();
    let labels = labels(&svg);
    assert!(labels.iter().any(|label| label.starts_with("undefined")), "{labels:?}");
}
