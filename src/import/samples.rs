//! Invented meetings for the days ahead, so that a demonstration's list is not empty.
//! Each says so in its description. They follow from the day alone: no chance, no clock.

use crate::domain::access::{AccessPoint, Mode, Place, Registration, Remote, Venue};
use crate::domain::contact::Contact;
use crate::domain::language_tag::LanguageTag;
use crate::domain::link::{Link, LinkKind};
use crate::domain::meeting::MeetingDetails;
use crate::domain::said::Said;
use crate::domain::series::{Ends, Recurrence, Rule, Run, Series, Step};
use crate::domain::slug::Slug;
use crate::domain::status::Status;
use crate::domain::text::{AgendaItem, Line, Note, Prose, Title};
use crate::domain::times::{DaySpan, DayWindow, End, ExactTimes, Moment, Times};
use crate::domain::timing::{Sittings, Timing};
use crate::domain::web_url::{EmailAddress, WebUrl};
use crate::domain::zone::Zone;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc, Weekday};

/// What every sample says of itself.
const NO_SUCH_MEETING: &str = "A sample entry of the demonstration; no such meeting is planned.";

/// That no such meeting is planned, in the languages of the samples, so that a reader of the title
/// understands it.
const IN_OTHER_LANGUAGES: [(&str, &str); 6] = [
    ("ar", "مثال للعرض التوضيحي؛ لا يوجد اجتماع مقرر كهذا."),
    (
        "es",
        "Ejemplo de la demostración; no está prevista ninguna reunión de este tipo.",
    ),
    (
        "fr",
        "Exemple de la démonstration ; aucune réunion de ce genre n’est prévue.",
    ),
    (
        "pt",
        "Exemplo da demonstração; nenhuma reunião deste tipo está prevista.",
    ),
    (
        "ru",
        "Пример для демонстрации; такая встреча не запланирована.",
    ),
    ("zh", "演示用的示例，并没有计划举行此会议。"),
];

/// A meeting in the making.
struct Sample {
    said: Said,
    timing: Timing,
}

/// The invented meetings for the ten weeks or so after a day; the same all day long (UTC).
pub fn sample_meetings(now: DateTime<Utc>) -> Vec<MeetingDetails> {
    let Some(ahead) = Ahead::of(now.date_naive()) else {
        return Vec::new();
    };
    let samples: [fn(&Ahead) -> Option<Sample>; 18] = [
        coalitions_call,
        initiatives_call,
        open_consultations,
        nepal_postponed,
        senegal_in_french,
        arab_preparation,
        kenya_three_days,
        lacigf_in_spanish,
        brazil_cancelled,
        russia_tentative,
        china_hybrid,
        usa_moved_online,
        internet_of_things_day,
        pacific_with_asia,
        eurodig_window,
        africa_without_date,
        fortnightly_call,
        call_in_two_slots,
    ];
    samples
        .into_iter()
        .filter_map(|sample| sample(&ahead))
        .map(|Sample { said, timing }| MeetingDetails::new(said, timing))
        .collect()
}

fn coalitions_call(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.sitting("UTC", (0, Weekday::Wed), (13, 0), Some((14, 0)))?;
    let mut call = sample("DC Coordination Group monthly call", "en", "dccg", times)?;
    call.said.remote = Some(Remote::Points(vec![AccessPoint {
        passcode: Line::parse("sample-2468").ok(),
        dial_in: Note::parse("+1 555 0100, then 135 790 #").ok(),
        ..way_in("Zoom", "https://meet.example.org/j/1357924680")?
    }]));
    call.said.agenda = agenda(&[
        "Adoption of the agenda",
        "News of the coalitions",
        "Sessions at the annual meeting",
        "Any other business",
    ]);
    call.said.links = vec![link(
        LinkKind::Agenda,
        "https://www.example.org/dccg/agenda.pdf",
    )?];
    Some(call)
}

fn initiatives_call(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.sitting("UTC", (0, Weekday::Thu), (12, 0), None)?;
    sample(
        "NRIs Network coordination call",
        "en",
        "nris-network",
        times,
    )
}

fn open_consultations(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.exact(
        "Europe/Zurich",
        ((1, Weekday::Tue), (10, 0)),
        Some(((1, Weekday::Thu), (18, 0))),
    )?;
    let title = "Open Consultations and MAG Meeting";
    let mut consultations = sample(title, "en", "igf-mag", times)?;
    consultations.said.cohosts = slugs(&["igf-secretariat"]);
    consultations.said.mode = Mode::Hybrid;
    consultations.said.place = Some(Place::At(Venue {
        address: Note::parse("Avenue de la Paix 8-14").ok(),
        ..venue("Palais des Nations, Room XIX", "Geneva", "Switzerland")?
    }));
    consultations.said.remote = Some(Remote::Points(vec![
        way_in("Zoom", "https://meet.example.org/j/2468013579")?,
        way_in("Live stream", "https://live.example.org/mag")?,
    ]));
    consultations.said.registration = registration("https://register.example.org/mag", true);
    consultations.said.languages = tags(&["en", "fr"]);
    consultations.said.interpretation = tags(&["ar", "zh", "en", "fr", "ru", "es"]);
    consultations.said.captioning = true;
    consultations.said.agenda = agenda(&[
        "Opening by the Chair",
        "Taking stock of the last annual meeting",
        "Themes and call for sessions",
        "Intersessional work",
    ]);
    Some(consultations)
}

fn nepal_postponed(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.sitting(
        "Asia/Kathmandu",
        (1, Weekday::Fri),
        (15, 15),
        Some((16, 45)),
    )?;
    let mut meeting = sample("Nepal IGF planning meeting", "en", "igf-nepal", times)?;
    meeting.said.status = Status::Postponed;
    meeting.said.status_note = Note::parse("The library is closed for repairs.").ok();
    meeting.said.mode = Mode::Hybrid;
    meeting.said.place = Some(Place::At(venue("Town library", "Kathmandu", "Nepal")?));
    meeting.said.languages = tags(&["ne", "en"]);
    Some(meeting)
}

fn senegal_in_french(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.sitting("Africa/Dakar", (2, Weekday::Tue), (10, 0), Some((12, 0)))?;
    let title = "Réunion préparatoire du Forum sur la gouvernance de l’Internet au Sénégal";
    let mut meeting = sample(title, "fr", "igf-senegal", times)?;
    meeting.said.remote = Some(Remote::AtRegistration);
    meeting.said.registration = registration("https://inscription.example.org/senegal", true);
    meeting.said.agenda = agenda(&[
        "Choix du thème",
        "Appel à propositions d’ateliers",
        "Questions diverses",
    ]);
    Some(meeting)
}

fn arab_preparation(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.sitting("Asia/Beirut", (2, Weekday::Wed), (14, 0), Some((15, 30)))?;
    let title = "الاجتماع التحضيري للمنتدى العربي لحوكمة الإنترنت";
    let mut meeting = sample(title, "ar", "arab-igf", times)?;
    meeting.said.remote = Some(Remote::Points(vec![way_in(
        "Zoom",
        "https://meet.example.org/j/3692581470",
    )?]));
    meeting.said.interpretation = tags(&["en", "fr"]);
    meeting.said.agenda = agenda(&["افتتاح الاجتماع", "محاور المنتدى", "ما يستجد من أعمال"]);
    Some(meeting)
}

fn kenya_three_days(ahead: &Ahead) -> Option<Sample> {
    let days = ahead.days(
        [(3, Weekday::Tue), (3, Weekday::Thu)],
        Some("Africa/Nairobi"),
    )?;
    let title = "Kenya Internet Governance Forum";
    let mut forum = sample(title, "en", "igf-kenya", days)?;
    forum.said.cohosts = slugs(&["youth-igf-kenya"]);
    forum.said.mode = Mode::FaceToFace;
    forum.said.remote = None;
    forum.said.place = Some(Place::At(venue("Conference centre", "Nairobi", "Kenya")?));
    forum.said.registration = registration("https://register.example.org/kenya", false);
    forum.said.languages = tags(&["en", "sw"]);
    Some(forum)
}

fn lacigf_in_spanish(ahead: &Ahead) -> Option<Sample> {
    let day = (4, Weekday::Mon);
    let times = ahead.sitting("America/Montevideo", day, (11, 0), Some((12, 30)))?;
    let title = "Reunión abierta del comité de programa de LACIGF";
    let mut meeting = sample(title, "es", "lacigf", times)?;
    meeting.said.remote = Some(Remote::Points(vec![
        way_in("Canal en español", "https://meet.example.org/es/lacigf")?,
        way_in("Canal em português", "https://meet.example.org/pt/lacigf")?,
    ]));
    meeting.said.interpretation = tags(&["pt", "en"]);
    meeting.said.captioning = true;
    Some(meeting)
}

fn brazil_cancelled(ahead: &Ahead) -> Option<Sample> {
    let day = (4, Weekday::Wed);
    let times = ahead.sitting("America/Sao_Paulo", day, (9, 30), Some((17, 0)))?;
    let title = "Oficina preparatória do Fórum da Internet no Brasil";
    let mut workshop = sample(title, "pt", "igf-brazil", times)?;
    workshop.said.status = Status::Cancelled;
    workshop.said.status_note = Note::parse("Não houve inscrições suficientes.").ok();
    workshop.said.mode = Mode::FaceToFace;
    workshop.said.remote = None;
    workshop.said.place = Some(Place::At(venue(
        "Centro de convenções",
        "São Paulo",
        "Brasil",
    )?));
    Some(workshop)
}

fn russia_tentative(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.sitting("Europe/Moscow", (5, Weekday::Tue), (11, 0), Some((13, 0)))?;
    let title = "Открытая встреча оргкомитета Российского форума по управлению интернетом";
    let mut meeting = sample(title, "ru", "igf-russia", times)?;
    meeting.said.status = Status::Tentative;
    meeting.said.agenda = agenda(&["Программа форума", "Молодёжный день", "Разное"]);
    Some(meeting)
}

fn china_hybrid(ahead: &Ahead) -> Option<Sample> {
    let times = ahead.sitting("Asia/Shanghai", (5, Weekday::Thu), (10, 0), Some((11, 30)))?;
    let mut meeting = sample("中国互联网治理论坛筹备会议", "zh", "igf-china", times)?;
    meeting.said.mode = Mode::Hybrid;
    meeting.said.place = Some(Place::At(venue("会议中心", "北京", "中国")?));
    meeting.said.remote = Some(Remote::Points(vec![way_in(
        "线上会议",
        "https://meet.example.org/zh/1470258369",
    )?]));
    meeting.said.interpretation = tags(&["en"]);
    Some(meeting)
}

fn usa_moved_online(ahead: &Ahead) -> Option<Sample> {
    let day = (6, Weekday::Thu);
    let times = ahead.sitting("America/New_York", day, (9, 0), Some((12, 0)))?;
    let mut workshop = sample("IGF-USA planning workshop", "en", "igf-usa", times)?;
    workshop.said.status = Status::MovedOnline;
    workshop.said.status_note = Note::parse("A storm is forecast for that day.").ok();
    workshop.said.remote = Some(Remote::Points(vec![way_in(
        "Webinar",
        "https://meet.example.org/w/8642",
    )?]));
    workshop.said.captioning = true;
    Some(workshop)
}

fn internet_of_things_day(ahead: &Ahead) -> Option<Sample> {
    let day = ahead.days([(7, Weekday::Wed), (7, Weekday::Wed)], None)?;
    let title = "Dynamic Coalition on the Internet of Things: open webinar";
    sample(title, "en", "dc-iot", day)
}

fn pacific_with_asia(ahead: &Ahead) -> Option<Sample> {
    let day = (8, Weekday::Wed);
    let times = ahead.sitting("Pacific/Auckland", day, (13, 0), Some((14, 30)))?;
    let title = "Pacific community call on the regional forum";
    let mut call = sample(title, "en", "pacigf", times)?;
    call.said.cohosts = slugs(&["aprigf"]);
    call.said.remote = Some(Remote::Points(vec![AccessPoint {
        passcode: Line::parse("kia-ora").ok(),
        ..way_in("Video call", "https://meet.example.org/j/7531")?
    }]));
    Some(call)
}

fn eurodig_window(ahead: &Ahead) -> Option<Sample> {
    let mut meeting = sample(
        "EuroDIG open planning meeting",
        "en",
        "eurodig",
        ahead.early_in_the_month_after_next("Europe/Berlin")?,
    )?;
    meeting.said.status = Status::Tentative;
    meeting.said.mode = Mode::Hybrid;
    meeting.said.place = Some(Place::ToFollow);
    Some(meeting)
}

fn africa_without_date(_: &Ahead) -> Option<Sample> {
    let title = "African IGF preparatory meeting";
    let mut meeting = sample(title, "en", "afigf", Timing::Once(Times::Unknown))?;
    meeting.said.interpretation = tags(&["fr", "pt"]);
    Some(meeting)
}

/// One of its dates is left out, as groups do around holidays.
fn fortnightly_call(ahead: &Ahead) -> Option<Sample> {
    let first = ahead.day((0, Weekday::Thu))?;
    let rule = Rule::new(first, Step::Week, 2, Ends::Count(5)).ok()?;
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let zone = Zone::named("Europe/Zurich").ok()?;
    let run = Run::new(zone, hour(15)?, hour(16), Recurrence::Rule(rule)).ok()?;
    let run = run.skipping(ahead.day((6, Weekday::Thu))?).ok()?;
    let timing = Timing::Series(Series::new(run, None));
    let title = "DC on Internet Rights and Principles: fortnightly call";
    let mut call = sample(title, "en", "irpc", timing)?;
    call.said.remote = Some(Remote::Points(vec![way_in(
        "Jitsi",
        "https://meet.example.org/sample-fortnightly",
    )?]));
    Some(call)
}

/// A call with one agenda, held twice: once for either side of the world.
fn call_in_two_slots(ahead: &Ahead) -> Option<Sample> {
    let slot = |zone, day, from, to| {
        let timing = ahead.sitting(zone, day, from, Some(to))?;
        timing.exact().cloned()
    };
    let slots = vec![
        slot("Europe/Zurich", (3, Weekday::Tue), (16, 0), (17, 0))?,
        slot("Asia/Bangkok", (3, Weekday::Wed), (10, 0), (11, 0))?,
    ];
    let timing = Timing::Slots(Sittings::new(slots).ok()?);
    sample(
        "NRIs virtual meeting, in two slots",
        "en",
        "nris-network",
        timing,
    )
}

/// What the samples have in common: virtual, confirmed, the link follows.
fn sample(title: &str, language: &str, group: &str, timing: Timing) -> Option<Sample> {
    let text_language = LanguageTag::parse(language).ok()?;
    let contact = Contact {
        name: None,
        email: EmailAddress::parse(&format!("{group}@example.org")).ok(),
    };
    let title = Title::parse(title).ok()?;
    let group = Slug::parse(group).ok()?;
    let said = Said {
        languages: vec![text_language.clone()],
        description: description(language),
        contact: Some(contact),
        remote: Some(Remote::ToFollow),
        ..Said::plain(title, text_language, group, Mode::Virtual)
    };
    Some(Sample { said, timing })
}

fn description(language: &str) -> Option<Prose> {
    let own = IN_OTHER_LANGUAGES.iter().find(|(tag, _)| *tag == language);
    let whole = match own {
        Some((_, words)) => format!("{words}\n\n{NO_SUCH_MEETING}"),
        None => NO_SUCH_MEETING.to_owned(),
    };
    Prose::parse(&whole).ok()
}

fn agenda(points: &[&str]) -> Vec<AgendaItem> {
    let parsed = points.iter().map(|point| AgendaItem::parse(point));
    parsed.filter_map(Result::ok).collect()
}

fn slugs(names: &[&str]) -> Vec<Slug> {
    let parsed = names.iter().map(|name| Slug::parse(name));
    parsed.filter_map(Result::ok).collect()
}

fn tags(languages: &[&str]) -> Vec<LanguageTag> {
    let parsed = languages.iter().map(|tag| LanguageTag::parse(tag));
    parsed.filter_map(Result::ok).collect()
}

fn way_in(label: &str, url: &str) -> Option<AccessPoint> {
    Some(AccessPoint {
        label: Line::parse(label).ok(),
        url: Some(WebUrl::parse(url).ok()?),
        passcode: None,
        dial_in: None,
    })
}

fn venue(name: &str, city: &str, country: &str) -> Option<Venue> {
    Some(Venue {
        name: Some(Line::parse(name).ok()?),
        address: None,
        city: Some(Line::parse(city).ok()?),
        country: Some(Line::parse(country).ok()?),
    })
}

fn registration(url: &str, required: bool) -> Option<Registration> {
    let url = WebUrl::parse(url).ok()?;
    Some(Registration { url, required })
}

fn link(kind: LinkKind, url: &str) -> Option<Link> {
    Some(Link {
        kind,
        label: None,
        url: WebUrl::parse(url).ok()?,
    })
}

/// The days ahead, counted from the first Monday after today.
struct Ahead {
    today: NaiveDate,
    monday: NaiveDate,
}

/// Weeks after that Monday, and a day of the week.
type DayAhead = (u64, Weekday);

/// Hour and minute.
type TimeOfDay = (u32, u32);

impl Ahead {
    /// `None` at the end of the years that a calendar can count.
    fn of(today: NaiveDate) -> Option<Self> {
        let until_monday = 7 - u64::from(today.weekday().num_days_from_monday());
        let monday = today.checked_add_days(Days::new(until_monday))?;
        Some(Self { today, monday })
    }

    fn day(&self, (weeks, weekday): DayAhead) -> Option<NaiveDate> {
        let days = 7 * weeks + u64::from(weekday.num_days_from_monday());
        self.monday.checked_add_days(Days::new(days))
    }

    fn sitting(
        &self,
        zone: &str,
        day: DayAhead,
        from: TimeOfDay,
        to: Option<TimeOfDay>,
    ) -> Option<Timing> {
        self.exact(zone, (day, from), to.map(|to| (day, to)))
    }

    fn exact(
        &self,
        zone: &str,
        from: (DayAhead, TimeOfDay),
        to: Option<(DayAhead, TimeOfDay)>,
    ) -> Option<Timing> {
        let zone = Zone::named(zone).ok()?;
        let start = self.moment(&zone, from)?;
        let end = match to {
            Some(to) => End::At(self.moment(&zone, to)?),
            None => End::Open,
        };
        let times = ExactTimes::new(zone, start, end).ok()?;
        Some(Timing::Once(Times::Exact(times)))
    }

    /// Clocks change at night, but a country may decide on any hour: through the instant the
    /// time always exists.
    fn moment(&self, zone: &Zone, (day, (hour, minute)): (DayAhead, TimeOfDay)) -> Option<Moment> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0)?;
        let at = zone.instant(self.day(day)?.and_time(time), None);
        Moment::from_instant(zone, at).ok()
    }

    fn days(&self, [first, last]: [DayAhead; 2], zone: Option<&str>) -> Option<Timing> {
        let zone = match zone {
            Some(name) => Some(Zone::named(name).ok()?),
            None => None,
        };
        let span = DaySpan::new(self.day(first)?, self.day(last)?, zone).ok()?;
        Some(Timing::Once(Times::Day(span)))
    }

    fn early_in_the_month_after_next(&self, zone: &str) -> Option<Timing> {
        let month = self.today.with_day(1)?.checked_add_months(Months::new(2))?;
        let zone = Zone::named(zone).ok()?;
        let window = DayWindow::new(month, month.with_day(10)?, Some(zone)).ok()?;
        Some(Timing::Once(Times::Window(window)))
    }
}
