//! The fingerprint of a file when it was last read or written, to notice that another program has changed it since.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::limits::LARGEST_FILE;

/// The SHA-256 of a file's bytes. Files with the same fingerprint have the same content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The fingerprint of a file; `None` if there is no file. If it is larger than any campaign, it is only read far
    /// enough to know that.
    ///
    /// # Errors
    /// If it can't be read, or is a pipe or a device.
    pub fn of_file(path: &Path) -> io::Result<Option<Self>> {
        // Checked before opening: opening a pipe would block.
        match std::fs::metadata(path) {
            Ok(about) if about.is_file() => {}
            Ok(_) => return Err(io::Error::new(io::ErrorKind::InvalidInput, "it isn't an ordinary file any more")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        }
        let mut file = File::open(path)?.take(LARGEST_FILE + 1);
        let (mut sum, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(Some(Self(sum.finalize().into()))),
                length => sum.update(&piece[..length]),
            }
        }
    }

    /// The fingerprint as 64 hexadecimal digits.
    pub fn to_hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads 64 hexadecimal digits; `None` if they aren't a fingerprint.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits: Vec<u8> =
            text.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
        let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect();
        (digits.len() == 64).then(|| bytes.try_into().ok().map(Self))?
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Fingerprint({})", &self.to_hex()[..12])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_took_the_files_place_is_soon_looked_at() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("large.ron");
        assert_eq!(Fingerprint::of_file(&path).expect("none"), None);
        std::fs::write(&path, "one").expect("a file");
        assert_eq!(Fingerprint::of_file(&path).expect("a file"), Some(Fingerprint::of(b"one")));
        // A sparse file of a thousand gigabytes: it takes no disk space, but would take an hour to read.
        File::options().write(true).open(&path).and_then(|file| file.set_len(1 << 40)).expect("a length");
        assert!(Fingerprint::of_file(&path).expect("a file").is_some());
        #[cfg(unix)]
        {
            let pipe = folder.path().join("pipe.ron");
            assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
            assert!(Fingerprint::of_file(&pipe).is_err());
        }
    }

    #[test]
    fn digits_go_there_and_back() {
        let one = Fingerprint::of(b"one");
        assert_eq!(Fingerprint::from_hex(&one.to_hex()), Some(one));
        assert_ne!(one, Fingerprint::of(b"other"));
        for bad in ["", "12", &"g".repeat(64), &one.to_hex()[1..], &format!("{}0", one.to_hex())] {
            assert_eq!(Fingerprint::from_hex(bad), None, "{bad}");
        }
    }
}
