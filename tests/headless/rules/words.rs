//! Splits a file into paragraphs, and a line into words.

/// A line without indentation, and the indented lines below it.
pub struct Paragraph<'a> {
    /// The number of its line in the file, from 1.
    pub line: usize,
    /// The first word.
    pub keyword: &'a str,
    /// The rest of the line.
    pub rest: &'a str,
    /// The indented lines with their numbers, without their indentation.
    pub below: Vec<(usize, &'a str)>,
}

/// Splits a file into paragraphs. Blank lines and lines that begin with `#` are ignored.
pub fn paragraphs(text: &str) -> Result<Vec<Paragraph<'_>>, String> {
    let mut all: Vec<Paragraph<'_>> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let (line_number, trimmed) = (number + 1, line.trim());
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        if line.starts_with(' ') {
            let above = all.last_mut().ok_or(format!("line {line_number} is indented, with nothing above it"))?;
            above.below.push((line_number, trimmed));
            continue;
        }
        let (keyword, rest) = trimmed.split_once(' ').unwrap_or((trimmed, ""));
        all.push(Paragraph { line: line_number, keyword, rest: rest.trim(), below: Vec::new() });
    }
    Ok(all)
}

/// Splits a line at blanks, but not within quotes or brackets.
pub fn words(line: &str) -> Vec<String> {
    let (mut all, mut word, mut depth, mut quoted) = (Vec::new(), String::new(), 0, false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
        if letter == ' ' && !quoted && depth == 0 {
            if !word.is_empty() {
                all.push(std::mem::take(&mut word));
            }
        } else {
            word.push(letter);
        }
    }
    if !word.is_empty() {
        all.push(word);
    }
    all
}

/// Splits `key=value`, and removes the quotes around the value.
pub fn pair(word: &str) -> Result<(String, String), String> {
    let (key, value) = word.split_once('=').ok_or(format!("`{word}` is no key=value"))?;
    let bare = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
    Ok((key.to_owned(), bare.to_owned()))
}
