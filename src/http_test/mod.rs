//! The one request that a person sends on purpose: the Test button of an HTTP post.
//!
//! **Owns** the only internet socket of the program: [`lookup`] finds where a request would go, [`send`] sends it there,
//! [`answer`] is what came back, [`trouble`] why nothing did; [`places`] knows which addresses are not the open internet's.
//! **Must not know** anything else of the program, nor when and what is asked of a person; only `workbench` calls it.
//! **Start reading** at [`lookup::look_up`], then [`send::Sending`].
//! **Invariants**: nothing is sent before both steps were taken, and once each; what is connected to are the addresses
//! that the first step gave back, never looked up again; an address that is not the open internet's needs a permission
//! for this one request; only http and https, only the ports 80 and 443, no redirects, no proxy, a limit on time and on
//! what is read; whatever a server answers, there is an [`answer::Answer`] or a [`trouble::Trouble`] in words.
//!
//! # What else could open a socket
//!
//! Nothing else here does, and tests hold that: `tests/architecture` keeps sockets, and crates that open them, out of
//! every other room, and `tests/network` runs every sample under a trace of system calls. What the window's own
//! libraries speak to is the desktop, by sockets of the machine itself (`AF_UNIX`): the display (X11 or Wayland), and the
//! session's bus for dialogs and screen readers. They leave the machine only where a person's environment names another
//! one, as `DISPLAY=elsewhere:0` does. Opening links in a browser is not built in (`links` of eframe).

pub mod answer;
pub mod lookup;
pub mod places;
pub mod send;
pub mod trouble;
