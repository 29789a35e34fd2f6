//! What others said of a meeting since a form was begun, in words: what they changed, what of the form
//! does not count any more, and the questions about what both changed.

use super::View;
use super::diff::{ChangedField, changes};
use super::form::Messages;
use crate::acts::{Choice, Contribution, Meanwhile, Question, Together, Undone};
use crate::domain::Poster;
use crate::domain::change::{Side, Touched};
use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::{in_one_line, stamp};
use crate::store::Sender;

/// What others said since a form was begun.
pub struct TogetherView {
    /// What the answers hold for, for the form to send back.
    pub seen: String,
    pub news: News,
    /// What of the form does not come along.
    pub gone: Vec<ChangedField>,
    pub questions: Vec<QuestionView>,
}

/// What happened since a form was begun, a sentence each.
pub struct News {
    pub sentences: Vec<String>,
    /// Whether somebody sent a change that this one was put beside.
    pub is_beside: bool,
    /// That what the form was begun from was not taken.
    pub undone: Option<String>,
    /// What the desk wrote of it.
    pub reason: Option<String>,
}

/// Two answers, of which one is to count.
pub struct QuestionView {
    /// The name of its field, and the id of its first answer.
    pub name: String,
    pub title: String,
    /// Who else changed it, and when.
    pub hint: String,
    pub answers: [Answer; 2],
}

/// One answer.
pub struct Answer {
    pub side: Side,
    pub label: String,
    /// What it says.
    pub lines: Vec<FieldValue>,
    pub is_chosen: bool,
}

/// A field and its value; without the field's name where there is but one.
pub struct FieldValue {
    pub field: Option<String>,
    pub value: String,
}

impl TogetherView {
    /// Puts it into words.
    pub fn of(v: &View, together: &Together) -> Self {
        let gone = together.gone.as_ref();
        Self {
            seen: together.onto.to_string(),
            news: News::of(v.w, &together.meanwhile),
            gone: gone
                .map(|(before, instead)| changes(v, before, instead))
                .unwrap_or_default(),
            questions: together
                .questions
                .iter()
                .map(|question| QuestionView::of(v, question, &together.meanwhile))
                .collect(),
        }
    }
}

impl News {
    /// Puts it into words.
    pub fn of(w: Words, meanwhile: &Meanwhile) -> Self {
        let undone = meanwhile.undone.as_ref();
        let reason = undone.and_then(|undone| undone.rejected.as_ref()?.1.as_ref());
        Self {
            sentences: meanwhile
                .contributions
                .iter()
                .map(|one| sentence(w, one))
                .collect(),
            is_beside: !meanwhile.contributions.is_empty(),
            undone: undone.map(|undone| undone_words(w, undone)),
            reason: reason.map(ToString::to_string),
        }
    }
}

/// What whoever sent a revision is called.
pub fn sender_name(w: Words, sender: &Sender) -> String {
    match sender {
        Sender::Poster(name) if name == Poster::ERASED => w.t("sender-erased").to_string(),
        Sender::Poster(name) => isolated(name),
        Sender::Desk(Some(name)) => w.t1("sender-desk", "name", isolated(name)).to_string(),
        Sender::Desk(None) => w.t("sender-desk-unnamed").to_string(),
    }
}

/// What whoever posted something is called, and their address, as far as they are still known.
pub fn poster_words(w: Words, poster: &Poster) -> (String, String) {
    match poster.is_erased() {
        true => (w.t("sender-erased").to_string(), String::new()),
        false => (poster.name.to_string(), poster.email.to_string()),
    }
}

/// How many changes wait and whose they are, if there are several. Each is named once.
pub fn several_wait(w: Words, senders: &[Sender]) -> Option<String> {
    if senders.len() < 2 {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for name in senders.iter().map(|sender| sender_name(w, sender)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let (count, names) = (senders.len(), listed(w, names));
    Some(
        w.t2("waiting-several", "count", count, "names", names)
            .to_string(),
    )
}

/// "Ana, Ben and Chengetai".
fn listed(w: Words, mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    let others = names.into_iter().reduce(|list, name| {
        w.t2("names-comma", "first", list, "second", name)
            .to_string()
    });
    match others {
        Some(others) => w
            .t2("names-and", "first", others, "second", last)
            .into_owned(),
        None => last,
    }
}

/// What is in the way of sending a form as it was just sent.
pub fn problems(w: Words, choice: &Choice, together: &Together) -> Messages {
    let anchor = || "meanwhile".to_owned();
    let has_moved = choice.seen.is_some_and(|seen| seen != together.onto);
    let moved = has_moved.then(|| (anchor(), w.t("together-moved-on").to_string()));
    let unseen = (!has_moved && together.open.is_empty())
        .then(|| (anchor(), w.t("together-not-taken").to_string()));
    let open = together.open.iter().map(|touched| {
        let message = w.t1("together-choose", "what", part_name(w, *touched));
        (field_name(*touched), message.to_string())
    });
    Messages::said(moved.into_iter().chain(unseen).chain(open).collect())
}

/// The name of the field that says whose answer is to count.
pub fn field_name(touched: Touched) -> String {
    format!("keep_{}", touched.as_str())
}

fn part_name(w: Words, touched: Touched) -> String {
    w.t(&format!("part-{}", touched.as_str())).to_string()
}

fn sentence(w: Words, contribution: &Contribution) -> String {
    let what: Vec<String> = contribution
        .what
        .iter()
        .map(|touched| part_name(w, *touched))
        .collect();
    w.t3(
        "together-since",
        "who",
        sender_name(w, &contribution.sender),
        "when",
        stamp(w, contribution.sent),
        "what",
        what.join(" · "),
    )
    .to_string()
}

fn undone_words(w: Words, undone: &Undone) -> String {
    let when = stamp(w, undone.at);
    match &undone.rejected {
        Some((who, _)) => w.t2("together-rejected", "who", isolated(who), "when", when),
        None => w.t1("together-taken-back", "when", when),
    }
    .to_string()
}

impl QuestionView {
    fn of(v: &View, question: &Question, meanwhile: &Meanwhile) -> Self {
        let w = v.w;
        let by = question.by.and_then(|by| meanwhile.contributions.get(by));
        let hint = match by {
            Some(by) => {
                let who = sender_name(w, &by.sender);
                w.t2("together-both", "who", who, "when", stamp(w, by.sent))
            }
            None => w.t("together-both-gone"),
        };
        let label = match by {
            Some(by) => sender_name(w, &by.sender),
            None => w.t("together-now").to_string(),
        };
        let [mine, theirs] = values(v, question);
        let answer = |side, label, lines| Answer {
            side,
            label,
            lines,
            is_chosen: question.chosen == Some(side),
        };
        Self {
            name: field_name(question.touched),
            title: part_name(w, question.touched),
            hint: hint.to_string(),
            answers: [
                answer(Side::Mine, w.t("together-mine").to_string(), mine),
                answer(Side::Theirs, label, theirs),
            ],
        }
    }
}

/// What each answer says, in the words in which the desk sees what differs.
fn values(v: &View, question: &Question) -> [Vec<FieldValue>; 2] {
    let w = v.w;
    let (mine, theirs) = (&question.mine, &question.theirs);
    if let (Touched::Timing, Some(mine), Some(theirs)) =
        (question.touched, mine.timing.once(), theirs.timing.once())
    {
        return [mine, theirs].map(|times| vec![field_value(w, None, in_one_line(w, times))]);
    }
    let rows = changes(v, theirs, mine);
    // A part that is one field of the form has its name above it already.
    let own = format!("field-{}", question.touched.as_str());
    let is_own = |field: &str| rows.len() == 1 && w.has(&own) && w.t(&own) == field;
    let lines = |value: fn(&ChangedField) -> &String| {
        rows.iter()
            .map(|row| {
                let field = (!is_own(&row.field)).then(|| row.field.clone());
                field_value(w, field, value(row).clone())
            })
            .collect()
    };
    [lines(|row| &row.after), lines(|row| &row.before)]
}

fn field_value(w: Words, field: Option<String>, value: String) -> FieldValue {
    let value = match value.is_empty() {
        true => w.t("together-nothing").to_string(),
        false => value,
    };
    FieldValue { field, value }
}
