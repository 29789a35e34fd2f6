//! What one client may do in a minute at all instances together. It is counted in the database, so
//! each instance lets those ask first whom its own allowances let pass, which costs nothing.

use crate::acts::Limit;
use crate::web::error::WebError;
use crate::web::visit::Visit;
use std::net::IpAddr;
use std::time::Duration;

/// How often one client may do one thing in a minute.
#[derive(Clone, Copy)]
pub struct Gate {
    limit: Limit,
    most: u32,
}

impl Gate {
    pub fn new(limit: Limit, most: u32) -> Self {
        Self { limit, most }
    }

    /// Counts a client; [`WebError::TooMany`], with the rest of the minute, if that was once too often.
    pub async fn pass(self, visit: &Visit, client: Option<IpAddr>) -> Result<(), WebError> {
        let Some(client) = client else { return Ok(()) };
        let allowed = visit.act(move |acts| acts.count_use(self.limit, client, self.most));
        match allowed.await? {
            true => Ok(()),
            false => Err(WebError::TooMany(rest_of_minute(visit))),
        }
    }
}

fn rest_of_minute(visit: &Visit) -> Duration {
    let past = visit.now().timestamp().rem_euclid(60);
    Duration::from_secs(60 - past.unsigned_abs())
}
