//! What somebody does who wants to take part from afar.

use super::Telling;
use crate::domain::{Registration, Remote};

/// How one gets into an occurrence from afar; the one address that a reader is led to first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::feeds) enum WayIn<'a> {
    /// By this address of ours, which always knows the present ways in: "Join".
    Join(&'a str),
    /// Nowhere before one has registered at this address of the group's: "Register". Those who did
    /// are told the rest there, so that an address of ours would lead to a page without any way in.
    Register(&'a str),
    /// There is none, or the meeting does not take place: nobody is sent into its room.
    None,
}

impl Telling {
    /// The way in from afar.
    pub fn way_in(&self) -> WayIn<'_> {
        if !self.said.status.takes_place() {
            return WayIn::None;
        }
        match (&self.said.remote, self.required_registration()) {
            (Some(Remote::Points(_)), _) | (Some(Remote::ToFollow), None) => {
                WayIn::Join(&self.join)
            }
            (Some(Remote::AtRegistration | Remote::ToFollow), Some(url)) => WayIn::Register(url),
            (Some(Remote::AtRegistration), None) | (Some(Remote::NotRecorded) | None, _) => {
                WayIn::None
            }
        }
    }

    /// The address at which one has to register, from afar or in place, before one is let in; beside
    /// a [`WayIn::Join`] whose links are known it is to be said as well.
    pub fn required_registration(&self) -> Option<&str> {
        let registration = self.said.registration.as_ref()?;
        let at_registration = self.said.remote == Some(Remote::AtRegistration);
        let must = |one: &&Registration| one.required || at_registration;
        Some(registration).filter(must).map(|one| one.url.as_str())
    }
}
