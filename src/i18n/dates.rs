//! Dates and times of day as the reader's language writes them, from CLDR by way of ICU4X.
//! Which moment a meeting starts, and in whose time zone, is decided before a date gets here.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{E, MD, T, YM, YMD, YMDE};
use icu_datetime::input::Time;
use icu_datetime::options::Alignment;
use icu_datetime::{
    DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter, NoCalendarFormatter,
};
use icu_locale_core::Locale;

use super::{Language, Words};

type Formatter<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

static FORMATTERS: LazyLock<[Formatters; Language::ALL.len()]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        Formatters::load(&locale_of(language)).expect("date data of the six languages is built in")
    })
});

struct Formatters {
    full: Formatter<YMDE>,
    long: Formatter<YMD>,
    medium: Formatter<YMD>,
    weekday: Formatter<E>,
    day_month: Formatter<MD>,
    month_year: Formatter<YM>,
    time: NoCalendarFormatter<T>,
}

/// What messages choose a weekday's name by: each language has its own way to decline it.
pub fn weekday_key(day: NaiveDate) -> &'static str {
    const KEYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    KEYS[day.weekday().num_days_from_monday() as usize]
}

impl Words {
    /// The date with its weekday: "Friday, 9 March 2018".
    #[must_use]
    pub fn date_full(&self, date: NaiveDate) -> String {
        written(date, |date| self.formatters().full.format(date).to_string())
    }

    /// The date without its weekday: "9 March 2018".
    #[must_use]
    pub fn date_long(&self, date: NaiveDate) -> String {
        written(date, |date| self.formatters().long.format(date).to_string())
    }

    /// The date where room is short: "9 Mar 2018".
    #[must_use]
    pub fn date_medium(&self, date: NaiveDate) -> String {
        written(date, |date| {
            self.formatters().medium.format(date).to_string()
        })
    }

    /// The day of the week: "Friday".
    #[must_use]
    pub fn weekday(&self, date: NaiveDate) -> String {
        written(date, |date| {
            self.formatters().weekday.format(date).to_string()
        })
    }

    /// The day, where the year is known already: "9 March".
    #[must_use]
    pub fn day_month(&self, date: NaiveDate) -> String {
        written(date, |date| {
            self.formatters().day_month.format(date).to_string()
        })
    }

    /// The month a date is in: "March 2018".
    #[must_use]
    pub fn month_year(&self, date: NaiveDate) -> String {
        written(date, |date| {
            self.formatters().month_year.format(date).to_string()
        })
    }

    /// The time of day on a 24-hour clock, seconds left out: "14:00".
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        let (hour, minute) = (time.hour() as u8, time.minute() as u8);
        Time::try_new(hour, minute, 0, 0).map_or_else(
            |_| time.format("%H:%M").to_string(),
            |time| self.formatters().time.format(&time).to_string(),
        )
    }

    /// The days from the first to the last, saying once what they share: "20 – 22 March 2018".
    #[must_use]
    pub fn date_range(&self, first: NaiveDate, last: NaiveDate) -> String {
        let (first, last) = (first.min(last), first.max(last));
        if first == last {
            return self.date_long(first);
        }
        let same_year = first.year() == last.year();
        let same_month = same_year && first.month() == last.month();
        match self.language() {
            Language::Zh => self.range_from_the_year_down(first, last, same_year, same_month),
            _ => self.range_from_the_day_up(first, last, same_year, same_month),
        }
    }

    /// The year comes last, so it is the first date that can leave things out.
    fn range_from_the_day_up(
        self,
        first: NaiveDate,
        last: NaiveDate,
        same_year: bool,
        same_month: bool,
    ) -> String {
        if same_month {
            // Only English sets spaces between bare numbers.
            let dash = match self.language() {
                Language::En => " – ",
                _ => "–",
            };
            format!("{}{dash}{}", first.day(), self.date_long(last))
        } else if same_year {
            format!("{} – {}", self.day_month(first), self.date_long(last))
        } else if self.language() == Language::Ar {
            // Arabic has no short month names: its medium dates are all figures and slashes.
            format!("{} – {}", self.date_long(first), self.date_long(last))
        } else {
            format!("{} – {}", self.date_medium(first), self.date_medium(last))
        }
    }

    /// The year comes first, so it is the last date that can leave things out.
    fn range_from_the_year_down(
        self,
        first: NaiveDate,
        last: NaiveDate,
        same_year: bool,
        same_month: bool,
    ) -> String {
        let last = if same_month {
            format!("{}日", last.day())
        } else if same_year {
            self.day_month(last)
        } else {
            self.date_long(last)
        };
        format!("{}至{last}", self.date_long(first))
    }

    fn formatters(self) -> &'static Formatters {
        &FORMATTERS[self.language() as usize]
    }
}

impl Formatters {
    fn load(locale: &Locale) -> Result<Self, DateTimeFormatterLoadError> {
        let clock = T::hm().with_alignment(Alignment::Column);
        Ok(Self {
            full: Formatter::try_new(locale.into(), YMDE::long())?,
            long: Formatter::try_new(locale.into(), YMD::long())?,
            medium: Formatter::try_new(locale.into(), YMD::medium())?,
            weekday: Formatter::try_new(locale.into(), E::long())?,
            day_month: Formatter::try_new(locale.into(), MD::long())?,
            month_year: Formatter::try_new(locale.into(), YM::long())?,
            time: NoCalendarFormatter::try_new(locale.into(), clock)?,
        })
    }
}

/// The language with everything pinned that CLDR would otherwise choose by region: international
/// English rather than American, Latin digits, a 24-hour clock.
fn locale_of(language: Language) -> Locale {
    let tag = match language {
        Language::Ar => "ar-u-hc-h23-nu-latn",
        Language::En => "en-001-u-hc-h23-nu-latn",
        Language::Es => "es-u-hc-h23-nu-latn",
        Language::Fr => "fr-u-hc-h23-nu-latn",
        Language::Ru => "ru-u-hc-h23-nu-latn",
        Language::Zh => "zh-u-hc-h23-nu-latn",
    };
    tag.parse().expect("the tags are well formed")
}

fn written(date: NaiveDate, write: impl FnOnce(&Date<Gregorian>) -> String) -> String {
    gregorian(date).map_or_else(|| date.to_string(), |date| write(&date))
}

/// `None` beyond the year 9999, which ICU4X does not reach and no meeting will either.
fn gregorian(date: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(date.year(), date.month() as u8, date.day() as u8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[track_caller]
    fn assert_all(write: impl Fn(Words) -> String, expected: [&str; 6]) {
        assert_eq!(
            Language::ALL.map(|language| write(Words::of(language))),
            expected
        );
    }

    #[test]
    fn full_dates_carry_latin_digits() {
        for words in Language::ALL.map(Words::of) {
            let written = words.date_full(day(2018, 3, 9));
            assert!(
                written.contains("2018") && written.contains('9'),
                "{written}"
            );
        }
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let date = day(2018, 3, 9);
        assert_all(
            |words| words.date_full(date),
            [
                "الجمعة، 9 مارس 2018",
                "Friday, 9 March 2018",
                "viernes, 9 de marzo de 2018",
                "vendredi 9 mars 2018",
                "пятница, 9 марта 2018\u{202f}г.",
                "2018年3月9日星期五",
            ],
        );
        let english = Words::of(Language::En);
        assert_eq!(english.date_long(date), "9 March 2018");
        assert_eq!(english.date_medium(date), "9 Mar 2018");
        assert_eq!(english.weekday(date), "Friday");
        assert_eq!(english.day_month(date), "9 March");
        assert_all(
            |words| words.month_year(date),
            [
                "مارس 2018",
                "March 2018",
                "marzo de 2018",
                "mars 2018",
                "март 2018\u{202f}г.",
                "2018年3月",
            ],
        );
    }

    #[test]
    fn clocks_have_twenty_four_hours_everywhere() {
        for (hour, minute, written) in [(14, 0, "14:00"), (0, 5, "00:05"), (9, 30, "09:30")] {
            let time = NaiveTime::from_hms_opt(hour, minute, 59).unwrap();
            assert_all(|words| words.time(time), [written; 6]);
        }
    }

    #[test]
    fn a_range_says_once_what_its_ends_share() {
        assert_all(
            |words| words.date_range(day(2018, 3, 20), day(2018, 3, 22)),
            [
                "20–22 مارس 2018",
                "20 – 22 March 2018",
                "20–22 de marzo de 2018",
                "20–22 mars 2018",
                "20–22 марта 2018\u{202f}г.",
                "2018年3月20日至22日",
            ],
        );
        assert_all(
            |words| words.date_range(day(2015, 6, 30), day(2015, 7, 3)),
            [
                "30 يونيو – 3 يوليو 2015",
                "30 June – 3 July 2015",
                "30 de junio – 3 de julio de 2015",
                "30 juin – 3 juillet 2015",
                "30 июня – 3 июля 2015\u{202f}г.",
                "2015年6月30日至7月3日",
            ],
        );
        assert_all(
            |words| words.date_range(day(2017, 12, 30), day(2018, 1, 2)),
            [
                "30 ديسمبر 2017 – 2 يناير 2018",
                "30 Dec 2017 – 2 Jan 2018",
                "30 dic 2017 – 2 ene 2018",
                "30 déc. 2017 – 2 janv. 2018",
                "30 дек. 2017\u{202f}г. – 2 янв. 2018\u{202f}г.",
                "2017年12月30日至2018年1月2日",
            ],
        );
    }

    #[test]
    fn a_range_of_one_day_is_a_date_and_a_reversed_one_is_turned_round() {
        let english = Words::of(Language::En);
        let (first, last) = (day(2018, 3, 20), day(2019, 3, 20));
        assert_eq!(english.date_range(first, first), "20 March 2018");
        assert_eq!(
            english.date_range(last, first),
            english.date_range(first, last)
        );
    }

    #[test]
    fn no_date_is_too_odd_to_write() {
        let start = day(1900, 1, 1);
        let days = start.iter_days().take_while(|date| date.year() < 2200);
        let extremes = [
            NaiveDate::MIN,
            NaiveDate::MAX,
            day(0, 2, 29),
            day(2199, 12, 31),
        ];
        for date in days.step_by(61).chain(extremes) {
            for words in Language::ALL.map(Words::of) {
                let written = [
                    words.date_full(date),
                    words.date_long(date),
                    words.date_medium(date),
                    words.weekday(date),
                    words.day_month(date),
                    words.month_year(date),
                    words.date_range(start, date),
                ];
                assert!(written.iter().all(|text| !text.is_empty()), "{date}");
            }
        }
    }
}
