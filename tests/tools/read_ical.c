/* Reads an iCalendar from standard input with libical and prints what it
 * understood as JSON, in the shape `support/calendars.rs` knows. Rules are
 * unrolled by libical; EXDATEs and overrides are applied here. Times go through
 * the file's own VTIMEZONEs alone: libical's helpers that know a component fall
 * back on the machine's zones, so that none of them is used.
 */

#define _GNU_SOURCE
#include <libical/ical.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The other two readers unroll as far, and no endless rule is an endless run. */
enum { FIRST_YEAR = 1990, END_YEAR = 2101 };

/* `2018-03-09T13:00:00Z`, and room for what a broken calendar may say. */
typedef struct { char text[64]; } instant;

/* One VEVENT, with its times ready to be compared and printed. */
typedef struct {
    icalcomponent *component;
    const char *uid;
    bool overrides; /* has a RECURRENCE-ID */
    bool used;      /* an override whose occurrence was found */
    struct icaltimetype first, last;
    instant start, end, recurrence_id;
} event;

static icalcomponent *calendar;
static FILE *errors, *events_out, *occurrences_out;

/* ------------------------------------------------------------------ printing */

static void put_text(FILE *out, const char *text) {
    if (text == NULL) {
        fputs("null", out);
        return;
    }
    fputc('"', out);
    for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\') fprintf(out, "\\%c", *c);
        else if (*c < 0x20) fprintf(out, "\\u%04x", *c);
        else fputc(*c, out);
    }
    fputc('"', out);
}

static void put_field(FILE *out, const char *name, const char *text) {
    fprintf(out, "\"%s\":", name);
    put_text(out, text);
    fputc(',', out);
}

/* What is printed into memory as a list begins with a comma after the first. */
static void separate(FILE *out) {
    if (ftell(out) > 0) fputc(',', out);
}

static void complain(const char *whose, const char *what, const char *which) {
    char *whole = NULL;
    if (asprintf(&whole, "%s: %s%s", whose ? whose : "null", what, which ? which : "") < 0) abort();
    separate(errors);
    put_text(errors, whole);
    free(whole);
}

/* ---------------------------------------------------------------- properties */

static icalproperty *get(icalcomponent *component, icalproperty_kind kind) {
    return icalcomponent_get_first_property(component, kind);
}

/* Texts are unescaped by their own getter; of the rest, what is written counts. */
static const char *text_of(icalproperty *property) {
    if (property == NULL) return NULL;
    icalvalue *value = icalproperty_get_value(property);
    if (value == NULL) return NULL;
    switch (icalvalue_isa(value)) {
    case ICAL_TEXT_VALUE: return icalvalue_get_text(value);
    case ICAL_X_VALUE: return icalvalue_get_x(value);
    default: return icalproperty_get_value_as_string(property);
    }
}

static void put_list(FILE *out, const char *name, icalcomponent *component, icalproperty_kind kind) {
    const char *comma = "";
    fprintf(out, "\"%s\":[", name);
    for (icalproperty *p = get(component, kind); p != NULL;
         p = icalcomponent_get_next_property(component, kind)) {
        fputs(comma, out);
        put_text(out, text_of(p));
        comma = ",";
    }
    fputs("]", out);
}

static const char *tzid_of(icalproperty *property) {
    icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    return tzid == NULL ? NULL : icalparameter_get_tzid(tzid);
}

/* The time of a property, bound to its zone as the file defines it. */
static bool time_of(icalproperty *property, const char *uid, struct icaltimetype *time) {
    const char *tzid = tzid_of(property);
    *time = icalvalue_get_datetime(icalproperty_get_value(property));
    if (icaltime_is_null_time(*time)) {
        complain(uid, "not a time: ", icalproperty_as_ical_string(property));
        return false;
    }
    if (tzid == NULL || time->is_date) return true;
    icaltimezone *zone = icalcomponent_get_timezone(calendar, tzid);
    if (zone == NULL) {
        complain(uid, "no VTIMEZONE for TZID ", tzid);
        return false;
    }
    time->zone = zone;
    return true;
}

/* A date as it is, a date-time in UTC, a floating one without the Z. */
static instant instant_of(struct icaltimetype time) {
    instant made;
    const char *mark = "";
    if (time.is_date) {
        snprintf(made.text, sizeof made.text, "%04d-%02d-%02d", time.year, time.month, time.day);
        return made;
    }
    if (time.zone != NULL) {
        time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
        mark = "Z";
    }
    snprintf(made.text, sizeof made.text, "%04d-%02d-%02dT%02d:%02d:%02d%s", time.year, time.month,
             time.day, time.hour, time.minute, time.second, mark);
    return made;
}

static bool same(instant one, instant other) { return strcmp(one.text, other.text) == 0; }

/* ------------------------------------------------------------------- reading */

static bool read_event(icalcomponent *component, event *found) {
    icalproperty *start = get(component, ICAL_DTSTART_PROPERTY);
    icalproperty *end = get(component, ICAL_DTEND_PROPERTY);
    icalproperty *duration = get(component, ICAL_DURATION_PROPERTY);
    icalproperty *recurrence = get(component, ICAL_RECURRENCEID_PROPERTY);
    struct icaltimetype original;
    *found = (event){.component = component, .uid = text_of(get(component, ICAL_UID_PROPERTY))};
    if (start == NULL) {
        complain(found->uid, "no DTSTART", NULL);
        return false;
    }
    if (!time_of(start, found->uid, &found->first)) return false;
    if (end != NULL) {
        if (!time_of(end, found->uid, &found->last)) return false;
    } else if (duration != NULL) {
        found->last = icaltime_add(found->first, icalproperty_get_duration(duration));
    } else {
        found->last = found->first;
        if (found->first.is_date) icaltime_adjust(&found->last, 1, 0, 0, 0);
    }
    if (recurrence != NULL) {
        if (!time_of(recurrence, found->uid, &original)) return false;
        found->overrides = true;
        found->recurrence_id = instant_of(original);
    }
    found->start = instant_of(found->first);
    found->end = instant_of(found->last);
    return true;
}

static void put_event(const event *found) {
    icalcomponent *component = found->component;
    icalproperty *sequence = get(component, ICAL_SEQUENCE_PROPERTY);
    FILE *out = events_out;
    separate(out);
    fputc('{', out);
    put_field(out, "uid", found->uid);
    put_field(out, "recurrence_id", found->overrides ? found->recurrence_id.text : NULL);
    put_field(out, "summary", text_of(get(component, ICAL_SUMMARY_PROPERTY)));
    put_field(out, "status", text_of(get(component, ICAL_STATUS_PROPERTY)));
    if (sequence == NULL) fputs("\"sequence\":null,", out);
    else fprintf(out, "\"sequence\":%d,", icalproperty_get_sequence(sequence));
    fprintf(out, "\"all_day\":%s,", found->first.is_date ? "true" : "false");
    put_field(out, "start_utc", found->start.text);
    put_field(out, "end_utc", found->end.text);
    put_field(out, "tzid", tzid_of(get(component, ICAL_DTSTART_PROPERTY)));
    put_field(out, "location", text_of(get(component, ICAL_LOCATION_PROPERTY)));
    put_field(out, "description", text_of(get(component, ICAL_DESCRIPTION_PROPERTY)));
    put_field(out, "url", text_of(get(component, ICAL_URL_PROPERTY)));
    put_field(out, "rrule", text_of(get(component, ICAL_RRULE_PROPERTY)));
    put_list(out, "categories", component, ICAL_CATEGORIES_PROPERTY);
    fputc(',', out);
    put_list(out, "attachments", component, ICAL_ATTACH_PROPERTY);
    fputc(',', out);
    put_list(out, "related_to", component, ICAL_RELATEDTO_PROPERTY);
    fputc('}', out);
}

/* libical drops what it cannot read and leaves a note in its place. */
static void tell_faults(icalcomponent *component) {
    const char *uid = text_of(get(component, ICAL_UID_PROPERTY));
    for (icalproperty *p = get(component, ICAL_XLICERROR_PROPERTY); p != NULL;
         p = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        complain(uid ? uid : icalcomponent_kind_to_string(icalcomponent_isa(component)),
                 icalproperty_get_xlicerror(p), NULL);
    }
    for (icalcomponent *c = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
         c != NULL; c = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        tell_faults(c);
    }
}

/* ----------------------------------------------------------------- expanding */

static void put_occurrence(const event *of, const char *original, instant start, instant end) {
    int year = atoi(start.text);
    if (year < FIRST_YEAR || year >= END_YEAR) return;
    FILE *out = occurrences_out;
    separate(out);
    fputc('{', out);
    put_field(out, "uid", of->uid);
    put_field(out, "recurrence_id", original);
    put_field(out, "summary", text_of(get(of->component, ICAL_SUMMARY_PROPERTY)));
    put_field(out, "status", text_of(get(of->component, ICAL_STATUS_PROPERTY)));
    put_field(out, "start_utc", start.text);
    fputs("\"end_utc\":", out);
    put_text(out, end.text);
    fputc('}', out);
}

static bool same_uid(const event *one, const event *other) {
    return one->uid != NULL && other->uid != NULL && strcmp(one->uid, other->uid) == 0;
}

/* The instants of the EXDATEs, ended by an empty one. */
static instant *read_exdates(const event *master) {
    int count = icalcomponent_count_properties(master->component, ICAL_EXDATE_PROPERTY);
    instant *found = calloc((size_t)count + 1, sizeof *found);
    instant *next = found;
    for (icalproperty *p = get(master->component, ICAL_EXDATE_PROPERTY); p != NULL;
         p = icalcomponent_get_next_property(master->component, ICAL_EXDATE_PROPERTY)) {
        struct icaltimetype time;
        if (time_of(p, master->uid, &time)) *next++ = instant_of(time);
    }
    return found;
}

static void expand_rule(const event *master, icalproperty *rule, event *all, size_t count) {
    struct icaldurationtype length;
    struct icaltimetype last = master->last, next;
    instant *exdates = read_exdates(master);
    /* Until the same hour of the clock, as the other two readers have it. */
    if (master->first.zone != NULL)
        last = icaltime_convert_to_zone(last, (icaltimezone *)master->first.zone);
    length = icaltime_subtract(last, master->first);
    icalrecur_iterator *rest = icalrecur_iterator_new(icalproperty_get_rrule(rule), master->first);
    if (rest == NULL) complain(master->uid, "no rule to follow: ", text_of(rule));
    while (rest != NULL && !icaltime_is_null_time(next = icalrecur_iterator_next(rest)) &&
           next.year <= END_YEAR) {
        const event *shown = master;
        instant original, start, end;
        bool excluded = false;
        next.zone = master->first.zone;
        original = start = instant_of(next);
        end = instant_of(icaltime_add(next, length));
        for (instant *e = exdates; e->text[0] != '\0'; e++) excluded |= same(*e, original);
        if (excluded) continue;
        for (event *e = all; e < all + count; e++) {
            if (!e->overrides || !same_uid(e, master) || !same(e->recurrence_id, original)) continue;
            e->used = true;
            shown = e;
            start = e->start;
            end = e->end;
        }
        put_occurrence(shown, original.text, start, end);
    }
    if (rest != NULL) icalrecur_iterator_free(rest);
    free(exdates);
}

static void expand(event *all, size_t count) {
    for (event *e = all; e < all + count; e++) {
        icalproperty *rule = get(e->component, ICAL_RRULE_PROPERTY);
        if (e->overrides) continue;
        if (rule != NULL) expand_rule(e, rule, all, count);
        else put_occurrence(e, NULL, e->start, e->end);
    }
    for (event *e = all; e < all + count; e++) {
        if (!e->overrides || e->used) continue;
        complain(e->uid, "no occurrence to override: ", e->recurrence_id.text);
        put_occurrence(e, e->recurrence_id.text, e->start, e->end);
    }
}

/* ---------------------------------------------------------------------------- */

static void read_calendar(void) {
    int most = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
    event *all = calloc((size_t)most + 1, sizeof *all);
    size_t count = 0;
    tell_faults(calendar);
    for (icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         c != NULL; c = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        if (read_event(c, &all[count])) put_event(&all[count++]);
    }
    expand(all, count);
    free(all);
}

/* The name is a property that libical does not know by itself. */
static const char *name_of(void) {
    for (icalproperty *p = get(calendar, ICAL_X_PROPERTY); p != NULL;
         p = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY)) {
        const char *name = icalproperty_get_x_name(p);
        if (name != NULL && strcmp(name, "X-WR-CALNAME") == 0) return text_of(p);
    }
    return text_of(get(calendar, ICAL_NAME_PROPERTY));
}

int main(void) {
    char *source = NULL, *lists[3] = {NULL};
    size_t sizes[4] = {0};
    if (getdelim(&source, &sizes[3], '\0', stdin) < 0) source = strdup("");
    errors = open_memstream(&lists[0], &sizes[0]);
    events_out = open_memstream(&lists[1], &sizes[1]);
    occurrences_out = open_memstream(&lists[2], &sizes[2]);
    if (source == NULL || errors == NULL || events_out == NULL || occurrences_out == NULL) abort();

    /* Properties newer than this libical are no faults. */
    ical_set_unknown_token_handling_setting(ICAL_ASSUME_IANA_TOKEN);
    icalerror_set_errors_are_fatal(false);
    calendar = icalparser_parse_string(source);
    bool readable = calendar != NULL && icalcomponent_isa(calendar) == ICAL_VCALENDAR_COMPONENT;
    if (readable) read_calendar();
    else complain("libical", "not one calendar", NULL);
    fclose(errors);
    fclose(events_out);
    fclose(occurrences_out);

    fputs("{\"calendar\":{", stdout);
    put_field(stdout, "name", readable ? name_of() : NULL);
    fputs("\"prodid\":", stdout);
    put_text(stdout, readable ? text_of(get(calendar, ICAL_PRODID_PROPERTY)) : NULL);
    printf("},\"errors\":[%s],\"events\":[%s],\"occurrences\":[%s]}\n", lists[0], lists[1], lists[2]);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
