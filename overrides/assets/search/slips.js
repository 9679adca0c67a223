// Slips of the finger: how far a typed word is from one of the site's, and whether it may be that word.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  // Hebrew leaves these letters out and puts them in: half a slip, except at the start of a word.
  const LOOSE = "אהוי";
  const price = (letter, at) => (at > 0 && LOOSE.includes(letter) ? 0.5 : 1);

  // In a short word a letter that is changed, missing or too many makes another word more often than a
  // slip: it is offered, not found. Letters that are easily confused, swapped or left out are slips.
  const DOUBT = { factor: 0.4, hebrewBelow: 8, latinBelow: 7 };
  const ALIKE = ["אהע", "בו", "טת", "כקח", "סש", "יו", "ae", "ck", "iy", "sz", "cs", "ou", "ei"];
  const alike = (a, b) =>
    a === b || ALIKE.some((letters) => letters.includes(a) && letters.includes(b));

  /** Price of the edits (a letter changed, missing, added, or swapped with its neighbour), or more than `max`. */
  api.distance = (a, b, max) => {
    if (Math.abs(a.length - b.length) > max * 2) return max + 1;
    let before = [];
    let row = [0];
    for (let j = 0; j < b.length; j += 1) row.push(row[j] + price(b[j], j));
    for (let i = 1; i <= a.length; i += 1) {
      const drop = price(a[i - 1], i - 1);
      const next = [row[0] + drop];
      let least = next[0];
      for (let j = 1; j <= b.length; j += 1) {
        const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        let best = Math.min(row[j] + drop, next[j - 1] + price(b[j - 1], j - 1), change);
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) best = Math.min(best, before[j - 2] + 1);
        if (best < least) least = best;
        next.push(best);
      }
      if (least > max) return max + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  };

  /** 1, or less where a word so close to another is still more likely a word of its own. */
  api.trust = (typed, word, edits) => (isDoubtful(typed, word, edits) ? DOUBT.factor : 1);

  const isDoubtful = (typed, word, edits) => {
    if (!alike(typed[0], word[0])) return true;
    const short = typed.length < (api.isHebrew(typed) ? DOUBT.hebrewBelow : DOUBT.latinBelow);
    if (!short || edits < 1) return false;
    if (typed.length !== word.length) return true;
    const places = [...typed].map((_, i) => i).filter((i) => typed[i] !== word[i]);
    if (places.length === 1) return !alike(typed[places[0]], word[places[0]]);
    return [...typed].sort().join() !== [...word].sort().join(); // the same letters: swapped, or one moved
  };
})();
