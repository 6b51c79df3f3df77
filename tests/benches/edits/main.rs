//! Measures edits of a campaign of 10,000 items, and what they cause: `cargo bench --bench edits`.

#[path = "../short.rs"]
#[allow(dead_code)]
mod short;

use std::path::Path;
use std::time::{Duration, Instant};

use dripline::campaign::edit::{CanvasEdit, Edit};
use dripline::campaign::history::Grouping;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::item::Position;
use dripline::campaign::selection::Selection;
use dripline::campaign::tidy::{Extent, Page, tidy};
use dripline::campaign::uses::count_all;
use dripline::findings::check;
use dripline::storage::campaign_file::{parse, to_ron};
use dripline::workbench::editor::Editor;
use dripline::workbench::find::find;
use short::pick;

// The same allocator as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Tracks of emails and timers, each after its own Start, as the text of a campaign file.
fn large(count: u64) -> String {
    let mut items = String::new();
    let mut links = String::new();
    for id in 1..=count {
        let (column, row) = ((id - 1) % 20, (id - 1) / 20);
        let kind = match column {
            0 => "kind: Start",
            column if column % 3 == 1 => {
                "kind: DelayTimer(schedule: (wait: 3, unit: Days, run_on: Weekdays, time: At(\"08:00\"), zone: Contact))"
            }
            _ => "ready: true, kind: Email(to: Contact, subject: \"News\", body: \"Dear ~Contact.FirstName~\")",
        };
        items +=
            &format!("(id: {id}, name: \"Item {id}\", position: ({}.0, {}.0), {kind}),\n", column * 200, row * 140);
        if column > 0 {
            links += &format!("({}, {id}),\n", id - 1);
        }
    }
    format!(
        "#![enable(implicit_some)]\nCampaign(format: 1, name: \"Large\", time_zone: \"America/New_York\", \
         sequences: [(name: \"Large\", items: [{items}], links: [{links}])])"
    )
}

/// The median of several times.
fn time<T>(mut what: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..pick(15, 1))
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(what());
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let count = pick(10_000, 200);
    let middle = count / 2;
    let text = large(count);
    let campaign = parse(&text, Path::new("large.ron")).expect("a campaign").campaign;
    let mut editor = Editor::of(campaign.clone());
    let selection = Selection::none(SequenceId::default());
    let mut apply = |edit: CanvasEdit, grouping: Grouping| {
        editor.apply(&Edit::Canvas(SequenceId::default(), edit), &selection, grouping).expect("an edit");
    };
    let mut x = 0.0;
    let moved = time(|| {
        x += 20.0;
        apply(CanvasEdit::Move(vec![(middle, Position(x, 0.0))]), Grouping::Alone);
    });
    let mut item = campaign.sequences[0].items[middle as usize].clone();
    let typed = time(|| {
        item.name.push('a');
        apply(CanvasEdit::SetItem(item.clone()), Grouping::With(1));
    });
    let mut id = 100;
    let removed = time(|| {
        id += 1;
        apply(CanvasEdit::Remove(vec![id]), Grouping::Alone);
    });
    let undone = time(|| editor.undo());
    let redone = time(|| editor.redo());
    let extent = |_| Extent { left: 60.0, right: 60.0, up: 32.0, down: 60.0 };
    let opened = time(|| {
        let loaded = parse(&text, Path::new("large.ron")).expect("a campaign");
        check(&loaded.campaign, None, None).len()
    });
    let report = [
        ("move one item", moved),
        ("type a letter", typed),
        ("remove one item", removed),
        ("undo", undone),
        ("redo", redone),
        ("parse and check", opened),
        ("check", time(|| check(&campaign, None, None).len())),
        ("clone", time(|| campaign.clone())),
        ("tidy", time(|| tidy(&campaign.sequences[0], &extent, Page::default()))),
        ("find", time(|| find(&campaign, "no such text"))),
        ("count uses", time(|| count_all(&campaign))),
        ("write", time(|| to_ron(&campaign).len())),
    ];
    for (what, took) in report {
        println!("{what:>16} {:8.2} ms", took.as_secs_f64() * 1e3);
    }
}
