//! A meeting on the calendar together with those who may change it: whoever posted it, under the
//! private address, and the desk.

use super::app::{Page, TestApp, Visitor};

/// A meeting on the calendar, with the private address of whoever posted it.
pub struct Posted {
    pub id: String,
    /// The private address.
    pub edit: String,
    pub desk: Visitor,
}

impl Posted {
    /// Posts a meeting and lets the desk approve it.
    pub async fn publish(app: &TestApp, fields: &[(&str, &str)]) -> Self {
        let confirmation = app.post_meeting(fields).await;
        let edit = confirmation
            .attributes("#edit-address", "value")
            .pop()
            .expect("an address");
        let (id, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Chengetai").await;
        desk.decide(&revision, "approved", "").await;
        Self { id, edit, desk }
    }

    /// Presses a button of the private page; leads to the page on which the change goes on.
    pub async fn press(&self, app: &TestApp, button: &[(&str, &str)]) -> Page {
        app.reader.post(&self.edit, button).await
    }

    /// Fills in one page of the form again; returns the page of the answers.
    pub async fn answer(&self, app: &TestApp, page: &str, fields: &[(&str, &str)]) -> Page {
        self.answer_after(app, &[], page, fields).await
    }

    /// The same after a button of the private page.
    pub async fn answer_after(
        &self,
        app: &TestApp,
        button: &[(&str, &str)],
        page: &str,
        fields: &[(&str, &str)],
    ) -> Page {
        let begun = self.press(app, button).await;
        let (draft, _) = begun.path.rsplit_once('/').expect("a draft");
        let check = app.reader.post(&format!("{draft}/{page}"), fields).await;
        assert!(check.path.ends_with("/check"), "{:?}", check.errors());
        check
    }

    /// Sends what was answered and lets the desk approve it.
    pub async fn approve(&self, app: &TestApp, check: &Page) {
        let sent = check.path.replace("/check", "/send");
        app.reader.post(&sent, &[]).await;
        let (_, revision) = app.waiting().pop().expect("the change waits");
        self.desk.decide(&revision, "approved", "").await;
    }

    /// What readers see.
    pub async fn page(&self, app: &TestApp) -> Page {
        app.reader.get(&format!("/en/meetings/{}", self.id)).await
    }
}
