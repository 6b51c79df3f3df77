//! `--help effects` names exactly the keys that the effects of the cases have.

use std::collections::{BTreeMap, BTreeSet};

use dripline::simulate::kinds::EFFECTS;

use super::case::Case;
use super::{files, runner};

#[test]
fn help_names_the_keys_of_every_effect_and_no_others() {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files() {
        let text = std::fs::read_to_string(&path).expect("a case file");
        let case = Case::parse(&text).expect("a case");
        let Ok(got) = runner::run(&case) else { continue };
        for (title, _, detail) in got.effects {
            let name = title.rsplit(' ').next().unwrap_or_default().to_owned();
            let keys = detail.as_object().expect("an object").keys().cloned();
            found.entry(name).or_default().extend(keys);
        }
    }
    let keys = |keys: &[(&str, &str)]| keys.iter().map(|(key, _)| (*key).to_owned()).collect();
    let told = EFFECTS.iter().map(|(name, told)| ((*name).to_owned(), keys(told)));
    assert_eq!(found, told.collect::<BTreeMap<String, BTreeSet<String>>>());
}
