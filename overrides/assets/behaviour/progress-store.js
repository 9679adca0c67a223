// How far a learner has come in the course, kept in this browser only. What is kept is names that both
// languages share and days: {units: {"01-why-support": {"read:guide/introduction": "2026-01-31", "done": ...}},
// last: {unit, section, at}}. No answer, no text, no name of a person. Nothing is kept before the first mark.
(() => {
  "use strict";
  const FORMAT = "kb-progress";
  const VERSION = 1;
  const PAGE = "course"; // files of the site say which page they belong to
  // A unit's name begins with its number, so that it is never a name that every object has.
  const UNIT = /^\d\d-[a-z0-9-]{1,60}$/;
  const PART = /^(case|exercise|reflection|done|(read|check):[a-z0-9/-]{1,80})$/;
  const SECTION = /^[a-z0-9-]{0,60}$/;
  const { kbSite, kbLocale } = document.currentScript.dataset;
  const site = new URL(kbSite || ".", location.href);

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isText = (value, pattern) => typeof value === "string" && pattern.test(value);
  const isTime = (value) => isText(value, /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/) && !Number.isNaN(Date.parse(value));
  const isDay = (value) => isTime(value) && value.length === 10;

  /** The day where the learner is, as 2026-01-31. */
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  /** A day as the page's language writes it: 31 January 2026. */
  const dayText = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return new Date(year, month - 1, date).toLocaleDateString(kbLocale.replace("_", "-"), { dateStyle: "long" });
  };

  const isUnit = ([slug, parts]) =>
    UNIT.test(slug) && isObject(parts) && Object.entries(parts).every(([part, day]) => PART.test(part) && isDay(day));

  const isPlace = (last) =>
    isObject(last) && isText(last.unit, UNIT) && isText(last.section, SECTION) && isTime(last.at);

  /** Tell whether a value is progress as this version of the site keeps it, all of it. */
  const fits = (value) =>
    isObject(value) &&
    value.format === FORMAT &&
    value.version === VERSION &&
    value.page === PAGE &&
    isObject(value.units) &&
    Object.entries(value.units).every(isUnit) &&
    (value.last === null || isPlace(value.last));

  const empty = () => ({ format: FORMAT, version: VERSION, page: PAGE, units: {}, last: null });

  class KbProgress {
    constructor() {
      this.record = new KbRecord("localStorage", site, "progress", fits);
      this.kept = this.record.works; // false: it lasts while the page is open
      this.value = empty();
    }

    /** Read what is kept; what cannot be read is set aside, and `setAside` says so. */
    read() {
      if (this.kept) this.value = this.record.read() ?? empty();
      return this;
    }

    /** The same for pages that have no place to say so: what cannot be read stays where it is. */
    peek() {
      this.value = this.record.peek() ?? empty();
      return this;
    }

    get setAside() {
      return this.record.setAside;
    }

    get started() {
      return Object.keys(this.value.units).length > 0;
    }

    /** The day on which a part of a unit was marked; undefined if it is not. */
    day(unit, part) {
      return this.value.units[unit]?.[part];
    }

    count(unit, parts) {
      return parts.filter((part) => this.day(unit, part)).length;
    }

    /** Where to go on, of units in their order: where one stopped, or the next that is not finished. */
    resume(units) {
      const { last } = this.value;
      const open = (unit) => !this.day(unit, "done");
      if (!this.started) return null;
      if (last && units.includes(last.unit) && open(last.unit)) return last;
      const next = units.slice(units.indexOf(last?.unit) + 1).find(open) ?? units.find(open);
      return next ? { unit: next, section: "" } : null;
    }

    mark(unit, part, on) {
      this.read(); // another tab may have marked something
      if (Boolean(this.day(unit, part)) === on) return;
      const parts = { ...this.value.units[unit] };
      if (on) parts[part] = today();
      else delete parts[part];
      this.value.units[unit] = parts;
      if (!Object.keys(parts).length) delete this.value.units[unit];
      this.write();
    }

    /** Remember where one stopped, once there is something to go on with. */
    stop(unit, section) {
      this.read();
      if (!this.started) return;
      this.value.last = { unit, section, at: new Date().toISOString() };
      this.write();
    }

    /** Add what another record has; the newer day wins. Returns the number of marks that changed. */
    merge(other) {
      this.read();
      let changed = 0;
      for (const [unit, parts] of Object.entries(other.units)) {
        const mine = { ...this.value.units[unit] };
        for (const [part, day] of Object.entries(parts)) {
          if (mine[part] >= day) continue;
          mine[part] = day;
          changed += 1;
        }
        if (Object.keys(mine).length) this.value.units[unit] = mine;
      }
      const [here, there] = [this.value.last, other.last].map((last) => Date.parse(last?.at ?? 0));
      if (there > here) this.value.last = { ...other.last };
      this.write();
      return changed;
    }

    restore(value) {
      this.value = value;
      this.write();
    }

    erase() {
      this.record.erase();
      this.value = empty();
      this.kept = this.record.works;
    }

    write() {
      // As it is now, without what an older or foreign record may have had beside it.
      const { units, last } = this.value;
      this.value = { ...empty(), units, last: this.started ? last : null };
      this.kept = this.record.write(this.value);
    }
  }

  Object.assign(KbProgress, { FORMAT, VERSION, PAGE, fits, today, dayText });
  globalThis.KbProgress = KbProgress;
})();
