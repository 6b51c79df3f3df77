//! The one request that a user sends on purpose: the Test button of an HTTP post.
//!
//! **Owns** the only internet socket of the program: [`lookup`] finds where a request would go, [`send`] sends it
//! there, [`answer`] is the response, [`trouble`] why there is none; [`places`] knows which addresses are not on the
//! open internet.
//! **Must not know** anything else of the program, or what the user is asked and when; only `workbench` calls it.
//! **Start reading** at [`lookup::look_up`], then [`send::PreparedRequest`].
//! **Invariants**: a request is sent only after both steps, each done once. It connects only to the addresses that the
//! first step returned, which are never looked up again. An address that is not on the open internet needs a permission
//! for this one request. Only http and https, only the ports 80 and 443, no redirects, no proxy, limits on time and on
//! bytes read. For any behaviour of a server, the result is an [`answer::HttpResponse`] or a
//! [`trouble::RequestError`] in words.
//!
//! # What else could open a socket
//!
//! Nothing else does, and tests check that: `tests/architecture` keeps sockets, and crates that open them, out of every
//! other module, and `tests/network` traces the system calls of every sample. The window's libraries talk to the
//! desktop through local sockets (`AF_UNIX`): the display (X11 or Wayland), and the session bus for dialogs and screen
//! readers. This data leaves the machine only if the user's environment names another machine, as `DISPLAY=elsewhere:0`
//! does. The window can't open links in a browser: eframe's feature `links` is off.

pub mod answer;
pub mod lookup;
pub mod places;
pub mod send;
pub mod trouble;
