// What readers write into the fields of a page: kept for this tab, on this device only if they ask for it,
// saved as a file, loaded, erased. Nothing is sent. The bar that offers this is built from a template of
// the page, so that without this file there is none. What is read back becomes a value, never markup.
(() => {
  "use strict";
  const template = document.querySelector("template.kb-fields-bar");
  const all = [...document.querySelectorAll("article .kb-field[name]")];
  if (!template || !all.length || !globalThis.KbRecord || !globalThis.KbFile || !globalThis.KbFields) return;

  const FORMAT = "kb-fields";
  const VERSION = 1;
  const PAUSE = 250; // ms without typing before it is kept
  const UNDO = 30000; // ms; not longer, for whoever sits down at this computer next
  const BLOCKS = ".kb-write, .kb-fill, .kb-scale, .kb-judge, .kb-quiz, .md-typeset__scrollwrap, table, .task-list";
  const words = template.dataset;
  const page = words.kbPage;
  const site = new URL(words.kbSite || ".", location.href);

  const fields = new KbFields(all);

  const record = () => ({
    format: FORMAT,
    version: VERSION,
    page,
    saved: new Date().toISOString(),
    fields: fields.written,
  });
  const fits = (value) =>
    value?.format === FORMAT && value.version === VERSION && value.page === page && KbFile.isObject(value.fields);
  const tab = new KbRecord("sessionStorage", site, `fields:${page}`, fits);
  const device = new KbRecord("localStorage", site, `fields:${page}`, fits);
  let kept = false; // on this device
  let unsaved = false;
  let refused = false; // the tab's storage was full at the last try
  let told = false; // that something kept before could not be read

  // The bar

  const bar = template.content.firstElementChild.cloneNode(true);
  const part = (name) => bar.querySelector(`.kb-fields-${name}`);
  const [line, keepButton, file, said, undoButton, ask] = ["line", "keep", "file", "said", "undo", "ask"].map(part);

  /** Stand before the first field that everyone sees, outside what can be closed. */
  const place = () => {
    const first = all.find((field) => !field.closest(".kb-trainer")) ?? all[0];
    const block = first.closest(BLOCKS) ?? first;
    (block.closest("details") ?? block).before(bar);
  };

  const show = () => {
    keepButton.hidden = !device.works;
    keepButton.setAttribute("aria-pressed", String(kept));
    line.textContent = kept ? words.kbDevice : tab.works ? words.kbTab : words.kbOpen;
  };

  const number = (key, n) => (n === 1 ? words[`${key}One`] : words[key].replace("{n}", n));

  const say = (text) => {
    said.textContent = ""; // so that the same words are said again
    requestAnimationFrame(() => {
      said.textContent = text;
    });
  };

  /** Ask in the page; `act` runs on yes. The focus comes back to the button that asked. */
  const question = (text, yes, opener, act) => {
    forget();
    say("");
    ask.querySelector("p").textContent = text;
    const [go, stay] = ask.querySelectorAll("button");
    go.textContent = yes;
    const close = (done) => {
      ask.hidden = true;
      opener.focus();
      if (done) act();
    };
    go.onclick = () => close(true);
    stay.onclick = () => close(false);
    ask.onkeydown = (event) => {
      if (event.key === "Escape") close(false);
    };
    ask.hidden = false;
    stay.focus();
  };

  // Undo, for a short while and until the next word is written

  let before = null;
  let later = 0;

  const forget = () => {
    clearTimeout(later);
    if (document.activeElement === undoButton) before?.opener.focus();
    undoButton.hidden = true;
    before = null;
  };

  const offerUndo = (values, wasKept, opener) => {
    before = { values, wasKept, opener };
    undoButton.hidden = false;
    later = setTimeout(forget, UNDO);
  };

  undoButton.addEventListener("click", () => {
    fields.fill(before.values);
    kept = before.wasKept;
    forget();
    save();
    say(words.kbUndone);
  });

  // Keeping

  const save = () => {
    unsaved = false;
    if (kept && !device.write(record())) {
      device.remove(); // rather than an older text that looks like this one
      kept = false;
      say(words.kbFullDevice);
    }
    if (kept || !fields.count) tab.remove();
    else if (tab.works) {
      const full = !tab.write(record());
      if (full && !refused) say(words.kbFull);
      refused = full;
    }
    show();
  };

  let soon = 0;

  /** Keep what waits to be kept. */
  const flush = () => {
    clearTimeout(soon);
    if (unsaved) save();
  };

  /** Show what is kept: what this tab has, else what the device has; and what was written `early`. */
  const begin = (early = {}) => {
    const draft = tab.read();
    const stored = device.read();
    kept = !draft && stored !== null;
    fields.fill({ ...(draft ?? stored)?.fields, ...early });
    unsaved = Object.keys(early).length > 0;
    flush();
    show();
    if ((tab.setAside || device.setAside) && !told) say(words.kbAside);
    told ||= tab.setAside || device.setAside;
  };

  const keepHere = () => {
    kept = true;
    save();
    if (kept) say(words.kbKept);
  };

  keepButton.addEventListener("click", () => {
    const stored = kept ? null : device.read();
    if (kept) {
      kept = false;
      device.erase();
      save();
      say(words.kbUnkept);
    } else if (stored && !fields.hold(stored.fields)) {
      question(words.kbReplaceKept, words.kbReplace, keepButton, keepHere);
    } else keepHere();
  });

  part("erase").addEventListener("click", (event) => {
    const values = fields.written;
    const { count } = fields;
    const erase = () => {
      for (const one of [tab, device]) one.erase();
      fields.fill({});
      kept = false;
      unsaved = false;
      show();
    };
    if (!count) {
      forget();
      erase(); // what the eye does not see: an empty record, something put aside
      say(words.kbNothing);
      return;
    }
    question(number("kbEraseAsk", count), words.kbEraseYes, event.currentTarget, () => {
      const wasKept = kept;
      erase();
      say(number("kbErased", count));
      offerUndo(values, wasKept, part("erase"));
    });
  });

  // Files

  part("save").addEventListener("click", () => {
    forget();
    const data = record();
    if (!Object.keys(data.fields).length) say(words.kbNothing);
    else say(words.kbSaved.replace("{name}", KbFile.save(page.split("/").pop(), data)));
  });

  const load = (good, strays) => {
    const [values, wasKept] = [fields.written, kept];
    fields.fill(Object.fromEntries(good));
    save();
    const missed = strays ? ` ${number("kbStrays", strays)}` : "";
    say(number("kbLoaded", good.length) + missed);
    offerUndo(values, wasKept, part("load"));
  };

  const loadFile = async (chosen) => {
    const { data, fault } = await KbFile.read(chosen, { format: FORMAT, version: VERSION, page });
    if (fault || !KbFile.isObject(data.fields)) {
      const other = /^[a-z0-9/-]{1,80}$/.test(data?.page ?? "") ? data.page : "?";
      return say(template.getAttribute(`data-kb-fault-${fault ?? "foreign"}`).replace("{page}", other));
    }
    const given = Object.entries(data.fields);
    const good = given.filter(([name, value]) => fields.takes(name, value) && value !== "");
    if (!good.length) return say(words.kbEmpty);
    const go = () => load(good, given.length - good.length);
    if (fields.count) return question(words.kbReplaceAsk, words.kbReplace, part("load"), go);
    return go();
  };

  part("load").addEventListener("click", () => {
    forget();
    file.value = ""; // the same file may be chosen again
    file.click();
  });
  file.addEventListener("change", () => {
    if (file.files[0]) loadFile(file.files[0]);
  });

  // Writing

  const changed = (event) => {
    if (!event.target.matches(".kb-field[name]")) return;
    forget();
    unsaved = true;
    clearTimeout(soon);
    soon = setTimeout(flush, PAUSE);
  };
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  // A phone may end a page that is out of sight without a word.
  document.addEventListener("visibilitychange", flush);
  addEventListener("pagehide", flush);
  // Back from another page of the tab: the other language may have been written in since.
  addEventListener("pageshow", (event) => {
    if (event.persisted && tab.works && !refused) begin();
  });

  // Another tab wrote, or stopped keeping.
  device.onChange(() => {
    const stored = device.read();
    if (kept && stored) fields.fill(stored.fields);
    else if (stored && !fields.count) begin();
    else if (kept) {
      kept = false;
      save();
      say(words.kbElsewhere);
    }
  });

  place();
  begin(fields.written);
})();
