//! Scores how well typed letters match a name.

/// The score of the letters, higher is better; `None` if they don't all occur in this order.
///
/// Several words can be typed in any order; each must match. A name that contains them as typed scores higher, and
/// highest if it begins with them.
pub fn score(typed: &str, name: &str) -> Option<i32> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let mut total = 0;
    for word in typed.split_whitespace() {
        let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        total += score_word(&word, &name)?;
    }
    let words: Vec<&str> = typed.split_whitespace().collect();
    if words.len() > 1 {
        let phrase: Vec<char> = words.join(" ").chars().flat_map(char::to_lowercase).collect();
        total += match name.windows(phrase.len()).position(|part| part == phrase) {
            Some(0) => 24,
            Some(at) if starts_word(&name, at) => 16,
            Some(_) => 8,
            None => 0,
        };
    }
    // Of two equal matches, the shorter name wins.
    Some(total * 64 - name.len().min(63) as i32)
}

fn score_word(word: &[char], name: &[char]) -> Option<i32> {
    if let Some(at) = name.windows(word.len()).position(|part| part == word) {
        let starts = at == 0 || starts_word(name, at);
        return Some(
            word.len() as i32 * 4
                + if at == 0 {
                    12
                } else if starts {
                    8
                } else {
                    2
                },
        );
    }
    let mut from = 0;
    let mut score = 0;
    let mut last = None;
    for letter in word {
        let rest = &name[from..];
        // Letters at the start of words score higher.
        let at_start = (from..name.len()).find(|at| name[*at] == *letter && starts_word(name, *at));
        let at = match last {
            Some(last) if name.get(last + 1) == Some(letter) => last + 1,
            _ => at_start.or_else(|| rest.iter().position(|char| char == letter).map(|at| from + at))?,
        };
        score += if last.is_some_and(|last| last + 1 == at) || starts_word(name, at) { 3 } else { 1 };
        (last, from) = (Some(at), at + 1);
    }
    Some(score)
}

fn starts_word(name: &[char], at: usize) -> bool {
    at == 0 || !name[at - 1].is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(typed: &str, names: &[&str]) -> Option<String> {
        let fitting = names.iter().filter_map(|name| Some((score(typed, name)?, *name)));
        fitting.max_by_key(|(score, _)| *score).map(|(_, name)| name.to_owned())
    }

    #[test]
    fn beginnings_and_whole_words_go_before_scattered_letters() {
        let names = ["Delay timer", "Tidy", "Redo", "Mark as draft", "Mark ready"];
        assert_eq!(best("ti", &names).as_deref(), Some("Tidy"));
        assert_eq!(best("mr", &names).as_deref(), Some("Mark ready"));
        assert_eq!(best("timer", &names).as_deref(), Some("Delay timer"));
        assert_eq!(best("ready mark", &names).as_deref(), Some("Mark ready"));
        assert_eq!(best("xyz", &names), None);
    }

    #[test]
    fn words_as_they_were_typed_go_before_the_same_words_elsewhere() {
        let names = ["Dates as 12 Mar 2026", "Dates as Mar 12, 2026", "Dates as 2026-03-12"];
        assert_eq!(best("Dates as Mar", &names).as_deref(), Some("Dates as Mar 12, 2026"));
        assert_eq!(best("dates  as 12", &names).as_deref(), Some("Dates as 12 Mar 2026"));
        assert_eq!(best("to far", &["Far, to the left", "Go to far away"]).as_deref(), Some("Go to far away"));
        assert_eq!(best("go to far", &["Now go to far", "Go to far away"]).as_deref(), Some("Go to far away"));
    }

    #[test]
    fn nothing_typed_fits_everything() {
        assert!(score("", "Tidy").is_some());
        assert!(score("tidy", "").is_none());
    }
}
