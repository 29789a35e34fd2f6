//! The stories: what the calendar does, told over HTTP, in both databases and
//! in a real browser. One binary for all of them, so that the throw-away
//! PostgreSQL and the browser's driver start once.

mod abuse;
mod acts;
mod answers;
mod attention;
mod awkward;
mod bounds;
mod backups;
mod changes;
mod check;
mod clocks;
mod contradictions;
mod damage;
mod desk;
mod expansion;
mod faults;
mod feeds;
mod floors;
mod fuzz;
mod golden;
mod harness;
mod images;
mod imports;
mod merging;
mod migration;
mod operate;
mod outcomes;
mod parsing;
mod posting;
mod races;
mod reading;
mod security;
mod seed;
mod series;
mod series_changes;
mod series_patterns;
mod sessions;
mod startup;
mod store;
mod support;
mod systemd;
mod topics;
mod watching;
mod went_back;
mod words;
