//! Two changes of one series at once: of one date and of others, of all of them, of what time has
//! passed over.

use super::{
    Draft, Fields, TITLE, approve, half_past_three, news, plain, review, state, texts, waits, who,
};
use crate::on_both_databases;
use crate::support::meetings::{second_page, weekly, with};
use crate::support::posted::Posted;
use igf_calendar::domain::MeetingDetails;

/// Page "when" of a series that begins on a day of March at half past three.
fn all_later(day: &str) -> Fields<'_> {
    let later = [("held", "series"), ("start_day", day)];
    with(&half_past_three(), &later)
}

/// When each date is held, in UTC, with what it is called; one that is cancelled with an x.
fn dates(details: &MeetingDetails) -> Vec<String> {
    let all = details.occurrences().into_iter();
    all.map(|one| {
        let start = one.times.extent().expect("hours").0.format("%m-%d %H:%M");
        let off = if one.said.status.takes_place() {
            ""
        } else {
            "x "
        };
        format!("{off}{start} {}", one.said.title)
    })
    .collect()
}

on_both_databases! {
    /// One date is called off while somebody else moves it and all later ones.
    async fn one_date_and_all_later_ones_are_changed(app: TestApp) {
        for (scope, day) in [("from:2018-03-16", "16"), ("all", "9")] {
            let call = Posted::publish(&app, &weekly()).await;
            let one = [("scope", "one:2018-03-23"), ("status", "cancelled")];
            let (ana, ben) = (Draft::at(&app, &call, &one).await, Draft::at(&app, &call, &[("scope", scope)]).await);
            let off = [("held", "once"), ("start_day", "23"), ("status", "cancelled"), ("status_note", "A holiday.")];
            ana.answer("when", &second_page(&off)).await;
            ben.answer("when", &all_later(day)).await;
            ana.send().await;
            let check = ben.check().await;
            assert!(check.texts("input[type=radio]").is_empty(), "both can be had: {}", check.words());
            assert!(news(&check).contains("Ana Example changed: When"), "{}", news(&check));
            let sent = ben.send_from(&check, &[]).await;
            assert!(sent.path.ends_with("/sent"), "{}", sent.words());
            let waiting = texts(&review(&call).await, ".waiting > li");
            assert!(waiting[0].contains("A holiday."), "{waiting:?}");
            assert!(waiting[1].contains("15:30"), "{waiting:?}");
            approve(&app, &call).await;
            let public = state(&app, &call).published.expect("it is public").details;
            let hours = |day: &str| if day < "03-16" && scope != "all" { "13:00" } else { "14:30" };
            let said: Vec<String> = dates(&public).iter().map(|date| date.replace(TITLE, "Call")).collect();
            assert_eq!(
                said,
                [
                    format!("03-09 {} Call", hours("03-09")),
                    "03-16 14:30 Call".to_owned(),
                    "x 03-23 14:30 Call".to_owned(),
                    "03-30 13:30 Call".to_owned(),
                    "04-06 13:30 Call".to_owned(),
                ]
            );
        }
    }

    /// The other way round: all later ones first, then the one.
    async fn all_later_ones_and_one_date_are_changed(app: TestApp) {
        let call = Posted::publish(&app, &weekly()).await;
        let one = [("scope", "one:2018-03-23")];
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &one).await);
        ana.answer("when", &all_later("9")).await;
        ben.answer("who", &who("Ben", &[("title", "With a guest")])).await;
        ana.send().await;
        let check = ben.check().await;
        assert!(check.texts("input[type=radio]").is_empty(), "{}", check.words());
        assert!(plain(&check.words()).contains("15:30 – 16:30"), "{}", check.words());
        ben.send_from(&check, &[]).await;
        let waits = dates(&waits(&app, &call));
        assert_eq!(waits[1..3], [format!("03-16 14:30 {TITLE}"), "03-23 14:30 With a guest".to_owned()]);
    }

    /// Two people give the series other hours.
    async fn two_times_of_a_series_are_a_question(app: TestApp) {
        let call = Posted::publish(&app, &weekly()).await;
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &[]).await);
        ana.answer("when", &all_later("9")).await;
        ben.answer("when", &with(&all_later("9"), &[("start_time", "10:00"), ("end_time", "11:00")])).await;
        ana.send().await;
        let asked = ben.send().await;
        assert_eq!(asked.errors(), ["keep_timing: When: choose which answer is to be sent"]);
        let question = texts(&asked, "fieldset").join(" ");
        assert!(question.contains("9 March 2018, 10:00 – 11:00"), "{question}");
        assert!(question.contains("9 March 2018, 15:30 – 16:30"), "{question}");
        ben.send_from(&asked, &[("keep_timing", "theirs")]).await;
        assert_eq!(dates(&waits(&app, &call))[0], format!("03-09 14:30 {TITLE}"));
    }

    /// A date was held while the form lay open, and nobody changed anything: that is no question.
    async fn a_date_that_was_held_meanwhile_is_nobodys_change(app: TestApp at "2018-03-15T09:00:00Z") {
        let call = Posted::publish(&app, &weekly()).await;
        let ben = Draft::at(&app, &call, &[]).await;
        ben.answer("who", &who("Ben", &[("title", "Ben’s title")])).await;
        let later = app.beside_at("2018-03-17T09:00:00Z").await;
        let path = format!("{}{}", later.base, ben.path);
        let check = ben.who.get(&format!("{path}/check")).await;
        assert_eq!((check.status.as_u16(), news(&check).as_str()), (200, ""), "{}", check.words());
        let sent = ben.who.post(&format!("{path}/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.path);
        let dates = dates(&waits(&app, &call));
        assert_eq!(dates[1], format!("03-16 13:00 {TITLE}"), "as it was held");
        assert_eq!(dates[2], "03-23 13:00 Ben’s title");
    }

    /// A scope that is gone is said as before, whatever else happened.
    async fn a_series_becomes_a_single_meeting(app: TestApp) {
        let call = Posted::publish(&app, &weekly()).await;
        let one = [("scope", "one:2018-03-23")];
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &one).await);
        ben.answer("who", &who("Ben", &[("title", "With a guest")])).await;
        ana.answer("when", &with(&half_past_three(), &[("held", "once")])).await;
        ana.send().await;
        let refused = ben.send().await;
        assert!(refused.path.ends_with("/when"), "{}", refused.path);
        let errors = refused.errors();
        assert!(errors.len() == 1 && errors[0].contains("there is none on Friday, 23 March 2018"), "{errors:?}");
    }
}
