"""The words of the workshops' lists in both languages: for what plan.yml names, and for headings."""

from __future__ import annotations

from typing import Final

LABELS: Final = {
    "he": {
        "time": "זמן", "group": "גודל הקבוצה", "trainers": "כמה מנחים", "sessions": "{}, ב־{} מפגשים",
        "people": "{} עד {} משתתפים ומשתתפות", "some": "{} משתתפים ומשתתפות",
        "agenda": "סדר היום", "clock": "שעה", "minutes": "דקות", "what": "מה עושים", "how": "איך",
        "end": "סיום", "start": "מתחילים בשעה", "materials": "חומרים",
        "handout": "מה מדפיסים", "copy": "עותק", "count": "כמה", "file": "קובץ",
        "range": "{} עד {}",
    },
    "en": {
        "time": "Time", "group": "Group", "trainers": "Trainers", "sessions": "{}, in {} sessions",
        "people": "{} to {} people", "some": "{} people",
        "agenda": "Agenda", "clock": "Time", "minutes": "Minutes", "what": "What", "how": "How",
        "end": "End", "start": "Start at", "materials": "Materials",
        "handout": "What to print", "copy": "Copy", "count": "How many", "file": "File",
        "range": "{} to {}",
    },
}  # fmt: skip
KINDS: Final = {
    "he": {
        "talk": "הסבר", "read": "קריאה", "alone": "עבודה אישית", "pairs": "בזוגות",
        "small-groups": "בקבוצות קטנות", "plenary": "במליאה", "role-play": "משחק תפקידים", "break": "הפסקה",
    },
    "en": {
        "talk": "short talk", "read": "reading", "alone": "alone", "pairs": "in pairs",
        "small-groups": "in small groups", "plenary": "plenary", "role-play": "role play", "break": "break",
    },
}  # fmt: skip
MATERIALS: Final = {
    "he": {
        "sheet": "דפי העבודה, מודפסים", "pen": "עטים", "board": "לוח וטושים", "cards": "כרטיסים",
        "phone": "טלפונים של המשתתפים והמשתתפות", "projector": "מקרן ומחשב",
        "flipchart": "דפי פליפצ׳רט וטושים", "tape": "נייר דבק לתלייה",
        "chairs": "כיסאות שאפשר להזיז למעגל",
    },
    "en": {
        "sheet": "the sheets, printed", "pen": "pens", "board": "a board and markers", "cards": "cards",
        "phone": "participants’ own phones", "projector": "a projector and a computer",
        "flipchart": "flip-chart paper and markers", "tape": "tape for the walls",
        "chairs": "chairs that can be moved into a circle",
    },
}  # fmt: skip
COPIES: Final = {
    "he": {"blank": "דף ריק", "guided": "עם רמזים ודוגמאות", "trainer": "למנחים"},
    "en": {"blank": "blank", "guided": "with hints and examples", "trainer": "for trainers"},
}
HANDOUTS: Final = {
    "he": {
        "ethics-code": "הקוד האתי בעמוד אחד", "decision-path": "כרטיס כיס: שמונה צעדים להחלטה",
        "situation-cards": "כל המצבים ככרטיסים לגזירה",
    },
    "en": {
        "ethics-code": "The code of ethics on one page",
        "decision-path": "Pocket card: eight steps to a decision",
        "situation-cards": "All situations as cards to cut out",
    },
}  # fmt: skip
COUNTS: Final = {
    "he": {
        "each": "אחד לכל משתתף ומשתתפת", "trainer": "אחד לכל מנחה", "once": "אחד לכולם",
        "pairs": "אחד לכל זוג", "groups": "אחד לכל ארבעה",
    },
    "en": {
        "each": "one for each participant", "trainer": "one for each trainer", "once": "one for all",
        "pairs": "one for each pair", "groups": "one for every four",
    },
}  # fmt: skip
