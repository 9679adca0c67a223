"""The parts that every page of a kind has: headings of level 2 with fixed ids in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence

from kb.content import Page


def fault(page: Page, parts: Sequence[str]) -> tuple[int, str] | None:
    """Return (line, what is wrong): the first part that is missing, at the heading it should precede,
    or that stands out of order; None if all are there in their order.
    """
    lines = {h.id: h.line for h in page.outline.headings if h.level == 2 and h.id in parts}
    missing = [part for part in parts if part not in lines]
    if missing:
        later = [lines[part] for part in parts[parts.index(missing[0]) :] if part in lines]
        line = min(later, default=max(lines.values(), default=page.body_line))
        return line, f"#{missing[0]} is missing"
    moved = [have for have, part in zip(lines, parts, strict=True) if have != part]
    if moved:
        return lines[moved[0]], f"#{moved[0]} stands too early; the order is {', '.join(parts)}"
    return None
