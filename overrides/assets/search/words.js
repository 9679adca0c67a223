// What the search says, in the page's language.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  const he = {
    start: "כתבו מה אתם מחפשים",
    loading: "החיפוש נטען",
    slow: "החיפוש נטען לאט. אפשר להמשיך לכתוב.",
    failed: "החיפוש לא נטען. רעננו את העמוד ונסו שוב, או חפשו דרך תפריט האתר.",
    none: "לא נמצאו עמודים",
    found: (n) => (n === 1 ? "נמצא עמוד אחד" : `נמצאו ${n} עמודים`),
    alsoFound: (n) => (n === 1 ? "ועוד עמוד אחד באנגלית" : `ועוד ${n} באנגלית`),
    onlyFound: (n) => (n === 1 ? "נמצא עמוד אחד, באנגלית" : `נמצאו ${n} עמודים, באנגלית`),
    nowhere: (words) => `לא באתר: ${words}`,
    near: "אולי התכוונתם:",
    missing: "לא בעמוד:",
    other: "באנגלית",
    close: "סגירת החיפוש",
    results: "תוצאות החיפוש",
  };
  const en = {
    start: "Type what you are looking for",
    loading: "The search is loading",
    slow: "The search is slow to load. You can go on typing.",
    failed: "The search did not load. Reload the page and try again, or use the site's menu.",
    none: "No pages found",
    found: (n) => (n === 1 ? "1 page found" : `${n} pages found`),
    alsoFound: (n) => `and ${n} in Hebrew`,
    onlyFound: (n) => (n === 1 ? "1 page found, in Hebrew" : `${n} pages found, in Hebrew`),
    nowhere: (words) => `Not on this site: ${words}`,
    near: "Did you mean:",
    missing: "Not on the page:",
    other: "In Hebrew",
    close: "Close search",
    results: "Search results",
  };
  const all = { he, en };
  api.words = all[document.documentElement.lang] ?? en;
  api.lang = document.documentElement.lang in all ? document.documentElement.lang : "en";
  api.otherLang = api.lang === "he" ? "en" : "he";
  api.directions = { he: "rtl", en: "ltr" };
})();
