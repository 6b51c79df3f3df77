//! HTTP posts: what would be sent, and the simulated response.

use serde::Serialize;

use crate::campaign::kinds::{Response, SendHttpPost};
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A post that would have been sent. `meaning` says in words what the simulated response means.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PostRecorded {
    pub url: String,
    pub pairs: Vec<(String, String)>,
    pub response: PostResponse,
    pub meaning: &'static str,
}

impl EffectDetail for PostRecorded {
    const NAME: &'static str = "http_post";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        (
            "meaning",
            "received (200), the person may already have a CustomerHub member record (409), or needs a look (any other status, or a timeout)",
        ),
        ("pairs", "a list of pairs of a name and a value, the value merged"),
        ("response", "the simulated response: a status as a number, or \"timeout\""),
        ("url", "the web address, merged, with percent-encoded values"),
    ];
    const CAPTIONS: &'static [&'static str] = &["Web address", "Data", "Response", "Meaning"];

    fn cells(&self) -> Vec<DetailCell> {
        let pairs: Vec<String> = self.pairs.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        let response = match self.response.0 {
            Response::Status(status) => status.to_string(),
            Response::Timeout => "Timed out".to_owned(),
        };
        vec![self.url.as_str().into(), pairs.as_slice().into(), response.as_str().into(), self.meaning.into()]
    }
}

impl Simulated for SendHttpPost {
    type Effect = PostRecorded;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Plain))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        Some(PostRecorded {
            url: record.merged_url(&self.url),
            pairs: self.pairs.iter().map(|(name, value)| (name.clone(), record.merged(value))).collect(),
            response: PostResponse(self.simulated_response),
            meaning: self.simulated_response.meaning(),
        })
    }
}

/// The simulated response. In JSON it is the HTTP status as a number, or `"timeout"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostResponse(pub Response);

impl Serialize for PostResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Response::Status(status) => serializer.serialize_u16(status),
            Response::Timeout => serializer.serialize_str("timeout"),
        }
    }
}
