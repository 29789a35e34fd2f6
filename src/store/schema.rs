//! The tables as Diesel sees them; only SQL types that SQLite and PostgreSQL share.
//! Their meaning is told in the migrations.

diesel::table! {
    allowances (slot) {
        slot -> Text,
        minute -> Integer,
        used -> Integer,
    }
}

diesel::table! {
    topics (slug) {
        slug -> Text,
        details -> Text,
        version -> Integer,
        imported -> Nullable<Text>,
        leads_to -> Nullable<Text>,
        closed_on -> Nullable<Text>,
    }
}

diesel::table! {
    groups (slug) {
        slug -> Text,
        kind -> Text,
        name -> Text,
        details -> Text,
        version -> Integer,
        imported -> Nullable<Text>,
        leads_to -> Nullable<Text>,
        closed_on -> Nullable<Text>,
    }
}

diesel::table! {
    meetings (id) {
        id -> Text,
        reference -> Text,
        origin -> Nullable<Text>,
        published_revision -> Nullable<Text>,
        pending_revision -> Nullable<Text>,
        version -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    revisions (id) {
        id -> Text,
        meeting_id -> Text,
        number -> Integer,
        group_slug -> Text,
        title -> Text,
        starts_at -> Nullable<Timestamp>,
        ends_at -> Nullable<Timestamp>,
        details -> Text,
        source -> Text,
        poster_name -> Text,
        poster_email -> Text,
        created_at -> Timestamp,
        base_revision -> Nullable<Text>,
        language -> Nullable<Text>,
        sent_by -> Nullable<Text>,
    }
}

diesel::table! {
    reviews (id) {
        id -> Text,
        revision_id -> Text,
        verdict -> Text,
        reason -> Nullable<Text>,
        decided_by -> Text,
        created_at -> Timestamp,
        spam -> Integer,
    }
}

diesel::table! {
    undos (id) {
        id -> Text,
        meeting_id -> Text,
        review_id -> Nullable<Text>,
        withdrawal_id -> Nullable<Text>,
        waiting_revision -> Nullable<Text>,
        published_revision -> Nullable<Text>,
        undone_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    withdrawals (id) {
        id -> Text,
        meeting_id -> Text,
        revision_id -> Text,
        reason -> Text,
        decided_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    retractions (revision_id) {
        revision_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        kind -> Text,
        event -> Nullable<Text>,
        meeting_id -> Nullable<Text>,
        revision_id -> Nullable<Text>,
        review_id -> Nullable<Text>,
        recipient -> Text,
        language -> Text,
        payload -> Text,
        created_at -> Timestamp,
        due_at -> Timestamp,
        attempts -> Integer,
        claimed_until -> Nullable<Timestamp>,
        sent_at -> Nullable<Timestamp>,
        given_up_at -> Nullable<Timestamp>,
        problem -> Nullable<Text>,
        stop_hash -> Nullable<Text>,
    }
}

diesel::table! {
    review_notes (id) {
        id -> Text,
        meeting_id -> Text,
        written_by -> Text,
        note -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    claims (meeting_id) {
        meeting_id -> Text,
        person_id -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    kept_forms (token_hash) {
        token_hash -> Text,
        meeting_id -> Text,
        path -> Text,
        form -> Text,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    addresses (email) {
        email -> Text,
        refused_at -> Nullable<Timestamp>,
        problem -> Nullable<Text>,
        reminders_stopped_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    coordinators (id) {
        id -> Text,
        group_slug -> Text,
        person_id -> Text,
        granted_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    trusted_groups (group_slug) {
        group_slug -> Text,
        granted_by -> Text,
        created_at -> Timestamp,
        reverts -> Integer,
    }
}

diesel::table! {
    at_once (revision_id) {
        revision_id -> Text,
        meeting_id -> Text,
        cause -> Text,
        former_revision -> Nullable<Text>,
        created_at -> Timestamp,
        looked_at -> Nullable<Timestamp>,
        looked_by -> Nullable<Text>,
        outcome -> Nullable<Text>,
    }
}

diesel::table! {
    audit (id) {
        id -> Text,
        created_at -> Timestamp,
        actor -> Text,
        person_id -> Nullable<Text>,
        act -> Text,
        subject_kind -> Text,
        subject -> Nullable<Text>,
        before -> Nullable<Text>,
        after -> Nullable<Text>,
        network -> Nullable<Text>,
    }
}

diesel::table! {
    change_counter (id) {
        id -> Integer,
        seq -> Integer,
    }
}

diesel::table! {
    changes (seq) {
        seq -> Integer,
        subject_kind -> Text,
        subject -> Text,
        revision_id -> Nullable<Text>,
        sequence -> Integer,
        first_at -> Timestamp,
        created_at -> Timestamp,
        instants -> Nullable<Text>,
    }
}

diesel::table! {
    drafts (token_hash) {
        token_hash -> Text,
        meeting_id -> Nullable<Text>,
        source -> Text,
        fields -> Text,
        sent_revision -> Nullable<Text>,
        scope -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        base_revision -> Nullable<Text>,
        language -> Nullable<Text>,
        opened_at -> Nullable<Timestamp>,
        hidden_filled -> Nullable<Integer>,
    }
}

diesel::table! {
    removals (meeting_id) {
        meeting_id -> Text,
        reference -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    seen_days (day) {
        day -> Text,
    }
}

diesel::table! {
    edit_keys (token_hash) {
        token_hash -> Text,
        meeting_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    people (id) {
        id -> Text,
        email -> Nullable<Text>,
        name -> Text,
        created_at -> Timestamp,
        kind -> Text,
        role -> Text,
        reviews -> Nullable<Text>,
        entered_at -> Nullable<Timestamp>,
        failures -> Integer,
        locked_until -> Nullable<Timestamp>,
    }
}

diesel::table! {
    invitations (token_hash) {
        token_hash -> Text,
        email -> Nullable<Text>,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        id -> Text,
        person_id -> Text,
        kind -> Text,
        created_at -> Timestamp,
        used_at -> Timestamp,
        expires_at -> Timestamp,
        proved_at -> Nullable<Timestamp>,
        agent -> Text,
        network -> Text,
        ceremony -> Nullable<Text>,
    }
}

diesel::table! {
    sign_ins (id) {
        id -> Text,
        token_hash -> Text,
        email -> Text,
        network -> Text,
        code_hash -> Nullable<Text>,
        tries -> Integer,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    passkeys (id) {
        id -> Text,
        person_id -> Text,
        credential_id -> Text,
        public_key -> Text,
        sign_count -> Integer,
        name -> Text,
        created_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    authenticators (person_id) {
        person_id -> Text,
        secret -> Nullable<Text>,
        pending -> Nullable<Text>,
        last_step -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    recovery_codes (code_hash) {
        code_hash -> Text,
        person_id -> Text,
        created_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::joinable!(coordinators -> people (person_id));
diesel::joinable!(at_once -> meetings (meeting_id));
diesel::joinable!(at_once -> revisions (revision_id));
diesel::joinable!(audit -> people (person_id));
diesel::joinable!(reviews -> people (decided_by));
diesel::joinable!(reviews -> revisions (revision_id));
diesel::joinable!(withdrawals -> people (decided_by));
diesel::joinable!(retractions -> revisions (revision_id));
diesel::joinable!(undos -> people (undone_by));
diesel::joinable!(undos -> meetings (meeting_id));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(claims -> people (person_id));
diesel::joinable!(review_notes -> people (written_by));
diesel::joinable!(revisions -> meetings (meeting_id));
diesel::joinable!(revisions -> people (sent_by));

diesel::allow_tables_to_appear_in_same_query!(
    at_once,
    audit,
    coordinators,
    meetings,
    revisions,
    reviews,
    withdrawals,
    retractions,
    undos,
    changes,
    drafts,
    edit_keys,
    people,
    sessions,
    claims,
    review_notes
);
