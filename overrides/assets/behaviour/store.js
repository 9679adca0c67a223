// What this site keeps in the browser for a reader, read and written with care: storage may be closed
// (private windows, strict settings), full, damaged, or written by another version of the site. None of
// that may break a page. Nothing here sends anything. A browser may give all pages of a disk one storage,
// so every name carries the site's own address.
(() => {
  "use strict";

  // As given: a browser that closes its storage throws as soon as it is asked for.
  const open = (kind) => {
    try {
      const storage = window[kind];
      storage.getItem("kb-try");
      return storage;
    } catch {
      return null;
    }
  };

  /** One JSON record in one storage ("sessionStorage": this tab; "localStorage": this device). */
  class KbRecord {
    /** site: address of the site's root, as URL; name: what is kept; fits: value -> is it ours? */
    constructor(kind, site, name, fits) {
      this.storage = open(kind);
      this.key = `kb-${name}:${site.pathname}`;
      this.asideKey = `${this.key}:aside`;
      this.fits = fits;
      this.setAside = false; // true once something unreadable was found
    }

    get works() {
      return this.storage !== null;
    }

    /** The value, or null. What cannot be read is put aside under another name, so that it is in
     *  nobody's way, and said only once. */
    read() {
      const text = this.#text();
      if (typeof text !== "string") return null;
      const value = this.#fitting(text);
      if (value !== null) return value;
      this.setAside = true;
      this.remove(); // first, as there may be no room for both
      this.#try((storage) => storage.setItem(this.asideKey, text));
      return null;
    }

    /** The value, or null; what cannot be read stays where it is, for a page that can say so. */
    peek() {
      const text = this.#text();
      return typeof text === "string" ? this.#fitting(text) : null;
    }

    /** True if it is kept now. */
    write(value) {
      return this.#try((storage) => (storage.setItem(this.key, JSON.stringify(value)), true)) === true;
    }

    remove() {
      this.#try((storage) => storage.removeItem(this.key));
    }

    /** True while something that could not be read lies aside, from this visit or an earlier one. */
    get hasAside() {
      return typeof this.#try((storage) => storage.getItem(this.asideKey)) === "string";
    }

    /** Remove it, and what was put aside. */
    erase() {
      this.remove();
      this.#try((storage) => storage.removeItem(this.asideKey));
    }

    /** Call back with each change made in another tab. */
    onChange(act) {
      addEventListener("storage", (event) => {
        if (event.storageArea === this.storage && (event.key === this.key || event.key === null)) act();
      });
    }

    #text() {
      return this.#try((storage) => storage.getItem(this.key));
    }

    #fitting(text) {
      try {
        const value = JSON.parse(text);
        return value !== null && this.fits(value) ? value : null;
      } catch {
        return null; // damaged: as unfit as any other
      }
    }

    #try(act) {
      try {
        return this.storage && act(this.storage);
      } catch {
        return null; // closed since, or full
      }
    }
  }

  globalThis.KbRecord = KbRecord;
})();
