//! Contacts as people really have them: what must come out of each file of `tests/field` is in `expected.tsv`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dripline::calendar::{DateTime, Instant, Zone};
use dripline::campaign::fields::Field;
use dripline::contacts::mapping::Overrides;
use dripline::simulate::outcome::Outcome;
use dripline::simulate::run::Control;
use dripline::workbench::people::ContactsSource;
use dripline::workbench::scene::{Request, RunScene};
use dripline::workbench::simulate::{RunWithVisits, keep};

const FOLDER: &str = "tests/field";

/// A run of one file, with the campaign of the inputs.
struct FieldRun {
    scene: RunScene,
    run: RunWithVisits,
}

impl FieldRun {
    fn of(file: &str) -> Result<Self, String> {
        let letter = Path::new(FOLDER).join(file).with_file_name("letter.ron");
        let campaign = if letter.exists() { letter } else { Path::new(FOLDER).join("base.ron") };
        let enter = DateTime::parse_minutes("2026-03-02T09:00");
        let request = Request { campaign, sequence: None, enter, until: None, now: Instant::FIRST };
        let source = ContactsSource::File { path: PathBuf::from(FOLDER).join(file), overrides: Overrides::default() };
        let scene = RunScene::open(&request, Some(&source)).map_err(|error| error.to_string())?;
        let people = scene.people(&source).map_err(|error| error.to_string())?;
        let run = keep(&scene, &people, 2, &Control::default()).map_err(|error| error.to_string())?;
        Ok(Self { scene, run })
    }

    fn answer(&self, contact: &str, question: &str) -> Option<String> {
        if question == "people" {
            return Some(self.run.population.len().to_string());
        }
        let place = self.run.population.find(contact)?;
        let Some(item) = question.strip_prefix("item ") else {
            let (block, row) = self.run.population.places().locate(place as u64)?;
            let field = Field::named(question, &self.scene.campaign.directory)?;
            return Some(block.cell(field, row));
        };
        let (item, wants_time) = item.strip_suffix(" at").map_or((item, false), |item| (item, true));
        let item: u64 = item.parse().ok()?;
        let (segment, row) = self.run.run.locate(place as u64)?;
        let mut visits = segment.span(row).map(|index| segment.visit(index));
        let visit = visits.find(|visit| self.scene.plan.items()[visit.rank as usize].item.item == item)?;
        Some(match (wants_time, visit.outcome) {
            (true, _) => new_york().local_at(visit.due?).to_string(),
            (false, Outcome::Skipped(reason)) => reason.word().to_owned(),
            (false, outcome) => outcome.word().to_owned(),
        })
    }
}

fn new_york() -> Zone {
    Zone::named("America/New_York").expect("a zone")
}

#[test]
fn every_input_comes_out_as_its_table_says() {
    let table = std::fs::read_to_string(Path::new(FOLDER).join("expected.tsv")).expect("a table");
    let mut runs: BTreeMap<&str, Result<FieldRun, String>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [file, contact, question, wanted] = cells[..] else { panic!("{line}") };
        let run = runs.entry(file).or_insert_with(|| FieldRun::of(file));
        let answer = match run {
            Ok(run) => run.answer(contact, question).unwrap_or_else(|| "no answer".to_owned()),
            Err(why) => why.clone(),
        };
        if !wanted.split('|').any(|wanted| wanted == answer) {
            wrong.push(format!("{file} {contact} {question}: {answer}, not {wanted}"));
        }
    }
    assert!(runs.len() > 20, "{} files", runs.len());
    assert!(wrong.is_empty(), "{} of the answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
