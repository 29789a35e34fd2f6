//! The zones that events name, and their definitions.

use super::vtimezone;
use crate::domain::Zone;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A zone that events name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedZone {
    /// The zone.
    pub zone: Zone,
    /// The first local year in which they do.
    pub first_year: i32,
    /// The last local year in which they do.
    pub last_year: i32,
}

/// Each zone once, by name, from the first to the last year.
pub(super) fn merged<'a>(named: impl Iterator<Item = (&'a Zone, i32, i32)>) -> Vec<NamedZone> {
    let mut zones: BTreeMap<&str, NamedZone> = BTreeMap::new();
    for (zone, first_year, last_year) in named {
        let one = zones.entry(zone.name()).or_insert_with(|| NamedZone {
            zone: zone.clone(),
            first_year,
            last_year,
        });
        one.first_year = one.first_year.min(first_year);
        one.last_year = one.last_year.max(last_year);
    }
    zones.into_values().collect()
}

impl NamedZone {
    /// Its VTIMEZONE, right for all years in which events name it.
    pub(super) fn definition(&self) -> Arc<str> {
        vtimezone::definition(&self.zone, self.first_year, self.last_year)
    }
}
