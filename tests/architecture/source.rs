//! A source file with its room, its tokens, and which of them stand in test modules.

use std::path::Path;

use crate::lexer;
use crate::tokens::{Token, attribute_length, begins, group_length};

pub struct Source {
    /// From the package's folder, with `/`: `src/calendar/day.rs`.
    pub file: String,
    pub text: String,
    pub tokens: Vec<Token>,
}

/// All sources of a `src` folder.
pub fn read_tree(src: &Path) -> Vec<Source> {
    let mut texts = Vec::new();
    read_folder(src, "src", &mut texts);
    texts.sort();
    sources(texts)
}

fn read_folder(folder: &Path, name: &str, texts: &mut Vec<(String, String)>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("can't read {}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry of a folder that was just read").path();
        let file = format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read_folder(&path, &file, texts);
        } else if file.ends_with(".rs") {
            texts.push((file, crate::read(&path)));
        }
    }
}

/// Sources of files and texts.
pub fn sources(texts: impl IntoIterator<Item = (String, String)>) -> Vec<Source> {
    let mut test_modules = Vec::new();
    let mut sources = Vec::new();
    for (file, text) in texts {
        let mut tokens = lexer::lex(&text);
        let children = mark_tests(&mut tokens);
        test_modules.extend(children.into_iter().map(|child| format!("{}/{child}", folder_of_children(&file))));
        sources.push(Source { file, text, tokens });
    }
    for source in &mut sources {
        let stem = source.file.trim_end_matches(".rs");
        if test_modules.iter().any(|module| stem == module || stem.starts_with(&format!("{module}/"))) {
            source.tokens.iter_mut().for_each(|token| token.in_tests = true);
        }
    }
    sources
}

/// Where the modules that a file declares stand.
fn folder_of_children(file: &str) -> &str {
    let stem = file.trim_end_matches(".rs");
    match stem.rsplit_once('/') {
        Some((folder, "mod" | "lib" | "main")) => folder,
        _ => stem,
    }
}

/// Marks what stands in `#[cfg(test)]` modules, and names those that stand in files of their own.
fn mark_tests(tokens: &mut [Token]) -> Vec<String> {
    let mut in_files = Vec::new();
    for start in 0..tokens.len() {
        let asks = [&["#", "[", "cfg", "(", "test", ")"][..], &["#", "[", "cfg", "(", "all", "(", "test"][..]];
        if !asks.iter().any(|ask| begins(&tokens[start..], ask)) {
            continue;
        }
        let mut at = start;
        while attribute_length(&tokens[at..]) > 0 {
            at += attribute_length(&tokens[at..]);
        }
        if begins(&tokens[at..], &["pub"]) {
            at += 1;
            at += if begins(&tokens[at..], &["("]) { group_length(&tokens[at..]) } else { 0 };
        }
        if !begins(&tokens[at..], &["mod"]) || tokens.len() < at + 3 {
            continue;
        }
        if tokens[at + 2].is(";") {
            in_files.push(tokens[at + 1].text.clone());
        } else {
            let end = at + 2 + group_length(&tokens[at + 2..]);
            tokens[start..end].iter_mut().for_each(|token| token.in_tests = true);
        }
    }
    in_files
}

impl Source {
    /// The room that the file stands in, or the file's own name if it stands beside the rooms.
    pub fn room(&self) -> &str {
        self.parts().next().unwrap_or_default()
    }

    /// Whether the file stands beside the rooms.
    pub fn is_beside_rooms(&self) -> bool {
        self.parts().count() == 1
    }

    /// The file's module: `["calendar", "day"]`.
    pub fn module(&self) -> Vec<String> {
        let mut module: Vec<String> = self.parts().map(|part| part.trim_end_matches(".rs").to_owned()).collect();
        let is_its_folder = module.last().is_some_and(|last| last == "mod");
        if is_its_folder || matches!(self.room(), "lib.rs" | "main.rs") {
            module.pop();
        }
        module
    }

    fn parts(&self) -> impl Iterator<Item = &str> {
        self.file.split('/').skip(1)
    }
}

/// One source, for tests of the checks.
#[cfg(test)]
pub fn planted(file: &str, text: &str) -> Vec<Source> {
    sources([(file.to_owned(), text.to_owned())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tested(source: &Source) -> Vec<&str> {
        source.tokens.iter().filter(|token| token.in_tests && token.is_word()).map(|token| &*token.text).collect()
    }

    #[test]
    fn rooms_and_modules_follow_from_paths() {
        let told = |file| {
            let source = planted(file, "").remove(0);
            (source.room().to_owned(), source.module().join("::"))
        };
        assert_eq!(told("src/calendar/mod.rs"), ("calendar".to_owned(), "calendar".to_owned()));
        assert_eq!(
            told("src/storage/exports/events.rs"),
            ("storage".to_owned(), "storage::exports::events".to_owned())
        );
        assert_eq!(told("src/main.rs"), ("main.rs".to_owned(), String::new()));
    }

    #[test]
    fn test_modules_are_marked_and_end_with_their_brace() {
        let source =
            &planted("src/a/b.rs", "fn x() {}\n#[cfg(test)]\n#[allow(a)]\nmod tests { fn y() { z } }\nfn w() {}")[0];
        assert_eq!(tested(source), ["cfg", "test", "allow", "a", "mod", "tests", "fn", "y", "z"]);
    }

    #[test]
    fn other_conditions_are_no_tests() {
        let text = "#[cfg(not(test))] mod a { x } #[cfg(any(test, b))] mod c { y } #[cfg(test)] fn d() { z }";
        assert_eq!(tested(&planted("src/a/b.rs", text)[0]), [""; 0]);
    }

    #[test]
    fn test_modules_in_files_of_their_own_are_marked() {
        let texts = [
            ("src/a/b.rs", "#[cfg(test)] mod tests;"),
            ("src/a/b/tests.rs", "x"),
            ("src/a/b/tests/more.rs", "y"),
            ("src/a/tests.rs", "z"),
        ];
        let sources = sources(texts.map(|(file, text)| (file.to_owned(), text.to_owned())));
        let marked: Vec<Vec<&str>> = sources.iter().map(tested).collect();
        assert_eq!(marked, [vec![], vec!["x"], vec!["y"], vec![]]);
    }
}
