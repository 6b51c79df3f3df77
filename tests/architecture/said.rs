//! Texts for users don't use `{:?}`, which shows how a value is named in the sources and changes with them.

use crate::Breach;
use crate::source::{Kind, Source};

pub fn check(sources: &[Source]) -> Vec<Breach> {
    let is_debug = |text: &str| text.contains(":?}") || text.contains(":#?}");
    let mut breaches = Vec::new();
    for source in sources {
        let texts = source.tokens.iter().filter(|token| token.kind == Kind::Literal && !token.in_tests);
        breaches.extend(texts.filter(|token| is_debug(&token.text)).map(|token| {
            let instead =
                "Give the type a function that says it: `word` for sentences and files, `label` for the window";
            Breach::new(&source.file, token.line, "`{:?}` in a text", instead)
        }));
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::planted;

    #[test]
    fn debug_forms_are_found_in_texts_outside_of_tests() {
        let text = "fn f() { format!(\"{menu:?}\"); write!(out, \"{:#?}\", x); format!(\"{menu}\") } // {:?}\n\
                    #[cfg(test)]\nmod tests { fn g() { assert!(a, \"{a:?}\") } }";
        let told = short(check(&planted("src/ui/a.rs", text)));
        assert_eq!(told, ["src/ui/a.rs:1: `{:?}` in a text", "src/ui/a.rs:1: `{:?}` in a text"]);
    }
}
