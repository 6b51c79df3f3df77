//! Documents with pages: read back by another program's reader.

use dripline::calendar::Instant;
use dripline::picture::paper::Paper;
use dripline::simulate::run::Control;
use dripline::workbench::exports::canvas::CANVAS;
use dripline::workbench::exports::counts::REPORT;
use dripline::workbench::exports::export::{self, Choices, Export, ExportSource};
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::samples::SAMPLES;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;
use lopdf::{Document, Object};

use crate::common::samples::sample;
use crate::results::hostile;

fn saved((scene, kept): &(RunScene, RunWithVisits), export: &Export, paper: Paper) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("document");
    let rehearsed = RunAtInstant::new(
        scene,
        kept,
        scene.until,
        Instant::parse_with_offset("2026-03-01T12:34Z").expect("an instant"),
    );
    let choices = Choices { paper, ..Choices::default() };
    let form = export.form_of("pdf").expect("a form");
    export::save(form, ExportSource::Run(&rehearsed), &choices, &path, &Control::default()).expect("saved");
    std::fs::read(&path).expect("a file")
}

/// The text of a document, without blanks: readers put them where they see gaps.
fn text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    squeezed(&document.extract_text(&pages).expect("text"))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect()
}

/// Width and height of each page.
fn sizes(document: &Document) -> Vec<(i64, i64)> {
    let size = |id: &lopdf::ObjectId| {
        let page = document.get_dictionary(*id).expect("a page");
        let area = page.get(b"MediaBox").and_then(Object::as_array).expect("a size");
        let number = |place: usize| area[place].as_float().expect("a number").round() as i64;
        (number(2), number(3))
    };
    document.get_pages().values().map(size).collect()
}

/// Whether every font of a document has its glyphs in the file.
fn all_fonts_are_embedded(document: &Document) -> bool {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let descriptors: Vec<_> =
        dictionaries.filter(|each| each.get_type().is_ok_and(|kind| kind == b"FontDescriptor")).collect();
    let is_embedded = |each: &&lopdf::Dictionary| each.has(b"FontFile2") || each.has(b"FontFile3");
    !descriptors.is_empty() && descriptors.iter().all(is_embedded)
}

#[test]
fn the_report_of_every_sample_can_be_read_on_paper() {
    for file in SAMPLES {
        let run = sample(file.file);
        for paper in Paper::ALL {
            let bytes = saved(&run, &REPORT, paper);
            let document = Document::load_mem(&bytes).expect("a PDF");
            assert!(all_fonts_are_embedded(&document), "{}", file.file);
            let text = text(&document);
            let report = run.1.report(&run.0);
            for row in &report.items {
                let words: Vec<&str> = row.called().split_whitespace().take(2).collect();
                assert!(text.contains(&squeezed(&words.join(""))), "{}: {} in {text}", file.file, row.called());
            }
            let (width, height) = paper.size();
            let (width, height) = (width.round() as i64, height.round() as i64);
            let sizes = sizes(&document);
            assert!(sizes.iter().all(|size| *size == (width, height) || *size == (height, width)), "{sizes:?}");
            assert!(text.contains(&format!("Page1of{}", sizes.len())), "{text}");
            assert!(text.contains("Whyskipped") && text.contains("Thesequence"));
        }
    }
}

#[test]
fn the_canvas_of_every_sample_can_be_searched() {
    for file in SAMPLES {
        let run = sample(file.file);
        let document = Document::load_mem(&saved(&run, &CANVAS, Paper::A4)).expect("a PDF");
        assert!(all_fonts_are_embedded(&document));
        let text = text(&document);
        for item in &run.0.sequence().items {
            let first: &str = item.called().split_whitespace().next().unwrap_or("");
            assert!(text.contains(&squeezed(first)), "{}: {first} in {text}", file.file);
        }
    }
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    let run = sample("welcome.ron");
    assert_eq!(saved(&run, &REPORT, Paper::A4), saved(&run, &REPORT, Paper::A4));
    assert_eq!(saved(&run, &CANVAS, Paper::A4), saved(&run, &CANVAS, Paper::A4));
}

#[test]
fn hostile_names_are_drawn() {
    let run = hostile::rehearsed();
    for export in [&REPORT, &CANVAS] {
        let document = Document::load_mem(&saved(&run, export, Paper::Letter)).expect("a PDF");
        assert!(!document.get_pages().is_empty());
    }
}
