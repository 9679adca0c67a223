"""Asking searches in a browser: ours, Material's own and Pagefind, each through what it publishes.

All functions take a Playwright page that is open on the site, so that addresses are right and the
searches are the ones readers get. Answers: number of a look-up -> site paths, best first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kb.search.judge import Lookup

Answers = dict[int, list[str]]

OURS = """async ([base, rows]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const worker = new Worker(new URL(config.search, location.href));
  const waiting = [];
  worker.onmessage = ({ data }) => waiting.shift()(data);
  const send = (message) => new Promise((done) => { waiting.push(done); worker.postMessage(message); });
  for (const lang of ["he", "en"]) {
    const { type } = await send({ type: "open", lang, url: `${base}search/index.${lang}.js` });
    if (type !== "opened") throw new Error(`no index for ${lang}`);
  }
  const out = [];
  for (const [id, lang, text] of rows) {
    const pages = [];
    for (const each of [lang, lang === "he" ? "en" : "he"]) {
      const { result } = await send({ type: "ask", lang: each, id, text });
      pages.push(...result.pages.map((page) => page.url));
    }
    out.push([id, pages]);
  }
  worker.terminate();
  return out;
}"""

STOCK = """async ([base, rows, workerName]) => {
  const index = await (await fetch(`${base}search/search_index.json`)).json();
  const worker = new Worker(`${base}${workerName}`);
  const take = (type) => new Promise((done) => {
    worker.onmessage = ({ data }) => data.type === type && done(data.data);
  });
  const { config, docs } = index;
  worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
  await take(1);
  const out = [];
  for (const [id, lang, text] of rows) {
    worker.postMessage({ type: 2, data: text });
    const { items } = await take(3);
    out.push([id, items.map((group) => group[0].location.split("#")[0])]);
  }
  return out;
}"""

PAGEFIND = """async ([base, rows]) => {
  const pagefind = await import(`${base}pagefind/pagefind.js`);
  await pagefind.init();
  const out = [];
  for (const [id, lang, text] of rows) {
    const { results } = await pagefind.search(text);
    const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    out.push([id, pages.map((page) => new URL(page.url, base).href.replace(base, ""))]);
  }
  return out;
}"""

# From the last letter to the first result on the page; the field is filled letter by letter.
TYPING = """async (texts) => {
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  input.focus();
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  while (!list.firstElementChild) {
    input.value = texts[0];
    input.dispatchEvent(new Event("input"));
    await wait(100);
  }
  const times = [];
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) {
      input.value = text.slice(0, length);
      const start = performance.now();
      const shown = new Promise((done) => {
        const observer = new MutationObserver(() => { observer.disconnect(); done(performance.now()); });
        observer.observe(list, { childList: true });
      });
      input.dispatchEvent(new Event("input"));
      const end = await Promise.race([shown, wait(2000).then(() => Infinity)]);
      times.push(end - start);
      await wait(30);
    }
  }
  return times;
}"""

# From opening the box, with a text already in it and nothing loaded, to the first result.
COLD = """async (text) => {
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  input.value = text;
  const start = performance.now();
  const shown = new Promise((done) => {
    const look = () => list.firstElementChild && done(performance.now());
    new MutationObserver(look).observe(list, { childList: true });
  });
  input.focus();
  return (await shown) - start;
}"""


def ask(page: Any, script: str, base: str, lookups: Sequence[Lookup], *more: str) -> Answers:
    """Put every look-up to a search. base: the site's root; more: what the script needs besides."""
    rows = [[lookup.number, lookup.lang, lookup.query] for lookup in lookups]
    return {
        number: list(dict.fromkeys(pages)) for number, pages in page.evaluate(script, [base, rows, *more])
    }
