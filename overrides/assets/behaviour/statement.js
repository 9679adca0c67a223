// What was completed in the course, opened in place and printed by itself (progress.css). A name may be typed
// for the print; it is kept nowhere. All that is shown is put in as text.
(() => {
  "use strict";
  const template = document.querySelector("template.kb-statement-sheet");
  const opener = document.querySelector(".kb-progress-statement");
  const course = globalThis.KbCourse;
  if (!template || !opener || !course) return;
  const words = template.dataset;
  const root = document.documentElement;
  const { units, progress, stateOf } = course;
  const { dayText } = KbProgress;

  const make = (tag, className, text = "") =>
    Object.assign(document.createElement(tag), { className, textContent: text });

  let sheet = null;

  /** What was done in a unit: "reading: 2 of 3 · the exercise". */
  const doneIn = (unit) => {
    const several = (kind) => {
      const parts = unit.parts.filter((part) => part.startsWith(`${kind}:`));
      const n = progress.count(unit.slug, parts);
      return n ? [template.getAttribute(`data-kb-${kind}`).replace("{n}", n).replace("{all}", parts.length)] : [];
    };
    const single = (part) => (progress.day(unit.slug, part) ? [template.getAttribute(`data-kb-${part}`)] : []);
    const rows = [several("read"), single("case"), single("exercise"), several("check"), single("reflection")];
    return rows.flat().join(" · ");
  };

  const unitPart = (unit) => {
    const part = make("section", "kb-statement-unit");
    const { n, day } = stateOf(unit);
    const key = day ? words.kbStateDone : words.kbStateSome;
    const name = words.kbPlace.replace("{n}", unit.number).replace("{title}", () => unit.title);
    const state = key.replace("{n}", n).replace("{all}", unit.parts.length).replace("{day}", day ? dayText(day) : "");
    part.append(make("h4", "", name), make("p", "kb-statement-when", state));
    const done = doneIn(unit);
    if (done) part.append(make("p", "kb-statement-parts", done));
    if (day && unit.objectives.length) {
      const list = make("ul", "");
      list.append(...unit.objectives.map((text) => make("li", "", text)));
      part.append(make("p", "kb-statement-able", words.kbAble), list);
    }
    return part;
  };

  const fill = () => {
    if (!sheet) return;
    const of = (name) => units.filter((unit) => stateOf(unit).name === name);
    const [done, some] = [of("done"), of("some")];
    const body = sheet.querySelector(".kb-statement-body");
    body.replaceChildren(make("h3", "", words.kbDone), ...done.map(unitPart));
    if (!done.length) body.append(make("p", "", words.kbNone));
    if (some.length) body.append(make("h3", "", words.kbSome), ...some.map(unitPart));
    sheet.querySelector(".kb-statement-day").textContent = words.kbDay.replace("{day}", dayText(KbProgress.today()));
  };

  const close = () => {
    sheet.remove(); // and the name with it
    sheet = null;
    delete root.dataset.kbStatement;
    opener.setAttribute("aria-expanded", "false");
    (opener.hidden ? document.querySelector(".kb-progress-load") : opener).focus();
  };

  const open = () => {
    sheet = template.content.firstElementChild.cloneNode(true);
    const field = sheet.querySelector("input");
    const name = sheet.querySelector(".kb-statement-name");
    field.addEventListener("input", () => {
      const text = field.value.trim();
      name.firstElementChild.textContent = text;
      name.hidden = !text;
    });
    sheet.querySelector(".kb-statement-print").addEventListener("click", () => print());
    sheet.querySelector(".kb-statement-close").addEventListener("click", close);
    fill();
    document.querySelector(".kb-progress").after(sheet);
    root.dataset.kbStatement = "";
    opener.setAttribute("aria-expanded", "true");
    sheet.querySelector("h2").focus();
  };

  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", () => (sheet ? close() : open()));
  document.addEventListener("kb-progress", () => {
    if (sheet && !progress.started) close();
    else fill();
  });
  // A page that comes back from the browser's memory must not show the name again.
  addEventListener("pagehide", () => sheet && close());
})();
