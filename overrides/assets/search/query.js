// What someone typed -> units: a word, the site's words that answer it, and phrases that mean the same.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});
  const LIMITS = { letters: 300, words: 16 };

  /** The compared forms of a text's words, compounds in their parts. */
  api.wordsOf = (text) =>
    api
      .tokenize(text)
      .filter((token) => !token.joined)
      .map((token) => token.word);

  const matches = (unit, word) => unit !== undefined && (unit.word === word || api.related(unit.word, word));

  /** The words that say what is looked for; all of them where there is nothing else. */
  const tellingTokens = (typed) => {
    const tokens = api.tokenize(typed).filter((token) => !token.joined);
    const telling = tokens.filter((token) => !api.isCommon(token.word));
    const seen = new Set();
    return (telling.length ? telling : tokens)
      .filter(({ word }) => !seen.has(word) && seen.add(word))
      .slice(0, LIMITS.words);
  };

  api.QueryReader = class {
    /** synonyms: [[what people say], [what the site says]] as the index has them. */
    constructor(vocabulary, synonyms) {
      this.vocabulary = vocabulary;
      const split = (texts) => texts.map(api.wordsOf);
      this.synonyms = synonyms.map(([say, site]) => ({ say: split(say), site: split(site) }));
    }

    /** [{word, shown, answers, phrases}]: `shown` as typed, `answers` word -> weight, phrases of answers. */
    read(text) {
      const typed = text.slice(0, LIMITS.letters);
      const open = /[\p{L}\p{N}\p{M}]$/u.test(typed); // the last word may not be finished
      const units = tellingTokens(typed).map(({ word, at, length }) => ({
        word,
        shown: typed.slice(at, at + length),
        answers: this.vocabulary.expand(word, open && at + length === typed.length),
        phrases: [],
      }));
      for (const { say, site } of this.synonyms) {
        for (const phrase of say) this.#addPhrases(units, phrase, site);
      }
      return units;
    }

    #addPhrases(units, phrase, site) {
      const at = units.findIndex((_, start) => phrase.every((word, i) => matches(units[start + i], word)));
      if (at < 0) return;
      const answers = site.map((words) => words.map((word) => this.vocabulary.expand(word)));
      for (let i = 0; i < phrase.length; i += 1) units[at + i].phrases.push(...answers);
    }
  };
})();
