//! The tables of the page.

use crate::calendar::words::capital;
use crate::campaign::text::thousands;
use crate::report::table::ItemRow;

use super::contents::{PageContents, Stretches};
use super::html::Html;
use super::wording;

pub(super) fn statuses(html: &mut Html, page: &PageContents<'_>) {
    html.section("first", &wording::contacts_heading(page), |html| {
        html.element("ul class=\"states\"", |html| {
            for (status, count) in &page.report.contacts {
                html.element("li", |html| {
                    html.tagged("b", &thousands(*count));
                    html.tagged("span", wording::status_words(*status));
                });
            }
        });
    });
}

const STATES: [(&str, &str); 4] = [("ran", "ran"), ("waiting", "waiting"), ("held", "held"), ("skipped", "skipped")];

pub(super) fn items(html: &mut Html, page: &PageContents<'_>) {
    html.section("new", wording::ITEMS, |html| {
        html.paragraph(wording::HOW_COUNTED);
        html.element("p class=\"key\"", |html| {
            for (class, word) in STATES {
                html.element(&format!("i class=\"{class}\""), |_| ()).text(word);
            }
        });
        html.table(&wording::ITEM_COLUMNS, |html| rows(html, page));
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
            html.name(&row.label);
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
    html.section("after", wording::NOT_REACHED, |html| {
        html.table(&wording::NOT_REACHED_COLUMNS, |html| {
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
    html.table(&wording::period_columns(&period), |html| {
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

pub(super) fn users(html: &mut Html, page: &PageContents<'_>) {
    if page.users.is_empty() {
        return;
    }
    html.tagged("h3", wording::USERS);
    html.table(&wording::USER_COLUMNS, |html| {
        for (name, load) in &page.users {
            html.element("tr", |html| {
                html.named("td", name);
                for hours in [&load.tasks, &load.opportunities, &load.owners] {
                    html.number(hours.total());
                }
                html.cell(&wording::busiest(&load.tasks));
            });
            html.raw("\n");
        }
    });
}

pub(super) fn crowded(html: &mut Html, page: &PageContents<'_>) {
    if page.crowded.is_empty() {
        return;
    }
    html.tagged("h3", wording::CROWDED);
    html.table(&wording::CROWDED_COLUMNS, |html| {
        for day in &page.crowded {
            html.element("tr", |html| {
                html.date(&day.day).number(day.crowded.persons);
                html.element("td", |html| {
                    for (place, (person, emails)) in day.people.iter().enumerate() {
                        html.text(if place > 0 { ", " } else { "" }).name(person).text(&format!(" ({emails})"));
                    }
                    html.text(&wording::and_more(day));
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
    html.section("after", wording::PROBLEMS, |html| {
        html.table(&wording::PROBLEM_COLUMNS, |html| {
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
