//! Proofs that the harness itself works: a tool that cannot fail would let
//! every story pass. Nothing of the calendar is tested here.

mod series;

use crate::support::{
    browser, calendars::*, in_repository, lint::lint_ical, postgres, watchdog::Watchdog,
};
use diesel::{
    Connection, PgConnection, RunQueryDsl, connection::SimpleConnection, sql_types::Text,
};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

#[derive(diesel::QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    said: String,
}

fn ask(database: &mut PgConnection, question: &str) -> String {
    diesel::sql_query(question)
        .get_result::<Said>(database)
        .expect("PostgreSQL answers")
        .said
}

#[test]
fn every_database_is_new_and_its_own() {
    let (one, other) = (postgres::new_database(), postgres::new_database());
    assert_ne!(one, other);
    let mut one = PgConnection::establish(&one).expect("the first database is there");
    let mut other = PgConnection::establish(&other).expect("the second database is there");
    one.batch_execute("CREATE TABLE here (name text)")
        .expect("a table can be made");
    let tables = "SELECT count(*)::text AS said FROM pg_tables WHERE tablename = 'here'";
    assert_eq!(ask(&mut one, tables), "1");
    assert_eq!(ask(&mut other, tables), "0");
    assert_eq!(
        ask(
            &mut one,
            "SELECT current_setting('max_connections') AS said"
        ),
        "200"
    );
    assert_eq!(
        ask(
            &mut one,
            "SELECT current_setting('server_encoding') AS said"
        ),
        "UTF8"
    );
    let cluster = postgres::cluster();
    assert!(Path::new("/proc").join(cluster.pid.to_string()).exists());
    assert!(cluster.home.exists());
}

/// Set for the second run of this binary that is there to be killed.
const TO_BE_KILLED: &str = "IGF_CALENDAR_TESTS_TO_BE_KILLED";

/// Tells the folder and the processes that must not outlive this run, and
/// waits for its end.
fn wait_to_be_killed(home: &Path, pids: &[&str]) {
    println!("STARTED {} {}", home.display(), pids.join(" "));
    std::thread::sleep(Duration::from_secs(60));
}

/// What `kill -9` of the tests does to their child processes: this binary is
/// started again for the calling test alone, and killed when that one waits.
fn ends_with_its_tests(test: &str) {
    let mut tests = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", test, "--nocapture"])
        .env(TO_BE_KILLED, "yes")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("this binary runs");
    // The runner may have begun the line with the test's name.
    let told = BufReader::new(tests.stdout.take().expect("stdout is piped"))
        .lines()
        .map_while(Result::ok)
        .find_map(|line| Some(line.split_once("STARTED ")?.1.to_owned()))
        .expect("the second run tells its folder and its processes");
    let (home, pids) = told.split_once(' ').expect("a folder and processes");
    let process = |pid: &str| Path::new("/proc").join(pid).exists();
    assert!(pids.split(' ').all(process) && Path::new(home).exists());
    let running = || pids.split(' ').any(process) || Path::new(home).exists();
    tests.kill().expect("SIGKILL is sent");
    tests.wait().expect("the killed run is gone");
    let until = Instant::now() + Duration::from_secs(20);
    while running() {
        assert!(
            Instant::now() < until,
            "one of {pids} or {home} outlives its tests"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn postgres_ends_when_the_tests_are_killed() {
    if std::env::var_os(TO_BE_KILLED).is_some() {
        let cluster = postgres::cluster();
        return wait_to_be_killed(&cluster.home, &[&cluster.pid.to_string()]);
    }
    ends_with_its_tests("harness::postgres_ends_when_the_tests_are_killed");
}

#[tokio::test]
async fn the_browser_ends_when_the_tests_are_killed() {
    if std::env::var_os(TO_BE_KILLED).is_some() {
        let _browser = browser::browser(400, 300).await;
        let driver = browser::driver();
        let chromium = chromium_of(&driver.home).expect("a browser runs");
        return wait_to_be_killed(&driver.home, &[&driver.pid.to_string(), &chromium]);
    }
    ends_with_its_tests("harness::the_browser_ends_when_the_tests_are_killed");
}

#[tokio::test]
async fn a_dropped_browser_is_closed() {
    let browser = browser::browser(400, 300).await;
    let profile = browser.profile.clone();
    assert!(chromium_of(&profile).is_some());
    drop(browser);
    let until = Instant::now() + Duration::from_secs(10);
    while chromium_of(&profile).is_some() {
        assert!(Instant::now() < until, "the browser outlives its test");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A process whose command line names this profile, or one in this folder.
fn chromium_of(home: &Path) -> Option<String> {
    let wanted = format!("--user-data-dir={}", home.display());
    std::fs::read_dir("/proc")
        .ok()?
        .flatten()
        .find_map(|process| {
            let line = std::fs::read(process.path().join("cmdline")).ok()?;
            let named = String::from_utf8_lossy(&line).contains(&wanted);
            named.then(|| process.file_name().to_string_lossy().into_owned())
        })
}

#[test]
fn a_script_that_fails_tells_why() {
    let mut command = Command::new("sh");
    command.args(["-c", "echo one; echo two"]);
    assert_eq!(
        Watchdog::start(command).wait_for("ready"),
        Err("one\ntwo\n".to_owned())
    );
}

#[tokio::test]
async fn a_browser_shows_pages_at_the_width_asked_for() {
    let browser = browser::browser(390, 700).await;
    let page = "data:text/html,<meta name=viewport content='width=device-width'><h1>Hello</h1>";
    browser.goto(page).await.expect("the page opens");
    let size = browser::evaluate(&browser, "return [innerWidth, innerHeight]").await;
    assert_eq!(size, serde_json::json!([390, 700]));
    let heading = browser
        .find(fantoccini::Locator::Css("h1"))
        .await
        .expect("a heading");
    assert_eq!(heading.text().await.expect("its text"), "Hello");
    let picture = browser::screenshot(&browser, "harness").await;
    assert!(picture.starts_with(in_repository("target/screenshots")));
    let picture = std::fs::read(picture).expect("the picture is there");
    assert!(picture.starts_with(b"\x89PNG"));
    // A PNG tells its width and height right after the first chunk's name.
    assert_eq!(picture[16..24], [0, 0, 1, 134, 0, 0, 2, 188]);
}

/// One of each: timed in a zone of its own, of whole days, repeated, moved,
/// cancelled, in UTC, without an end, bound to no place; folded, escaped, not in
/// ASCII.
const CALENDAR: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Harness//EN
X-WR-CALNAME:IGF\\, calendar
BEGIN:VTIMEZONE
TZID:Europe/Zurich
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0645
TZOFFSETTO:+0545
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0545
TZOFFSETTO:+0645
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:timed@example.org
DTSTAMP:20180101T000000Z
DTSTART;TZID=Europe/Zurich:20180309T140000
DTEND;TZID=Europe/Zurich:20180709T140000
SEQUENCE:3
SUMMARY:Réunion\\; préparatoire
 \u{20}du forum
STATUS:TENTATIVE
LOCATION:Genève\\, room 3
DESCRIPTION:One\\nTwo \\\\ three
URL:https://example.org/a?b=1;c=2,3
CATEGORIES:MAG,open\\, consultation
CATEGORIES:third
ATTACH:https://example.org/1.pdf
ATTACH;FMTTYPE=application/pdf:https://example.org/2.pdf
END:VEVENT
BEGIN:VEVENT
UID:days@example.org
DTSTAMP:20180101T000000Z
DTSTART;VALUE=DATE:20180320
DTEND;VALUE=DATE:20180323
SUMMARY:Days
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:moved@example.org
DTSTAMP:20180101T000000Z
DTSTART:20180401T080000Z
DTEND:20180401T090000Z
RRULE:INTERVAL=1;UNTIL=20180402T080000Z;FREQ=DAILY
SUMMARY:Daily
RELATED-TO:timed@example.org
END:VEVENT
BEGIN:VEVENT
UID:moved@example.org
RECURRENCE-ID:20180401T080000Z
DTSTAMP:20180101T000000Z
DTSTART:20180402T080000Z
DURATION:PT1H30M
SUMMARY:Moved
END:VEVENT
BEGIN:VEVENT
UID:day@example.org
DTSTAMP:20180101T000000Z
DTSTART;VALUE=DATE:20181231
SUMMARY:No end
END:VEVENT
BEGIN:VEVENT
UID:floating@example.org
DTSTAMP:20180101T000000Z
DTSTART:20180402T080000
DTEND:20180402T090000
SUMMARY:Nowhere
END:VEVENT
END:VCALENDAR
";

fn calendar() -> String {
    CALENDAR.replace('\n', "\r\n")
}

fn event(uid: &str, summary: &str, start: &str, end: &str) -> ReadEvent {
    ReadEvent {
        uid: Some(format!("{uid}@example.org")),
        recurrence_id: None,
        summary: Some(summary.to_owned()),
        status: None,
        sequence: None,
        all_day: false,
        start_utc: start.to_owned(),
        end_utc: end.to_owned(),
        tzid: None,
        location: None,
        description: None,
        url: None,
        rrule: None,
        categories: Vec::new(),
        attachments: Vec::new(),
        related_to: Vec::new(),
    }
}

/// The one time that an event happens which is no series.
fn once(event: &ReadEvent) -> ReadOccurrence {
    ReadOccurrence {
        start_utc: event.start_utc.clone(),
        uid: event.uid.clone(),
        recurrence_id: None,
        end_utc: event.end_utc.clone(),
        status: event.status.clone(),
        summary: event.summary.clone(),
    }
}

type Reader = fn(&str) -> ReadCalendar;

/// Those that are asked everything, and what they are called when they fail.
const READERS: [(&str, Reader); 3] = [
    ("Python", read_with_python),
    ("ical.js", read_with_ical_js),
    ("libical", read_with_libical),
];

#[test]
fn all_readers_understand_a_calendar_alike() {
    let some = |text: &str| Some(text.to_owned());
    // The zone's offsets are none of Zurich's: readers must use the file's.
    let mut expected = ReadCalendar {
        errors: Vec::new(),
        calendar: ReadHead {
            name: some("IGF, calendar"),
            prodid: some("-//Example//Harness//EN"),
        },
        events: vec![
            ReadEvent {
                status: some("TENTATIVE"),
                sequence: Some(3),
                tzid: some("Europe/Zurich"),
                location: some("Genève, room 3"),
                description: some("One\nTwo \\ three"),
                url: some("https://example.org/a?b=1;c=2,3"),
                categories: ["MAG", "open, consultation", "third"]
                    .map(str::to_owned)
                    .into(),
                attachments: ["https://example.org/1.pdf", "https://example.org/2.pdf"]
                    .map(str::to_owned)
                    .into(),
                ..event(
                    "timed",
                    "Réunion; préparatoire du forum",
                    "2018-03-09T08:15:00Z",
                    "2018-07-09T07:15:00Z",
                )
            },
            ReadEvent {
                status: some("CANCELLED"),
                all_day: true,
                ..event("days", "Days", "2018-03-20", "2018-03-23")
            },
            ReadEvent {
                rrule: some("FREQ=DAILY;UNTIL=20180402T080000Z"),
                related_to: vec!["timed@example.org".to_owned()],
                ..event(
                    "moved",
                    "Daily",
                    "2018-04-01T08:00:00Z",
                    "2018-04-01T09:00:00Z",
                )
            },
            ReadEvent {
                recurrence_id: some("2018-04-01T08:00:00Z"),
                ..event(
                    "moved",
                    "Moved",
                    "2018-04-02T08:00:00Z",
                    "2018-04-02T09:30:00Z",
                )
            },
            ReadEvent {
                all_day: true,
                ..event("day", "No end", "2018-12-31", "2019-01-01")
            },
            event(
                "floating",
                "Nowhere",
                "2018-04-02T08:00:00",
                "2018-04-02T09:00:00",
            ),
        ],
        occurrences: Vec::new(),
    };
    let [timed, days, _, moved, day, floating] = &expected.events[..] else {
        panic!("six events are written above");
    };
    expected.occurrences = vec![
        once(timed),
        once(days),
        once(floating),
        ReadOccurrence {
            recurrence_id: some("2018-04-01T08:00:00Z"),
            ..once(moved)
        },
        ReadOccurrence {
            recurrence_id: some("2018-04-02T08:00:00Z"),
            summary: some("Daily"),
            end_utc: "2018-04-02T09:00:00Z".to_owned(),
            ..once(moved)
        },
        once(day),
    ];
    for (name, read) in READERS {
        assert_eq!(read(&calendar()), expected, "{name}");
    }
    assert_eq!(read_by_all(&calendar()), expected);
    assert_eq!(lint_ical(calendar().as_bytes()), Vec::<String>::new());
}

#[test]
fn all_readers_tell_of_what_they_cannot_read() {
    let broken = [
        "no calendar at all".to_owned(),
        calendar().replace("DTSTART;VALUE=DATE:20180320", "DTSTART;VALUE=DATE:soon"),
        calendar().replace("TZID:Europe/Zurich", "TZID:Europe/Paris"),
        calendar().replace("DTSTART:20180402T080000Z\r\n", ""),
        calendar().replace("FREQ=DAILY", "FREQ=RARELY"),
        // Overrides of what the rule does not come to.
        calendar().replace("ID:20180401T080000Z", "ID:20180401T090000Z"),
        calendar().replace("RRULE:INTERVAL=1;UNTIL=20180402T080000Z;FREQ=DAILY\r\n", ""),
    ];
    for text in broken {
        for (name, read) in READERS {
            let errors = read(&text).errors;
            assert_ne!(errors, Vec::<String>::new(), "{name}: {text}");
        }
    }
}

#[test]
fn the_lint_catches_each_fault() {
    let long = format!("SUMMARY:{}\r\n", "x".repeat(68));
    // A line of the calendar above, what it becomes, and the only fault then.
    let spoilt: &[(&str, &str, &str)] = &[
        (
            "STATUS:TENTATIVE\r\n",
            "STATUS:TENTATIVE\n",
            "line 28: does not end with CR LF",
        ),
        (
            "END:VCALENDAR\r\n",
            "END:VCALENDAR",
            "line 75: does not end with CR LF",
        ),
        (
            "STATUS:TENTATIVE\r\n",
            "STATUS:TENTATIVE\r\n\r\n",
            "line 29: empty",
        ),
        ("SUMMARY:Days\r\n", &long, "line 42: 76 octets, over 75"),
        (
            "SUMMARY:Days",
            "SUMMARY:Da\u{7}ys",
            r#"control character: "SUMMARY:Da\u{7}ys""#,
        ),
        (
            "SUMMARY:Days",
            "SUMMARY:\u{feff}Days",
            r#"control character: "SUMMARY:\u{feff}Days""#,
        ),
        ("SUMMARY:Days", "SUMMARY", r#"not a property: "SUMMARY""#),
        ("SUMMARY:Days", "SUMARY:Days", "unknown property: SUMARY"),
        (
            "SUMMARY:Days",
            "SUMMARY:a,b",
            r#"bad escaping: "SUMMARY:a,b""#,
        ),
        (
            "SUMMARY:Days",
            "SUMMARY:a;b",
            r#"bad escaping: "SUMMARY:a;b""#,
        ),
        (
            "SUMMARY:Days",
            "SUMMARY:a\\b",
            r#"bad escaping: "SUMMARY:a\\b""#,
        ),
        (
            "VERSION:2.0",
            "VERSION:2.0\r\nMETHOD:PUBLISH",
            "METHOD present: a feed is no invitation",
        ),
        ("VERSION:2.0\r\n", "", "VCALENDAR: missing VERSION"),
        (
            "BEGIN:VTIME",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\nBEGIN:VTIME",
            "nesting: BEGIN:VCALENDAR out of place",
        ),
        ("END:VCALENDAR\r\n", "", "nesting: VCALENDAR left open"),
        (
            "END:VCALENDAR\r\n",
            "END:VCALENDAR\r\nEND:VCALENDAR\r\n",
            "nesting: END:VCALENDAR closes nothing",
        ),
        (
            "END:VCALENDAR\r\n",
            "END:VCALENDAR\r\nCOMMENT:after\r\n",
            "nesting: COMMENT outside the calendar",
        ),
        (
            "TZID:Europe/Zurich",
            "TZID:Europe/Paris",
            "TZID without VTIMEZONE: Europe/Zurich",
        ),
        ("UID:day@", "UID:days@", "duplicate UID: days@example.org"),
        (
            "RECURRENCE-ID:20180401T080000Z\r\n",
            "",
            "duplicate UID: moved@example.org",
        ),
        ("UID:day@example.org\r\n", "", "VEVENT: missing UID"),
        (
            "UID:day@example.org\r\nDTSTAMP:20180101T000000Z\r\n",
            "UID:day@example.org\r\n",
            "VEVENT day@example.org: missing DTSTAMP",
        ),
        (
            "DTSTART;VALUE=DATE:20181231\r\n",
            "",
            "VEVENT day@example.org: missing DTSTART",
        ),
        ("TZOFFSETTO:+0545\r\n", "", "STANDARD: missing TZOFFSETTO"),
        (
            "SUMMARY:Days",
            "SUMMARY:Days\r\nSUMMARY:Days",
            "VEVENT days@example.org: SUMMARY more than once",
        ),
        (
            "UID:day@example.org\r\nDTSTAMP:20180101T000000Z",
            "UID:day@example.org\r\nDTSTAMP:20180101T000000",
            "VEVENT day@example.org: DTSTAMP is not in UTC",
        ),
        (
            "DTSTART;VALUE=DATE:20181231",
            "DTSTART:20181231",
            "VEVENT day@example.org: DTSTART is no time",
        ),
        (
            "DTSTART;TZID=Europe/Zurich:20180309T140000",
            "DTSTART;TZID=Europe/Zurich:20180309T140000Z",
            "VEVENT timed@example.org: DTSTART is no time",
        ),
        (
            "DTEND;VALUE=DATE:20180323",
            "DTEND:20180323T000000Z",
            "VEVENT days@example.org: DTEND is of another type than DTSTART",
        ),
        (
            "DTEND;VALUE=DATE:20180323",
            "DTEND;VALUE=DATE:20180320",
            "VEVENT days@example.org: DTEND is not after DTSTART",
        ),
        (
            "DTEND:20180402T090000",
            "DTEND:20180402T070000",
            "VEVENT floating@example.org: DTEND is not after DTSTART",
        ),
        (
            "DTEND:20180402T090000",
            "DTEND:20180402T090000\r\nDURATION:PT1H",
            "VEVENT floating@example.org: both DTEND and DURATION",
        ),
    ];
    for (part, becomes, fault) in spoilt {
        let text = calendar();
        assert!(text.contains(part), "{part:?} is in the calendar");
        assert_eq!(
            lint_ical(text.replacen(part, becomes, 1).as_bytes()),
            [*fault],
            "{becomes:?}"
        );
    }
}

#[test]
fn the_lint_catches_a_letter_cut_in_two() {
    let text = calendar();
    let cut = text.find("Réunion").expect("a letter of two octets") + 2;
    let bytes = [&text.as_bytes()[..cut], b"\r\n ", &text.as_bytes()[cut..]].concat();
    let inside = |line| format!("line {line}: folded inside a UTF-8 character");
    assert_eq!(lint_ical(&bytes), [inside(26), inside(27)]);
    // Bytes that no unfolding makes whole.
    assert_eq!(
        lint_ical(b"SUMMARY:\xff\r\n").last().map(String::as_str),
        Some("not UTF-8")
    );
    assert_eq!(lint_ical(b""), ["nesting: 0 calendars instead of one"]);
}
