"""Rules about addresses of other sites."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "external-gone": Rule(
        en=(
            "the page on another site is gone",
            "look for its new address, or for another page that says the same, or remove the link",
        ),
        he=(
            "העמוד באתר האחר כבר איננו",
            "חפשו את הכתובת החדשה שלו, או עמוד אחר שאומר אותו דבר, או הסירו את הקישור",
        ),
    ),
    "external-refused": Rule(
        en=(
            "another site does not let the check see the page",
            "open the address in a browser; if it opens there, add it with a reason to "
            "docs/contribute/allowed-links.yml, and if not, treat it as gone",
        ),
        he=(
            "האתר האחר אינו נותן לבדיקה לראות את העמוד",
            "פתחו את הכתובת בדפדפן; אם היא נפתחת, הוסיפו אותה, עם סיבה, "
            "ל־docs/contribute/allowed-links.yml; אם לא, נהגו כאילו העמוד איננו",
        ),
    ),
    "external-silent": Rule(
        en=(
            "another site cannot be reached",
            "compare the address letter by letter and try again later; if it stays so, look for another page",
        ),
        he=(
            "אי אפשר להגיע לאתר האחר",
            "השוו את הכתובת אות באות ונסו שוב אחר כך; אם זה לא משתנה, חפשו עמוד אחר",
        ),
    ),
    "external-unsafe": Rule(
        en=(
            "another site's security certificate is not valid, so browsers warn of the site",
            "look for another page; if the site itself can be trusted, add it, with a reason, to "
            "docs/contribute/allowed-links.yml",
        ),
        he=(
            "תעודת האבטחה של האתר האחר אינה תקפה, והדפדפנים מזהירים מפניו",
            "חפשו עמוד אחר; אם אפשר לסמוך על האתר עצמו, הוסיפו אותו, עם סיבה, "
            "ל־docs/contribute/allowed-links.yml",
        ),
    ),
    "external-redirect": Rule(
        en=(
            "another site redirects without end, or to nowhere",
            "open the address in a browser; if a page opens, link to the address shown there, and if not, "
            "treat it as gone",
        ),
        he=(
            "האתר האחר מפנה מכתובת לכתובת בלי סוף, או לשום מקום",
            "פתחו את הכתובת בדפדפן; אם נפתח עמוד, קשרו לכתובת שמופיעה שם, ואם לא, נהגו כאילו העמוד איננו",
        ),
    ),
    "external-type": Rule(
        en=(
            "another site shows a page where the link promises a file",
            "look for the file's new address, or link to the page and say so in the text",
        ),
        he=(
            "האתר האחר מציג עמוד במקום הקובץ שהקישור מבטיח",
            "חפשו את הכתובת החדשה של הקובץ, או קשרו לעמוד ואמרו זאת בטקסט",
        ),
    ),
    "external-moved": Rule(
        en=("a page on another site has moved for good", "link to the new address"),
        he=("עמוד באתר אחר עבר לתמיד לכתובת חדשה", "קשרו לכתובת החדשה"),
    ),
    "external-malformed": Rule(
        en=("the address of another site is malformed", "copy the address again from the browser"),
        he=("הכתובת של האתר האחר משובשת", "העתיקו אותה שוב מן הדפדפן"),
    ),
    "external-allowed": Rule(
        en=(
            "a link that is allowed to fail no longer fails in that way",
            "remove the entry, or mend its address or answer",
        ),
        he=(
            "קישור שמותר לו להיכשל כבר אינו נכשל כך",
            "מחקו את הרשומה, או תקנו את הכתובת או את התשובה שבה",
        ),
    ),
}
