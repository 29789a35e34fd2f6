// Adds the times of a meeting on the clock of the reader's device, where the page does not show
// them already. Optional: every page is complete without it.
(() => {
  "use strict";
  const { label } = document.currentScript.dataset;
  const page = document.documentElement.lang;
  // The same hours and digits as everywhere on the site, whatever the device prefers.
  const locale = `${page === "en" ? "en-001" : page}-u-hc-h23-nu-latn`;
  const formatter = (parts) => new Intl.DateTimeFormat(locale, parts).format;
  const short = formatter({ hour: "2-digit", minute: "2-digit" });
  const date = formatter({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const comma = { ar: "\u060c ", zh: " " }[page] ?? ", ";
  const full = (moment) => date(moment) + comma + short(moment);

  const offsetOf = (moment) => {
    const minutes = -moment.getTimezoneOffset();
    if (minutes === 0) return "UTC";
    const size = Math.abs(minutes);
    const rest = size % 60 ? `:${String(size % 60).padStart(2, "0")}` : "";
    return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
  };

  const element = (name, text, properties = {}) =>
    Object.assign(document.createElement(name), { textContent: text, ...properties });

  for (const time of document.querySelectorAll("time[datetime$=Z]")) {
    const clocks = time.closest("section")?.querySelector(".clocks");
    const start = new Date(time.dateTime);
    if (!clocks || Number.isNaN(start.valueOf())) continue;
    // Every list of clocks has a line in UTC, which needs no offset.
    const shown = Array.from(clocks.querySelectorAll(".offset"), (known) => known.textContent);
    const offset = offsetOf(start);
    if (offset === "UTC" || shown.includes(offset)) continue;

    let text = full(start);
    if (time.dataset.end) {
      const end = new Date(time.dataset.end);
      // Midnight is the end of a day rather than the beginning of the next one.
      const last = new Date(end - 1);
      const atMidnight = end.getHours() === 0 && end.getMinutes() === 0;
      const sameDay = start.toDateString() === last.toDateString();
      const hour = atMidnight ? "24:00" : short(end);
      text += ` – ${sameDay ? hour : date(last) + comma + hour}`;
    }
    const term = element("dt", `${label} `);
    term.append(element("span", offset, { className: "offset", dir: "ltr" }));
    const line = document.createElement("div");
    line.append(term, element("dd", text));
    clocks.append(line);
  }
})();
