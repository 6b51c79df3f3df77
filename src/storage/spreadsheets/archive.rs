//! The entries of a zip, which workbooks are, too. Nothing is ever unpacked to a path that a zip names.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::error::{SheetBound, SheetError};
use super::limits::MOST_DIRECTORY_BYTES;
use super::unpack::Unpacked;
use super::xml::XmlPart;

/// A file that may be read only so far, since a zip's table of contents is read into memory.
pub(super) struct MeteredFile {
    file: File,
    left: Arc<AtomicU64>,
}

impl Read for MeteredFile {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(out.len());
        let taken = self.file.read(&mut out[..most])?;
        self.left.store(left - taken as u64, Ordering::Relaxed);
        Ok(taken)
    }
}

impl Seek for MeteredFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// An entry that is open.
pub(super) type ZipBytes<'a> = ZipFile<'a, BufReader<MeteredFile>>;

/// The unpacked bytes of an entry.
pub(super) type EntryBytes<'c, 'z> = Unpacked<'c, ZipBytes<'z>>;

/// A zip that was opened.
pub(super) struct PackedParts {
    zip: ZipArchive<BufReader<MeteredFile>>,
    /// The number of each entry by its name in lower case with `/`, since some programs write other cases.
    numbers: HashMap<String, usize>,
    /// The size by which what it unpacks to is judged: of the whole file, or of the zip that the file was in.
    pub bytes: u64,
}

impl PackedParts {
    /// `most` is the size of the zip that the file was in, since a bomb can be packed twice.
    pub fn open(path: &Path, most: u64) -> Result<Self, SheetError> {
        let file = File::open(path).map_err(SheetError::Unreadable)?;
        let bytes = file.metadata().map_err(SheetError::Unreadable)?.len().min(most);
        let left = Arc::new(AtomicU64::new(MOST_DIRECTORY_BYTES));
        let metered = BufReader::new(MeteredFile { file, left: Arc::clone(&left) });
        let zip = ZipArchive::new(metered).map_err(|error| match left.load(Ordering::Relaxed) {
            0 => SheetError::TooLarge(SheetBound::Entries),
            _ => zip_error(error),
        })?;
        left.store(u64::MAX, Ordering::Relaxed);
        let mut numbers = HashMap::new();
        for number in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(number) {
                numbers.entry(plain_path(&name)).or_insert(number);
            }
        }
        Ok(Self { zip, numbers, bytes })
    }

    /// The names of all entries in the order of the zip.
    pub fn names(&self) -> impl Iterator<Item = String> + '_ {
        (0..self.zip.len()).map(|number| match self.zip.name_for_index(number) {
            Some(Ok(name)) => name.into_owned(),
            Some(Err(_)) | None => String::new(),
        })
    }

    pub fn has(&self, name: &str) -> bool {
        self.numbers.contains_key(&plain_path(name))
    }

    /// The unpacked bytes of an entry by its place.
    pub fn bytes_at<'z, 'c>(
        &'z mut self,
        number: usize,
        cancel: &'c AtomicBool,
    ) -> Result<EntryBytes<'c, 'z>, SheetError> {
        let entry = self.zip.by_index(number).map_err(zip_error)?;
        // The size that the entry states may be a lie; it can't be more than the file.
        let packed = entry.compressed_size().min(self.bytes);
        Ok(Unpacked::new(entry, packed, cancel))
    }

    /// The tokens of an entry; `None` if there is no such entry.
    pub fn part<'z, 'c>(
        &'z mut self,
        name: &str,
        cancel: &'c AtomicBool,
    ) -> Result<Option<XmlPart<'c, ZipBytes<'z>>>, SheetError> {
        match self.numbers.get(&plain_path(name)).copied() {
            Some(number) => Ok(Some(XmlPart::new(self.bytes_at(number, cancel)?))),
            None => Ok(None),
        }
    }
}

fn plain_path(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

fn zip_error(error: ZipError) -> SheetError {
    match error {
        ZipError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => SheetError::damaged("it ends early"),
        ZipError::Io(error) => SheetError::unreadable(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => SheetError::Password,
        error => SheetError::damaged(error),
    }
}
