// The theme's search box, made to search: opens and closes, asks, shows and announces.
//
// Ours and not the theme's own component (which takes any worker), because that one loads worker and
// index with every page, searches on keyup only, so that pasted and dictated words find nothing, spins
// for ever when the index does not come, cannot offer close words or mark languages, writes what is
// indexed as markup, and needs a script from another host to work from a disk. Kept of it: the markup's
// classes, its styles and the switch #__search that opens the box.
(() => {
  "use strict";
  const api = globalThis.KbSearch;
  const { words, lang, otherLang } = api;
  const PATIENCE = 8000; // ms until the box says that loading takes long
  const PAUSE = 600; // ms without typing before the count is read out
  const root = document.querySelector("[data-kb-search]");
  const find = (selector) => root.querySelector(selector);
  const toggle = document.getElementById("__search");
  const input = find(".md-search__input");
  const meta = find(".md-search-result__meta");
  const list = find(".md-search-result__list");
  const said = find(".kb-search-said");
  const config = JSON.parse(document.getElementById("__config").textContent);
  const base = new URL(`${config.base.replace(/\/$/, "")}/`, location.href);

  const opened = new Set();
  let broken = false;
  let asked = 0;
  let answers = {};
  let sayLater = 0;

  // --- showing

  const say = (text) => {
    clearTimeout(sayLater);
    sayLater = setTimeout(() => (said.textContent = text), PAUSE);
  };

  const tell = (text) => {
    meta.textContent = text;
    say(text);
  };

  const choose = (missing, chosen) => {
    input.value = input.value.replace(missing, chosen);
    input.focus();
    ask();
  };

  const show = () => {
    const own = answers[lang];
    const other = answers[otherLang];
    if (!own) return;
    tell(api.summary(own, other));
    const near = api.suggestions(api.nowhere(own, other), choose);
    if (near) meta.append(near);
    list.replaceChildren(...[own, other].filter(Boolean).flatMap((answer) => api.items(answer, base)));
  };

  // --- asking

  const ask = () => {
    const text = input.value;
    asked += 1;
    answers = {};
    if (broken) return tell(words.failed);
    if (!text.trim()) {
      list.replaceChildren();
      return tell(words.start);
    }
    if (!opened.has(lang)) return tell(words.loading);
    for (const each of opened) send({ type: "ask", lang: each, id: asked, text });
    if (!opened.has(otherLang)) openIndex(otherLang);
  };

  const fail = () => {
    broken = true;
    list.replaceChildren();
    tell(words.failed);
  };

  const receive = (message) => {
    if (message.type === "opened") {
      opened.add(message.lang);
      if (message.lang === lang) ask();
      else if (input.value.trim()) send({ type: "ask", lang: message.lang, id: asked, text: input.value });
    } else if (message.type === "failed") {
      // Without the other language's index the page's own still answers.
      if (message.lang === lang) fail();
    } else if (message.id === asked) {
      answers[message.lang] = message.result;
      show();
    }
  };

  const requested = new Set();
  const openIndex = (each) => {
    if (requested.has(each)) return;
    requested.add(each);
    send({ type: "open", lang: each, url: new URL(`search/index.${each}.js`, base).href });
  };
  const send = api.connect(new URL(config.search, location.href).href, receive, fail);

  // --- opening and closing

  const open = () => {
    if (!toggle.checked) toggle.click();
  };

  const close = () => {
    if (toggle.checked) toggle.click();
    const address = new URL(location.href);
    if (!address.searchParams.has("q")) return;
    address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  };

  const links = () => [...list.querySelectorAll("a")];

  /** Down and up go from the field through the results and back. */
  const step = (by) => {
    const stops = [input, ...links()];
    const next = stops.indexOf(document.activeElement) + by;
    if (next >= 0 && next < stops.length) stops[next].focus();
  };

  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: () => {
      input.focus();
      close();
      const opener = document.querySelector("[data-kb-for='__search']");
      if (opener?.offsetParent) opener.focus();
    },
  };

  root.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    if (event.key !== "Escape" && event.target !== input && !list.contains(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !root.contains(relatedTarget)) close();
  });
  for (const event of ["focus", "click"]) input.addEventListener(event, open);
  input.addEventListener("input", () => {
    open();
    ask();
  });
  toggle.addEventListener("change", () => toggle.checked && input.focus());
  list.addEventListener("click", (event) => event.target.closest("a") && close());
  const form = input.form;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.click();
  });
  form.addEventListener("reset", () => {
    setTimeout(ask); // the field is emptied after this event
    input.focus();
  });

  // --- start

  // The arrow that closes the box on phones is a label, out of reach for keyboard and screen reader.
  const label = find("label.md-search__icon");
  const back = document.createElement("button");
  for (const { name, value } of label.attributes) back.setAttribute(name, value); // styles go by `for`
  back.type = "button";
  back.setAttribute("aria-label", words.close);
  back.tabIndex = matchMedia("(max-width: 59.98em)").matches ? 0 : -1;
  back.append(...label.childNodes);
  back.addEventListener("click", () => toggle.click());
  label.replaceWith(back);
  list.setAttribute("aria-label", words.results);

  const linked = new URLSearchParams(location.search).get("q");
  if (linked) input.value = linked;
  if (linked || toggle.checked || document.activeElement === input) {
    open();
    input.focus();
  }
  ask();
  openIndex(lang);
  setTimeout(() => opened.has(lang) || broken || tell(words.slow), PATIENCE);
})();
