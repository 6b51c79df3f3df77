//! Tries to run a formula or a script from every text that a user can type, in all exported files. Other programs'
//! parsers and a separate scanner read the files, not the code that wrote them.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{DataType, Reader, Xlsx, open_workbook};
use dripline::campaign::document::Campaign;
use dripline::campaign::rehearsal::{People, Person};
use dripline::simulate::run::Control;
use dripline::storage::campaign_file::{parse, to_ron};
use dripline::storage::contacts_file::write::write_contacts;
use dripline::workbench::exports::ALL;
use dripline::workbench::exports::export::{Choices, ExportSource, save};
use dripline::workbench::exports::page::page;
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;

use crate::common::samples::rehearse;
use crate::results::markup::Markup;

/// Texts that a spreadsheet could run.
const FORMULAS: [&str; 14] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "  =1",
    "\u{A0}\u{200B}\u{FEFF}=1",
    "\"=1\",=2;=3\t=4\n=5",
];

/// Texts that a browser could run.
const MARKUP: [&str; 18] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//a.example></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><foreignObject>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x'>\"/></svg>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<iframe src='data:text/html,<script>alert(1)</script>'>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "<b class=\"never closed",
    "<b class='never closed",
    "<!-- a comment",
    "--><!--><script>",
    "</style></title></svg></table><script>",
    "]]><![CDATA[<script>",
    "&lt;script&gt; &#60;script&#62; &#x3c;script&#x3e; &nosuch; &",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "expression(alert(1)); } @import url(http://a.example); x{background:url(javascript:1)",
];

/// The example campaign, with every text of the user (including names that refer to other entries) replaced by an
/// attack. Equal texts stay equal, and different texts stay different.
fn attacked(attacks: &[&str]) -> Campaign {
    let source = include_str!("../../spec/example.ron");
    // Columns, a time zone, a required address: the user can't choose these texts freely.
    let kept = ["America/New_York", "birthday", "first_name", "street", "city", "USD", "ship@example.com"];
    let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || "-T:.".contains(letter));
    let mut replaced = BTreeMap::new();
    let (mut text, mut rest) = (String::new(), source);
    while let Some(start) = rest.find('"') {
        let end = start + 1 + rest[start + 1..].find('"').expect("its end");
        let old = &rest[start + 1..end];
        text.push_str(&rest[..start]);
        if kept.contains(&old) || is_number(old) {
            text.push_str(&rest[start..=end]);
        } else {
            let next = replaced.len();
            let attack = replaced.entry(old).or_insert_with(|| format!("{}{old}", attacks[next % attacks.len()]));
            // Rust's `{:?}` escapes a text as RON does, so the escapes of the source are first undone.
            text.push_str(&format!("{:?}", attack.replace("\\n", "\n")));
        }
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    assert!(replaced.len() > 60, "{}", replaced.len());
    let mut campaign = parse(&text, std::path::Path::new("t.ron")).unwrap_or_else(|error| panic!("{error}")).campaign;
    campaign.rehearsals[0].people = People::People(people(&campaign, attacks));
    // Every contact must be able to run every item: all items are ready, and no timer holds contacts.
    let sequence = &mut campaign.sequences[0];
    sequence.items.iter_mut().for_each(|item| item.ready = true);
    sequence.links.retain(|&(from, to)| from != 7 && to != 7);
    campaign
}

/// One contact for each attack, with the attack in every cell that accepts any text.
fn people(campaign: &Campaign, attacks: &[&str]) -> Vec<Person> {
    let texts = ["first_name", "last_name", "phone", "fax", "company", "job_title", "street", "city", "state"];
    let more = ["postal_code", "country", "email"];
    let own = campaign.directory.custom_fields.last().expect("a field for texts").key.clone();
    let person = |(place, attack): (usize, &&str)| {
        let mut cells: Vec<(String, String)> =
            texts.iter().chain(&more).map(|key| ((*key).to_owned(), (*attack).to_owned())).collect();
        cells.push(("id".to_owned(), format!("{attack}{place}")));
        cells.push(("email_status".to_owned(), "confirmed".to_owned()));
        cells.push(("birthday".to_owned(), "1980-06-20".to_owned()));
        cells.push(("tags".to_owned(), campaign.directory.tags[1].replace(';', ",")));
        cells.push(("owner".to_owned(), campaign.directory.users[place % 2].id.clone()));
        cells.push((own.clone(), (*attack).to_owned()));
        Person(cells.into_iter().collect())
    };
    attacks.iter().enumerate().map(person).collect()
}

/// The run of the rehearsal, from a file.
fn run(attacks: &[&str]) -> (RunScene, RunWithVisits) {
    let campaign = attacked(attacks);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("attacked.ron");
    std::fs::write(&path, to_ron(&campaign)).expect("a file");
    let run = rehearse(&path, &campaign.rehearsals[0].name);
    assert_eq!(run.1.population.len(), attacks.len(), "nobody is left out");
    run
}

/// Every CSV that can be exported from a run.
fn tables((scene, kept): &(RunScene, RunWithVisits)) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    let folder = tempfile::tempdir().expect("a folder");
    let run = RunAtInstant::new(scene, kept, scene.until, scene.until);
    for (export, form) in ALL.iter().filter_map(|export| Some((export, export.form_of("csv")?))) {
        let path = folder.path().join(export.name);
        save(form, ExportSource::Run(&run), &Choices::default(), &path, &Control::default()).expect("a file");
        all.push((export.name, std::fs::read(&path).expect("a file")));
    }
    assert_eq!(all.len(), 8, "events, effects, assignments, those for people, and the report");
    let mut out = Vec::new();
    write_contacts(&mut out, &scene.layout, kept.population.blocks()).expect("memory");
    all.push(("contacts", out));
    all.into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text"))).collect()
}

/// Whether a spreadsheet may read a cell as a formula. Some ignore blanks and zero-width characters before it.
fn could_run(cell: &str) -> bool {
    let begins = cell.trim_start_matches(|letter: char| letter.is_whitespace() || "\u{200B}\u{FEFF}".contains(letter));
    begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || cell.starts_with(['\t', '\r'])
}

#[test]
fn no_cell_of_any_table_is_a_formula() {
    assert!(FORMULAS[..13].iter().all(|text| could_run(text)));
    let attacks: Vec<&str> = FORMULAS.iter().chain(&MARKUP).copied().collect();
    let run = run(&attacks);
    for (name, text) in tables(&run) {
        // All rows have as many cells as the header.
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows = 0;
        let mut guarded = 0;
        for record in reader.records() {
            let record = record.unwrap_or_else(|error| panic!("{name}: {error}"));
            for cell in &record {
                assert!(!could_run(cell), "{name}: {cell:?}");
                guarded += usize::from(cell.starts_with('\''));
            }
            rows += 1;
        }
        assert!(rows > 10, "{name}: {rows} rows");
        assert!(guarded > 5, "{name}: only {guarded} cells were guarded, so little was tried");
        // An unclosed quote would let another program see other cells.
        let mut open = false;
        for line in text.lines() {
            open ^= line.matches('"').count() % 2 == 1;
        }
        assert!(!open, "{name}");
    }
}

#[test]
fn no_cell_of_any_spreadsheet_is_a_formula_and_every_attack_is_a_text() {
    let attacks: Vec<&str> = FORMULAS.iter().chain(&MARKUP).copied().collect();
    let (scene, kept) = run(&attacks);
    let folder = tempfile::tempdir().expect("a folder");
    let rehearsed = RunAtInstant::new(&scene, &kept, scene.until, scene.until);
    let mut texts = BTreeSet::new();
    let mut files = 0;
    for (export, form) in ALL.iter().filter_map(|export| Some((export, export.form_of("xlsx")?))) {
        let path = folder.path().join(export.name);
        save(form, ExportSource::Run(&rehearsed), &Choices::default(), &path, &Control::default()).expect("a file");
        let mut workbook: Xlsx<_> = open_workbook(&path).expect("a spreadsheet");
        for (name, range) in workbook.worksheets() {
            let formulas = workbook.worksheet_formula(&name).expect("a sheet");
            assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
            texts.extend(range.used_cells().filter_map(|(_, _, cell)| cell.get_string().map(str::to_owned)));
        }
        files += 1;
    }
    assert_eq!(files, 5);
    for attack in attacks {
        // The name of a contact is its first and last name, each of which is the attack.
        let is_there = texts.iter().any(|text| text.contains(attack.trim()));
        assert!(is_there || attack.contains(['\r', '\n']), "{attack:?}");
    }
}

#[test]
fn every_attack_comes_through_as_the_text_it_is() {
    let attacks: Vec<&str> = FORMULAS.iter().chain(&MARKUP).copied().collect();
    let (scene, kept) = run(&attacks);
    let tables = tables(&(scene, kept));
    let (_, contacts) = tables.iter().find(|(name, _)| *name == "contacts").expect("contacts");
    let mut reader = csv::Reader::from_reader(contacts.as_bytes());
    let company = reader.headers().expect("a header").iter().position(|name| name == "company").expect("a column");
    let found: Vec<String> = reader.records().map(|row| row.expect("a row")[company].to_owned()).collect();
    for attack in attacks {
        let plain = found.iter().any(|cell| cell == attack || cell.strip_prefix('\'') == Some(attack));
        assert!(plain, "{attack:?}");
    }
}

#[test]
fn no_text_of_the_page_is_markup() {
    for (attacks, name) in [(&MARKUP[..], "markup"), (&FORMULAS[..], "formulas")] {
        let (scene, kept) = run(attacks);
        let clocks = [crate::common::samples::middle(&kept), scene.until];
        for clock in clocks {
            let html = page(&RunAtInstant::new(&scene, &kept, clock, clock));
            let found = Markup::scan(&html).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(found.texts.iter().any(|text| text.contains(attacks[0].trim())), "{name}: the title is there");
        }
    }
}

#[test]
fn no_text_turns_what_stands_beside_it_around() {
    let (scene, kept) = run(&["\u{202E}evil", "\u{2067}evil"]);
    let html = page(&RunAtInstant::new(&scene, &kept, scene.until, scene.until));
    // An unclosed direction mark must be in an isolated element, so that its effect ends there.
    let mut seen = 0;
    for (at, mark) in html.match_indices(['\u{202E}', '\u{2067}']) {
        // Attributes are read aloud, so their writing direction doesn't matter.
        if html[..at].rfind('<') > html[..at].rfind('>') {
            continue;
        }
        seen += 1;
        let rest = &html[at + mark.len()..];
        let next = &rest[rest.find('<').expect("a tag")..];
        // A `tspan` is part of a note, and has only the rest of the note around it.
        let isolated = ["</bdi>", "</title>", "</text>", "</tspan>"];
        let around: String = html[..at].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect();
        assert!(isolated.iter().any(|tag| next.starts_with(tag)), "{around}{}", &rest[..rest.len().min(120)]);
    }
    assert!(seen > 50, "only {seen} were looked at");
}
