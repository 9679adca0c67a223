"""Rules about the words themselves and the signs between them."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "term-avoided": Rule(
        en=(
            "the termbase says not to use this word",
            "write the term itself; quote the word if somebody else says it, and if it is wrong in one "
            "sense only, add that sense in brackets in docs/reference/terms.yml",
        ),
        he=(
            "במאגר המונחים רשום שלא להשתמש במילה הזאת",
            "כתבו את המונח עצמו; אם מישהו אחר אומר את המילה, צטטו אותו בין גרשיים, ואם היא שגויה רק במובן "
            "אחד, הוסיפו את המובן בסוגריים ב־docs/reference/terms.yml",
        ),
    ),
    "hebrew-quotes": Rule(
        en=(
            "a Hebrew word has a straight or a foreign quotation mark",
            "write ״ (U+05F4) in abbreviations and around quotations, and ׳ (U+05F3) after a letter",
        ),
        he=(
            "במילה עברית יש מירכאות ישרות או לועזיות",
            "כתבו גרשיים ״ בראשי תיבות וסביב ציטוט, וגרש ׳ אחרי אות",
        ),
    ),
    "hebrew-hyphen": Rule(
        en=(
            "a hyphen in Hebrew is not the Hebrew one, or has a space beside it",
            "write a maqaf ־ (U+05BE) between the two parts, without spaces",
        ),
        he=(
            "המקף אינו מקף עברי, או שיש רווח לידו",
            "כתבו מקף עברי ־ בין שני החלקים, בלי רווח",
        ),
    ),
    "spacing": Rule(
        en=("there is one space too many", "remove it"),
        he=("יש רווח מיותר", "מחקו אותו"),
    ),
    "dots": Rule(
        en=("three full stops stand where one sign belongs", "write … (U+2026)"),
        he=("שלוש נקודות נפרדות במקום סימן אחד", "כתבו … (U+2026)"),
    ),
    "dash": Rule(
        en=("the dash is not the one the site uses", "write – (U+2013) with a space on both sides"),
        he=("הקו המפריד אינו הסימן הנהוג באתר", "כתבו – (U+2013) ורווח משני צדיו"),
    ),
    "invisible": Rule(
        en=(
            "an invisible sign has been left behind",
            "delete it: put the cursor behind it and press Backspace once, or type the words anew",
        ),
        he=(
            "נשאר בטקסט סימן סמוי",
            "מחקו אותו: העמידו את הסמן אחריו והקישו Backspace פעם אחת, או הקלידו את המילים מחדש",
        ),
    ),
    "latin-edge": Rule(
        en=(
            "a sign at the edge of a Latin word is shown on the wrong side in Hebrew",
            "write the word in Hebrew, or as code between two signs of `",
        ),
        he=(
            "סימן בקצה של מילה לועזית מוצג בצד הלא נכון",
            "כתבו את המילה בעברית, או כקוד, בין שני סימני `",
        ),
    ),
}
