// Which situations fit what someone typed. Words, prefixes, endings and slips of the finger are read by
// the analyser of the site's search (assets/search); what makes a good answer is here. No DOM.
(() => {
  "use strict";
  const api = globalThis.KbSearch;
  const desk = (globalThis.KbDesk ??= {});

  // Set on the tuned part of tests/ethics/judged.yml, and on how well each wording of a situation is still
  // found when it is taken out of the list.
  const FIELDS = { title: 1.2, says: 1, about: 0.9, clauses: 0.2, story: 0.5 };
  // A word in one wording of a situation may be there by chance, the more so as the lists grow; a word that
  // comes back in several is what the situation is about.
  const AGAIN = 0.7;
  const PHRASE = 0.5; // one wording that says the whole of it, against words met here and there
  const UNKNOWN = 0.15; // a word that stands nowhere says little against the others
  const LEAST = 0.12; // less than that fits nothing
  const OF_BEST = 0.25; // and less than that share of the best is not what was meant

  // Words of every other story: who did something to whom, not what.
  const LIGHT = 0.3;
  const STORY = `אותי אותך אותה אותו אותם אותן אותנו לי לך לה לו להם להן לנו שלי שלך שלה שלו שלהם שלנו אליי אלי
    אליה אליו ממני ממנה ממנו בי בה בו עליי עליה עליו איתי איתה איתו איתם אצלי אצלה אצלו רוצה רוצים מבקש מבקשת
    מבקשים ביקש ביקשה שואל שואלת שואלים שאל שאלה אמר אמרה אומר אומרת סיפר סיפרה מספר מספרת נתן נתנה נתנו נותן
    הביא הביאה קיבלתי קיבל קיבלה ראיתי חושב חושבת חושד חושדת נראה מישהו מישהי משהו היום אתמול עכשיו
    he she they him her them his hers their us we has have had was were been being will would could get gets
    got give gives gave given take takes took want wants wanted ask asks asked say says said tell tells told
    think thinks thought see saw know knows someone something anyone always today now just very going go doing
    done cannot cant dont doesnt wont isnt yet even also still make makes made need needs`;
  const ofEveryStory = new Set(STORY.split(/\s+/).map(api.normalize));

  const telling = (text) => {
    const words = api.wordsOf(text);
    const kept = words.filter((word) => !api.isCommon(word));
    return new Set(kept.length ? kept : words);
  };

  desk.Ranking = class {
    /** rows: [{title, says: [..], about, clauses, story}] of texts; synonyms: [[people say], [we say]]. */
    constructor(rows, synonyms = []) {
      this.rows = rows.map(({ title, says, about, clauses, story = "" }) => {
        const whole = [title, ...says].map(telling);
        const fields = [
          [FIELDS.title, telling(title)],
          ...says.map((say) => [FIELDS.says, telling(say)]),
          [FIELDS.about, telling(about)],
          [FIELDS.clauses, telling(clauses)],
          [FIELDS.story, telling(story)],
        ];
        const words = new Map(); // word -> weight of the best place where it stands
        const times = new Map(); // word -> weight of all of them
        for (const [weight, field] of fields) {
          for (const word of field) {
            words.set(word, Math.max(weight, words.get(word) ?? 0));
            times.set(word, weight + (times.get(word) ?? 0));
          }
        }
        return { words, times, whole };
      });
      const vocabulary = new api.Vocabulary(this.rows.flatMap(({ words }) => [...words.keys()]));
      this.reader = new api.QueryReader(vocabulary, synonyms);
      this.seldom = new Map(); // word -> how telling it is
      for (const { words } of this.rows) {
        for (const [word, weight] of words) this.seldom.set(word, (this.seldom.get(word) ?? 0) + weight);
      }
      for (const [word, count] of this.seldom) {
        this.seldom.set(word, this.#telling(count) * (ofEveryStory.has(word) ? LIGHT : 1));
      }
    }

    #telling(count) {
      return Math.log(1 + this.rows.length / Math.max(0.5, count));
    }

    /** [[number of the row, score]], best first; none where nothing fits. */
    find(text) {
      const units = this.reader.read(text).map((unit) => this.#weigh(unit));
      if (!units.length) return [];
      const asked = units.reduce((sum, unit) => sum + unit.telling, 0);
      const scored = this.rows.map((row, n) => [n, this.#score(row, units, asked)]);
      const best = Math.max(...scored.map(([, score]) => score));
      const least = Math.max(LEAST, best * OF_BEST);
      return scored.filter(([, score]) => score >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    }

    /** What a typed word is worth: the fewer situations answer it, the more. */
    #weigh({ word, answers, phrases }) {
      const light = ofEveryStory.has(word) ? LIGHT : 1;
      const all = new Map(answers);
      for (const phrase of phrases) {
        for (const words of phrase) {
          for (const [word, weight] of words) all.set(word, Math.max(all.get(word) ?? 0, weight * 0.7));
        }
      }
      if (!all.size) return { answers: all, telling: this.#telling(1) * UNKNOWN * light };
      const strong = Math.max(0, ...all.values()) * 0.6;
      const kin = [...all].filter(([, weight]) => weight >= strong).map(([word]) => word);
      const count = this.rows.reduce((sum, { words }) => sum + Math.max(0, ...kin.map((w) => words.get(w) ?? 0)), 0);
      return { answers: all, telling: this.#telling(count) * light };
    }

    #score({ words, times, whole }, units, asked) {
      let met = 0;
      for (const { answers, telling: worth } of units) {
        let best = 0;
        let all = 0;
        for (const [word, weight] of answers) {
          best = Math.max(best, weight * (words.get(word) ?? 0));
          all += weight * (times.get(word) ?? 0);
        }
        met += (best * worth * (1 + AGAIN * Math.log(1 + all))) / (1 + AGAIN);
      }
      const phrase = Math.max(...whole.map((each) => this.#alike(each, units, asked)));
      return met / asked + PHRASE * phrase;
    }

    /** How far one wording says all that was typed and nothing else: 0..1. */
    #alike(wording, units, asked) {
      let met = 0;
      for (const { answers, telling: worth } of units) {
        let best = 0;
        for (const word of wording) best = Math.max(best, answers.get(word) ?? 0);
        met += best * worth;
      }
      const said = [...wording].reduce((sum, word) => sum + this.seldom.get(word), 0);
      return (2 * met) / (asked + said);
    }
  };
})();
