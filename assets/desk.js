// Single keys in the queue: j and k go from entry to entry, x ticks one, / goes to the search. Enter
// opens what has the focus, as it does anyhow. Optional, and not loaded where keys are turned off.
(() => {
  "use strict";
  const links = [...document.querySelectorAll(".pick h3 a")];

  const move = (step) => {
    const at = links.findIndex((link) => link.closest(".pick").contains(document.activeElement));
    const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
    next?.focus();
    next?.closest(".pick").scrollIntoView({ block: "nearest" });
  };
  const tick = () => {
    const box = document.activeElement.closest(".pick")?.querySelector("input[type=checkbox]");
    if (box) box.checked = !box.checked;
  };
  const find = () => {
    const field = document.querySelector("#q");
    field.closest("details").open = true;
    field.focus();
  };
  const keys = { j: () => move(1), k: () => move(-1), x: tick, "/": find };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("textarea, select, [contenteditable], input:not([type=checkbox])");
    const act = keys[event.key];
    if (!act || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
})();
