//! Finds questions by everyday words.

use super::precise::Precise;
use super::question::Question;
use super::questions::questions;

/// Words that say nothing about the subject.
const FILLERS: &[&str] = &[
    "a", "an", "and", "are", "at", "be", "can", "did", "do", "does", "for", "from", "get", "gets", "go", "got", "has",
    "have", "how", "i", "if", "in", "is", "it", "its", "me", "my", "of", "on", "or", "s", "so", "than", "that", "the",
    "their", "there", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "why",
    "will", "with", "you", "your",
];

/// What a typed word counts for where it is found.
const IN_WORDS: u32 = 6;
const IN_QUESTION: u32 = 5;
const IN_ANSWER: u32 = 2;
const IN_RULE: u32 = 1;
/// What counts for all words of a synonym that were typed, for each of them.
const WHOLE_SYNONYM: u32 = 12;
/// What counts for a synonym that is exactly what was typed.
const EXACTLY: u32 = 24;
/// Words with at least this many letters may be misspelt by one.
const LONG_WORD: usize = 5;
/// Most words and letters that are searched for. More don't make a question clearer, and every key searches again.
const MOST_WORDS: usize = 16;
const MOST_LETTERS: usize = 400;

/// The questions that fit what was typed, best first; all of them, in order, if nothing was.
///
/// Every word should occur. If no question has all of them, those that have most are found.
pub fn search(typed: &str) -> Vec<&'static Question> {
    let end = typed.char_indices().nth(MOST_LETTERS).map_or(typed.len(), |(end, _)| end);
    let mut asked = meaningful(&typed[..end]);
    asked.truncate(MOST_WORDS);
    if asked.is_empty() {
        return questions().collect();
    }
    let scored = questions().map(|question| (score(&asked, question), question));
    let mut scored: Vec<((usize, u32), &Question)> = scored.filter(|((hits, _), _)| *hits > 0).collect();
    let most = scored.iter().map(|((hits, _), _)| *hits).max().unwrap_or_default();
    scored.retain(|((hits, _), _)| *hits == most);
    scored.sort_by_key(|((_, score), _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, question)| question).collect()
}

/// The words of a text, in lower case.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\'', '’'], "");
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words without fillers; all of them if there are only fillers.
fn meaningful(text: &str) -> Vec<String> {
    let all = words(text);
    let some: Vec<String> = all.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
    if some.is_empty() { all } else { some }
}

/// How many of the words a question has, and how well it fits.
fn score(asked: &[String], question: &Question) -> (usize, u32) {
    let synonyms: Vec<Vec<String>> = question.words.iter().map(|synonym| meaningful(synonym)).collect();
    let (title, answer) = (words(question.ask), words(question.answer));
    let rules: Vec<String> = question
        .rules
        .iter()
        .flat_map(Precise::lines)
        .flat_map(|line| words(&line))
        .chain([question.id.to_owned()])
        .collect();
    let (mut hits, mut total) = (0, 0);
    for word in asked {
        let in_words = synonyms.iter().flatten().map(|known| likeness(word, known)).max().unwrap_or_default();
        let in_title = title.iter().map(|known| likeness(word, known)).max().unwrap_or_default();
        let in_answer = answer.iter().map(|known| likeness(word, known)).max().unwrap_or_default();
        let in_rule = rules.iter().map(|known| likeness(word, known)).max().unwrap_or_default();
        let found = in_words * IN_WORDS + in_title * IN_QUESTION + in_answer * IN_ANSWER + in_rule * IN_RULE;
        total += found;
        hits += usize::from(found > 0);
    }
    let typed_in_full = |synonym: &&Vec<String>| synonym.iter().all(|known| asked.contains(known));
    let longest = synonyms.iter().filter(typed_in_full).map(Vec::len).max().unwrap_or_default() as u32;
    let is_exact = synonyms.iter().any(|synonym| synonym == asked) || meaningful(question.ask) == asked;
    (hits, total + longest * WHOLE_SYNONYM + if is_exact { EXACTLY } else { 0 })
}

/// 3 for the same word, 2 for its beginning or another ending, 1 for nearly the same, 0 for another word.
fn likeness(typed: &str, known: &str) -> u32 {
    let (letters, known_letters) = (typed.chars().count(), known.chars().count());
    if typed == known {
        3
    } else if letters >= 3 && (known.starts_with(typed) || stem(typed) == stem(known)) {
        2
    } else if letters.min(known_letters) >= LONG_WORD
        && letters.abs_diff(known_letters) <= 1
        && strsim::osa_distance(typed, known) == 1
    {
        1
    } else {
        0
    }
}

/// A word without the usual endings.
fn stem(word: &str) -> &str {
    let ending =
        ["ing", "ed", "es", "s"].into_iter().find(|ending| word.len() > ending.len() + 3 && word.ends_with(ending));
    ending.map_or(word, |ending| &word[..word.len() - ending.len()])
}
