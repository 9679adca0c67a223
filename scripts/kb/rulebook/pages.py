"""Rules about headings, links, pictures and the navigation."""

from __future__ import annotations

from kb.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    "heading-id": Rule(
        en=("a heading has no id", "add an id in small ASCII letters at its end: { #my-heading }"),
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
            "write the target without .he or .en; the site finds the right language",
        ),
        he=("הקישור נוקב בשפה", "כתבו את היעד בלי סיומת השפה (he, en); האתר מוצא את השפה"),
    ),
    "link-absolute": Rule(
        en=("the link into our own site is absolute", "write it relative to this file, ending in .md"),
        he=("הקישור לעמוד שלנו מוחלט", "כתבו אותו יחסית לקובץ הזה, עם הסיומת md"),
    ),
    "link-case": Rule(
        en=(
            "the link mixes up capital and small letters",
            "write the name just as the file has it; what opens on Windows does not open on the site",
        ),
        he=(
            "הקישור מחליף בין אות גדולה לקטנה",
            "כתבו את השם בדיוק כמו שם הקובץ; מה שנפתח ב־Windows אינו נפתח באתר",
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
            "כתבו כך: [טקסט](כתובת), בלי רווח בין השניים ובלי רווח בתוך הכתובת; כתובת של אתר אחר "
            "מתחילה ב־https://",
        ),
    ),
    "link-name": Rule(
        en=(
            "a name in square brackets and its address do not meet",
            "write the address into the link: [text](address), or mend the name in one of the two places",
        ),
        he=(
            "שם בסוגריים מרובעים והכתובת שלו אינם נפגשים",
            "כתבו את הכתובת בקישור עצמו: [טקסט](כתובת), או תקנו את השם באחד משני המקומות",
        ),
    ),
    "html-link": Rule(
        en=(
            "a link or a picture is written in HTML, where the site does not find its target",
            "write it as [text](address) or ![what is seen](address)",
        ),
        he=(
            "קישור או תמונה כתובים ב־HTML, ושם האתר אינו מוצא את היעד",
            "כתבו [טקסט](כתובת) או ![מה רואים](כתובת)",
        ),
    ),
    "html-active": Rule(
        en=(
            "the page brings a script, a style, a frame or a form of its own",
            "remove it; the blocks in contribute/writing do what a page needs",
        ),
        he=(
            "העמוד מביא סקריפט, עיצוב, מסגרת או טופס משלו",
            "מחקו אותו; הבלוקים שבעמוד על הכתיבה עושים מה שעמוד צריך",
        ),
    ),
    "picture-foreign": Rule(
        en=(
            "a picture or recording is fetched from another server, which learns who reads the page",
            "put the file beside the page if its licence allows that, or link to it",
        ),
        he=(
            "תמונה או הקלטה נטענות משרת אחר, וכך הוא יודע מי קוראים את העמוד",
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
        he=("העמוד חסר בניווט", "הוסיפו אותו ל־nav בקובץ mkdocs.yml"),
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
            "there is nothing any more at an address that people have saved or cited",
            "give the page its name or the heading its id back, or write under moved in "
            "docs/contribute/addresses.yml where the page is now: old/address/: new/address/",
        ),
        he=(
            "אין עוד דבר בכתובת שאנשים שמרו או ציטטו",
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
