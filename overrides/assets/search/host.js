// The page's side of the line to the search: a worker, or the same code in the page.
(() => {
  "use strict";
  const api = (globalThis.KbSearch ??= {});

  const loadScript = (url) =>
    new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = url;
      script.addEventListener("load", () => done());
      script.addEventListener("error", () => fail(new Error(`${url} did not load.`)));
      document.head.append(script);
    });

  const inWorker = (url, reply, fail) => {
    const worker = new Worker(url);
    worker.addEventListener("message", ({ data }) => reply(data));
    worker.addEventListener("error", fail);
    return (message) => worker.postMessage(message);
  };

  const inPage = (url, reply, fail) => {
    const desk = loadScript(url).then(() => api.openHere(loadScript, reply));
    desk.catch(fail);
    return (message) => desk.then((open) => open.handle(message), fail);
  };

  /** Start the search at `url` and return how to send it messages; `fail` is called if it cannot run. */
  api.connect = (url, reply, fail) => (location.protocol === "file:" ? inPage : inWorker)(url, reply, fail);
})();
