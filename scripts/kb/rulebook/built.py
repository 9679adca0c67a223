"""Rules about the built site."""

from __future__ import annotations

from kb.budget import BUDGET
from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "site-missing": Rule(
        en=("there is no built site here", "build it first: python3 scripts/run.py build"),
        he=("אין כאן אתר בנוי", "בנו אותו קודם: python3 scripts/run.py build"),
    ),
    "site-html": Rule(
        en=("the file is not readable HTML", "see how the page was made"),
        he=("הקובץ אינו HTML קריא", "בדקו איך נוצר העמוד"),
    ),
    "site-link": Rule(
        en=("the link leads to nothing in the built site", "mend the source of the page"),
        he=("הקישור אינו מוביל לשום דבר באתר הבנוי", "תקנו את המקור של העמוד"),
    ),
    "site-anchor": Rule(
        en=("the link leads to an id that the target does not have", "mend the source of the page"),
        he=("הקישור מוביל למזהה שאין ביעד", "תקנו את המקור של העמוד"),
    ),
    "site-id": Rule(
        en=("an id stands twice on the page", "mend the source of the page or the template"),
        he=("אותו מזהה מופיע פעמיים בעמוד", "תקנו את המקור של העמוד או את התבנית"),
    ),
    "site-lang": Rule(
        en=(
            "the language or direction of the page (lang, dir) is missing or wrong",
            "mend the template or the language settings in mkdocs.yml",
        ),
        he=(
            "השפה או הכיוון של העמוד (lang, dir) חסרים או שגויים",
            "תקנו את התבנית או את הגדרות השפה ב־mkdocs.yml",
        ),
    ),
    "site-title": Rule(
        en=(
            "the page has no title of its own or no description",
            "give the page a title and a description that tell it from the others",
        ),
        he=(
            "לעמוד אין שם משלו או אין תיאור",
            "תנו לעמוד שם ותיאור שמבדילים אותו מעמודים אחרים",
        ),
    ),
    "site-alternate": Rule(
        en=(
            "the address in the other language is missing, dead or does not lead back",
            "mend the template or the page's other language",
        ),
        he=(
            "הכתובת בשפה השנייה חסרה, אינה קיימת או אינה מובילה בחזרה לכאן",
            "תקנו את התבנית או את העמוד בשפה השנייה",
        ),
    ),
    "site-foreign": Rule(
        en=("the page makes a request to another server", "serve the file from the site itself"),
        he=("העמוד פונה לשרת אחר", "הגישו את הקובץ מן האתר עצמו"),
    ),
    "site-policy": Rule(
        en=(
            "the page's Content-Security-Policy is missing, weak or too late, so that foreign code could run",
            "include partials/kb-policy.html first in the head of the template",
        ),
        he=(
            "מדיניות האבטחה של העמוד (Content-Security-Policy) חסרה, חלשה או מאוחרת, ולכן קוד זר עלול לרוץ",
            "הוסיפו לתבנית את partials/kb-policy.html בתחילת ה־head",
        ),
    ),
    "site-inline": Rule(
        en=(
            "something is written straight into the page against its security policy, so browsers ignore it",
            "put scripts and styles in files under overrides/assets, and use a class instead of a style",
        ),
        he=(
            "בעמוד כתוב ישירות דבר שמדיניות האבטחה אוסרת, ולכן הדפדפנים מתעלמים ממנו",
            "העבירו סקריפטים וסגנונות לקבצים בתוך overrides/assets, והשתמשו במחלקה (class) במקום ב־style",
        ),
    ),
    "site-card": Rule(
        en=("the page's picture card is missing", "build again, and see which card the page names"),
        he=("כרטיס התמונה של העמוד חסר", "בנו שוב, ובדקו איזה כרטיס רשום בעמוד"),
    ),
    "site-file": Rule(
        en=(
            "the file is broken: its content is not of the kind that its name says",
            "see how the file was made, and make it again",
        ),
        he=("הקובץ פגום: התוכן שלו אינו מן הסוג שבסיומת השם", "בדקו איך נוצר הקובץ וצרו אותו שוב"),
    ),
    "site-canonical": Rule(
        en=(
            "the page gives another address as its own",
            "mend the canonical link in the template",
        ),
        he=("העמוד מציג כתובת אחרת ככתובת שלו", "תקנו בתבנית את הקישור מסוג canonical"),
    ),
    "site-redirect": Rule(
        en=("the redirect leads in a circle", "let one of these pages lead to a page that stays"),
        he=("ההפניה חוזרת על עצמה במעגל", "הפנו את אחד העמודים האלה לעמוד שאינו מפנה הלאה"),
    ),
    "site-map": Rule(
        en=(
            "the site map for search engines does not match the site",
            "see how sitemap.xml was made: it should list every page once, with its full address",
        ),
        he=(
            "מפת האתר למנועי חיפוש אינה תואמת את האתר",
            "בדקו איך נוצר sitemap.xml: כל עמוד צריך להופיע בו פעם אחת, בכתובת המלאה",
        ),
    ),
    "site-orphan": Rule(
        en=("there is no way from the home page to this file", "link to it from a page, or take it out"),
        he=("אין דרך להגיע מעמוד הבית אל הקובץ הזה", "קשרו אליו מעמוד כלשהו, או הוציאו אותו מן האתר"),
    ),
    "site-mixed": Rule(
        en=(
            "the page is sent encrypted but asks for a file unencrypted, and browsers block that",
            "write the address with https, or without the host",
        ),
        he=(
            "העמוד נשלח מוצפן אבל מבקש קובץ בלי הצפנה, ודפדפנים חוסמים בקשה כזאת",
            "כתבו את הכתובת עם https, או בלי שם השרת",
        ),
    ),
    "site-weight": Rule(
        en=(
            f"the first visit to the page sends more than {BUDGET.bytes // 1000} kB "
            f"or asks for more than {BUDGET.requests} files",
            "shorten or split the page, or load later what it does not need at once",
        ),
        he=(
            f"בביקור הראשון בעמוד נשלחים יותר מ־{BUDGET.bytes // 1000} ק״ב "
            f"או נטענים יותר מ־{BUDGET.requests} קבצים",
            "קצרו את העמוד או פצלו אותו, או טענו אחר כך את מה שאינו נחוץ מייד",
        ),
    ),
}
