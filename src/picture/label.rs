//! What stands below a tile: the name, and a timer's sentence, in lines.

/// The lines below a tile, broken once, when the scene is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The name, at most two lines.
    pub name: Vec<String>,
    /// The sentence, at most three.
    pub sentence: Vec<String>,
}

impl Label {
    /// Of a name and a sentence.
    pub fn new(name: &str, sentence: &str) -> Self {
        Self { name: vec![name.to_owned()], sentence: vec![sentence.to_owned()] }
    }
}
