"""Rules about waivers: findings that are let pass."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "waiver-rule": Rule(
        en=(
            "the rule in the waiver does not exist, or cannot be waived",
            "mend the name; if the rule cannot be waived, mend what it found",
        ),
        he=(
            "הכלל שבוויתור אינו קיים, או שאי אפשר לוותר עליו",
            "תקנו את השם; אם אי אפשר לוותר על הכלל, תקנו את הממצא עצמו",
        ),
    ),
    "waiver-file": Rule(
        en=("the file in the waiver does not exist", "mend the path, or remove the waiver"),
        he=("הקובץ שבוויתור אינו קיים", "תקנו את הנתיב, או מחקו את הוויתור"),
    ),
    "waiver-unused": Rule(
        en=("nothing needs this waiver any more", "remove it from docs/contribute/waivers.yml"),
        he=("אין עוד צורך בוויתור הזה", "מחקו אותו מן הקובץ docs/contribute/waivers.yml"),
    ),
}
