//! Where results go: standard output, or a file that is written all or nothing.

use std::fs::File;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::excel_csv::ExcelCsv;

/// A result that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {} ({source})", path.display(), advice(source))]
pub struct OutputError {
    /// The path of the file; `-` is standard output.
    pub path: PathBuf,
    /// The error of the system.
    #[source]
    pub source: io::Error,
}

/// Advice for an error on writing.
fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "its folder doesn't exist. Create it, or choose another",
        io::ErrorKind::PermissionDenied => "you may not write here. Choose another folder",
        io::ErrorKind::StorageFull => "the disk is full. Free some space, or choose another folder",
        io::ErrorKind::IsADirectory => "this is a folder. Name a file in it",
        io::ErrorKind::ReadOnlyFilesystem => "this folder is read-only. Choose another",
        _ => "it can't be written",
    }
}

/// A result that is being written. Without [`Output::finish`], the partial file is deleted.
pub struct Output {
    path: PathBuf,
    to: Destination,
    /// Translates CSV for Excel, if that is wanted.
    excel: Option<ExcelCsv>,
}

enum Destination {
    Stdout(BufWriter<Stdout>),
    /// A temporary file in the same folder, which is moved to its place at the end.
    File(BufWriter<NamedTempFile>),
    /// A device or pipe, which is written directly.
    Device(BufWriter<File>),
}

const BUFFER: usize = 1 << 18;

impl Output {
    /// Opens a result; `-` is standard output.
    ///
    /// # Errors
    /// If the file can't be created.
    pub fn create(path: &Path) -> Result<Self, OutputError> {
        let fail = |source| OutputError { path: path.to_owned(), source };
        if path == Path::new("-") {
            return Ok(Self {
                path: path.to_owned(),
                to: Destination::Stdout(BufWriter::with_capacity(BUFFER, io::stdout())),
                excel: None,
            });
        }
        let target = target(path).map_err(fail)?;
        let to = match std::fs::metadata(&target) {
            Ok(there) if there.is_dir() => return Err(fail(io::Error::from(io::ErrorKind::IsADirectory))),
            Ok(there) if !there.is_file() => {
                let device = File::options().write(true).open(&target).map_err(fail)?;
                Destination::Device(BufWriter::with_capacity(BUFFER, device))
            }
            there => Destination::File(BufWriter::with_capacity(BUFFER, beside(&target, there.ok()).map_err(fail)?)),
        };
        Ok(Self { path: target, to, excel: None })
    }

    /// A result in CSV that is written for Excel: with a byte-order mark, and CRLF at the ends of rows.
    #[must_use]
    pub fn for_excel(self) -> Self {
        Self { excel: Some(ExcelCsv::default()), ..self }
    }

    /// Moves the finished file to its place.
    ///
    /// # Errors
    /// If the file could not be written completely.
    pub fn finish(self) -> Result<(), OutputError> {
        let path = self.path;
        let done = match self.to {
            Destination::Stdout(mut out) => out.flush(),
            Destination::Device(mut out) => out.flush(),
            Destination::File(out) => out
                .into_inner()
                .map_err(|error| error.into_error())
                .and_then(|file| file.persist(&path).map(drop).map_err(|error| error.error)),
        };
        done.map_err(|source| OutputError { path, source })
    }

    /// Adds the path of this result to an error.
    pub fn error(&self, source: io::Error) -> OutputError {
        OutputError { path: self.path.clone(), source }
    }
}

/// The file that a link leads to.
fn target(path: &Path) -> io::Result<PathBuf> {
    match path.symlink_metadata() {
        Ok(there) if there.is_symlink() => path.canonicalize(),
        _ => Ok(path.to_owned()),
    }
}

/// A temporary file next to `path`, with its permissions or those of a new file.
fn beside(path: &Path, there: Option<std::fs::Metadata>) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dripline-").suffix(".part");
    if let Some(there) = there {
        if there.permissions().readonly() {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        builder.permissions(there.permissions());
    } else {
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

impl Destination {
    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Destination::Stdout(out) => out,
            Destination::File(out) => out,
            Destination::Device(out) => out,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let out = self.to.writer();
        match &mut self.excel {
            None => out.write(bytes),
            Some(excel) => out.write_all(excel.translate(bytes)).map(|()| bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.writer().flush()
    }
}
