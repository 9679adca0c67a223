"""Rules about blocks and the parts that a kind of page must have."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "block-unknown": Rule(
        en=("there is no such block", "see contribute/writing for the blocks there are"),
        he=("אין בלוק בשם הזה", "הבלוקים הקיימים רשומים בעמוד על הכתיבה"),
    ),
    "block-open": Rule(
        en=("the block is not closed", "close it with a line of as many slashes as it was opened with"),
        he=("הבלוק לא נסגר", "סגרו אותו בשורה של קווים נטויים, כמספרם בשורה הפותחת"),
    ),
    "block-close": Rule(
        en=(
            "slashes close a block that is not open",
            "remove the line, or use as many slashes as the opening line has",
        ),
        he=("קווים נטויים סוגרים בלוק שלא נפתח", "מחקו את השורה, או כתבו קווים נטויים כמספרם בשורה הפותחת"),
    ),
    "block-option": Rule(
        en=(
            "a block's option is missing, unknown or wrong",
            "see contribute/writing for the options of each block",
        ),
        he=("אפשרות של בלוק חסרה, לא מוכרת או שגויה", "האפשרויות של כל בלוק רשומות בעמוד על הכתיבה"),
    ),
    "block-title": Rule(
        en=("the block needs a text after the bar", "write it on the opening line: /// name | text"),
        he=("לבלוק חסר טקסט אחרי הקו", "כתבו אותו בשורה הפותחת: /// name | טקסט"),
    ),
    "block-parts": Rule(
        en=(
            "a self-check lacks a part, or a part is empty or in the wrong place",
            "give judge 2 to 4 options and a code-says, and quiz 3 or 4 options of which one is right; "
            "each stands directly inside the block and has a text, without a heading",
        ),
        he=(
            "בשאלה לבדיקה עצמית חסר חלק, או שחלק ריק או אינו במקומו",
            "תנו ל־judge שתיים עד ארבע אפשרויות ו־code-says, ול־quiz שלוש או ארבע אפשרויות שאחת מהן "
            "נכונה; כל אחת כתובה ישירות בתוך השאלה, ויש בה טקסט בלי כותרת",
        ),
    ),
    "situation-part": Rule(
        en=(
            "the page of a situation lacks a part, or its parts are not in order",
            "give it the eight headings that contribute/writing lists, with their ids, in their order",
        ),
        he=(
            "בעמוד של מצב חסר חלק, או שהחלקים אינם לפי הסדר",
            "כתבו בו את שמונה הכותרות שרשומות בעמוד על הכתיבה, במזהים שלהן ולפי הסדר",
        ),
    ),
    "unit-part": Rule(
        en=(
            "the page of a unit lacks a part, or its parts are not in order",
            "give it the headings and the lines that make lists, as contribute/writing names them, with "
            "their ids, in their order",
        ),
        he=(
            "בעמוד של יחידה חסר חלק, או שהחלקים אינם לפי הסדר",
            "כתבו בו את הכותרות ואת השורות שיוצרות רשימות, כמו בעמוד על הכתיבה, במזהים שלהן ולפי הסדר",
        ),
    ),
    "unit-number": Rule(
        en=(
            "the units are not numbered 1, 2, 3 and so on, each once",
            "give every unit a number of its own without a gap, and begin its folder's name with it",
        ),
        he=(
            "היחידות אינן ממוספרות 1, 2, 3 וכן הלאה, כל מספר פעם אחת",
            "תנו לכל יחידה מספר משלה, בלי דילוג, ופתחו בו את שם התיקייה שלה",
        ),
    ),
    "objective-unasked": Rule(
        en=(
            "no question of the self-check belongs to this objective",
            "add a judge or quiz block with objective: ID to the unit's page, or remove the objective",
        ),
        he=(
            "אין בבדיקה העצמית שאלה ששייכת למטרה הזאת",
            "הוסיפו לעמוד היחידה בלוק judge או quiz שכתוב בו objective: ID, או מחקו את המטרה",
        ),
    ),
    "plan-part": Rule(
        en=(
            "the page of a workshop lacks a part, or its parts are not in order",
            "give it the headings and the lines that make lists, as contribute/writing names them, with "
            "their ids, in their order",
        ),
        he=(
            "בעמוד של סדנה חסר חלק, או שהחלקים אינם לפי הסדר",
            "כתבו בו את הכותרות ואת השורות שיוצרות רשימות, כמו בעמוד על הכתיבה, במזהים שלהן ולפי הסדר",
        ),
    ),
    "card": Rule(
        en=(
            "the picture card that is shown where the page is shared cannot be drawn",
            "change the title: shorten it, or replace the character",
        ),
        he=(
            "אי אפשר לצייר את כרטיס התמונה שמוצג כשמשתפים את העמוד",
            "שנו את שם העמוד: קצרו אותו, או החליפו את התו",
        ),
    ),
    "handout": Rule(
        en=(
            "the handout cannot be printed",
            "mend the text at this place; contribute/writing says what can be printed",
        ),
        he=("אי אפשר להדפיס את הדף", "תקנו את הטקסט במקום הזה; העמוד על הכתיבה אומר מה אפשר להדפיס"),
    ),
}
