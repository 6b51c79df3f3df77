//! A place in a plain cell, which moves over its numbers, words and marks.

/// What is left of a plain cell. Copy it to go back.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateScan<'c> {
    rest: &'c str,
}

/// A run of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// Its value. Numbers of more than nine digits are cut there, since no part of a date has as many.
    pub(super) value: u32,
    /// The number of digits.
    pub(super) count: usize,
}

impl Digits {
    /// Whether it may be a day, month, hour or minute: one or two digits.
    pub(super) fn is_short(self) -> bool {
        self.count <= 2
    }
}

impl<'c> DateScan<'c> {
    pub(super) fn new(text: &'c str) -> Self {
        DateScan { rest: text }
    }

    pub(super) fn rest(&self) -> &'c str {
        self.rest
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next byte, which stays.
    pub(super) fn next_byte(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// Whether a digit comes next.
    pub(super) fn is_at_digit(&self) -> bool {
        self.next_byte().is_some_and(|byte| byte.is_ascii_digit())
    }

    /// Takes a run of digits.
    pub(super) fn number(&mut self) -> Option<Digits> {
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = self.take(count)?;
        let value = digits.bytes().take(9).fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        Some(Digits { value, count })
    }

    /// Takes a run of letters.
    pub(super) fn word(&mut self) -> Option<&'c str> {
        let count = self.rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        self.take(count)
    }

    /// Takes this word, if it comes next as a whole.
    pub(super) fn this_word(&mut self, wanted: &[&str]) -> bool {
        let mut ahead = *self;
        let is_there = ahead.word().is_some_and(|word| wanted.contains(&word));
        if is_there {
            *self = ahead;
        }
        is_there
    }

    /// Takes this character, if it comes next.
    pub(super) fn mark(&mut self, wanted: char) -> bool {
        self.rest.strip_prefix(wanted).map(|rest| self.rest = rest).is_some()
    }

    /// Takes one of these characters.
    pub(super) fn one_of(&mut self, wanted: &[u8]) -> Option<char> {
        let next = self.next_byte().filter(|byte| wanted.contains(byte))?;
        self.take(1)?;
        Some(char::from(next))
    }

    /// Takes a blank. There are never two.
    pub(super) fn blank(&mut self) -> bool {
        self.mark(' ')
    }

    /// Takes the text up to this character, and the character.
    pub(super) fn skip_past(&mut self, end: char) -> Option<()> {
        self.rest = self.rest.split_once(end)?.1;
        Some(())
    }

    /// Takes a number of bytes; `None` for zero.
    pub(super) fn take(&mut self, count: usize) -> Option<&'c str> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        (count > 0).then_some(taken)
    }
}
