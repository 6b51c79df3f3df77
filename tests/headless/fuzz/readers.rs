//! Checks that must hold for each reader, whatever bytes it reads. `tests/fuzz` runs the same checks, with a limit of a
//! minute for each input.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use dripline::calendar::Zone;
use dripline::campaign::document::Campaign;
use dripline::campaign::scope::Scope;
use dripline::contacts::block::Layout;
use dripline::contacts::mapping::Overrides;
use dripline::contacts::reading::columns::CellContext;
use dripline::findings;
use dripline::simulate::plan::Plan;
use dripline::simulate::run::Control;
use dripline::storage::campaign_file::{parse, to_ron};
use dripline::storage::contacts_file::ContactsFile;
use dripline::storage::contacts_file::pieces::Cut;
use dripline::storage::contacts_file::write::write_contacts;
use dripline::workbench::runs;

/// Reads a campaign file. The result is an error in one line, or a campaign that is the same after writing and reading,
/// and that can be checked and compiled.
pub fn campaign(bytes: &[u8]) {
    // Text that isn't UTF-8 never reaches the parser.
    let text = String::from_utf8_lossy(bytes);
    match parse(&text, Path::new("t.ron")) {
        Err(error) => {
            let told = error.to_string();
            assert!(told.starts_with("t.ron:") && told.lines().count() == 1 && told.len() < 2_000, "{told}");
        }
        Ok(loaded) => {
            let written = to_ron(&loaded.campaign);
            let again = parse(&written, Path::new("t.ron")).expect("what was written").campaign;
            assert!(again == loaded.campaign, "it is not what was written");
            assert_eq!(to_ron(&again), written);
            let found = findings::check(&again, None, None);
            assert!(found.iter().all(|finding| !finding.message.is_empty()));
            for sequence in &again.sequences {
                let _ = Plan::new(&again, Scope::Sequence(sequence.id), &Layout::new(&again.directory));
            }
        }
    }
}

/// The campaign for which the contacts are read.
fn known() -> &'static Campaign {
    static KNOWN: OnceLock<Campaign> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let text = include_str!("../../golden/campaign-1.ron");
        parse(text, Path::new("campaign-1.ron")).expect("a campaign").campaign
    })
}

/// Writes a file into a folder, and returns its path.
fn place(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

/// Reads a contacts file, or a part of a spreadsheet, in a workbook without compression: a zip's checksums and packing
/// would hide from a fuzzer what is in it.
pub fn contacts(folder: &tempfile::TempDir, bytes: &[u8]) {
    if bytes.starts_with(b"<worksheet") {
        contacts_file(
            folder,
            &stored_zip(&[
                ("xl/workbook.xml", b"<workbook><sheets><sheet name=\"A\" r:id=\"r\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", b"<R><Relationship Id=\"r\" Type=\"worksheet\" Target=\"a.xml\"/></R>"),
                ("xl/styles.xml", b"<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
                ("xl/sharedStrings.xml", b"<sst><si><t>email</t></si><si><t>a@x.com</t></si></sst>"),
                ("xl/a.xml", bytes),
            ]),
        );
    } else if bytes.starts_with(b"<office:document-content") {
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        contacts_file(folder, &stored_zip(&[("mimetype", kind), ("content.xml", bytes)]));
    } else if bytes.starts_with(b"<zip>") {
        let (subscribed, cleaned) = bytes.split_at(bytes.len() / 2);
        contacts_file(folder, &stored_zip(&[("subscribed_a.csv", subscribed), ("cleaned_a.csv", cleaned)]));
    }
    contacts_file(folder, bytes);
}

/// A zip of files that aren't compressed.
fn stored_zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let start = (zip.len() as u32).to_le_bytes();
        let sizes = [checksum(bytes), bytes.len() as u32, bytes.len() as u32].map(u32::to_le_bytes).concat();
        let lengths = [name.len() as u16, 0].map(u16::to_le_bytes).concat();
        // Version, flags, no compression, a time and a date.
        let head = [[20, 0], [0, 0], [0, 0], [0, 0], [33, 0]].concat();
        zip.extend([&b"PK\x03\x04"[..], &head, &sizes, &lengths, name.as_bytes(), bytes].concat());
        directory
            .extend([&b"PK\x01\x02\x14\0"[..], &head, &sizes, &lengths, &[0; 10], &start, name.as_bytes()].concat());
    }
    let (count, start) = ((files.len() as u16).to_le_bytes(), (zip.len() as u32).to_le_bytes());
    let size = (directory.len() as u32).to_le_bytes();
    [&zip[..], &directory, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &start, &[0; 2]].concat()
}

/// The checksum that a zip has of a file (CRC-32).
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), |sum, _| step(sum)))
}

/// Reads a contacts file. The result doesn't depend on how the file is cut into pieces: an error in one line, or
/// contacts that are the same after writing and reading.
fn contacts_file(folder: &tempfile::TempDir, bytes: &[u8]) {
    let layout = Layout::new(&known().directory);
    let zone = Zone::named(&known().time_zone).expect("a zone");
    let target = CellContext { layout: &layout, directory: &known().directory, zone: &zone, today: Default::default() };
    let path = place(folder, "people.csv", bytes);
    let cuts = [Cut::default(), Cut { piece: 7, ..Cut::default() }];
    let read = cuts.map(|cut| {
        let file =
            ContactsFile::open_cut(&path, target, &Overrides::default(), cut).map_err(|error| error.to_string())?;
        let (people, counts) = file.read_all(2, &|_| {}, &AtomicBool::new(false)).map_err(|error| error.to_string())?;
        assert_eq!(people.len() as u64, counts.read);
        let mut written = Vec::new();
        write_contacts(&mut written, &Arc::clone(&layout), people.blocks()).expect("memory");
        Ok::<_, String>((counts, written))
    });
    let [whole, pieces] = read;
    match (&whole, &pieces) {
        (Ok(whole), Ok(pieces)) => assert!(whole == pieces, "pieces make a difference"),
        (Err(whole), Err(pieces)) => {
            assert_eq!(whole, pieces);
            assert!(whole.contains("people.csv") && whole.lines().count() == 1 && whole.len() < 3_000, "{whole}");
        }
        (whole, pieces) => panic!("{:?} {:?}", whole.as_ref().err(), pieces.as_ref().err()),
    }
    if let Ok((counts, written)) = whole {
        std::fs::write(&path, &written).expect("written");
        let file = ContactsFile::open(&path, target, &Overrides::default()).expect("what was written");
        let (people, again) = file.read_all(1, &|_| {}, &AtomicBool::new(false)).expect("what was written");
        assert_eq!((again.read, again.rejected), (counts.read, 0), "{:?}", again.rejects);
        let mut twice = Vec::new();
        write_contacts(&mut twice, &layout, people.blocks()).expect("memory");
        assert!(twice == written, "it reads back otherwise");
    }
}

/// Lists, opens, renames and deletes runs in a run store. An error names the file, in one line.
pub fn run_store(folder: &tempfile::TempDir, bytes: &[u8]) {
    for beside in ["runs.sqlite-journal", "runs.sqlite-wal", "runs.sqlite-shm"] {
        let _ = std::fs::remove_file(folder.path().join(beside));
    }
    let path = place(folder, "runs.sqlite", bytes);
    let control = Control::default();
    let answers = [
        runs::list(&path).map(|_| ()),
        runs::open(&path, 1, &control).map(|_| ()),
        runs::open(&path, 2, &control).map(|_| ()),
        runs::rename(&path, 1, "x"),
        runs::delete(&path, 2, &control),
    ];
    for error in answers.into_iter().filter_map(Result::err) {
        let told = error.to_string();
        assert!(told.contains("runs.sqlite") && told.lines().count() == 1 && told.len() < 3_000, "{told}");
    }
}
