//! The tables of the page.

use crate::calendar::words::long_date;
use crate::campaign::text::thousands;
use crate::report::load::HourCounts;
use crate::report::table::ItemRow;
use crate::simulate::outcome::Status;

use super::contents::{PageContents, Stretches};
use super::html::Html;

/// The words for a contact's status on the page.
pub fn status_words(status: Status) -> &'static str {
    match status {
        Status::Active => "are waiting at a timer",
        Status::Held => "are held",
        Status::FellOut => "dropped out",
        Status::Queued => "have finished",
        Status::NotEntered => "have not entered",
    }
}

pub(super) fn statuses(html: &mut Html, page: &PageContents<'_>) {
    let all: u64 = page.report.contacts.iter().map(|(_, count)| count).sum();
    html.section("first", &format!("{} contacts", thousands(all)), |html| {
        html.element("ul class=\"states\"", |html| {
            for (status, count) in &page.report.contacts {
                html.element("li", |html| {
                    html.tagged("b", &thousands(*count));
                    html.tagged("span", status_words(*status));
                });
            }
        });
    });
}

const STATES: [(&str, &str); 4] = [("ran", "ran"), ("waiting", "waiting"), ("held", "held"), ("skipped", "skipped")];

pub(super) fn items(html: &mut Html, page: &PageContents<'_>) {
    html.section("new", "Items", |html| {
        html.paragraph(
            "Each contact who reached an item is counted there once: reached = ran + waiting + held + skipped.",
        );
        html.element("p class=\"key\"", |html| {
            for (class, word) in STATES {
                html.element(&format!("i class=\"{class}\""), |_| ()).text(word);
            }
        });
        let columns = [
            ("Item", false),
            ("Reached", true),
            ("Ran", true),
            ("Waiting", true),
            ("Held", true),
            ("Skipped", true),
            ("Why skipped", false),
        ];
        html.table(&columns, |html| rows(html, page));
    });
}

fn rows(html: &mut Html, page: &PageContents<'_>) {
    let standing = page.standing.iter().copied().chain(std::iter::repeat(""));
    page.report.items.iter().zip(standing).for_each(|(row, standing)| item(html, row, standing));
}

fn item(html: &mut Html, row: &ItemRow, standing: &str) {
    let counts = [row.ran, row.waiting, row.held, row.skipped_in_all()];
    html.element("tr", |html| {
        html.element("td", |html| {
            html.name(row.called());
            html.tagged(
                "small",
                &match standing {
                    "" => format!("{} · item {}", row.kind, row.item.item),
                    standing => format!("{} · item {} · {standing}", row.kind, row.item.item),
                },
            );
            if row.reached > 0 {
                html.element("div class=\"bar\"", |html| {
                    for ((class, _), count) in STATES.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
                        // In hundredths of a per cent, which is enough for a bar, and the same on every machine.
                        let part = u128::from(count) * 10_000 / u128::from(row.reached);
                        let width = format!("{}.{:02}", part / 100, part % 100);
                        html.element(&format!("i class=\"{class}\" style=\"width:{width}%\""), |_| ());
                    }
                });
            }
        });
        html.number(row.reached);
        for count in counts {
            html.number(count);
        }
        html.element("td class=\"why\"", |html| {
            for (reason, count) in &row.skipped {
                html.element("div", |html| {
                    html.tagged("b", &thousands(*count)).text(": ").text(reason.sentence());
                });
            }
        });
    });
    html.raw("\n");
}

pub(super) fn unreached(html: &mut Html, page: &PageContents<'_>) {
    if page.unreached.is_empty() {
        return;
    }
    html.section("after", "Not reached", |html| {
        html.table(&[("Item", false), ("Why no contact reached it", false)], |html| {
            for (item, why) in &page.unreached {
                html.element("tr", |html| {
                    html.named("td", item);
                    html.named("td", why);
                });
                html.raw("\n");
            }
        });
    });
}

pub(super) fn stretches(html: &mut Html, stretches: &Stretches) {
    let period = capital(stretches.period);
    let columns = [(period.as_str(), false), ("Ran", true), ("Skipped", true), ("Ran most", false)];
    html.table(&columns, |html| {
        for stretch in &stretches.rows {
            html.element("tr", |html| {
                html.date(&capital(&stretch.when)).number(stretch.ran).number(stretch.skipped);
                html.element("td", |html| {
                    for (place, (name, count)) in stretch.most.iter().enumerate() {
                        html.text(if place > 0 { ", " } else { "" })
                            .name(name)
                            .text(&format!(" {}", thousands(*count)));
                    }
                });
            });
            html.raw("\n");
        }
    });
}

/// A text with a capital.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

pub(super) fn users(html: &mut Html, page: &PageContents<'_>) {
    if page.users.is_empty() {
        return;
    }
    html.tagged("h3", "What each user gets");
    let columns = [
        ("User", false),
        ("Tasks", true),
        ("Opportunities", true),
        ("Contacts", true),
        ("Most tasks in an hour", false),
    ];
    html.table(&columns, |html| {
        for (name, load) in &page.users {
            html.element("tr", |html| {
                html.named("td", name);
                for hours in [&load.tasks, &load.opportunities, &load.owners] {
                    html.number(hours.total());
                }
                html.cell(&busiest(&load.tasks));
            });
            html.raw("\n");
        }
    });
}

/// The hour with the most assignments, as `31 on Mon 9 Mar 2026 from 09:00`; empty if there is none.
pub fn busiest(hours: &HourCounts) -> String {
    match hours.busiest() {
        Some((day, hour, count)) => format!("{} on {} from {hour:02}:00", thousands(count), long_date(day)),
        None => String::new(),
    }
}

pub(super) fn crowded(html: &mut Html, page: &PageContents<'_>) {
    if page.crowded.is_empty() {
        return;
    }
    html.tagged("h3", "More than one email on one day");
    html.table(&[("Day", false), ("Contacts", true), ("Which contacts, and how many emails", false)], |html| {
        for day in &page.crowded {
            html.element("tr", |html| {
                html.date(&day.day).number(day.crowded.persons);
                html.element("td", |html| {
                    for (place, (person, emails)) in day.people.iter().enumerate() {
                        html.text(if place > 0 { ", " } else { "" }).name(person).text(&format!(" ({emails})"));
                    }
                    let more = day.crowded.persons.saturating_sub(day.people.len() as u64);
                    if more > 0 {
                        html.text(&format!(" and {} more", thousands(more)));
                    }
                });
            });
            html.raw("\n");
        }
    });
}

pub(super) fn findings(html: &mut Html, page: &PageContents<'_>) {
    if page.findings.is_empty() {
        return;
    }
    html.section("after", "Problems in the sequence", |html| {
        html.table(&[("", false), ("Problem", false), ("What to do", false)], |html| {
            for note in &page.findings {
                html.element("tr", |html| {
                    html.tagged(&format!("td class=\"{}\"", note.severity), note.severity);
                    html.named("td", &note.message);
                    html.named("td", &note.help);
                });
                html.raw("\n");
            }
        });
    });
}
