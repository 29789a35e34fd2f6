//! Servers that are killed at work, again and again: nothing acknowledged is lost, nothing is doubled,
//! and what the server shows when it is back is what the database says.
//!
//! `IGF_CALENDAR_CRASH_ROUNDS` says how often; `scripts/check-crash` runs the many rounds. `planted` shows
//! that the checker finds what is wrong.

mod checker;
mod crew;
mod found;
mod hands;
mod ledger;
mod planted;
mod record;

use crate::support::chance::Chance;
use crate::support::cluster::{OwnCluster, signal_to};
use crate::support::database::texts;
use crate::support::program::Program;
use crew::Crew;
use hands::Hands;
use std::process::Child;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// How many work at once.
const HANDS: u8 = 4;
/// The most milliseconds that they work before something dies.
const LONGEST_DAY: u64 = 400;
/// After so many rounds there is a new database.
const ROUNDS_A_LIFE: usize = 40;
/// How long a server that lost its database may take to be well again, and one that followed another's
/// commit to show it.
const PATIENCE: Duration = Duration::from_secs(30);

/// What dies in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Death {
    Calendar,
    /// The first process of PostgreSQL is killed; the calendar lives on.
    Postmaster,
    /// PostgreSQL is stopped without waiting for anybody; the calendar lives on.
    ImmediateStop,
    /// A connection's process is killed, whereupon PostgreSQL ends all of them.
    Backend,
    Both,
}

const DEATHS: [Death; 8] = [
    Death::Calendar,
    Death::Postmaster,
    Death::Calendar,
    Death::ImmediateStop,
    Death::Calendar,
    Death::Both,
    Death::Calendar,
    Death::Backend,
];

/// What came of all rounds.
#[derive(Default)]
struct Outcome {
    wrong: Vec<String>,
    acknowledged: usize,
    in_doubt: usize,
}

/// One database, from its first start to its last check.
struct Life {
    crew: Crew,
    chance: Chance,
    desk: Hands,
    hands: Vec<Hands>,
    database: String,
    program: Program,
    postgres: Option<OwnCluster>,
    folder: tempfile::TempDir,
    /// Goes on while what came back is checked.
    warming_up: Option<JoinHandle<()>>,
}

fn rounds(usual: usize) -> usize {
    std::env::var("IGF_CALENDAR_CRASH_ROUNDS").map_or(usual, |rounds| {
        rounds
            .parse()
            .expect("IGF_CALENDAR_CRASH_ROUNDS is a number")
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_work_on_sqlite() {
    report("SQLite", rounds(8), || None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_work_on_postgres() {
    report("PostgreSQL", rounds(8), || Some(OwnCluster::start(&[]))).await;
}

/// Runs the rounds and says in one line what came of them.
async fn report(on: &str, rounds: usize, postgres: impl Fn() -> Option<OwnCluster>) {
    let mut outcome = Outcome::default();
    let mut done = 0;
    while done < rounds {
        let life = ROUNDS_A_LIFE.min(rounds - done);
        let seed = u64::try_from(done).unwrap_or_default();
        done += live(life, seed, postgres(), &mut outcome).await;
        if rounds > ROUNDS_A_LIFE {
            let last = outcome.wrong.last();
            eprintln!(
                "{done} rounds on {on}: {} wrong {last:?}",
                outcome.wrong.len()
            );
        }
    }
    println!(
        "{rounds} rounds on {on}: {} wrong ({} acts acknowledged, {} in doubt when the server died)",
        outcome.wrong.len(),
        outcome.acknowledged,
        outcome.in_doubt
    );
    assert!(outcome.wrong.is_empty(), "{}", outcome.wrong.join("\n"));
    assert!(
        outcome.acknowledged > rounds / 4,
        "hardly anything was done"
    );
}

/// One database. It ends early if something is wrong, which would be found in every round to come.
/// Returns how many rounds it had.
async fn live(
    rounds: usize,
    seed: u64,
    postgres: Option<OwnCluster>,
    outcome: &mut Outcome,
) -> usize {
    let mut life = Life::begin(seed, postgres).await;
    let mut lived = 0;
    for round in 0..rounds {
        let death = match life.postgres {
            Some(_) => DEATHS[round % DEATHS.len()],
            None => Death::Calendar,
        };
        life.work(death).await;
        lived += 1;
        if let Some(fault) = life.check(life.patience()).await.first() {
            outcome.wrong.push(format!("{death:?}: {fault}"));
            break;
        }
    }
    // The server lives, and may have to follow what was imported last.
    let mut faults = life.check(PATIENCE).await;
    faults.extend(checker::faults_of_the_file(&life.database));
    outcome.wrong.extend(faults.first().cloned());
    life.crew.with(|ledger| {
        outcome.acknowledged += ledger.acknowledged;
        outcome.in_doubt += ledger.in_doubt;
    });
    lived
}

impl Life {
    /// A new database, whose first starts are killed.
    async fn begin(seed: u64, postgres: Option<OwnCluster>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("calendar.sqlite").display().to_string();
        let database = postgres.as_ref().map_or(file, |own| own.database.clone());
        let mut chance = Chance::new(seed);
        for _ in 0..3 {
            start_and_kill(&database, chance.below(250)).await;
        }
        let program = serve(&database);
        let way_in = program.way_in().expect("nobody has been in yet");
        let desk = Hands::new(&program.base, 1).enter(&way_in).await;
        let hand = |host| Hands::new(&program.base, host).in_the_name_of(&desk);
        let hands: Vec<Hands> = (2..HANDS + 2).map(hand).collect();
        Self {
            warming_up: Some(tokio::spawn(crew::warm_up(hands[0].clone()))),
            hands,
            desk,
            crew: Crew::new(),
            chance,
            database,
            program,
            postgres,
            folder,
        }
    }

    /// Lets everybody work until something dies, and brings it back.
    async fn work(&mut self, death: Death) {
        if let Some(warming_up) = self.warming_up.take() {
            warming_up.await.expect("a hand");
        }
        self.crew.is_over.store(false, Ordering::Relaxed);
        let mut at_work = Vec::new();
        for hands in &self.hands {
            let chance = Chance::new(self.chance.below(u64::MAX));
            at_work.push(tokio::spawn(self.crew.clone().work(hands.clone(), chance)));
        }
        let import = self.import();
        let moment = Duration::from_millis(self.chance.below(LONGEST_DAY));
        tokio::time::sleep(moment).await;
        self.die(death);
        if let Some(mut import) = import {
            let _ = import.kill();
            let _ = import.wait();
        }
        if death.ends_postgres()
            && let Some(postgres) = &mut self.postgres
        {
            postgres.go_on();
        }
        self.crew.is_over.store(true, Ordering::Relaxed);
        for hands in at_work {
            hands.await.expect("a hand");
        }
        if death.ends_calendar() {
            self.come_back().await;
        }
    }

    /// A file is imported beside the others, in one of four rounds.
    fn import(&mut self) -> Option<Child> {
        if !self.chance.one_in(4) {
            return None;
        }
        let meetings = 1 + usize::try_from(self.chance.below(8)).unwrap_or_default();
        let folder = self.folder.path();
        let file = self
            .crew
            .with(|ledger| crew::write_file(ledger, folder, meetings));
        Some(crew::import(&file, &self.database))
    }

    fn die(&mut self, death: Death) {
        if death.ends_calendar() {
            self.program.kill();
        }
        let Some(postgres) = &mut self.postgres else {
            return;
        };
        match death {
            Death::Calendar => {}
            Death::Backend => {
                let backends = backends(&self.database);
                signal_to("KILL", &backends[..backends.len().min(1)]);
            }
            Death::ImmediateStop => postgres.end("QUIT"),
            Death::Postmaster | Death::Both => postgres.end("KILL"),
        }
    }

    /// The calendar is started again; some starts are killed as well.
    async fn come_back(&mut self) {
        if self.chance.one_in(8) {
            start_and_kill(&self.database, self.chance.below(150)).await;
        }
        self.program = serve(&self.database);
        let base = &self.program.base;
        self.desk = self.desk.at(base);
        self.hands = self.hands.iter().map(|hands| hands.at(base)).collect();
        self.warming_up = Some(tokio::spawn(crew::warm_up(self.hands[0].clone())));
    }

    /// What is wrong, also after some patience; then what was not acknowledged is done again.
    async fn check(&self, patience: Duration) -> Vec<String> {
        let until = Instant::now() + patience;
        let faults = loop {
            let faults = self.look().await;
            if faults.is_empty() || Instant::now() > until {
                break faults;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        self.crew.finish(&self.desk).await;
        self.crew
            .with(|ledger| crew::finish_files(ledger, &self.database));
        faults
    }

    /// A file has no connection left that could still commit, and no server that has to be well first.
    fn patience(&self) -> Duration {
        match self.postgres {
            Some(_) => PATIENCE,
            None => Duration::ZERO,
        }
    }

    async fn look(&self) -> Vec<String> {
        match self.desk.look("/readyz").await {
            Ok((200, _)) => {
                let ledger = self.crew.with(|ledger| ledger.clone());
                checker::faults(&ledger, &self.database, &self.desk).await
            }
            other => vec![format!("it is not well again: {other:?}")],
        }
    }
}

impl Death {
    fn ends_calendar(self) -> bool {
        matches!(self, Self::Calendar | Self::Both)
    }

    fn ends_postgres(self) -> bool {
        matches!(self, Self::Postmaster | Self::ImmediateStop | Self::Both)
    }
}

/// A server on a database. One that lost it does not wait for long.
fn serve(database: &str) -> Program {
    Program::serve(&settings(database), &[])
}

async fn start_and_kill(database: &str, milliseconds: u64) {
    let mut program = Program::launch(&settings(database), &[]);
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    program.kill();
}

fn settings(database: &str) -> [(&str, &str); 3] {
    [
        ("DATABASE__URL", database),
        ("DATABASE__CONNECT_SECONDS", "2"),
        ("CALENDAR__FOLLOW_SECONDS", "1"),
    ]
}

/// The processes of PostgreSQL that work for the calendar.
fn backends(database: &str) -> Vec<u32> {
    let query = "SELECT pid::text AS value FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let pids = texts(database, query);
    pids.iter().filter_map(|pid| pid.parse().ok()).collect()
}
