//! A user's edits of a campaign, without widgets: editing and undo, tidying, copying, finding, fixing.

mod clipboard;
mod examples;
mod find;
mod fixes;
mod following_names;
mod links;
mod questions;
mod random;
mod rehearsals;
mod rules;
mod sequence_ids;
mod some_edit;
mod starts;
mod tidy;
mod unsaved;
mod uses;
