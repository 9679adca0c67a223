// Shows a case or a plan stage by stage, in large type: keyboard, clicker, or the buttons below. The
// trainer's notes and the time stand on a second window, which this one fills; it can be moved to
// another screen, and works without a network and from a file.
(() => {
  "use strict";
  const root = document.documentElement;
  const rtl = root.dir === "rtl";
  const NEXT = ["PageDown", "Enter", " ", rtl ? "ArrowLeft" : "ArrowRight"];
  const BACK = ["PageUp", "Backspace", rtl ? "ArrowRight" : "ArrowLeft"];
  const SIZES = [1.3, 1.6, 2, 2.4];
  // A page is passed a little before its end, so that the eye finds its line again.
  const SCREENFUL = 0.85;

  let stages = [];
  let now = -1;
  let bar = null;
  let size = 1;
  let began = 0;
  let stageBegan = 0;
  let screen = null;
  let opened = [];

  const reveals = () => stages[now].shown.flatMap((element) => [...element.querySelectorAll("details.kb-reveal")]);

  const show = (index) => {
    for (const element of stages[now]?.shown ?? []) delete element.dataset.kbNow;
    now = index;
    const stage = stages[now];
    for (const element of stage.shown) element.dataset.kbNow = "";
    // What happened is not told before it is asked for.
    for (const details of reveals()) details.open = false;
    scrollTo(0, 0);
    stageBegan = Date.now();
    const status = bar.querySelector(".kb-projector-place");
    status.textContent = status.dataset.kbText
      .replace("{n}", now + 1)
      .replace("{all}", stages.length)
      .replace("{title}", stage.title);
    fill();
  };

  const next = () => {
    const page = document.scrollingElement;
    if (page.scrollTop + innerHeight < page.scrollHeight - 8) return scrollBy(0, innerHeight * SCREENFUL);
    const closed = reveals().find((details) => !details.open);
    if (closed) {
      closed.open = true;
      return closed.scrollIntoView({ block: "start" });
    }
    if (now + 1 < stages.length) show(now + 1);
  };
  const back = () => now > 0 && show(now - 1);
  const resize = (step) => {
    size = Math.min(SIZES.length - 1, Math.max(0, size + step));
    root.style.setProperty("--kb-projected", SIZES[size]);
  };

  // The trainer's screen

  const clock = (since) => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  // The minutes that a plan gives a step stand in the row of its agenda that leads there.
  const planned = (id) => {
    const link = id && document.querySelector(`[data-kb-minutes] a[href="#${CSS.escape(id)}"]`);
    return link ? link.closest("[data-kb-minutes]").dataset.kbMinutes : "";
  };
  const line = (className, text) => {
    const paragraph = screen.document.createElement("p");
    paragraph.className = className;
    paragraph.textContent = text;
    return paragraph;
  };
  const alive = () => screen && !screen.closed;

  const tick = () => {
    const place = alive() && screen.document.querySelector(".kb-screen-time");
    if (!place) return;
    const minutes = planned(stages[now].id);
    const text = minutes ? bar.dataset.kbTimed : bar.dataset.kbTime;
    place.textContent = text
      .replace("{stage}", clock(stageBegan))
      .replace("{all}", clock(began))
      .replace("{minutes}", minutes);
  };

  const fill = () => {
    if (!alive()) return;
    const stage = stages[now];
    const body = screen.document.querySelector("main");
    const title = screen.document.createElement("h1");
    title.textContent = stage.title;
    const coming = stages[now + 1];
    const notes = stage.notes.map((note) => screen.document.importNode(note, true));
    body.replaceChildren(
      line("kb-screen-time", ""),
      title,
      ...(notes.length ? notes : [line("kb-screen-none", bar.dataset.kbNoNotes)]),
      line("kb-screen-next", coming ? bar.dataset.kbComing.replace("{title}", coming.title) : bar.dataset.kbLast),
    );
    screen.scrollTo(0, 0);
    tick();
  };

  const openScreen = () => {
    if (alive()) return screen.focus();
    screen = open("", "kb-trainer-screen", "popup,width=620,height=760");
    if (!screen) {
      bar.querySelector(".kb-projector-place").textContent = bar.dataset.kbBlocked;
      return;
    }
    const page = screen.document;
    page.title = bar.dataset.kbScreen;
    page.documentElement.lang = root.lang;
    page.documentElement.dir = root.dir;
    page.documentElement.dataset.kbScheme = root.dataset.kbScheme;
    page.documentElement.dataset.kbTrainer = "on";
    page.head.replaceChildren(
      ...[...document.querySelectorAll("link[rel=stylesheet]")].map((link) => {
        const copy = page.createElement("link");
        [copy.rel, copy.href, copy.media] = ["stylesheet", link.href, link.media];
        return copy;
      }),
    );
    page.body.className = "kb-screen";
    const main = page.createElement("main");
    main.className = "md-typeset";
    const buttons = page.importNode(bar.querySelector(".kb-projector-moves"), true);
    buttons.addEventListener("click", act);
    page.body.replaceChildren(main, buttons);
    page.addEventListener("keydown", keys);
    fill();
  };

  // In and out

  const acts = {
    next,
    back,
    smaller: () => resize(-1),
    larger: () => resize(1),
    screen: openScreen,
    leave: () => leave(),
  };
  function act(event) {
    const button = event.target.closest("[data-kb-act]");
    if (button) acts[button.dataset.kbAct]();
  }

  const typing = (element) => element.matches?.("textarea, input[type=text], select");
  const pressing = (element) => element.closest?.("button, a, summary, input");
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A clicker sends PageUp and PageDown; everything else may be meant for what has the focus.
    const clicker = event.key.startsWith("Page");
    if (!clicker && (typing(event.target) || (["Enter", " "].includes(event.key) && pressing(event.target)))) return;
    if (event.key === "Escape") leave();
    else if (NEXT.includes(event.key)) next();
    else if (BACK.includes(event.key)) back();
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(stages.length - 1);
    else if (event.key === "+" || event.key === "=") resize(1);
    else if (event.key === "-") resize(-1);
    else return;
    event.preventDefault();
  }

  let timer = 0;
  const start = (button) => {
    const article = document.querySelector("article");
    bar = document.querySelector(".kb-projector-template").content.firstElementChild.cloneNode(true);
    stages = kbStages(article, bar.dataset.kbMinutesSaid);
    opened = [...article.querySelectorAll("details[open]")];
    bar.addEventListener("click", act);
    document.body.append(bar);
    root.dataset.kbProjecting = "";
    resize(0);
    began = Date.now();
    show(0);
    addEventListener("keydown", keys);
    timer = setInterval(tick, 1000);
    bar.querySelector("[data-kb-act=next]").focus();
    // Where full screen is refused the window itself is filled all the same.
    root.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
    leave.to = button;
  };
  function leave() {
    if (!bar) return;
    clearInterval(timer);
    removeEventListener("keydown", keys);
    if (alive()) screen.close();
    for (const element of stages[now].shown) delete element.dataset.kbNow;
    for (const details of opened) details.open = true;
    const place = stages[now].shown[0];
    [bar, screen, now] = [bar.remove(), null, -1];
    delete root.dataset.kbProjecting;
    root.style.removeProperty("--kb-projected");
    if (document.fullscreenElement) document.exitFullscreen();
    place?.scrollIntoView({ block: "center" });
    leave.to.focus({ preventScroll: true });
  }
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement) leave();
  });
  addEventListener("pagehide", () => alive() && screen.close());
  for (const button of document.querySelectorAll(".kb-project")) {
    button.addEventListener("click", () => start(button));
  }
})();
