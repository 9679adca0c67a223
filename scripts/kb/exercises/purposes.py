"""What exercises are for, in the words of both languages and in the order of a person's way to work."""

from __future__ import annotations

from typing import Final

PURPOSES: Final = {
    "he": {
        "trust": "לבנות אמון",
        "know": "להכיר כוחות וחסמים",
        "direction": "למצוא כיוון",
        "act": "לעבור לפעולה",
        "work": "להתכונן לעבודה",
        "stay": "להתמיד בעבודה",
        "surroundings": "משפחה וקשרים",
        "ethics": "אתיקה וגבולות",
        "self": "להתבונן בעבודה שלנו",
        "case": "ללמוד מסיפור",
    },
    "en": {
        "trust": "Build trust",
        "know": "Get to know strengths and barriers",
        "direction": "Find a direction",
        "act": "Start acting",
        "work": "Get ready for work",
        "stay": "Stay in work",
        "surroundings": "Family and networks",
        "ethics": "Ethics and boundaries",
        "self": "Look at our own work",
        "case": "Learn from a story",
    },
}
