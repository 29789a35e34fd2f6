//! The stories: what the calendar does, told over HTTP, in both databases and
//! in a real browser. One binary for all of them, so that the throw-away
//! PostgreSQL and the browser's driver start once.

mod abuse;
mod acts;
mod attention;
mod away;
mod awkward;
mod changes;
mod contradictions;
mod desk;
mod expansion;
mod faults;
mod feeds;
mod floors;
mod golden;
mod harness;
mod imports;
mod merging;
mod migration;
mod outcomes;
mod posting;
mod races;
mod reading;
mod seed;
mod series;
mod series_changes;
mod series_patterns;
mod startup;
mod stopping;
mod store;
mod support;
mod topics;
mod words;
