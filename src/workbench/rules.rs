//! TEMP
/// TEMP
pub struct Section {
    /// T
    pub number: &'static str,
    /// T
    pub title: &'static str,
}
/// TEMP
pub fn sections() -> Vec<Section> {
    Vec::new()
}
