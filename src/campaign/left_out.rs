//! Parts of a file that may be left out.

use serde::{Deserialize, Deserializer};

/// Reads an optional part: `None` is the same as leaving it out.
pub(super) fn or_none<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}
