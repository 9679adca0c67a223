// The finder of the ethics desk: a field and three filters above the list of situations, which without
// this file is simply all of them in order. Results are the list's own items, so their links, and what
// a screen reader says of them, are the same. What is typed only ever becomes text.
(() => {
  "use strict";
  const root = document.querySelector(".kb-finder");
  const template = root?.querySelector(".kb-finder-controls");
  if (!template) return;

  const PAUSE = 350; // ms without typing before the count is said and the address follows
  const FILTERS = ["who", "clause", "stage"];

  // Each item with the list that it belongs to.
  const rows = [...root.querySelectorAll(".kb-situation")].map((item) => ({ item, home: item.parentElement }));
  const groups = [...root.querySelectorAll(".kb-finder-group")];
  const textOf = (item, selector) => item.querySelector(selector)?.textContent ?? "";
  // What reads words is fetched when someone is about to type, or comes with words in the address.
  let ranking = null;
  let coming = false;
  const rank = () => {
    ranking = new KbDesk.Ranking(
      rows.map(({ item }) => ({
        title: textOf(item, ".kb-situation-link"),
        says: item.dataset.kbSays.split("|"),
        about: textOf(item, ".kb-situation-about"),
        clauses: textOf(item, ".kb-situation-clauses"),
        story: item.dataset.kbStory,
      })),
      JSON.parse(root.dataset.kbSynonyms),
    );
    root.dataset.kbReady = "";
    update();
  };
  const prepare = () => {
    if (coming) return;
    coming = true;
    const script = document.createElement("script");
    script.src = document.querySelector("script[type='kb/later']").src;
    script.addEventListener("load", rank);
    script.addEventListener("error", () => (coming = false)); // the next letter tries again
    document.head.append(script);
  };

  root.prepend(template.content);
  const form = root.querySelector(".kb-finder-form");
  const field = form.elements.say;
  const count = form.querySelector(".kb-finder-count");
  const reset = form.querySelector("[type='reset']");
  const none = root.querySelector(".kb-finder-none");
  const found = root.querySelector(".kb-finder-found");
  let later = 0;

  const state = () => {
    const said = { say: field.value.trim() };
    for (const name of FILTERS) said[name] = form.elements[name].value;
    return said;
  };

  const fits = ({ item }, asked) =>
    FILTERS.every((name) => !asked[name] || item.getAttribute(`data-kb-${name}`).split(" ").includes(asked[name]));

  /** The best of the fitting rows first, into one list of their own. */
  const showRanked = (asked) => {
    const best = ranking
      .find(asked.say)
      .map(([n]) => rows[n])
      .filter((row) => fits(row, asked));
    found.replaceChildren(...best.map(({ item }) => item));
    for (const { item } of best) item.hidden = false;
    return best.length;
  };

  /** All in their own order, without those that a filter leaves out. */
  const showInOrder = (asked) => {
    for (const row of rows) {
      row.home.append(row.item);
      row.item.hidden = !fits(row, asked);
    }
    return rows.filter(({ item }) => !item.hidden).length;
  };

  const summary = (n, asked) => {
    const words = form.dataset;
    if (!n) return words.kbNone;
    if (asked.say) return n === 1 ? words.kbOne : words.kbSome;
    return n < rows.length ? words.kbPicked : words.kbAll;
  };

  const keep = (asked) => {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(asked)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };

  const update = () => {
    const asked = state();
    const said = /[\p{L}\p{N}]/u.test(asked.say);
    if (said) prepare();
    const typed = said && ranking !== null; // until it is here, all stand in order
    showInOrder(typed ? {} : asked);
    const n = typed ? showRanked(asked) : rows.filter(({ item }) => !item.hidden).length;
    found.hidden = !typed;
    for (const group of groups) group.hidden = typed || !group.querySelector(".kb-situation:not([hidden])");
    none.hidden = n > 0;
    reset.hidden = !Object.values(asked).some(Boolean);
    const text = summary(n, typed ? asked : {}).replace("{n}", n).replace("{all}", rows.length);
    clearTimeout(later);
    later = setTimeout(() => {
      count.textContent = text;
      keep(asked);
    }, PAUSE);
    return text;
  };

  const restore = () => {
    const linked = new URLSearchParams(location.search);
    field.value = linked.get("say") ?? "";
    for (const name of FILTERS) form.elements[name].value = linked.get(name) ?? "";
    for (const name of FILTERS) if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    count.textContent = update(); // there from the start, so that only what changes is said
  };

  const links = () =>
    [...root.querySelectorAll(".kb-situation:not([hidden]) .kb-situation-link")].filter((link) => link.offsetParent);

  field.addEventListener("focus", prepare);
  form.addEventListener("input", update);
  // The field has had its "input" already. It says "change" when it loses the focus, that is while a result
  // is being pressed, and a list put in order anew under the pointer would swallow the click.
  form.addEventListener("change", (event) => {
    if (event.target !== field) update();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.focus();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      update(); // the form is emptied after this event
      field.focus();
    }),
  );
  none.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
  });

  /** Down and up go from the field through the results and back. */
  root.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [field, ...links()];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  });

  addEventListener("popstate", restore);
  restore();
})();
