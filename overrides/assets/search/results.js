// Answers -> elements. Text goes in as text only: nothing that was typed or indexed is read as markup.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});
  const words = api.words;

  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const withMarks = (pieces) => pieces.map(([text, marked]) => (marked ? make("mark", "", text) : text));

  /** The address of a page or section. Pages on a disk have no server to find their index.html. */
  const address = (base, url, anchor) => {
    const target = new URL(url, base);
    if (target.protocol === "file:" && target.pathname.endsWith("/")) target.pathname += "index.html";
    if (anchor) target.hash = anchor;
    return target.href;
  };

  const missingLine = (missing) => {
    const line = make("p", "kb-hit-missing md-search-result__terms", `${words.missing} `);
    missing.forEach((word, n) => line.append(n ? ", " : "", make("del", "", word)));
    return line;
  };

  const furtherLink = (base, page, section) => {
    const link = make("a", "kb-hit-further", ...withMarks(section.title));
    link.href = address(base, page.url, section.anchor);
    return make("li", "", link);
  };

  const item = (base, page, lang) => {
    const [best, ...more] = page.sections;
    const title = make("p", "kb-hit-title", ...withMarks(best.anchor ? best.title : page.title));
    const where = make("p", "kb-hit-page");
    if (lang !== api.lang) where.append(make("span", "kb-hit-lang", words.other), " ");
    if (best.anchor) where.append(...withMarks(page.title));
    const body = make("article", "md-search-result__article md-typeset", title);
    if (where.hasChildNodes()) body.append(where);
    if (best.teaser.length) body.append(make("p", "kb-hit-text", ...withMarks(best.teaser)));
    if (page.missing.length) body.append(missingLine(page.missing));
    for (const badge of body.querySelectorAll(".kb-hit-lang, .kb-hit-missing")) {
      badge.lang = api.lang;
      badge.dir = api.directions[api.lang];
    }
    const link = make("a", "md-search-result__link", body);
    link.href = address(base, page.url, best.anchor);
    const row = make("li", "md-search-result__item", link);
    const further = more.filter((section) => section.anchor);
    const links = further.map((section) => furtherLink(base, page, section));
    if (links.length) row.append(make("ul", "kb-hit-sections", ...links));
    row.lang = lang;
    row.dir = api.directions[lang];
    return row;
  };

  /** List items for the pages of an answer. base: address of the site's root. */
  api.items = (answer, base) => answer.pages.map((page) => item(base, page, answer.lang));

  /** What was found, in a sentence; either answer may still be missing. */
  api.summary = (own, other) => {
    const counts = [own?.total ?? 0, other?.total ?? 0];
    const parts = [];
    if (counts[0]) parts.push(words.found(counts[0]), ...(counts[1] ? [words.alsoFound(counts[1])] : []));
    else parts.push(counts[1] ? words.onlyFound(counts[1]) : words.none);
    const nowhere = api.nowhere(own, other).map(({ word }) => word);
    if (nowhere.length) parts.push(words.nowhere(nowhere.join(", ")));
    return parts.join(". ").replace(`. ${words.alsoFound(counts[1])}`, `, ${words.alsoFound(counts[1])}`);
  };

  /** Words found in neither language: [{word, near}]. */
  api.nowhere = (own, other) => {
    const missing = own?.missing ?? [];
    if (!other) return missing;
    const elsewhere = new Map(other.missing.map(({ word, near }) => [word, near]));
    return missing
      .filter(({ word }) => elsewhere.has(word))
      .map(({ word, near }) => ({ word, near: [...new Set([...near, ...elsewhere.get(word)])].slice(0, 3) }));
  };

  /** Close words as buttons, or null. choose: called with (missing word, chosen word). */
  api.suggestions = (missing, choose) => {
    const buttons = missing.flatMap(({ word, near }) =>
      near.map((offer) => {
        const button = make("button", "kb-near", offer);
        button.type = "button";
        button.addEventListener("click", () => choose(word, offer));
        return button;
      }),
    );
    return buttons.length ? make("p", "kb-search-near", `${words.near} `, ...buttons) : null;
  };
})();
