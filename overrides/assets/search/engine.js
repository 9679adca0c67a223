// One language's index, made searchable. MiniSearch holds the words and scores them (BM25+ over
// fields); which words of the site a typed word stands for, and what makes a good page, is ours.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  const FORMAT = 1;
  const LIMITS = { pages: 30, sections: 3, suggestions: 3 };
  const LOOSE = { shortest: 4, twoFrom: 6 }; // what is offered may be further off than what is found
  const FIELDS = { title: 2.5, page: 3, text: 1 };
  const BM25 = { k: 1.2, b: 0.4, d: 0.3 };
  const COVERAGE = 0.9; // how much of the score depends on how many of the typed words are found
  const ELSEWHERE = 0.35; // a word found in another section of the same page counts so much
  const EVEN = { power: 0.8, counted: 0.25 }; // how far a word's best places stand out; which places count
  const FURTHER = { sections: 3, share: 0.2 };
  const NAMED = { bonus: 1, weight: 0.4 }; // the title says just what was typed
  const GUESS = 0.5; // power of how sure a word is
  const SYNONYM = 0.75; // a page that says it in the site's words, not in the typed ones
  const TOGETHER = 0.5; // the words stand in one sentence
  const WEAK = 0.12; // pages with fewer of the words and less of the best page's score are left out
  const LOOKED_AT = 12; // so many of the best pages are read for that

  const check = (index) => {
    const good =
      index?.format === FORMAT &&
      [index.pages, index.sections, index.synonyms].every(Array.isArray) &&
      index.sections.every((row) => row.length === 4 && index.pages[row[0]]);
    if (!good) throw new Error("The index is not one this search can read.");
  };

  /** The names in a title, each as its telling words: "2. Integrity: may you ...?" has Integrity. */
  const namesOf = (title) =>
    title
      .split(/[(:;–?]/)
      .map((name) => api.wordsOf(name).filter((word) => !api.isCommon(word) && !/^\d+$/.test(word)))
      .filter((words) => words.length);

  api.Engine = class {
    /** index: what kb.search.index writes. Throws an Error if it is something else. */
    constructor(index) {
      check(index);
      this.lang = index.lang;
      this.pages = index.pages.map(([url, title, weight]) => ({
        url,
        title,
        weight,
        names: namesOf(title),
      }));
      this.sections = index.sections.map(([page, anchor, title, text]) => ({
        page,
        anchor,
        title,
        text,
        names: namesOf(title),
        number: title.match(/^\d+(?=\.)/)?.[0],
      }));
      this.shown = new Map(); // compared form -> as first written
      const tokenize = (text) =>
        api.tokenize(text).map(({ word, at, length }) => {
          if (!this.shown.has(word)) this.shown.set(word, text.slice(at, at + length));
          return word;
        });
      this.mini = new MiniSearch({ fields: Object.keys(FIELDS), tokenize, processTerm: (word) => word });
      this.mini.addAll(
        this.sections.map(({ page, title, text }, id) => ({ id, title, text, page: this.pages[page].title })),
      );
      this.vocabulary = new api.Vocabulary(this.shown.keys());
      this.reader = new api.QueryReader(this.vocabulary, index.synonyms);
    }

    /**
     * Look a text up: {lang, total, pages, missing}. pages: best first, each {url, title, missing,
     * sections: [{anchor, title, teaser}]}, best section first; titles and teasers are pieces
     * [text, marked]; a page's missing words are as typed. missing: words that are nowhere,
     * [{word, near: [words of the site]}]. Nothing here is markup.
     */
    search(text) {
      const query = this.reader.read(text);
      const scores = new Map(); // section -> per word of the query its score
      query.forEach((unit, place) => {
        for (const [section, score] of this.#unitScores(unit)) {
          if (!scores.has(section)) scores.set(section, new Array(query.length).fill(0));
          scores.get(section)[place] = score;
        }
      });
      const pages = this.#rank(query, scores);
      const found = query.map((_, place) => [...scores.values()].some((row) => row[place] > 0));
      return {
        lang: this.lang,
        total: pages.length,
        pages: pages.slice(0, LIMITS.pages).map((page) => this.#show(page, query)),
        missing: query.filter((_, place) => !found[place]).map((unit) => this.#nowhere(unit)),
      };
    }

    /** Section -> score of one unit: its own words, or the best phrase that means the same. */
    #unitScores(unit) {
      const scores = this.#wordScores(unit.answers);
      for (const phrase of unit.phrases) {
        for (const [section, score] of this.#phraseScores(phrase)) {
          scores.set(section, Math.max(scores.get(section) ?? 0, score * SYNONYM));
        }
      }
      const sure = Math.max(unit.phrases.length ? SYNONYM : 0, ...unit.answers.values());
      return this.#weighed(scores, sure);
    }

    /**
     * Scores of one word as shares of its best, times how telling the word is: a word in every other
     * section, in a dozen shapes, must not drown out one that stands in a single place, nor a guess
     * (sure: 0..1) a word that is on the site as typed.
     */
    #weighed(scores, sure) {
      const most = Math.max(...scores.values());
      const places = [...scores.values()].filter((score) => score > most * EVEN.counted).length;
      const telling = Math.log(1 + (this.sections.length - places + 0.5) / (places + 0.5));
      const weight = telling * sure ** GUESS;
      for (const [section, score] of scores) scores.set(section, weight * (score / most) ** EVEN.power);
      return scores;
    }

    #phraseScores(phrase) {
      const rows = phrase.map((answers) => this.#wordScores(answers));
      const all = [...rows[0].keys()].filter((section) => rows.every((row) => row.has(section)));
      const mean = (section) => rows.reduce((total, row) => total + row.get(section), 0) / rows.length;
      return all.map((section) => [section, mean(section)]);
    }

    #wordScores(answers) {
      if (!answers.size) return new Map();
      const hits = this.mini.search([...answers.keys()].join(" "), {
        tokenize: (words) => words.split(" "),
        boostTerm: (word) => answers.get(word),
        boost: FIELDS,
        bm25: BM25,
      });
      return new Map(hits.map(({ id, score }) => [id, score]));
    }

    #rank(query, scores) {
      const pages = new Map();
      for (const [section, row] of scores) {
        const page = this.sections[section].page;
        if (!pages.has(page)) pages.set(page, { page, rows: [], best: new Array(query.length).fill(0) });
        const entry = pages.get(page);
        entry.rows.push({ section, row });
        row.forEach((score, place) => (entry.best[place] = Math.max(entry.best[place], score)));
      }
      for (const entry of pages.values()) {
        for (const hit of entry.rows) hit.score = this.#sectionScore(query, hit, entry.best);
        sum(entry);
      }
      const ranked = [...pages.values()].sort(byScore);
      if (query.length > 1) this.#closer(query, ranked.slice(0, LOOKED_AT));
      ranked.sort(byScore);
      const has = ({ best }) => best.filter(Boolean).length;
      return ranked.filter((entry) => has(entry) >= has(ranked[0]) || entry.score >= ranked[0].score * WEAK);
    }

    /** Raise what has the words of the query in one sentence. */
    #closer(query, pages) {
      const answers = api.allAnswers(query);
      for (const entry of pages) {
        for (const hit of entry.rows.slice(0, LIMITS.sections)) {
          const { title, text } = this.sections[hit.section];
          const together = api.mostTogether([title, ...text.split("\n")], answers) / query.length;
          hit.score *= 1 + TOGETHER * together;
        }
        sum(entry);
      }
    }

    #sectionScore(query, { section, row }, best) {
      const { weight } = this.pages[this.sections[section].page];
      let score = 0;
      let covered = 0;
      row.forEach((own, place) => {
        score += own || best[place] * ELSEWHERE;
        covered += own ? 1 : best[place] ? ELSEWHERE : 0;
      });
      covered /= query.length;
      const named = 1 + NAMED.bonus * this.#named(query, section, best);
      return score * (1 - COVERAGE + COVERAGE * covered ** 2) * named * weight;
    }

    /**
     * How much of the name of a section, or of its page, was typed, if all that was typed is in it: 0..1.
     * A section is also named by its number, if the rest is on its page: סעיף 7 בקוד האתי.
     */
    #named(query, id, best) {
      const { page, names, number } = this.sections[id];
      const isNumbered = number && query.length > 1 && query.some(({ word }) => word === number);
      if (isNumbered && best.every(Boolean)) return 1;
      let most = 0;
      for (const words of [...names, ...this.pages[page].names]) {
        const isNamed = query.every(({ answers }) => words.some((word) => answers.get(word) > NAMED.weight));
        if (isNamed) most = Math.max(most, Math.min(1, query.length / words.length));
      }
      return most;
    }

    #show({ page, rows, best }, query) {
      const answers = api.allAnswers(query);
      const sections = rows
        .filter(({ score }, n) => n === 0 || score > rows[0].score * 0.4)
        .slice(0, LIMITS.sections)
        .map(({ section }) => {
          const { anchor, title, text } = this.sections[section];
          return { anchor, title: api.highlight(title, answers), ...api.bestSentence(text, answers) };
        });
      return {
        url: this.pages[page].url,
        title: api.highlight(this.pages[page].title, answers),
        sections,
        missing: query.filter((_, place) => !best[place]).map((unit) => unit.shown),
      };
    }

    /** A word that is nowhere, with words of the site that are close to it, for the reader to choose. */
    #nowhere(unit) {
      const slips = this.vocabulary.slips(unit.word, LOOSE);
      const near = slips.map(([word, , bare]) => this.#bareAsShown(word, bare));
      return { word: unit.shown, near: [...new Set(near)].slice(0, LIMITS.suggestions) };
    }

    /** A word of the site as it is written there, without the prefixes it happens to have there. */
    #bareAsShown(word, bare) {
      const raw = this.shown.get(word);
      return this.shown.get(bare) ?? raw.slice(api.rawLength(raw, word.length - bare.length));
    }
  };

  /** A page is as good as its best section, and a little better for each further one. */
  const sum = (entry) => {
    entry.rows.sort((a, b) => b.score - a.score || a.section - b.section);
    const further = entry.rows.slice(1, 1 + FURTHER.sections);
    entry.score = entry.rows[0].score + FURTHER.share * further.reduce((all, hit) => all + hit.score, 0);
  };
  const byScore = (a, b) => b.score - a.score || a.page - b.page;
})();
