// The fields of a page and what is written in them, by name: text, the value of a chosen step, true for a
// tick. The names are the same in both languages. What is given becomes a value, never markup.
(() => {
  "use strict";

  /** What one field adds to what is written: undefined for nothing. */
  const valueOf = (field) => {
    if (field.type === "checkbox") return field.checked || undefined;
    if (field.type === "radio") return field.checked ? field.value : undefined;
    return field.value || undefined;
  };

  class KbFields {
    constructor(elements) {
      this.byName = new Map(); // a question with several steps is several radio buttons of one name
      for (const field of elements) {
        field.autocomplete = "off"; // the browser must not bring back what was erased
        this.byName.set(field.name, [...(this.byName.get(field.name) ?? []), field]);
      }
    }

    /** {name: value} of all that is written, nothing for empty fields. */
    get written() {
      const found = {};
      for (const [name, group] of this.byName) {
        const value = group.map(valueOf).find((one) => one !== undefined);
        if (value !== undefined) found[name] = value;
      }
      return found;
    }

    get count() {
      return Object.keys(this.written).length;
    }

    /** Tell whether a value is one that the fields of a name can take. */
    takes(name, value) {
      const group = this.byName.get(name) ?? [];
      const type = group[0]?.type;
      if (type === "checkbox") return value === true;
      if (type === "radio") return group.some((field) => field.value === value);
      return group.length > 0 && typeof value === "string";
    }

    /** Tell whether these values are just what is written. */
    hold(values) {
      const sorted = (some) => JSON.stringify(Object.entries(some).sort());
      return sorted(values) === sorted(this.written);
    }

    /** Write these values and empty all other fields; other scripts hear of it. */
    fill(values) {
      const given = new Map(Object.entries(values));
      for (const [name, group] of this.byName) {
        const value = this.takes(name, given.get(name)) ? given.get(name) : "";
        for (const field of group) {
          if (field.type === "checkbox") field.checked = value === true;
          else if (field.type === "radio") field.checked = field.value === value;
          else if (field.value !== value) field.value = value;
        }
      }
      document.dispatchEvent(new Event("kb-filled"));
    }
  }

  globalThis.KbFields = KbFields;
})();
