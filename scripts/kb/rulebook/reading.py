"""Rules about reading a file at all."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "encoding": Rule(
        en=("the file is not UTF-8 text", "save the file as UTF-8"),
        he=("הקובץ אינו טקסט בקידוד UTF-8", "שמרו את הקובץ בקידוד UTF-8"),
    ),
    "yaml": Rule(
        en=(
            "the YAML cannot be read",
            "mend the YAML at this line; strings with a colon or a quotation mark need quotation marks "
            "around them",
        ),
        he=("אי אפשר לקרוא את ה־YAML", "תקנו את השורה; ערך שיש בו נקודתיים או מירכאות צריך מירכאות סביבו"),
    ),
    "json": Rule(
        en=("the JSON cannot be read", "mend the JSON at this line"),
        he=("אי אפשר לקרוא את ה־JSON", "תקנו את השורה"),
    ),
    "front-matter": Rule(
        en=(
            "the front matter is missing or wrong",
            "start the file with ---, the keys title and description, and ---",
        ),
        he=(
            "הכותרת הפותחת של הקובץ חסרה או שגויה",
            "פתחו את הקובץ בשורה ---, אחריה title ו־description, ואחריהם שוב ---",
        ),
    ),
    "schema": Rule(
        en=(
            "a key is missing, unknown or of the wrong kind",
            "compare with contribute/writing, which lists the keys",
        ),
        he=("מפתח חסר, לא מוכר או מסוג שגוי", "השוו לרשימת המפתחות בעמוד על הכתיבה"),
    ),
}
