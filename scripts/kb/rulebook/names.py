"""Rules about what a text or a YAML file names: facts, works, terms, figures, times."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "fact-unknown": Rule(
        en=(
            "the text names a fact that the YAML file does not have",
            "mend the name, or add the fact to the YAML file",
        ),
        he=("בטקסט יש שם של עובדה שאינה בקובץ ה־YAML", "תקנו את השם, או הוסיפו את העובדה לקובץ"),
    ),
    "fact-unused": Rule(
        en=("no text uses this fact", "use it as {fact:NAME} or remove it"),
        he=("אף טקסט אינו משתמש בעובדה הזאת", "כתבו אותה בטקסט כך: {fact:NAME}, או מחקו אותה"),
    ),
    "citation-unknown": Rule(
        en=(
            "the cited work is not in the list of references",
            "mend the key, or add the work to docs/reference/references.json",
        ),
        he=(
            "המקור אינו ברשימת המקורות",
            "תקנו את המפתח, או הוסיפו את המקור ל־docs/reference/references.json",
        ),
    ),
    "citation-twice": Rule(
        en=(
            "a citation names the same work twice",
            "name it once, with all its pages: [@popper1990, 6, 9-11]",
        ),
        he=(
            "אותו מקור מופיע פעמיים במראה מקום אחד",
            "כתבו אותו פעם אחת, עם כל העמודים: [@popper1990, 6, 9-11]",
        ),
    ),
    "citation-unused": Rule(
        en=("no page cites this work", "cite it, or say in its custom.uncited why it is listed"),
        he=("אף עמוד אינו מצטט את המקור הזה", "צטטו אותו, או כתבו ב־custom.uncited למה הוא ברשימה"),
    ),
    "term-unknown": Rule(
        en=("the term is not in the termbase", "mend the id, or add the term to docs/reference/terms.yml"),
        he=("המונח אינו במאגר המונחים", "תקנו את המזהה, או הוסיפו את המונח ל־docs/reference/terms.yml"),
    ),
    "figure-unknown": Rule(
        en=("there is no such figure", "mend the name, or add the figure under figures/"),
        he=("אין תרשים בשם הזה", "תקנו את השם, או הוסיפו את התרשים בתיקייה figures"),
    ),
    "figure-unused": Rule(
        en=("no page shows this figure", "place it with /// figure | NAME, or remove it"),
        he=("אף עמוד אינו מציג את התרשים הזה", "הציגו אותו כך: /// figure | NAME, או מחקו אותו"),
    ),
    "reference-unknown": Rule(
        en=("the YAML names a page, stage or step that does not exist", "mend the name"),
        he=("בקובץ ה־YAML יש שם של עמוד, שלב או צעד שאינם קיימים", "תקנו את השם"),
    ),
    "sum": Rule(
        en=("the minutes of the steps do not add up", "mend the minutes of a step or the sum"),
        he=("סכום הדקות של הצעדים אינו נכון", "תקנו את הדקות של אחד הצעדים או את הסכום"),
    ),
    "clock": Rule(
        en=(
            "the time of day is not written as HH:MM",
            'write it in quotation marks with four digits, such as "09:00"',
        ),
        he=("השעה אינה כתובה בצורה HH:MM", 'כתבו אותה בין מירכאות, בארבע ספרות, למשל "09:00"'),
    ),
}
