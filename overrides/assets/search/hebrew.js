// Hebrew without a dictionary: the forms a word may stand for, each with the cost of getting there.
// Two words belong together if they share a form; the two costs add up to how far apart they are.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  // The letters that are written together with the next word: ו, ש and its kin, ה, ב, כ, ל, מ.
  const STACK = /^ו?(?:לכש|כש|מש|ש)?[הבכלמ]?ה?$/;
  const STACK_MAX = 5;
  // Endings of number, gender, construct and possession, in the compared form (no final letters).
  const ENDINGS = new Map(); // last letter -> endings
  const ALL_ENDINGS =
    "ויותיהמ יותיהמ יותיהנ יותינו יותיו יותיה ותיהמ ותיהנ ותיכמ ותיכנ ותינו ותיו ותיה ותיכ ותיי ותי " +
    "ייהמ יהמ יהנ יכמ יכנ ינו ויות יות ייה יימ ימ ות ית יו יה יכ תמ תנ תו תה תי תכ נו כמ כנ המ הנ ונ";
  for (const ending of ALL_ENDINGS.split(" ")) {
    const last = ending.at(-1);
    ENDINGS.set(last, [...(ENDINGS.get(last) ?? []), ending]);
  }
  const SHORT_ENDINGS = "התיוכמנ";

  // Costs were set on the judged look-ups (tests/search/queries.yml), held-out ones excepted.
  const COST = {
    prefix: 0.12,
    longerPrefix: 0.06, // for each letter of the stack after the first
    shortStem: { 2: 0.35, 3: 0.08 }, // what is left after the stack is so short
    ending: 0.22,
    endingShortStem: 0.05,
    softLetter: 0.2, // a final ה, ת or י: the other gender or the construct form
    hardLetter: 0.3,
    skeleton: 0.18, // without ו and י: full and defective spelling
    sound: 0.3, // and without א, with ט as ת and ק as כ: foreign names, slips of hearing
  };

  /** [stem, cost] for the word itself and for each stack of prefixes that may be taken off it. */
  api.withoutPrefixes = (word) => {
    const stems = [[word, 0]];
    for (let length = 1; length <= STACK_MAX && word.length - length >= 2; length += 1) {
      if (!STACK.test(word.slice(0, length))) continue;
      const stem = word.slice(length);
      const cost = COST.prefix + COST.longerPrefix * (length - 1) + (COST.shortStem[stem.length] ?? 0);
      stems.push([stem, cost]);
      // A ו inside a word is doubled after a prefix: והוועדה, ועדה.
      if (stem.startsWith("וו")) stems.push([stem.slice(1), cost + 0.02]);
    }
    return stems;
  };

  const withoutEndings = (word) => {
    const stems = [[word, 0]];
    const last = word.at(-1);
    for (const ending of ENDINGS.get(last) ?? []) {
      const length = word.length - ending.length;
      if (length < 3 || !word.endsWith(ending)) continue;
      stems.push([word.slice(0, length), COST.ending + (length === 3 ? COST.endingShortStem : 0)]);
    }
    // ־ות and ־ית are endings of their own, taken off whole above.
    if (word.length >= 4 && SHORT_ENDINGS.includes(last) && !/[וי]ת$/.test(word)) {
      stems.push([word.slice(0, -1), "התי".includes(last) ? COST.softLetter : COST.hardLetter]);
    }
    return stems;
  };

  const skeleton = (word) => word[0] + word.slice(1).replace(/[וי]/g, "");
  const sound = (word) =>
    word[0] + word.slice(1).replace(/[ויא]/g, "").replace(/ט/g, "ת").replace(/ק/g, "כ");

  /** Map of form -> cost. Skeletons begin with "_" and sounds with "=": each meets only its like. */
  api.hebrewForms = (word) => {
    const forms = new Map();
    const add = (form, cost) => {
      if (!(forms.get(form) <= cost)) forms.set(form, cost);
    };
    if (word.length <= 2) return forms.set(word, 0);
    for (const [bare, prefixCost] of api.withoutPrefixes(word)) {
      for (const [stem, endingCost] of withoutEndings(bare)) {
        const cost = prefixCost + endingCost;
        add(stem, cost);
        const bones = skeleton(stem);
        if (bones.length >= 3 || (bones.length === 2 && cost === 0)) add(`_${bones}`, cost + COST.skeleton);
        const heard = sound(stem);
        const telling = heard.length >= 4 ? cost < 0.6 : heard.length === 3 && cost === 0;
        if (telling) add(`=${heard}`, cost + COST.sound);
      }
    }
    return forms;
  };
})();
