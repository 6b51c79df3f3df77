//! A campaign with names and texts that could break the formats of exported files.

use std::path::PathBuf;

use dripline::calendar::DateTime;
use dripline::campaign::document::Campaign;
use dripline::campaign::rehearsal::{Enter, People, Person, Rehearsal};
use dripline::storage::campaign_file::write::to_ron;
use dripline::workbench::samples;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;

use crate::common::samples::rehearse;

/// Markup, the end of a CDATA section, quotes, formulas, line breaks, right-to-left, and a name of 200 letters.
pub const NAMES: [&str; 8] = [
    "<script>alert(1)</script>",
    "]]> --> \"quoted\" 'single' & &amp; &#x41;",
    "=HYPERLINK(\"http://a.example\";\"b\")",
    "+1,2;3\r\n\tnext line\\n",
    "\u{202E}עברית من اليمين\u{202C}",
    "</style></svg></table>",
    "-@'\u{0}\u{7}\u{FFFE}\u{1F469}\u{200D}\u{1F680}",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW\
     WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
];

/// The first sample with these names everywhere, and with contacts that have them.
pub fn campaign() -> Campaign {
    let mut campaign = samples::first();
    campaign.name = NAMES[0].to_owned();
    campaign.directory.users.iter_mut().zip(NAMES).for_each(|(user, name)| user.name = name.to_owned());
    let sequence = &mut campaign.sequences[0];
    sequence.name = NAMES[1].to_owned();
    for (item, name) in sequence.items.iter_mut().zip(NAMES.iter().cycle()) {
        item.name = (*name).to_owned();
    }
    let person = |(place, name): (usize, &&str)| {
        let cells = [
            ("id", format!("{name}{place}")),
            ("first_name", (*name).to_owned()),
            ("email", format!("p{place}@example.com")),
            ("email_status", "confirmed".to_owned()),
            ("birthday", "1980-03-20".to_owned()),
            ("street", (*name).to_owned()),
            ("city", "A".to_owned()),
            ("country", "B".to_owned()),
        ];
        Person(cells.into_iter().map(|(key, cell)| (key.to_owned(), cell)).collect())
    };
    let local = |text: &str| DateTime::parse(text).expect(text);
    campaign.rehearsals = vec![Rehearsal {
        name: NAMES[3].to_owned(),
        of: campaign.rehearsed(NAMES[1]),
        people: People::People(NAMES.iter().enumerate().map(person).collect()),
        enter: Enter::At(local("2026-03-02T09:00")),
        until: local("2026-03-16T00:00"),
        breakpoints: Vec::new(),
    }];
    campaign
}

/// Runs its rehearsal, from a file.
pub fn rehearsed() -> (RunScene, RunWithVisits) {
    let folder = tempfile::tempdir().expect("a folder");
    let path: PathBuf = folder.path().join("hostile.ron");
    std::fs::write(&path, to_ron(&campaign())).expect("a file");
    rehearse(&path, NAMES[3])
}
