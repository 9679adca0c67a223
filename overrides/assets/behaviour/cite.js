// On the page of the code: a button at each clause that copies how to cite it, with its full address.
(() => {
  "use strict";
  const code = document.querySelector("[data-kb-cite]");
  if (!code) return;
  const words = code.dataset;
  const CLAUSE = /^e(\d+)$/;

  // The address people can open: the one in the bar, or, for a copy on a disk, the published one.
  const address = (id) => {
    const published = document.querySelector("link[rel='canonical']")?.href;
    const here = location.protocol === "file:" && published ? published : location.href;
    const url = new URL(here);
    url.search = "";
    url.hash = id;
    return url.href;
  };

  const select = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  /** True if the text is on the clipboard now. */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // no such thing on this browser, or not allowed
    }
  };

  const bar = (heading, number) => {
    const box = document.createElement("p");
    box.className = "kb-cite-clause";
    const name = words.kbCite.replace("{n}", number);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kb-tool";
    button.textContent = words.kbCopy;
    button.setAttribute("aria-label", `${words.kbCopy}: ${name}`);
    const citation = document.createElement("span");
    citation.className = "kb-cite-text";
    citation.hidden = true;
    const said = document.createElement("span");
    said.className = "kb-cite-said";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const link = document.createElement("bdi");
      link.dir = "ltr";
      link.textContent = address(heading.id);
      citation.replaceChildren(`${name}, `, link);
      const copied = await copy(citation.textContent);
      citation.hidden = false;
      if (!copied) select(citation);
      said.textContent = copied ? words.kbCopied : words.kbSelected;
    });
    box.append(button, " ", said, citation);
    return box;
  };

  for (const heading of document.querySelectorAll("article h2[id]")) {
    const match = heading.id.match(CLAUSE);
    if (match) heading.after(bar(heading, match[1]));
  }
})();
