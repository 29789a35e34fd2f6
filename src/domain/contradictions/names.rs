//! The names of months and weekdays in the six languages of the United Nations, as people write
//! them in a date.

use super::cursor::Cursor;
use super::scan::{TextToken, folded};
use chrono::Weekday;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A month's name.
#[derive(Debug, Clone, Copy)]
pub struct MonthName {
    pub number: u32,
    /// Whether the day may follow it: "March 9".
    pub is_english: bool,
}

/// A weekday's name.
#[derive(Debug, Clone, Copy)]
pub struct DayName {
    pub weekday: Weekday,
    /// Whether the word means a weekday even where no date stands beside it.
    pub is_clear: bool,
    /// How many pieces of the text it takes.
    pub length: usize,
}

const MONTHS: [(bool, &str); 8] = [
    (
        true,
        "January February March April May June July August September October November December",
    ),
    (true, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    (
        false,
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    (
        false,
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
    (
        false,
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ),
    (
        false,
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    ),
    (
        false,
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ),
    (true, "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
];

const DAYS: [&str; 8] = [
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "Mon Tue Wed Thu Fri Sat Sun",
    "Mon Tues Weds Thurs Fri Sat Sun",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "понедельник вторник среду четверг пятницу субботу воскресенье",
    "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
];

/// English words that are a name only with a capital letter.
const CAPITALISED: [&str; 15] = [
    "march", "may", "mar", "mon", "tue", "tues", "wed", "weds", "thu", "thurs", "fri", "sat",
    "sun", "dec", "jan",
];

/// Names that mean something else as well: an environment, a city, "the two", "the one".
const UNCLEAR: [&str; 5] = ["среда", "среду", "domingo", "الاثنين", "الأحد"];

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

static MONTH_NAMES: LazyLock<HashMap<String, MonthName>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (is_english, row) in MONTHS {
        for (number, name) in (1..).zip(row.split(' ')) {
            let name = folded(name);
            names
                .entry(name)
                .or_insert(MonthName { number, is_english });
        }
    }
    names
});

static DAY_NAMES: LazyLock<HashMap<String, DayName>> = LazyLock::new(|| {
    let unclear = UNCLEAR.map(folded);
    let mut names = HashMap::new();
    for row in DAYS {
        for (weekday, name) in WEEK.into_iter().zip(row.split(' ')) {
            let name = folded(name);
            let is_clear = !unclear.contains(&name) && !CAPITALISED.contains(&name.as_str());
            names.entry(name).or_insert(DayName {
                weekday,
                is_clear,
                length: 1,
            });
        }
    }
    names
});

/// The month that a word names.
pub fn month(token: &TextToken<'_>) -> Option<MonthName> {
    MONTH_NAMES.get(name(token)?).copied()
}

/// The weekday that begins here.
pub fn weekday(cursor: Cursor<'_>) -> Option<DayName> {
    let token = cursor.peek()?;
    DAY_NAMES
        .get(name(token)?)
        .copied()
        .or_else(|| chinese_weekday(cursor))
}

fn name<'t>(token: &'t TextToken<'_>) -> Option<&'t str> {
    token
        .word()
        .filter(|word| token.is_capitalised() || !CAPITALISED.contains(word))
}

/// 星期五 says Friday anywhere; 周五 only beside a date, for 两周一次 is "once in two weeks".
fn chinese_weekday(mut cursor: Cursor<'_>) -> Option<DayName> {
    let from = cursor.at;
    let is_clear = cursor.word(&["星"]) && cursor.word(&["期"]);
    let week = cursor.word(&["周", "週"]) || (cursor.word(&["礼", "禮"]) && cursor.word(&["拜"]));
    if !is_clear && !week {
        return None;
    }
    let name = cursor.peek()?.word()?;
    let day = ["一", "二", "三", "四", "五", "六", "日"]
        .iter()
        .position(|day| *day == name)
        .or((name == "天").then_some(6))?;
    Some(DayName {
        weekday: WEEK[day],
        is_clear,
        length: cursor.at + 1 - from,
    })
}
