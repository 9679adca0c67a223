// The service worker: what was visited opens without a network. `build` writes the two values below.
// It always asks the network first, so nobody reads an old page while a new one can be had. To take it
// out of use for everyone, publish a sw.js that only deletes its caches and unregisters itself.
"use strict";
const VERSION = "@VERSION@";
const SHELL = ["@SHELL@"];

const SCOPE = new URL(self.registration.scope);
const PREFIX = `kb-offline:${SCOPE.pathname}:`; // other sites may live on the same host
const NAME = PREFIX + VERSION;
const PATIENCE = 4000; // ms to wait for a network that does not answer, where a kept page could be shown

// The address of a file: a question (?q=) is for the page's own script and does not make another file.
const fileOf = (url) => {
  const address = new URL(url);
  address.search = address.hash = "";
  return address.href;
};

// What may be kept: this site's own files, but not the copy to download nor this worker.
const mayKeep = (url) => {
  const { origin, pathname } = new URL(url);
  const path = pathname.slice(SCOPE.pathname.length);
  const within = origin === SCOPE.origin && pathname.startsWith(SCOPE.pathname);
  return within && path !== "sw.js" && !path.startsWith("download/");
};

const olderCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);

const keep = async (url, response) => {
  if (response.status === 200 && !response.redirected) await (await caches.open(NAME)).put(fileOf(url), response);
};

const renew = async (url) => keep(url, await fetch(url, { cache: "no-cache" }));

// A new version brings everything that the old one had kept, anew; without a network it waits.
const install = async () => {
  const urls = new Set(SHELL.map((path) => new URL(path, SCOPE).href));
  for (const name of await olderCaches()) {
    for (const { url } of await (await caches.open(name)).keys()) urls.add(url);
  }
  await Promise.all([...urls].map(renew));
  await self.skipWaiting();
};

const activate = async () => {
  for (const name of await olderCaches()) await caches.delete(name);
  await self.clients.claim();
};

const kept = async (url) => (await caches.open(NAME)).match(fileOf(url));

const fromNetwork = async (request) => {
  const response = await fetch(request);
  await keep(request.url, response.clone()).catch(() => {}); // no room: the page is shown all the same
  return response;
};

const answer = async (request) => {
  const fresh = fromNetwork(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(() => kept(request.url));
  const first = await Promise.race([fresh, late]).catch(() => kept(request.url));
  return first ?? fresh; // nothing kept: what the network says, be it an error
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && !request.headers.has("range") && mayKeep(request.url)) {
    event.respondWith(answer(request));
  }
});
// The first page was loaded before this worker was there; it tells what it is made of.
self.addEventListener("message", ({ data }) => {
  for (const url of data) if (mayKeep(url)) fetch(url).then((response) => keep(url, response), () => {});
});
