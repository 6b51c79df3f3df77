//! A file system in memory that loses any part of what was not synced, as a loss of power may.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};

use dripline::storage::replace::disk::Disk;

/// A change that has been made in memory, and is still to reach the disk.
#[derive(Clone, Debug)]
enum Change {
    /// Appends bytes to a file.
    Bytes(usize, Vec<u8>),
    /// Makes a name in the folder point to a file, or to none.
    Name(PathBuf, Option<usize>),
    /// Renames a file. Either both names change or neither does.
    Moved(PathBuf, PathBuf, usize),
}

/// The names and files on the disk or in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    names: BTreeMap<PathBuf, usize>,
    files: BTreeMap<usize, Vec<u8>>,
}

impl Contents {
    fn take(&mut self, change: &Change) {
        match change {
            Change::Bytes(file, bytes) => self.files.entry(*file).or_default().extend_from_slice(bytes),
            Change::Name(name, Some(file)) => _ = self.names.insert(name.clone(), *file),
            Change::Name(name, None) => _ = self.names.remove(name),
            Change::Moved(from, to, file) => {
                self.names.remove(from);
                self.names.insert(to.clone(), *file);
            }
        }
    }

    /// The content of the file with this name; `None` if there is no such file.
    pub fn file(&self, name: &Path) -> Option<&[u8]> {
        let file = self.names.get(name)?;
        Some(self.files.get(file).map_or(&[], Vec::as_slice))
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &PathBuf> {
        self.names.keys()
    }
}

#[derive(Default)]
struct State {
    /// The contents that programs see.
    seen: Contents,
    /// The contents that survive a loss of power.
    synced: Contents,
    /// Changes that have not reached the disk yet, in order.
    pending: Vec<Change>,
    files: usize,
    /// The number of calls that succeed before one fails. Later calls succeed again.
    fails_at: Option<usize>,
    /// The number of calls until the power fails. All later calls fail.
    power_until: Option<usize>,
    has_links: bool,
    /// What it claims to have synced without doing so, as if a save had forgotten to sync it.
    lies: Option<Lie>,
    calls: usize,
}

/// A false claim of the disk that something was synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// The content of files.
    Files,
    /// The names in folders.
    Folders,
}

/// The file system.
pub struct Forgetful(RefCell<State>);

impl Forgetful {
    /// An empty file system, with or without hard links.
    pub fn new(has_links: bool) -> Self {
        Self(RefCell::new(State { has_links, ..State::default() }))
    }

    /// Makes the disk claim to sync without doing so.
    pub fn lying(self, lie: Lie) -> Self {
        self.0.borrow_mut().lies = Some(lie);
        self
    }

    /// Makes call number `at`, from 0, fail.
    pub fn failing(self, at: usize) -> Self {
        let mut state = self.0.borrow_mut();
        (state.fails_at, state.calls) = (Some(at), 0);
        drop(state);
        self
    }

    /// Makes the power fail before call number `at`, from 0.
    pub fn powered_until(self, at: usize) -> Self {
        let mut state = self.0.borrow_mut();
        (state.power_until, state.calls) = (Some(at), 0);
        drop(state);
        self
    }

    /// Syncs all pending changes.
    pub fn settle(&self) {
        let state = &mut *self.0.borrow_mut();
        state.synced = state.seen.clone();
        state.pending.clear();
    }

    /// The number of calls so far.
    pub fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    /// The contents that programs see.
    pub fn seen(&self) -> Contents {
        self.0.borrow().seen.clone()
    }

    /// The contents after a loss of power. `kept` receives the number of each pending change and its length in bytes (1
    /// if it isn't bytes), and returns how much of it reached the disk.
    pub fn after_power_loss(&self, mut kept: impl FnMut(usize, usize) -> usize) -> Contents {
        let state = self.0.borrow();
        let mut found = state.synced.clone();
        for (number, change) in state.pending.iter().enumerate() {
            match change {
                Change::Bytes(file, bytes) => {
                    let arrived = kept(number, bytes.len()).min(bytes.len());
                    found.take(&Change::Bytes(*file, bytes[..arrived].to_vec()));
                }
                other if kept(number, 1) > 0 => found.take(other),
                _ => {}
            }
        }
        found
    }

    fn call<T>(&self, act: impl FnOnce(&mut State) -> io::Result<T>) -> io::Result<T> {
        let state = &mut *self.0.borrow_mut();
        let number = state.calls;
        state.calls += 1;
        if state.fails_at == Some(number) || state.power_until.is_some_and(|until| number >= until) {
            return Err(io::Error::other("injected"));
        }
        act(state)
    }
}

fn change(state: &mut State, change: Change) {
    state.seen.take(&change);
    state.pending.push(change);
}

fn missing() -> io::Error {
    io::Error::from(io::ErrorKind::NotFound)
}

impl Disk for Forgetful {
    type File = usize;

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.call(|_| Ok(path.to_owned()))
    }

    fn permissions(&self, path: &Path) -> io::Result<Option<Permissions>> {
        self.call(|state| Ok(state.seen.file(path).map(|_| rights())))
    }

    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.call(|state| Ok(state.seen.file(path).map(<[u8]>::to_vec)))
    }

    fn create(&self, path: &Path, _: Option<&Permissions>) -> io::Result<usize> {
        self.call(|state| {
            if state.seen.names.contains_key(path) {
                return Err(io::Error::from(io::ErrorKind::AlreadyExists));
            }
            state.files += 1;
            let file = state.files;
            change(state, Change::Name(path.to_owned(), Some(file)));
            Ok(file)
        })
    }

    fn write(&self, file: &mut usize, bytes: &[u8]) -> io::Result<()> {
        // A file is written in pages, and any page may be lost.
        for piece in bytes.chunks(7) {
            self.call(|state| {
                change(state, Change::Bytes(*file, piece.to_vec()));
                Ok(())
            })?;
        }
        Ok(())
    }

    fn sync(&self, file: &usize) -> io::Result<()> {
        self.call(|state| {
            if state.lies == Some(Lie::Files) {
                return Ok(());
            }
            let (own, others) = std::mem::take(&mut state.pending)
                .into_iter()
                .partition::<Vec<_>, _>(|change| matches!(change, Change::Bytes(of, _) if of == file));
            own.iter().for_each(|change| state.synced.take(change));
            state.pending = others;
            Ok(())
        })
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(|state| {
            if !state.has_links {
                return Err(io::Error::from(io::ErrorKind::Unsupported));
            }
            if state.seen.names.contains_key(to) {
                return Err(io::Error::from(io::ErrorKind::AlreadyExists));
            }
            let file = *state.seen.names.get(from).ok_or_else(missing)?;
            change(state, Change::Name(to.to_owned(), Some(file)));
            Ok(())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(|state| {
            let file = *state.seen.names.get(from).ok_or_else(missing)?;
            change(state, Change::Moved(from.to_owned(), to.to_owned(), file));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(|state| {
            state.seen.names.get(path).ok_or_else(missing)?;
            change(state, Change::Name(path.to_owned(), None));
            Ok(())
        })
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.call(|state| {
            if state.lies == Some(Lie::Folders) {
                return Ok(());
            }
            let (bytes, names) = std::mem::take(&mut state.pending)
                .into_iter()
                .partition::<Vec<_>, _>(|change| matches!(change, Change::Bytes(..)));
            names.iter().for_each(|change| state.synced.take(change));
            state.pending = bytes;
            Ok(())
        })
    }
}

/// The permissions of an ordinary file. Which ones they are doesn't matter here.
fn rights() -> Permissions {
    std::fs::metadata(env!("CARGO_MANIFEST_DIR")).expect("the project's folder").permissions()
}
