// On the page of a unit: what the learner has done is marked in boxes beside it, counted under the title,
// and the unit is finished at its end. Questions are counted when they are answered (self-check.js says so).
// Without this file the page says which unit it is and leads on; nothing is kept.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const line = document.querySelector(".kb-unit-line");
  const end = document.querySelector(".kb-unit-end");
  if (!line || !end || !globalThis.KbRecord || !globalThis.KbProgress) return;

  const unit = line.dataset.kbUnit;
  const parts = line.dataset.kbParts.split(" ").filter(Boolean);
  const progress = new KbProgress().read();

  const make = (tag, className, text = "") =>
    Object.assign(document.createElement(tag), { className, textContent: text });

  // Boxes

  const boxes = new Map(); // part -> box

  /** A box with its words; `about` tells boxes of the same words apart for those who hear them. */
  const boxFor = (part, text, about = "") => {
    const label = make("label", "kb-mark");
    const box = make("input");
    Object.assign(box, { type: "checkbox", autocomplete: "off" });
    if (about) box.setAttribute("aria-label", `${text}: ${about}`);
    box.addEventListener("change", () => {
      progress.mark(unit, part, box.checked);
      show();
    });
    label.append(box, make("span", "", text));
    boxes.set(part, box);
    return label;
  };

  /** Put a box at the end of a section: before the next heading of its rank, or the end of the page. */
  const atEndOf = (id, label) => {
    const heading = document.getElementById(id);
    if (!heading) return;
    let last = heading;
    while (last.nextElementSibling && !last.nextElementSibling.matches("h1, h2, .kb-unit-end, .kb-print-address")) {
      last = last.nextElementSibling;
    }
    last.after(label);
  };

  const addBoxes = () => {
    for (const row of document.querySelectorAll(".kb-readings > [data-kb-reading]")) {
      const part = `read:${row.dataset.kbReading.replace(/\/$/, "")}`;
      if (parts.includes(part)) row.append(boxFor(part, words.kbRead, row.querySelector("a").textContent));
    }
    if (parts.includes("case")) atEndOf("case", boxFor("case", words.kbCase));
    if (parts.includes("reflection")) atEndOf("reflection", boxFor("reflection", words.kbReflection));
    const card = document.querySelector(".kb-card-exercise");
    if (parts.includes("exercise")) card?.append(boxFor("exercise", words.kbExercise));
  };

  // The line under the title, and the end

  const marked = make("span", "kb-unit-marked");
  const bar = make("span", "kb-bar");
  const note = make("span", "kb-unit-note");
  const said = make("p", "kb-unit-said");
  const left = make("p", "kb-unit-left");
  const finished = make("p", "kb-unit-left");
  const button = make("button", "kb-tool kb-unit-finish");
  button.type = "button";

  const number = (key, n) =>
    (words[`${key}${{ 0: "None", 1: "One" }[n] ?? ""}`] ?? words[key]).replace("{n}", n).replace("{all}", parts.length);

  const show = () => {
    const n = progress.count(unit, parts);
    const done = progress.day(unit, "done");
    for (const [part, box] of boxes) box.checked = Boolean(progress.day(unit, part));
    const when = done ? words.kbFinished.replace("{day}", KbProgress.dayText(done)) : "";
    marked.textContent = when || number("kbMarked", n);
    bar.firstElementChild.style.inlineSize = `${(100 * n) / (parts.length || 1)}%`;
    note.textContent = progress.kept ? words.kbHere : progress.record.works ? words.kbFull : words.kbOpen;
    left.textContent = done ? "" : number("kbLeft", parts.length - n);
    if (finished.textContent !== when) finished.textContent = when; // said once, not at every mark
    button.textContent = done ? words.kbUnfinish : words.kbFinish;
  };

  const build = () => {
    bar.setAttribute("aria-hidden", "true");
    bar.append(make("span"));
    said.setAttribute("role", "status");
    finished.setAttribute("role", "status");
    line.append(marked, bar, note);
    line.after(said);
    button.addEventListener("click", () => {
      progress.mark(unit, "done", !progress.read().day(unit, "done"));
      show();
    });
    end.prepend(left, finished, button);
    addBoxes();
  };

  // Where one stopped

  /** The section being read: the last heading above the upper third of the screen. */
  const section = () => {
    const heads = [...document.querySelectorAll("article h2[id]")];
    const passed = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3);
    return passed.at(-1)?.id ?? "";
  };

  const stop = () => progress.stop(unit, section());

  document.addEventListener("kb:checked", (event) => {
    const part = `check:${event.detail.id}`;
    if (parts.includes(part)) progress.mark(unit, part, true);
    show();
  });
  // A phone may end a page that is out of sight without a word.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) stop();
  });
  addEventListener("pagehide", stop);

  const refresh = () => {
    progress.read();
    show();
  };
  progress.record.onChange(refresh);
  addEventListener("pageshow", (event) => {
    if (event.persisted) refresh();
  });

  build();
  show();
  if (progress.setAside) said.textContent = words.kbAside;
})();
