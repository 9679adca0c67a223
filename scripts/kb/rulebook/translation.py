"""Rules about the two halves of a page and what the English follows."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "file-name": Rule(
        en=(
            "a page must be named NAME.he.md or NAME.en.md, in small Latin letters, digits and hyphens",
            "rename the file",
        ),
        he=(
            "שם של עמוד הוא NAME.he.md או NAME.en.md, באותיות לטיניות קטנות, ספרות ומקפים",
            "שנו את שם הקובץ",
        ),
    ),
    "pair": Rule(
        en=(
            "the page exists in one language only",
            "write the page in the other language beside it, with the same name",
        ),
        he=("העמוד קיים בשפה אחת בלבד", "כתבו לצידו את העמוד בשפה השנייה, באותו שם"),
    ),
    "pair-headings": Rule(
        en=(
            "the two languages differ in their headings",
            "give both pages the same headings, with the same ids and levels, in the same order",
        ),
        he=("הכותרות בשתי השפות שונות", "תנו לשני העמודים אותן כותרות, באותם מזהים ובאותן רמות, באותו סדר"),
    ),
    "pair-blocks": Rule(
        en=(
            "the two languages differ in their blocks",
            "give both pages the same blocks, with the same ids and numbers, in the same order",
        ),
        he=("הבלוקים בשתי השפות שונים", "תנו לשני העמודים אותם בלוקים, באותם מזהים ומספרים, באותו סדר"),
    ),
    "pair-links": Rule(
        en=("the two languages differ in their links", "let both pages link to the same pages"),
        he=("הקישורים בשתי השפות שונים", "קשרו בשני העמודים לאותם עמודים"),
    ),
    "pair-citations": Rule(
        en=(
            "the two languages differ in their citations or marked terms",
            "cite the same works and mark the same terms in both languages",
        ),
        he=(
            "מראי המקום או המונחים המסומנים שונים בין השפות",
            "צטטו אותם מקורות וסמנו אותם מונחים בשתי השפות",
        ),
    ),
    "pair-numbers": Rule(
        en=(
            "the two languages give different numbers in a section",
            "see which is right, and give the same numbers in both languages; one may write them in words",
        ),
        he=(
            "באחד מחלקי העמוד המספרים שונים בשתי השפות",
            "בדקו איזה מהם נכון, וכתבו אותם מספרים בשתי השפות; באחת מהן מותר לכתוב מספר במילים",
        ),
    ),
    "stale": Rule(
        en=(
            "the Hebrew text has changed since this English page was stamped",
            "see what changed: python3 scripts/run.py fresh PATH; bring the English up to date, then run: "
            "python3 scripts/run.py fresh --accept PATH",
        ),
        he=(
            "הטקסט העברי השתנה מאז שהעמוד האנגלי סומן כמעודכן",
            "ראו מה השתנה: python3 scripts/run.py fresh PATH; עדכנו את האנגלית, והריצו: "
            "python3 scripts/run.py fresh --accept PATH",
        ),
    ),
}
