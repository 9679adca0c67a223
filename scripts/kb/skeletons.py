"""Correct bilingual skeletons of a page, a case, an exercise and a workshop, for `new`."""

from __future__ import annotations

from kb.content import body_stamp, split_front_matter

PAGE = {
    "he": (
        "---\ntitle: {title}\n"
        "description: משפט אחד שאומר לקוראים מה ייקחו מן העמוד, באורך 40 עד 170 תווים.\n"
        "---\n\n"
        "/// takeaway\n- מה לוקחים מן העמוד, בנקודה אחת או שתיים.\n///\n\n"
        "## שאלה שיש לקוראים? {{ #first-question }}\n\nהתשובה, והדוגמה שלה.\n"
    ),
    "en": (
        "---\ntitle: {title}\n"
        "description: One sentence that says what the reader takes from the page, in 40 to 170 characters.\n"
        'source: "{stamp}"\n---\n\n'
        "/// takeaway\n- What the reader takes from the page, in a point or two.\n///\n\n"
        "## A question readers have? {{ #first-question }}\n\nThe answer, and its example.\n"
    ),
}
EXERCISE = {
    "he": (
        "---\ntitle: {title}\n"
        "description: משפט אחד שאומר מה התרגיל מלמד ולמי הוא מתאים, באורך 40 עד 170 תווים.\n"
        "---\n\n"
        "/// takeaway\n- מה יודעים לעשות אחרי התרגיל.\n///\n\n"
        "## איך עובדים? {{ #steps }}\n\nהתרגיל נמשך {{fact:minutes}} דקות.\n\n"
        "### כותבים {{ #write-down }}\n\nממלאים את הדף ({{fact:write-down}} דקות).\n\n"
        "## דף העבודה {{ #sheet }}\n\n"
        "/// write | השאלה שעליה כותבים\n    id: first-answer\n    lines: 4\n///\n"
    ),
    "en": (
        "---\ntitle: {title}\n"
        "description: One sentence that says what the exercise teaches and whom it suits, "
        "in 40 to 170 characters.\n"
        'source: "{stamp}"\n---\n\n'
        "/// takeaway\n- What one can do after the exercise.\n///\n\n"
        "## How does it run? {{ #steps }}\n\nThe exercise takes {{fact:minutes}} minutes.\n\n"
        "### Write {{ #write-down }}\n\nFill in the sheet ({{fact:write-down}} minutes).\n\n"
        "## The sheet {{ #sheet }}\n\n"
        "/// write | The question to write about\n    id: first-answer\n    lines: 4\n///\n"
    ),
}
EXERCISE_FACTS = """\
slug: {slug}
purpose: [act]
units: [7]
minutes: 20
group: {{min: 1, max: 16}}
setting: [alone, pairs]
materials: [sheet, pen]
steps:
  - {{id: write-down, minutes: 20}}
practises: [guide/support-model]
copies: [blank, guided, trainer]
"""
CASE = {
    "he": (
        "---\ntitle: {title}\n"
        "description: משפט אחד שאומר על מה הסיפור ומה לומדים ממנו, באורך 40 עד 170 תווים.\n"
        "---\n\n"
        "/// takeaway\n- מה לומדים מן הסיפור.\n///\n\n"
        "/// figure | timeline-{slug}\n///\n\n"
        "## איך זה התחיל? {{ #beginning }}\n\nמה היה ידוע אז, {{fact:how-long}} לפני ההחלטה.\n\n"
        "//// pause | מה הייתם עושים?\n    id: pause-first\nהמצב בשורה, והאפשרויות.\n\n"
        "/// write | מה הייתם עושים, ומדוע?\n    id: pause-first-answer\n    lines: 4\n///\n\n"
        "/// reveal | מה קרה בפועל\nמה קרה.\n///\n////\n\n"
        "## ומה קרה אחר כך? {{ #after }}\n\nההמשך, ומה הוא מראה.\n"
    ),
    "en": (
        "---\ntitle: {title}\n"
        "description: One sentence that says what the story is about and what it teaches, "
        "in 40 to 170 characters.\n"
        'source: "{stamp}"\n---\n\n'
        "/// takeaway\n- What the story teaches.\n///\n\n"
        "/// figure | timeline-{slug}\n///\n\n"
        "## How did it begin? {{ #beginning }}\n\n"
        "What was known then, {{fact:how-long}} before the decision.\n\n"
        "//// pause | What would you do?\n    id: pause-first\nThe situation in a line, and the choices.\n\n"
        "/// write | What would you do, and why?\n    id: pause-first-answer\n    lines: 4\n///\n\n"
        "/// reveal | What happened\nWhat happened.\n///\n////\n\n"
        "## And what happened then? {{ #after }}\n\nThe rest, and what it shows.\n"
    ),
}
CASE_FACTS = """\
slug: {slug}
chapter: 7
stages:
  - beginning
  - after
facts:
  how-long: {{he: "שבוע", en: "a week", booklet: 270}}
timeline:
  - {{stage: beginning, he: ההתחלה, en: The beginning, when_he: "", when_en: ""}}
  - {{stage: after, he: ההמשך, en: The rest, when_he: "", when_en: ""}}
practises:
  - guide/support-model
"""
WORKSHOP = {
    "he": (
        "---\ntitle: {title}\n"
        "description: משפט אחד שאומר למי הסדנה ומה ידעו לעשות אחריה, באורך 40 עד 170 תווים.\n"
        "---\n\n"
        "/// takeaway\n- מה לוקחים מן הסדנה.\n///\n\n"
        "## למי הסדנה, ומה ידעו לעשות? {{ #aim }}\n\nהסדנה נמשכת {{fact:minutes}} דקות.\n\n"
        "## מה מכינים? {{ #prepare }}\n\n- [ ] מזמינים חדר.\n\n"
        "<!-- kb:materials -->\n\n<!-- kb:prints -->\n\n"
        "## מה סדר היום? {{ #agenda }}\n\n<!-- kb:agenda -->\n\n"
        "## איך מנחים? {{ #steps }}\n\n"
        "### פותחים {{ #opening }}\n\nמה אומרים ומה עושים.\n\n"
        "/// trainer\nעל מה לשים לב.\n///\n\n"
        "### עובדים {{ #work }}\n\nמה עושים, ואיך אוספים.\n\n"
        "## ומה אחרי הסדנה? {{ #after }}\n\nמה שולחים, ומתי נפגשים שוב.\n"
    ),
    "en": (
        "---\ntitle: {title}\n"
        "description: One sentence that says whom the workshop is for and what they can do after it, "
        "in 40 to 170 characters.\n"
        'source: "{stamp}"\n---\n\n'
        "/// takeaway\n- What one takes from the workshop.\n///\n\n"
        "## For whom, and what will they be able to do? {{ #aim }}\n\n"
        "The workshop takes {{fact:minutes}} minutes.\n\n"
        "## What do you prepare? {{ #prepare }}\n\n- [ ] Book a room.\n\n"
        "<!-- kb:materials -->\n\n<!-- kb:prints -->\n\n"
        "## What is the agenda? {{ #agenda }}\n\n<!-- kb:agenda -->\n\n"
        "## How do you lead it? {{ #steps }}\n\n"
        "### Open {{ #opening }}\n\nWhat you say and do.\n\n"
        "/// trainer\nWhat to watch for.\n///\n\n"
        "### Work {{ #work }}\n\nWhat people do, and how you gather it.\n\n"
        "## And after the workshop? {{ #after }}\n\nWhat you send, and when you meet again.\n"
    ),
}
WORKSHOP_FACTS = """\
slug: {slug}
group: {{min: 6, max: 16}}
trainers: 1
materials: [sheet, pen, chairs]
sessions:
  - id: meeting
    start: "09:00"
    minutes: 60
    steps:
      - {{id: opening, minutes: 15, kind: talk}}
      - {{id: work, minutes: 45, kind: small-groups, uses: guide/support-model}}
prints:
  - {{handout: decision-path, count: each}}
"""
WORDS = {"page": PAGE, "exercise": EXERCISE, "case": CASE, "workshop": WORKSHOP}
TITLE = {"he": "שם העמוד", "en": "The name of the page"}


def files(kind: str, slug: str) -> dict[str, str]:
    """Return path below the root -> text for a new page ("guide/x"), exercise, case or workshop ("x")."""
    base = f"docs/{slug}" if kind == "page" else f"{kind}s/{slug}/index"
    words = WORDS[kind]
    hebrew = words["he"].format(title=TITLE["he"], slug=slug)
    english = words["en"].format(title=TITLE["en"], slug=slug, stamp=_stamp(hebrew))
    made = {f"{base}.he.md": hebrew, f"{base}.en.md": english}
    if kind == "exercise":
        made[f"exercises/{slug}/exercise.yml"] = EXERCISE_FACTS.format(slug=slug)
    elif kind == "case":
        made[f"cases/{slug}/case.yml"] = CASE_FACTS.format(slug=slug)
    elif kind == "workshop":
        made[f"workshops/{slug}/plan.yml"] = WORKSHOP_FACTS.format(slug=slug)
    return made


def _stamp(text: str) -> str:
    return body_stamp(split_front_matter(text, "")[1])
