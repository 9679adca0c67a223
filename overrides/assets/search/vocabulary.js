// The words that stand on the site, and which of them answer a word that someone types.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  const SHARPNESS = 2.6; // weight = exp(-SHARPNESS * cost)
  const COST_MAX = 1.0;
  const SURE = 0.27; // if none is stronger than that, nothing was found
  const RELATED_MAX = 0.5;
  const WEIGHT_MIN = 0.18; // weaker answers are not what was meant
  // A form that many words share, or a very short one, says little.
  const CROWD = 0.06;
  const SHORT = 0.05;
  // Letters at the start of the typed word are taken for prefixes mainly where the whole word is unknown.
  // (Known in its own right: it stands with a prefix of its own somewhere, as המשוב does but not הלקבוצות.)
  const KNOWN = { weight: 0.25, stripped: 0.4, seldom: 0.7 };
  const BEFORE_NOUNS = /[הבכלמ]$/;
  // A מ is as often part of the word. Where both words lose letters, to a stem that stands nowhere by
  // itself, and one of them a מ, they are hardly kin: מימון and לימון.
  const BOTH_STRIPPED = 0.5;
  const MAYBE_ROOT = /^מ[^ה]/;
  const BEGINNING = { last: 0.75, least: 0.3, words: 60 };
  const SLIP = { weight: 0.4, sureWeight: 0.35, shortest: 5, twoFrom: 9, of: 0.7 };

  const formsOf = (word) => (api.isHebrew(word) ? api.hebrewForms(word) : api.englishForms(word));
  const bareOf = (word) => (api.isHebrew(word) ? api.withoutPrefixes(word) : [[word, 0]]);
  const stemOf = (form) => form.replace(/^[_=~]/, "");
  const isStripped = (word, form) => api.isHebrew(word) && word[0] !== stemOf(form)[0];

  /** Whether two words share a form at little cost: the same word in another shape. */
  api.related = (a, b) => {
    const forms = formsOf(a);
    return [...formsOf(b)].some(([form, cost]) => forms.has(form) && forms.get(form) + cost <= RELATED_MAX);
  };

  api.Vocabulary = class {
    /** words: iterable of compared forms. */
    constructor(words) {
      this.words = [...new Set(words)].sort();
      this.known = new Set(this.words);
      this.byForm = new Map(); // form -> [word, cost, word, cost, ...]
      this.nouns = new Set(); // what stands after a preposition or article
      this.starts = []; // [word without prefixes, word, cost], sorted
      for (const word of this.words) this.#add(word);
      this.starts.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    }

    #add(word) {
      for (const [form, cost] of formsOf(word)) {
        const list = this.byForm.get(form);
        if (list) list.push(word, cost);
        else this.byForm.set(form, [word, cost]);
      }
      for (const [bare, cost] of bareOf(word)) {
        this.starts.push([bare, word, cost]);
        if (cost && BEFORE_NOUNS.test(word.slice(0, word.length - bare.length))) this.nouns.add(bare);
      }
    }

    /**
     * Words of the site that answer a typed word: Map of word -> weight (0..1].
     * unfinished: it may be the beginning of a longer word.
     */
    expand(typed, unfinished = false) {
      const found = new Map();
      const add = (word, weight) => {
        if (weight >= WEIGHT_MIN && !(found.get(word) >= weight)) found.set(word, weight);
      };
      for (const [word, weight] of this.#related(typed)) add(word, weight);
      if (unfinished && typed.length >= 2) this.#begun(typed, add);
      if (Math.max(0, ...found.values()) < SLIP.sureWeight) {
        const slips = this.slips(typed);
        for (const [word, weight] of slips) if (weight >= slips[0][1] * SLIP.of) add(word, weight);
      }
      return Math.max(0, ...found.values()) < SURE ? new Map() : found;
    }

    /** Words that share a form with the typed one. */
    #related(typed) {
      const whole = new Map();
      const stripped = new Map();
      for (const [form, cost] of formsOf(typed)) {
        const list = this.byForm.get(form);
        if (!list) continue;
        const into = isStripped(typed, form) ? stripped : whole;
        const stem = stemOf(form);
        const vague = CROWD * Math.log2(list.length / 2) + SHORT * Math.max(0, 5 - stem.length);
        const lone = into === stripped && !this.known.has(stem);
        for (let i = 0; i < list.length; i += 2) {
          const word = list[i];
          const total = cost + list[i + 1];
          if (total > COST_MAX) continue;
          let weight = word === typed ? 1 : Math.exp(-SHARPNESS * (total + (form === typed ? 0 : vague)));
          const doubtful = lone && isStripped(word, form) && (MAYBE_ROOT.test(word) || MAYBE_ROOT.test(typed));
          if (doubtful) weight *= BOTH_STRIPPED;
          if (!(into.get(word) >= weight)) into.set(word, weight);
        }
      }
      const known = Math.max(0, ...whole.values()) >= KNOWN.weight;
      const share = !known ? 1 : this.nouns.has(typed) ? KNOWN.stripped : KNOWN.seldom;
      for (const [word, weight] of stripped) {
        if (!(whole.get(word) >= weight * share)) whole.set(word, weight * share);
      }
      return whole;
    }

    /** Words that the typed letters may be the beginning of. */
    #begun(typed, add) {
      let low = 0;
      let high = this.starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.starts[middle][0] < typed) low = middle + 1;
        else high = middle;
      }
      for (let n = 0; n < BEGINNING.words && this.starts[low + n]?.[0].startsWith(typed); n += 1) {
        const [bare, word, cost] = this.starts[low + n];
        const share = typed.length / bare.length;
        add(word, Math.max(BEGINNING.least, BEGINNING.last * share) * Math.exp(-SHARPNESS * cost));
      }
    }

    /**
     * Words of the site that differ from a typed one by a slip of the finger: [word, weight, the part of
     * the word that was compared], best first.
     */
    slips(typed, { shortest = SLIP.shortest, twoFrom = SLIP.twoFrom } = {}) {
      if (typed.length < shortest || /\d/.test(typed)) return [];
      const hebrew = api.isHebrew(typed);
      const max = typed.length >= twoFrom ? 2 : 1;
      const found = [];
      for (const [bare, word, cost] of this.starts) {
        if (bare.length < 4 || api.isHebrew(word) !== hebrew) continue;
        const edits = api.distance(typed, bare, max);
        if (edits > max) continue;
        const weight = (SLIP.weight * api.trust(typed, bare, edits)) / (0.6 + 0.4 * edits);
        found.push([word, weight * Math.exp(-SHARPNESS * cost * 0.6), bare]);
      }
      return found.sort((a, b) => b[1] - a[1]);
    }
  };
})();
