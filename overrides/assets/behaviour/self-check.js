// Self-checks: first choose and commit, then read what can be said of each option. Without this file the
// options are plain radio buttons and the answers a native disclosure. Nothing is kept here: fields.js
// keeps the choice and brings it back after a reload; it then counts as chosen, not committed.
// A choice that is committed is told to the page: `kb:checked` on the section, {id, value, objective}.
(() => {
  "use strict";
  const words = document.currentScript.dataset;

  const make = (tag, className, text = "") =>
    Object.assign(document.createElement(tag), { className, textContent: text });

  class SelfCheck {
    constructor(section) {
      this.section = section;
      this.quiz = section.matches(".kb-quiz");
      this.radios = [...section.querySelectorAll(".kb-choice input")];
      this.details = section.querySelector(".kb-argued");
      this.arguments = [...this.details.querySelectorAll(":scope > .kb-argument")];
      this.committed = "";
      this.addBar();
      section.addEventListener("change", () => this.follow());
      document.addEventListener("kb-filled", () => this.follow()); // fields.js has set or erased what was kept
      addEventListener("pageshow", () => this.follow()); // some browsers bring a choice back by themselves
      this.show();
    }

    addBar() {
      const bar = make("div", "kb-commit");
      this.button = make("button", "kb-commit-button");
      this.button.type = "button";
      this.said = make("p", "kb-commit-said");
      this.said.id = `${this.section.id}-said`;
      this.said.setAttribute("role", "status");
      this.button.setAttribute("aria-describedby", this.said.id);
      this.button.addEventListener("click", () => (this.committed ? this.takeBack() : this.commit()));
      bar.append(this.button, this.said);
      this.details.before(bar);
    }

    get chosen() {
      return this.radios.find((radio) => radio.checked);
    }

    commit() {
      const { chosen } = this;
      if (!chosen) {
        this.said.textContent = words.kbFirst;
        this.radios[0].focus();
        return;
      }
      this.committed = chosen.value;
      this.details.open = true;
      this.show();
      // Reading goes on at the answers; a screen reader says that they are open.
      this.details.querySelector("summary").focus();
      const { id, dataset } = this.section;
      const detail = { id, value: chosen.value, objective: dataset.kbObjective ?? "" };
      this.section.dispatchEvent(new CustomEvent("kb:checked", { bubbles: true, detail }));
    }

    takeBack() {
      this.close();
      this.chosen?.focus();
    }

    close() {
      this.committed = "";
      this.details.open = false;
      this.show();
    }

    /** A choice was made, changed, brought back or erased, here or by a script. */
    follow() {
      if (this.committed && this.chosen?.value !== this.committed) this.close();
      else this.show();
    }

    show() {
      const { chosen, committed } = this;
      this.section.dataset.kbState = committed ? "committed" : chosen ? "chosen" : "open";
      const offer = this.quiz ? words.kbAnswer : words.kbChoose;
      this.button.textContent = committed ? words.kbAgain : offer;
      this.button.setAttribute("aria-disabled", String(!chosen));
      this.mark();
      const text = this.status();
      if (this.said.textContent !== text) this.said.textContent = text; // said once, not at every change
    }

    status() {
      if (!this.committed) return this.chosen ? words.kbChange : words.kbHint;
      const mine = `${words.kbYours}: ${this.chosen.nextElementSibling.textContent}`;
      const verdict = this.argument.querySelector(".kb-option-title > .kb-block-label");
      return verdict ? `${verdict.textContent}. ${mine}` : mine;
    }

    get argument() {
      return this.arguments.find((part) => part.dataset.kbOption === this.committed);
    }

    /** Mark what is said of the committed option; of a quiz it comes first. */
    mark() {
      for (const part of this.arguments) {
        const mine = part.dataset.kbOption === this.committed;
        part.classList.toggle("kb-chosen", mine);
        part.querySelector(":scope > .kb-yours")?.remove();
        if (mine) part.prepend(make("p", "kb-yours", words.kbYours));
      }
      if (!this.quiz) return;
      const first = this.argument;
      const rest = this.arguments.filter((part) => part !== first);
      this.details.querySelector("summary").after(...(first ? [first] : []), ...rest);
    }
  }

  for (const section of document.querySelectorAll(".kb-judge, .kb-quiz")) {
    if (section.querySelector(".kb-choice input")) new SelfCheck(section);
  }
})();
