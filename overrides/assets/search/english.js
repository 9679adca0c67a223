// English (and other Latin) words: the word itself and one light stem, marked with "~".
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});
  const STEM_COST = 0.15;

  const RULES = [
    [/isations?$|izations?$/, "is"],
    [/(?:ational|ations?|ators?)$/, "at"],
    [/(?:ments?|ness|fully|ful|less|ly)$/, ""],
    [/ies$/, "y"],
    [/sses$/, "ss"],
    [/([^su])s$/, "$1"],
  ];
  const ENDING = /(?:ing|ed|er|ers|ion|ive|ize|ise|able|ity)$/;

  const stem = (word) => {
    let out = word;
    for (const [pattern, instead] of RULES) out = out.replace(pattern, instead);
    for (let times = 0; times < 2; times += 1) {
      const before = out; // empowering, empower; empower, empow: as far as empowerment goes
      out = out.replace(ENDING, (ending) => (before.length - ending.length >= 3 + times ? "" : ending));
    }
    // decide, decides; city, cities; planned, plan.
    return out.replace(/e$/, "").replace(/y$/, "i").replace(/(.)\1$/, "$1");
  };

  /** Map of form -> cost. */
  api.englishForms = (word) => {
    const forms = new Map([[word, 0]]);
    if (word.length < 4 || /\d/.test(word)) return forms;
    const short = stem(word);
    return forms.set(`~${short.length >= 3 ? short : word}`, STEM_COST);
  };
})();
