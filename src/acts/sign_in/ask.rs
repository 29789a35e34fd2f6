//! Asking for a code.

use super::{GOOD, MAILED, REMEMBERED};
use crate::acts::{ActError, Acts};
use crate::domain::web_url::EmailAddress;
use crate::domain::{LanguageTag, MessageId, SignInId};
use crate::store::{Message, MessageKind, Payload, Token};

impl Acts {
    /// Asks for a code for an address; returns the secret of the browser that asked, without which the
    /// code is of no use. For anyone: nothing that this does or returns tells whether the address is
    /// known. Who is not known is sent nothing, which is found out when the letter is written.
    pub fn ask_for_code(
        &self,
        email: &EmailAddress,
        language: &LanguageTag,
        former: Option<&Token>,
    ) -> Result<Token, ActError> {
        let browser = Token::random()?;
        let (now, sign_in) = (self.now(), SignInId::new());
        let network = self.network_label();
        let message = Message {
            id: MessageId::new(),
            kind: MessageKind::SignInCode,
            event: Some(MessageKind::event_of_sign_in(sign_in)),
            meeting: None,
            revision: None,
            review: None,
            recipient: email.clone(),
            language: language.clone(),
            payload: Payload::default(),
            created: now,
            due: now,
        };
        self.store.transact::<_, ActError>(|transaction| {
            transaction.forget_sign_ins(now - REMEMBERED)?;
            if let Some(former) = former {
                transaction.forget_sign_in(&former.hash())?;
            }
            let asked = transaction.count_sign_ins(email, &network, now - REMEMBERED)?;
            let until = (now, now + GOOD);
            transaction.add_sign_in(sign_in, (&browser.hash(), &network), email, until)?;
            if asked.0 < MAILED.0 && asked.1 < MAILED.1 {
                transaction.add_message(&message)?;
            }
            Ok(())
        })?;
        tracing::info!(act = "ask-for-code", %sign_in, "done");
        Ok(browser)
    }
}
