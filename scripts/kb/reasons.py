"""Why a rule is there, where its own words do not say: rule -> (English, Hebrew), without a full stop."""

from __future__ import annotations

from typing import Final

WHY: Final[dict[str, tuple[str, str]]] = {
    "encoding": (
        "Hebrew saved in another encoding shows as other letters, and the rest of the file cannot be checked",
        "עברית שנשמרה בקידוד אחר מוצגת כאותיות אחרות, ושאר הקובץ לא נבדק",
    ),
    "file-name": (
        "the name becomes the page's address, and addresses in small Latin letters open on every server",
        "השם נעשה לכתובת של העמוד, וכתובת באותיות לטיניות קטנות נפתחת בכל שרת",
    ),
    "heading-id": (
        "links lead to the id, and it must be the same in both languages",
        "קישורים מובילים אל המזהה, והוא חייב להיות זהה בשתי השפות",
    ),
    "heading-id-twice": (
        "a link leads to the first of the two only",
        "קישור מוביל רק אל הראשון מן השניים",
    ),
    "heading-level": (
        "who listens to a page moves by its levels; a skipped one sounds like a missing part",
        "מי שמאזינים לעמוד עוברים בו לפי הרמות; רמה שדולגה נשמעת כמו חלק חסר",
    ),
    "link-absolute": (
        "such a link breaks where the site stands in a folder, and in the copy without a network",
        "קישור כזה נשבר כשהאתר נמצא בתוך תיקייה, וגם בעותק שנפתח בלי רשת",
    ),
    "link-language": (
        "the site leads readers of each language to the page in theirs; a fixed language takes that away",
        "האתר מוביל כל אחד לעמוד בשפה שבה הוא קורא; שפה קבועה בקישור מונעת זאת",
    ),
    "picture-text": (
        "who does not see the picture reads or hears this text in its place",
        "מי שאינם רואים את התמונה קוראים או שומעים את הטקסט הזה במקומה",
    ),
    "nav": (
        "a page that no menu leads to is found by nobody",
        "עמוד ששום תפריט אינו מוביל אליו לא יימצא",
    ),
    "pair": (
        "the site serves both languages, and a page without its other half has nowhere to switch to",
        "האתר פועל בשתי שפות, ומעמוד בלי החצי השני אין לאן לעבור",
    ),
    "pair-headings": (
        "links from other pages use the ids, and who changes the language stays at the same place",
        "קישורים מעמודים אחרים נשענים על המזהים, ומי שמחליפים שפה נשארים באותו מקום",
    ),
    "pair-blocks": (
        "what is written in a field goes along when the language changes, by the id of its block",
        "מה שנכתב בשדה עובר איתכם כשמחליפים שפה, לפי המזהה של הבלוק",
    ),
    "stale": (
        "until it is stamped, readers of the English page see a line that the Hebrew is newer",
        "עד החתימה, מי שקוראים באנגלית רואים שורה שאומרת שהעברית חדשה יותר",
    ),
    "citation-unused": (
        "a list of references names what the text rests on, and no more",
        "רשימת המקורות מונה את מה שהטקסט נשען עליו, ולא יותר",
    ),
    "fact-unused": (
        "a number that no sentence shows grows wrong unnoticed",
        "מספר ששום משפט אינו מציג מתיישן בלי שאיש ירגיש",
    ),
    "site-foreign": (
        "a request to another server tells it who reads the site, and fails without a network",
        "פנייה לשרת אחר מגלה לו מי קוראים באתר, ונכשלת בלי רשת",
    ),
    "site-weight": (
        "many read on a phone with a slow or costly connection",
        "רבים קוראים בטלפון, בחיבור איטי או יקר",
    ),
}
