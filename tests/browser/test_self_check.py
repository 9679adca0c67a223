"""Self-checks in a browser: choose, commit, read, take back; by keys, without a script, and on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from support import ROOT, Open, make_small, scripts_of
from verbs import mkdocs_run

THEME = "theme: {name: material, language: he, font: false}"
WORDS = {
    "he": {
        "commit": "זו הבחירה שלי",
        "answer": "זו התשובה שלי",
        "again": "לבחור מחדש",
        "hint": "קודם בוחרים, ואז נפתח ההסבר.",
        "change": "עדיין אפשר לשנות.",
        "first": "בחרו קודם אחת מן האפשרויות.",
        "yours": "הבחירה שלכם",
        "said": "הבחירה שלכם: לא לומר דבר ולא לשאול",
        "wrong": "לא נכון. הבחירה שלכם: רק כשמתקשרים אליכם",
        "right": "נכון. הבחירה שלכם: לפי מה שקבעתם יחד",
    },
    "en": {
        "commit": "This is my choice",
        "answer": "This is my answer",
        "again": "Choose again",
        "hint": "Choose first; then the explanation opens.",
        "change": "You can still change it.",
        "first": "First choose one of the options.",
        "yours": "Your choice",
        "said": "Your choice: Say nothing and ask nothing",
        "wrong": "Not right. Your choice: Only when they call you",
        "right": "Right. Your choice: As often as you have agreed",
    },
}
LISTEN = """() => {
  window.told = [];
  document.addEventListener("kb:checked", (event) => told.push({...event.detail, from: event.target.id}));
}"""


@pytest.fixture(scope="module")
def small_site(address: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small project in the site's own theme, built beside the real site; returns its address."""
    root = make_small(tmp_path_factory.mktemp("checks"))
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert THEME in text
    assert "  - search\n" in text
    theme = THEME.replace("material,", f"material, custom_dir: '{(ROOT / 'overrides').as_posix()}',")
    theme = theme.replace("font: false", "font: false, favicon: assets/images/favicon.svg")
    text = text.replace(THEME, theme).replace("  - search\n", "")
    config.write_text(text, encoding="utf-8", newline="\n")
    folder = tmp_path_factory.getbasetemp() / "host0" / "small"
    command = mkdocs_run.command(root, "build", "--strict", "--quiet", "--site-dir", str(folder))
    environment = mkdocs_run.environment(root, SITE_URL=address)
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return address.removesuffix("sub/") + "small/"


@pytest.fixture
def open_check(browser: Browser, small_site: str) -> Iterator[Open]:
    """Open the page with the self-checks in a language; errors on the page fail the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(lang: str = "he", *, width: int = 360, **options: object) -> Page:
        options.setdefault("viewport", {"width": width, "height": 740})
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(small_site + ("" if lang == "he" else "en/") + "guide/three/")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


class Check:
    """One self-check on a page."""

    def __init__(self, page: Page, ident: str) -> None:
        self.section = page.locator(f"#{ident}")
        self.button = self.section.locator(".kb-commit-button")
        self.said = self.section.locator(".kb-commit-said")
        self.answers = self.section.locator(".kb-argued")

    def option(self, number: int) -> Locator:
        return self.section.locator(f".kb-choice input[value='{number}']")

    def press_too_soon(self) -> None:
        """Click the button that says it is disabled, which Playwright would wait for."""
        self.button.click(force=True)

    def order(self) -> list[str]:
        """Return the numbers of the options in the order in which they are answered."""
        read = "parts => parts.map(part => part.dataset.kbOption)"
        return list(self.section.locator(".kb-argument").evaluate_all(read))


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_answers_open_when_a_choice_is_committed(open_check: Open, lang: str) -> None:
    page, words = open_check(lang), WORDS[lang]
    judge = Check(page, "keep-quiet")
    expect(judge.answers).to_be_hidden()
    expect(judge.button).to_have_text(words["commit"])
    expect(judge.button).to_have_attribute("aria-disabled", "true")
    expect(judge.button).to_have_accessible_description(words["hint"])
    judge.option(1).check()
    expect(judge.button).to_have_attribute("aria-disabled", "false")
    expect(judge.said).to_have_text(words["change"])
    judge.option(2).check()
    expect(judge.answers).to_be_hidden()
    judge.button.click()
    expect(judge.answers.locator("p").first).to_be_visible()
    expect(judge.answers.locator("summary")).to_be_focused()
    expect(judge.said).to_have_text(words["said"])
    expect(judge.said).to_have_attribute("role", "status")
    expect(judge.section.locator(".kb-yours")).to_have_text([words["yours"]])
    expect(judge.section.locator(".kb-chosen")).to_have_attribute("data-kb-option", "2")
    assert judge.order() == ["1", "2", "3"]
    expect(Check(page, "how-often").answers).to_be_hidden()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_without_a_choice_the_button_says_what_is_missing(open_check: Open, lang: str) -> None:
    judge = Check(open_check(lang), "keep-quiet")
    judge.press_too_soon()
    expect(judge.said).to_have_text(WORDS[lang]["first"])
    expect(judge.option(1)).to_be_focused()
    expect(judge.option(1)).not_to_be_checked()
    expect(judge.answers).to_be_hidden()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_a_choice_can_be_taken_back(open_check: Open, lang: str) -> None:
    words = WORDS[lang]
    judge = Check(open_check(lang), "keep-quiet")
    judge.option(2).check()
    judge.button.click()
    expect(judge.button).to_have_text(words["again"])
    judge.button.click()
    expect(judge.option(2)).to_be_focused()
    expect(judge.answers).to_be_hidden()
    expect(judge.section.locator(".kb-yours")).to_have_count(0)
    expect(judge.button).to_have_text(words["commit"])
    judge.option(3).check()
    judge.button.click()
    expect(judge.section.locator(".kb-chosen")).to_have_attribute("data-kb-option", "3")


def test_another_option_takes_back_what_was_committed(open_check: Open) -> None:
    judge = Check(open_check("en"), "keep-quiet")
    judge.option(1).check()
    judge.button.click()
    judge.option(2).check()
    expect(judge.answers).to_be_hidden()
    expect(judge.button).to_have_text(WORDS["en"]["commit"])


@pytest.mark.parametrize("lang", ["he", "en"])
def test_a_quiz_answers_the_chosen_option_first(open_check: Open, lang: str) -> None:
    words = WORDS[lang]
    quiz = Check(open_check(lang), "how-often")
    expect(quiz.button).to_have_text(words["answer"])
    quiz.option(3).check()
    quiz.button.click()
    expect(quiz.said).to_have_text(words["wrong"])
    assert quiz.order() == ["3", "1", "2"]
    quiz.button.click()
    assert quiz.order() == ["1", "2", "3"]
    quiz.option(2).check()
    quiz.button.click()
    expect(quiz.said).to_have_text(words["right"])
    assert quiz.order() == ["2", "1", "3"]


def test_what_is_committed_is_told_to_the_page(open_check: Open) -> None:
    page = open_check("en")
    page.evaluate(LISTEN)
    page.locator("#how-often").evaluate("section => section.dataset.kbObjective = 'pace'")
    judge, quiz = Check(page, "keep-quiet"), Check(page, "how-often")
    judge.press_too_soon()
    judge.option(3).check()
    assert page.evaluate("told") == []
    judge.button.click()
    quiz.option(1).check()
    quiz.button.click()
    quiz.button.click()
    quiz.button.click()
    answer = {"id": "how-often", "value": "1", "objective": "pace", "from": "how-often"}
    assert page.evaluate("told") == [
        {"id": "keep-quiet", "value": "3", "objective": "", "from": "keep-quiet"},
        answer,
        answer,
    ]


def test_what_is_kept_comes_back_chosen_and_can_be_erased(open_check: Open) -> None:
    page = open_check("he")
    judge = Check(page, "keep-quiet")
    judge.option(2).check()
    judge.button.click()
    page.get_by_role("link", name="English").first.click()
    judge = Check(page, "keep-quiet")
    expect(judge.option(2)).to_be_checked()
    expect(judge.said).to_have_text(WORDS["en"]["change"])
    judge.button.click()
    expect(judge.said).to_have_text(WORDS["en"]["said"])
    page.locator(".kb-fields").get_by_role("button", name="Erase").click()
    page.locator(".kb-fields-ask").get_by_role("button", name="Erase").click()
    expect(judge.option(2)).not_to_be_checked()
    expect(judge.said).to_have_text(WORDS["en"]["hint"])
    expect(judge.answers).to_be_hidden()


def test_a_choice_that_a_script_brings_back_is_not_committed(open_check: Open) -> None:
    page = open_check("en")
    page.evaluate(LISTEN)
    judge = Check(page, "keep-quiet")
    change = "radio.dispatchEvent(new Event('change', {bubbles: true}))"
    judge.option(2).evaluate(f"radio => {{ radio.checked = true; {change}; }}")
    expect(judge.said).to_have_text(WORDS["en"]["change"])
    expect(judge.answers).to_be_hidden()
    assert page.evaluate("told") == []
    judge.button.click()
    judge.option(2).evaluate(f"radio => {{ radio.checked = false; {change}; }}")
    expect(judge.answers).to_be_hidden()
    expect(judge.said).to_have_text(WORDS["en"]["hint"])
    expect(judge.button).to_have_attribute("aria-disabled", "true")


def test_a_choice_set_without_an_event_is_committed_all_the_same(open_check: Open) -> None:
    judge = Check(open_check("en"), "keep-quiet")
    judge.option(2).evaluate("radio => { radio.checked = true; }")
    judge.press_too_soon()
    expect(judge.said).to_have_text(WORDS["en"]["said"])


def test_by_keyboard_alone(open_check: Open) -> None:
    page = open_check("he")
    judge = Check(page, "keep-quiet")
    judge.option(1).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(judge.option(2)).to_be_checked()
    page.keyboard.press("Tab")
    expect(judge.button).to_be_focused()
    page.keyboard.press("Enter")
    expect(judge.answers.locator("summary")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(judge.option(2)).to_be_focused()
    expect(judge.answers).to_be_hidden()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_without_a_script_everything_can_be_chosen_and_read(open_check: Open, lang: str) -> None:
    page = open_check(lang, java_script_enabled=False)
    for ident in ("keep-quiet", "how-often"):
        check = Check(page, ident)
        check.option(2).check()
        expect(check.option(2)).to_be_checked()
        expect(check.button).to_have_count(0)
        expect(check.answers.locator("p").first).to_be_hidden()
        check.answers.locator("summary").click()
        expect(check.answers.locator(".kb-treated a")).to_be_visible()


def test_the_script_and_the_styles_come_only_where_they_are_needed(open_check: Open, small_site: str) -> None:
    styled = "s => [...s.cssRules].some(rule => rule.cssText.includes('.kb-commit'))"
    styles = f"[...document.styleSheets].some({styled})"
    page = open_check("en")
    assert ("self-check" in scripts_of(page), page.evaluate(styles)) == (True, True)
    page.goto(f"{small_site}guide/one/")
    assert ("self-check" in scripts_of(page), page.evaluate(styles)) == (False, False)


@pytest.mark.parametrize("committed", [False, True])
def test_on_paper_there_are_boxes_and_all_is_told(open_check: Open, committed: bool) -> None:
    page = open_check("he")
    judge = Check(page, "keep-quiet")
    judge.option(2).check()
    if committed:
        judge.button.click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(judge.button).to_be_hidden()
    assert judge.option(1).evaluate("box => getComputedStyle(box).appearance") == "none"
    for part in page.locator(":is(.kb-argument, .kb-code-says) > p:last-of-type").all():
        expect(part).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(judge.answers).to_be_visible() if committed else expect(judge.answers).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", ["he", "en"])
def test_axe_finds_no_barrier(open_check: Open, lang: str, width: int, scheme: str) -> None:
    page = open_check(lang, width=width, color_scheme=scheme)
    for commit in (False, True):
        for ident in ("keep-quiet", "how-often"):
            check = Check(page, ident)
            check.option(1).check()
            if commit:
                check.button.click()
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("lang", ["he", "en"])
def test_nothing_is_wider_than_the_screen(open_check: Open, lang: str, width: int) -> None:
    page = open_check(lang, width=width)
    for ident in ("keep-quiet", "how-often"):
        check = Check(page, ident)
        check.option(1).check()
        check.button.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
