// Cuts a page into what is shown at one time: the opening, each section, each decision point by
// itself. Nothing is moved; a stage is a list of elements that stand in the page.
globalThis.kbStages = (article) => {
  "use strict";
  // What belongs to the page and not to its text; notes for trainers are for the trainer's screen.
  const OURS = ".kb-tools, .kb-handouts, .kb-contents, .kb-print-address, .kb-notice, template, script, style";
  const NOTES = ".kb-trainer";
  // What tells the end, and stands at the beginning for those who read alone.
  const LAST = ".kb-takeaway, [id^=figure-timeline-]";
  const HEADINGS = "h1, h2, h3";
  const stages = [];
  const last = { title: "", id: "", shown: [], notes: [] };
  let heading = null;
  const begin = (title, id) => {
    stages.push({ title, id, shown: [], notes: [] });
    return stages[stages.length - 1];
  };
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const mark of copy.querySelectorAll(".headerlink, [popover]")) mark.remove();
    for (const label of copy.querySelectorAll(".kb-block-label")) label.append(":");
    return copy.textContent.trim();
  };
  // A heading alone, or with notes alone, is shown together with what comes below it.
  const bare = (stage) => stage.shown.every((element) => element.matches(HEADINGS));

  for (const element of article.children) {
    if (element.matches(OURS) || element.hidden) continue;
    if (element.matches(LAST)) {
      last.shown.push(element);
      last.title ||= words(element.querySelector(".kb-block-title, figcaption") ?? element);
      continue;
    }
    let stage = stages[stages.length - 1];
    if (element.matches(HEADINGS)) {
      heading = element;
      if (stage && bare(stage) && !element.matches("h2")) [stage.title, stage.id] = [words(element), element.id];
      else stage = begin(words(element), element.id);
    } else if (element.matches(".kb-pause")) {
      if (!stage || !bare(stage)) stage = begin("", element.id);
      stage.title = words(element.querySelector(".kb-block-title"));
      stage.closed = true;
    } else if (!stage || stage.closed) {
      stage = begin(heading ? words(heading) : document.title, heading ? heading.id : "");
    }
    if (element.matches(NOTES)) stage.notes.push(element);
    else stage.shown.push(element);
    for (const note of element.querySelectorAll(NOTES)) stage.notes.push(note);
  }
  if (last.shown.length) stages.push(last);
  return mergeNotes(stages);

  // Notes with nothing to show beside them belong to what was shown before.
  function mergeNotes(all) {
    return all.filter((stage, index) => {
      if (stage.shown.length || !index) return true;
      all[index - 1].notes.push(...stage.notes);
      return false;
    });
  }
};
