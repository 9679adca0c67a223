// Takes questions and gives answers, in the worker or, where there can be none, in the page.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  let received = null;
  /** Called by the index's own script with the index. */
  api.receive = (index) => {
    received = index;
  };

  api.Desk = class {
    /** load: runs the script at an address and may fail; reply: takes the answers. */
    constructor(load, reply) {
      this.load = load;
      this.reply = reply;
      this.engines = new Map();
    }

    /** {type: "open", lang, url} or {type: "ask", lang, id, text}. */
    async handle({ type, lang, url, id, text }) {
      if (type === "open") return this.#open(lang, url);
      try {
        this.reply({ type: "answer", lang, id, result: this.engines.get(lang).search(text) });
      } catch (error) {
        this.reply({ type: "failed", lang, reason: String(error) });
      }
    }

    async #open(lang, url) {
      try {
        received = null;
        await this.load(url);
        if (received?.lang !== lang) throw new Error(`There is no index for ${lang} at ${url}.`);
        this.engines.set(lang, new api.Engine(received));
        this.reply({ type: "opened", lang });
      } catch (error) {
        this.reply({ type: "failed", lang, reason: String(error) });
      }
    }
  };
})();
