"""Rules about headings, links, pictures and the navigation."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "heading-id": Rule(
        en=("a heading has no id", "add an id in small Latin letters at its end: { #my-heading }"),
        he=("לכותרת אין מזהה", "הוסיפו בסופה מזהה באותיות לטיניות קטנות: { #my-heading }"),
    ),
    "heading-id-twice": Rule(
        en=("an id stands twice on the page", "choose another id for one of the two, in both languages"),
        he=("אותו מזהה מופיע פעמיים בעמוד", "בחרו מזהה אחר לאחד מהם, בשתי השפות"),
    ),
    "heading-level": Rule(
        en=(
            "the heading skips a level or is a level 1 heading",
            "start at ## and go down one level at a time; the title is the page's level 1",
        ),
        he=(
            "הכותרת מדלגת על רמה, או שהיא ברמה הראשונה",
            "התחילו ב־## ורדו רמה אחת בכל פעם; הרמה הראשונה היא שם העמוד",
        ),
    ),
    "link-page": Rule(
        en=("the link leads to no page or file", "mend the target"),
        he=("הקישור אינו מוביל לשום עמוד או קובץ", "תקנו את היעד"),
    ),
    "link-anchor": Rule(
        en=("the link leads to an id that the page does not have", "mend the part after #"),
        he=("הקישור מוביל למזהה שאין בעמוד", "תקנו את מה שאחרי הסימן #"),
    ),
    "link-language": Rule(
        en=(
            "the link names a language",
            "write the target without .he or .en; the site chooses the language itself",
        ),
        he=("בקישור כתובה שפה", "כתבו את היעד בלי סיומת השפה (he, en); האתר בוחר את השפה בעצמו"),
    ),
    "link-absolute": Rule(
        en=(
            "a link to our own site is a full address or begins with a slash",
            "write the way to the page from this file, ending in .md, like ../guide/page.md",
        ),
        he=(
            "קישור לעמוד באתר שלנו הוא כתובת מלאה או מתחיל בלוכסן",
            "כתבו את הדרך אל העמוד מן הקובץ הזה, עם הסיומת md, למשל ../guide/page.md",
        ),
    ),
    "link-case": Rule(
        en=(
            "the link mixes up capital and small letters",
            "write the name exactly as the file has it; what opens on Windows may not open on the site",
        ),
        he=(
            "בקישור יש אות גדולה במקום קטנה, או להפך",
            "כתבו את השם בדיוק כמו שם הקובץ; מה שנפתח ב־Windows לא תמיד נפתח באתר",
        ),
    ),
    "link-malformed": Rule(
        en=(
            "the link is written in a way that cannot be read",
            "write it as [text](address), with nothing between the two and no space in the address; an "
            "address of another site begins with https://",
        ),
        he=(
            "הקישור כתוב בצורה שאי אפשר לקרוא",
            "כתבו כך: [טקסט](כתובת), בלי דבר בין השניים ובלי רווח בתוך הכתובת; כתובת של אתר אחר "
            "מתחילה ב־https://",
        ),
    ),
    "link-name": Rule(
        en=(
            "a name in square brackets has no address, or an address has a name that no link uses",
            "write the address into the link: [text](address), or mend the name in one of the two places",
        ),
        he=(
            "לשם בסוגריים מרובעים אין כתובת, או שלכתובת יש שם שאף קישור אינו משתמש בו",
            "כתבו את הכתובת בקישור עצמו: [טקסט](כתובת), או תקנו את השם באחד משני המקומות",
        ),
    ),
    "html-link": Rule(
        en=(
            "a link or a picture is written in HTML, and the site does not find its target that way",
            "write it as [text](address) or ![what is seen](address)",
        ),
        he=(
            "קישור או תמונה כתובים ב־HTML, וכך האתר אינו מוצא את היעד",
            "כתבו [טקסט](כתובת) או ![מה רואים](כתובת)",
        ),
    ),
    "html-active": Rule(
        en=(
            "the page has a script, a style, a frame or a form of its own",
            "remove it; the blocks in contribute/writing do what a page needs",
        ),
        he=(
            "יש בעמוד סקריפט, עיצוב, מסגרת או טופס משלו",
            "מחקו אותו; את מה שעמוד צריך עושים בבלוקים, והם רשומים בעמוד על הכתיבה",
        ),
    ),
    "picture-foreign": Rule(
        en=(
            "a picture or recording is fetched from another server, which learns who reads the page",
            "put the file beside the page if its licence allows that, or link to it",
        ),
        he=(
            "תמונה או הקלטה נטענת משרת אחר, וכך השרת הזה יודע מי קוראים את העמוד",
            "שמרו את הקובץ ליד העמוד, אם הרישיון מתיר, או קשרו אליו",
        ),
    ),
    "picture": Rule(
        en=("the picture does not exist", "mend the path or add the picture"),
        he=("התמונה אינה קיימת", "תקנו את הנתיב או הוסיפו את התמונה"),
    ),
    "picture-text": Rule(
        en=("the picture has no text alternative", "describe the picture between the square brackets"),
        he=("לתמונה אין טקסט חלופי", "תארו את התמונה בין הסוגריים המרובעים"),
    ),
    "nav": Rule(
        en=("the page is missing from the navigation", "add it to nav in mkdocs.yml"),
        he=("העמוד חסר בתפריט הניווט", "הוסיפו אותו ל־nav בקובץ mkdocs.yml"),
    ),
    "address-new": Rule(
        en=(
            "the page's address is not on the list of addresses that stay",
            "add the line to addresses in docs/contribute/addresses.yml; once published, it must not change",
        ),
        he=(
            "הכתובת של העמוד אינה ברשימת הכתובות שנשמרות",
            "הוסיפו את השורה תחת addresses בקובץ docs/contribute/addresses.yml; אחרי הפרסום הכתובת אינה "
            "משתנה",
        ),
    ),
    "address-gone": Rule(
        en=(
            "there is no longer anything at an address that people may have saved or cited",
            "give the page its name or the heading its id back, or write under moved in "
            "docs/contribute/addresses.yml where the page is now: old/address/: new/address/",
        ),
        he=(
            "בכתובת שאולי שמרו או ציטטו כבר אין דבר",
            "החזירו לעמוד את שמו או לכותרת את המזהה, או כתבו תחת moved בקובץ docs/contribute/addresses.yml "
            "לאן עבר העמוד: old/address/: new/address/",
        ),
    ),
    "address-moved": Rule(
        en=(
            "the list of moved pages is wrong",
            "each old address stands once, under moved alone, and leads straight to a page that exists",
        ),
        he=(
            "רשימת העמודים שעברו שגויה",
            "כל כתובת ישנה כתובה פעם אחת, רק תחת moved, ומובילה ישירות לעמוד קיים",
        ),
    ),
}
