//! The format that a campaign is written in, and what each format can contain.

use dripline::storage::campaign_file::to_ron;

use super::{EXAMPLE, campaign, error, with_kind};

/// The same file in format 2.
fn newer(text: &str) -> String {
    text.replacen("format: 1", "format: 2", 1)
}

#[test]
fn only_what_needs_format_2_is_written_so() {
    let plain = campaign(&newer(EXAMPLE));
    assert_eq!(to_ron(&plain), EXAMPLE, "nothing in it needs format 2");
    let texting = campaign(&newer(&with_kind("TextMessage(body: \"Hi ~Contact.FirstName~\")")));
    let text = to_ron(&texting);
    assert!(text.starts_with("#![enable(implicit_some)]\nCampaign(\n    format: 2,\n"), "{text}");
    assert!(text.contains("ready: false, kind: TextMessage(body: \"Hi ~Contact.FirstName~\")),"), "{text}");
    assert_eq!(campaign(&text), texting);
    assert_eq!(to_ron(&campaign(&text)), text);
}

#[test]
fn a_text_message_in_format_1_says_that_it_needs_format_2() {
    let text = with_kind("TextMessage(body: \"Hi\")");
    let said = error(&text);
    assert_eq!(said, "test.ron:2:37: a text message needs format 2. Write `format: 2` above");
    campaign(&newer(&text));
}

#[test]
fn the_other_sections_of_format_2_are_refused_in_a_sentence() {
    for section in ["map", "expectations", "lesson"] {
        let with = with_kind("Start").replacen("sequences:", &format!("{section}: (a: [1]),\nsequences:"), 1);
        let said = error(&newer(&with));
        assert!(said.contains(&format!("this program can't read `{section}` yet. Open it with a newer")), "{said}");
        let said = error(&with);
        assert!(
            said.contains(&format!("there is no field `{section}`")),
            "in format 1 it is a slip of the pen: {said}"
        );
    }
}
