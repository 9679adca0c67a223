// On the page of a workshop: a field above each agenda for the time one starts at; the clock times below
// follow it. The chosen time stands in the address (?start=10:30, in a series ?start-ID=10:30), so that it
// stays in this tab and can be sent and printed. Without this file the times of the plan stand.
(() => {
  "use strict";
  const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
  const DAY = 24 * 60;
  const tables = [...document.querySelectorAll("table.kb-agenda[data-kb-start]")].filter((table) =>
    TIME.test(table.dataset.kbStart),
  );

  /** Minutes since midnight of "09:30"; NaN for anything else. */
  const read = (text) => {
    const match = TIME.exec(text ?? "");
    return match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  };

  const written = (minutes) => {
    const two = (number) => String(number).padStart(2, "0");
    return `${two(Math.floor((minutes % DAY) / 60))}:${two(minutes % 60)}`;
  };

  /** Each row begins where the one above it ends. */
  const show = (table, start) => {
    let at = start;
    for (const row of table.querySelectorAll("tbody tr[data-kb-minutes]")) {
      const time = row.querySelector("time");
      time.textContent = written(at);
      time.dateTime = written(at);
      at += Number(row.dataset.kbMinutes);
    }
  };

  /** The page in the other language begins at the same time. */
  const follow = () => {
    for (const link of document.querySelectorAll("a.kb-language")) {
      const there = new URL(link.href);
      there.search = location.search;
      link.href = there.href;
    }
  };

  const keep = (name, value, usual) => {
    const url = new URL(location.href);
    if (value === usual) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    // A colon may stand in an address as it is, and is easier to read there.
    url.search = url.search.replaceAll("%3A", ":");
    history.replaceState(history.state, "", url);
    follow();
  };

  for (const table of tables) {
    const { kbStart: usual, kbSession: session, kbLabel: label } = table.dataset;
    const name = tables.length > 1 ? `start-${session}` : "start";
    const field = document.createElement("input");
    field.type = "time";
    field.id = `kb-${name}`;
    field.required = true;
    field.autocomplete = "off";
    const words = document.createElement("label");
    words.htmlFor = field.id;
    words.textContent = label;
    const line = document.createElement("p");
    line.className = "kb-agenda-start";
    line.append(words, " ", field);
    table.before(line);

    const asked = new URLSearchParams(location.search).get(name);
    field.value = Number.isNaN(read(asked)) ? usual : asked;
    show(table, read(field.value));
    field.addEventListener("input", () => {
      const start = read(field.value);
      if (Number.isNaN(start)) return; // half typed, or emptied: the last times stay
      show(table, start);
      keep(name, field.value, usual);
    });
  }
  if (tables.length) follow();
})();
