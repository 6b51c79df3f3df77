//! Tests the window without a display: real events go in, and what a screen reader would find is checked.

mod canvas_drags;
#[allow(dead_code, reason = "a helper stays while tests come and go")]
mod canvas_hands;
mod canvas_keys;
mod canvas_links;
mod commands;
#[path = "../common/mod.rs"]
mod common;
mod directory;
mod doors;
mod example;
mod exporting;
mod files;
mod find;
mod floating;
mod focus;
#[allow(dead_code, reason = "a helper stays while tests come and go")]
mod harness;
mod importing;
mod inspector;
mod kept_elsewhere;
mod large;
mod live_moment;
mod message;
mod one_clock;
mod opening;
mod outline;
mod outside;
mod palette;
mod population;
mod post_test;
mod problems;
mod recovery;
mod rehearse;
mod rehearse_right;
mod report;
mod rules;
mod runs;
mod shell;
mod tabs;
mod transport;
mod view;
