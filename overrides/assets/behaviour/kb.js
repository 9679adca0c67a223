// The site's own behaviour: colours, trainer view, language link, paper. One file, loaded in the
// head before the styles, so that colours and trainer view are settled before the first paint.
// No inline scripts, no dependencies; without it every page still reads, types and prints.
(() => {
  "use strict";
  const root = document.documentElement;
  const script = document.currentScript;
  const base = new URL(script.dataset.base || ".", location.href);

  // Storage may be closed (private windows, files on disk): then choices last for this page.
  const recall = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Nothing to do: the page already shows the choice.
    }
  };

  // What Material's bundle expects of the inline script that this file replaces.
  window.__md_scope = base;
  window.__md_hash = (text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0);
  window.__md_get = (key, store = localStorage, scope = base) => {
    try {
      return JSON.parse(store.getItem(`${scope.pathname}.${key}`));
    } catch {
      return null;
    }
  };
  window.__md_set = (key, value, store = localStorage, scope = base) => {
    try {
      store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // As in keep().
    }
  };

  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  root.dataset.kbScheme = recall("kb-scheme") || (prefersDark.matches ? "dark" : "light");
  root.dataset.kbTrainer = recall("kb-trainer") === "on" ? "on" : "off";

  // A button that flips a value on <html> and remembers it.
  const toggle = (button, name, key, on, off) => {
    const show = () => button.setAttribute("aria-pressed", String(root.dataset[name] === on));
    button.addEventListener("click", () => {
      root.dataset[name] = root.dataset[name] === on ? off : on;
      keep(key, root.dataset[name]);
      show();
    });
    show();
  };

  // What the address names; an address may hold anything, a lone % too.
  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  };

  // The heading being read: the one the address names while it is on screen, else the last one above
  // the upper third of the screen, none at the top.
  const section = () => {
    const named = target();
    const top = named ? named.getBoundingClientRect().top : -1;
    if (top >= 0 && top < innerHeight) return location.hash;
    if (scrollY < 60) return "";
    const heads = [...document.querySelectorAll("article :is(h2, h3, .kb-pause, .kb-judge, .kb-quiz)[id]")];
    const passed = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3);
    return passed.length ? `#${passed[passed.length - 1].id}` : "";
  };

  const followSection = (link) => {
    const add = () => {
      link.hash = section();
    };
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, add);
  };

  // Paper shows everything: closed disclosures open for it. (Fields: see fields-paper.js.)
  let opened = [];
  const beforePrint = () => {
    opened = [...document.querySelectorAll("article details:not([open])")];
    for (const details of opened) details.open = true;
  };
  const afterPrint = () => {
    for (const details of opened) details.open = false;
    opened = [];
  };

  // Material opens its menu, search and parts by labels of hidden checkboxes: they work without a
  // script, but only for a pointer. Here they become real buttons, which say whether they are open.
  const asButton = (label) => {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.dataset.kbFor = label.htmlFor;
    if (label.title) button.setAttribute("aria-label", label.title);
    button.append(...label.childNodes);
    const show = () => button.setAttribute("aria-expanded", String(box.checked));
    button.addEventListener("click", () => box.click());
    box.addEventListener("change", show);
    show();
    label.replaceWith(button);
  };

  // The menu on phones: focus goes in with it and comes back on Escape.
  const menu = () => {
    const box = document.getElementById("__drawer");
    const opener = document.querySelector(".kb-menu");
    const side = document.querySelector(".md-sidebar--primary");
    if (!box || !opener || !side) return;
    box.addEventListener("change", () => {
      const first = side.querySelector("[aria-current]") || side.querySelector("a");
      if (box.checked && first) requestAnimationFrame(() => first.focus({ preventScroll: true }));
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.checked) return;
      box.click();
      opener.focus();
    });
  };

  // Nothing of the search is loaded before someone opens it or comes with a question (?q=). The field
  // can be typed into at once; assets/search/box.js takes over what stands in it.
  const search = () => {
    const box = document.getElementById("__search");
    const root = document.querySelector("[data-kb-search]");
    if (!box || !root) return;
    const field = root.querySelector(".md-search__input");
    const add = (tag, name, more) => {
      const element = Object.assign(document.createElement(tag), more);
      element[tag === "link" ? "href" : "src"] = root.dataset.kbSearch + name;
      element.addEventListener("error", () => {
        root.querySelector(".md-search-result__meta").textContent = root.dataset.kbFailed;
      });
      document.head.append(element);
    };
    const load = () => {
      if (root.dataset.kbLoaded) return;
      root.dataset.kbLoaded = "yes";
      add("link", "search.css", { rel: "stylesheet" });
      for (const name of root.dataset.kbScripts.split(" ")) add("script", `${name}.js`, { async: false });
    };
    root.addEventListener("focusin", load);
    box.addEventListener("change", () => {
      load();
      if (box.checked) requestAnimationFrame(() => field.focus());
    });
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyK") return;
      event.preventDefault();
      if (!box.checked) box.click();
      field.focus();
    });
    if (new URLSearchParams(location.search).has("q")) load();
  };

  // What was visited opens without a network: sw.js, which only `build` makes. Not on one's own computer:
  // there `serve` shows every edit, and nothing may stand between. The page about privacy switches it off.
  const keepOffline = async (workers) => {
    const own = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
    if (own || !script.dataset.base || !location.protocol.startsWith("http") || recall("kb-offline") === "off") return;
    await workers.register(new URL("sw.js", base), { updateViaCache: "none" });
    const { active } = await workers.ready;
    const used = performance.getEntriesByType("resource").map(({ name }) => name);
    active.postMessage([location.href, ...used]);
  };

  // What scrolls sideways must be reachable by keyboard; only the finished layout knows what does.
  const reachable = () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    }
  };

  // On the document, so that it runs before the bundle's own handler.
  document.addEventListener("DOMContentLoaded", () => {
    const all = (selector, act) => document.querySelectorAll(selector).forEach(act);
    // Material's bundle asks every alternate address for a sitemap.xml, on every page. It looks for
    // rel=alternate to the letter; a blank hides the links from it and means nothing to others.
    all('link[rel="alternate"]', (link) => link.setAttribute("rel", "alternate "));
    all(".kb-scheme", (button) => toggle(button, "kbScheme", "kb-scheme", "dark", "light"));
    all(".kb-trainer-switch", (button) => toggle(button, "kbTrainer", "kb-trainer", "on", "off"));
    all(".kb-print", (button) => button.addEventListener("click", () => print()));
    all(".kb-language", followSection);
    all("label.kb-menu, .md-header label[for='__search'].md-header__button, label.md-nav__link", asButton);
    menu();
    search();
  });
  addEventListener("load", reachable);
  // Without it the site is as good as ever; so a browser that refuses it is no error.
  addEventListener("load", () => navigator.serviceWorker && keepOffline(navigator.serviceWorker).catch(() => {}));
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
})();
