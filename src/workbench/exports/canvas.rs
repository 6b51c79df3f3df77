//! The sequence as a picture, with the counts of a run if there is one.

use std::path::Path;

use crate::storage::endings;
use crate::workbench::failure::Failure;
use crate::workbench::picture::{PictureFormat, document, draw};

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
        ExportFormat {
            endings: &[endings::PDF],
            write: ExportWriter::Document(|drawing, choices, control, notes| {
                document(drawing, (&choices.picture, choices.paper), control, notes)
            }),
        },
    ],
    is_picture: true,
    has_times: false,
    window: Some(InWindow { hint: None, of_contact: false }),
    command: None,
};

/// The format of [`CANVAS`] for a path's ending.
///
/// # Errors
/// If the ending isn't that of a picture format.
pub fn form(path: &Path) -> Result<&'static ExportFormat, Failure> {
    let endings = "a picture is a PNG, an SVG or a PDF: name a file that ends in .png, .svg or .pdf";
    CANVAS.form(path).map_err(|_| Failure::Usage(format!("{}: {endings}", path.display())))
}
