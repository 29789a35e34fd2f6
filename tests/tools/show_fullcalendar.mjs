// Reads an iCalendar from standard input with FullCalendar's plug-in for it and prints what it shows
// as JSON, in the shape `support/shown.rs` knows. It is on web pages, so it is the plug-in's own way
// in that is called, with the file as what was fetched. It knows neither UID nor STATUS.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// The packages are kept out of the source tree; see scripts/test.
const tools = new URL("../../target/test-tools/node/package.json", import.meta.url);
const { default: plugin } = createRequire(tools)("@fullcalendar/icalendar");

const source = readFileSync(0, "utf8");
globalThis.fetch = async () => new Response(source);

const [definition] = plugin.eventSourceDefs;
const meta = definition.parseMeta({ url: "https://calendar.example.org/", format: "ics" });
const range = { start: new Date("1990-01-01T00:00:00Z"), end: new Date("2101-01-01T00:00:00Z") };
const { rawEvents } = await new Promise((resolve, reject) => {
  definition.fetch({ eventSource: { meta }, range }, resolve, reject);
});

const shown = rawEvents.map(({ title, url, start, end, extendedProps }) => ({
  uid: null,
  start_utc: start,
  end_utc: end,
  status: null,
  summary: title,
  location: extendedProps.location,
  description: extendedProps.description,
  url,
}));

process.stdout.write(JSON.stringify(shown));
