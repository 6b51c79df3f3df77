//! Finds the paths of a source: those of `use`, split group by group, and those in expressions.

use std::collections::BTreeMap;

use crate::source::{Source, Token, begins, group_length};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In a `use` or `extern crate`.
    Imported,
    /// In a `pub use`, also with a scope such as `pub(crate)`.
    ReExported,
    /// Anywhere else.
    Inline,
}

#[derive(Clone, Debug)]
pub struct Path {
    /// A glob's last segment is `*`.
    pub segments: Vec<String>,
    /// The name that an import has in this file.
    pub alias: Option<String>,
    pub standing: Standing,
    pub line: usize,
    pub in_tests: bool,
    /// The module that contains it.
    module: Vec<String>,
}

impl Path {
    /// The path from the crate's root; `None` if it leads outside this crate.
    pub fn within_crate(&self) -> Option<Vec<String>> {
        let mut module = match self.segments[0].as_str() {
            "crate" | "dripline" => Vec::new(),
            "self" | "super" => self.module.clone(),
            _ => return None,
        };
        let leading = self.segments.iter().take_while(|segment| matches!(segment.as_str(), "self" | "super")).count();
        for segment in &self.segments[..leading] {
            if segment == "super" {
                module.pop();
            }
        }
        module.extend_from_slice(&self.segments[leading.max(1)..]);
        Some(module)
    }

    pub fn written(&self) -> String {
        self.segments.join("::")
    }
}

/// The imported names of a file, each with the paths that it stands for.
pub struct Aliases<'a>(BTreeMap<&'a str, Vec<&'a Path>>);

/// The number of imports of imports that are followed.
const DEPTH: usize = 4;

impl<'a> Aliases<'a> {
    pub fn of(paths: &'a [Path]) -> Self {
        let mut aliases: BTreeMap<&str, Vec<&Path>> = BTreeMap::new();
        for path in paths.iter().filter(|path| path.standing != Standing::Inline) {
            if let Some(alias) = &path.alias {
                aliases.entry(alias).or_default().push(path);
            }
        }
        Self(aliases)
    }

    /// All paths that a path leads to through imports (`use std::time;` … `time::Instant`), without itself.
    pub fn followed(&self, path: &Path) -> Vec<Path> {
        let mut found = Vec::new();
        self.follow(path, DEPTH, &mut found);
        found
    }

    /// Whether the first name of a path is an import for which `holds` returns true.
    pub fn is_of(&self, path: &Path, holds: impl Fn(&Path) -> bool) -> bool {
        path.standing == Standing::Inline
            && self.0.get(path.segments[0].as_str()).into_iter().flatten().any(|target| holds(target))
    }

    fn follow(&self, path: &Path, depth: usize, found: &mut Vec<Path>) {
        for target in self.0.get(path.segments[0].as_str()).into_iter().flatten().filter(|_| depth > 0) {
            let segments = [&target.segments[..], &path.segments[1..]].concat();
            if segments != path.segments {
                let next = Path { segments, line: path.line, in_tests: path.in_tests, ..(*target).clone() };
                self.follow(&next, depth - 1, found);
                found.push(next);
            }
        }
    }
}

/// All paths of a source, in order.
pub fn paths(source: &Source) -> Vec<Path> {
    let mut reader =
        Reader { tokens: &source.tokens, module: source.module(), closings: Vec::new(), paths: Vec::new() };
    let mut at = 0;
    while at < source.tokens.len() {
        at = reader.step(at);
    }
    reader.paths
}

/// Words that may come before a path that begins with `::`, and aren't part of it.
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "dyn", "else", "for", "if", "impl", "in", "let", "match", "move", "mut",
    "ref", "return", "static", "unsafe", "where", "while",
];

struct Reader<'a> {
    tokens: &'a [Token],
    module: Vec<String>,
    /// The index of the last token of each open module.
    closings: Vec<usize>,
    paths: Vec<Path>,
}

impl Reader<'_> {
    fn step(&mut self, at: usize) -> usize {
        if self.closings.last() == Some(&at) {
            self.closings.pop();
            self.module.pop();
        }
        let rest = &self.tokens[at..];
        if begins(rest, &["mod"]) && rest.len() > 2 && rest[2].is("{") {
            self.module.push(rest[1].text.clone());
            self.closings.push(at + 1 + group_length(&rest[2..]));
            return at + 3;
        }
        if begins(rest, &["extern", "crate"]) {
            return self.tree(at + 2, &[], Standing::Imported);
        }
        // `use<'a>` in a bound isn't an import.
        if begins(rest, &["use"]) && !begins(rest, &["use", "<"]) {
            return self.tree(at + 1, &[], self.standing_of_use(at));
        }
        if !rest[0].is_word() || KEYWORDS.contains(&&*rest[0].text) || continues(&self.tokens[..at]) {
            return at + 1;
        }
        self.inline(at)
    }

    /// A `pub` before `use` may have a scope in parentheses.
    fn standing_of_use(&self, at: usize) -> Standing {
        let before = |back: usize| at.checked_sub(back).map(|before| &self.tokens[before]);
        if before(1).is_some_and(|token| token.is("pub") || token.is(")")) {
            Standing::ReExported
        } else {
            Standing::Imported
        }
    }

    fn push(&mut self, segments: Vec<String>, alias: Option<String>, standing: Standing, at: usize) {
        let token = &self.tokens[at.min(self.tokens.len() - 1)];
        let (line, in_tests, module) = (token.line, token.in_tests, self.module.clone());
        self.paths.push(Path { segments, alias, standing, line, in_tests, module });
    }

    /// Reads a path in an expression, type or attribute. Only paths of two or more segments count.
    fn inline(&mut self, start: usize) -> usize {
        let mut segments = vec![self.tokens[start].text.clone()];
        let mut at = start + 1;
        while begins(&self.tokens[at..], &["::"]) && self.tokens.get(at + 1).is_some_and(Token::is_word) {
            segments.push(self.tokens[at + 1].text.clone());
            at += 2;
        }
        if segments.len() > 1 {
            self.push(segments, None, Standing::Inline, start);
        }
        at
    }

    /// Reads one branch of a `use`, and returns the index after it.
    fn tree(&mut self, start: usize, prefix: &[String], standing: Standing) -> usize {
        let mut segments = prefix.to_vec();
        let mut at = start;
        loop {
            let Some(token) = self.tokens.get(at) else { return at };
            if token.is("::") {
                at += 1;
            } else if token.is("{") {
                let end = at + group_length(&self.tokens[at..]);
                at += 1;
                while at < end - 1 {
                    at = self.tree(at, &segments, standing).max(at + 1);
                    at += usize::from(self.tokens.get(at).is_some_and(|token| token.is(",")));
                }
                return end;
            } else if token.is("*") {
                segments.push("*".to_owned());
                self.push(segments, None, standing, at);
                return at + 1;
            } else if token.is_word() {
                // In a group, `self` is the group's own path.
                if !token.is("self") || segments.is_empty() {
                    segments.push(token.text.clone());
                }
                if begins(&self.tokens[at + 1..], &["::"]) {
                    at += 2;
                    continue;
                }
                let renamed = begins(&self.tokens[at + 1..], &["as"]);
                let alias =
                    if renamed { self.tokens.get(at + 2).map(|t| t.text.clone()) } else { segments.last().cloned() };
                self.push(segments, alias, standing, at);
                return at + if renamed { 3 } else { 1 };
            } else {
                return at;
            }
        }
    }
}

/// Whether a word continues a path that ends with `<…>::` before it. The `>` of an arrow doesn't count.
fn continues(before: &[Token]) -> bool {
    let ends = |signs: &[&str]| begins(&before[before.len().saturating_sub(signs.len())..], signs);
    ends(&[">", "::"]) && !ends(&["-", ">", "::"]) && !ends(&["=", ">", "::"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::planted;

    fn read(text: &str) -> Vec<String> {
        let told = |path: &Path| {
            let alias = path.alias.as_ref().filter(|alias| path.segments.last() != Some(alias));
            format!("{}{}", path.written(), alias.map_or_else(String::new, |alias| format!(" as {alias}")))
        };
        paths(&planted("src/a/b.rs", text)[0]).iter().map(told).collect()
    }

    fn within(file: &str, text: &str) -> Vec<String> {
        let source = &planted(file, text)[0];
        paths(source).iter().filter_map(Path::within_crate).map(|path| path.join("::")).collect()
    }

    #[test]
    fn nested_groups_are_taken_apart() {
        assert_eq!(
            read("use crate::{a::b, c::{self as d, e::*, f}, g::{}}; use ::std::fs; use x;"),
            ["crate::a::b", "crate::c as d", "crate::c::e::*", "crate::c::f", "std::fs", "x"]
        );
    }

    #[test]
    fn paths_within_expressions_are_seen() {
        let text = "#[derive(t::U)] extern crate v as w; fn z() -> impl A + use<'a> {}\n\
                    fn f() -> ::a::B { let x: &c::D<e::F> = <g::H as i::J>::k::<l::M>(n.o(), p::q); $crate::r::s!() }";
        let paths = ["t::U", "v as w", "a::B", "c::D", "e::F", "g::H", "i::J", "l::M", "p::q", "crate::r::s"];
        assert_eq!(read(text), paths);
    }

    #[test]
    fn relative_paths_are_resolved_where_they_stand() {
        assert_eq!(
            within("src/a/b.rs", "use super::c; use super::super::d::e; use self::f; use other::g;"),
            ["a::c", "d::e", "a::b::f"]
        );
        assert_eq!(within("src/a/mod.rs", "use super::b::c;"), ["b::c"]);
        assert_eq!(
            within("src/a/b.rs", "mod tests { use super::super::c; mod deep { use super::super::d; } } use self::e;"),
            ["a::c", "a::b::d", "a::b::e"]
        );
    }

    #[test]
    fn re_exports_are_told_from_imports() {
        let source = &planted("src/a/b.rs", "pub use x::y; pub(crate) use x::z; use x::w; x::v()")[0];
        let standing: Vec<Standing> = paths(source).iter().map(|path| path.standing).collect();
        assert_eq!(standing, [Standing::ReExported, Standing::ReExported, Standing::Imported, Standing::Inline]);
    }
}
