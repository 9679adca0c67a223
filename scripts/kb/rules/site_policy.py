"""Does each page say the site's policy, before all else, and hold nothing that the policy forbids?

Asked of sites that have a policy: at least one page says one, or the host is told one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import html

from kb.findings import Finding
from kb.protection import directives, headers, inline
from kb.sitefiles import Site

MARK: Final = b"content-security-policy"
UNSAFE: Final = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:")
WITHOUT: Final = "no policy"


def find(site: Site) -> Iterator[Finding]:
    """Yield pages without the policy or with a weak one, and what stands in pages against it."""
    readable = [name for name, page in site.pages.items() if page.readable]
    texts = {name: (site.root / name).read_bytes() for name in readable}
    told = list(_told(site))
    if not told and not any(MARK in text.lower() for text in texts.values()):
        return
    for name, text in texts.items():
        tree = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
        said = inline.policy_of(tree)
        yield from _policy(name, said)
        policy = directives.read(said.text) if said else directives.DIRECTIVES
        for found in inline.forbidden(tree, policy):
            yield Finding(name, found.line, "site-inline", found.what)
    for policy_told in told:
        yield from (Finding(headers.NAME, 0, "site-policy", weak) for weak in _weak(policy_told))


def _told(site: Site) -> Iterator[str]:
    """Yield the policies that the host is told."""
    if headers.NAME in site.files:
        for line in (site.root / headers.NAME).read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.strip().partition(":")
            if name.lower() == MARK.decode():
                yield value


def _policy(name: str, said: inline.Said | None) -> Iterator[Finding]:
    if said is None:
        yield Finding(name, 0, "site-policy", WITHOUT)
        return
    if said.too_late:
        yield Finding(name, said.line, "site-policy", f"line {said.too_late} loads something before it")
    yield from (Finding(name, said.line, "site-policy", weak) for weak in _weak(said.text))


def _weak(text: str) -> Iterator[str]:
    """Yield what is missing in a policy or too open, as a detail."""
    policy = directives.read(text)
    for name in ("default-src", "base-uri", "form-action"):
        if name not in policy:
            yield f"no {name}"
    for name, sources in policy.items():
        yield from (f"{name} {source}" for source in sources if source.lower() in UNSAFE)
