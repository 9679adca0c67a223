"""Rules about waivers: findings that are let pass."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "waiver-rule": Rule(
        en=(
            "the waiver names no rule that can be waived",
            "mend the name; what cannot be waived has to be mended where it is found",
        ),
        he=("הוויתור אינו נוקב בכלל שאפשר לוותר עליו", "תקנו את השם; ממצא שאין עליו ויתור מתקנים במקומו"),
    ),
    "waiver-file": Rule(
        en=("the waiver names a file that does not exist", "mend the path, or remove the waiver"),
        he=("הוויתור נוקב בקובץ שאינו קיים", "תקנו את הנתיב, או מחקו את הוויתור"),
    ),
    "waiver-unused": Rule(
        en=("nothing needs this waiver any more", "remove it from docs/contribute/waivers.yml"),
        he=("אין עוד צורך בוויתור הזה", "מחקו אותו מן הקובץ docs/contribute/waivers.yml"),
    ),
}
