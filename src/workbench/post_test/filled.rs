//! What an HTTP post would send, with its merge fields filled for a generated contact as in a rehearsal.

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::kinds::Kind;
use crate::campaign::scope::Scope;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::{Block, Layout};
use crate::contacts::generator::Generator;
use crate::simulate::effects::EffectContext;
use crate::simulate::kinds::Detail;
use crate::simulate::plan::Plan;
use crate::simulate::record::Contact;
use crate::simulate::story::explain;
use crate::workbench::failure::Failure;

/// Generated contacts, of which the one that fills most merge fields is used.
const PEOPLE: usize = 50;

/// The request that would be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The web address, with merge fields filled.
    pub url: String,
    /// The names and values of the pairs, in order.
    pub pairs: Vec<(String, String)>,
    /// The name of the generated contact: `Ann Lee`.
    pub person: String,
}

/// Fills an HTTP post for a generated contact. Data of real contacts is never used.
///
/// # Errors
/// If the item isn't an HTTP post that is set up, or the campaign's zone doesn't exist.
pub fn filled(campaign: &Campaign, kind: &Kind) -> Result<Filled, Failure> {
    let not_ready = || Failure::Usage("Set the HTTP post up first.".to_owned());
    let campaign = Campaign {
        sequences: vec![Sequence::of_one(kind.clone(), true)],
        ..Campaign::unnamed(&campaign.time_zone, campaign.rules, campaign.directory.clone())
    };
    let layout = Layout::new(&campaign.directory);
    let plan = Plan::new(&campaign, Scope::Sequence(campaign.sequences[0].id), &layout)
        .map_err(|error| Failure::Usage(error.to_string()))?;
    let effect_context =
        EffectContext { plan: &plan, campaign: &campaign, sequence: &campaign.sequences[0], users: &[] };
    let people = Generator::new(1, &layout, &campaign.directory).block(0, PEOPLE);
    let each = (0..people.len()).filter_map(|row| of(&effect_context, &people, row));
    each.min_by_key(|filled| filled.pairs.iter().filter(|(_, value)| value.is_empty()).count()).ok_or_else(not_ready)
}

/// The effect of the post for one contact.
fn of(effect_context: &EffectContext<'_>, people: &Block, row: usize) -> Option<Filled> {
    let contact = Contact { block: people, row };
    let (visits, _) = explain(effect_context.plan, contact, Instant::FIRST, Instant::LAST);
    let visits = visits.into_iter().map(|explained| explained.visit);
    let effects = effect_context.effects(contact, 0, visits, &[], &mut Vec::new());
    let posted = effects
        .into_iter()
        .find_map(|effect| if let Detail::HttpPost(posted) = effect.detail { Some(posted) } else { None })?;
    let column = |column| people.column(column, row);
    use crate::campaign::fields::Column::{FirstName, LastName};
    Some(Filled {
        url: posted.url,
        pairs: posted.pairs,
        person: format!("{} {}", column(FirstName), column(LastName)).trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::kinds::{Response, SendHttpPost};
    use crate::workbench::samples;

    fn post(url: &str, pairs: &[(&str, &str)]) -> Kind {
        Kind::SendHttpPost(SendHttpPost {
            url: url.to_owned(),
            pairs: pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            simulated_response: Response::received(),
        })
    }

    #[test]
    fn merge_fields_are_filled_and_what_is_no_merge_field_stays() {
        let kind = post(
            "https://example.com/~Contact.Id~",
            &[
                ("name", "~Contact.FirstName~ ~Contact.LastName~"),
                ("birthday", "~Contact.Birthday~"),
                ("owner", "~Owner.Name~"),
                ("odd", "~Contact.Nothing~"),
                ("plain", "a b"),
            ],
        );
        let filled = filled(&samples::first(), &kind).expect("a post");
        assert!(filled.url.starts_with("https://example.com/c0000"), "{}", filled.url);
        let value = |name: &str| filled.pairs.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str());
        assert_eq!(value("name"), Some(filled.person.as_str()));
        assert!(value("birthday").is_some_and(|day| day.len() == 10), "{:?}", filled.pairs);
        assert!(value("owner").is_some_and(|owner| !owner.is_empty()), "{:?}", filled.pairs);
        assert_eq!((value("odd"), value("plain")), (Some("~Contact.Nothing~"), Some("a b")));
    }

    #[test]
    fn what_is_not_set_up_can_not_be_tested() {
        for kind in [post("", &[]), post("https://example.com:8080/", &[]), Kind::Start] {
            assert!(matches!(filled(&samples::first(), &kind), Err(Failure::Usage(_))));
        }
    }
}
