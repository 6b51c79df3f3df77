//! Dripline: draw a marketing sequence, rehearse it on simulated contacts under a virtual clock, and
//! see which items ran, were skipped, wait or are held, and why. Nothing is ever sent.

pub mod calendar;
pub mod campaign;
pub mod contacts;
pub mod storage;
