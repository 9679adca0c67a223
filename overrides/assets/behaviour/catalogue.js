// The catalogue of exercises: a few choices above the list, which without this file is simply all of
// them by purpose. What is chosen stands in the address, so that a choice is a link.
(() => {
  "use strict";
  const root = document.querySelector(".kb-catalogue");
  const template = root?.querySelector(".kb-catalogue-controls");
  if (!template) return;

  root.prepend(template.content);
  const form = root.querySelector(".kb-catalogue-form");
  const selects = [...form.querySelectorAll("select")];
  const rows = [...root.querySelectorAll(".kb-exercise")];
  const groups = [...root.querySelectorAll(".kb-catalogue-group")];
  const count = form.querySelector(".kb-catalogue-count");
  const reset = form.querySelector("[type='reset']");
  const none = root.querySelector(".kb-catalogue-none");

  const fits = (row, { name, value }) => {
    const has = row.getAttribute(`data-kb-${name}`);
    return name === "minutes" ? Number(has) <= Number(value) : has.split(" ").includes(value);
  };

  const update = () => {
    const asked = selects.filter((select) => select.value);
    for (const row of rows) row.hidden = !asked.every((select) => fits(row, select));
    for (const group of groups) group.hidden = !group.querySelector(".kb-exercise:not([hidden])");
    const n = rows.filter((row) => !row.hidden).length;
    const words = form.dataset;
    const text = asked.length ? (n ? words.kbSome : words.kbNone) : words.kbAll;
    count.textContent = text.replace("{n}", n).replace("{all}", rows.length);
    none.hidden = n > 0;
    reset.hidden = !asked.length;
  };

  const keep = () => {
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };

  /** What the address asks for, as far as there is such a choice. */
  const restore = () => {
    const linked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = linked.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    update();
  };

  form.addEventListener("change", () => {
    update();
    keep();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () =>
    setTimeout(() => {
      update(); // the form is emptied after this event
      keep();
      selects[0].focus();
    }),
  );
  none.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
  });
  addEventListener("popstate", restore);
  addEventListener("pageshow", restore); // browsers bring back what was chosen without saying so
  restore();
})();
