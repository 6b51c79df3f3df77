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
    const KEYS: &'static str = "meaning, pairs, response (a status or \"timeout\"), url";
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
            url: record.merged(&self.url),
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
