//! Any valid campaign is the same after writing and reading, and writing it again gives the same bytes.

use dripline::storage::campaign_file::to_ron;
use proptest::prelude::*;

use super::any_campaign::campaign;
use super::any_item::text;
use super::load;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn written_campaigns_read_back(campaign in campaign()) {
        let text = to_ron(&campaign);
        let loaded = load(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&loaded.campaign, &campaign);
        prop_assert!(!loaded.has_comments, "{}", text);
        prop_assert_eq!(to_ron(&loaded.campaign), text);
    }

    #[test]
    fn any_text_at_all_is_an_error_or_a_campaign(text in text(), more in any::<String>()) {
        let _ = load(&text);
        let _ = load(&more);
        let _ = load(&format!("(format: 1, name: {text}, time_zone: {more}"));
    }
}
