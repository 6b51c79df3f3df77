//! The report as a PDF: the contents of the report's page, put on sheets of paper.

use std::io::Write;

use crate::calendar::words::capital;
use crate::calendar::{Instant, Zone};
use crate::campaign::text::thousands;
use crate::picture::paper::Paper;
use crate::picture::pdf::blocks::{self, TextLook};
use crate::picture::pdf::document::PdfAbout;
use crate::picture::pdf::flow::{self, DocPiece, PieceStart};
use crate::picture::pdf::table::{PdfCell, PdfColumn, table};
use crate::picture::svg::Svg;
use crate::picture::theme::ColorRole;
use crate::report::table::ItemRow;
use crate::simulate::outcome::Status;
use crate::simulate::run::Control;
use crate::storage::exports::page::contents::{Figure, PageContents};
use crate::storage::exports::page::wording::{self, Caption};
use crate::storage::output::Output;
use crate::workbench::failure::Failure;
use crate::workbench::picture::{encode_pages, too_large_to_print};

use super::page::with_contents;
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// The largest height of a plot, in points.
const PLOT: f32 = 260.0;
/// The largest height of the picture of the sequence. A page can be lower.
const CANVAS: f32 = 720.0;

/// Writes the report as a document.
pub(super) fn write(out: Output, rehearsed: &RunAtInstant<'_>, paper: Paper, control: &Control) -> Result<(), Failure> {
    control.check()?;
    let (pieces, title, letters) =
        with_contents(rehearsed, |page| (pieces(page, paper), page.title.to_owned(), letters(page)));
    control.check()?;
    let foot = format!("{title}. A rehearsal with simulated time: nothing was sent.");
    let (pages, bookmarks) = flow::pages(&pieces, paper, &foot);
    let about = PdfAbout { title, made: Some(made(rehearsed.now)), bookmarks };
    let bytes = encode_pages(&about, &pages, letters.into_iter(), control)?;
    whole(out, control, |out| out.write_all(&bytes))
}

/// When it was made, in UTC.
fn made(now: Instant) -> (u16, [u8; 5]) {
    let local = Zone::utc().local_at(now);
    let ((year, month, day), second) = (local.date().civil(), local.second_of_day());
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let time = [part(second / 3_600), part(second / 60 % 60), part(second % 60)];
    (u16::try_from(year).unwrap_or_default(), [month as u8, day as u8, time[0], time[1], time[2]])
}

/// The characters of the document.
fn letters(page: &PageContents<'_>) -> Vec<char> {
    let texts = page.report.items.iter().map(|row| row.label.as_str());
    let findings = page.findings.iter().map(|finding| finding.message.as_str());
    let facts = page.facts.iter().map(|(_, fact)| fact.as_str());
    let people = page.crowded.iter().flat_map(|day| day.people.iter().map(|(name, _)| name.as_str()));
    let users = page.users.iter().map(|(name, _)| name.as_str());
    let all = texts.chain(findings).chain(facts).chain(people).chain(users);
    let figures = [page.canvas.svg.as_str()];
    all.chain(figures).flat_map(str::chars).collect()
}

/// The document's text.
fn pieces(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    let mut all =
        vec![blocks::title(page.title, paper), blocks::lead(&format!("{}, {}", page.sequence, page.lead), paper)];
    all.extend(page.facts.iter().map(|(label, fact)| blocks::fact(label, fact, paper)));
    // The first fact keeps its distance from the title.
    if let Some(first) = all.get_mut(2) {
        first.above = 14.0;
    }
    all.extend(statuses(page, paper));
    let tables = items(page, paper).into_iter().chain(unreached(page, paper));
    match page.canvas.is_wide {
        // The picture has its own page. At the end, it leaves no page before it half empty.
        true => all.extend(tables),
        false => all.extend(canvas(page, paper).into_iter().chain(tables)),
    }
    all.extend(over_time(page, paper));
    all.extend(load(page, paper));
    all.extend(findings(page, paper));
    all.push(blocks::paragraph(&page.foot, TextLook::MUTED, paper));
    if page.canvas.is_wide {
        all.extend(canvas(page, paper));
    }
    all
}

fn statuses(page: &PageContents<'_>, paper: Paper) -> [DocPiece; 2] {
    let tile = |(status, count): &(Status, u64)| (thousands(*count), wording::status_words(*status));
    let tiles: Vec<_> = page.report.contacts.iter().map(tile).collect();
    let heading = blocks::heading(&wording::contacts_heading(page), PieceStart::Below, paper);
    [heading, blocks::tiles(&tiles, paper)]
}

fn canvas(page: &PageContents<'_>, paper: Paper) -> [DocPiece; 2] {
    let start = if page.canvas.is_wide { PieceStart::Across } else { PieceStart::Below };
    match too_large_to_print(page.report.items.len()) {
        None => [blocks::heading(wording::SEQUENCE, start, paper), figure(&page.canvas, CANVAS)],
        Some(why) => {
            let heading = blocks::heading(wording::SEQUENCE, PieceStart::Below, paper);
            [heading, blocks::paragraph(&why, TextLook::MUTED, paper)]
        }
    }
}

fn figure(figure: &Figure, highest: f32) -> DocPiece {
    let (width, height) = figure.size;
    blocks::figure(Svg { text: figure.svg.clone(), width, height }, highest)
}

/// The columns of a table, with their shares of its width in per cent.
fn columns<'a, const N: usize>(captions: [Caption<'a>; N], shares: [f32; N]) -> [PdfColumn<'a>; N] {
    std::array::from_fn(|place| {
        let (caption, is_number) = captions[place];
        PdfColumn { caption, share: shares[place], is_number }
    })
}

/// A number; a zero is less visible.
fn number(count: u64) -> PdfCell {
    PdfCell::of(thousands(count), if count == 0 { TextLook::MUTED } else { TextLook::BODY })
}

fn items(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    let columns = columns(wording::ITEM_COLUMNS, [29.0, 10.0, 10.0, 10.0, 8.0, 10.0, 29.0]);
    let standing = page.standing.iter().copied().chain(std::iter::repeat(""));
    let rows = page.report.items.iter().zip(standing).map(|(row, standing)| item(row, standing));
    let mut pieces = vec![
        blocks::heading(wording::ITEMS, PieceStart::Below, paper),
        DocPiece { keeps_next: true, ..blocks::paragraph(wording::HOW_COUNTED, TextLook::MUTED, paper) },
    ];
    pieces.extend(table(&columns, rows, paper));
    pieces
}

fn item(row: &ItemRow, standing: &str) -> Vec<PdfCell> {
    let about = if standing.is_empty() { row.kind.to_owned() } else { format!("{} · {standing}", row.kind) };
    let parts = [
        (ColorRole::Ran, row.ran),
        (ColorRole::Waiting, row.waiting),
        (ColorRole::Held, row.held),
        (ColorRole::Skipped, row.skipped_in_all()),
    ];
    let of_all = |count: u64| count as f32 / row.reached.max(1) as f32;
    let name = PdfCell {
        texts: vec![(row.label.clone(), TextLook::STRONG), (about, TextLook::MUTED)],
        bar: parts.into_iter().filter(|(_, count)| *count > 0).map(|(ink, count)| (ink, of_all(count))).collect(),
    };
    let reasons = row.skipped.iter().map(|(reason, count)| {
        (format!("{}: {}", thousands(*count), reason.sentence()), TextLook { size: 8.0, ..TextLook::BODY })
    });
    let counts = [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()].map(number);
    let why = PdfCell { texts: reasons.collect(), bar: Vec::new() };
    std::iter::once(name).chain(counts).chain([why]).collect()
}

fn unreached(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    if page.unreached.is_empty() {
        return Vec::new();
    }
    let columns = columns(wording::NOT_REACHED_COLUMNS, [30.0, 70.0]);
    let rows = page.unreached.iter().map(|(item, why)| [item, why].map(PdfCell::text).to_vec());
    section(wording::NOT_REACHED, table(&columns, rows, paper), paper)
}

fn section(heading: &str, pieces: Vec<DocPiece>, paper: Paper) -> Vec<DocPiece> {
    std::iter::once(blocks::heading(heading, PieceStart::Below, paper)).chain(pieces).collect()
}

fn over_time(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    let Some(stretches) = &page.stretches else { return Vec::new() };
    let period = capital(stretches.period);
    let columns = columns(wording::period_columns(&period), [24.0, 10.0, 10.0, 56.0]);
    let rows = stretches.rows.iter().map(|row| {
        let most: Vec<_> = row.most.iter().map(|(name, count)| format!("{name} {}", thousands(*count))).collect();
        vec![PdfCell::text(capital(&row.when)), number(row.ran), number(row.skipped), PdfCell::text(most.join(", "))]
    });
    let plots = page.plots.iter().map(|plot| figure(plot, PLOT));
    let counted = DocPiece { keeps_next: true, ..blocks::paragraph(wording::WHAT_IS_COUNTED, TextLook::MUTED, paper) };
    let pieces = plots.chain([counted]).chain(table(&columns, rows, paper));
    section(wording::OVER_TIME, pieces.collect(), paper)
}

fn load(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    let mut pieces: Vec<DocPiece> = page.load_plots.iter().map(|plot| figure(plot, PLOT)).collect();
    pieces.extend(users(page, paper));
    pieces.extend(crowded(page, paper));
    if pieces.is_empty() { pieces } else { section(wording::LOAD, pieces, paper) }
}

fn users(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    if page.users.is_empty() {
        return Vec::new();
    }
    let columns = columns(wording::USER_COLUMNS, [26.0, 10.0, 14.0, 11.0, 39.0]);
    let rows = page.users.iter().map(|(name, load)| {
        let counts = [&load.tasks, &load.opportunities, &load.owners].map(|hours| number(hours.total()));
        let ends = PdfCell::text(wording::busiest(&load.tasks));
        std::iter::once(PdfCell::text(name)).chain(counts).chain([ends]).collect()
    });
    let mut pieces = vec![blocks::smaller_heading(wording::USERS, paper)];
    pieces.extend(table(&columns, rows, paper));
    pieces
}

fn crowded(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    if page.crowded.is_empty() {
        return Vec::new();
    }
    let columns = columns(wording::CROWDED_COLUMNS, [24.0, 12.0, 64.0]);
    let rows = page.crowded.iter().map(|day| {
        let people: Vec<_> = day.people.iter().map(|(person, emails)| format!("{person} ({emails})")).collect();
        let who = format!("{}{}", people.join(", "), wording::and_more(day));
        vec![PdfCell::text(&day.day), number(day.crowded.persons), PdfCell::text(who)]
    });
    let mut pieces = vec![blocks::smaller_heading(wording::CROWDED, paper)];
    pieces.extend(table(&columns, rows, paper));
    pieces
}

fn findings(page: &PageContents<'_>, paper: Paper) -> Vec<DocPiece> {
    if page.findings.is_empty() {
        return Vec::new();
    }
    let columns = columns(wording::PROBLEM_COLUMNS, [11.0, 47.0, 42.0]);
    let rows = page.findings.iter().map(|finding| {
        let ink = match finding.severity {
            "error" => ColorRole::Held,
            "warning" => ColorRole::Skipped,
            _ => ColorRole::Muted,
        };
        let severity = PdfCell::of(capital(finding.severity), TextLook { ink, ..TextLook::STRONG });
        vec![severity, PdfCell::text(&finding.message), PdfCell::text(&finding.help)]
    });
    section(wording::PROBLEMS, table(&columns, rows, paper), paper)
}
