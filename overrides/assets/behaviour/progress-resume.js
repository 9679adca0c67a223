// On the home page: one line that leads back to where one stopped in the course, for those who have begun.
(() => {
  "use strict";
  const line = document.querySelector(".kb-resume");
  if (!line || !globalThis.KbRecord || !globalThis.KbProgress) return;
  const progress = new KbProgress();

  const show = () => {
    const links = [...line.querySelectorAll("a")]; // one for each unit, in the page's language
    const place = progress.peek().resume(links.map((link) => link.dataset.kbUnit));
    for (const link of links) {
      link.hidden = link.dataset.kbUnit !== place?.unit;
      if (!link.hidden) link.hash = place.section;
    }
    line.hidden = !place;
  };
  progress.record.onChange(show);
  addEventListener("pageshow", show);
  show();
})();
