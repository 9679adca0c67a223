// The search itself. A worker, so that reading the index does not hold the page up; on pages opened from
// a disk, where browsers allow no workers, box.js loads this file as a script and it runs in the page.
//
// vendor/minisearch-7.2.0.js is dist/umd/index.js of the npm package minisearch 7.2.0, unchanged (MIT,
// see vendor/minisearch-LICENSE.txt). It was taken for its scoring: MiniSearch finds more of the judged
// look-ups than lunr or Pagefind, and the Hebrew is ours with any engine.
(() => {
  "use strict";
  const MODULES = [
    "vendor/minisearch-7.2.0.js",
    "text.js",
    "hebrew.js",
    "english.js",
    "slips.js",
    "vocabulary.js",
    "query.js",
    "teaser.js",
    "engine.js",
    "desk.js",
  ];

  if (typeof document === "undefined") {
    importScripts(...MODULES);
    const desk = new KbSearch.Desk(
      async (url) => importScripts(url),
      (answer) => postMessage(answer),
    );
    addEventListener("message", ({ data }) => desk.handle(data));
    return;
  }

  const here = document.currentScript.src;
  /** Load the modules into the page: a promise of a Desk that answers through `reply`. */
  KbSearch.openHere = async (loadScript, reply) => {
    for (const name of MODULES) await loadScript(new URL(name, here).href);
    return new KbSearch.Desk(loadScript, reply);
  };
})();
