// What a result shows: the sentence that answers best, cut into pieces with and without a mark.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  const LENGTH = { bare: 25, enough: 70, most: 190, before: 50 };
  const SENTENCE = /(?<=[.?!…])\s+/u;

  /** Site word -> {weight, unit, typed} for all words of a query. */
  api.allAnswers = (query) => {
    const all = new Map();
    query.forEach((unit, place) => {
      for (const answers of [unit.answers, ...unit.phrases.flat()]) {
        for (const [word, weight] of answers) {
          if (!(all.get(word)?.weight >= weight)) all.set(word, { weight, place, typed: unit.word });
        }
      }
    });
    return all;
  };

  /** Where in a site word the typed one begins: after prefixes that only the site's word has. */
  const beginning = (word, typed) => {
    if (!api.isHebrew(word)) return 0;
    const stems = api.withoutPrefixes(typed).map(([stem]) => stem);
    for (const [bare] of api.withoutPrefixes(word)) {
      const start = bare.slice(0, 3);
      const meets = stems.some((stem) => stem.startsWith(start) || bare.startsWith(stem));
      if (meets) return word.length - bare.length;
    }
    return 0;
  };

  const marks = (text, answers) => {
    const spans = [];
    for (const token of api.tokenize(text)) {
      const answer = answers.get(token.word);
      if (!answer) continue;
      const raw = text.slice(token.at, token.at + token.length);
      const skipped = token.joined ? 0 : beginning(token.word, answer.typed);
      const at = token.at + (skipped ? api.rawLength(raw, skipped) : 0);
      const end = token.at + token.length;
      const last = spans.at(-1);
      if (last && at < last.end) last.end = Math.max(last.end, end);
      else spans.push({ at, end, ...answer });
    }
    return spans;
  };

  /** A text as pieces [words, marked]; joined together they are the text. */
  const pieces = (text, spans) => {
    const out = [];
    let done = 0;
    for (const { at, end } of spans) {
      if (at > done) out.push([text.slice(done, at), false]);
      out.push([text.slice(at, end), true]);
      done = end;
    }
    if (done < text.length) out.push([text.slice(done), false]);
    return out;
  };

  api.highlight = (text, answers) => pieces(text, marks(text, answers));

  /** Worth of a sentence: the best mark of each word of the query. */
  const worth = (spans) => {
    const best = new Map();
    for (const { place, weight } of spans) best.set(place, Math.max(best.get(place) ?? 0, weight));
    return [...best.values()].reduce((sum, weight) => sum + weight, 0);
  };

  /** The most words of the query, each as its weight, in one of the lines. */
  api.mostTogether = (lines, answers) => {
    const sentences = lines.flatMap((line) => line.split(SENTENCE));
    return Math.max(0, ...sentences.map((sentence) => worth(marks(sentence, answers))));
  };

  const cut = (text, answers) => {
    if (text.length <= LENGTH.most) return text;
    const first = marks(text, answers)[0]?.at ?? 0;
    let start = Math.max(0, first - LENGTH.before);
    if (start > 0) start = text.indexOf(" ", start) + 1;
    let end = Math.min(text.length, start + LENGTH.most);
    if (end < text.length) end = text.lastIndexOf(" ", end);
    return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  };

  /** {teaser}: the best sentence of a section as pieces; the first one where none has a mark. */
  api.bestSentence = (text, answers) => {
    let best = { score: -1, text: "" };
    for (const line of text.split("\n")) {
      const sentences = line.split(SENTENCE);
      sentences.forEach((sentence, n) => {
        const score = worth(marks(sentence, answers)) * (sentence.length < LENGTH.bare ? 0.8 : 1);
        if (score <= best.score) return;
        const short = sentence.length < LENGTH.enough && sentences[n + 1];
        best = { score, text: short ? `${sentence} ${sentences[n + 1]}` : sentence };
      });
    }
    return { teaser: api.highlight(cut(best.text, answers), answers) };
  };
})();
