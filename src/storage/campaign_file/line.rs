//! One value on one line of RON: `(id: 1, name: "Start", position: (40.0, 80.0), kind: Start)`.
//!
//! The writer of the `ron` crate isn't used: it escapes every apostrophe and every combining character (`Don\'t`,
//! `e\u{301}`), which makes many languages unreadable in the file.

use std::fmt::{self, Write};

use serde::ser::{self, Serialize};

/// Appends a value to `out`.
pub(super) fn push(out: &mut String, value: &(impl Serialize + ?Sized)) {
    // Writing to a string can't fail, and all our types can be serialized.
    let written = value.serialize(&mut ValueWriter { out, is_named: false });
    debug_assert!(written.is_ok());
}

/// Appends a text in quotes.
pub(super) fn push_text(out: &mut String, text: &str) {
    out.reserve(text.len() + 2);
    out.push('"');
    let mut rest = text;
    while let Some((at, letter)) = rest.char_indices().find(|&(_, letter)| needs_escape(letter)) {
        out.push_str(&rest[..at]);
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => drop(write!(out, "\\u{{{:x}}}", other as u32)),
        }
        rest = &rest[at + letter.len_utf8()..];
    }
    out.push_str(rest);
    out.push('"');
}

/// Appends a number with a point or an exponent, so that it reads back as the same number and not as a whole one.
fn push_number(out: &mut String, value: f64) -> fmt::Result {
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        return write!(out, "{value:e}");
    }
    write!(out, "{value}")?;
    if value.fract() == 0.0 {
        out.push_str(".0");
    }
    Ok(())
}

/// Whether a character must be escaped: it would end the text or the line, or editors hide or reorder it.
fn needs_escape(letter: char) -> bool {
    match letter {
        '"' | '\\' => true,
        ' '..='~' => false,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        other => other.is_control(),
    }
}

/// Whether a text can be used as a field name without quotes.
pub(super) fn is_plain_name(text: &str) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_';
    let bytes = text.as_bytes();
    bytes.first().is_some_and(is_letter) && bytes.iter().all(|byte| is_letter(byte) || byte.is_ascii_digit())
}

struct ValueWriter<'a> {
    out: &'a mut String,
    /// Whether a name and its bracket were just opened: a struct inside then needs no second pair of brackets.
    is_named: bool,
}

/// Fields or elements between brackets.
struct LineEntries<'a, 'b> {
    line: &'b mut ValueWriter<'a>,
    is_first: bool,
    /// The closing bracket; `None` if the code that opened the bracket closes it.
    closing: Option<char>,
}

impl<'a> ValueWriter<'a> {
    fn shown(&mut self, value: impl fmt::Display) -> fmt::Result {
        write!(self.out, "{value}")
    }

    fn entries(&mut self, name: &str, opening: char, closing: char) -> Result<LineEntries<'a, '_>, fmt::Error> {
        self.out.push_str(name);
        self.out.push(opening);
        Ok(LineEntries { line: self, is_first: true, closing: Some(closing) })
    }
}

impl LineEntries<'_, '_> {
    fn entry(&mut self, name: Option<&str>, value: &(impl Serialize + ?Sized)) -> fmt::Result {
        if !std::mem::take(&mut self.is_first) {
            self.line.out.push_str(", ");
        }
        if let Some(name) = name {
            self.line.out.push_str(name);
            self.line.out.push_str(": ");
        }
        self.line.is_named = false;
        value.serialize(&mut *self.line)
    }

    fn close(self) -> fmt::Result {
        self.line.out.extend(self.closing);
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident $number:ty),*) => {
        $(fn $method(self, value: $number) -> fmt::Result { self.shown(value) })*
    };
}

impl<'a, 'b> ser::Serializer for &'b mut ValueWriter<'a> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = LineEntries<'a, 'b>;
    type SerializeTuple = LineEntries<'a, 'b>;
    type SerializeTupleStruct = LineEntries<'a, 'b>;
    type SerializeTupleVariant = LineEntries<'a, 'b>;
    type SerializeMap = LineEntries<'a, 'b>;
    type SerializeStruct = LineEntries<'a, 'b>;
    type SerializeStructVariant = LineEntries<'a, 'b>;

    numbers!(serialize_bool bool, serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);
    numbers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.serialize_f64(value.into())
    }
    fn serialize_f64(self, value: f64) -> fmt::Result {
        push_number(self.out, value)
    }
    fn serialize_char(self, value: char) -> fmt::Result {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> fmt::Result {
        push_text(self.out, value);
        Ok(())
    }
    fn serialize_bytes(self, value: &[u8]) -> fmt::Result {
        value.serialize(self)
    }
    fn serialize_none(self) -> fmt::Result {
        self.shown("None")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        // The file enables `implicit_some`.
        value.serialize(self)
    }
    fn serialize_unit(self) -> fmt::Result {
        self.shown("()")
    }
    fn serialize_unit_struct(self, _name: &'static str) -> fmt::Result {
        self.shown("()")
    }
    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> fmt::Result {
        self.shown(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> fmt::Result {
        let mut entries = self.entries("", '(', ')')?;
        entries.entry(None, value)?;
        entries.close()
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.out.push_str(variant);
        self.out.push('(');
        self.is_named = true;
        value.serialize(&mut *self)?;
        self.is_named = false;
        self.out.push(')');
        Ok(())
    }
    fn serialize_seq(self, _length: Option<usize>) -> Result<LineEntries<'a, 'b>, fmt::Error> {
        self.entries("", '[', ']')
    }
    fn serialize_tuple(self, _length: usize) -> Result<LineEntries<'a, 'b>, fmt::Error> {
        self.entries("", '(', ')')
    }
    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<LineEntries<'a, 'b>, fmt::Error> {
        self.entries("", '(', ')')
    }
    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<LineEntries<'a, 'b>, fmt::Error> {
        self.entries(variant, '(', ')')
    }
    fn serialize_map(self, _length: Option<usize>) -> Result<LineEntries<'a, 'b>, fmt::Error> {
        self.entries("", '{', '}')
    }
    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<LineEntries<'a, 'b>, fmt::Error> {
        if std::mem::take(&mut self.is_named) {
            return Ok(LineEntries { line: self, is_first: true, closing: None });
        }
        self.entries("", '(', ')')
    }
    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<LineEntries<'a, 'b>, fmt::Error> {
        self.entries(variant, '(', ')')
    }
}

macro_rules! elements {
    ($($shape:ident $method:ident),*) => {
        $(impl ser::$shape for LineEntries<'_, '_> {
            type Ok = ();
            type Error = fmt::Error;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
                self.entry(None, value)
            }
            fn end(self) -> fmt::Result {
                self.close()
            }
        })*
    };
}

macro_rules! fields {
    ($($shape:ident),*) => {
        $(impl ser::$shape for LineEntries<'_, '_> {
            type Ok = ();
            type Error = fmt::Error;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> fmt::Result {
                self.entry(Some(name), value)
            }
            fn end(self) -> fmt::Result {
                self.close()
            }
        })*
    };
}

elements!(SerializeSeq serialize_element, SerializeTuple serialize_element);
elements!(SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field);
fields!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for LineEntries<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        self.entry(None, key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.line.out.push_str(": ");
        value.serialize(&mut *self.line)
    }
    fn end(self) -> fmt::Result {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_read_back_and_stay_readable() {
        let texts = [
            ("Don't", "\"Don't\""),
            ("a\"b\\c\nd\te\r", "\"a\\\"b\\\\c\\nd\\te\\r\""),
            (
                "e\u{301} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f469}\u{200d}\u{1f680}",
                "\"e\u{301} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f469}\u{200d}\u{1f680}\"",
            ),
            ("\0\u{7f}\u{85}\u{202e}\u{feff}", "\"\\u{0}\\u{7f}\\u{85}\\u{202e}\\u{feff}\""),
        ];
        for (text, expected) in texts {
            let mut out = String::new();
            push_text(&mut out, text);
            assert_eq!(out, expected);
            assert_eq!(ron::from_str::<String>(&out).as_deref(), Ok(text));
        }
    }

    #[test]
    fn numbers_read_back_as_the_same_and_never_as_whole_ones() {
        let numbers = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (40.0, "40.0"),
            (-12.5, "-12.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (0.0001, "0.0001"),
            (0.00001, "1e-5"),
            (9_999_999_999_999_998.0, "9999999999999998.0"),
            (1e16, "1e16"),
            (f64::MAX, "1.7976931348623157e308"),
        ];
        for (number, expected) in numbers {
            let mut out = String::new();
            push(&mut out, &number);
            assert_eq!(out, expected);
            assert_eq!(ron::from_str::<f64>(&out), Ok(number));
        }
    }
}
