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
            "mend the YAML at this line; a value with a colon or a quotation mark needs quotation marks "
            "around it",
        ),
        he=("אי אפשר לקרוא את ה־YAML", "תקנו את השורה; ערך שיש בו נקודתיים או מירכאות צריך מירכאות סביבו"),
    ),
    "json": Rule(
        en=("the JSON cannot be read", "mend the JSON at this line"),
        he=("אי אפשר לקרוא את ה־JSON", "תקנו את השורה"),
    ),
    "front-matter": Rule(
        en=(
            "the lines at the top of the file, between --- and ---, are missing or wrong",
            "start the file with ---, the keys title and description, and ---",
        ),
        he=(
            "השורות שבראש הקובץ, בין --- ל־---, חסרות או שגויות",
            "פתחו את הקובץ בשורה ---, אחריה title ו־description, ואחריהם שוב ---",
        ),
    ),
    "schema": Rule(
        en=(
            "a key is missing or unknown, or its value is of the wrong kind",
            "compare with contribute/writing, which lists the keys",
        ),
        he=("מפתח חסר או לא מוכר, או שהערך שלו אינו מן הסוג הנכון", "השוו לרשימת המפתחות בעמוד על הכתיבה"),
    ),
}
