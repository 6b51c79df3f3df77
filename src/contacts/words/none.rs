//! The words for "none".

use super::key::{LONGEST_CELL, trimmed, word_key};

/// Words that stand for an empty cell, as [`word_key`]s: of programs, and in the seven languages of the reader.
const NONE_WORDS: [&str; 67] = [
    "na",
    "none",
    "null",
    "nil",
    "nan",
    "nv",
    "nd",
    "ns",
    "undefined",
    "unknown",
    "notavailable",
    "notapplicable",
    "notset",
    "notspecified",
    "notprovided",
    "notgiven",
    "notknown",
    "noanswer",
    "nodata",
    "novalue",
    "empty",
    "blank",
    "missing",
    "tbd",
    "tba",
    "select",
    "selectone",
    "pleaseselect",
    "choose",
    "keine",
    "keiner",
    "keines",
    "keineangabe",
    "kein",
    "ka",
    "unbekannt",
    "leer",
    "nichtangegeben",
    "nichtvorhanden",
    "ohne",
    "aucun",
    "aucune",
    "inconnu",
    "vide",
    "nonrenseigne",
    "nonspecifie",
    "ninguno",
    "ninguna",
    "desconocido",
    "vacio",
    "sindatos",
    "nodisponible",
    "nessuno",
    "nessuna",
    "sconosciuto",
    "vuoto",
    "nonspecificato",
    "nenhum",
    "nenhuma",
    "desconhecido",
    "vazio",
    "geen",
    "onbekend",
    "leeg",
    "nvt",
    "nietingevuld",
    "hashna",
];

/// Whether a cell says "none": it is empty, blank, only dashes, dots, question marks and the like, or a word for none
/// (`n/a`, `null`, `keine Angabe`, `#N/A`).
///
/// `no`, `0` and all-zero dates aren't among them: they are values in some columns.
pub fn is_none_word(cell: &str) -> bool {
    let text = trimmed(cell);
    if text.is_empty() {
        return true;
    }
    if text.len() > LONGEST_CELL {
        return false;
    }
    // Signs alone say nothing. A plus, percent or currency sign may be a value.
    if text.chars().all(|letter| letter.is_whitespace() || "-–—_./\\?*#'\"()[]<>|,;:!".contains(letter)) {
        return true;
    }
    let is_short_enough = text.len() <= 40;
    is_short_enough && !text.contains('@') && is_key_of_none(text)
}

fn is_key_of_none(text: &str) -> bool {
    let key = word_key(text);
    // A word for none has only the letters of its key, and signs: `n/a`, `(none)`, `#N/A`.
    NONE_WORDS.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_none() {
        for cell in [
            "",
            "  ",
            "\u{A0}",
            "-",
            "--",
            "—",
            ".",
            "?",
            "n/a",
            "N/A",
            "NA",
            "n.a.",
            "#N/A",
            "null",
            "NULL",
            "(none)",
            "None",
            "nil",
            "NaN",
            "undefined",
            "unknown",
            "Not set",
            "[blank]",
            "k.A.",
            "keine Angabe",
            "unbekannt",
            "aucun",
            "aucune",
            "ninguno",
            "desconhecido",
            "nessuno",
            "geen",
            "n.v.t.",
            "- -",
            "\"\"",
        ] {
            assert!(is_none_word(cell), "{cell:?}");
        }
        for cell in ["no", "0", "nein", "x", "Nina", "n/a@b.c", "+", "$", "1", "Nana", "Nan Goldin", "✓"] {
            assert!(!is_none_word(cell), "{cell:?}");
        }
        assert!(!is_none_word(&"-".repeat(1_000_000)));
    }

    #[test]
    fn the_words_are_keys() {
        for word in NONE_WORDS {
            assert_eq!(word_key(word), word);
        }
    }
}
