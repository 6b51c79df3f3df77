//! A mapping file next to its contacts file: `people.csv`, `people.mapping.ron`.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::contacts::mapping::{FORMAT, Mapping};
use crate::storage::campaign_file::locate::{PathStep, locate};
use crate::storage::endings;

use super::error::ContactsError;

/// Largest mapping file, in bytes. A thousand columns with long names take a few hundred kilobytes.
const LARGEST_FILE: u64 = 4 << 20;

/// The path of the mapping file of a contacts file.
pub fn path_beside(contacts: &Path) -> PathBuf {
    contacts.with_extension(endings::MAPPING)
}

/// Reads the mapping file of a contacts file; `None` if there is none.
pub fn load(contacts: &Path) -> Result<Option<Mapping>, ContactsError> {
    let path = path_beside(contacts);
    let mut text = String::new();
    match File::open(&path).and_then(|file| file.take(LARGEST_FILE + 1).read_to_string(&mut text)) {
        Ok(_) if text.len() as u64 > LARGEST_FILE => {
            let what = format!("larger than {} MB, too large for a mapping", LARGEST_FILE >> 20);
            return Err(ContactsError::MappingFile { path, what });
        }
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            return Err(ContactsError::MappingFile { path, what: "this isn't text in UTF-8".to_owned() });
        }
        Err(source) => return Err(ContactsError::Unreadable { path, source }),
    }
    let text = text.trim_start_matches('\u{feff}');
    if let Some(found) = newer_format(text) {
        let what =
            format!("the file has format {found}, but this program reads formats up to {FORMAT}. Use a newer Dripline");
        return Err(ContactsError::MappingFile { path, what });
    }
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    match options.from_str::<Mapping>(text) {
        Ok(mapping) if mapping.format.0 == FORMAT => Ok(Some(mapping)),
        Ok(mapping) => {
            let what = format!("there is no format {}, expected {FORMAT}", mapping.format.0);
            Err(ContactsError::MappingFile { path, what })
        }
        Err(error) => Err(ContactsError::MappingFile {
            path,
            what: format!("line {}, column {}: {}", error.span.start.line, error.span.start.col, error.code),
        }),
    }
}

/// The format number, if a newer version wrote the mapping: it may contain things that this version can't parse.
fn newer_format(text: &str) -> Option<u64> {
    let (start, end) = locate(text, &[PathStep::Field("format")])?;
    let format: u64 = text[start..end].replace('_', "").parse().ok()?;
    (format > FORMAT).then_some(format)
}

/// Saves a mapping next to its contacts file, all or nothing. Returns its path.
pub fn save(contacts: &Path, mapping: &Mapping) -> Result<PathBuf, ContactsError> {
    let path = path_beside(contacts);
    let failed = |source| ContactsError::Unwritable { path: path.clone(), source };
    let pretty =
        ron::ser::PrettyConfig::new().new_line("\n".to_owned()).extensions(ron::extensions::Extensions::IMPLICIT_SOME);
    let text = ron::ser::to_string_pretty(mapping, pretty).map_err(|error| failed(std::io::Error::other(error)))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.write_all(b"\n")).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(&path).map_err(|error| failed(error.error))?;
    Ok(path)
}

/// Removes the mapping file of a contacts file, if there is one.
pub fn remove(contacts: &Path) -> Result<(), ContactsError> {
    let path = path_beside(contacts);
    match std::fs::remove_file(&path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(ContactsError::Unwritable { path, source }),
        _ => Ok(()),
    }
}
