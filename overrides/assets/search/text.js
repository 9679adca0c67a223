// Words in a text, with their places, and the one form in which words are compared.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  // Hebrew points and cantillation, joiners, soft hyphen, marks of direction: no part of a word's identity.
  const MARKS =
    /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u00ad\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g;
  const QUOTES = /['"`\u05f3\u05f4\u2018\u2019\u201a-\u201f]/g;
  const FINALS = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };
  const INNER = "[\\p{L}\\p{M}\\p{N}\\u00ad\\u200c-\\u200f\\u202a-\\u202e\\u2066-\\u2069]";
  const QUOTE = "['\"`\\u05f3\\u05f4\\u2018\\u2019\\u201d]";
  // A quotation mark is part of a word between two letters (צה״ל, Rogers's), or a geresh at the end (ג׳).
  const WORD = new RegExp(`[\\p{L}\\p{N}]${INNER}*(?:${QUOTE}(?=\\p{L})${INNER}+)*(?:\\u05f3)?`, "gu");
  const JOINER = /^[\u0591-\u05bd]*[-\u05be\u2010\u2011]$/;
  const HEBREW = /[\u05d0-\u05ea]/;

  api.isHebrew = (word) => HEBREW.test(word);

  const compared = (raw) => {
    const word = raw.normalize("NFKC").replace(MARKS, "");
    if (HEBREW.test(word)) {
      return word.replace(QUOTES, "").toLowerCase().replace(/[ךםןףץ]/g, (letter) => FINALS[letter]);
    }
    const plain = word.replace(/['\u2019]s$/i, "").replace(QUOTES, "").toLowerCase();
    return plain.normalize("NFD").replace(/\p{M}/gu, "");
  };

  const known = new Map(); // a site has each of its words many times
  const KNOWN_MAX = 200000;

  /** The form in which words are compared: no points, quotation marks, final letters, case or accents. */
  api.normalize = (raw) => {
    let word = known.get(raw);
    if (word === undefined) {
      if (known.size > KNOWN_MAX) known.clear();
      known.set(raw, (word = compared(raw)));
    }
    return word;
  };

  /**
   * Words of a text: {word, at, length}, `at` and `length` in the text as given. Of a compound with a
   * hyphen or maqaf come its parts and then the whole ({joined: true}).
   */
  api.tokenize = (text) => {
    const words = [];
    let last = null;
    for (const match of text.matchAll(WORD)) {
      const word = api.normalize(match[0]);
      if (!word) continue;
      const token = { word, at: match.index, length: match[0].length };
      words.push(token);
      if (last && JOINER.test(text.slice(last.at + last.length, token.at))) {
        const length = token.at + token.length - last.at;
        words.push({ word: last.word + word, at: last.at, length, joined: true });
      }
      last = token;
    }
    return words;
  };

  /** How many characters of the text as written make up the first `count` characters of its compared form. */
  api.rawLength = (raw, count) => {
    let length = 0;
    while (length < raw.length && api.normalize(raw.slice(0, length)).length < count) length += 1;
    return length;
  };

  // Words that say how something is asked, not what about.
  const COMMON = `של את על עם אל או גם כי לא אם הוא היא הם הן זה זו זאת אלה אלו אני אתה את אנו אנחנו אתם
    יש אין היה היו להיות כל רק אך אבל כמו בין לבין מי מה איך כיצד מתי האם למה מדוע איפה אילו אשר כאשר כש
    ב ל ה ו מ כ ש עוד אחרי לפני צריך צריכים אפשר יכול יכולה עושים לעשות רוצה שרוצה מותר כשיש שיש מול
    the a an of to in is are am be and or for on with from how what when who why which by at as vs do does
    did i my me you your we our it its if may can should there this that someone`;
  const common = new Set(COMMON.split(/\s+/).map(api.normalize));
  api.isCommon = (word) => common.has(word);
})();
