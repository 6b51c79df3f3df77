//! The sequence as a picture, with the counts of a run if there is one.

use std::path::Path;

use crate::workbench::failure::Failure;
use crate::workbench::picture::{Format, draw};

use super::export::{Export, Form, InWindow, Writer};

/// The sequence as it is drawn.
pub const CANVAS: Export = Export {
    name: "canvas",
    label: "Picture of the canvas with its counts",
    forms: &[
        Form {
            endings: &["png"],
            write: Writer::Drawing(|drawing, options, control| draw(drawing, Format::Png, options, control)),
        },
        Form {
            endings: &["svg"],
            write: Writer::Drawing(|drawing, options, control| draw(drawing, Format::Svg, options, control)),
        },
    ],
    is_picture: true,
    window: Some(InWindow { hint: "As it stands at the clock.", of_contact: false }),
    command: None,
};

/// The form of [`CANVAS`] that a path's ending stands for.
///
/// # Errors
/// If it stands for no picture.
pub fn form(path: &Path) -> Result<&'static Form, Failure> {
    let endings = "a picture is an SVG or a PNG: name a file that ends in .svg or .png";
    CANVAS.form(path).map_err(|_| Failure::Usage(format!("{}: {endings}", path.display())))
}
