// Reads an iCalendar from standard input with the npm package `node-ical`, as MagicMirror and
// Node-RED do, and prints what they show as JSON, in the shape `support/shown.rs` knows.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// The packages are kept out of the source tree; see scripts/test.
const tools = new URL("../../target/test-tools/node/package.json", import.meta.url);
const ical = createRequire(tools)("node-ical");

const FROM = new Date("1990-01-01T00:00:00Z");
const TO = new Date("2101-01-01T00:00:00Z");

const two = (number) => String(number).padStart(2, "0");

// Whole days are midnights of the machine's zone here.
const instant = (time, allDay) =>
  allDay
    ? `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
    : time.toISOString().replace(".000Z", "Z");

// With parameters, a value is an object.
const text = (value) => (value === undefined ? null : typeof value === "object" ? value.val : value);

const shown = Object.values(ical.sync.parseICS(readFileSync(0, "utf8")))
  .filter((component) => component.type === "VEVENT")
  .flatMap((event) =>
    ical.expandRecurringEvent(event, { from: FROM, to: TO }).map((instance) => {
      const allDay = instance.isFullDay;
      const { uid, status, summary, location, description, url } = instance.event;
      return {
        uid,
        start_utc: instant(instance.start, allDay),
        end_utc: instant(instance.end, allDay),
        status: text(status),
        summary: text(summary),
        location: text(location),
        description: text(description),
        url: text(url),
      };
    }),
  );

process.stdout.write(JSON.stringify(shown));
