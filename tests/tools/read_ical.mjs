// Reads an iCalendar from standard input with the npm package `ical.js` and
// prints what it understood as JSON, in the shape `support/calendars.rs`
// knows. ical.js has no time zones of its own: it only has the file's.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// The packages are kept out of the source tree; see scripts/test.
const tools = new URL("../../target/test-tools/node/package.json", import.meta.url);
const ICAL = createRequire(tools)("ical.js");

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
    categories: values(component, "categories"),
    attachments: values(component, "attach"),
  };
};

const read = (source) => {
  const found = { errors: [], calendar: { name: null, prodid: null }, events: [] };
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(source));
  } catch (fault) {
    found.errors.push(String(fault));
    return found;
  }
  // ical.js leaves the text of properties it does not know escaped.
  const name = text(calendar, "x-wr-calname");
  found.calendar.name =
    name?.replace(/\\(.)/g, (_, c) => (c === "n" || c === "N" ? "\n" : c)) ?? text(calendar, "name");
  found.calendar.prodid = text(calendar, "prodid");
  for (const component of calendar.getAllSubcomponents("vevent")) {
    try {
      found.events.push(readEvent(component));
    } catch (fault) {
      found.errors.push(`${text(component, "uid")}: ${fault}`);
    }
  }
  return found;
};

process.stdout.write(JSON.stringify(read(readFileSync(0, "utf8"))));
