// Reads an iCalendar from standard input with the npm package `ical.js` and
// prints what it understood as JSON, in the shape `support/calendars.rs`
// knows. ical.js has no time zones of its own: it only has the file's.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// The packages are kept out of the source tree; see scripts/test.
const tools = new URL("../../target/test-tools/node/package.json", import.meta.url);
const ICAL = createRequire(tools)("ical.js-2");

const text = (component, name) => {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

const values = (component, name) =>
  component.getAllProperties(name).flatMap((property) => property.getValues().map(String));

// A date as it is, a date-time in UTC, a floating one without the Z.
const instant = (time, tzid) => {
  if (!(time instanceof ICAL.Time)) throw new Error(`not a time: ${time}`);
  if (time.isDate || (time.zone === ICAL.Timezone.localTimezone && !tzid)) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`TZID ${tzid} has no VTIMEZONE`);
  return new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");
};

// The other two readers unroll as far, and no endless rule is an endless run.
const FIRST_YEAR = 1990;
const END_YEAR = 2101;

const readEvent = (component) => {
  const moment = (name) => {
    const property = component.getFirstProperty(name);
    return property && instant(property.getFirstValue(), property.getParameter("tzid"));
  };
  const start = component.getFirstProperty("dtstart");
  if (!start) throw new Error("no DTSTART");
  const first = start.getFirstValue();
  const tzid = start.getParameter("tzid") ?? null;
  const endAfter = (duration) => {
    const end = first.clone();
    end.addDuration(duration);
    return instant(end, tzid);
  };
  const sequence = component.getFirstPropertyValue("sequence");
  return {
    uid: text(component, "uid"),
    recurrence_id: moment("recurrence-id"),
    summary: text(component, "summary"),
    status: text(component, "status"),
    sequence: sequence === null ? null : Number(sequence),
    all_day: first.isDate,
    start_utc: moment("dtstart"),
    end_utc:
      moment("dtend") ??
      endAfter(
        component.getFirstPropertyValue("duration") ??
          ICAL.Duration.fromSeconds(first.isDate ? 86400 : 0),
      ),
    tzid,
    location: text(component, "location"),
    description: text(component, "description"),
    url: text(component, "url"),
    rrule: text(component, "rrule"),
    categories: values(component, "categories"),
    attachments: values(component, "attach"),
    related_to: values(component, "related-to"),
  };
};

// What one VEVENT and its overrides come to, as ical.js unrolls and relates them.
const readOccurrences = (master, overrides, errors) => {
  const zoneOf = (component) => component.getFirstProperty("dtstart").getParameter("tzid");
  const shown = [];
  const show = (component, recurrence_id, start, end) => {
    const tzid = zoneOf(component);
    shown.push({
      uid: text(component, "uid"),
      recurrence_id,
      summary: text(component, "summary"),
      status: text(component, "status"),
      start_utc: instant(start, tzid),
      end_utc: instant(end, tzid),
    });
  };
  const unused = new Set(overrides);
  if (master && !master.hasProperty("rrule")) {
    const event = new ICAL.Event(master, { exceptions: [] });
    show(master, null, event.startDate, event.endDate);
  } else if (master) {
    const event = new ICAL.Event(master, { strictExceptions: true, exceptions: overrides });
    const iterator = event.iterator();
    for (let time = iterator.next(); time && time.year <= END_YEAR; time = iterator.next()) {
      const details = event.getOccurrenceDetails(time);
      const original = instant(time, zoneOf(master));
      show(details.item.component, original, details.startDate, details.endDate);
      unused.delete(details.item.component);
    }
  }
  // ical.js never comes to an override of what was not to happen.
  for (const component of unused) {
    const event = new ICAL.Event(component);
    const original = instant(event.recurrenceId, zoneOf(component));
    errors.push(`${text(component, "uid")}: no occurrence to override: ${original}`);
    show(component, original, event.startDate, event.endDate);
  }
  return shown.filter(
    ({ start_utc }) => start_utc >= String(FIRST_YEAR) && start_utc < String(END_YEAR),
  );
};

// Masters with the overrides of their UID; overrides without a master by themselves.
const readSeries = (components, errors) => {
  const isOverride = (component) => component.hasProperty("recurrence-id");
  const uid = (component) => text(component, "uid");
  const masters = components.filter((component) => !isOverride(component));
  const overrides = components.filter(isOverride);
  const known = new Set(masters.map(uid));
  const orphans = overrides.filter((component) => !known.has(uid(component)));
  const found = masters.flatMap((master) => {
    const own = overrides.filter((component) => uid(component) === uid(master));
    return readOccurrences(master, own, errors);
  });
  return found.concat(readOccurrences(null, orphans, errors));
};

const read = (source) => {
  const head = { name: null, prodid: null };
  const found = { errors: [], calendar: head, events: [], occurrences: [] };
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(source));
  } catch (fault) {
    found.errors.push(String(fault));
    return found;
  }
  // ical.js leaves the text of properties it does not know escaped.
  const name = text(calendar, "x-wr-calname");
  head.name =
    name?.replace(/\\(.)/g, (_, c) => (c === "n" || c === "N" ? "\n" : c)) ?? text(calendar, "name");
  head.prodid = text(calendar, "prodid");
  const readable = [];
  for (const component of calendar.getAllSubcomponents("vevent")) {
    try {
      found.events.push(readEvent(component));
      readable.push(component);
    } catch (fault) {
      found.errors.push(`${text(component, "uid")}: ${fault}`);
    }
  }
  try {
    found.occurrences = readSeries(readable, found.errors);
  } catch (fault) {
    found.errors.push(`occurrences: ${fault}`);
  }
  return found;
};

process.stdout.write(JSON.stringify(read(readFileSync(0, "utf8"))));
