//! What happens on a panic: first unsaved work is saved, then a report is written, without anybody's data.

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, TryLockError, Weak};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{fs, thread};

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::storage::recovery::{RecoveryNote, RecoverySlot};
use crate::workbench::editor::Editor;

/// What a panic would lose now.
static UNSAVED: Mutex<Option<Unsaved>> = Mutex::new(None);

struct Unsaved {
    /// A weak reference: the recovery owns it.
    slot: Weak<RecoverySlot>,
    note: RecoveryNote,
    campaign: Arc<Campaign>,
}

/// From now on, a panic saves this state of a campaign.
pub(super) fn remember(slot: &Arc<RecoverySlot>, editor: &Editor) {
    let unsaved = Unsaved { slot: Arc::downgrade(slot), note: editor.note(), campaign: editor.shared() };
    *UNSAVED.lock().unwrap_or_else(PoisonError::into_inner) = Some(unsaved);
}

/// From now on, a panic has nothing to save.
pub(super) fn forget() {
    *UNSAVED.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// From now on, a panic of any thread saves unsaved work and writes a report into a folder; `tell` receives a sentence
/// about that. Neither the report nor the sentence includes a panic message that was formatted at run time: it might
/// quote a contact, or what the user typed.
pub fn install(folder: Option<PathBuf>, tell: impl Fn(&str) + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |info| {
        let kept = keep();
        let report = report(info, &Backtrace::force_capture().to_string());
        let written = folder.as_deref().and_then(|folder| write(folder, &report));
        tell(&told(info, kept, written.as_deref()));
    }));
}

/// Saves unsaved work. `None` if there was none; else whether it was saved.
fn keep() -> Option<bool> {
    let unsaved = match UNSAVED.try_lock() {
        Ok(unsaved) => unsaved,
        Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
        // The panic happened while the state was being stored here. The last recovery copy, a second old, must do.
        Err(TryLockError::WouldBlock) => return None,
    };
    let Unsaved { slot, note, campaign } = unsaved.as_ref()?;
    Some(slot.upgrade()?.write(note, campaign).is_ok())
}

/// What a developer needs to fix the error, without personal data.
fn report(info: &PanicHookInfo<'_>, backtrace: &str) -> String {
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let message = fixed_message(info).unwrap_or("(not recorded, as it may quote what you typed)");
    format!(
        "Dripline {} on {} {}\nPanic in thread `{}` at {place}\nMessage: {message}\n\n{backtrace}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread::current().name().unwrap_or("without a name"),
    )
}

/// The panic message, if it is a fixed text in the source.
fn fixed_message<'a>(info: &'a PanicHookInfo<'_>) -> Option<&'a str> {
    info.payload().downcast_ref::<&'static str>().copied()
}

fn write(folder: &Path, report: &str) -> Option<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let when = Instant::from_utc_secs(i64::try_from(now).unwrap_or_default()).to_string().replace(':', "-");
    fs::create_dir_all(folder).ok()?;
    let file = folder.join(format!("{when}-{}.txt", std::process::id()));
    fs::write(&file, report).ok()?;
    Some(file)
}

fn told(info: &PanicHookInfo<'_>, kept: Option<bool>, report: Option<&Path>) -> String {
    let place = info.location().map_or_else(String::new, |place| format!(" at {place}"));
    let kept = match kept {
        Some(true) => " Unsaved changes are backed up, and offered at the next start.",
        Some(false) => " The last changes couldn't be backed up.",
        None => "",
    };
    let report = report.map_or_else(String::new, |file| format!(" The crash report is in {}.", file.display()));
    format!("a defect in the program stopped it{place}.{kept}{report}")
}
