// On the page about privacy: a switch for what the browser keeps of this site to open it without a network.
(() => {
  "use strict";
  const place = document.querySelector(".kb-offline");
  const base = new URL(place.dataset.kbBase, location.href);
  const prefix = `kb-offline:${base.pathname}:`;
  const button = place.querySelector("button");
  const said = place.querySelector("[role=status]");
  const isOff = () => localStorage.getItem("kb-offline") === "off";

  const erase = async () => {
    const registration = await navigator.serviceWorker.getRegistration(base);
    if (registration?.scope === base.href) await registration.unregister();
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  };

  const show = () => button.setAttribute("aria-pressed", String(!isOff()));
  const flip = async () => {
    if (isOff()) {
      localStorage.removeItem("kb-offline");
      await navigator.serviceWorker.register(new URL("sw.js", base), { updateViaCache: "none" });
      said.textContent = place.dataset.kbOn;
    } else {
      localStorage.setItem("kb-offline", "off");
      await erase();
      said.textContent = place.dataset.kbOff;
    }
    show();
  };

  // Where nothing is kept there is nothing to switch: on a disk, without https, with storage closed.
  try {
    if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
    show();
  } catch {
    return;
  }
  button.addEventListener("click", () => flip().catch(() => (said.textContent = place.dataset.kbFailed)));
  place.hidden = false;
})();
