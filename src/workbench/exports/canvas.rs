//! The sequence as a picture, with the counts of a run if there is one.

use std::path::Path;

use crate::storage::endings;
use crate::workbench::failure::Failure;
use crate::workbench::picture::{PictureFormat, draw};

use super::export::{Export, ExportFormat, ExportWriter, InWindow};

/// The sequence as it is drawn.
pub const CANVAS: Export = Export {
    name: "canvas",
    label: "Picture of the canvas with its counts",
    forms: &[
        ExportFormat {
            endings: &[endings::PNG],
            write: ExportWriter::Drawing(|drawing, options, control| {
                draw(drawing, PictureFormat::Png, options, control)
            }),
        },
        ExportFormat {
            endings: &[endings::SVG],
            write: ExportWriter::Drawing(|drawing, options, control| {
                draw(drawing, PictureFormat::Svg, options, control)
            }),
        },
    ],
    is_picture: true,
    window: Some(InWindow { hint: "As it stands at the clock.", of_contact: false }),
    command: None,
};

/// The format of [`CANVAS`] for a path's ending.
///
/// # Errors
/// If the ending isn't that of a picture format.
pub fn form(path: &Path) -> Result<&'static ExportFormat, Failure> {
    let endings = "a picture is an SVG or a PNG: name a file that ends in .svg or .png";
    CANVAS.form(path).map_err(|_| Failure::Usage(format!("{}: {endings}", path.display())))
}
