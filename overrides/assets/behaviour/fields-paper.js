// Fields show the whole of what is written in them, on the screen and on paper.
(() => {
  "use strict";
  const texts = [...document.querySelectorAll("textarea.kb-field, input[type='text'].kb-field")];
  const areas = texts.filter((field) => field.localName === "textarea");

  // Where the style sheet cannot let a field grow with its text (see fields.css).
  const grows = CSS.supports("field-sizing: content") && CSS.supports("width: attr(rows type(<number>), 2)");
  const grow = (area) => {
    area.style.minBlockSize = "";
    if (area.scrollHeight > area.clientHeight) area.style.minBlockSize = `${area.scrollHeight + 2}px`;
  };
  if (!grows) {
    const growAll = () => areas.forEach(grow);
    for (const area of areas) area.addEventListener("input", () => grow(area));
    document.addEventListener("kb-filled", growAll);
    addEventListener("resize", growAll);
    growAll();
  }

  // A browser is content when the first letter of a field is in sight: in a table that scrolls sideways,
  // most of the field would stay outside.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(".kb-cell .kb-field")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // On paper a field can neither grow nor run on to the next page: its text stands there instead.
  const clear = () => document.querySelectorAll(".kb-written").forEach((copy) => copy.remove());
  addEventListener("beforeprint", () => {
    clear(); // some browsers say it twice
    for (const field of texts) {
      if (!field.value.trim()) continue;
      const copy = document.createElement("div");
      copy.className = "kb-written";
      copy.textContent = field.value;
      field.after(copy);
    }
  });
  addEventListener("afterprint", clear);
})();
