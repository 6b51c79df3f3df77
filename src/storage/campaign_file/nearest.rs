//! Finds the name that was probably meant, and shortens names for messages.

/// Longest names that are compared: longer ones are rarely wrong by only a letter or two.
const LONGEST_COMPARED: usize = 40;
/// Most characters of the file's text that an error quotes.
const LONGEST_QUOTED: usize = 60;

/// The known name nearest to an unknown one, if one is near enough.
pub(super) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST_COMPARED {
        return None;
    }
    let near = (name.chars().count() / 3).max(1);
    let distances =
        known.into_iter().filter(|known| known.len() <= LONGEST_COMPARED).map(|known| (distance(name, known), known));
    distances.filter(|(distance, _)| *distance <= near).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// The number of letters to insert, remove, change or swap with the next one. Case is ignored.
fn distance(a: &str, b: &str) -> usize {
    let letters = |text: &str| text.chars().map(|letter| letter.to_ascii_lowercase()).collect::<Vec<char>>();
    let (a, b) = (letters(a), letters(b));
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = changed.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// A text of the file for an error message: on one line and not too long.
pub(super) fn short(text: &str) -> String {
    let mut quoted = String::new();
    for (count, letter) in text.chars().enumerate() {
        if count == LONGEST_QUOTED {
            quoted.push('…');
            break;
        }
        if letter.is_control() { quoted.extend(letter.escape_default()) } else { quoted.push(letter) }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found() {
        let known = ["Email", "Fax", "Letter", "DelayTimer"];
        assert_eq!(nearest("Emial", known), Some("Email"));
        assert_eq!(nearest("delaytimer", known), Some("DelayTimer"));
        assert_eq!(nearest("Fux", known), Some("Fax"));
        assert_eq!(nearest("Webhook", known), None);
        assert_eq!(nearest(&"x".repeat(1_000_000), known), None);
    }

    #[test]
    fn quotes_stay_short_and_on_one_line() {
        assert_eq!(short("a\nb"), "a\\nb");
        assert_eq!(short(&"ü".repeat(1000)).chars().count(), 61);
    }
}
