// A file in which readers take what they wrote with them: plain JSON with a line that says what it is.
// {format, version, page, saved, ...}. Reading judges everything before anything is used.
(() => {
  "use strict";
  const LIMIT = 1024 * 1024; // bytes; a full worksheet has a few thousand

  const two = (number) => String(number).padStart(2, "0");

  /** The day where the reader is, as 2026-01-31. */
  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  /** Hand `data` to the browser as a download, called after what it is and the day. */
  const save = (slug, data) => {
    const blob = new Blob([`${JSON.stringify(data, null, 2)}\n`], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${slug}-${today()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // the download has to have begun
    return link.download;
  };

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /** Read a file that should be of this format, version and page.
   *  Returns {data}, or {fault}: "large", "broken", "foreign", "newer" or "page". */
  const read = async (file, { format, version, page }) => {
    if (file.size > LIMIT) return { fault: "large" };
    let data;
    try {
      data = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
    } catch {
      return { fault: "broken" };
    }
    if (!isObject(data) || data.format !== format || !Number.isInteger(data.version)) return { fault: "foreign" };
    if (data.version > version) return { fault: "newer" };
    if (data.version < 1 || typeof data.page !== "string") return { fault: "foreign" };
    return data.page === page ? { data } : { fault: "page", data };
  };

  globalThis.KbFile = { save, read, isObject };
})();
