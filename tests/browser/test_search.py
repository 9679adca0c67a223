"""The search as readers meet it, and the gate on what it finds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kb.search import index, judge
from support import Open
from verbs import bench_search, searching

ROOT = Path(__file__).resolve().parent.parent.parent
LOOKUPS = judge.read(ROOT / bench_search.LIST)
NOISE = 3000  # ms that a single answer may take on a busy machine before a test gives up
FAILED = {
    "he": "החיפוש לא נטען. רעננו את העמוד ונסו שוב, או חפשו דרך תפריט האתר.",
    "en": "The search did not load. Reload the page and try again, or use the site's menu.",
}


def field(page: Page):  # type: ignore[no-untyped-def]
    return page.locator(".md-search__input")


def look_up(page: Page, text: str) -> Page:
    """Put a text into the field as pasting and dictation do, and wait for what is said of it."""
    field(page).fill(text)
    expect(page.locator(".md-search-result__meta")).not_to_have_text("החיפוש נטען", timeout=10_000)
    expect(page.locator(".md-search-result__meta")).not_to_have_text("The search is loading", timeout=10_000)
    page.wait_for_timeout(150)
    return page


def hits(page: Page) -> list[str]:
    return page.locator(".md-search-result__link").evaluate_all("links => links.map((link) => link.href)")


def meta(page: Page) -> str:
    return page.locator(".md-search-result__meta").inner_text()


@pytest.fixture
def desk(open_page: Open) -> Page:
    """A Hebrew page on a wide screen."""
    return open_page("reference/privacy/", width=1280)


# --- the gate


@pytest.fixture(scope="module")
def answers(browser: Browser, address: str, site: Path) -> searching.Answers:
    page = browser.new_page()
    page.goto(f"{address}reference/privacy/")
    found = searching.ask(page, searching.OURS, address, LOOKUPS)
    page.close()
    return found


def test_judged_lookups(answers: searching.Answers, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        for name, rows in judge.parts(LOOKUPS).items():
            print(f"\n{name}: {judge.score(rows, answers)}", end="")
    asked = [row for row in LOOKUPS if row.kind != judge.ABSENT]
    hebrew = judge.score([row for row in asked if row.lang == "he"], answers)
    english = judge.score([row for row in asked if row.lang == "en"], answers)
    assert hebrew.five >= 0.97, hebrew
    assert hebrew.first >= 0.90, hebrew
    assert hebrew.nothing <= 0.01, hebrew
    assert english.five >= 0.95, english


def test_words_that_are_nowhere_find_nothing(answers: searching.Answers) -> None:
    absent = {row.query: answers[row.number] for row in LOOKUPS if row.kind == judge.ABSENT}
    assert absent == {word: [] for word in absent}


def test_every_expected_page_exists(site: Path) -> None:
    missing = {page for row in LOOKUPS for page in row.expect if not (site / page / "index.html").exists()}
    assert missing == set()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_worker_and_index_are_small_enough(site: Path, lang: str) -> None:
    assert bench_search.wire_size(site, lang) <= bench_search.SIZE


def test_every_synonym_leads_somewhere(desk: Page, address: str) -> None:
    found = desk.evaluate(
        """async (base) => {
          const worker = new Worker(`${base}assets/search/worker.js`);
          const out = [];
          const ask = (message) => new Promise((done) => {
            worker.onmessage = ({ data }) => done(data);
            worker.postMessage(message);
          });
          globalThis.KbSearch = { receive: (index) => (globalThis.index = index) };
          for (const lang of ["he", "en"]) {
            const url = `${base}search/index.${lang}.js`;
            await ask({ type: "open", lang, url });
            const script = Object.assign(document.createElement("script"), { src: url });
            await new Promise((done) => { script.onload = done; document.head.append(script); });
            for (const [, site] of index.synonyms) for (const text of site) {
              const { result } = await ask({ type: "ask", lang, id: 1, text });
              if (!result.total || result.missing.length) out.push(text);
            }
          }
          return out;
        }""",
        address,
    )
    assert found == [], "synonyms.yml names words that the site does not have"


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_index_holds_what_pages_say_and_nothing_around_it(site: Path, lang: str) -> None:
    text = (site / index.file_name(lang)).read_text(encoding="utf-8")
    around = {
        "he": ["עוד במילון המונחים", "להדפסה ולמילוי", "מה הייתם עושים, ומדוע?", "מוזכר בעמודים:"],
        "en": ["More in the glossary", "To print and fill in", "Cited on:", "See also:"],
    }
    assert [words for words in around[lang] if words in text] == []
    # What the page for writers shows in its samples is text and no markup.
    assert "\\u05" not in text and "<" not in text.replace("<!-- kb:", "")


# --- what is loaded, and when


def test_nothing_is_loaded_before_the_box_is_opened(open_page: Open) -> None:
    page = open_page(width=1280)
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in seen if "search" in url or "worker" in url] == []
    field(page).focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("כתבו מה אתם מחפשים")
    page.wait_for_timeout(300)
    assert [url.rpartition("/")[2] for url in seen if "/search/index." in url] == ["index.he.js"]
    look_up(page, "סודיות")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.wait_for_timeout(300)
    assert [url.rpartition("/")[2] for url in seen if "/search/index." in url] == [
        "index.he.js",
        "index.en.js",
    ]
    assert [url for url in seen if "search_index" in url] == []


# --- every way of asking


@pytest.mark.parametrize(("lang", "text"), [("he", "סודיות"), ("en", "confidentiality")])
def test_typing_finds_the_clause_before_the_word_is_finished(open_page: Open, lang: str, text: str) -> None:
    page = open_page("" if lang == "he" else "en/", width=1280)
    field(page).click()
    page.keyboard.type(text[:-2])
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", page.url + "ethics/code/#e7", timeout=10_000)


def test_pasted_text_searches(desk: Page) -> None:
    field(desk).focus()
    desk.keyboard.insert_text("מתנה ממעסיק")  # an input event without any key, as from dictation
    expect(desk.locator(".md-search-result__link").first).to_be_visible(timeout=10_000)
    assert hits(desk)[0].endswith("/ethics/code/#e2")


def test_a_link_with_a_question_opens_the_box_and_closing_takes_it_off_the_address(open_page: Open) -> None:
    page = open_page("reference/privacy/?q=בנדורה&x=1", width=1280)
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=10_000)
    assert field(page).input_value() == "בנדורה"
    page.keyboard.press("Escape")
    assert page.url.endswith("/reference/privacy/?x=1")


def test_from_a_disk_both_languages_answer_and_links_lead_to_files(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "en" / "ethics" / "code" / "index.html").as_uri())
    field(page).fill("smart goals")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=10_000)
    assert hits(page)[0].startswith((site / "en").as_uri())
    expect(page.locator("li[lang=he] .kb-hit-lang").first).to_have_text("In Hebrew", timeout=10_000)
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "index.html" in page.url
    page.close()


# --- what is shown


def test_results_say_section_page_sentence_and_marks(desk: Page) -> None:
    look_up(desk, "סודיות")
    first = desk.locator(".md-search-result__item").first
    assert first.locator(".kb-hit-title").inner_text().startswith("7. סודיות")
    assert first.locator(".kb-hit-page").inner_text().startswith("הקוד האתי")
    assert "סודיות" in first.locator(".kb-hit-text mark").all_inner_texts()
    assert first.get_attribute("dir") == "rtl"


def test_marks_inside_a_word_leave_its_prefixes_out(desk: Page) -> None:
    look_up(desk, "סודיות")
    words = desk.locator(".kb-hit-text").evaluate_all(
        "lines => lines.flatMap((line) => [...line.querySelectorAll('mark')].map("
        "(mark) => [(mark.previousSibling?.data ?? '').split(/[\\s(]/).pop(), mark.textContent]))"
    )
    assert ["ה", "סודיות"] in words


def test_the_other_languages_pages_come_after_and_are_marked(desk: Page) -> None:
    look_up(desk, "self efficacy")
    expect(desk.locator("li[lang=en]").first).to_be_attached()
    langs = desk.locator(".md-search-result__item").evaluate_all("items => items.map((item) => item.lang)")
    assert langs[0] == "he" and langs == sorted(langs, reverse=True)
    item = desk.locator("li[lang=en]").first
    assert (item.get_attribute("dir"), item.locator(".kb-hit-lang").inner_text()) == ("ltr", "באנגלית")


def test_a_word_that_is_nowhere_is_said_and_close_ones_are_offered(desk: Page) -> None:
    look_up(desk, "תמנון")
    assert meta(desk).startswith("לא נמצאו עמודים. לא באתר: תמנון")
    assert hits(desk) == []
    look_up(desk, "xylophone סודיות")
    assert "לא באתר: xylophone" in meta(desk)
    assert hits(desk)[0].endswith("/ethics/code/#e7")
    assert desk.locator(".kb-hit-missing del").first.inner_text() == "xylophone"


def test_choosing_a_close_word_searches_for_it(open_page: Open) -> None:
    page = look_up(open_page("en/reference/privacy/", width=1280), "xmart")
    expect(page.locator(".kb-near").first).to_be_visible()
    assert hits(page) == []
    chosen = page.locator(".kb-near").first
    word = chosen.inner_text()
    chosen.click()
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert field(page).input_value() == word


def test_a_name_leads_to_the_term_and_a_number_to_the_clause(desk: Page) -> None:
    look_up(desk, "מסוגלות תעסוקתית")
    assert any(href.endswith("/reference/glossary/#employability") for href in hits(desk)[:2])
    for text in ("סעיף 7 בקוד האתי", "סעיף 7"):
        look_up(desk, text)
        assert hits(desk)[0].endswith("/ethics/code/#e7")


# --- keyboard, screen readers, phones


def test_arrows_enter_and_escape(desk: Page) -> None:
    field(desk).focus()
    look_up(desk, "סודיות")
    active = "document.activeElement.className"
    desk.keyboard.press("ArrowDown")
    assert desk.evaluate("document.activeElement.href") == hits(desk)[0]
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("ArrowUp")
    assert "md-search__input" in desk.evaluate(active)
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Escape")
    assert not desk.locator("#__search").is_checked()
    assert "md-search__input" in desk.evaluate(active)
    desk.keyboard.type(" ")
    assert desk.locator("#__search").is_checked()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/ethics/code/#e7")


def test_on_a_phone_the_button_opens_it_and_gets_the_focus_back(open_page: Open) -> None:
    page = open_page("reference/privacy/")
    opener = page.get_by_role("button", name="חיפוש באתר")
    opener.click()
    expect(field(page)).to_be_focused()
    look_up(page, "סודיות")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.click()
    page.get_by_role("button", name="סגירת החיפוש").press("Enter")
    expect(page.locator("#__search")).not_to_be_checked()


def test_leaving_by_tab_closes_and_a_shortcut_opens(desk: Page) -> None:
    desk.keyboard.press("Control+k")
    expect(field(desk)).to_be_focused()
    look_up(desk, "תמנון")
    desk.locator(".kb-near").last.focus()
    desk.keyboard.press("Tab")
    expect(desk.locator("#__search")).not_to_be_checked()


def test_the_count_is_announced_once_typing_stops(desk: Page) -> None:
    said = desk.locator(".kb-search-said[role=status]")
    look_up(desk, "לוגותרפיה")
    expect(said).to_have_text(meta(desk), timeout=NOISE)
    look_up(desk, "תמנון")
    expect(said).to_have_text("לא נמצאו עמודים. לא באתר: תמנון", timeout=NOISE)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["he", "en"])
def test_axe_finds_nothing_with_results_open(open_page: Open, lang: str, scheme: str, width: int) -> None:
    page = open_page(f"{'' if lang == 'he' else 'en/'}reference/privacy/", width=width, color_scheme=scheme)
    if width == 360:
        page.locator("[data-kb-for='__search']").click()
    look_up(page, "SMART")
    expect(page.locator(f"li[lang={'en' if lang == 'he' else 'he'}]").first).to_be_attached()
    page.wait_for_timeout(400)  # the box's own transition
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []


# --- bad input, bad network


def test_hostile_text_is_only_text_and_does_not_hang(desk: Page) -> None:
    desk.evaluate("window.hit = 0")
    field(desk).focus()
    for text in (
        "א" * 10_000,
        "סודיות " * 1500,
        "\"'״׳\u0000\u0007\u202e\u2066)(*+~^:[",
        "<img src=x onerror=window.hit=1> <b>סודיות</b>",
        "&lt;script&gt;window.hit=1&lt;/script&gt;",
        "constructor __proto__ hasOwnProperty toString",
        "-" * 500 + "־" * 500,
    ):
        look_up(desk, text)
    assert desk.evaluate("window.hit") == 0
    assert desk.locator(".md-search-result img, .md-search-result script, .md-search-result b").count() == 0
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    look_up(desk, "סודיות")
    assert hits(desk)[0].endswith("/ethics/code/#e7")


def test_a_hostile_link_is_only_text(open_page: Open) -> None:
    page = open_page("?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%00", width=1280)
    expect(page.locator(".md-search-result__meta")).to_contain_text("לא באתר", timeout=10_000)
    assert page.locator(".md-search img").count() == 0


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize(
    "body", ["KbSearch.receive({", "<html>404</html>", "KbSearch.receive({});", "", None]
)
def test_a_corrupt_or_missing_index_is_said(
    browser: Browser, address: str, site: Path, lang: str, body: str | None
) -> None:
    page = browser.new_page()

    def serve(route) -> None:  # type: ignore[no-untyped-def]
        if body is None:
            route.fulfill(status=404)
        else:
            route.fulfill(body=body, content_type="text/javascript")

    page.context.route(f"**/search/index.{lang}.js", serve)
    page.goto(f"{address}{'' if lang == 'he' else 'en/'}reference/privacy/?q=smart")
    expect(page.locator(".md-search-result__meta")).to_have_text(FAILED[lang], timeout=10_000)
    page.close()


def test_without_the_other_languages_index_the_pages_own_still_answers(
    browser: Browser, address: str, site: Path
) -> None:
    page = browser.new_page()
    page.context.route("**/search/index.en.js", lambda route: route.abort())
    page.goto(f"{address}?q=סודיות")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=10_000)
    page.wait_for_timeout(300)
    assert meta(page).startswith("נמצאו")
    page.close()


@pytest.mark.parametrize("name", ["worker.js", "engine.js", "box.js", "vendor/minisearch-7.2.0.js"])
def test_a_missing_script_is_said(browser: Browser, address: str, site: Path, name: str) -> None:
    page = browser.new_page()
    page.context.route(f"**/assets/search/{name}", lambda route: route.fulfill(status=404))
    page.goto(f"{address}en/reference/privacy/")
    field(page).focus()
    expect(page.locator(".md-search-result__meta")).to_contain_text("The search did not load", timeout=10_000)
    page.close()


def test_from_a_disk_a_missing_index_is_said(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("handouts"))
    (copy / "search" / "index.he.js").unlink()
    page = browser.new_page()
    page.goto(f"{(copy / 'index.html').as_uri()}?q=סודיות")
    expect(page.locator(".md-search-result__meta")).to_have_text(FAILED["he"], timeout=10_000)
    page.close()
