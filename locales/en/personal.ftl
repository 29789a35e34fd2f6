### What people are told of what is kept about them; what comes too fast; what a form noticed.

privacy-title = Privacy
privacy-form-link = What we do with it.
privacy-intro = This calendar keeps as little about people as it can. It shows no advertising, counts no visits and loads nothing from other sites.
privacy-kept-title = What is kept, why, and for how long
privacy-reading = If you read or subscribe
privacy-reading-what = Nothing about you. The server’s log has one line for each request, with the network that it came from but never your whole address, so that faults and attacks can be found. Your whole address is held for some minutes, to keep anybody from asking for too much.
privacy-posting = Your name and e-mail address, if you post a meeting
privacy-posting-what = So that the secretariat can ask you something, and so that you hear what becomes of your entry. They are never published. They are replaced by “name removed” after this long, counted from when the entry was sent and its meeting was over:
privacy-published = What you write for readers
privacy-published-what = It is published once the secretariat has approved it, with the contact that you name for readers, and stays as a record of the community’s meetings. You can change it at any time.
privacy-drafts = Forms that you fill in
privacy-drafts-what = So that nothing you typed is lost. After you last touched them they are kept for:
privacy-letters = Letters that we send you
privacy-letters-what = So that the secretariat can see what you were told. Whom they went to and what they said is kept for:
privacy-spam = Entries that were rejected as spam
privacy-spam-what = They are removed altogether after:
privacy-desk = People who sign in
privacy-desk-what = Name, e-mail address, and each session with the kind of browser and its network, as long as you use the calendar; you can end a session at any time. What people of the secretariat decide is written down for good, with the network that it came from, so that everybody can be held to it.
privacy-backups = Backups
privacy-backups-what = What was removed is still in older backups, which are read only to bring the calendar back. They are kept for:
privacy-backups-unknown = What was removed is still in older backups, which are read only to bring the calendar back. Whoever runs the server decides for how long they are kept.
privacy-who-title = Who reads it
privacy-who = The secretariat, and whoever runs the server. It is given to nobody else and used for nothing else.
privacy-cookies-title = Cookies
privacy-cookies = Your browser keeps a few small pieces of text for this site. None of them follows you.
privacy-cookie-language = the language that you read in, for a year
privacy-cookie-zone = the time zone that you chose, for a year
privacy-cookie-session = that you are signed in, until you leave or have not come for long
privacy-rights-title = A copy, or having it erased
privacy-rights = Ask the secretariat, from the e-mail address that it is about. You are sent everything that is kept about that address, or your name and address are replaced wherever they are kept. What was published for readers stays as it was written; say if you want your name taken out of that, too.
privacy-ask = Write to:
privacy-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
privacy-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }

held-back-title = Not sent yet
held-back-brake = Very many entries are arriving at the moment, so each of us has to wait a little. Nothing that you typed is lost: it is kept at this address. Send it again in a minute.
held-back-sent = With this e-mail address { $count } entries were sent within a day, and no more are taken. Nothing that you typed is lost: it is kept at this address. Send it tomorrow, or ask the secretariat.
held-back-waiting = With this e-mail address { $count } entries wait for the secretariat, and no more are taken. Nothing that you typed is lost: it is kept at this address. Send it once some of them are decided, or take one back that is not needed.

signs-title = How the form was filled in
signs-quick =
    { $seconds ->
        [one] From opening the form to sending it took { $seconds } second.
       *[other] From opening the form to sending it took { $seconds } seconds.
    }
signs-hidden = A field was filled that people do not see.
signs-hint = Programs do that, but so do screen readers, password managers and people who paste. Read what was sent.
signs-leave-empty = Leave this field empty

rush-notice =
    { $count ->
        [one] Within an hour { $count } entry came, more than usual. Each sender may send one in a minute until that ends. Nothing is refused.
       *[other] Within an hour { $count } entries came, more than usual. Each sender may send one in a minute until that ends. Nothing is refused.
    }
mail-subject-rush = More entries than usual are arriving
mail-says-rush = More entries have come within an hour than usual. Each sender may send one in a minute until that ends, and nothing that was typed is lost. Look at the queue: spam can be rejected many at once.
letter-kind-rush = More entries than usual

sender-erased = name removed
personal-title = Personal data
personal-intro = All that is kept about somebody, by the e-mail address that they gave. Make sure that whoever asks has that address: answer to it alone.
personal-email = E-mail address
personal-export-title = A copy
personal-export-hint = One file (JSON) with their entries, forms, letters and sessions.
personal-export-button = Download
personal-erase-title = Erase
personal-erase-hint = Name and address are replaced wherever they are kept, letters that wait are not sent, and sessions end. What was published for readers, and who decided what, stays. It cannot be undone.
personal-again = The same address again
personal-differs = Enter the same e-mail address as above.
personal-erase-button = Erase for good
personal-done = Name and address were replaced.
personal-nothing = Nothing was kept about this address.
personal-count-entries = Entries
personal-count-forms = Forms
personal-count-letters = Letters
personal-count-keys = Private addresses that are void now
personal-count-sessions = Sessions that have ended
personal-still-named = Entries in which the address still stands as text for readers:
