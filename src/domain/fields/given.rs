//! What of a form was given, without the empty rows that pages offer to type into.

use super::{MeetingFields, is_blank};

impl MeetingFields {
    /// The form without rows into which nothing was typed, so that two can be compared by what they say. A
    /// row of links whose kind alone is chosen is empty: a list always has something chosen.
    pub fn without_empty_rows(mut self) -> Self {
        let links = self.who.link_rows();
        let links = links.into_iter().filter(|row| row.is_given());
        let who = &mut self.who;
        (who.link_kind, who.link_label, who.link_url) = Default::default();
        for row in links {
            who.link_kind.push(row.kind);
            who.link_label.push(row.label);
            who.link_url.push(row.url);
        }
        who.cohost.retain(|slug| !is_blank(slug));
        let ways_in = self.how.access_rows();
        let how = &mut self.how;
        for column in how.columns() {
            column.clear();
        }
        for row in ways_in {
            let cells = [row.url, row.label, row.passcode, row.dial_in];
            if cells.iter().all(|cell| is_blank(cell)) {
                continue;
            }
            for (column, cell) in how.columns().into_iter().zip(cells) {
                column.push(cell);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::{HowFields, WhoFields};

    #[test]
    fn rows_into_which_nothing_was_typed_say_nothing() {
        let text = |text: &str| vec![text.to_owned(), String::new(), String::new()];
        let offered = MeetingFields {
            who: WhoFields {
                cohost: text("bpf"),
                link_kind: vec!["agenda".into(), "report".into(), "agenda".into()],
                link_url: text("https://example.org/a"),
                ..WhoFields::default()
            },
            how: HowFields {
                access_url: text("https://meet.example.org/"),
                access_dial_in: vec![String::new(), "+41 22 1".into()],
                ..HowFields::default()
            },
            ..MeetingFields::default()
        };
        let given = offered.without_empty_rows();
        assert_eq!(given.who.cohost, ["bpf"]);
        assert_eq!(given.who.link_kind, ["agenda"]);
        assert_eq!(given.who.link_label, [""]);
        assert_eq!(given.how.access_url, ["https://meet.example.org/", ""]);
        assert_eq!(given.how.access_dial_in, ["", "+41 22 1"]);
        assert_eq!(given.clone().without_empty_rows(), given);
    }
}
