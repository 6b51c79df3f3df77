//! Changes that keep most of a file valid, so that a reader gets further than with random bytes.

use proptest::prelude::*;

/// A change at some place of a file.
#[derive(Clone, Debug)]
pub enum Change {
    /// Flips one bit.
    Flip { at: u32, bit: u8 },
    /// Sets one byte.
    Byte { at: u32, byte: u8 },
    /// Replaces some bytes with a text that the reader knows.
    Word { at: u32, word: u8, instead_of: u8 },
    /// Replaces a whole token with a text that the reader knows.
    Token { at: u32, word: u8 },
    /// Some bytes are gone.
    Cut { at: u32, length: u16 },
    /// Repeats some bytes `times` times.
    Again { at: u32, length: u8, times: u8 },
    /// Copies some bytes from elsewhere in the file.
    Move { at: u32, from: u32, length: u8 },
    /// The file ends there.
    End { at: u32 },
    /// Sets a big-endian number of two or four bytes.
    Number { at: u32, value: u32, is_long: bool },
}

/// Any change.
pub fn change() -> impl Strategy<Value = Change> {
    let at = any::<u32>;
    let byte = any::<u8>;
    prop_oneof![
        (at(), byte()).prop_map(|(at, bit)| Change::Flip { at, bit }),
        (at(), byte()).prop_map(|(at, byte)| Change::Byte { at, byte }),
        (at(), byte(), byte()).prop_map(|(at, word, instead_of)| Change::Word { at, word, instead_of }),
        (at(), byte()).prop_map(|(at, word)| Change::Token { at, word }),
        (at(), any::<u16>()).prop_map(|(at, length)| Change::Cut { at, length }),
        (at(), byte(), byte()).prop_map(|(at, length, times)| Change::Again { at, length, times }),
        (at(), at(), byte()).prop_map(|(at, from, length)| Change::Move { at, from, length }),
        at().prop_map(|at| Change::End { at }),
        (at(), at(), any::<bool>()).prop_map(|(at, value, is_long)| Change::Number { at, value, is_long }),
    ]
}

/// The tokens of RON, and texts that the readers of its values look for.
pub const RON: &[&[u8]] = &[
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b",",
    b":",
    b"\"",
    b"'",
    b"\\",
    b"//",
    b"/*",
    b"*/",
    b"r#\"",
    b"\"#",
    b"Some(",
    b"None",
    b"NaN",
    b"inf",
    b"-1",
    b"1e999",
    b"18446744073709551616",
    b"0",
    b"true",
    b"\"24:00\"",
    b"\"2026-02-29\"",
    b"\"~Contact.\"",
    b"\\u{202e}",
    b"\\u{d800}",
    b"\xE2\x80\x8B",
    b"\0",
    b"id: 1",
    b"format: 2",
    b"kind: Start",
    b"Between(\"23:00\", \"01:00\")",
    b"Nth(Last, Fri)",
    b"DayOfMonth(31)",
    b"wait: 4294967295",
    b"Before(99999, Months)",
    b"People([",
    b"Generated(count: 18446744073709551615, seed: 1)",
    b"#![enable(",
    b"(1, 1),",
    b"(99, 1),",
];

/// Texts that are typical of contacts files.
pub const CSV: &[&[u8]] = &[
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r",
    b"\r\n",
    b"\"",
    b"\"\"",
    b"\"\n",
    b"=1",
    b"'",
    b"'=",
    b"id",
    b"email",
    b"Email",
    b"2026-02-30",
    b"2026-02-28",
    b"03/04/2026",
    b"2026-03-02T09:00Z",
    b"Europe/Berlin",
    b"confirmed",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\0",
    b"\xE2\x80\x8B",
    b"\xC3",
    b"1e999",
    b"NaN",
    b"99999999999999999999",
    b"  ",
    b"\xEF\xBC\x9D1",
    b"tags",
    b"entered",
    b"birthday",
    b"\x0B",
    b"\xC2\xA0",
];

/// Bytes that are typical of a database's pages.
pub const SQLITE: &[&[u8]] = &[
    b"\x0D",
    b"\x05",
    b"\x0A",
    b"\x02",
    b"\0\0\0\0",
    b"\xFF\xFF\xFF\xFF",
    b"\0\0\0\x01",
    b"\0\0\0\x02",
    b"\x80\x80\x80\x80\x80\x80\x80\x80\x80",
    b"\x7F\xFF",
    b"CREATE TABLE",
    b"CREATE TRIGGER",
    b"generated",
    b"cells",
    b"format: 2",
    b"active",
    b"9999",
    b"2026-13-01T00:00:00Z",
    b"{\"rows\":[",
    b"Drip",
    b"\0\0\0\x03",
];

/// Applies changes to one of the seeds.
pub fn changed(seeds: &[Vec<u8>], seed: u8, changes: &[Change], words: &[&[u8]]) -> Vec<u8> {
    let mut bytes = seeds[usize::from(seed) % seeds.len()].clone();
    for change in changes {
        apply(&mut bytes, change, words);
        // Files stay small, so that reading is fast.
        bytes.truncate(400_000);
    }
    bytes
}

fn apply(bytes: &mut Vec<u8>, change: &Change, words: &[&[u8]]) {
    let length = bytes.len();
    if length == 0 {
        return;
    }
    let place = |at: u32| at as usize % length;
    let word = |word: u8| words[usize::from(word) % words.len()].iter().copied();
    match *change {
        Change::Flip { at, bit } => bytes[place(at)] ^= 1 << (bit % 8),
        Change::Byte { at, byte } => bytes[place(at)] = byte,
        Change::Word { at, word: number, instead_of } => {
            let end = (place(at) + usize::from(instead_of % 9)).min(length);
            bytes.splice(place(at)..end, word(number));
        }
        Change::Token { at, word: number } => {
            let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.@".contains(byte);
            let start = bytes[..place(at)].iter().rposition(|byte| !is_part(byte)).map_or(0, |before| before + 1);
            let end = bytes[start..].iter().position(|byte| !is_part(byte)).map_or(length, |behind| start + behind);
            bytes.splice(start..end, word(number));
        }
        Change::Cut { at, length: gone } => {
            let end = (place(at) + usize::from(gone) % 512).min(length);
            bytes.drain(place(at)..end);
        }
        Change::Again { at, length: some, times } => {
            let part = bytes[place(at)..(place(at) + usize::from(some)).min(length)].to_vec();
            bytes.splice(place(at)..place(at), part.repeat(usize::from(times)));
        }
        Change::Move { at, from, length: some } => {
            let part = bytes[place(from)..(place(from) + usize::from(some)).min(length)].to_vec();
            bytes.splice(place(at)..place(at), part);
        }
        Change::End { at } => bytes.truncate(place(at)),
        Change::Number { at, value, is_long } => {
            let number = value.to_be_bytes();
            let number = if is_long { &number[..] } else { &number[2..] };
            let end = (place(at) + number.len()).min(length);
            bytes.splice(place(at)..end, number.iter().copied());
        }
    }
}
