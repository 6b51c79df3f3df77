//! A file system in memory that forgets what was not synced: any part of it, as a loss of power may.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};

use dripline::storage::replace::disk::Disk;

/// What a change does to the disk once it gets there.
#[derive(Clone, Debug)]
enum Change {
    /// Bytes at the end of a file.
    Bytes(usize, Vec<u8>),
    /// A name in the folder leads to a file, or to none.
    Name(PathBuf, Option<usize>),
    /// A file goes from one name to another: both or neither.
    Moved(PathBuf, PathBuf, usize),
}

/// Names and files, as they stand on the disk or in memory.
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

    /// What a name leads to.
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
    /// As programs see it.
    seen: Contents,
    /// As it outlives a loss of power.
    synced: Contents,
    /// What is on its way to the disk, in order.
    pending: Vec<Change>,
    files: usize,
    /// So many calls succeed, then one fails, and the others succeed again.
    fails_at: Option<usize>,
    /// So many calls happen, then the power is gone and everything fails.
    power_until: Option<usize>,
    has_links: bool,
    /// Says that it has synced files, or folders, without doing so: as a defect of a save would look.
    lies: Option<Lie>,
    calls: usize,
}

/// What a disk says that it has done and has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// That a file's content is on the disk.
    Files,
    /// That a folder's names are on the disk.
    Folders,
}

/// The file system.
pub struct Forgetful(RefCell<State>);

impl Forgetful {
    /// An empty one, with or without second names for files.
    pub fn new(has_links: bool) -> Self {
        Self(RefCell::new(State { has_links, ..State::default() }))
    }

    /// It lies.
    pub fn lying(self, lie: Lie) -> Self {
        self.0.borrow_mut().lies = Some(lie);
        self
    }

    /// Call number `at`, from 0, fails.
    pub fn failing(self, at: usize) -> Self {
        let mut state = self.0.borrow_mut();
        (state.fails_at, state.calls) = (Some(at), 0);
        drop(state);
        self
    }

    /// The power goes before call number `at`, from 0.
    pub fn powered_until(self, at: usize) -> Self {
        let mut state = self.0.borrow_mut();
        (state.power_until, state.calls) = (Some(at), 0);
        drop(state);
        self
    }

    /// Everything on its way gets to the disk.
    pub fn settle(&self) {
        let state = &mut *self.0.borrow_mut();
        state.synced = state.seen.clone();
        state.pending.clear();
    }

    /// How many calls were made.
    pub fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    /// As programs see it.
    pub fn seen(&self) -> Contents {
        self.0.borrow().seen.clone()
    }

    /// What is found after a loss of power in which of the changes on their way only those arrived for which `kept`
    /// says so; of bytes, only as many as it says.
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
        // A file is written in pages, each of which may get to the disk or not.
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

/// Rights as any file has them: only that there are some matters here.
fn rights() -> Permissions {
    std::fs::metadata(env!("CARGO_MANIFEST_DIR")).expect("the project's folder").permissions()
}
