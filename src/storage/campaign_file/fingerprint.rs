//! What a file held when it was last read or written: to notice that somebody else has changed it since.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

/// The sum of a file's bytes. Two files have the same one only if they hold the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// That of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// That of a file's bytes, which are read piece by piece; none if there is no file.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn of_file(path: &Path) -> io::Result<Option<Self>> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let (mut sum, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(Some(Self(sum.finalize().into()))),
                length => sum.update(&piece[..length]),
            }
        }
    }

    /// As 64 digits.
    pub fn to_hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Of 64 digits; none if they are no fingerprint.
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
    fn digits_go_there_and_back() {
        let one = Fingerprint::of(b"one");
        assert_eq!(Fingerprint::from_hex(&one.to_hex()), Some(one));
        assert_ne!(one, Fingerprint::of(b"other"));
        for bad in ["", "12", &"g".repeat(64), &one.to_hex()[1..], &format!("{}0", one.to_hex())] {
            assert_eq!(Fingerprint::from_hex(bad), None, "{bad}");
        }
    }
}
