//! Reads a kind from a file: its name, with its settings in brackets, as in `Email(to: Contact, subject: "..")`.

use serde::de::{Deserializer, Error, VariantAccess, Visitor};

/// Reads the settings after a kind's name as a struct, whose fields are directly in the brackets of the kind.
pub(super) struct VariantFields<A>(pub A);

impl<'de, A: VariantAccess<'de>> Deserializer<'de> for VariantFields<A> {
    type Error = A::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(fields, visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, A::Error> {
        Err(A::Error::custom("a kind's settings are a struct"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
