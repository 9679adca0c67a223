// On the page of the course: how far one has come, in words; where to go on; progress as a file for another
// device, read back and merged; erased. The panel is built from a template of the page, so that without this
// file there is none. What a file holds is judged whole before anything changes, and is only ever compared.
(() => {
  "use strict";
  const place = document.querySelector(".kb-progress");
  const template = document.querySelector("template.kb-progress-panel");
  if (!place || !template || !globalThis.KbRecord || !globalThis.KbFile || !globalThis.KbProgress) return;
  const words = template.dataset;
  const UNDO = 30000; // ms; not longer, for whoever sits down at this computer next

  const progress = new KbProgress().read();
  const units = [...place.querySelector("template").content.querySelectorAll("li[data-kb-unit]")].map((row) => ({
    slug: row.dataset.kbUnit,
    number: row.dataset.kbNumber,
    parts: row.dataset.kbParts.split(" ").filter(Boolean),
    title: row.querySelector("a").textContent,
    href: row.querySelector("a").getAttribute("href"),
    objectives: [...row.querySelectorAll("ul > li")].map((item) => item.textContent),
  }));

  const panel = template.content.firstElementChild.cloneNode(true);
  const part = (name) => panel.querySelector(`.kb-progress-${name}`);
  const [sum, resume, list, tools, file, said, undoButton, ask] = [
    "sum", "resume", "list", "tools", "file", "said", "undo", "ask",
  ].map(part);

  const make = (tag, className, text = "") =>
    Object.assign(document.createElement(tag), { className, textContent: text });

  /** none, some or done, with the number of parts marked and the day. */
  const stateOf = (unit) => {
    const [n, done] = [progress.count(unit.slug, unit.parts), progress.day(unit.slug, "done")];
    return { name: done ? "done" : n ? "some" : "none", n, day: done };
  };

  // The panel

  /** A unit's state stands where the page lists the unit, else in a list of the panel. */
  const addStates = () => {
    for (const unit of units) {
      unit.said = make("span", "kb-unit-state");
      const listed = document.querySelector(`.kb-units > [data-kb-unit="${unit.slug}"]`);
      if (listed) {
        listed.append(unit.said);
        continue;
      }
      const row = make("li", "");
      row.value = Number(unit.number);
      const link = make("a", "", unit.title);
      link.href = unit.href;
      row.append(link, " ", unit.said);
      list.append(row);
    }
    list.hidden = !list.children.length;
  };

  const showResume = () => {
    const at = progress.resume(units.map((unit) => unit.slug));
    resume.hidden = !at;
    if (!at) return;
    const unit = units.find((one) => one.slug === at.unit);
    const link = resume.querySelector("a");
    const section = template.getAttribute(`data-kb-at-${at.section}`);
    const name = words.kbPlace.replace("{n}", unit.number).replace("{title}", () => unit.title);
    link.textContent = section ? `${name} · ${section}` : name;
    link.href = unit.href + (at.section ? `#${at.section}` : "");
  };

  const show = () => {
    const count = { done: 0, some: 0, none: 0 };
    for (const unit of units) {
      const { name, n, day } = stateOf(unit);
      count[name] += 1;
      unit.said.dataset.kbState = name;
      unit.said.textContent = template
        .getAttribute(`data-kb-state-${name}`)
        .replace("{n}", n)
        .replace("{all}", unit.parts.length)
        .replace("{day}", day ? KbProgress.dayText(day) : "");
    }
    const all = Object.entries(count).reduce((text, [name, n]) => text.replace(`{${name}}`, n), words.kbSum);
    sum.textContent = progress.started ? all : words.kbNone;
    part("where").textContent = progress.kept ? words.kbWhere : progress.record.works ? words.kbFull : words.kbOpen;
    for (const button of tools.querySelectorAll("[data-kb-needs]")) button.hidden = !progress.started;
    if (progress.record.hasAside) part("erase").hidden = false;
    showResume();
    document.dispatchEvent(new Event("kb-progress"));
  };

  const say = (text) => {
    said.textContent = ""; // so that the same words are said again
    requestAnimationFrame(() => {
      said.textContent = text;
    });
  };

  // Undo, for a short while

  let before = null;
  let later = 0;

  const forget = () => {
    clearTimeout(later);
    if (document.activeElement === undoButton) part("load").focus();
    undoButton.hidden = true;
    before = null;
  };
  const offerUndo = (value) => {
    forget();
    before = value;
    undoButton.hidden = false;
    later = setTimeout(forget, UNDO);
  };
  undoButton.addEventListener("click", () => {
    progress.restore(before);
    forget();
    show();
    say(words.kbUndone);
  });

  // Erasing

  const [yes, no] = ask.querySelectorAll("button");
  const closeAsk = () => {
    ask.hidden = true;
    (tools.querySelector(".kb-progress-erase:not([hidden])") ?? part("load")).focus();
  };
  part("erase").addEventListener("click", () => {
    forget();
    say("");
    ask.hidden = false;
    no.focus();
  });
  no.addEventListener("click", closeAsk);
  ask.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeAsk();
  });
  yes.addEventListener("click", () => {
    const value = structuredClone(progress.read().value);
    progress.erase();
    show();
    closeAsk();
    say(words.kbErased);
    if (Object.keys(value.units).length) offerUndo(value);
  });

  // Files

  part("save").addEventListener("click", () => {
    const { value } = progress.read();
    if (!progress.started) return say(words.kbNothing);
    const name = KbFile.save("course-progress", { ...value, saved: new Date().toISOString() });
    return say(words.kbSaved.replace("{name}", name));
  });

  const number = (key, n) => words[`${key}${{ 0: "None", 1: "One" }[n] ?? ""}`].replace("{n}", n);

  const load = async (chosen) => {
    const { FORMAT, VERSION, PAGE } = KbProgress;
    let { data, fault } = await KbFile.read(chosen, { format: FORMAT, version: VERSION, page: PAGE });
    if (!fault && !KbProgress.fits(data)) fault = "broken";
    if (fault) return say(template.getAttribute(`data-kb-fault-${fault === "page" ? "foreign" : fault}`));
    const value = structuredClone(progress.read().value);
    const changed = progress.merge(data);
    show();
    say(number("kbMerged", changed));
    if (changed) offerUndo(value);
  };
  part("load").addEventListener("click", () => {
    forget();
    file.value = ""; // the same file may be chosen again
    file.click();
  });
  file.addEventListener("change", () => {
    if (file.files[0]) load(file.files[0]);
  });

  const refresh = () => {
    progress.read();
    show();
  };
  progress.record.onChange(refresh);
  addEventListener("pageshow", (event) => {
    if (event.persisted) refresh();
  });

  // Who comes back goes on from the top of the page; the panel may stand far below.
  document.querySelector("article h1")?.after(resume);
  place.append(panel);
  addStates();
  globalThis.KbCourse = { units, progress, stateOf }; // for the statement
  show();
  if (progress.setAside) say(words.kbAside);
})();
