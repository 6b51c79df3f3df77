//! Errors of spreadsheets, which stand where a formula found no value.

use super::key::trimmed;

/// The errors, in the languages of the reader, in the forms of Excel, LibreOffice and Google. The last two stand for any
/// other error of a sheet, and for a formula that was never worked out.
const ERRORS: [&str; 34] = [
    "#N/A",
    "#NULL!",
    "#DIV/0!",
    "#VALUE!",
    "#REF!",
    "#NAME?",
    "#NUM!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#UNKNOWN!",
    "#NV",
    "#WERT!",
    "#BEZUG!",
    "#ZAHL!",
    "#VALEUR!",
    "#NOM?",
    "#NOMBRE!",
    "#¡VALOR!",
    "#¡REF!",
    "#¿NOMBRE?",
    "#¡DIV/0!",
    "#¡NUM!",
    "#VALORE!",
    "#RIF!",
    "#NOME?",
    "#VALOR!",
    "#N/D",
    "#ERROR!",
    "#RESULT!",
];

/// Whether a cell has an error of a spreadsheet rather than a value.
pub fn is_sheet_error(cell: &str) -> bool {
    let text = trimmed(cell);
    // Nearly every cell ends here.
    text.starts_with('#') && text.len() <= 24 && ERRORS.contains(&text.to_uppercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_no_values() {
        for cell in ["#N/A", " #n/a ", "#REF!", "#DIV/0!", "#WERT!", "#RESULT!"] {
            assert!(is_sheet_error(cell), "{cell}");
        }
        for cell in ["", "#", "#1", "#VIP", "N/A", "#N/A!", "# REF!", &"#".repeat(1000)] {
            assert!(!is_sheet_error(cell), "{cell}");
        }
    }
}
