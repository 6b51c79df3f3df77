//! Finds circles of modules in a room, and paths that go up two levels.
//!
//! A module has an arrow to every module of its room whose items it names, including its parent and its children. Test
//! modules have no arrows. So a `mod.rs` that only declares modules is on no circle. A `mod.rs` that uses its children
//! must not have items that the children use: these belong in a third file.

use std::collections::{BTreeMap, BTreeSet};

use crate::Breach;
use crate::paths::{Aliases, paths};
use crate::source::{Source, begins};

/// The arrows from each module to the modules that it uses, with the file and line of the first use.
type Arrows = BTreeMap<String, BTreeMap<String, (String, usize)>>;

pub fn check(sources: &[Source]) -> Vec<Breach> {
    let arrows = arrows(sources);
    circles(&arrows).iter().map(|circle| told(circle, &arrows)).collect()
}

/// Paths that go up two levels hide the room that they lead to.
pub fn climbs(sources: &[Source]) -> Vec<Breach> {
    let climbs = |source: &Source| {
        let at = |at: &usize| begins(&source.tokens[*at..], &["super", "::", "super"]);
        let lines: BTreeSet<usize> = (0..source.tokens.len()).filter(at).map(|at| source.tokens[at].line).collect();
        let instead = "Say where it stands from the crate's root: `crate::room::…`";
        lines.into_iter().map(|line| Breach::new(&source.file, line, "`super::super::`", instead)).collect::<Vec<_>>()
    };
    sources.iter().flat_map(climbs).collect()
}

fn arrows(sources: &[Source]) -> Arrows {
    let modules: BTreeSet<Vec<String>> = sources.iter().map(Source::module).collect();
    let mut arrows = Arrows::new();
    for source in sources.iter().filter(|source| !source.is_beside_rooms()) {
        let (me, paths) = (source.module(), paths(source));
        let aliases = Aliases::of(&paths);
        for path in paths.iter().filter(|path| !path.in_tests) {
            // A path leads to a module through an import, as a child of this module, or from the crate's root.
            let mut leads: Vec<Vec<String>> =
                aliases.followed(path).iter().filter_map(|path| path.within_crate()).collect();
            let child = [&me[..], &path.segments[..]].concat();
            leads.extend(path.within_crate().or(modules.contains(&child[..=me.len()]).then_some(child)));
            for to in leads {
                let module = (1..to.len()).rev().map(|length| &to[..length]).find(|module| modules.contains(*module));
                // An import of a module doesn't count as a use. Naming something through it does.
                let is_module = modules.contains(&to);
                if let Some(module) = module.filter(|module| !is_module && **module != me && module[0] == me[0]) {
                    let first = (source.file.clone(), path.line);
                    arrows.entry(me.join("::")).or_default().entry(module.join("::")).or_insert(first);
                }
            }
        }
    }
    arrows
}

/// All modules that can be reached from a module.
fn reached<'a>(from: &str, arrows: &'a Arrows) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = arrows.get(from).into_iter().flat_map(BTreeMap::keys).map(String::as_str).collect();
    while let Some(module) = open.pop() {
        if found.insert(module) {
            open.extend(arrows.get(module).into_iter().flat_map(BTreeMap::keys).map(String::as_str));
        }
    }
    found
}

/// Groups of modules that can all reach each other.
fn circles(arrows: &Arrows) -> Vec<Vec<String>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|module| (module.as_str(), reached(module, arrows))).collect();
    let reaches = |from: &str, to: &str| reach.get(from).is_some_and(|reached| reached.contains(to));
    let (mut circles, mut seen) = (Vec::new(), BTreeSet::new());
    for &module in reach.keys().filter(|module| reaches(module, module)) {
        if seen.insert(module) {
            let others = reach[module].iter().filter(|other| reaches(other, module));
            let circle: BTreeSet<String> = others.map(|other| (*other).to_owned()).collect();
            seen.extend(reach[module].iter().filter(|other| circle.contains(**other)));
            circles.push(circle.into_iter().collect());
        }
    }
    circles
}

/// The shortest way round a circle, from its first module.
fn told(circle: &[String], arrows: &Arrows) -> Breach {
    let start = circle[0].as_str();
    let mut ways: Vec<Vec<&str>> = vec![vec![start]];
    let mut seen = BTreeSet::new();
    let way = loop {
        let longer = ways.iter().flat_map(|way| {
            let next = arrows.get(*way.last().expect("a start")).into_iter().flat_map(BTreeMap::keys);
            next.map(|to| [&way[..], &[to.as_str()]].concat()).collect::<Vec<_>>()
        });
        let longer: Vec<Vec<&str>> = longer.collect();
        if let Some(round) = longer.iter().find(|way| way.last() == Some(&start)) {
            break round.clone();
        }
        ways = longer.into_iter().filter(|way| seen.insert(*way.last().expect("a start"))).collect();
    };
    let (file, line) = &arrows[way[0]][way[1]];
    let more = if circle.len() > way.len() - 1 {
        format!(" ({} modules reach each other)", circle.len())
    } else {
        String::new()
    };
    let what = format!("a circle of modules: {}{more}", way.join(" → "));
    Breach::new(file, *line, what, "Move what both need to a third file below both, which imports neither")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::tree;

    #[test]
    fn a_circle_is_told_with_its_first_arrow() {
        let files = [
            ("src/ui/a.rs", "\nuse super::b::B;"),
            ("src/ui/b.rs", "fn f() { crate::ui::c::g() }"),
            ("src/ui/c.rs", "use super::a; fn g() { a::h() }"),
        ];
        assert_eq!(short(check(&tree(&files))), ["src/ui/a.rs:2: a circle of modules: ui::a → ui::b → ui::c → ui::a"]);
    }

    #[test]
    fn children_may_not_lean_on_a_parent_that_is_made_of_them() {
        let parent = ("src/ui/a/mod.rs", "mod b;\npub struct A(b::B);");
        let told = short(check(&tree(&[parent, ("src/ui/a/b.rs", "use super::A; pub struct B;")])));
        assert_eq!(told, ["src/ui/a/mod.rs:2: a circle of modules: ui::a → ui::a::b → ui::a"]);
        assert_eq!(
            short(check(&tree(&[("src/ui/a/mod.rs", "mod b;\npub struct A;"), ("src/ui/a/b.rs", "use super::A;")]))),
            [""; 0]
        );
    }

    #[test]
    fn imported_modules_tests_and_other_rooms_draw_no_arrow() {
        let files = [
            ("src/ui/a/mod.rs", "pub mod b;\npub mod c;\nuse b::B;"),
            (
                "src/ui/a/b.rs",
                "use super::c;\nfn f() { c::g() }\n#[cfg(test)]\nmod tests { use super::super::B; use crate::ui::a::h; }",
            ),
            ("src/ui/a/c.rs", "use crate::picture::d;\nfn g() { d::i(\"super::h()\") } // super::h()"),
            ("src/picture/d.rs", "fn i() {}"),
        ];
        assert_eq!(short(check(&tree(&files))), [""; 0]);
    }

    #[test]
    fn only_what_climbs_two_floors_is_told() {
        let text = "use super::a;\nuse super::super::b;\nfn f() { self::super::super::c() } // super::super::d";
        let told = short(climbs(&tree(&[("src/ui/a/b.rs", text)])));
        assert_eq!(told, ["src/ui/a/b.rs:2: `super::super::`", "src/ui/a/b.rs:3: `super::super::`"]);
    }
}
