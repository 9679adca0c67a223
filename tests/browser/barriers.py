"""axe, for the tests that look at many pages: every rule in one colour scheme, contrast in the other."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Everything but contrast is the same in both schemes. Nothing may be on its way to another colour.
LOOK = """async ([first, second]) => {
  const still = new CSSStyleSheet();
  still.replaceSync("* { transition: none !important }");
  document.adoptedStyleSheets.push(still);
  const show = (scheme) => (document.documentElement.dataset.kbScheme = scheme);
  const shown = (nodes) => nodes.map((node) => node.html.slice(0, 200)).join(" ");
  const said = (scheme, {violations}) => violations.map(({id, nodes}) => `${scheme}: ${id}: ${shown(nodes)}`);
  const resultTypes = ["violations"];
  show(first);
  const found = said(first, await axe.run({resultTypes}));
  show(second);
  const runOnly = {type: "rule", values: ["color-contrast"]};
  return [...found, ...said(second, await axe.run({resultTypes, runOnly}))];
}"""
START = (
    f"schemes => {{ window.kbFound = new Promise((go) => setTimeout(go)).then(() => ({LOOK})(schemes)); }}"
)
SCHEMES = ("light", "dark")


def begin(page: Page, first: str = "light") -> None:
    """Let axe look at an open page while something else is done; see `found`."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(START, [first, next(scheme for scheme in SCHEMES if scheme != first)])


def found(page: Page) -> list[str]:
    """Return the violations on a page where `begin` was called: "dark: color-contrast: <a ...>"."""
    return list(page.evaluate("kbFound"))


def barriers(page: Page, first: str = "light") -> list[str]:
    """Return what axe finds on an open page, as it is now."""
    begin(page, first)
    return found(page)
