//! A mapping kept beside its CSV: `people.csv`, `people.mapping.ron`.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::contacts::mapping::Mapping;

use super::error::ContactsError;

/// Where the mapping of a contacts file is kept.
pub fn path_beside(contacts: &Path) -> PathBuf {
    contacts.with_extension("mapping.ron")
}

/// The mapping kept beside a contacts file, if there is one.
pub fn load(contacts: &Path) -> Result<Option<Mapping>, ContactsError> {
    let path = path_beside(contacts);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            return Err(ContactsError::MappingFile { path, what: "this is no text in UTF-8".to_owned() });
        }
        Err(source) => return Err(ContactsError::Unreadable { path, source }),
    };
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    match options.from_str(text.trim_start_matches('\u{feff}')) {
        Ok(mapping) => Ok(Some(mapping)),
        Err(error) => Err(ContactsError::MappingFile {
            path,
            what: format!("line {}, column {}: {}", error.span.start.line, error.span.start.col, error.code),
        }),
    }
}

/// Keeps a mapping beside its contacts file; an older one stays whole until the new one is.
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

/// Removes the mapping kept beside a contacts file, if there is one.
pub fn remove(contacts: &Path) -> Result<(), ContactsError> {
    let path = path_beside(contacts);
    match std::fs::remove_file(&path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(ContactsError::Unwritable { path, source }),
        _ => Ok(()),
    }
}
