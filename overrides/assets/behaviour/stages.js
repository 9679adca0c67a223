// Cuts a page into what is shown at one time. A stage has a title, the elements of the page that are
// shown, and those that are the trainer's notes. Nothing is moved.
//
// A case: the opening, each section, each decision point by itself. A plan: its agenda, then each step
// with its minutes; what the page says of a step is for the trainer's eyes.
// minutes: how a step's minutes are said, with {minutes} in it.
globalThis.kbStages = (article, minutes) => {
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
  if (article.querySelector(".kb-agenda")) return steps();

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

  function steps() {
    const rows = new Map();
    for (const link of article.querySelectorAll("[data-kb-step] a[href^='#']")) {
      rows.set(link.hash.slice(1), link.closest("[data-kb-step]"));
    }
    const tables = [...article.querySelectorAll("[data-kb-session]")];
    const meetings = new Set(tables.map((table) => table.dataset.kbSession));
    let stage = null;
    let all = false;
    for (const element of article.children) {
      if (element.matches(OURS) || element.matches(".kb-step-facts")) continue;
      if (element.matches(HEADINGS)) {
        const row = rows.get(element.id);
        all = element.id === "agenda";
        const shows = row || all || meetings.has(element.id) || element.matches("h1");
        stage = shows ? begin(words(element), element.id) : null;
        stage?.shown.push(element);
        if (row) stage.shown.push(facts(element, row));
      } else if (all) stage.shown.push(element);
      else stage?.notes.push(element);
    }
    return stages;
  }

  // A line that is seen while projecting alone: how long the step takes, and with what one works.
  function facts(heading, row) {
    const there = heading.nextElementSibling;
    if (there?.matches(".kb-step-facts")) return there;
    const line = document.createElement("p");
    line.className = "kb-step-facts";
    const use = row.querySelector(".kb-agenda-with");
    const said = minutes.replace("{minutes}", row.dataset.kbMinutes);
    line.textContent = use ? `${said} · ${use.textContent.trim()}` : said;
    heading.after(line);
    return line;
  }
};
