// At the end of a page that is a reading or the exercise of a unit: a box to mark it there, for those who
// have begun the course; others see nothing of it.
(() => {
  "use strict";
  const lines = [...document.querySelectorAll(".kb-member")];
  if (!lines.length || !globalThis.KbRecord || !globalThis.KbProgress) return;
  const progress = new KbProgress().peek();

  const show = () => {
    for (const line of lines) {
      const { kbUnit: unit, kbPart: part } = line.dataset;
      line.hidden = !progress.started;
      line.querySelector("input").checked = Boolean(progress.day(unit, part));
    }
  };
  const refresh = () => {
    progress.peek();
    show();
  };

  for (const line of lines) {
    const { kbUnit: unit, kbPart: part } = line.dataset;
    line.addEventListener("change", (event) => {
      progress.mark(unit, part, event.target.checked);
      line.querySelector("[role=status]").textContent = progress.kept ? "" : line.dataset.kbFull;
      show();
    });
  }
  progress.record.onChange(refresh);
  addEventListener("pageshow", (event) => {
    if (event.persisted) refresh();
  });
  show();
})();
